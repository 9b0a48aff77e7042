"""Changes of the codebook as a client asks for them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from paraplu.records import CodebookChange, NewCode
from paraplu.view.protocol import Message

__all__ = ["ChangeModel", "PartModel", "as_change"]

SHORT = 100
LONG = 5_000


class PartModel(Message):
    """A code into which another is split."""

    code: str = Field(max_length=SHORT)
    name: str = Field(max_length=SHORT)
    definition: str = Field(max_length=LONG)
    include: str = Field(default="", max_length=LONG)
    exclude: str = Field(default="", max_length=LONG)
    poles: list[str] = Field(default_factory=list, max_length=10)


class ChangeModel(Message):
    """A change, on the version that was seen; which fields count depends on `op`."""

    op: Literal["edit", "add", "rename", "merge", "split", "retire"]
    version: int = Field(ge=0, lt=2**31)
    code: str = Field(max_length=SHORT)
    why: str = Field(default="", max_length=LONG)
    name: str = Field(default="", max_length=SHORT)
    definition: str | None = Field(default=None, max_length=LONG)
    include: str | None = Field(default=None, max_length=LONG)
    exclude: str | None = Field(default=None, max_length=LONG)
    family: str = Field(default="", max_length=SHORT)
    parent: str = Field(default="", max_length=SHORT)
    poles: list[str] = Field(default_factory=list, max_length=10)
    into: str | list[PartModel] = ""


def as_change(asked: ChangeModel) -> CodebookChange:
    """Return the change that is asked for; what its kind does not use is left out."""
    parts: tuple[NewCode, ...] = ()
    if asked.op == "add":
        parts = (
            NewCode(
                asked.code, asked.name, asked.definition or "", asked.include or "",
                asked.exclude or "", tuple(asked.poles), asked.parent,
            ),
        )  # fmt: skip
    elif asked.op == "split" and not isinstance(asked.into, str):
        parts = tuple(
            NewCode(
                each.code, each.name, each.definition, each.include, each.exclude,
                tuple(each.poles),
            )
            for each in asked.into
        )  # fmt: skip
    edits = asked.op == "edit"
    return CodebookChange(
        op=asked.op,
        code=asked.code,
        why=asked.why,
        name=asked.name if asked.op == "rename" else "",
        definition=asked.definition if edits else None,
        include=asked.include if edits else None,
        exclude=asked.exclude if edits else None,
        family=asked.family,
        into=asked.into if isinstance(asked.into, str) else "",
        parts=parts,
    )
