"""Decisions changed on disk: over what was seen, by one at a time, or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from paraplu import formats, messages
from paraplu.anonymise import apply_decisions
from paraplu.errors import Refused
from paraplu.study.anonymising import (
    decisions_path,
    read_decisions,
    read_raw,
    save_decisions,
)
from paraplu.study.locking import held
from paraplu.study.memos import state_of
from paraplu.study.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from paraplu.records import Decisions
    from paraplu.study.repository import Study

__all__ = [
    "change_decisions",
    "decisions_state",
    "held_decisions",
    "keep_proposal",
    "refuse_strange",
]

STRANGE = ("P160", "P161")


def decisions_state(study: Study, interview: str) -> str:
    """Return what changes when the decisions do; empty when there are none."""
    path = decisions_path(study, interview)
    return state_of(read_text(path, root=study.root).text) if path.is_file() else ""


@contextmanager
def held_decisions(study: Study, interview: str, *, state: str | None = None) -> Iterator[None]:
    """Keep others from deciding during the block.

    Parameters
    ----------
    study, interview
        On what.
    state
        What `decisions_state` gave to who decides; None for who did not look before.

    Raises
    ------
    Refused
        P530 when the decisions are in another state by now, P510 when the disk refuses.

    """
    with held(study.root, "anonymise", place=interview):
        if state is not None and decisions_state(study, interview) != state:
            raise Refused([messages.problem("P530", interview, interview=interview)])
        yield


def change_decisions(
    study: Study,
    interview: str,
    change: Callable[[Decisions, str], Decisions],
    *,
    state: str | None = None,
) -> Decisions:
    """Carry out what a person decides, and write it.

    Parameters
    ----------
    study, interview, state
        As in `held_decisions`.
    change
        Gets the decisions as they stand and the raw text; what it raises goes on to the
        caller, and nothing is written.

    Raises
    ------
    Refused
        P169 without raw text, P170 when there are no decisions yet, P160 or P161 when they are of
        another text, P532 when something would be replaced by what cannot stand in a text, P510
        and P530 as in `held_decisions`.

    """
    with held_decisions(study, interview, state=state):
        decisions = read_decisions(study, interview)
        if decisions is None:
            place = "interviews/raw"
            raise Refused([messages.problem("P170", place, interview=interview)])
        raw = read_raw(study, interview)
        refuse_strange(decisions, raw=raw)
        changed = change(decisions, raw)
        if not all(formats.is_replacement(entity.replacement) for entity in changed.entities):
            raise Refused([messages.problem("P532", interview)])
        save_decisions(study, changed)
    return changed


def keep_proposal(study: Study, proposal: Decisions) -> Decisions:
    """Write a proposal where nothing is decided yet, and return what stands there after it.

    Looking for names takes a while; who proposed and decided meanwhile goes first.
    """
    with held_decisions(study, proposal.id):
        there = read_decisions(study, proposal.id)
        if there is not None:
            return there
        save_decisions(study, proposal)
    return proposal


def refuse_strange(decisions: Decisions, *, raw: str) -> None:
    """Refuse decisions on other words than these; mentions that overlap can still be mended.

    Raises
    ------
    Refused
        P160 or P161.

    """
    try:
        apply_decisions(raw, decisions=decisions)
    except Refused as refused:
        if any(problem.code in STRANGE for problem in refused.problems):
            raise
