"""A page of evidence, as plain data that can be shown as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Count", "EvidencePage", "Kind", "Link", "Quotation", "Row", "Section", "Sentence"]

Kind = Literal["claim", "finding", "code"]


@dataclass(frozen=True, slots=True)
class Link:
    """A page that this page leads to, and its title; `kind` is that of the other page."""

    kind: Kind
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an essay in which the claim stands: name and title of the essay, and where."""

    essay: str
    title: str
    text: str
    anchor: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts, in words; small numbers are words already."""

    label: str
    shown: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table of groups: cells as they are shown."""

    group: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a respondent and to whom they are attributed.

    `source` says who and where in the confidential build, and is empty in the public one, as are
    `stance` and `memo`.
    """

    text: str
    attribution: str
    source: str = ""
    stance: str = ""
    memo: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Quotations under a heading; `note` says how many there are that are not shown."""

    id: str
    title: str
    note: str = ""
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """A page on a claim, a finding or a code.

    Parameters
    ----------
    kind, id
        What it is about; the id is also the name of its file.
    title
        Words of the claim, theme of the finding, or name of the code.
    lead
        What it says or counts, in a sentence.
    label
        How firmly a claim stands; empty for other pages.
    sentences
        Where essays make the claim.
    counts
        Numbers, each with what it counts.
    columns, rows
        The table of groups.
    sections
        Quotations for, against, and beside it.
    links
        Pages that this page leads to.

    """

    kind: Kind
    id: str
    title: str
    lead: str = ""
    label: str = ""
    sentences: tuple[Sentence, ...] = ()
    counts: tuple[Count, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
