"""``codebook/codebook.yaml``: families, codes, attributes, history."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from paraplu import messages
from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, line_of, load_yaml
from paraplu.records import Attribute, Code, Codebook, CodebookVersion, Family

if TYPE_CHECKING:
    from paraplu.errors import Problem

__all__ = ["parse_codebook"]

IDENTIFIER = r"^[a-z][a-z0-9-]*$"


class CodeModel(FileModel):
    """A code as it stands in the file; one with `merged_into` is kept for its history only."""

    id: str = Field(pattern=IDENTIFIER)
    name: str
    definition: str
    include: str = ""
    exclude: str = ""
    since: int = 1
    pole: tuple[str, ...] = ()
    parent: str = ""
    retired: int = 0
    merged_into: str = ""


class FamilyModel(FileModel):
    """A family as it stands in the file."""

    id: str = Field(pattern=IDENTIFIER)
    name: str
    question: str = ""
    codes: tuple[CodeModel, ...] = ()


class VersionModel(FileModel):
    """A step in the history."""

    version: int
    date: dt.date | str
    change: str
    added: tuple[str, ...] = ()
    attribute_added: str = ""


class AttributeModel(FileModel):
    """An attribute: its values, or ``per code``."""

    values: tuple[str, ...] | Literal["per code"]
    definition: str
    since: int = 1


class CodebookModel(FileModel):
    """The whole file."""

    version: int
    language: str = "nl"
    history: tuple[VersionModel, ...] = ()
    attributes: dict[str, AttributeModel] = Field(default_factory=dict)
    families: tuple[FamilyModel, ...] = ()


def parse_codebook(text: str, *, path: str) -> Parsed[Codebook]:
    """Read a codebook.

    Names a code or family id that stands twice, a parent that does not exist, a cycle of
    parents, a code that went up in one that does not exist, and a history that names no such
    code.
    """
    model, node, problems = load_yaml(text, CodebookModel, path=path)
    if model is None:
        return Parsed(Codebook(version=0), tuple(problems))
    codes, doubles = _gather_codes(model, node, path=path)
    problems += doubles
    merged, lost = _follow_merges(model, codes, path=path)
    problems += lost
    codes = {name: code for name, code in codes.items() if name not in merged}
    problems += _check_parents(codes, path=path)
    for step in model.history:
        problems += [
            messages.problem("P110", path, code=code, version=step.version)
            for code in step.added
            if code not in codes and code not in merged
        ]
    return Parsed(_as_record(model, codes, merged), tuple(problems))


def _gather_codes(
    model: CodebookModel,
    node: Any,  # noqa: ANN401
    *,
    path: str,
) -> tuple[dict[str, Code], list[Problem]]:
    """Return the codes by id, in order, and the ids that stand twice."""
    codes: dict[str, Code] = {}
    families: dict[str, int] = {}
    problems: list[Problem] = []
    for f, family in enumerate(model.families):
        line = line_of(node, ("families", f))
        if family.id in families:
            first = families[family.id]
            problems.append(_twice("familie", family.id, f"{path}:{line}", first=first))
        families.setdefault(family.id, line)
        for c, code in enumerate(family.codes):
            line = line_of(node, ("families", f, "codes", c))
            if code.id in codes:
                first = codes[code.id].line
                problems.append(_twice("code", code.id, f"{path}:{line}", first=first))
                continue
            codes[code.id] = Code(
                id=code.id, name=code.name, family=family.id, definition=code.definition,
                include=code.include, exclude=code.exclude, since=code.since,
                poles=code.pole, parent=code.parent, retired=code.retired, line=line,
            )  # fmt: skip
    return codes, problems


def _twice(what: str, name: str, place: str, *, first: int) -> Problem:
    """Say that an id stands twice."""
    return messages.problem("P108", place, what=what, id=name, first=first)


def _follow_merges(
    model: CodebookModel, codes: dict[str, Code], *, path: str
) -> tuple[dict[str, str], list[Problem]]:
    """Return where the codings of merged codes are now, and merges that lead nowhere."""
    steps = {
        code.id: code.merged_into
        for family in model.families
        for code in family.codes
        if code.merged_into
    }
    merged: dict[str, str] = {}
    problems: list[Problem] = []
    for code, first in steps.items():
        into, passed = code, {code}
        while into in steps:
            into = steps[into]
            if into in passed:
                break
            passed.add(into)
        if into in codes and into not in steps:
            merged[code] = into
        else:
            place = f"{path}:{codes[code].line}"
            problems.append(messages.problem("P114", place, code=code, into=first))
    return merged, problems


def _check_parents(codes: dict[str, Code], *, path: str) -> list[Problem]:
    """Name parents that do not exist, and cycles (once per cycle)."""
    problems: list[Problem] = []
    in_cycle: set[str] = set()
    for code in codes.values():
        if code.parent and code.parent not in codes:
            problems.append(
                messages.problem("P111", f"{path}:{code.line}", code=code.id, parent=code.parent)
            )
        way = [code.id]
        while (parent := codes[way[-1]].parent) in codes and parent not in way:
            way.append(parent)
        if parent == code.id and code.id not in in_cycle:
            in_cycle.update(way)
            cycle = " → ".join([*way, code.id])
            problems.append(messages.problem("P109", f"{path}:{code.line}", cycle=cycle))
    return problems


def _as_record(model: CodebookModel, codes: dict[str, Code], merged: dict[str, str]) -> Codebook:
    """Turn the validated file into a record."""
    return Codebook(
        version=model.version,
        families=tuple(
            Family(f.id, f.name, f.question, tuple(c.id for c in f.codes if c.id not in merged))
            for f in model.families
        ),
        codes=codes,
        attributes={
            name: Attribute(
                id=name,
                values=() if attribute.values == "per code" else tuple(attribute.values),
                definition=attribute.definition,
                since=attribute.since,
            )
            for name, attribute in model.attributes.items()
        },
        history=tuple(
            CodebookVersion(step.version, str(step.date), step.change, step.added)
            for step in model.history
        ),
        merged=merged,
    )
