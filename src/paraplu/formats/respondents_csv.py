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
    from paraplu.errors import Problem

__all__ = ["COLUMNS", "QUOTING", "REPORT", "parse_respondents"]

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
    delimiter = ";" if text.partition("\n")[0].count(";") > 1 else ","
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        columns = ", ".join(missing)
        return Parsed((), (messages.problem("P120", f"{path}:1", columns=columns),))
    respondents: dict[str, Respondent] = {}
    problems: list[Problem] = []
    for row in reader:
        place = f"{path}:{reader.line_num}"
        found = _check_row(row, place=place)
        if row["id"] in respondents:
            first = respondents[row["id"]].line
            found.append(
                messages.problem("P108", place, what="respondent", id=row["id"], first=first)
            )
        problems += found
        if not found:
            respondents[row["id"]] = _as_respondent(row, line=reader.line_num)
    return Parsed(tuple(respondents.values()), tuple(problems))


def _check_row(row: dict[str, str], *, place: str) -> list[Problem]:
    """Return what is wrong with one row."""
    if any(row.get(column) is None for column in COLUMNS):
        return [messages.problem("P121", place, columns=len(COLUMNS))]
    problems = [
        messages.problem(
            "P122", place, column=column, value=row[column], allowed=", ".join(allowed)
        )
        for column, allowed in VALUES.items()
        if row[column] not in allowed
    ]
    match = RESPONDENT.match(row["id"])
    if not match or match["interview"] != row["interview"]:
        problems.append(messages.problem("P123", place, id=row["id"], interview=row["interview"]))
    return problems


def _as_respondent(row: dict[str, str], *, line: int) -> Respondent:
    """Turn a checked row into a record."""
    words = {column: row[column].strip() for column in COLUMNS if column != "ingetrokken"}
    return Respondent(**words, ingetrokken=row["ingetrokken"] == "ja", line=line)
