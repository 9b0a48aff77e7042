"""All pages of a study: claims, findings and codes, linked both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from paraplu.messages.pages import PAGES
from paraplu.report.claim import TopicClaim, claim_id
from paraplu.report.claims import weigh_claim
from paraplu.report.grounds import ground, words_of
from paraplu.report.judged import Judged
from paraplu.report.numbers import write_number
from paraplu.report.pages.cells import hide_cells, show_count
from paraplu.report.pages.claims import Dossier, claim_page
from paraplu.report.pages.page import Count, EvidencePage, Link, Row, Sentence
from paraplu.report.pages.voicing import Voicing
from paraplu.report.reviews import reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.records import Code, Finding
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts
    from paraplu.report.verdict import EssayVerdict, Verdict
    from paraplu.report.weighed import Weighed

__all__ = ["build_pages"]


def build_pages(verdict: Verdict, facts: Facts, *, confidential: bool) -> tuple[EvidencePage, ...]:
    """Make the pages of everything that essays claim.

    Parameters
    ----------
    verdict
        What was decided about all essays; claims that failed have no page.
    facts
        What the study knows.
    confidential
        Whether every passage is shown, with who said it.

    Returns
    -------
    tuple of EvidencePage
        Claims in the order of the essays, then findings, then codes.

    """
    return _Builder(verdict, facts, confidential=confidential).pages()


class _Builder:
    """Gathers what pages share: the dossiers of claims, and who leads to whom."""

    def __init__(self, verdict: Verdict, facts: Facts, *, confidential: bool) -> None:
        """Open a dossier for every claim."""
        marks = [judged for essay in verdict.essays for judged in essay.marks]
        uses = [judged.use for judged in marks if judged.use is not None]
        self.facts = facts
        self.voicing = Voicing(facts, uses=uses, confidential=confidential)
        self.dossiers: dict[str, Dossier] = {}
        for essay in verdict.essays:
            self._open(essay)

    def pages(self) -> tuple[EvidencePage, ...]:
        """Make all pages."""
        book = self.facts.census.codebook.codes
        return (
            *(
                claim_page(one, self._links_of_claim(one), self.facts, voicing=self.voicing)
                for one in self.dossiers.values()
            ),
            *(self._finding(finding) for finding in self.facts.findings),
            *(self._code(code) for code in book.values()),
        )

    def _open(self, essay: EssayVerdict) -> None:
        """Open or extend the dossiers of the claims of an essay."""
        for judged in essay.marks:
            mark = judged.mark
            if mark.kind != "claim" or not judged.ok:
                continue
            weighed = weigh_claim(mark, self.facts, place=essay.path)
            if isinstance(weighed, Judged):
                continue
            name = claim_id(mark, word=weighed.word)
            if name not in self.dossiers:
                claim = weighed.claim
                self.dossiers[name] = Dossier(
                    id=name,
                    text=_title(mark, weighed, self.facts),
                    weighed=weighed,
                    grounds=ground(claim, mark.attributes, self.facts),
                    reading=reading_of(claim, judged, self.facts),
                )
            self.dossiers[name].sentences.append(
                Sentence(
                    essay.name,
                    essay.title or essay.name,
                    " ".join(mark.sentence.split()),
                    name,
                    mark.place.line if self.voicing.confidential else 0,
                )
            )

    # -- links ---------------------------------------------------------------------------

    def _links_of_claim(self, dossier: Dossier) -> list[Link]:
        """Return the codes and findings of a claim."""
        book = self.facts.census.codebook.codes
        codes = [Link("code", f"code-{c}", book[c].name) for c in dossier.weighed.claim.codes]
        found = dossier.grounds.findings
        return [*codes, *(Link("finding", f"bevinding-{f.id}", f.theme) for f in found)]

    def _claims_of(self, *, finding: str = "", code: str = "") -> Iterator[Link]:
        """Yield the claims that rest on a finding or a code."""
        for dossier in self.dossiers.values():
            findings = {one.id for one in dossier.grounds.findings}
            if finding in findings or code in dossier.weighed.claim.codes:
                yield dossier.link

    # -- findings ------------------------------------------------------------------------

    def _finding(self, finding: Finding) -> EvidencePage:
        """Make the page of a finding."""
        facts, book = self.facts, self.facts.census.codebook.codes
        least = 1 if self.voicing.confidential else facts.least
        census = facts.census
        known = tuple(code for code in finding.codes if code in book)
        rows = census.passages(tuple((code,) for code in known))
        deviant = np.asarray(census.names.isin(finding.deviant))
        apart = census.spoken_by(rows, deviant)
        sections = [
            self.voicing.section("support", words_of(census.deciding[rows & ~apart]), quoting=None),
            self.voicing.section("deviant", words_of(census.deciding[apart]), quoting=None),
        ]
        choices = {one.id: one.question for one in facts.study.polarities().polarities}
        bearing = [choices[name] for name in finding.bearing if name in choices]
        return EvidencePage(
            kind="finding",
            id=f"bevinding-{finding.id}",
            title=finding.theme,
            lead=finding.sentence,
            counts=(
                Count(PAGES["confidence"], finding.confidence),
                Count(PAGES["deviants"], show_count(len(finding.deviant), least=least)),
                *(Count(PAGES["bearing"], question) for question in bearing),
                *(Count(PAGES["answers"], question) for question in self._question(finding)),
            ),
            sections=tuple(section for section in sections if section is not None),
            links=(
                *self._claims_of(finding=finding.id),
                *(Link("code", f"code-{code}", book[code].name) for code in known),
            ),
        )

    def _question(self, finding: Finding) -> list[str]:
        """Return the evaluation question that a finding answers."""
        questions = self.facts.study.questions().questions
        return [one.question for one in questions if one.id == finding.question]

    # -- codes ---------------------------------------------------------------------------

    def _code(self, code: Code) -> EvidencePage:
        """Make the page of a code."""
        facts, census = self.facts, self.facts.census
        least = 1 if self.voicing.confidential else facts.least
        tally = census.tally(((code.id,),), everyone=True)
        groups = census.groups
        names = sorted(np.unique(groups.astype(str)))
        held = [int(tally.held[groups == name].sum()) for name in names]
        base = [int(tally.base[groups == name].sum()) for name in names]
        cells = zip(hide_cells(held, least=least), hide_cells(base, least=least), strict=True)
        alpha = facts.trust.code_alpha(code.id)
        counts = [
            Count(
                PAGES["holders"],
                PAGES["out of"].format(
                    count=show_count(tally.count, least=least), total=tally.total
                ),
            )
        ]
        if alpha == alpha:  # noqa: PLR0124  an undefined α is NaN
            counts.append(Count(PAGES["alpha"], write_number(alpha, decimals=2)))
        if tally.unread:
            counts.append(Count(PAGES["unread"], show_count(tally.unread, least=least)))
        rows = census.passages(((code.id,),))
        section = self.voicing.section("support", words_of(census.deciding[rows]), quoting=None)
        found = [finding for finding in facts.findings if code.id in finding.codes]
        return EvidencePage(
            kind="code",
            id=f"code-{code.id}",
            title=code.name,
            lead=code.definition,
            counts=tuple(counts),
            columns=(PAGES["group"], PAGES["holders"], PAGES["base"]),
            rows=tuple(Row(name, cell) for name, cell in zip(names, cells, strict=True)),
            sections=() if section is None else (section,),
            links=(
                *self._claims_of(code=code.id),
                *(Link("finding", f"bevinding-{one.id}", one.theme) for one in found),
            ),
        )


def _title(mark: Mark, weighed: Weighed, facts: Facts) -> str:
    """Return the words of a claim with what they are about."""
    text = " ".join(mark.text.split())
    claim = weighed.claim
    names = [facts.census.codebook.codes[code].name for code in claim.codes]
    about = claim.topic if isinstance(claim, TopicClaim) else ", ".join(names)
    return PAGES["claim title"].format(text=text[:1].upper() + text[1:], about=about)
