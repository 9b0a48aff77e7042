"""Units of comparison: which codes a coder gave to a turn, a sentence or a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from paraplu import messages
from paraplu.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    import numpy.typing as npt

    from paraplu.records import Codebook
    from paraplu.spans import Span

__all__ = ["UnitName", "codes_per_unit", "respondent_units", "unite_spans", "unread"]

UnitName = Literal["turn", "sentence", "paragraph"]


def respondent_units(
    turns: pd.DataFrame,
    *,
    unit: UnitName = "turn",
    split: Callable[[str], Iterable[Span]] | None = None,
) -> pd.DataFrame:
    """Cut the words of the respondents into units.

    Parameters
    ----------
    turns
        One row per turn, with `interview`, `turn`, `role`, `start`, `end`, `text`.
    unit
        A transcript has one turn per paragraph, so ``paragraph`` gives the same units as
        ``turn``; ``sentence`` needs `split`.
    split
        Gives the spans of the sentences in a text, in code points from its beginning.

    Returns
    -------
    DataFrame
        Columns `start`, `end` (code points into the body); index (interview, turn), or
        (interview, turn, sentence) with sentences numbered from 1 within their turn.

    Raises
    ------
    Refused
        When the unit does not exist.
    ValueError
        When sentences are asked for without `split`.

    """
    spoken = turns[turns["role"].eq("R")].sort_values(["interview", "start"])
    if unit in {"turn", "paragraph"}:
        return spoken.set_index(["interview", "turn"])[["start", "end"]]
    if unit != "sentence":
        choices = "turn, sentence, paragraph"
        raise Refused(
            [messages.problem("P271", "respondent_units", name="unit", value=unit, choices=choices)]
        )
    if split is None:
        message = "units of one sentence need a function that splits a text"
        raise ValueError(message)
    rows = [
        (interview, turn, number, start + span.start, start + span.end)
        for interview, turn, start, text in spoken[
            ["interview", "turn", "start", "text"]
        ].itertuples(index=False, name=None)
        for number, span in enumerate(split(text), start=1)
    ]
    sentences = pd.DataFrame(rows, columns=["interview", "turn", "sentence", "start", "end"])
    return sentences.set_index(["interview", "turn", "sentence"])


def codes_per_unit(
    codings: pd.DataFrame,
    *,
    units: pd.DataFrame,
    codes: Sequence[str],
    assigned: Collection[str] | None = None,
    codebook: Codebook | None = None,
    read_under: Mapping[str, int] | None = None,
) -> pd.DataFrame:
    """Tell per unit which codes one coder gave.

    Parameters
    ----------
    codings
        The codings of one coder, with `interview`, `start`, `end`, `code`.
    units
        What `respondent_units` gives.
    codes
        The columns of the result, in this order; other codes are left out.
    assigned
        Interviews that the coder was to code; all by default. In the other ones every cell is
        NA: not assigned is not the same as coded nothing.
    codebook, read_under
        With both: a code that came after the version under which the coder read an interview
        is NA there.

    Returns
    -------
    DataFrame of shape (n_units, n_codes), dtype boolean
        True where at least one coding of the code shares a code point with the unit (a coding
        over several units counts in each), False where the unit was read without it, NA where
        it was not looked at.

    """
    present = np.zeros((len(units), len(codes)), dtype=bool)
    columns = pd.Index(list(codes)).get_indexer(pd.Index(codings["code"]))
    places, of = _overlapping(codings, units=units)
    known = columns[of] >= 0
    present[places[known], columns[of][known]] = True
    frame = pd.DataFrame(present, index=units.index, columns=list(codes)).astype("boolean")
    interviews = units.index.get_level_values("interview")
    hidden = unread(interviews, codes=codes, codebook=codebook, read_under=read_under)
    if assigned is not None:
        hidden |= ~interviews.isin(list(assigned))[:, None]
    return frame.mask(hidden) if hidden.any() else frame


def unread(
    interviews: pd.Index,
    *,
    codes: Sequence[str],
    codebook: Codebook | None,
    read_under: Mapping[str, int] | None,
) -> npt.NDArray[np.bool_]:
    """Tell which codes were not looked at in which rows.

    Parameters
    ----------
    interviews
        The interview of each row.
    codes
        The codes asked for; a code the codebook does not know counts as one of version 1.
    codebook
        Says since which version a code exists; without it every code counts as version 1.
    read_under
        Interview to the highest version of the codebook under which it was read; an interview
        that is not in it was not read at all. None means that everything was read.

    Returns
    -------
    ndarray of shape (n_rows, n_codes), bool

    """
    if read_under is None:
        return np.zeros((len(interviews), len(codes)), dtype=bool)
    known = {} if codebook is None else codebook.codes
    since = np.array([known[code].since if code in known else 1 for code in codes], dtype=int)
    versions = np.array([read_under.get(str(each), 0) for each in interviews], dtype=int)
    return np.asarray(versions[:, None] < since[None, :])


def unite_spans(codings: pd.DataFrame, *, by: Sequence[str] = ()) -> pd.DataFrame:
    """Unite overlapping or touching stretches of one code by one coder.

    Parameters
    ----------
    codings
        With `coder`, `interview`, `code`, `start`, `end` and the columns of `by`.
    by
        Further columns that must be equal for two stretches to be united.

    Returns
    -------
    DataFrame
        Columns `coder`, `interview`, `code`, those of `by`, `start`, `end`, `codings` (how many
        were united).

    """
    keys = ["coder", "interview", "code", *by]
    ordered = codings.sort_values([*keys, "start", "end"], ignore_index=True)
    if ordered.empty:
        return ordered.reindex(columns=[*keys, "start", "end", "codings"])
    reach = ordered.groupby(keys, sort=False)["end"].cummax()
    before = reach.groupby([ordered[key] for key in keys], sort=False).shift()
    ordered["run"] = (before.isna() | (ordered["start"] > before)).cumsum()
    return (
        ordered.groupby([*keys, "run"], sort=False, as_index=False)
        .agg(start=("start", "min"), end=("end", "max"), codings=("start", "size"))
        .drop(columns="run")
    )


def _overlapping(
    codings: pd.DataFrame, *, units: pd.DataFrame
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Pair units with the codings that overlap them.

    Returns
    -------
    Two ndarrays of shape (n_pairs,): the place of the unit and the place of the coding.

    """
    names = pd.Index(units.index.get_level_values("interview").unique())
    interview = names.get_indexer(pd.Index(codings["interview"]))
    owner = names.get_indexer(units.index.get_level_values("interview"))
    ends = [frame["end"].to_numpy(dtype=np.int64) for frame in (units, codings)]
    stride = max((int(end.max()) for end in ends if end.size), default=0) + 1
    starts = units["start"].to_numpy(dtype=np.int64) + owner * stride
    order = np.argsort(starts, kind="stable")
    starts = starts[order]
    stops = (ends[0] + owner * stride)[order]
    shift = np.where(interview >= 0, interview, -2) * stride
    first = np.searchsorted(stops, codings["start"].to_numpy(dtype=np.int64) + shift, "right")
    last = np.searchsorted(starts, ends[1] + shift, "left")
    found = np.clip(last - first, 0, None)
    of = np.repeat(np.arange(len(codings)), found)
    within = np.arange(of.size) - np.repeat(np.cumsum(found) - found, found)
    return order[np.repeat(first, found) + within], of
