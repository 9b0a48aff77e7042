"""Evidence: who speaks for, who against, and who is silent, on a set of codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from paraplu.messages.network import (
    AGAINST,
    FOR,
    FUNCTION,
    MIXED,
    NEUTRAL,
    SILENT,
    TOO_THIN,
)
from paraplu.network.voices import PARTNER_GROUP, group_voices
from paraplu.records import CodeSet

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["EVIDENCE_COLUMNS", "STANCES", "list_evidence", "list_functions", "tabulate_evidence"]

STANCES = (FOR, MIXED, AGAINST, NEUTRAL, SILENT)
"""What a respondent's passages on a set of codes come to; every respondent has one."""

EVIDENCE_COLUMNS = (
    "kind",
    "set",
    "code",
    "voice",
    "stance",
    "respondents",
    "of",
    "passages",
    "thin",
    "note",
    "codings",
)


def list_evidence(
    codings: pd.DataFrame,
    *,
    respondents: pd.DataFrame,
    sets: Iterable[CodeSet],
    kind: str,
    min_cell: int,
    partner_group: str = PARTNER_GROUP,
) -> pd.DataFrame:
    """Count respondents for, mixed, against, neutral and silent, per set of codes and voice.

    After the levels of Provan and Milward (2001) and the conditions of Provan and Kenis (2008),
    with codes as indicators. A respondent with only passages of valence ``+`` speaks *voor*,
    with only ``-`` *tegen*, with both *gemengd*, with neither but with a passage *neutraal*, and
    without passage *stil*: silence is not disagreement. This is contribution as people see it,
    never an effect.

    Parameters
    ----------
    codings
        Codings of one coder.
    respondents
        Columns ``respondent, groep``.
    sets
        Sets of codes.
    kind
        What the sets are, in Dutch; comes back as a column.
    min_cell
        Cells of one respondent or more, but fewer than this, are flagged.
    partner_group
        Value of ``groep`` for partners.

    Returns
    -------
    DataFrame
        One row per set, code, voice and stance, empty cells included: ``kind, set, code`` (empty
        for the set as a whole), ``voice`` (*partners, buiten het netwerk, allen*), ``stance``,
        ``respondents, of`` (the stances of a voice add up to it), ``passages, thin, note`` (*te
        dun voor een uitspraak*, or empty) and ``codings`` (tuple of coding ids).

    """
    voices = group_voices(respondents, partner_group=partner_group)
    rows: list[tuple[object, ...]] = []
    for named in sets:
        for code in ("", *named.codes):
            wanted = (code,) if code else named.codes
            own = codings[codings["code"].isin(wanted)]
            stances = _take_stances(own, respondents=respondents)
            for voice, people in voices.items():
                among = stances[stances.index.isin(people)]
                spoken = own[own["respondent"].isin(people)]
                for stance in STANCES:
                    holders = among.index[among == stance]
                    passages = spoken[spoken["respondent"].isin(holders)]
                    thin = 0 < len(holders) < min_cell
                    rows.append(
                        (
                            kind,
                            named.id,
                            code,
                            voice,
                            stance,
                            len(holders),
                            len(people),
                            len(passages),
                            thin,
                            TOO_THIN if thin else "",
                            tuple(passages["coding"]),
                        )
                    )
    return pd.DataFrame(rows, columns=list(EVIDENCE_COLUMNS))


def list_functions(
    codings: pd.DataFrame,
    *,
    respondents: pd.DataFrame,
    functions: Iterable[str],
    min_cell: int,
    partner_group: str = PARTNER_GROUP,
) -> pd.DataFrame:
    """Count stances on each function of the network, by the code of the same id.

    Parameters and result are those of `list_evidence`; `functions` are ids of functions.
    """
    return list_evidence(
        codings,
        respondents=respondents,
        sets=[CodeSet(id=function, codes=(function,)) for function in functions],
        kind=FUNCTION,
        min_cell=min_cell,
        partner_group=partner_group,
    )


def tabulate_evidence(evidence: pd.DataFrame) -> pd.DataFrame:
    """Lay the evidence out as a table: a row per set, code and voice, a column per stance.

    Parameters
    ----------
    evidence
        Result of `list_evidence`; several may be concatenated.

    Returns
    -------
    DataFrame
        ``kind, set, code, voice``, then *voor, gemengd, tegen, neutraal, stil* (respondents),
        ``of``, ``discussed`` (``of`` without the silent), ``passages``.

    """
    keys = ["kind", "set", "code", "voice"]
    columns = [*keys, *STANCES, "of", "discussed", "passages"]
    if evidence.empty:
        return pd.DataFrame(columns=columns)
    rows = evidence[keys].drop_duplicates()
    counts = evidence.pivot_table(
        index=keys, columns="stance", values="respondents", aggfunc="sum", sort=False
    )
    totals = evidence.groupby(keys, sort=False).agg({"of": "first", "passages": "sum"})
    table = rows.merge(counts.reset_index(), on=keys).merge(totals.reset_index(), on=keys)
    return table.assign(discussed=table["of"] - table[SILENT])[columns]


def _take_stances(own: pd.DataFrame, *, respondents: pd.DataFrame) -> pd.Series[str]:
    """Name the stance of every respondent on these codings."""
    people = pd.Index(respondents["respondent"].to_numpy(dtype=object))
    plus, minus, any_passage = (
        people.isin(own.loc[chosen, "respondent"])
        for chosen in (
            own["valentie"] == "+",
            own["valentie"] == "-",
            pd.Series(data=True, index=own.index, dtype=bool),
        )
    )
    stance = pd.Series(SILENT, index=people, dtype=object)
    stance[any_passage] = NEUTRAL
    stance[plus] = FOR
    stance[minus] = AGAINST
    stance[plus & minus] = MIXED
    return stance
