"""Changing ``codebook.yaml`` as text: what is not changed stays as it is, comments too."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from paraplu.formats.yaml_text import round_trip_yaml
from paraplu.messages import codebook as words

if TYPE_CHECKING:
    import datetime as dt

    from paraplu.records import CodebookChange, NewCode

__all__ = ["edit_codebook"]


def edit_codebook(text: str, *, change: CodebookChange, date: dt.date, who: str) -> str:
    """Return the codebook after a change, as a new version with a line in its history.

    Parameters
    ----------
    text
        The file. It must parse without problems, and the change must fit it
        (`paraplu.coding.codebook_changes`).
    change, date, who
        What changes, when, by which coder.

    """
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    yaml = round_trip_yaml()
    data = yaml.load(text)
    version = int(data["version"]) + 1
    family, place = _find(data, change.code)
    said = _describe(change, old=str(family["codes"][place]["name"]) if family else "", who=who)
    added: list[str] = []
    if change.op in {"edit", "rename"}:
        _write_texts(family["codes"][place], change)
    elif change.op == "merge":
        family["codes"][place]["merged_into"] = change.into
    elif change.op == "retire":
        family["codes"][place]["retired"] = version
    else:
        if change.op == "split":
            family["codes"][place]["retired"] = version
        else:
            family = next(each for each in data["families"] if each["id"] == change.family)
            place = len(family.get("codes", ())) - 1
        added = [part.code for part in change.parts]
        codes = family.setdefault("codes", CommentedSeq())
        for number, part in enumerate(change.parts, start=place + 1):
            codes.insert(number, _new_code(part, version=version))
    data["version"] = version
    step = CommentedMap(version=version, date=date, change=said)
    if added:
        step["added"] = CommentedSeq(added)
        step["added"].fa.set_flow_style()
    step.fa.set_flow_style()
    data.setdefault("history", CommentedSeq()).append(step)
    stream = io.StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


def _find(data: Any, code: str) -> tuple[Any, int]:  # noqa: ANN401
    """Return the family of a code and its place in it; nothing for a code that is to come."""
    for family in data.get("families", ()):
        for place, each in enumerate(family.get("codes", ())):
            if each["id"] == code:
                return family, place
    return None, -1


def _describe(change: CodebookChange, *, old: str, who: str) -> str:
    """Return the line of the history (Dutch)."""
    said = words.CHANGES[change.op].format(
        code=change.code, old=old, name=change.name, into=change.into,
        parts=", ".join(f"'{part.code}'" for part in change.parts),
    )  # fmt: skip
    why = words.WHY.format(why=" ".join(change.why.split())) if change.why.strip() else ""
    return said + words.BY.format(who=who) + why


def _write_texts(node: Any, change: CodebookChange) -> None:  # noqa: ANN401
    """Write the texts that an edit or a rename changes."""
    texts = {
        "name": change.name or None,
        "definition": change.definition,
        "include": change.include,
        "exclude": change.exclude,
    }
    for field, value in texts.items():
        if value is not None:
            node[field] = value


def _new_code(part: NewCode, *, version: int) -> Any:  # noqa: ANN401
    """Return a new code as one line of the file."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    node = CommentedMap(id=part.code, since=version, name=part.name, definition=part.definition)
    for field in ("include", "exclude", "parent"):
        if getattr(part, field):
            node[field] = getattr(part, field)
    if part.poles:
        node["pole"] = CommentedSeq(part.poles)
        node["pole"].fa.set_flow_style()
    node.fa.set_flow_style()
    return node
