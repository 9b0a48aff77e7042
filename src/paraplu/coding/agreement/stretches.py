"""Agreement on the borders of passages: unitising α over the words of the respondents."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.coding.agreement.coefficient import Reason
from paraplu.coding.agreement.unitising import (
    Disagreement,
    UnitisingVersion,
    character_agreement,
    unitising_disagreement,
)
from paraplu.coding.units import respondent_units, unite_spans
from paraplu.messages.coding import REASONS

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["COLUMNS", "unitising_agreement"]

COLUMNS = ("code", "alpha", "percent", "stretches", "reason")


def unitising_agreement(
    coders: Sequence[pd.DataFrame],
    *,
    turns: pd.DataFrame,
    codes: Sequence[str],
    version: UnitisingVersion = "2004",
) -> pd.DataFrame:
    """Compare where coders let passages begin and end.

    The continuum is what the respondents said, turn after turn and interview after interview;
    the interviewer's words are left out, and with them the part of a passage that covers them.
    Overlapping passages of one code by one coder are united first.

    Parameters
    ----------
    coders
        The codings of each coder, two or more.
    turns
        The turns of the interviews that all of them coded.
    codes
        The codes to compare.
    version
        Of the unitising α; see `unitising_alpha`.

    Returns
    -------
    DataFrame
        A row per code and a last one, with an empty `code`, for all together: `alpha`,
        `percent` of characters treated alike, the mean over pairs of coders (NaN in the last
        row), `stretches` of all coders together after uniting, `reason` (Dutch) why α has no
        value.

    Raises
    ------
    Refused
        With fewer than two coders.

    """
    units = respondent_units(turns)
    length = int((units["end"] - units["start"]).sum())
    sides = [_flatten(codings, units=units) for codings in coders]
    parts: list[Disagreement] = []
    rows: list[dict[str, object]] = []
    for code in codes:
        spans = [side.get(code, []) for side in sides]
        part = unitising_disagreement(spans, length=max(length, 1), version=version)
        parts.append(part)
        alike = [character_agreement(pair, length=length).value for pair in combinations(spans, 2)]
        given = sum(map(len, spans))
        rows.append({**_row(code, part=part, stretches=given), "percent": float(np.mean(alike))})
    joint = Disagreement(sum(part.observed for part in parts), sum(part.expected for part in parts))
    given = sum(len(side.get(code, [])) for code in codes for side in sides)
    rows.append({**_row("", part=joint, stretches=given), "percent": np.nan})
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _row(code: str, *, part: Disagreement, stretches: int) -> dict[str, object]:
    """Return one row without its percentage."""
    alpha = part.alpha()
    reason = Reason.NO_POSITIVES if alpha.reason is Reason.ONE_CATEGORY else alpha.reason
    return {
        "code": code,
        "alpha": alpha.value,
        "stretches": stretches,
        "reason": REASONS[reason],
    }


def _flatten(codings: pd.DataFrame, *, units: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    """Place the stretches of each code on one line of all the respondents' words."""
    lengths = (units["end"] - units["start"]).to_numpy(dtype=np.int64)
    placed = units.assign(shift=np.cumsum(lengths) - lengths - units["start"])
    stretches = unite_spans(codings).merge(
        placed.reset_index(), on="interview", suffixes=("", "_unit")
    )
    stretches["from"] = stretches[["start", "start_unit"]].max(axis=1) + stretches["shift"]
    stretches["to"] = stretches[["end", "end_unit"]].min(axis=1) + stretches["shift"]
    stretches = stretches[stretches["from"] < stretches["to"]]
    united = unite_spans(
        stretches[["coder", "code", "from", "to"]]
        .rename(columns={"from": "start", "to": "end"})
        .assign(interview="")
    )
    return {
        str(code): list(zip(part["start"].tolist(), part["end"].tolist(), strict=True))
        for code, part in united.groupby("code")
    }
