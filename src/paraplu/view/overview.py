"""The study as the coding room shows it: who codes what, and how far they are."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from paraplu.view.interview import speaking, writable
from paraplu.view.protocol import codings_of

if TYPE_CHECKING:
    from paraplu.records import Transcript
    from paraplu.study import Study
    from paraplu.study.ledgers import Ledgers

__all__ = ["describe_study"]


def describe_study(study: Study, *, coder: str, ledgers: Ledgers) -> dict[str, Any]:
    """Return the study for one coder.

    Returns
    -------
    dict
        title, fictional, coder, coders, rounds, and per interview its respondents, number of
        turns of respondents and words, status, whether it is the coder's, whose work is
        visible, and the progress of each of those: codings, turns of respondents with at
        least one coding, and the time of the last one.

    """
    plan = study.plan()
    coders = [{"id": each.id, "background": each.background} for each in plan.coders]
    return {
        "title": study.settings.study.title,
        "fictional": study.settings.study.fictional,
        "coder": next(
            (each for each in coders if each["id"] == coder), {"id": coder, "background": ""}
        ),
        "coders": coders,
        "presence": plan.presence,
        "rounds": [
            {
                "id": each.id, "coders": list(each.coders), "codebook": each.codebook,
                "interviews": list(each.interviews), "blind": each.blind, "why": each.why,
            }
            for each in plan.rounds
        ],
        "interviews": [
            _describe(study, transcript, coder=coder, ledgers=ledgers)
            for transcript in study.transcripts.values()
        ],
    }  # fmt: skip


def _describe(
    study: Study, transcript: Transcript, *, coder: str, ledgers: Ledgers
) -> dict[str, Any]:
    """Return one interview."""
    plan = study.plan()
    visible = plan.visible(coder, transcript.id)
    spoken = [turn for turn in transcript.turns if turn.role != "I"]
    working = [
        each
        for each in visible
        if plan.covers(each, transcript.id) or ledgers.read(each, transcript.id).state
    ]
    return {
        "id": transcript.id,
        "kind": transcript.kind,
        "status": transcript.status,
        "respondents": speaking(study, transcript.id),
        "turns": len(spoken),
        "words": sum(len(turn.text.split()) for turn in spoken),
        "mine": writable(study, coder, transcript.id),
        "visible": list(visible),
        "progress": [
            {"coder": each, "turns": len(spoken), **_progress(study, transcript, each, ledgers)}
            for each in working
        ],
    }


def _progress(study: Study, transcript: Transcript, coder: str, ledgers: Ledgers) -> dict[str, Any]:
    """Return how many codings a coder made, in how many turns of respondents, and when last."""
    codings = codings_of(ledgers, coder, transcript=transcript, codebook=study.codebook())
    starts = [turn.start for turn in transcript.turns]
    reached: set[int] = set()
    for coding in codings:
        first = max(bisect_right(starts, coding.start) - 1, 0)
        last = max(bisect_right(starts, coding.end - 1) - 1, first)
        reached.update(range(first, last + 1))
    done = sum(place in reached for place, turn in enumerate(transcript.turns) if turn.role != "I")
    latest = max((coding.time for coding in codings), default="")
    return {"codings": len(codings), "turns_coded": done, "last": latest}
