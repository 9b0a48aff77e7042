"""Judging numbers: those that notebooks wrote, and public context figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from paraplu.messages.report import LABELS, NOTES
from paraplu.report.folding import fold
from paraplu.report.judged import Judged, failed, near, passed
from paraplu.report.numbers import Written, agrees, read_numbers, write_number
from paraplu.report.unmarked import find_quantities
from paraplu.report.words import MODIFIERS, compile_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.artefacts import StoredValue
    from paraplu.records import ContextFigure
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts

__all__ = ["judge_context", "judge_value", "mismatch"]

PAIR = 2
PERCENT = "%"


def judge_value(mark: Mark, facts: Facts, *, place: str) -> Judged:
    """Compare a number with the value that a notebook wrote, or fill it in.

    Parameters
    ----------
    mark
        A mark ``.value`` with `key`.
    facts
        What the study knows.
    place
        ``file:line`` for problems.

    """
    key = mark.attributes["key"]
    value = facts.public_values.get(key)
    if value is None:
        pending = facts.pending_value(key)
        if pending:
            return Judged(mark, {}, pending)
        return failed(mark, "P415", place, key=key, allowed=near(key, facts.public_values))
    out_of = NOTES["of all"]
    shown = write_number(value.number, unit=value.unit)
    note = "" if value.denominator is None else _out_of(out_of, shown, value.denominator)
    if _is_changed(mark, facts):
        return failed(mark, "P417", place, seen=_with_before(mark))
    if not mark.text.strip():
        wrong = _check_percentage(replace(mark, text=shown), value, facts, place=place)
        return wrong or passed(mark, text=shown, note=note, about=value.label)
    numbers = read_numbers(mark.text)
    code = mismatch(mark.text, numbers, value)
    if code:
        return failed(
            mark, code, place, seen=mark.text, key=key, actual=note or shown, allowed=shown
        )
    return _check_percentage(mark, value, facts, place=place) or passed(
        mark, note="; ".join(_value_notes(mark, note, numbers)), about=value.label
    )


def _value_notes(mark: Mark, note: str, numbers: Sequence[Written]) -> list[str]:
    """Return what stands beside a written number."""
    notes = [note] if note and len(numbers) != PAIR else []
    reason = mark.attributes.get("override", "").strip()
    return [*notes, NOTES["override"].format(reason=reason)] if reason else notes


def _check_percentage(mark: Mark, value: StoredValue, facts: Facts, *, place: str) -> Judged | None:
    """Refuse a percentage of few, unless the author says why; and a reason that is not needed."""
    least = facts.study.settings.report.percent_from
    percent = any(number.percent for number in read_numbers(mark.text))
    few = percent and value.denominator is not None and value.denominator < least
    reason = mark.attributes.get("override", "").strip()
    if few and not reason:
        return failed(
            mark, "P429", place, seen=mark.text, total=value.denominator, least=least,
            shown=write_number(value.number),
        )  # fmt: skip
    if not few and "override" in mark.attributes:
        return failed(mark, "P406", place, kind="value", name="'override'", allowed="key")
    return None


def mismatch(text: str, numbers: Sequence[Written], value: StoredValue) -> str:
    """Return the code of what is wrong with a written number, or nothing when it agrees.

    A text with two numbers is read as *count van de total*; a percentage of a value with a
    denominator as its share.
    """
    if not numbers and fold(text).text.strip() == "een":
        return "" if value.number == 1 else "P416"
    if _foreign_digits(text, numbers) or len(numbers) not in {1, PAIR}:
        return "P417"
    first, *rest = numbers
    if rest:
        between = fold(text[first.end : rest[0].start]).text.split()
        if between not in (["van", "de"], ["van"], ["op", "de"]) or value.denominator is None:
            return "P417"
        agreed = agrees(first, value.number) and agrees(rest[0], value.denominator)
        return "" if agreed else "P416"
    target = _target(first, value)
    if target is None:
        return "P418"
    return "" if agrees(first, target) else "P416"


def _target(written: Written, value: StoredValue) -> float | None:
    """Return the number that a single number should be; None when the units differ."""
    if written.percent == (value.unit == PERCENT):
        return value.number
    if written.percent and value.denominator:
        return 100 * value.number / value.denominator
    return None


def judge_context(mark: Mark, facts: Facts, *, place: str) -> Judged:
    """Compare a public figure with the list of figures, or fill it in.

    Parameters
    ----------
    mark
        A mark ``.context`` with `key`.
    facts
        What the study knows.
    place
        ``file:line`` for problems.

    """
    key = mark.attributes["key"]
    if key in facts.context.missing:
        return _judge_missing(mark, place=place)
    figure = facts.context.figures.get(key)
    if figure is None:
        allowed = near(key, [*facts.context.figures, *facts.context.missing])
        return failed(mark, "P420", place, key=key, allowed=allowed)
    code = _misplaced(mark, figure)
    if code:
        return failed(mark, code, place, key=key)
    if _is_changed(mark, facts):
        return failed(mark, "P417", place, seen=_with_before(mark))
    shown = _write_figure(figure)
    text = mark.text.strip()
    code = _context_mismatch(text, figure) if text else ""
    if code:
        return failed(mark, code, place, seen=text, key=key, actual=shown, allowed=shown)
    source = facts.context.sources.get(figure.source, figure.source)
    filled = {} if text else {"text": shown}
    if figure.conflicts_with in facts.context.figures:
        filled["label"] = LABELS["conflict"]
    return passed(mark, note=_context_note(figure, facts), source=source, **filled)


def _misplaced(mark: Mark, figure: ContextFigure) -> str:
    """Return the code of what is wrong with where a figure stands.

    In a box of its own, apart from the interviews; one from after them under *sindsdien*.
    """
    if not any(name == "sindsdien" or name.startswith("callout-") for name in mark.inside):
        return "P457"
    return "P422" if figure.after_fieldwork and "sindsdien" not in mark.inside else ""


def _judge_missing(mark: Mark, *, place: str) -> Judged:
    """Judge a figure that was looked for and not found: it must say so."""
    text = mark.text.strip()
    if text and fold(text).text != NOTES["no figure"]:
        return failed(mark, "P423", place, key=mark.attributes["key"])
    filled = {} if text else {"text": NOTES["no figure"]}
    return passed(mark, note=NOTES["no figure found"], **filled)


def _context_mismatch(text: str, figure: ContextFigure) -> str:
    """Return the code of what is wrong with a written figure, or nothing when it agrees."""
    numbers = read_numbers(text)
    if len(numbers) != 1 or _foreign_digits(text, numbers):
        return "P417"
    if numbers[0].percent != (figure.unit == PERCENT):
        return "P418"
    return "" if agrees(numbers[0], figure.value) else "P421"


def _context_note(figure: ContextFigure, facts: Facts) -> str:
    """Say of whom, what, when, and whether another source says otherwise."""
    parts = [
        NOTES["context"].format(
            shown=_write_figure(figure), of=figure.of, measure=figure.measure, year=figure.year
        )
    ]
    if figure.n is not None:
        parts.append(NOTES["context n"].format(n=write_number(figure.n)))
    if figure.after_fieldwork:
        parts.append(NOTES["context after"])
    other = facts.context.figures.get(figure.conflicts_with)
    if other is not None:
        source = facts.context.sources.get(other.source, other.source)
        parts.append(
            NOTES["context other"].format(
                shown=_write_figure(other), year=other.year, source=source
            )
        )
    if figure.note:
        parts.append(figure.note)
    return "; ".join(parts)


def _write_figure(figure: ContextFigure) -> str:
    """Write a public figure with its unit."""
    text = write_number(figure.value)
    return f"{text}%" if figure.unit == PERCENT else f"{text} {figure.unit}".strip()


def _is_changed(mark: Mark, facts: Facts) -> bool:
    """Tell whether words in or before a number change what it says, or add a quantity."""
    rest = list(mark.text)
    for number in read_numbers(mark.text):
        rest[number.start : number.end] = " " * (number.end - number.start)
    inside = "".join(rest).replace("%", " ")
    modifiers = compile_words(MODIFIERS)
    if modifiers.search(fold(inside).text):
        return True
    if any(not seen[0].isdigit() for seen in find_quantities(inside, vocabulary=facts.vocabulary)):
        return fold(inside).text.split() not in (["procent"], ["percent"], ["een"])
    before = fold(mark.before).text.rstrip()
    return any(match.end() == len(before) for match in modifiers.finditer(before))


def _with_before(mark: Mark) -> str:
    """Return a mark with the word before it, as it is read."""
    return " ".join([*mark.before.split()[-2:], mark.text]).strip()


def _out_of(template: str, shown: str, total: int) -> str:
    """Write a number with its denominator."""
    return template.format(count=shown, total=write_number(total))


def _foreign_digits(text: str, numbers: Sequence[Written]) -> bool:
    """Tell whether digits remain that are no number as Dutch writes them."""
    rest = list(text)
    for number in numbers:
        rest[number.start : number.end] = " " * (number.end - number.start)
    return any(character.isnumeric() for character in rest)
