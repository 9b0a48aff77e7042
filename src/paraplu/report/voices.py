"""Whose words the essays use: the ledger of quotations over all essays."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu import messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paraplu.errors import Problem
    from paraplu.report.facts import Facts
    from paraplu.report.judged import Judged, Use

__all__ = ["Voices", "check_voices", "hear"]


@dataclass(frozen=True, slots=True)
class Voices:
    """Every quotation of the essays with its place, in order."""

    uses: tuple[tuple[str, Use], ...]

    @property
    def counts(self) -> Counter[str]:
        """Number of quotations by respondent."""
        return Counter(use.respondent for _, use in self.uses if use.respondent)


def hear(judged: Iterable[tuple[str, Sequence[Judged]]]) -> Voices:
    """Gather the quotations of essays, by path and marks."""
    return Voices(
        tuple(
            (f"{path}:{one.mark.place.line}", one.use)
            for path, marks in judged
            for one in marks
            if one.use is not None
        )
    )


def check_voices(voices: Voices, facts: Facts) -> Iterator[Problem]:
    """Name who is heard too often, groups that are not heard, and passages used twice.

    A respondent with more than the share ``[report.quotations] most`` is an error, where there
    are enough quotations to tell; the rest are notices.
    """
    yield from _too_often(voices, facts)
    yield from _twice(voices)
    if voices.uses:
        yield from _unheard(voices, facts)


def _too_often(voices: Voices, facts: Facts) -> Iterator[Problem]:
    """Name the respondents with too large a share, where they are quoted last."""
    settings = facts.study.settings.report.quotations
    total = sum(voices.counts.values())
    if total < settings.from_n:
        return
    for respondent, count in sorted(voices.counts.items()):
        if count > settings.most * total:
            place = [at for at, use in voices.uses if use.respondent == respondent][-1]
            yield messages.problem("P497", place, respondent=respondent, count=count, total=total)


def _twice(voices: Voices) -> Iterator[Problem]:
    """Name quotations that overlap with an earlier one."""
    for number, (place, use) in enumerate(voices.uses):
        first = next((at for at, other in voices.uses[:number] if use.overlaps(other)), "")
        if first:
            yield messages.problem("P473", place, first=first)


def _unheard(voices: Voices, facts: Facts) -> Iterator[Problem]:
    """Name the groups in which nobody is quoted, also when nobody may be."""
    people = {person.id: person for person in facts.study.people}
    heard = {people[name].groep for name in voices.counts if name in people}
    sizes = Counter(person.groep for person in people.values())
    for group, size in sorted(sizes.items()):
        if group and group not in heard and size >= facts.least:
            yield messages.problem("P498", "essays", group=group)
