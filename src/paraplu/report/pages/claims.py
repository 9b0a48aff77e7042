"""The page of a claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from paraplu.messages.pages import PAGES
from paraplu.messages.report import NOTES
from paraplu.report.claim import CodeClaim, PoleClaim
from paraplu.report.pages.cells import hide_cells, show_count
from paraplu.report.pages.page import Count, EvidencePage, Link, Row, Section, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paraplu.report.facts import Facts
    from paraplu.report.grounds import Grounds
    from paraplu.report.pages.voicing import Voicing
    from paraplu.report.reviews import Reading
    from paraplu.report.stability import Held
    from paraplu.report.weighed import Weighed

__all__ = ["Dossier", "claim_page", "condition_of"]


@dataclass(frozen=True, slots=True, eq=False)
class Dossier:
    """A claim with everything there is about it; `sentences` grows with every essay."""

    id: str
    text: str
    weighed: Weighed
    grounds: Grounds
    reading: Reading
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def link(self) -> Link:
        """The link to its page."""
        return Link("claim", self.id, self.text)


def claim_page(
    dossier: Dossier, links: Sequence[Link], facts: Facts, *, voicing: Voicing
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

    """
    weighed = dossier.weighed
    columns, rows = _groups(weighed, facts, confidential=voicing.confidential)
    return EvidencePage(
        kind="claim",
        id=dossier.id,
        title=dossier.text,
        lead=condition_of(weighed, facts),
        label=weighed.label,
        sentences=tuple(dossier.sentences),
        counts=tuple(_counts(dossier, facts, confidential=voicing.confidential)),
        columns=columns,
        rows=rows,
        sections=tuple(_sections(dossier, facts, voicing=voicing)),
        links=tuple(links),
    )


def condition_of(weighed: Weighed, facts: Facts) -> str:
    """Say in a sentence what a claim counts, and of whom."""
    claim = weighed.claim
    group = PAGES["everyone"] if claim.group is None else claim.group.value
    if isinstance(claim, PoleClaim):
        names = {pole.id: pole.name for pole in claim.polarity.poles}
        lean = names.get(claim.lean, claim.lean)
        return PAGES["pole lead"].format(question=claim.polarity.question, lean=lean, group=group)
    if not isinstance(claim, CodeClaim):
        return PAGES["topic lead"].format(topic=claim.topic, group=group)
    names = {code: facts.census.codebook.codes[code].name for code in claim.codes}
    about = f" {NOTES['or']} ".join(
        f" {NOTES['and']} ".join(names[code] for code in term) for term in claim.expression
    )
    condition = ", ".join(f"{name} {value}" for name, value in claim.conditions)
    key = "code lead" if condition else "bare lead"
    denominator = PAGES["of everyone" if claim.everyone else "of speakers"]
    lead = PAGES[key].format(about=about, condition=condition, group=group, of=denominator)
    than = "" if claim.than is None else PAGES["than lead"].format(group=claim.than.value)
    return f"{lead}{than}"


def _counts(dossier: Dossier, facts: Facts, *, confidential: bool) -> Iterator[Count]:
    """Yield the numbers of a claim, each with what it counts."""
    weighed, least = dossier.weighed, 1 if confidential else facts.least

    def show(count: int) -> str:
        return show_count(count, least=least)

    of = PAGES["out of"]
    yield Count(PAGES["holders"], of.format(count=show(weighed.count), total=weighed.total))
    if len(weighed.tallies) > 1:
        than = weighed.tallies[1]
        yield Count(PAGES["compared"], of.format(count=show(than.count), total=than.total))
    if _has_opposite(weighed):
        yield Count(PAGES["opposed"], show(weighed.opposed))
        yield Count(PAGES["mixed"], show(weighed.mixed))
    nuanced = {words.respondent for words in dossier.grounds.nuance}
    yield Count(PAGES["nuanced"], show(len(nuanced)))
    deviant = {name for finding in dossier.grounds.findings for name in finding.deviant}
    if dossier.grounds.findings:
        yield Count(PAGES["deviants"], show(len(deviant)))
    if weighed.unread:
        yield Count(PAGES["unread"], show(weighed.unread))
    hidden = 0 < weighed.count < least
    yield from _tries(weighed, hidden=hidden)
    review = dossier.reading.review
    read = PAGES["not read"]
    if review is not None:
        key = "read" if dossier.reading.current else "read before"
        who = PAGES["by"].format(who=review.read_by) if confidential else ""
        read = PAGES[key].format(date=review.date.strftime("%d-%m-%Y"), who=who)
    yield Count(PAGES["reading"], read)


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


def _groups(
    weighed: Weighed, facts: Facts, *, confidential: bool
) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Return the table of groups, for a claim that is about more than one of them."""
    if weighed.claim.group is not None or not weighed.tallies:
        return (), ()
    tally, groups = weighed.tallies[0], facts.census.groups
    least = 1 if confidential else facts.least
    names = sorted(np.unique(groups.astype(str)))
    held = [int(tally.held[groups == name].sum()) for name in names]
    base = [int(tally.base[groups == name].sum()) for name in names]
    shown = zip(hide_cells(held, least=least), hide_cells(base, least=least), strict=True)
    columns = (PAGES["group"], PAGES["holders"], PAGES["base"])
    return columns, tuple(Row(name, cells) for name, cells in zip(names, shown, strict=True))


def _sections(dossier: Dossier, facts: Facts, *, voicing: Voicing) -> Iterator[Section]:
    """Yield the passages for, against and beside a claim."""
    group = dossier.weighed.claim.group
    published = facts.study.settings.privacy.published
    named = group is None or group.attribute in published
    most = facts.study.settings.report.quotations.shown if named else 0
    for name in ("support", "against", "nuance", "deviant"):
        words = getattr(dossier.grounds, name)
        section = voicing.section(name, words, quoting=most)
        if section is not None:
            yield section
