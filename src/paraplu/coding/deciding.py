"""Which coders decide in an interview, and under which codebook they read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import pandas as pd

    from paraplu.records import Plan

__all__ = ["deciding_codings", "reading_versions"]


def deciding_codings(
    codings: pd.DataFrame,
    *,
    plan: Plan,
    ledgers: Mapping[str, Collection[str]] | None = None,
) -> pd.DataFrame:
    """Keep the codings that decide presence.

    In an interview of which the consensus (`plan.presence`) has a ledger its codings decide;
    else those of the coders whom the plan gave the interview, where one of them is enough.

    Parameters
    ----------
    codings
        With `coder`, `interview` and the rest.
    plan
        Who codes what.
    ledgers
        Coder to the interviews of which a ledger exists (`Study.ledgers`). By default a coder
        has a ledger of every interview with a coding of theirs; where nobody has a coding, all
        coders whom the plan gave the interview count as having read it.

    Returns
    -------
    DataFrame
        Rows of `codings`, in their order.

    """
    deciders = _deciders(codings["interview"].unique(), plan=plan, codings=codings, ledgers=ledgers)
    decides = [
        coder in deciders[interview]
        for coder, interview in zip(codings["coder"], codings["interview"], strict=True)
    ]
    return codings[np.array(decides, dtype=bool)]


def reading_versions(
    interviews: Iterable[str],
    *,
    plan: Plan,
    codings: pd.DataFrame,
    ledgers: Mapping[str, Collection[str]] | None = None,
) -> dict[str, int]:
    """Tell under which version of the codebook the deciding coders read each interview.

    Parameters
    ----------
    interviews
        The interviews asked about.
    plan, codings, ledgers
        As in `deciding_codings`.

    Returns
    -------
    dict
        Interview to version: the highest of the rounds in which a deciding coder had it.
        Interviews that no round gives to a deciding coder are left out.

    """
    deciders = _deciders(interviews, plan=plan, codings=codings, ledgers=ledgers)
    versions = {
        interview: [
            each.codebook
            for each in plan.rounds
            if (not each.interviews or interview in each.interviews)
            and not coders.isdisjoint(each.coders)
        ]
        for interview, coders in deciders.items()
    }
    return {interview: max(found) for interview, found in versions.items() if found}


def _deciders(
    interviews: Iterable[str],
    *,
    plan: Plan,
    codings: pd.DataFrame,
    ledgers: Mapping[str, Collection[str]] | None,
) -> dict[str, frozenset[str]]:
    """Return for each interview the coders whose codings decide."""
    having: Mapping[str, Collection[str]] = (
        {str(coder): set(part["interview"]) for coder, part in codings.groupby("coder")}
        if ledgers is None
        else ledgers
    )
    deciders: dict[str, frozenset[str]] = {}
    for interview in interviews:
        holders = {coder for coder, held in having.items() if interview in held}
        if not holders and ledgers is None:
            holders = {coder.id for coder in plan.coders if plan.covers(coder.id, interview)}
        if plan.presence in holders:
            deciders[interview] = frozenset({plan.presence})
        else:
            deciders[interview] = frozenset(
                coder for coder in holders if plan.covers(coder, interview)
            )
    return deciders
