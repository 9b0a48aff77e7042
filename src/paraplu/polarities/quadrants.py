"""Quadrants of the map: advantages and drawbacks of each pole, as people gave them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from paraplu.messages.polarities import CODED, KINDS, NEARLY, NO_PASSAGES, NOT_CODED, WHOLLY
from paraplu.polarities.positions import BOTH

if TYPE_CHECKING:
    from paraplu.records import Polarity

__all__ = [
    "BEFOREHAND_COLUMNS",
    "BLIND_SPOT_COLUMNS",
    "QUADRANT_COLUMNS",
    "list_beforehand",
    "list_blind_spots",
    "list_quadrants",
]

QUADRANT_COLUMNS = (
    "pole",
    "argument",
    "groep",
    "passages",
    "respondents",
    "of",
    "thin",
    "status",
    "codings",
)
BLIND_SPOT_COLUMNS = ("pole", "present", "missing", "degree", "respondents", "against")
BEFOREHAND_COLUMNS = ("pole", "kind", "text", "source")

QUADRANT_ARGUMENTS = ("voordeel", "nadeel")
OTHER_ARGUMENTS = ("wens", "waarneming")


def list_quadrants(
    codings: pd.DataFrame,
    *,
    polarity: Polarity,
    respondents: pd.DataFrame,
    by_group: bool = False,
    min_cell: int = 3,
) -> pd.DataFrame:
    """List what is said of each pole: quadrants, and apart from those wishes and observations.

    Only *voordeel* and *nadeel* fill a quadrant. `valentie` is tone and is not looked at;
    *waarneming* says where something comes from and *wens* what should be done, and both have
    rows of their own.

    Parameters
    ----------
    codings
        Codings of one coder.
    polarity
        The choice.
    respondents
        Columns ``respondent, groep``.
    by_group
        Give the rows for each group instead of for everyone.
    min_cell
        Rows with one respondent or more, but fewer than this, are flagged ``thin``.

    Returns
    -------
    DataFrame
        A row for every pole (left, ``en``, right) and argument (voordeel, nadeel, wens,
        waarneming): ``groep`` (empty over everyone), ``passages``, ``respondents``, ``of`` (the
        respondents with any passage on this polarity), ``thin``, ``status`` (*gecodeerd*, *geen
        passages*, or *nog niet gecodeerd* when the coder recorded no argument at all) and
        ``codings`` (tuple of coding ids, in order of interview and place).

    """
    groups = respondents.set_index("respondent")["groep"]
    own = codings[(codings["code"] == polarity.code) & codings["respondent"].isin(groups.index)]
    own = own.assign(groep=own["respondent"].map(groups) if by_group else "")
    own = own.sort_values(["interview", "start", "coding"], kind="stable")
    uncoded = len(own) > 0 and not own["argument"].astype(bool).any()
    wanted = list(dict.fromkeys(groups)) if by_group else [""]
    rows = []
    for group in wanted:
        spoken = own[own["groep"] == group]
        of = spoken["respondent"].nunique()
        for pole in (polarity.poles[0].id, BOTH, polarity.poles[1].id):
            for argument in (*QUADRANT_ARGUMENTS, *OTHER_ARGUMENTS):
                cell = spoken[(spoken["pole"] == pole) & (spoken["argument"] == argument)]
                people = cell["respondent"].nunique()
                status = CODED if people else NOT_CODED if uncoded else NO_PASSAGES
                thin = 0 < people < min_cell
                ids = tuple(cell["coding"])
                rows.append((pole, argument, group, len(cell), people, of, thin, status, ids))
    return pd.DataFrame(rows, columns=list(QUADRANT_COLUMNS))


def list_blind_spots(quadrants: pd.DataFrame) -> pd.DataFrame:
    """List the poles of which people gave only advantages or only drawbacks.

    Parameters
    ----------
    quadrants
        Result of `list_quadrants` over everyone.

    Returns
    -------
    DataFrame
        ``pole``, ``present`` and ``missing`` (*voordeel* or *nadeel*), ``degree``, and the
        ``respondents`` of what is present and ``against`` (the respondents of what is missing).
        The degree is *geheel* when nobody gave the missing side, and *vrijwel geheel* when too
        few did to speak of (``thin``) while the other side is not thin. 'en' is not a pole and
        never listed; a pole without both is not a blind spot but silence.

    """
    cells = quadrants[
        quadrants["argument"].isin(QUADRANT_ARGUMENTS)
        & (quadrants["pole"] != BOTH)
        & (quadrants["status"] != NOT_CODED)
    ]
    rows = []
    for pole, own in cells.groupby("pole", sort=False):
        less, more = own.sort_values("respondents", kind="stable").to_dict("records")
        silent = less["respondents"] == 0 and more["respondents"] > 0
        if silent or (less["thin"] and not more["thin"]):
            degree = WHOLLY if silent else NEARLY
            sides = (more["argument"], less["argument"])
            rows.append((pole, *sides, degree, more["respondents"], less["respondents"]))
    return pd.DataFrame(rows, columns=list(BLIND_SPOT_COLUMNS))


def list_beforehand(polarity: Polarity, *, source: str) -> pd.DataFrame:
    """List what was thought of beforehand, to be shown apart from what interviews say.

    Parameters
    ----------
    polarity
        The choice.
    source
        Where these texts come from, such as ``vooraf``.

    Returns
    -------
    DataFrame
        ``pole``, ``kind`` (*voordeel, nadeel, vroeg signaal, actie*), ``text``, ``source``;
        empty texts are left out.

    """
    rows = [
        (pole.id, kind, getattr(pole, field), source)
        for pole in polarity.poles
        for field, kind in KINDS.items()
        if getattr(pole, field)
    ]
    return pd.DataFrame(rows, columns=list(BEFOREHAND_COLUMNS))
