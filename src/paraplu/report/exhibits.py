"""Judging figures and tables: they exist, may be shown, and are numbered by their name."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from paraplu.artefacts import write_cell
from paraplu.messages.artefacts import WITHHELD, WITHHELD_LEGEND
from paraplu.report.judged import Judged, failed, near, passed

if TYPE_CHECKING:
    from paraplu.artefacts import TableRef
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts

__all__ = ["judge_exhibit"]

PREFIX = {"figure": "fig-", "table": "tbl-"}
DUTCH = {"figure": "figuur", "table": "tabel"}
ALIGN = {"text": "left", "flag": "left", "count": "right", "share": "right", "number": "decimal"}


def judge_exhibit(mark: Mark, facts: Facts, *, place: str) -> Judged:
    """Look up a figure or a table.

    Parameters
    ----------
    mark
        A block ``.artefact`` with `figure` or `table`.
    facts
        What the study knows.
    place
        ``file:line`` for problems.

    """
    kind = mark.kind
    name = mark.attributes.get(kind, "")
    if not name or len({"figure", "table"} & mark.attributes.keys()) != 1:
        return failed(
            mark, "P406", place, kind="artefact", name="figure of table", allowed='figure="02/…"'
        )
    if not mark.identifier.startswith(PREFIX[kind]):
        return failed(mark, "P426", place, kind=kind, id=mark.identifier, prefix=f"#{PREFIX[kind]}")
    known = facts.artefacts.figures if kind == "figure" else facts.artefacts.tables
    if name not in known:
        pending = facts.pending_exhibit(name)
        if pending:
            return Judged(mark, {}, pending)
        return failed(mark, "P425", place, what=DUTCH[kind], name=name, allowed=near(name, known))
    if kind == "figure":
        figure = facts.artefacts.figures[name]
        return passed(mark, svg=figure.svg, png=figure.png, alt=figure.alt)
    table = facts.artefacts.tables[name]
    head, rows = _read_rows(facts, table)
    align = [ALIGN[column.kind] for column in table.columns.values()]
    shown: dict[str, Any] = {"alt": table.label, "align": align, "head": head, "rows": rows}
    if any(WITHHELD in row for row in rows):
        shown["legend"] = WITHHELD_LEGEND.format(least=facts.least)
    return passed(mark, **shown)


def _read_rows(facts: Facts, table: TableRef) -> tuple[list[str], list[list[str]]]:
    """Read a table and write its cells the Dutch way."""
    head = [column.label for column in table.columns.values()]
    path = facts.root / table.path
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [
            [
                write_cell(row.get(name) or "", column, least=facts.least)
                for name, column in table.columns.items()
            ]
            for row in csv.DictReader(stream)
        ]
    return head, rows
