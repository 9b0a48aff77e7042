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
    telling_disagreements,
    unitising_agreement,
)
from paraplu.coding.units import codes_per_unit, respondent_units
from paraplu.messages import survey as words
from paraplu.records.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paraplu.records import Codebook, Plan

__all__ = ["Comparison", "compare_coding", "comparison_tables", "comparison_values"]

ATTRIBUTES = tuple(words.ATTRIBUTE_NAMES)
EMPTY = pd.DataFrame(
    columns=[
        "coding", "coder", "interview", "turn", "code", "start", "end", "exact", "memo",
        *ATTRIBUTES,
    ]
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """How far two coders agree; each frame is described where it is made.

    `by_code` (`agreement_by_code`, with `label` and `family`), `pooled` (`pooled_agreement`),
    `attributes` (`attribute_agreement` over all codes, one row per attribute, with `label`),
    `attributes_by_code` (the same per code, without codes of which there is no pair),
    `borders` (`unitising_agreement`, its last row for all codes), `disagreements`
    (`telling_disagreements`, with `label_a`, `label_b` and the `decided` codes by name),
    `decisions` (`consensus_decisions`), `sources` (`consensus_sources`). `threshold` is the
    study's on α; `codes` are the codes both coders knew.
    """

    threshold: float
    by_code: pd.DataFrame
    pooled: pd.DataFrame
    attributes: pd.DataFrame
    attributes_by_code: pd.DataFrame
    borders: pd.DataFrame
    disagreements: pd.DataFrame
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
    read = _gather(codings, turns=turns, codebook=codebook, plan=plan)
    units = respondent_units(read.turns)
    frames = [
        codes_per_unit(ledger, units=units, codes=read.codes, assigned=None if known else ())
        for ledger, known in zip(read.ledgers, read.known, strict=True)
    ]
    consensus = codings.get(plan.presence, EMPTY)
    final = codes_per_unit(consensus, units=respondent_units(turns), codes=list(codebook.codes))
    decisions = consensus_decisions(frames[0], frames[1], final)
    settings = {"draws": draws, "seed": seed}
    whole = _compare_attributes(read.ledgers, codes=read.codes, by_code=False, **settings)
    parts = _compare_attributes(read.ledgers, codes=read.codes, by_code=True, **settings)
    borders = unitising_agreement(read.ledgers, turns=read.turns, codes=read.codes)
    telling = telling_disagreements(*read.ledgers[:2], consensus=consensus, codes=read.codes)
    return Comparison(
        threshold=threshold,
        by_code=_name(agreement_by_code(frames, **settings), codebook=codebook),
        pooled=_name(pooled_agreement(frames, **settings), codebook=codebook),
        attributes=whole.assign(label=whole["attribute"].map(words.ATTRIBUTE_NAMES)),
        attributes_by_code=_name(parts[parts["n_pairs"] > 0], codebook=codebook),
        borders=_name(borders, codebook=codebook),
        disagreements=_name_both(telling, codebook=codebook),
        decisions=_name(decisions, codebook=codebook),
        sources=consensus_sources(decisions),
        turns=len(units) if all(read.known) else 0,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the double round read: the codes, the turns, and the ledger of each coder.

    `known` tells which coders have a ledger at all.
    """

    codes: list[str]
    turns: pd.DataFrame
    ledgers: list[pd.DataFrame]
    known: list[bool]


def _gather(
    codings: Mapping[str, pd.DataFrame], *, turns: pd.DataFrame, codebook: Codebook, plan: Plan
) -> Reading:
    """Return what both coders were to read: interviews outside the round were not looked at."""
    double = plan.double
    coders = double.coders if double else ("", "")
    version = double.codebook if double else codebook.version
    ledgers = [codings.get(coder, EMPTY) for coder in coders]
    if double and double.interviews:
        turns, *ledgers = (
            frame[frame["interview"].isin(double.interviews)] for frame in (turns, *ledgers)
        )
    return Reading(
        codes=[code.id for code in codebook.codes.values() if code.since <= version],
        turns=turns,
        ledgers=ledgers,
        known=[coder in codings for coder in coders],
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
    borders = comparison.borders["alpha"]
    numbers: list[tuple[str, float, str]] = [
        ("alfa", float(pooled["alpha"]), "α"),
        ("alfa.laag", float(pooled["alpha_low"]), "α"),
        ("alfa.hoog", float(pooled["alpha_high"]), "α"),
        ("procent", float(pooled["percent"]) * 100, "%"),
        ("ac1", float(pooled["ac1"]), "AC1"),
        ("kappa", float(pooled["kappa"]), "κ"),
        ("grenzen", float(borders.iloc[-1]), "α"),
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
    values += _per_attribute(comparison.attributes) + _per_choice(by_code)
    return tuple(value for value in values if not isnan(value.number))


def _per_attribute(attributes: pd.DataFrame) -> list[Value]:
    """Return α of every attribute."""
    return [
        Value(f"overeenstemming.{row['attribute']}", row["alpha"], "α",
              words.ATTRIBUTE_LABEL.format(attribute=row["attribute"]))
        for row in attributes.to_dict("records")
    ]  # fmt: skip


def _per_choice(by_code: pd.DataFrame) -> list[Value]:
    """Return α of every code of a choice."""
    return [
        Value(f"overeenstemming.{row['code']}", row["alpha"], "α",
              words.ALPHA_LABEL.format(name=row["label"]))
        for row in by_code.to_dict("records")
        if str(row["code"]).startswith("pol-")
    ]  # fmt: skip


def comparison_tables(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """Return the frames on agreement by the name under which essays know them."""
    return {
        "samen": comparison.pooled,
        "overeenstemming-per-code": comparison.by_code,
        "kenmerken": comparison.attributes,
        "kenmerken-per-code": comparison.attributes_by_code,
        "grenzen": comparison.borders,
        "verschillen": comparison.disagreements,
        "consensus": comparison.decisions,
        "herkomst": comparison.sources,
    }


def _name(frame: pd.DataFrame, *, codebook: Codebook) -> pd.DataFrame:
    """Add the names and families of codes."""
    known = codebook.codes
    return frame.assign(
        label=[known[code].name if code else words.ALL_CODES for code in frame["code"]],
        family=[known[code].family if code else "" for code in frame["code"]],
    )


def _name_both(frame: pd.DataFrame, *, codebook: Codebook) -> pd.DataFrame:
    """Add the names of the codes of both coders, and of what the consensus has."""
    names = {code.id: code.name for code in codebook.codes.values()} | {"": words.NOTHING}
    decided = [", ".join(names[code] for code in codes) or words.NOTHING
               for codes in frame["consensus"]]  # fmt: skip
    return frame.assign(
        label_a=frame["code_a"].map(names), label_b=frame["code_b"].map(names), decided=decided
    )
