"""Tidy frames: what the methods compute on. Text that is missing is an empty string."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from paraplu.records import Codebook, Coding, Respondent, Transcript

__all__ = [
    "CODING_COLUMNS",
    "RESPONDENT_COLUMNS",
    "TURN_COLUMNS",
    "codings_frame",
    "respondents_frame",
    "turns_frame",
]

RESPONDENT_COLUMNS = (
    "respondent", "interview", "groep", "ambt", "laag", "maand", "vorm",
    "toestemming", "citeren", "verslag", "ingetrokken",
)  # fmt: skip
TURN_COLUMNS = (
    "interview", "turn", "speaker", "role", "respondent", "start", "end", "words", "text",
)  # fmt: skip
CODING_COLUMNS = (
    "coding", "coder", "interview", "respondent", "turn", "start", "end", "exact", "code",
    "family", "fase", "valentie", "pole", "argument", "memo", "counter", "codebook", "time",
)  # fmt: skip
ATTRIBUTES = ("fase", "valentie", "pole", "argument")


def respondents_frame(people: Iterable[Respondent]) -> pd.DataFrame:
    """Return a row per respondent, in the order of the file."""
    rows = [(r.id, *(getattr(r, column) for column in RESPONDENT_COLUMNS[1:])) for r in people]
    return _frame(rows, RESPONDENT_COLUMNS)


def turns_frame(
    transcripts: Mapping[str, Transcript], *, people: Iterable[Respondent]
) -> pd.DataFrame:
    """Return a row per turn of the interviews, without turns of withdrawn respondents.

    `start` and `end` are code points into the body, speaker label excluded; `words` counts
    words between white space.
    """
    taking_part = {respondent.id for respondent in people}
    rows = [
        (t.id, turn.number, turn.speaker, turn.role, turn.respondent, turn.start, turn.end,
         len(turn.text.split()), turn.text)
        for t in transcripts.values()
        if t.kind == "interview"
        for turn in t.turns
        if not turn.respondent or turn.respondent in taking_part
    ]  # fmt: skip
    return _frame(rows, TURN_COLUMNS)


def codings_frame(
    ledger: Mapping[str, Iterable[Coding]],
    *,
    transcripts: Mapping[str, Transcript],
    codebook: Codebook,
    people: Iterable[Respondent],
) -> pd.DataFrame:
    """Return a row per living coding.

    The respondent is the speaker of the turn in which the coding starts; codings on turns of
    withdrawn respondents are left out, those on the interviewer keep an empty respondent.
    """
    taking_part = {respondent.id for respondent in people}
    rows = []
    for interview, codings in ledger.items():
        transcript = transcripts[interview]
        starts = [turn.start for turn in transcript.turns]
        for coding in codings:
            turn = transcript.turns[max(bisect_right(starts, coding.start) - 1, 0)]
            if turn.respondent and turn.respondent not in taking_part:
                continue
            code = codebook.codes.get(coding.code)
            rows.append(
                (coding.id, coding.coder, interview, turn.respondent, turn.number, coding.start,
                 coding.end, coding.exact, coding.code, code.family if code else "",
                 *(coding.attributes.get(name, "") for name in ATTRIBUTES),
                 coding.memo, coding.counter, coding.codebook, coding.time)
            )  # fmt: skip
    return _frame(rows, CODING_COLUMNS)


def _frame(rows: Sequence[tuple[object, ...]], columns: tuple[str, ...]) -> pd.DataFrame:
    """Make a frame whose columns exist, with their types, also without rows."""
    frame = pd.DataFrame(rows, columns=list(columns))
    kinds = {
        "turn": int, "start": int, "end": int, "words": int, "codebook": int,
        "counter": bool, "ingetrokken": bool,
    }  # fmt: skip
    return frame.astype({name: kinds.get(name, object) for name in columns})
