"""Codings as rows of a table, out and in again."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.coding.anchoring import find_quotation
from paraplu.coding.correction import derive_ulid
from paraplu.coding.editing import Edit
from paraplu.errors import Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from paraplu.records import Transcript

__all__ = ["COLUMNS", "parse_rows", "write_rows"]

COLUMNS = (
    "coding", "coder", "interview", "respondent", "turn", "start", "end", "exact", "code",
    "fase", "valentie", "pole", "argument", "memo", "counter", "codebook", "time",
)  # fmt: skip
NEEDED = ("interview", "code")
ATTRIBUTES = ("fase", "valentie", "pole", "argument")
FORMULA = ("=", "+", "-", "@", "\t")
EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Part of the number of every coding from a table, so that it does not depend on the clock."""
YES = ("ja", "true", "1", "waar")
NO = ("", "nee", "false", "0", "onwaar")


def write_rows(codings: pd.DataFrame) -> str:
    """Return a tidy frame of codings (`Study.codings`) as CSV, `counter` as ja or nee.

    Words that a spreadsheet would take for a formula get an apostrophe before them.
    """
    frame = codings[list(COLUMNS)].assign(
        counter=["ja" if value else "nee" for value in codings["counter"]],
        exact=codings["exact"].map(_shielded),
        memo=codings["memo"].map(_shielded),
    )
    text: str = frame.to_csv(index=False, lineterminator="\n")
    return text


def parse_rows(
    text: str, *, path: str, coder: str, transcripts: Mapping[str, Transcript]
) -> dict[str, list[Edit]]:
    """Read rows as codings to add, by interview.

    A row needs `interview`, `code`, and `start` and `end`, or an `exact` that stands once in
    the interview. The same row gives the same coding, so that a table that is read twice adds
    nothing the second time; the columns `coding` and `coder` of an export do not count.

    Parameters
    ----------
    text
        CSV with commas or semicolons.
    path
        For places in problems.
    coder
        Whose codings they become.
    transcripts
        The interviews that may be coded.

    Raises
    ------
    Refused
        P252 without the columns that are needed; P502, P253 and P254 for every row that is
        wrong.

    """
    first = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in first else ",")
    columns = tuple(reader.fieldnames or ())
    placed = {"start", "end"} <= set(columns) or "exact" in columns
    if not placed or not set(NEEDED) <= set(columns):
        raise Refused([messages.problem("P252", path, columns=", ".join(columns)[:200])])
    edits: dict[str, list[Edit]] = {}
    problems: list[Problem] = []
    for row in _rows(reader, path=path):
        place = f"{path}:{reader.line_num}"
        transcript = transcripts.get((row["interview"] or "").strip())
        if transcript is None:
            name = (row["interview"] or "")[:12]
            problems.append(messages.problem("P502", place, interview=name))
            continue
        found = _fields(row, transcript=transcript, place=place)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        said = (found[name] for name in ("start", "end", "code", "attributes"))
        name = derive_ulid(coder, transcript.id, *map(str, said), moment=EPOCH)
        edits.setdefault(transcript.id, []).append(Edit(name, "add", name, found))
    if problems:
        raise Refused(problems)
    return edits


def _rows(reader: csv.DictReader[str], *, path: str) -> Iterator[dict[str | None, str | None]]:
    """Return the rows; a table that cannot be read further is refused."""
    try:
        yield from reader
    except csv.Error as error:
        raise Refused([messages.problem("P124", f"{path}:{reader.line_num + 1}")]) from error


def _shielded(words: str) -> str:
    """Return words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(FORMULA) else words


def _bare(words: str) -> str:
    """Return words without the apostrophe that shielded them."""
    return words[1:] if words[:1] == "'" and words[1:].startswith(FORMULA) else words


def _fields(
    row: Mapping[str | None, str | None], *, transcript: Transcript, place: str
) -> dict[str, object] | Problem:
    """Return what a row says, or what is wrong with it."""
    said = {name: (value or "").strip() for name, value in row.items() if name is not None}
    counter = said.get("counter", "").lower()
    if counter not in {*YES, *NO}:
        said_value = {"value": counter[:20], "column": "counter", "allowed": "ja, nee"}
        return messages.problem("P254", place, **said_value)
    start, end = said.get("start", ""), said.get("end", "")
    exact = _bare(row.get("exact") or "")
    if start.isdecimal() and end.isdecimal():
        borders = (int(start), int(end))
        exact = exact or transcript.body[borders[0] : borders[1]]
    else:
        span = find_quotation(transcript.body, exact)
        if span is None:
            return messages.problem("P253", place, interview=transcript.id)
        borders = (span.start, span.end)
    fields: dict[str, object] = {
        "start": borders[0], "end": borders[1], "exact": exact, "code": said["code"],
        "attributes": {name: said[name] for name in ATTRIBUTES if said.get(name)},
    }  # fmt: skip
    if said.get("memo"):
        fields["memo"] = _bare(said["memo"])
    if counter in YES:
        fields["counter"] = True
    return fields
