"""A comparison of two coders, and what the consensus made of their work."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.coding.agreement import (
    agreement_by_code,
    attribute_agreement,
    consensus_decisions,
    consensus_sources,
    pooled_agreement,
)
from paraplu.coding.units import codes_per_unit, respondent_units
from paraplu.messages import survey as words
from paraplu.records.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paraplu.records import Codebook, Plan

__all__ = ["Comparison", "compare_coding", "comparison_tables", "comparison_values"]

ATTRIBUTES = tuple(words.ATTRIBUTE_NAMES)
EMPTY = pd.DataFrame(columns=["interview", "turn", "code", "start", "end", *ATTRIBUTES])


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """How far two coders agree; each frame is described where it is made.

    `by_code` (`agreement_by_code`, with `label` and `family`), `pooled` (`pooled_agreement`),
    `attributes` (`attribute_agreement` over all codes, one row per attribute, with `label`),
    `attributes_by_code` (the same per code, without codes of which there is no pair),
    `decisions` (`consensus_decisions`), `sources` (`consensus_sources`). `threshold` is the
    study's on α; `codes` are the codes both coders knew.
    """

    threshold: float
    by_code: pd.DataFrame
    pooled: pd.DataFrame
    attributes: pd.DataFrame
    attributes_by_code: pd.DataFrame
    decisions: pd.DataFrame
    sources: pd.DataFrame
    turns: int


def compare_coding(
    codings: Mapping[str, pd.DataFrame],
    *,
    turns: pd.DataFrame,
    codebook: Codebook,
    plan: Plan,
    threshold: float,
    draws: int,
    seed: int,
) -> Comparison:
    """Compare the coders of the double round: per turn of a respondent, and on borders.

    What the consensus kept is told of the first two.

    Parameters
    ----------
    codings
        Codings per coder; a coder without a ledger gave nothing and is not compared.
    turns
        Tidy frame.
    codebook, plan
        Records of the study; codes that came after the double round are left out.
    threshold
        Of the study, on α.
    draws, seed
        Of the bootstrap over interviews.

    Returns
    -------
    Comparison
        Undefined coefficients, never an error, for 0 interviews or without a double round.

    """
    double = plan.double
    coders = double.coders if double else ("", "")
    version = double.codebook if double else codebook.version
    codes = [code.id for code in codebook.codes.values() if code.since <= version]
    units = respondent_units(turns)
    ledgers = [codings.get(coder, EMPTY) for coder in coders]
    frames = [
        codes_per_unit(
            ledger, units=units, codes=codes, assigned=None if coder in codings else frozenset()
        )
        for coder, ledger in zip(coders, ledgers, strict=True)
    ]
    final = codes_per_unit(
        codings.get(plan.presence, EMPTY), units=units, codes=list(codebook.codes)
    )
    decisions = consensus_decisions(frames[0], frames[1], final)
    settings = {"draws": draws, "seed": seed}
    whole = _compare_attributes(ledgers, codes=codes, by_code=False, **settings)
    parts = _compare_attributes(ledgers, codes=codes, by_code=True, **settings)
    return Comparison(
        threshold=threshold,
        by_code=_name(agreement_by_code(frames, **settings), codebook=codebook),
        pooled=pooled_agreement(frames, **settings),
        attributes=whole.assign(label=whole["attribute"].map(words.ATTRIBUTE_NAMES)),
        attributes_by_code=_name(parts[parts["n_pairs"] > 0], codebook=codebook),
        decisions=_name(decisions, codebook=codebook),
        sources=consensus_sources(decisions),
        turns=len(units) if all(coder in codings for coder in coders) else 0,
    )


def _compare_attributes(
    ledgers: Sequence[pd.DataFrame], *, codes: Sequence[str], by_code: bool, draws: int, seed: int
) -> pd.DataFrame:
    """Compare all attributes, those of one below those of another."""
    return pd.concat(
        [
            attribute_agreement(
                ledgers, attribute=name, codes=codes, by_code=by_code, draws=draws, seed=seed
            )
            for name in ATTRIBUTES
        ],
        ignore_index=True,
    )  # fmt: skip


def comparison_values(comparison: Comparison) -> tuple[Value, ...]:
    """Return the numbers on agreement that an essay may use, keys ``overeenstemming.…``.

    Undefined coefficients have no value. ``overeenstemming.<attribute>`` and, for the choices,
    ``overeenstemming.<code>`` are α.
    """
    pooled, by_code = comparison.pooled.iloc[0], comparison.by_code
    known = by_code["alpha"].notna()
    above = int((by_code["alpha"] >= comparison.threshold).sum())
    sources = comparison.sources.set_index("source")["kept"]
    numbers: list[tuple[str, float, str]] = [
        ("alfa", float(pooled["alpha"]), "α"),
        ("alfa.laag", float(pooled["alpha_low"]), "α"),
        ("alfa.hoog", float(pooled["alpha_high"]), "α"),
        ("procent", float(pooled["percent"]) * 100, "%"),
        ("ac1", float(pooled["ac1"]), "AC1"),
        ("kappa", float(pooled["kappa"]), "κ"),
        ("drempel", comparison.threshold, "α"),
        ("codes-boven", above, words.CODES),
        ("codes-onder", int(known.sum()) - above, words.CODES),
        ("codes-onbepaald", int((~known).sum()), words.CODES),
        ("beurten", comparison.turns, words.TURNS),
        ("beide", int(sources["both"]), words.CELLS),
        ("alleen-a", int(sources["a"]), words.CELLS),
        ("alleen-b", int(sources["b"]), words.CELLS),
        ("nieuw", int(sources["new"]), words.CELLS),
        ("herlezen", int(sources["unread"]), words.CELLS),
    ]
    values = [
        Value(f"overeenstemming.{key}", number, unit, words.AGREEMENT[key])
        for key, number, unit in numbers
    ]
    values += [
        Value(f"overeenstemming.{row['attribute']}", row["alpha"], "α",
              words.ATTRIBUTE_LABEL.format(attribute=row["attribute"]))
        for row in comparison.attributes.to_dict("records")
    ]  # fmt: skip
    values += [
        Value(f"overeenstemming.{row['code']}", row["alpha"], "α",
              words.ALPHA_LABEL.format(name=row["label"]))
        for row in by_code.to_dict("records")
        if str(row["code"]).startswith("pol-")
    ]  # fmt: skip
    return tuple(value for value in values if not isnan(value.number))


def comparison_tables(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """Return the frames on agreement by the name under which essays know them."""
    return {
        "overeenstemming-per-code": comparison.by_code,
        "kenmerken": comparison.attributes,
        "kenmerken-per-code": comparison.attributes_by_code,
        "consensus": comparison.decisions,
        "herkomst": comparison.sources,
    }


def _name(frame: pd.DataFrame, *, codebook: Codebook) -> pd.DataFrame:
    """Add the names and families of codes."""
    known = codebook.codes
    return frame.assign(
        label=[known[code].name for code in frame["code"]],
        family=[known[code].family for code in frame["code"]],
    )
