"""Claims on where a group leans: *criticasters neigen naar binnen*.

A group's value is the mean of its respondents' compositions, never of pooled passages. It leans
to a pole when that mean lies far enough to its side, and most bootstrap draws over respondents
point the same way: *stability* of this sample, not inference (``[report.leaning]``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from paraplu import messages
from paraplu.messages.report import LABELS, NOTES
from paraplu.polarities import BOTH
from paraplu.report.counting import check_size, count_claim
from paraplu.report.folding import fold
from paraplu.report.groups import mentioned_groups
from paraplu.report.judged import Judged, failed
from paraplu.report.numbers import write_number
from paraplu.report.sense import changing_word
from paraplu.report.sentences import sentences_of
from paraplu.report.stability import Held, Stability, held_of
from paraplu.report.weighed import (
    Weighed,
    group_notes,
    on_coders,
    reads_differently,
    stability_note,
)
from paraplu.report.words import EVERYONE, LEANINGS, compile_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy.typing as npt

    from paraplu.errors import Problem
    from paraplu.report.claim import PoleClaim
    from paraplu.report.essay import Mark, Passage
    from paraplu.report.facts import Facts

__all__ = ["check_leanings", "is_leaning", "weigh_leaning"]

ROUNDED = 12


def is_leaning(mark: Mark) -> bool:
    """Tell whether the words of a mark say that someone leans to a pole."""
    return compile_words(LEANINGS).search(fold(mark.text).text) is not None


def check_leanings(passages: Iterable[Passage], *, path: str, facts: Facts) -> Iterator[Problem]:
    """Name every sentence outside a mark that says to which pole a group leans."""
    leaning = compile_words(LEANINGS)
    choices = facts.study.polarities().polarities
    poles = [pole for choice in choices for pole in choice.poles]
    named = compile_words(tuple(fold(name).text for pole in poles for name in (pole.id, pole.name)))
    for passage in passages:
        for start, sentence in sentences_of(passage.text):
            folded = fold(sentence)
            found = leaning.search(folded.text)
            if found is None or not named.search(folded.text):
                continue
            who = mentioned_groups(sentence, facts.groups, names=facts.names)
            if who or compile_words(EVERYONE).search(folded.text):
                line = passage.at(start + folded.places[found.start()]).line
                yield messages.problem("P478", f"{path}:{line}", seen=found[0])


def weigh_leaning(mark: Mark, claim: PoleClaim, facts: Facts, *, place: str) -> Weighed | Judged:
    """Take the mean position of a group, and look whether it leans to the pole.

    Parameters
    ----------
    mark, claim
        The mark, and what it is about.
    facts
        What the study knows.
    place
        ``file:line`` for problems.

    """
    word = _read(mark, claim, facts, place=place)
    if isinstance(word, Judged):
        return word
    tally = count_claim(claim, facts)
    wrong = check_size(mark, tally, facts, place=place)
    if wrong is not None:
        return wrong
    towards = facts.stances.directions(claim)
    settings = facts.study.settings.report.leaning
    mean, draws = _mean(towards[tally.base]), facts.stances.draws(claim)
    if mean < settings.direction or draws < settings.draws:
        return failed(
            mark, "P499", place, seen=mark.text, lean=claim.lean, at=place,
            direction=write_number(mean, decimals=2), total=tally.total,
            draws=write_number(100 * draws, unit="%"),
            least=write_number(settings.direction, decimals=2),
            share=write_number(100 * settings.draws, unit="%"),
        )  # fmt: skip
    return _weigh(claim, word, towards, facts)


def _read(mark: Mark, claim: PoleClaim, facts: Facts, *, place: str) -> str | Judged:
    """Return the word of a leaning; who leans, and to what, must stand in the mark."""
    folded = fold(mark.text)
    found = list(compile_words(LEANINGS).finditer(folded.text))
    poles = {pole.id: fold(pole.name).text for pole in claim.polarity.poles}
    named = [
        pole
        for pole, name in poles.items()
        if compile_words((name, f"naar {fold(pole).text}", fold(pole).text)).search(folded.text)
    ]
    who = mentioned_groups(mark.text, facts.groups, names=facts.names)
    everyone = compile_words(EVERYONE).search(folded.text)
    if len(found) != 1 or claim.lean == BOTH or not (who or everyone):
        return failed(mark, "P474", place, seen=mark.text, allowed=", ".join(poles))
    if named != [claim.lean]:
        return failed(mark, "P475", place, seen=mark.text, lean=claim.lean)
    start, end = folded.places[found[0].start()], folded.places[found[0].end() - 1] + 1
    seen = changing_word(mark, start, end, facts)
    if seen:
        return failed(mark, "P445", place, seen=seen, word=found[0][0])
    return f"naar {claim.lean}"


def _weigh(claim: PoleClaim, word: str, towards: npt.NDArray[np.float64], facts: Facts) -> Weighed:
    """Look how firmly a leaning stands that holds."""
    tally = count_claim(claim, facts)
    least = facts.study.settings.report.leaning.direction
    alone = _without_one(towards[tally.base], least=least)
    groups = facts.census.groups
    names = np.unique(groups[tally.base].astype(str)) if claim.group is None else ()
    kept = [_mean(towards[tally.base & (groups != name)]) for name in names]
    means = [_mean(towards[tally.base & (groups == name)]) for name in names]
    _, _, notes = on_coders(claim, tally.base, facts, holds_under=lambda _: True)
    without = held_of(mean >= least for mean in kept) if claim.group is None else None
    labels = {
        "thin": not alone.whole,
        "composition": bool(means) and _mean(np.array(means)) < least,
        "one group": without is not None and not without.whole,
        "reading": reads_differently(claim, facts),
    }
    mean = write_number(_mean(towards[tally.base]), decimals=2)
    return Weighed(
        claim=claim,
        word=word,
        count=tally.count,
        total=tally.total,
        opposed=int(tally.opposed.sum()),
        tallies=(tally,),
        stability=Stability(respondents=alone, groups=without),
        labels=tuple(LABELS[name] for name, applies in labels.items() if applies),
        notes=(
            NOTES["leaning"].format(direction=mean, lean=claim.lean, total=tally.total),
            *group_notes(claim, facts),
            *notes,
            *stability_note(Stability(respondents=alone), tally.total, facts),
        ),
    )


def _without_one(towards: npt.NDArray[np.float64], *, least: float) -> Held:
    """Leave out each respondent with a position."""
    number = len(towards)
    if number <= 1:
        return Held(0, number)
    means = np.round((towards.sum() - towards) / (number - 1), ROUNDED)
    return Held(int((means >= least).sum()), number)


def _mean(towards: npt.NDArray[np.float64]) -> float:
    """Return the mean direction, rounded so that a border is met exactly; NaN of nobody."""
    return float(np.round(towards.mean(), ROUNDED)) if len(towards) else float("nan")
