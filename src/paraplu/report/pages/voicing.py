"""Which words a page shows: all of them to the researchers, to others what may be quoted."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from paraplu.messages.pages import PAGES
from paraplu.report.pages.page import Quotation, Section
from paraplu.report.quotes import may_quote
from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paraplu.report.facts import Facts
    from paraplu.report.grounds import Words
    from paraplu.report.judged import Use

__all__ = ["Voicing"]

SHORTEST, LONGEST = 30, 500


class Voicing:
    """What may be shown of passages.

    In the public build a passage is shown when its respondent may be quoted, no restriction
    touches it, it stays within one turn, and enough respondents stand behind it; one passage for
    each respondent, spread over the groups, those that essays quote first, in an order that says
    nothing about the interviews.

    Parameters
    ----------
    facts
        What the study knows.
    uses
        The quotations of the essays.
    confidential
        Whether everything is shown, with who said it.

    """

    def __init__(self, facts: Facts, *, uses: Iterable[Use], confidential: bool) -> None:
        """Keep what decides."""
        self.confidential = confidential
        self.least = 1 if confidential else facts.least
        self._facts = facts
        self._uses = tuple(uses)
        self._open = {person.id for person in facts.study.people if may_quote(person)}
        self._least = facts.least

    def section(self, name: str, words: Sequence[Words], *, quoting: int | None) -> Section | None:
        """Return the passages of one side of a claim; None when there are none.

        Where there are some and none may be shown, the section says that.

        Parameters
        ----------
        name
            ``support``, ``against``, ``nuance`` or ``deviant``.
        words
            The passages.
        quoting
            How many quotations the public build may show: none where the group itself could
            point at someone; None for those only that essays quote.

        """
        if not words:
            return None
        words = [self._with_speaker(one) for one in words]
        title = PAGES[name]
        if self.confidential:
            shown = tuple(self._in_full(one) for one in words)
            return Section(name, title, PAGES["passages"].format(count=len(words)), shown)
        if quoting == 0:
            return None
        shown = tuple(self._quotations(words, quoting=quoting))
        if not shown and quoting is None:
            return None
        return Section(name, title, "" if shown else PAGES["no quotation"], shown)

    def _with_speaker(self, words: Words) -> Words:
        """Return a passage with who said it, which a model that read turns does not tell."""
        transcript = self._facts.study.transcripts.get(words.interview)
        if words.respondent or transcript is None:
            return words
        turn = next((turn for turn in transcript.turns if turn.number == words.turn), None)
        return words if turn is None else replace(words, respondent=turn.respondent)

    def _in_full(self, words: Words) -> Quotation:
        """Return a passage with who said it and where."""
        who = words.respondent or words.interview
        where = PAGES["source"].format(who=who, turn=words.turn, start=words.start, end=words.end)
        group = self._facts.attributions.get(words.respondent, "")
        stance = " · ".join(part for part in (words.code, words.stance) if part)
        return Quotation(words.text, group, where, stance, words.memo)

    def _quotations(self, words: Sequence[Words], *, quoting: int | None) -> list[Quotation]:
        """Return the passages that may be shown to anyone."""
        speakers = {one.respondent for one in words}
        if len(speakers) < self._least:
            return []
        best: dict[str, Words] = {}
        for one in sorted(words, key=self._preference):
            if self._may_show(one) and (quoting is not None or self._is_used(one)):
                best.setdefault(one.respondent, one)
        groups: dict[str, list[Words]] = {}
        for one in sorted(best.values(), key=self._preference):
            groups.setdefault(self._facts.attributions[one.respondent], []).append(one)
        most = self._facts.study.settings.report.quotations.shown if quoting is None else quoting
        dealt = [one for each in zip_longest(*groups.values()) for one in each if one is not None]
        shown = [
            Quotation(one.text, self._facts.attributions[one.respondent]) for one in dealt[:most]
        ]
        return sorted(shown, key=lambda each: (each.attribution, _shuffled(each.text)))

    def _may_show(self, words: Words) -> bool:
        """Tell whether a passage may be shown to anyone."""
        transcript = self._facts.study.transcripts.get(words.interview)
        if transcript is None or words.respondent not in self._open or "\n" in words.text:
            return False
        if transcript.body[words.start : words.end] != words.text:
            return False
        span = Span(words.start, words.end)
        free = not any(span.overlaps(Span(r.start, r.end)) for r in transcript.restrictions)
        return free and SHORTEST <= len(words.text) <= LONGEST

    def _is_used(self, words: Words) -> bool:
        """Tell whether an essay quotes from a passage."""
        return any(
            use.interview == words.interview and use.start < words.end and words.start < use.end
            for use in self._uses
        )

    def _preference(self, words: Words) -> tuple[bool, str]:
        """Order passages: those that essays quote first, then in no order at all."""
        return not self._is_used(words), _shuffled(words.text)


def _shuffled(text: str) -> str:
    """Return a key that puts texts in an order without meaning, the same every time."""
    return hashlib.sha256(text.encode()).hexdigest()
