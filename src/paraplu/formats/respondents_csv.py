"""``interviews/respondents.csv``: a row per person, as evaluators keep it in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.formats.parsed import Parsed
from paraplu.records import Respondent

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from paraplu.errors import Problem

__all__ = ["COLUMNS", "QUOTING", "REPORT", "mark_withdrawn", "parse_respondents"]

COLUMNS = (
    "id", "interview", "groep", "ambt", "laag", "maand", "vorm",
    "toestemming", "citeren", "verslag", "ingetrokken",
)  # fmt: skip
QUOTING = ("vrij", "na voorlegging", "niet")
REPORT = ("niet verstuurd", "verstuurd", "akkoord", "gecorrigeerd")
YES_NO = ("ja", "nee")
VALUES = {"citeren": QUOTING, "verslag": REPORT, "ingetrokken": YES_NO}
RESPONDENT = re.compile(r"^(?P<interview>R\d{2,4})(\.[1-9])?$")


def parse_respondents(text: str, *, path: str) -> Parsed[tuple[Respondent, ...]]:
    """Read the respondents; commas or semicolons, as the spreadsheet program writes them.

    Names missing columns, values that do not exist, an id that stands twice, and an id that
    does not belong to its interview. A row with an error is left out of the record.
    """
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text))
    respondents: dict[str, Respondent] = {}
    problems: list[Problem] = []
    try:
        head = next(reader, [])
        missing = [column for column in COLUMNS if column not in head]
        if missing:
            columns = ", ".join(missing)
            return Parsed((), (messages.problem("P120", f"{path}:1", columns=columns),))
        for cells in reader:
            if not any(cells):
                continue
            place = f"{path}:{reader.line_num}"
            if len(cells) != len(head):
                problems.append(messages.problem("P121", place, columns=len(head)))
                continue
            row = dict(zip(head, (cell.strip() for cell in cells), strict=True))
            found = _check_row(row, place=place, known=respondents)
            problems += found
            if not found:
                respondents[row["id"]] = _as_respondent(row, line=reader.line_num)
    except csv.Error:
        problems.append(messages.problem("P124", f"{path}:{reader.line_num}"))
    return Parsed(tuple(respondents.values()), tuple(problems))


def mark_withdrawn(text: str, *, respondents: Collection[str]) -> str:
    """Return the table with ``ingetrokken = ja`` for these respondents.

    Every other line stays as it is, character for character.
    """
    delimiter = _delimiter(text)
    lines = list(io.StringIO(text))
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    head = next(reader)
    marked, begin = lines[: reader.line_num], reader.line_num
    for cells in reader:
        kept = "".join(lines[begin : reader.line_num])
        begin = reader.line_num
        row = dict(zip(head, cells, strict=False))
        if row.get("id", "").strip() in respondents:
            row["ingetrokken"] = "ja"
            stream = io.StringIO()
            csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerow(row.values())
            kept = stream.getvalue()
        marked.append(kept)
    return "".join(marked)


def _delimiter(text: str) -> str:
    """Return what separates the columns: a semicolon when the first line has several."""
    return ";" if text.partition("\n")[0].count(";") > 1 else ","


def _check_row(
    row: dict[str, str], *, place: str, known: Mapping[str, Respondent]
) -> list[Problem]:
    """Return what is wrong with one row."""
    problems = [
        messages.problem(
            "P122", place, column=column, value=row[column], allowed=", ".join(allowed)
        )
        for column, allowed in VALUES.items()
        if row[column] not in allowed
    ]
    match = RESPONDENT.fullmatch(row["id"])
    if not match or match["interview"] != row["interview"]:
        problems.append(messages.problem("P123", place, id=row["id"], interview=row["interview"]))
    if row["id"] in known:
        first = known[row["id"]].line
        problems.append(
            messages.problem("P108", place, what="respondent", id=row["id"], first=first)
        )
    return problems


def _as_respondent(row: dict[str, str], *, line: int) -> Respondent:
    """Turn a checked row into a record."""
    words = {column: row[column] for column in COLUMNS if column != "ingetrokken"}
    return Respondent(**words, ingetrokken=row["ingetrokken"] == "ja", line=line)
