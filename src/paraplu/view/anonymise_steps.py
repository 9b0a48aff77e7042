"""Deciding in the app: steps as a page asks for them, and the way back."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from paraplu import messages
from paraplu.anonymise import deciding, mending
from paraplu.anonymise.detection import LABELS
from paraplu.errors import Refused
from paraplu.formats import is_replacement
from paraplu.formats.transcript_text import split_turns
from paraplu.study.deciding import change_decisions, decisions_state
from paraplu.view.anonymise import faults, open_raw, suggest
from paraplu.view.protocol import OFFSET, Message

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from paraplu.records import Decisions
    from paraplu.study import Study

__all__ = ["StepModel", "StepsModel", "Trails", "VersionModel"]

Offset = Annotated[int, Field(ge=0, lt=OFFSET)]
VERSION = r"^[0-9a-f]{24}$"
LONGEST = 80
REMEMBERED = 500
UNDONE, REDONE = "ongedaan gemaakt", "opnieuw gedaan"


class VersionModel(Message):
    """What was seen when something is asked."""

    version: str = Field(pattern=VERSION)


class StepModel(Message):
    """One decision; which fields count depends on `op`. Without replacement one is suggested."""

    op: Literal[
        "accept", "reject", "relabel", "rename", "merge", "split", "add", "borders", "finish"
    ]
    numbers: list[Annotated[int, Field(ge=0, lt=OFFSET)]] = Field(
        default_factory=list, max_length=1000
    )
    starts: list[Offset] = Field(default_factory=list, max_length=1000)
    start: Offset = 0
    end: Offset = 0
    label: str = Field(default="", max_length=20)
    replacement: str = Field(default="", max_length=LONGEST)


class StepsModel(VersionModel):
    """Decisions that are taken together: all of them, or none."""

    steps: list[StepModel] = Field(min_length=1, max_length=200)


@dataclass(slots=True)
class Trail:
    """What somebody decided on an interview: every version, where we are, and its state."""

    versions: list[Decisions] = field(default_factory=list)
    place: int = 0
    state: str = ""


class Trails:
    """Carries out steps and keeps the way back, in the memory of the program.

    Parameters
    ----------
    clock
        Gives the time with its zone.

    """

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        """Remember nothing yet."""
        self._clock = clock
        self._trails: dict[tuple[str, str], Trail] = {}
        self._lock = threading.Lock()

    def decide(self, study: Study, interview: str, asked: StepsModel, *, who: str) -> None:
        """Carry out steps over the version that was seen.

        Raises
        ------
        Refused
            P530 when it is no longer that version, P164 to P168, P532, P535, P536 when a step
            cannot be, P162 when mentions would overlap, and as `open_raw`. Nothing is written
            then.

        """
        open_raw(study, interview)
        seen: list[Decisions] = []

        def change(decisions: Decisions, text: str) -> Decisions:
            seen.append(decisions)
            changed = decisions
            for step in asked.steps:
                changed = carry_out(changed, step, raw=text, who=who, time=self._time())
            known = len(faults(text, decisions))
            found = faults(text, changed)
            if len(found) > known:
                raise Refused(found)
            return changed

        with self._lock:
            after = change_decisions(study, interview, change, state=asked.version)
            trail = self._trails.setdefault((who, interview), Trail())
            if trail.state != asked.version:
                trail.versions, trail.place = seen, 0
            trail.versions = [*trail.versions[: trail.place + 1], after][-REMEMBERED:]
            trail.place = len(trail.versions) - 1
            trail.state = decisions_state(study, interview)

    def go(self, study: Study, interview: str, asked: VersionModel, *, who: str, way: int) -> None:
        """Go a step back (-1) or forward (1); the log of the decisions keeps both.

        Raises
        ------
        Refused
            P531 when there is no such step, or somebody else decided after it; P530 and as
            `open_raw`.

        """
        open_raw(study, interview)
        with self._lock:
            trail = self._trails.get((who, interview), Trail())
            there = trail.place + way
            if asked.version != trail.state or not 0 <= there < len(trail.versions):
                raise Refused([messages.problem("P531", interview)])
            what = UNDONE if way < 0 else REDONE

            def change(decisions: Decisions, _: str) -> Decisions:
                earlier = trail.versions[there]
                time = self._time()
                return mending.restore(decisions, earlier=earlier, what=what, who=who, time=time)

            change_decisions(study, interview, change, state=asked.version)
            trail.place, trail.state = there, decisions_state(study, interview)

    def ways(self, study: Study, interview: str, *, who: str) -> dict[str, bool]:
        """Tell whether there is a step to undo and one to redo."""
        with self._lock:
            trail = self._trails.get((who, interview), Trail())
            fresh = bool(trail.state) and trail.state == decisions_state(study, interview)
            last = len(trail.versions) - 1
            return {"undo": fresh and trail.place > 0, "redo": fresh and trail.place < last}

    def _time(self) -> str:
        """Return the time as decisions note it."""
        return self._clock().isoformat(timespec="seconds")


def carry_out(decisions: Decisions, step: StepModel, *, raw: str, who: str, time: str) -> Decisions:
    """Carry out one step.

    Raises
    ------
    Refused
        P164 to P168, P532, P535 or P536 when it cannot be.

    """
    by = {"who": who, "time": time}
    numbers = list(dict.fromkeys(step.numbers))
    number = numbers[0] if numbers else 0
    if step.op == "finish":
        return deciding.finish(decisions, **by)
    if step.op == "accept":
        return deciding.accept(decisions, numbers=numbers, **by)
    if step.op == "reject":
        return deciding.reject(decisions, numbers=numbers, **by)
    if step.op == "merge":
        if len(numbers) < 2:  # noqa: PLR2004  one with itself is no merge
            raise Refused([messages.problem("P535", decisions.id)])
        return deciding.merge(decisions, numbers=numbers, **by)
    if step.op in {"add", "borders"}:
        _stay_in_turn(decisions, step, raw=raw)
    if step.op == "borders":
        mention = step.starts[0] if step.starts else step.start
        return mending.move_borders(
            decisions, raw=raw, number=number, mention=mention, start=step.start, end=step.end, **by
        )
    return _replace(decisions, step, number=number, raw=raw, by=by)


def _stay_in_turn(decisions: Decisions, step: StepModel, *, raw: str) -> None:
    """Refuse a mention that takes the letter of a speaker with it, or words of two (P536)."""
    turns, _ = split_turns(raw, interview=decisions.id, double=False)
    inside = any(turn.start <= step.start and step.end <= turn.end for turn in turns)
    if step.end <= len(raw) and not inside:
        raise Refused([messages.problem("P536", decisions.id)])


def _replace(
    decisions: Decisions, step: StepModel, *, number: int, raw: str, by: dict[str, str]
) -> Decisions:
    """Carry out a step that says what replaces something."""
    if step.op == "add":
        label, words = step.label, raw[step.start : step.end]
        replacement = _replacement(decisions, step, label=label, words=words)
        return deciding.add(
            decisions, raw=raw, start=step.start, end=step.end, label=label,
            replacement=replacement, **by,
        )  # fmt: skip
    entity = decisions.entities[number - 1] if 0 < number <= len(decisions.entities) else None
    mentions = entity.occurrences if entity else ()
    if step.op == "split":
        mentions = tuple(each for each in mentions if each.start in step.starts)
    words = mentions[0].text if mentions else ""
    label = step.label if step.op == "relabel" or entity is None else entity.label
    replacement = _replacement(decisions, step, label=label, words=words)
    if step.op == "relabel":
        return deciding.relabel(
            decisions, number=number, label=label, replacement=replacement, **by
        )
    if step.op == "rename":
        return deciding.rename(decisions, number=number, replacement=replacement, **by)
    return deciding.split(
        decisions, number=number, starts=step.starts, replacement=replacement, **by
    )


def _replacement(decisions: Decisions, step: StepModel, *, label: str, words: str) -> str:
    """Return what is asked for in brackets, or what is suggested when nothing is asked."""
    asked = step.replacement.strip()
    if not asked and label in LABELS and (words or label not in {"DATE", "AGE"}):
        return suggest(label, words, decisions=decisions)
    whole = asked if asked.startswith("[") and asked.endswith("]") else f"[{asked}]"
    if not is_replacement(whole) or not whole.isprintable():
        raise Refused([messages.problem("P532", decisions.id)])
    return whole
