"""The page of a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from paraplu.messages.pages import LIMITS, PAGES
from paraplu.report.grounds import words_of
from paraplu.report.pages.cells import show_count
from paraplu.report.pages.page import Count, EvidencePage, Row
from paraplu.report.pages.strips import Numbers, strip_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.records import Finding
    from paraplu.report.facts import Facts
    from paraplu.report.pages.page import Link
    from paraplu.report.pages.voicing import Voicing

__all__ = ["finding_page"]


def finding_page(
    finding: Finding, links: Sequence[Link], facts: Facts, *, voicing: Voicing
) -> EvidencePage:
    """Make the page of a finding.

    Parameters
    ----------
    finding
        The finding.
    links
        To its claims and codes.
    facts
        What the study knows.
    voicing
        Decides which words are shown.

    """
    book, census = facts.census.codebook.codes, facts.census
    known = tuple(code for code in finding.codes if code in book)
    rows = census.passages(tuple((code,) for code in known))
    deviant = np.asarray(census.names.isin(finding.deviant))
    apart = census.spoken_by(rows, deviant)
    sections = (
        voicing.section("support", words_of(census.deciding[rows & ~apart]), quoting=None),
        voicing.section("deviant", words_of(census.deciding[apart]), quoting=None),
    )
    choices = {one.id: one.question for one in facts.study.polarities().polarities}
    return EvidencePage(
        kind="finding",
        id=f"bevinding-{finding.id}",
        title=finding.theme,
        lead=finding.sentence,
        counts=(
            *(Count(PAGES["answers"], question) for question in _questions(finding, facts)),
            *(Count(PAGES["bearing"], choices[n]) for n in finding.bearing if n in choices),
            Count(PAGES["confidence"], finding.confidence),
            Count(PAGES["deviants"], show_count(len(finding.deviant), least=voicing.least)),
        ),
        columns=(PAGES["code"], PAGES["voices"], PAGES["base"]) if known else (),
        rows=tuple(_row(code, facts, least=voicing.least) for code in known),
        sections=tuple(section for section in sections if section is not None),
        limits=(LIMITS["finding"], LIMITS["chosen"]),
        links=tuple(links),
    )


def _row(code: str, facts: Facts, *, least: int) -> Row:
    """Return with how many respondents a code of a finding occurs."""
    tally = facts.census.tally(((code,),), everyone=True)
    cells = (show_count(tally.count, least=least), str(tally.total))
    strip = strip_of(Numbers(tally.count, tally.total), least=least)
    return Row(facts.census.codebook.codes[code].name, cells, strip, f"code-{code}")


def _questions(finding: Finding, facts: Facts) -> list[str]:
    """Return the evaluation question that a finding answers."""
    questions = facts.study.questions().questions
    return [one.question for one in questions if one.id == finding.question]
