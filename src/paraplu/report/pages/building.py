"""All pages of a study: claims, findings and codes, linked both ways."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from paraplu.messages.pages import PAGES
from paraplu.report.claim import CodeClaim, TopicClaim, claim_id
from paraplu.report.claims import weigh_claim
from paraplu.report.grounds import ground
from paraplu.report.judged import Judged
from paraplu.report.pages.claims import Dossier, claim_page
from paraplu.report.pages.codes import code_page
from paraplu.report.pages.findings import finding_page
from paraplu.report.pages.page import Link, Sentence
from paraplu.report.pages.telling import subject_of, told_by
from paraplu.report.pages.voicing import Voicing
from paraplu.report.pages.wording import out_of_essay
from paraplu.report.reviews import reading_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from paraplu.records import Code, Finding
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts
    from paraplu.report.pages.page import EvidencePage
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
        return (
            *map(self._claim, self.dossiers.values()),
            *(
                finding_page(one, self._links_of_finding(one), self.facts, voicing=self.voicing)
                for one in self.facts.findings
            ),
            *map(self._code, self.facts.census.codebook.codes.values()),
        )

    def _claim(self, dossier: Dossier) -> EvidencePage:
        """Make the page of a claim."""
        told = self._told.get(subject_of(dossier.weighed.claim), frozenset())
        links = self._links_of_claim(dossier)
        return claim_page(dossier, links, self.facts, voicing=self.voicing, told=told)

    def _code(self, code: Code) -> EvidencePage:
        """Make the page of a code."""
        counted = CodeClaim(expression=((code.id,),), everyone=True)
        told = self._told.get(subject_of(counted), frozenset())
        links = self._links_of_code(code)
        return code_page(code, links, self.facts, voicing=self.voicing, told=told)

    @cached_property
    def _told(self) -> Mapping[Hashable, frozenset[str]]:
        """Of which groups essays tell the numbers."""
        weighed = (dossier.weighed for dossier in self.dossiers.values())
        return told_by(weighed, least=self.voicing.least)

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
                    out_of_essay(mark.sentence),
                    name,
                    mark.place.line if self.voicing.confidential else 0,
                    " ".join(mark.text.split()),
                )
            )

    # -- links ---------------------------------------------------------------------------

    def _links_of_claim(self, dossier: Dossier) -> list[Link]:
        """Return the codes and findings of a claim."""
        found = dossier.grounds.findings
        return [*self._codes(dossier.weighed.claim.codes), *map(_to_finding, found)]

    def _links_of_finding(self, finding: Finding) -> list[Link]:
        """Return the claims that rest on a finding, and its codes."""
        book = self.facts.census.codebook.codes
        return [
            *self._claims_of(finding=finding.id),
            *self._codes(code for code in finding.codes if code in book),
        ]

    def _links_of_code(self, code: Code) -> list[Link]:
        """Return the claims and findings that rest on a code."""
        found = [finding for finding in self.facts.findings if code.id in finding.codes]
        return [*self._claims_of(code=code.id), *map(_to_finding, found)]

    def _codes(self, names: Iterable[str]) -> Iterator[Link]:
        """Yield codes with their definitions."""
        book = self.facts.census.codebook.codes
        for name in names:
            yield Link("code", f"code-{name}", book[name].name, book[name].definition)

    def _claims_of(self, *, finding: str = "", code: str = "") -> Iterator[Link]:
        """Yield the claims that rest on a finding or a code."""
        for dossier in self.dossiers.values():
            findings = {one.id for one in dossier.grounds.findings}
            if finding in findings or code in dossier.weighed.claim.codes:
                yield dossier.link(least=self.voicing.least)


def _to_finding(finding: Finding) -> Link:
    """Return the link to a finding."""
    return Link("finding", f"bevinding-{finding.id}", finding.theme, finding.sentence)


def _title(mark: Mark, weighed: Weighed, facts: Facts) -> str:
    """Return the words of a claim with what they are about."""
    text = " ".join(mark.text.split())
    claim = weighed.claim
    names = [facts.census.codebook.codes[code].name for code in claim.codes]
    about = claim.topic if isinstance(claim, TopicClaim) else ", ".join(names)
    return PAGES["claim title"].format(text=text[:1].upper() + text[1:], about=about)
