"""Tables on the choices, by the name under which essays know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from paraplu.messages import values as words
from paraplu.messages.polarities import ALL_RESPONDENTS, EQUAL_GROUPS
from paraplu.polarities.compositions import COMPOSITION_COLUMNS
from paraplu.polarities.positions import POSITION_COLUMNS
from paraplu.polarities.quadrants import BEFOREHAND_COLUMNS, BLIND_SPOT_COLUMNS, QUADRANT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paraplu.polarities.weighing import Weighing

__all__ = ["name_choice", "weighing_tables"]

STANDING = {
    "leading_left": "left", "leading_both": "both", "leading_right": "right",
    "leading_mixed": "mixed",
}  # fmt: skip
MEASURES = (
    "share_left", "share_both", "share_right", "direction", "direction_low", "direction_high",
    "alternation",
)  # fmt: skip
CODER_COLUMNS = ("coder", "placed", "direction", "same", "compared")


def name_choice(weighing: Weighing) -> str:
    """Name a choice by its poles: *Inzoomen of uitzoomen*."""
    left, right = (pole.name for pole in weighing.polarity.poles)
    return words.CHOICE_LABEL.format(left=left, right=right.lower())


def weighing_tables(weighings: Mapping[str, Weighing]) -> dict[str, pd.DataFrame]:
    """Lay the choices out in tables, those of one kind below each other.

    Parameters
    ----------
    weighings
        Result of `weigh_choices`; also none.

    Returns
    -------
    dict of str to DataFrame
        Each with a column ``choice``: ``posities`` (numbers of respondents in whom each side
        leads, over everyone) and ``posities-per-groep``, ``verdeling`` (`compose`; thin rows
        without measures), ``kwadranten`` and ``kwadranten-per-groep`` (`list_quadrants`),
        ``blinde-vlekken``, ``vooraf``, ``per-codeur`` (mean direction of each coder, and in how
        many respondents the side is that of the consensus), ``posities-per-respondent``.

    """
    parts: dict[str, list[pd.DataFrame]] = {}
    for weighing in weighings.values():
        choice = name_choice(weighing)
        for name, frame in _frames(weighing).items():
            parts.setdefault(name, []).append(frame.assign(choice=choice))
    return {
        name: pd.concat(parts[name], ignore_index=True)
        if name in parts
        else pd.DataFrame(columns=["choice", *columns])
        for name, columns in _columns().items()
    }


def _columns() -> dict[str, Sequence[str]]:
    """Return the columns of each table, for when there is no choice."""
    standing = ("groep", *STANDING.values(), "silent", "of")
    return {
        "posities": standing,
        "posities-per-groep": standing,
        "verdeling": COMPOSITION_COLUMNS,
        "kwadranten": QUADRANT_COLUMNS,
        "kwadranten-per-groep": QUADRANT_COLUMNS,
        "blinde-vlekken": BLIND_SPOT_COLUMNS,
        "vooraf": BEFOREHAND_COLUMNS,
        "per-codeur": CODER_COLUMNS,
        "posities-per-respondent": POSITION_COLUMNS,
    }


def _frames(weighing: Weighing) -> dict[str, pd.DataFrame]:
    """Return the tables of one choice."""
    standing = _stand(weighing.compositions)
    measured = weighing.compositions.copy()
    thin = measured["thin"].astype(bool)
    measured[list(MEASURES)] = measured[list(MEASURES)].mask(thin)
    return {
        "posities": standing[standing["groep"].eq(ALL_RESPONDENTS)],
        "posities-per-groep": standing[standing["groep"].ne(ALL_RESPONDENTS)],
        "verdeling": measured,
        "kwadranten": weighing.quadrants,
        "kwadranten-per-groep": weighing.quadrants_by_group,
        "blinde-vlekken": weighing.blind_spots,
        "vooraf": weighing.beforehand,
        "per-codeur": _per_coder(weighing.coders),
        "posities-per-respondent": weighing.positions,
    }


def _stand(compositions: pd.DataFrame) -> pd.DataFrame:
    """Count the respondents of each group by leading side."""
    frame = compositions[compositions["groep"].ne(EQUAL_GROUPS)].rename(columns=STANDING)
    frame = frame.assign(silent=frame["respondents"] - frame["discussed"], of=frame["respondents"])
    return frame[["groep", *STANDING.values(), "silent", "of"]]


def _per_coder(coders: pd.DataFrame) -> pd.DataFrame:
    """Average the direction of each coder, and count where the side is that of the first."""
    rows = [
        (
            coder,
            int((own["n"] > 0).sum()),
            float(own["direction"].astype(float).mean()),
            int(own["same"].sum()),
            int(own["same"].notna().sum()),
        )
        for coder, own in coders.groupby("coder", sort=False)
    ]
    return pd.DataFrame(rows, columns=list(CODER_COLUMNS))
