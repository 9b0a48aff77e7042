"""Two coders side by side: how far they agree on an interview, and where they differ."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any

from paraplu import messages
from paraplu.coding.agreement import agreement_by_code
from paraplu.coding.units import codes_per_unit, respondent_units
from paraplu.errors import Refused
from paraplu.messages.web import KINDS
from paraplu.view.interview import hidden_spans, spoken_by_others
from paraplu.view.passages import visible_codings
from paraplu.view.protocol import asdict_coding, codings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from paraplu.records import Coding, Transcript
    from paraplu.study import Study
    from paraplu.study.ledgers import Ledgers

__all__ = ["compare_everywhere", "compare_interview"]

DRAWS = 500


def compare_interview(
    study: Study, interview: str, *, a: str, b: str, coder: str, ledgers: Ledgers
) -> dict[str, Any]:
    """Compare two coders on one interview.

    Parameters
    ----------
    study, coder, ledgers
        The study as it is now, and who looks.
    interview
        What they both coded.
    a, b
        The coders; empty for the first two of the double round that may be seen.

    Returns
    -------
    dict
        `a`, `b`; `consensus`, who writes it, when that is a third whose work may be seen;
        `agreement`, a row per code that one of them gave, with α on turns of respondents
        (Krippendorff, nominal; null with a `reason` when undefined), percent agreement in
        [0, 1], and the number of codings of each; `differences`, a row per turn and code with
        the codings of both, what differs first, and what was `decided`: the codings of the
        consensus on those words, or with that code in that turn.

    Raises
    ------
    Refused
        P502 without such an interview, P509 when one of the coders may not be seen.

    """
    transcript = study.transcripts.get(interview)
    if transcript is None:
        raise Refused([messages.problem("P502", "gesprek", interview=interview[:12])])
    pair = _pair(study, interview, a=a, b=b, coder=coder)
    judge = _judge(study, interview, pair=pair, coder=coder)
    hidden, book = hidden_spans(study, transcript), study.codebook()
    a_codings, b_codings, decided = (
        spoken_by_others(codings_of(ledgers, each, transcript=transcript, codebook=book), hidden)
        if each
        else []
        for each in (*pair, judge)
    )
    return {
        "a": pair[0],
        "b": pair[1],
        "consensus": judge,
        "agreement": _agree(study, [interview], pair=pair, coder=coder, ledgers=ledgers),
        "differences": _differ(transcript, a_codings, b_codings, decided=decided),
    }


def _pair(study: Study, interview: str, *, a: str, b: str, coder: str) -> tuple[str, str]:
    """Return the two coders, or refuse to show one of them."""
    plan = study.plan()
    visible = plan.visible(coder, interview)
    usual = list(plan.double.coders) if plan.double else []
    others = [each for each in (*usual, *visible) if each in visible and each not in {a, b}]
    others = list(dict.fromkeys([*others, coder]))
    first = a or others.pop(0)
    second = b or next((each for each in others if each != first), first)
    for each in (first, second):
        if each not in visible:
            raise Refused([messages.problem("P509", "vergelijken", coder=each[:64])])
    return first, second


def _judge(study: Study, interview: str, *, pair: tuple[str, str], coder: str) -> str:
    """Return who writes the consensus, when that is a third whose work may be seen."""
    plan = study.plan()
    third = plan.presence not in pair and plan.presence in plan.visible(coder, interview)
    return plan.presence if third else ""


def compare_everywhere(
    study: Study, *, a: str, b: str, coder: str, ledgers: Ledgers
) -> list[dict[str, Any]]:
    """Compare two coders per code over every interview that the plan gives to both.

    Returns
    -------
    list of dict
        As `agreement` of `compare_interview`, with the 95% interval of α (`alpha_low`,
        `alpha_high`, null when undefined).

    Raises
    ------
    Refused
        P509 when one of the coders may not be seen in any of them.

    """
    plan = study.plan()
    both = [
        name
        for name in study.transcripts
        if plan.covers(a, name) and plan.covers(b, name)
        and {a, b} <= set(plan.visible(coder, name))
    ]  # fmt: skip
    if not both:
        raise Refused([messages.problem("P509", "vergelijken", coder=a[:64])])
    return _agree(study, both, pair=(a, b), coder=coder, ledgers=ledgers, draws=DRAWS)


def _agree(
    study: Study,
    interviews: Collection[str],
    *,
    pair: tuple[str, str],
    coder: str,
    ledgers: Ledgers,
    draws: int = 1,
) -> list[dict[str, Any]]:
    """Return the agreement per code that one of the two gave."""
    turns = study.turns()
    units = respondent_units(turns[turns["interview"].isin(interviews)])
    frames = [visible_codings(study, coder=coder, ledgers=ledgers, of=each) for each in pair]
    frames = [frame[frame["interview"].isin(interviews)] for frame in frames]
    counts = [Counter(frame["code"]) for frame in frames]
    codes = [code for code in study.codebook().codes if any(count[code] for count in counts)]
    if not codes or not len(units):
        return []
    present = [codes_per_unit(frame, units=units, codes=codes) for frame in frames]
    table = agreement_by_code(present, draws=draws, seed=study.settings.study.seed)
    shown = ["code", "alpha", *(["alpha_low", "alpha_high"] if draws > 1 else []), "percent"]
    return [
        {
            **{name: row[name] for name in shown},
            "n_a": counts[0][row["code"]],
            "n_b": counts[1][row["code"]],
            "reason": row["reason"] if row["alpha"] != row["alpha"] else "",
        }
        for row in table.to_dict("records")
    ]


def _differ(
    transcript: Transcript,
    a: list[Coding],
    b: list[Coding],
    *,
    decided: list[Coding],
) -> list[dict[str, Any]]:
    """Return the codings of both by turn and code, what differs first."""
    cells: defaultdict[tuple[int, str], tuple[list[Coding], list[Coding]]] = defaultdict(
        lambda: ([], [])
    )
    turn_of = _turns(transcript)
    for side, codings in enumerate((a, b)):
        for coding in codings:
            cells[turn_of(coding), coding.code][side].append(coding)
    rows = [
        {
            "turn": turn,
            "code": code,
            "kind": _kind(*sides),
            "a": [asdict_coding(coding) for coding in sides[0]],
            "b": [asdict_coding(coding) for coding in sides[1]],
            "decided": [
                asdict_coding(each)
                for each in decided
                if (turn_of(each) == turn and each.code == code)
                or any(each.start < one.end and one.start < each.end for one in chain(*sides))
            ],
        }
        for (turn, code), sides in cells.items()
    ]
    return sorted(rows, key=lambda row: (row["kind"] == KINDS["same"], row["turn"], row["code"]))


def _turns(transcript: Transcript) -> Callable[[Coding], int]:
    """Return what gives the number of the turn in which a coding begins."""
    starts = [turn.start for turn in transcript.turns]

    def turn_of(coding: Coding) -> int:
        place = max(bisect_right(starts, coding.start) - 1, 0)
        return transcript.turns[place].number if transcript.turns else 0

    return turn_of


def _kind(a: list[Coding], b: list[Coding]) -> str:
    """Tell who gave a code in a turn, and whether with the same attributes."""
    if not a or not b:
        return KINDS["a" if a else "b"]
    said = [sorted(sorted(coding.attributes.items()) for coding in side) for side in (a, b)]
    return KINDS["same" if said[0] == said[1] else "different"]
