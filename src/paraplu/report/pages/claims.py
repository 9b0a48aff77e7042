"""The page of a claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paraplu.messages.pages import PAGES
from paraplu.messages.report import NOTES
from paraplu.report.claim import CodeClaim, PoleClaim, TopicClaim
from paraplu.report.pages.cells import show_count
from paraplu.report.pages.grouping import group_rows, rows_of
from paraplu.report.pages.page import Count, EvidencePage, Link, Section, Sentence
from paraplu.report.pages.strips import Numbers, strip_of
from paraplu.report.pages.wording import explain, lead_of, limits_of, whom

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from paraplu.report.facts import Facts
    from paraplu.report.grounds import Grounds
    from paraplu.report.groups import Group
    from paraplu.report.pages.page import Row, Strip
    from paraplu.report.pages.voicing import Voicing
    from paraplu.report.reviews import Reading
    from paraplu.report.stability import Held
    from paraplu.report.weighed import Weighed

__all__ = ["Dossier", "claim_page", "headline_of"]


@dataclass(frozen=True, slots=True, eq=False)
class Dossier:
    """A claim with everything there is about it; `sentences` grows with every essay."""

    id: str
    text: str
    weighed: Weighed
    grounds: Grounds
    reading: Reading
    sentences: list[Sentence] = field(default_factory=list)

    def link(self, *, least: int) -> Link:
        """Return the link to its page, with its number and how firmly it stands."""
        weighed = self.weighed
        shown = headline_of(weighed.count, weighed.total, least=least)
        return Link("claim", self.id, self.text, shown, weighed.label)


def claim_page(
    dossier: Dossier,
    links: Sequence[Link],
    facts: Facts,
    *,
    voicing: Voicing,
    told: Collection[str] = (),
) -> EvidencePage:
    """Make the page of a claim.

    Parameters
    ----------
    dossier
        The claim.
    links
        To its codes and findings.
    facts
        What the study knows.
    voicing
        Decides which words are shown.
    told
        The groups of which an essay tells this number.

    """
    weighed, least = dossier.weighed, voicing.least
    rows = _groups(weighed, facts, least=least, told=told)
    return EvidencePage(
        kind="claim",
        id=dossier.id,
        title=dossier.text,
        lead=lead_of(weighed.claim, facts),
        label=weighed.label,
        headline=headline_of(weighed.count, weighed.total, least=least),
        about=whom(weighed.claim, weighed.claim.group),
        strips=tuple(_strips(weighed, facts, least=least)),
        remarks=(*_leaning(weighed), *explain(weighed)),
        sentences=tuple(dossier.sentences),
        counts=tuple(_counts(dossier, confidential=voicing.confidential, least=least)),
        columns=(PAGES["group"], PAGES["held"], PAGES["base"]) if rows else (),
        rows=rows,
        sections=tuple(_sections(dossier, facts, voicing=voicing)),
        limits=limits_of(weighed, facts),
        links=tuple(links),
    )


def headline_of(count: int, total: int, *, least: int) -> str:
    """Return the number that a page is about."""
    return PAGES["headline"].format(count=show_count(count, least=least), total=total)


# -- what is drawn -----------------------------------------------------------------------


def _strips(weighed: Weighed, facts: Facts, *, least: int) -> Iterator[Strip]:
    """Yield the respondents of a claim in a row, and those it is compared with."""
    claim = weighed.claim
    if not weighed.tallies:
        yield strip_of(Numbers(weighed.count, weighed.total), least=least)
        return
    than = claim.than if isinstance(claim, CodeClaim) else None
    for tally, group in zip(weighed.tallies, (claim.group, than), strict=False):
        size = len(facts.census.names) if group is None else len(group.members)
        opposed = int(tally.opposed.sum()) if _has_opposite(weighed) else None
        yield strip_of(
            Numbers(
                tally.count,
                tally.total,
                mixed=tally.mixed,
                opposed=opposed,
                silent=size - tally.total - tally.unread,
                unread=tally.unread,
            ),
            least=least,
            title="" if than is None or group is None else group.value,
        )


def _groups(
    weighed: Weighed, facts: Facts, *, least: int, told: Collection[str]
) -> tuple[Row, ...]:
    """Return the table of groups, for a claim that is about more than one of them."""
    claim = weighed.claim
    if claim.group is not None or "groep" not in facts.study.settings.privacy.published:
        return ()
    if isinstance(claim, TopicClaim):
        known = facts.topics[claim.topic].groups
        held = {name: 1 if count is None else count for name, (count, _) in known.items()}
        sizes = {name: of for name, (_, of) in known.items()}
        return group_rows(held, sizes, sizes=sizes, least=least, told=told)
    return rows_of(weighed.tallies[0], facts.census.groups, least=least, told=told)


# -- what is counted ---------------------------------------------------------------------


def _leaning(weighed: Weighed) -> Iterator[str]:
    """Yield the mean direction, of a claim that a group leans somewhere."""
    if isinstance(weighed.claim, PoleClaim) and weighed.word.startswith("naar "):
        note = weighed.notes[0]
        yield f"{note[:1].upper()}{note[1:]}."


def _counts(dossier: Dossier, *, confidential: bool, least: int) -> Iterator[Count]:
    """Yield the numbers of a claim, each with what it counts."""
    weighed, of = dossier.weighed, PAGES["out of"]

    def show(count: int) -> str:
        return show_count(count, least=least)

    yield Count(PAGES["holders"], of.format(count=show(weighed.count), total=weighed.total))
    if len(weighed.tallies) > 1:
        than = weighed.tallies[1]
        yield Count(PAGES["compared"], of.format(count=show(than.count), total=than.total))
    if isinstance(weighed.claim, PoleClaim) and _has_opposite(weighed):
        yield Count(PAGES["across"], show(weighed.opposed))
    elif _has_opposite(weighed):
        yield from _other_side(weighed, least=least)
    nuanced = {words.respondent for words in dossier.grounds.nuance}
    yield Count(PAGES["nuanced"], show(len(nuanced)))
    deviant = {name for finding in dossier.grounds.findings for name in finding.deviant}
    if dossier.grounds.findings:
        yield Count(PAGES["deviants"], show(len(deviant)))
    if weighed.unread:
        yield Count(PAGES["unread"], show(weighed.unread))
    yield from _tries(weighed, hidden=0 < weighed.count < least)
    yield Count(PAGES["reading"], _read(dossier.reading, confidential=confidential))


def _other_side(weighed: Weighed, *, least: int) -> Iterator[Count]:
    """Yield who says the opposite, and who of them also what the claim says."""
    mixed = weighed.mixed
    numbers = Numbers(weighed.count, weighed.total, mixed=mixed, opposed=weighed.opposed)
    telling = mixed >= least and not numbers.tells_mixed(least=least)
    yield Count(PAGES["opposed"], show_count(weighed.opposed, least=least))
    yield Count(PAGES["mixed"], PAGES["some"] if telling else show_count(mixed, least=least))


def _read(reading: Reading, *, confidential: bool) -> str:
    """Say when the passages were read, and to researchers by whom."""
    review = reading.review
    if review is None:
        return PAGES["not read"]
    who = PAGES["by"].format(who=review.read_by) if confidential else ""
    key = "read" if reading.current else "read before"
    return PAGES[key].format(date=review.date.strftime("%d-%m-%Y"), who=who)


def _tries(weighed: Weighed, *, hidden: bool) -> Iterator[Count]:
    """Yield how firmly a claim stands."""
    stability = weighed.stability
    tries: tuple[tuple[str, Held | None], ...] = (
        ("without one", None if hidden else stability.respondents),
        ("without group", stability.groups),
        ("without coder", stability.coders),
    )
    for key, held in tries:
        if held is not None:
            yield Count(PAGES[key], NOTES["stands"].format(held=held.held, of=held.of))


def _has_opposite(weighed: Weighed) -> bool:
    """Tell whether the opposite of a claim can be said at all."""
    claim = weighed.claim
    if isinstance(claim, PoleClaim):
        return bool(claim.across)
    return isinstance(claim, CodeClaim) and bool(claim.against)


# -- who says it -------------------------------------------------------------------------


def _sections(dossier: Dossier, facts: Facts, *, voicing: Voicing) -> Iterator[Section]:
    """Yield the passages for, against and beside a claim."""
    claim, published = dossier.weighed.claim, facts.study.settings.privacy.published
    than = claim.than if isinstance(claim, CodeClaim) else None
    named = all(_may_name(group, published) for group in (claim.group, than))
    most = facts.study.settings.report.quotations.shown if named else 0
    for name in ("support", "against", "nuance", "deviant"):
        words = getattr(dossier.grounds, name)
        section = voicing.section(name, words, quoting=most)
        if section is not None:
            yield section


def _may_name(group: Group | None, published: Sequence[str]) -> bool:
    """Tell whether a group was made by an attribute that may be shown, or is all others."""
    return group is None or not group.attribute or group.attribute in published
