"""Decisions as they are typed: ``3:120=persoon 8``, ``310-325=EVENT:een incident``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer

from paraplu.messages import anonymising as texts

if TYPE_CHECKING:
    from paraplu.cli.anonymising import Choices
    from paraplu.records import Decisions

__all__ = ["carry_out"]

_NUMBERS = re.compile(r"\d+(?:,\d+)*")
_SPLIT = re.compile(r"(?P<number>\d+):(?P<starts>\d+(?:,\d+)*)=(?P<with>.+)")
_RELABEL = re.compile(r"(?P<number>\d+)=(?P<label>[A-Za-z]+):(?P<with>.+)")
_RENAME = re.compile(r"(?P<number>\d+)=(?P<with>.+)")
_ADD = re.compile(r"(?P<start>\d+)-(?P<end>\d+)=(?P<label>[A-Za-z]+):(?P<with>.+)")


def carry_out(
    decisions: Decisions, *, choices: Choices, raw: str, who: str, time: str
) -> Decisions:
    """Carry out everything that was typed: what changes numbers comes last.

    Raises
    ------
    typer.BadParameter
        When something cannot be read.
    Refused
        When it can be read and not be done.

    """
    from paraplu.anonymise import deciding

    by = {"who": who, "time": time}
    if choices.accept:
        numbers = _numbers(choices.accept, "--accept")
        decisions = deciding.accept(decisions, numbers=numbers, **by)
    if choices.reject:
        numbers = _numbers(choices.reject, "--reject")
        decisions = deciding.reject(decisions, numbers=numbers, **by)
    for given in choices.relabel:
        found = _read(_RELABEL, given, "--relabel", texts.RELABEL_FORM)
        label, number = found["label"].upper(), int(found["number"])
        replacement = _bracket(found["with"])
        decisions = deciding.relabel(
            decisions, number=number, label=label, replacement=replacement, **by
        )
    for given in choices.rename:
        found = _read(_RENAME, given, "--rename", texts.RENAME_FORM)
        replacement = _bracket(found["with"])
        decisions = deciding.rename(
            decisions, number=int(found["number"]), replacement=replacement, **by
        )
    return _renumber(decisions, choices=choices, raw=raw, by=by)


def _renumber(decisions: Decisions, *, choices: Choices, raw: str, by: dict[str, str]) -> Decisions:
    """Carry out what changes the numbers of entities, and the end of a reading."""
    from paraplu.anonymise import deciding

    for given in choices.add:
        found = _read(_ADD, given, "--add", texts.ADD_FORM)
        decisions = deciding.add(
            decisions,
            raw=raw,
            start=int(found["start"]),
            end=int(found["end"]),
            label=found["label"].upper(),
            replacement=_bracket(found["with"]),
            **by,
        )
    for given in choices.split:
        found = _read(_SPLIT, given, "--split", texts.SPLIT_FORM)
        starts = [int(start) for start in found["starts"].split(",")]
        replacement = _bracket(found["with"])
        decisions = deciding.split(
            decisions, number=int(found["number"]), starts=starts, replacement=replacement, **by
        )
    for given in choices.merge:
        decisions = deciding.merge(decisions, numbers=_numbers(given, "--merge"), **by)
    return deciding.finish(decisions, **by) if choices.done else decisions


def _numbers(given: str, option: str) -> list[int]:
    """Read numbers with commas."""
    _read(_NUMBERS, given, option, texts.NUMBERS_FORM)
    return [int(number) for number in given.split(",")]


def _read(pattern: re.Pattern[str], given: str, option: str, form: str) -> re.Match[str]:
    """Match what was typed, or say how it is written."""
    found = pattern.fullmatch(given.strip())
    if found is None:
        raise typer.BadParameter(form, param_hint=option)
    return found


def _bracket(words: str) -> str:
    """Return a replacement in brackets."""
    return f"[{words.strip().strip('[]')}]"
