"""The page of a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.messages.pages import LIMITS, PAGES
from paraplu.report.grounds import words_of
from paraplu.report.numbers import write_number
from paraplu.report.pages.cells import show_count
from paraplu.report.pages.claims import headline_of
from paraplu.report.pages.grouping import rows_of
from paraplu.report.pages.page import Count, EvidencePage
from paraplu.report.pages.strips import Numbers, strip_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from paraplu.records import Code
    from paraplu.report.census import Tally
    from paraplu.report.facts import Facts
    from paraplu.report.pages.page import Link
    from paraplu.report.pages.voicing import Voicing

__all__ = ["code_page"]


def code_page(
    code: Code,
    links: Sequence[Link],
    facts: Facts,
    *,
    voicing: Voicing,
    told: Collection[str] = (),
) -> EvidencePage:
    """Make the page of a code.

    Parameters
    ----------
    code
        The code.
    links
        To its claims and findings.
    facts
        What the study knows.
    voicing
        Decides which words are shown.
    told
        The groups of which an essay tells with how many the code occurs.

    """
    census, least = facts.census, voicing.least
    tally = census.tally(((code.id,),), everyone=True)
    grouped = "groep" in facts.study.settings.privacy.published and len(census.names)
    rows = rows_of(tally, census.groups, least=least, told=told) if grouped else ()
    numbers = Numbers(tally.count, tally.total, unread=tally.unread)
    words = words_of(census.deciding[census.passages(((code.id,),))])
    section = voicing.section("support", words, quoting=None)
    return EvidencePage(
        kind="code",
        id=f"code-{code.id}",
        title=code.name,
        lead=code.definition,
        headline=headline_of(tally.count, tally.total, least=least),
        about=PAGES["code about"],
        strips=(strip_of(numbers, least=least),),
        counts=tuple(_counts(code, tally, facts, least=least)),
        columns=(PAGES["group"], PAGES["voices"], PAGES["base"]) if rows else (),
        rows=rows,
        sections=() if section is None else (section,),
        limits=(LIMITS["silence counts"], LIMITS["people"], LIMITS["chosen"]),
        family=_family(code, facts),
        links=tuple(links),
    )


def _counts(code: Code, tally: Tally, facts: Facts, *, least: int) -> Iterator[Count]:
    """Yield what belongs to a code, and how alike coders gave it."""
    for key, text in (("include", code.include), ("exclude", code.exclude)):
        if text:
            yield Count(PAGES[key], text)
    out_of = PAGES["out of"].format(count=show_count(tally.count, least=least), total=tally.total)
    yield Count(PAGES["voices"], out_of)
    alpha = facts.trust.code_alpha(code.id)
    if alpha == alpha:  # noqa: PLR0124  an undefined α is NaN
        yield Count(PAGES["alpha"], write_number(alpha, decimals=2))
    if tally.unread:
        yield Count(PAGES["unread"], show_count(tally.unread, least=least))


def _family(code: Code, facts: Facts) -> str:
    """Return the name of the family of a code."""
    families = facts.census.codebook.families
    return next((one.name for one in families if one.id == code.family), "")
