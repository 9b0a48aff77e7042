"""The umbrella: for each threat, who speaks of protection beside it, and where it lets through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.messages.network import BARE, COVERED, LEAKING, MIXED, NEUTRAL, TOO_THIN
from paraplu.network.voices import PARTNER_GROUP, group_voices

if TYPE_CHECKING:
    from paraplu.records import Codebook

__all__ = ["PAIR_COLUMNS", "THREAT_COLUMNS", "Umbrella", "open_umbrella"]

THREAT_FAMILY = "dreiging"
PROTECTION_FAMILIES = ("weerbaarheid", "werk")
REACH = 2

COVERS = (COVERED, MIXED, NEUTRAL, LEAKING, BARE)
THREAT_COLUMNS = (
    "threat",
    "name",
    "voice",
    "of",
    "speaking",
    *COVERS,
    "elsewhere",
    "gap",
    "gap_share",
    "thin",
    "note",
)
PAIR_COLUMNS = (
    "threat",
    "protection",
    "speaking",
    "respondents",
    "positive",
    "negative",
    "thin",
    "codings",
)


@dataclass(frozen=True, slots=True)
class Umbrella:
    """Threats with their cover, and threats by protections.

    Attributes
    ----------
    threats
        One row per threat and voice, all codes of the family included: ``threat, name, voice,
        of`` (respondents of the voice), ``speaking`` (who speak of the threat); these divided
        over *gedekt, gemengd, neutraal, lekt, onbedekt*; ``elsewhere`` (of *onbedekt*: who speak
        well of protection elsewhere in the interview); ``gap`` (*lekt* and *onbedekt*),
        ``gap_share`` (of ``speaking``, 0 to 1, missing without), ``thin`` and ``note``.
    pairs
        One row per threat and protection, empty cells included: ``threat, protection,
        speaking``, ``respondents`` (who speak of the protection near the threat), of whom
        ``positive`` and ``negative`` (some are both), ``thin`` and ``codings`` (tuple of ids of
        the protection passages).

    """

    threats: pd.DataFrame
    pairs: pd.DataFrame


def open_umbrella(
    codings: pd.DataFrame,
    *,
    respondents: pd.DataFrame,
    codebook: Codebook,
    min_cell: int,
    reach: int = REACH,
    partner_group: str = PARTNER_GROUP,
) -> Umbrella:
    """Lay protection beside threat, per respondent.

    A passage on protection (families *weerbaarheid* and *werk*) is *near* a threat when the same
    respondent speaks it in the same turn, or at most `reach` turns before or after: with a
    question in between, that is the answer before or after. A respondent who speaks of a threat
    is *gedekt* when what is near has valence ``+`` and no ``-``, *gemengd* with both, *neutraal*
    with neither, *lekt* with only ``-`` and *onbedekt* when nothing is near. The gap is *lekt*
    and *onbedekt*. It is read from what people put side by side in speech: it does not say that
    protection works, nor that someone was without it, and the interview may come to it later
    (``elsewhere``).

    Parameters
    ----------
    codings
        Codings of one coder.
    respondents
        Columns ``respondent, groep``.
    codebook
        Gives the codes of the families, in order.
    min_cell
        Rows in which fewer respondents speak of the threat are flagged.
    reach
        Distance in turns, 0 or more.
    partner_group
        Value of ``groep`` for partners.

    Returns
    -------
    Umbrella
        With a row for every threat also when nobody speaks of it.

    """
    known = codings[codings["respondent"].isin(respondents["respondent"])]
    threats = known[known["family"] == THREAT_FAMILY]
    protections = known[known["family"].isin(PROTECTION_FAMILIES)]
    near = _pair(threats, protections=protections, reach=reach)
    praised = frozenset(protections.loc[protections["valentie"] == "+", "respondent"])
    covers = _cover(threats, near=near)
    voices = group_voices(respondents, partner_group=partner_group)
    names = {code.id: code.name for code in codebook.codes.values()}
    rows = []
    for threat in _codes(codebook, families=(THREAT_FAMILY,)):
        for voice, people in voices.items():
            own = covers[(covers["threat"] == threat) & covers["respondent"].isin(people)]
            counts = [int((own["cover"] == cover).sum()) for cover in COVERS]
            bare = own.loc[own["cover"] == BARE, "respondent"]
            gap, speaking = counts[-1] + counts[-2], len(own)
            share = gap / speaking if speaking else float("nan")
            thin = 0 < speaking < min_cell
            described = (threat, names[threat], voice, len(people), speaking)
            ends = (int(bare.isin(praised).sum()), gap, share, thin, TOO_THIN if thin else "")
            rows.append((*described, *counts, *ends))
    return Umbrella(
        threats=pd.DataFrame(rows, columns=list(THREAT_COLUMNS)),
        pairs=_list_pairs(near, threats=threats, codebook=codebook, min_cell=min_cell),
    )


def _codes(codebook: Codebook, *, families: tuple[str, ...]) -> list[str]:
    """List the codes of families in the order of the codebook."""
    return [code.id for code in codebook.codes.values() if code.family in families]


def _pair(threats: pd.DataFrame, *, protections: pd.DataFrame, reach: int) -> pd.DataFrame:
    """Pair passages on a threat with the protection passages near them, each pair once."""
    keys = ["interview", "respondent"]
    left = threats[[*keys, "turn", "code"]].rename(columns={"code": "threat"})
    right = protections[[*keys, "turn", "code", "valentie", "coding"]]
    right = right.rename(columns={"code": "protection", "turn": "turn_protection"})
    pairs = left.merge(right, on=keys)
    close = (pairs["turn"] - pairs["turn_protection"]).abs() <= reach
    columns = ["respondent", "threat", "protection", "valentie", "coding"]
    return pairs.loc[close, columns].drop_duplicates(["threat", "coding"])


def _cover(threats: pd.DataFrame, *, near: pd.DataFrame) -> pd.DataFrame:
    """Name the cover of every respondent and threat: columns ``respondent, threat, cover``."""
    spoken = threats[["respondent", "code"]].drop_duplicates()
    spoken = spoken.rename(columns={"code": "threat"}).reset_index(drop=True)
    place = pd.MultiIndex.from_frame(spoken)
    keys = ["respondent", "threat"]
    any_near, plus, minus = (
        place.isin(pd.MultiIndex.from_frame(near.loc[chosen, keys]))
        for chosen in (near.index, near["valentie"] == "+", near["valentie"] == "-")
    )
    cover = pd.Series(BARE, index=spoken.index, dtype=object)
    cover[any_near] = NEUTRAL
    cover[plus] = COVERED
    cover[minus] = LEAKING
    cover[plus & minus] = MIXED
    return spoken.assign(cover=cover)


def _list_pairs(
    near: pd.DataFrame, *, threats: pd.DataFrame, codebook: Codebook, min_cell: int
) -> pd.DataFrame:
    """Count, for every threat and protection, the respondents who put them side by side."""
    rows = []
    for threat in _codes(codebook, families=(THREAT_FAMILY,)):
        speaking = threats.loc[threats["code"] == threat, "respondent"].nunique()
        beside = near[near["threat"] == threat]
        for protection in _codes(codebook, families=PROTECTION_FAMILIES):
            cell = beside[beside["protection"] == protection]
            people, plus, minus = (
                chosen["respondent"].nunique()
                for chosen in (cell, cell[cell["valentie"] == "+"], cell[cell["valentie"] == "-"])
            )
            thin = 0 < people < min_cell
            ids = tuple(cell["coding"])
            rows.append((threat, protection, speaking, people, plus, minus, thin, ids))
    return pd.DataFrame(rows, columns=list(PAIR_COLUMNS))
