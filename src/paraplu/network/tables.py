"""Tables on the network, by the name under which essays know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.messages.network import CONDITION, GOAL, LEVEL, TENSION
from paraplu.network.evidence import tabulate_evidence

if TYPE_CHECKING:
    import pandas as pd

    from paraplu.network.review import Review

__all__ = ["KINDS", "review_tables"]

KINDS = {"niveaus": LEVEL, "voorwaarden": CONDITION, "spanningen": TENSION, "doelen": GOAL}


def review_tables(review: Review) -> dict[str, pd.DataFrame]:
    """Lay the review of a network out in tables.

    Parameters
    ----------
    review
        Result of `review_network`.

    Returns
    -------
    dict of str to DataFrame
        ``niveaus, voorwaarden, spanningen, doelen, functies`` (`tabulate_evidence`, whole sets),
        ``per-code`` (the same for every code), ``instrumenten-fasen, partners, tijdlijn,
        paraplu, dreiging-bescherming`` (as their rooms make them).

    """
    table = tabulate_evidence(review.effectiveness)
    functions = tabulate_evidence(review.functions)
    whole, parts = table[table["code"].eq("")], table[table["code"].ne("")]
    return {
        **{name: whole[whole["kind"].eq(kind)] for name, kind in KINDS.items()},
        "functies": functions[functions["code"].eq("")],
        "per-code": parts,
        "instrumenten-fasen": review.instruments,
        "partners": review.partners,
        "tijdlijn": review.timeline,
        "paraplu": review.umbrella.threats,
        "dreiging-bescherming": review.umbrella.pairs,
    }
