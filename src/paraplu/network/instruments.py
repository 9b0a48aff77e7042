"""Instruments by phase: what is offered, and what respondents speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from paraplu.messages.network import (
    NEITHER,
    OFFERED_AND_SPOKEN,
    OFFERED_ONLY,
    SPOKEN_ONLY,
    WITHOUT_PHASE,
)
from paraplu.network.mentions import find_mentions

if TYPE_CHECKING:
    from paraplu.records import Network

__all__ = ["INSTRUMENT_COLUMNS", "list_instruments"]

INSTRUMENT_CODE = "instrument"
INSTRUMENT_COLUMNS = (
    "id",
    "name",
    "phase",
    "offered",
    "respondents",
    "turns",
    "coded",
    "mentioned",
    "status",
    "thin",
)


def list_instruments(
    turns: pd.DataFrame, codings: pd.DataFrame, *, network: Network, min_cell: int
) -> pd.DataFrame:
    """Lay instruments beside phases: offered, spoken of, both or neither.

    A respondent speaks of an instrument in a phase when it is named (by alias) in a turn of
    theirs in which a passage is coded with that `fase`; a turn with two phases counts in both,
    and one without any under *zonder fase*. Stricter, and apart: the passage has the code
    `instrument`. That code marks a product that is discussed, often without its name, so that
    few turns have both.

    Parameters
    ----------
    turns, codings
        Tidy frames.
    network
        Its instruments and phases.
    min_cell
        Cells of one respondent or more, but fewer than this, are flagged ``thin``.

    Returns
    -------
    DataFrame
        One row per instrument and phase, *zonder fase* last, empty cells included: ``id, name,
        phase, offered`` (the network offers it in this phase), ``respondents`` and ``turns``
        (spoken of in this phase), ``coded`` (respondents, with the code `instrument`),
        ``mentioned`` (respondents who name it at all), ``status`` (by ``offered`` and
        ``respondents``; empty for *zonder fase*) and ``thin``.

    """
    mentions = find_mentions(turns, named=network.instruments)
    keys = ["interview", "turn", "respondent", "fase"]
    phased = codings.loc[codings["fase"].isin(network.phases), [*keys, "code"]]
    phased = phased.assign(coded=phased["code"] == INSTRUMENT_CODE)
    phased = phased.groupby(keys, as_index=False).agg({"coded": "max"})
    placed = mentions[["id", "interview", "turn", "respondent"]].drop_duplicates()
    placed = placed.merge(phased, on=["interview", "turn", "respondent"], how="left")
    placed["fase"] = placed["fase"].fillna(WITHOUT_PHASE)
    placed["coded"] = placed["coded"].eq(other=True)
    rows = []
    for instrument in network.instruments:
        own = placed[placed["id"] == instrument.id]
        mentioned = own["respondent"].nunique()
        for phase in (*network.phases, WITHOUT_PHASE):
            cell = own[own["fase"] == phase]
            people = cell["respondent"].nunique()
            offered = phase in instrument.phases
            status = "" if phase == WITHOUT_PHASE else _name_status(people, offered=offered)
            thin = 0 < people < min_cell
            described = (instrument.id, instrument.name, phase, offered)
            coded = cell.loc[cell["coded"], "respondent"].nunique()
            rows.append((*described, people, len(cell), coded, mentioned, status, thin))
    return pd.DataFrame(rows, columns=list(INSTRUMENT_COLUMNS))


def _name_status(people: int, *, offered: bool) -> str:
    """Name a cell."""
    if offered:
        return OFFERED_AND_SPOKEN if people else OFFERED_ONLY
    return SPOKEN_ONLY if people else NEITHER
