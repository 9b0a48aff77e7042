"""A page of evidence, as plain data that can be shown as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Count", "EvidencePage", "Kind", "Link", "Part", "Quotation", "Row", "Section", "Segment",
    "Sentence", "Strip",
]  # fmt: skip

Kind = Literal["claim", "finding", "code"]
Part = Literal["held", "mixed", "opposed", "rest", "silent", "hidden"]
"""What a stretch of a strip stands for; *hidden* is a whole of which a few are not told apart."""


@dataclass(frozen=True, slots=True)
class Link:
    """A page that this page leads to; `kind` is that of the other page.

    `text` is the definition of a code or the sentence of a finding, `label` how firmly a claim
    stands.
    """

    kind: Kind
    id: str
    title: str
    text: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an essay in which the claim stands: name and title of the essay, and where.

    `marked` are the words of the mark.
    """

    essay: str
    title: str
    text: str
    anchor: str = ""
    line: int = 0
    marked: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts, in words; small numbers are words already."""

    label: str
    shown: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a strip: how many respondents wide it is drawn, and what is said of it."""

    part: Part
    width: int
    text: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Respondents in a row, by what they say; `title` names them where there is more than one."""

    segments: tuple[Segment, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: cells as they are shown, and a strip that is drawn under the name.

    `id` is the page that the name leads to; empty for a group.
    """

    group: str
    cells: tuple[str, ...]
    strip: Strip | None = None
    id: str = ""


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
    headline, about
        The number that the page is about, and whom it counts.
    strips
        That number, drawn; two for a comparison.
    remarks
        What the label means, or what else belongs beside the number.
    sentences
        Where essays make the claim.
    counts
        Numbers, each with what it counts.
    columns, rows
        The table of groups, or of the codes of a finding.
    sections
        Quotations for, against, and beside it.
    limits
        What the count does not say.
    family
        Of a code: the family it belongs to.
    links
        Pages that this page leads to.

    """

    kind: Kind
    id: str
    title: str
    lead: str = ""
    label: str = ""
    headline: str = ""
    about: str = ""
    strips: tuple[Strip, ...] = ()
    remarks: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    counts: tuple[Count, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    sections: tuple[Section, ...] = ()
    limits: tuple[str, ...] = ()
    family: str = ""
    links: tuple[Link, ...] = ()
