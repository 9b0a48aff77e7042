"""What documents have in common: lines and tables in reading order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paraplu.formats.recordings.labels import generic_role, is_header_word, is_name
from paraplu.formats.recordings.pieces import Line, Reading, tidy
from paraplu.formats.recordings.speech import read_lines
from paraplu.formats.recordings.times import take_times

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["Row", "Run", "lines_of", "read_blocks"]

SHORT = 60
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of a paragraph, bold or not; a soft return is a line break in it."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells, and which table it is in."""

    cells: tuple[str, ...]
    number: int
    table: int


def lines_of(runs: Sequence[Run], *, number: int) -> list[Line]:
    r"""Split a paragraph at its soft returns, keeping how much of each line begins bold.

    Examples
    --------
    >>> runs = [Run("I:", bold=True), Run(" Ja\nNee")]
    >>> [(line.text, line.bold) for line in lines_of(runs, number=0)]
    [('I: Ja', 2), ('Nee', 0)]

    """
    lines: list[list[tuple[str, bool]]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append((first, run.bold))
        lines += [[(other, run.bold)] for other in others]
    return [
        Line("".join(text for text, _ in parts), number, bold=_bold_length(parts))
        for parts in lines
    ]


def read_blocks(
    blocks: Sequence[Line | Row],
    *,
    given: Mapping[str, str],
    hidden: Mapping[str, int],
    unit: str = "alinea",
) -> Reading:
    """Read the lines and rows of a document."""
    speech = read_lines(_flatten(blocks), given=given)
    return Reading(unit, speech.pieces, hidden, Counter({"preamble": speech.preamble}))


def _bold_length(parts: Sequence[tuple[str, bool]]) -> int:
    """Return how many code points are bold from the beginning."""
    length = 0
    for text, bold in parts:
        if not bold and text.strip():
            break
        length += len(text)
    return length if any(bold and text.strip() for text, bold in parts) else 0


def _flatten(blocks: Sequence[Line | Row]) -> list[Line]:
    """Turn the rows of each table into lines, with their speaker where a column says who."""
    tables: dict[int, list[Row]] = {}
    for block in blocks:
        if isinstance(block, Row):
            tables.setdefault(block.table, []).append(block)
    columns = {table: _columns(rows) for table, rows in tables.items()}
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block)
        else:
            lines += _row_lines(block, columns[block.table])
    return lines


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds the words, who speaks, and when; -1 for none."""

    words: int
    speaker: int
    time: int


def _columns(rows: Sequence[Row]) -> _Columns:
    """Find out what the columns of a table hold."""
    width = max(len(row.cells) for row in rows)
    columns = [[row.cells[c] for row in rows if c < len(row.cells)] for c in range(width)]
    words = max(range(width), key=lambda c: sum(map(len, columns[c])))
    times = [_share(column, _is_time) for column in columns]
    names = [_share(column, _is_speaker) if c != words else 0.0 for c, column in enumerate(columns)]
    time = max(range(width), key=lambda c: times[c])
    speaker = max(range(width), key=lambda c: names[c])
    return _Columns(
        words,
        speaker if names[speaker] > MOSTLY else -1,
        time if times[time] > MOSTLY and time != words else -1,
    )


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    """Return the share of filled cells that pass a test."""
    filled = [cell for cell in cells if cell.strip()]
    return sum(map(test, filled)) / len(filled) if filled else 0.0


def _is_time(cell: str) -> bool:
    """Tell whether a cell holds nothing but a time."""
    return not take_times(cell.strip()).text.strip()


def _is_speaker(cell: str) -> bool:
    """Tell whether a cell holds a speaker, or heads that column."""
    name = _name(cell)
    return len(name) <= SHORT and (
        generic_role(name) is not None or is_name(name) or is_header_word(name)
    )


def _name(cell: str) -> str:
    """Return the name in a cell."""
    return tidy(take_times(tidy(cell)).text).rstrip(":").strip()


def _row_lines(row: Row, columns: _Columns) -> list[Line]:
    """Give the lines of a row."""
    cell = dict(enumerate(row.cells)).get
    if columns.speaker < 0:
        return [Line(line, row.number) for text in row.cells for line in text.split("\n")]
    name = _name(cell(columns.speaker) or "")
    if is_header_word(name) and not generic_role(name):
        return []
    timed = take_times(cell(columns.time) or "") if columns.time >= 0 else None
    first, *others = (cell(columns.words) or "").split("\n")
    line = Line(first, row.number, speaker=name, start=timed.start if timed else None)
    return [line, *(replace(line, text=other, speaker="") for other in others)]
