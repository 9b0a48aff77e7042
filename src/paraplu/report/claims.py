"""Judging claims: a word, a group, and what respondents of that group say."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from paraplu.messages.report import LABELS, NOTES
from paraplu.report import bands, words
from paraplu.report.claim import Claim, read_claim
from paraplu.report.folding import fold
from paraplu.report.groups import mentioned_groups
from paraplu.report.judged import Judged, failed, passed
from paraplu.report.numbers import write_number
from paraplu.report.unmarked import find_quantities

if TYPE_CHECKING:
    from paraplu.report.bands import Word
    from paraplu.report.census import Tally
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts

__all__ = ["count_claim", "judge_claim"]


def judge_claim(mark: Mark, facts: Facts, *, place: str) -> Judged:
    """Count who says what a claim says, and whether its word fits.

    Parameters
    ----------
    mark
        A mark ``.claim``.
    facts
        What the study knows.
    place
        ``file:line`` for problems.

    """
    claim = read_claim(mark, facts, place=place)
    if isinstance(claim, Judged):
        return claim
    word = _read_word(mark, facts, place=place)
    if isinstance(word, Judged):
        return word
    wrong = _check_sense(mark, claim, facts, place=place)
    return wrong or _judge_count(mark, claim, word.word, facts, place=place)


def _judge_count(mark: Mark, claim: Claim, word: str, facts: Facts, *, place: str) -> Judged:
    """Count, and say whether the word fits."""
    tally = count_claim(claim, facts)
    if tally.total < facts.least:
        return failed(mark, "P443", place, least=facts.least)
    if tally.total < min(band.from_n for band in facts.bands):
        return failed(
            mark, "P447", place, seen=mark.text, count=tally.count, total=tally.total, at=place
        )
    if not bands.holds(word, tally.count, tally.total, bands=facts.bands):
        return _refuse(mark, tally, facts, place=place)
    labels = _labels(word, claim, tally, facts)
    return passed(
        mark,
        note="; ".join(_notes(claim, tally, facts)),
        label="; ".join(labels) or LABELS["holds"],
    )


def count_claim(claim: Claim, facts: Facts, *, rule: str = "") -> Tally:
    """Count the respondents of a claim; `rule` as in `Census.tally`."""
    return facts.census.tally(
        claim.expression,
        conditions=claim.conditions,
        against=claim.against,
        everyone=claim.everyone,
        members=None if claim.group is None else claim.group.members,
        rule=rule,
    )


def _read_word(mark: Mark, facts: Facts, *, place: str) -> Word | Judged:
    """Return the one word that carries the claim; nothing may change what it says."""
    found = bands.find_word(mark.text, bands=facts.bands)
    allowed = ", ".join(dict.fromkeys(band.word for band in facts.bands))
    if len(found) != 1:
        return failed(mark, "P444", place, seen=mark.text, allowed=allowed)
    word = found[0]
    rest = f"{mark.text[: word.start]} · {mark.text[word.end :]}"
    modifiers = words.compile_words(words.MODIFIERS)
    changing = modifiers.search(fold(rest).text)
    seen = changing[0] if changing else ""
    if not seen:
        before = fold(mark.before if not mark.text[: word.start].strip() else "").text.rstrip()
        ends = [match[0] for match in modifiers.finditer(before) if match.end() == len(before)]
        seen = ends[0] if ends else ""
    if not seen:
        seen = next(iter(find_quantities(rest, vocabulary=facts.vocabulary)), "")
    if seen:
        return failed(mark, "P445", place, seen=seen, word=word.word)
    return word


def _check_sense(mark: Mark, claim: Claim, facts: Facts, *, place: str) -> Judged | None:
    """Return what is wrong between the claim, its sentence and how respondents were chosen."""
    mentioned = mentioned_groups(mark.text, facts.groups)
    own = (claim.group.attribute, claim.group.value) if claim.group else ("", "")
    other = [
        value
        for attribute, value in mentioned
        if (attribute, value) != own and own[0] in {"", attribute}
    ]
    if other and own not in mentioned:
        group = claim.group.value if claim.group else NOTES["all"]
        return failed(mark, "P438", place, seen=mark.text, mentioned=other[0], group=group)
    if not claim.conditions and not _speaks_of_speaking(mark):
        return failed(mark, "P439", place)
    return _check_selection(mark, claim, facts, place=place)


def _check_selection(mark: Mark, claim: Claim, facts: Facts, *, place: str) -> Judged | None:
    """Refuse a claim over people who were chosen for what it says."""
    people = facts.census.people
    members = (
        people if claim.group is None else people[people["respondent"].isin(claim.group.members)]
    )
    for code in claim.codes:
        chosen = facts.study.settings.report.selection.get(code, ())
        if chosen and len(members) and members["groep"].isin(chosen).all():
            return failed(mark, "P449", place, code=code, groups=", ".join(chosen))
    return None


def _speaks_of_speaking(mark: Mark) -> bool:
    """Tell whether a sentence says that something came up."""
    if words.compile_words(words.COMING_UP).search(fold(mark.sentence).text):
        return True
    around = f"{fold(mark.before).text} {fold(mark.text).text}".split()
    place = len(fold(mark.before).text.split())
    return "bij" in around[max(place - 1, 0) : place + 1]


def _refuse(mark: Mark, tally: Tally, facts: Facts, *, place: str) -> Judged:
    """Say what the data say instead."""
    fitting = bands.holding(tally.count, tally.total, bands=facts.bands)
    mixed = len(tally.mixed)
    return failed(
        mark,
        "P446",
        place,
        seen=mark.text,
        count=tally.count,
        total=tally.total,
        share=write_number(100 * tally.count / tally.total, unit="%"),
        mixed=f" ({NOTES['mixed'].format(count=mixed)})" if mixed else "",
        allowed=", ".join(f"'{word}'" for word in fitting) or NOTES["no word"],
        at=place,
    )


def _notes(claim: Claim, tally: Tally, facts: Facts) -> list[str]:
    """Return what stands in the margin: numerator, denominator, and what to know of them."""
    few = 0 < tally.count < facts.least
    template = f"{'few ' if few else ''}of {'all' if claim.everyone else 'spoken'}"
    notes = [NOTES[template].format(count=tally.count, total=tally.total)]
    mixed = len(tally.mixed)
    if mixed:
        shown = NOTES["fewer"].format(least=facts.least) if mixed < facts.least else mixed
        notes.append(NOTES["mixed"].format(count=shown))
    if tally.unread:
        notes.append(NOTES["unread"].format(count=tally.unread))
    group = claim.group
    if group and group.attribute not in facts.study.settings.privacy.published:
        notes.append(NOTES["by"].format(attribute=group.attribute))
    if facts.census.double and not facts.trust.was_doubled(claim.codes, claim.attributes):
        notes.append(NOTES["consensus only"])
    elif not facts.census.is_doubled(tally.base):
        notes.append(NOTES["partly doubled"])
    return notes


def _labels(word: str, claim: Claim, tally: Tally, facts: Facts) -> list[str]:
    """Return in which ways a claim only just holds."""
    labels = []
    bare = tally.count - len(tally.mixed)
    if len(tally.mixed) and not bands.holds(word, bare, tally.total, bands=facts.bands):
        labels.append(LABELS["thin"])
    if claim.group is None and not _holds_balanced(word, tally, facts):
        labels.append(LABELS["composition"])
    doubled = facts.trust.was_doubled(claim.codes, claim.attributes)
    if doubled and facts.census.is_doubled(tally.base) and not _holds_by_coder(word, claim, facts):
        labels.append(LABELS["coder"])
    if _read_differently(claim, facts):
        labels.append(LABELS["reading"])
    return labels


def _holds_balanced(word: str, tally: Tally, facts: Facts) -> bool:
    """Tell whether a word also holds when every group weighs the same."""
    groups = facts.census.people.set_index("respondent")["groep"]
    base = groups.loc[tally.base].value_counts()
    held = groups.loc[tally.holders].value_counts()
    shares = [Fraction(int(held.get(name, 0)), int(total)) for name, total in base.items()]
    share = sum(shares, Fraction(0)) / len(shares)
    return bands.share_holds(word, share, tally.total, bands=facts.bands)


def _holds_by_coder(word: str, claim: Claim, facts: Facts) -> bool:
    """Tell whether a word also holds on `any` and on `both` coders of the double round."""
    for rule in ("any", "both"):
        tally = count_claim(claim, facts, rule=rule)
        if not tally.total or not bands.holds(word, tally.count, tally.total, bands=facts.bands):
            return False
    return True


def _read_differently(claim: Claim, facts: Facts) -> bool:
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
