"""A claim that was weighed: what was counted, how firmly it stands, what to say beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paraplu.messages.report import LABELS, NOTES
from paraplu.report.claim import PoleClaim
from paraplu.report.stability import Held, Stability, held_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.report.census import Flags, Tally
    from paraplu.report.claim import Claim
    from paraplu.report.facts import Facts

__all__ = [
    "Weighed", "group_notes", "label_of", "notes_of", "on_coders", "reads_differently",
    "stability_note",
]  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """A claim that holds.

    Parameters
    ----------
    claim
        What it is about.
    word
        The word that carries it.
    count, total
        Respondents who meet the condition, and who count.
    mixed, opposed
        Of them, who also say the opposite; of those who count, who say the opposite.
    unread
        Respondents with whom nobody looked.
    tallies
        Per respondent: of the group, and of the group it is compared with. None for a theme,
        of which only numbers per group are known.
    stability
        How firmly it stands.
    labels
        In which ways it only just holds; empty when it holds.
    notes
        What stands in the margin.

    """

    claim: Claim
    word: str
    count: int
    total: int
    mixed: int = 0
    opposed: int = 0
    unread: int = 0
    tallies: tuple[Tally, ...] = ()
    stability: Stability = field(default_factory=Stability)
    labels: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What is said of the claim in the margin."""
        return label_of(self.labels)


def label_of(labels: tuple[str, ...]) -> str:
    """Return the label of a claim: how it only just holds, or that it holds."""
    return "; ".join(labels) or LABELS["holds"]


def notes_of(claim: Claim, tally: Tally, facts: Facts, *, everyone: bool) -> list[str]:
    """Return what stands in the margin: numerator, denominator, and what to know of them."""
    few = 0 < tally.count < facts.least
    template = f"{'few ' if few else ''}of {'all' if everyone else 'spoken'}"
    notes = [NOTES[template].format(count=tally.count, total=tally.total)]
    notes += _other_side(tally, facts)
    if tally.unread:
        notes.append(NOTES["unread"].format(count=tally.unread))
    return notes + group_notes(claim, facts)


def _other_side(tally: Tally, facts: Facts) -> list[str]:
    """Return how many say the opposite, and how many of them also what the claim says.

    The second number is left out where a few who say one thing only would follow from it.
    """
    opposed, fewer = int(tally.opposed.sum()), NOTES["fewer"].format(least=facts.least)
    mixed = tally.mixed
    telling = any(0 < alone < facts.least for alone in (tally.bare, opposed - mixed))
    shown = [("opposed", opposed)] if opposed > mixed or (mixed and telling) else []
    if mixed and not telling and (opposed == mixed or mixed >= facts.least):
        shown.append(("mixed", mixed))
    return [
        NOTES[name].format(count=fewer if number < facts.least else number)
        for name, number in shown
    ]


def group_notes(claim: Claim, facts: Facts) -> list[str]:
    """Return that a group was made by an attribute that is not published."""
    group = claim.group
    if group and group.attribute not in facts.study.settings.privacy.published:
        return [NOTES["by"].format(attribute=group.attribute)]
    return []


def stability_note(stability: Stability, tally_count: int, facts: Facts) -> list[str]:
    """Return in how many tries a claim held, when not in all; small counts stay hidden."""
    held = stability.respondents
    if held is None or held.whole or 0 < tally_count < facts.least:
        return []
    return [NOTES["stands"].format(held=held.held, of=held.of)]


def on_coders(
    claim: Claim, base: Flags, facts: Facts, *, holds_under: Callable[[str], bool]
) -> tuple[Held | None, bool, list[str]]:
    """Try a claim on the coders of the double round.

    Parameters
    ----------
    claim
        The claim; a position rests on the consensus only, and is not tried.
    base
        Who counts.
    facts
        What the study knows.
    holds_under
        Tells whether the claim holds under a rule: ``any``, ``both``, or a coder alone.

    Returns
    -------
    Held or None, bool, list of str
        Leaving out each coder; whether it depends on the coder; notes when it cannot be tried.

    """
    census = facts.census
    if not census.double:
        return None, False, []
    if isinstance(claim, PoleClaim) or not facts.trust.was_doubled(claim.codes, claim.attributes):
        return None, False, [NOTES["consensus only"]]
    if not census.is_doubled(base):
        return None, False, [NOTES["partly doubled"]]
    # without one of two coders the other one is left
    alone = held_of(holds_under(coder) for coder in census.double)
    depends = not alone.whole or not all(holds_under(rule) for rule in ("any", "both"))
    return alone, depends, []


def reads_differently(claim: Claim, facts: Facts) -> bool:
    """Tell whether agreement on a code or an attribute is under the threshold of the study.

    What came after the double round has no agreement, and what has no defined α is left out.
    """
    threshold = facts.study.settings.coding.threshold
    trust = facts.trust
    codes = tuple(code for code in claim.codes if trust.was_doubled((code,), ()))
    alphas = [trust.code_alpha(code) for code in codes]
    alphas += [
        trust.attribute_alpha(name, codes)
        for name in claim.attributes
        if codes and trust.was_doubled((), (name,))
    ]
    return any(alpha < threshold for alpha in alphas)
