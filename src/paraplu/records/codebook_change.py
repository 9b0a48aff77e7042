"""A change to the codebook, as a researcher asks for it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CodebookChange", "NewCode"]


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code that is to come."""

    code: str
    name: str
    definition: str
    include: str = ""
    exclude: str = ""
    poles: tuple[str, ...] = ()
    parent: str = ""


@dataclass(frozen=True, slots=True)
class CodebookChange:
    """One change; `op` is edit, add, rename, merge, split or retire.

    `code` is the id of the code it is about. An edit holds only the texts that change (None
    leaves a text as it is), a rename the new `name`, an add the `family` and one code in
    `parts`, a split the codes in `parts` that come in its place, a merge the code `into` which
    it goes up. `why` goes into the history.
    """

    op: str
    code: str
    why: str = ""
    name: str = ""
    definition: str | None = None
    include: str | None = None
    exclude: str | None = None
    family: str = ""
    into: str = ""
    parts: tuple[NewCode, ...] = ()
