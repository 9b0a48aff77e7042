"""Rewriting numbers in essays that the data have left behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.report.facts import Facts
from paraplu.report.judging import essay_paths
from paraplu.report.numbers import WORDS, read_numbers, write_number
from paraplu.report.reading import read_essays
from paraplu.report.values import mismatch

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from paraplu.artefacts import StoredValue
    from paraplu.report.essay import Mark
    from paraplu.report.numbers import Written
    from paraplu.study import Study

__all__ = ["Difference", "update"]

PAIR = 2


@dataclass(frozen=True, slots=True)
class Difference:
    """A number that was rewritten: where, which key, and what it said before and after."""

    place: str
    key: str
    old: str
    new: str


def update(study: Study, *, essays: Iterable[str | Path] | None = None) -> tuple[Difference, ...]:
    """Rewrite filled ``.value`` marks that differ from what notebooks wrote, in place.

    Words stay words up to twintig, decimals stay as many; line ends and everything else of
    the file are kept. Marks that cannot be read as a number are left for the judge.

    Parameters
    ----------
    study
        The study.
    essays
        Names or files; all by default.

    Returns
    -------
    tuple of Difference
        In the order of the essays.

    """
    facts = Facts(study)
    paths = essay_paths(study.root, essays)
    made: list[Difference] = []
    for path, essay in zip(paths, read_essays(paths, root=study.root), strict=True):
        changes = [
            (mark, new)
            for mark in essay.marks
            if mark.kind == "value" and (new := _renewed(mark, facts)) is not None
        ]
        made += _rewrite(path, changes, place=essay.path)
    return tuple(made)


def _renewed(mark: Mark, facts: Facts) -> str | None:
    """Return the text that a mark should have, or None when nothing is to be changed."""
    value = facts.public_values.get(mark.attributes.get("key", ""))
    if value is None:
        return None
    numbers = read_numbers(mark.text)
    if mismatch(mark.text, numbers, value) != "P416" or not numbers:
        return None
    text = mark.text
    for written, number in reversed(list(zip(numbers, _targets(numbers, value), strict=True))):
        text = text[: written.start] + _write(written, number, text) + text[written.end :]
    return text


def _targets(numbers: list[Written], value: StoredValue) -> list[float]:
    """Return what each number of a mark should be."""
    if len(numbers) == PAIR:
        return [value.number, float(value.denominator or 0)]
    if numbers[0].percent and value.unit != "%" and value.denominator:
        return [100 * value.number / value.denominator]
    return [value.number]


def _write(written: Written, number: float, text: str) -> str:
    """Write a number in the form that it had: a word, or with as many decimals."""
    if written.word and float(number).is_integer() and 0 <= number < len(WORDS):
        word = "één" if number == 1 else WORDS[int(number)]
        return word.capitalize() if text[written.start].isupper() else word
    decimals = 0 if float(number).is_integer() else max(written.decimals, 0)
    if not float(number).is_integer() and abs(number) < 1:
        decimals = max(decimals, PAIR)
    return write_number(number, decimals=decimals)


def _rewrite(path: Path, changes: list[tuple[Mark, str]], *, place: str) -> list[Difference]:
    """Put new texts in the place of old ones, from the end of the file on."""
    raw = path.read_bytes().decode("utf-8")
    lines = raw.splitlines(keepends=True)
    made = []
    for mark, new in sorted(changes, key=lambda change: change[0].place, reverse=True):
        row = mark.place.line - 1
        start = mark.place.column - 1 + (1 if row == 0 and raw.startswith("\ufeff") else 0)
        old = f"[{mark.text}]"
        if not lines[row].startswith(old, start):
            continue
        lines[row] = lines[row][:start] + f"[{new}]" + lines[row][start + len(old) :]
        key = mark.attributes["key"]
        made.append(Difference(f"{place}:{mark.place.line}", key, mark.text, new))
    if made:
        _replace(path, "".join(lines))
    return made[::-1]


def _replace(path: Path, text: str) -> None:
    """Write a file beside the old one, then put it in its place."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(text.encode("utf-8"))
    beside.replace(path)
