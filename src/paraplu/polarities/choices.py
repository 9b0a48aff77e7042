"""All choices of a study at once, and the numbers on them that an essay may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.messages import values as words
from paraplu.messages.polarities import ALL_RESPONDENTS
from paraplu.polarities.positions import BOTH, MIXED, Basis
from paraplu.polarities.weighing import Weighing, weigh
from paraplu.records.value import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from paraplu.records import Polarities

__all__ = ["weigh_choices", "weighing_values"]

SHORT = {
    Basis.WISH: "wens",
    Basis.REASONS: "redenen",
    Basis.OBSERVATION: "waarneming",
}


def weigh_choices(
    codings: Mapping[str, pd.DataFrame],
    *,
    polarities: Polarities,
    respondents: pd.DataFrame,
    draws: int,
    seed: int,
    min_cell: int = 3,
) -> dict[str, Weighing]:
    """Bring together what is said on every choice, by its id; see `weigh`.

    Parameters
    ----------
    codings
        Codings per coder; the first (the consensus) is the one reported.
    polarities
        The choices and where their texts come from.
    respondents
        Columns ``respondent, groep``.
    draws, seed
        Of the bootstrap over respondents.
    min_cell
        Smallest number of respondents about whom something is said.

    """
    return {
        polarity.id: weigh(
            codings,
            polarity=polarity,
            respondents=respondents,
            source=polarities.source,
            draws=draws,
            seed=seed,
            min_cell=min_cell,
        )
        for polarity in polarities.polarities
    }


def weighing_values(weighings: Mapping[str, Weighing], codings: pd.DataFrame) -> tuple[Value, ...]:
    """Return the numbers on the choices, keys ``polariteit.<choice>.…``.

    ``besproken`` (with a position), a pole or ``en`` or ``gemengd`` (in whom it leads), ``wens``,
    ``redenen`` and ``waarneming`` (what positions rest on), ``<pole>.<argument>`` (with such a
    passage), ``<pole>.voordeel-en-nadeel`` and ``waarneming-beide``, ``houdt-stand`` and ``van``.

    Parameters
    ----------
    weighings
        Result of `weigh_choices`.
    codings
        The codings that decide.

    """
    values = [Value("polariteit.keuzes", len(weighings), words.CHOICES, words.CHOICES_LABEL)]
    for choice, weighing in weighings.items():
        values += _standing(f"polariteit.{choice}", weighing)
        values += _arguments(f"polariteit.{choice}", weighing)
        values += _pairs(f"polariteit.{choice}", weighing, codings=codings)
    return tuple(values)


def _standing(key: str, weighing: Weighing) -> list[Value]:
    """Count positions, what they rest on, and how firmly the whole stands."""
    left, right = weighing.polarity.poles
    poles = {"left": left.name.lower(), "right": right.name.lower()}
    positions, whole = weighing.positions, weighing.compositions
    placed = int((positions["n"] > 0).sum())
    row = whole[whole["groep"].eq(ALL_RESPONDENTS)].iloc[0]
    values = [Value(f"{key}.besproken", placed, words.RESPONDENTS,
                    words.PLACED_LABEL.format(**poles), len(positions))]  # fmt: skip
    values += [
        Value(f"{key}.{side}", int(positions["leading"].eq(side).sum()), words.RESPONDENTS,
              words.LEADING_LABEL.format(side=side, **poles), placed, adds=f"{key}.besproken")
        for side in (left.id, right.id, BOTH, MIXED)
    ]  # fmt: skip
    values += [
        Value(f"{key}.{short}", int(positions["basis"].eq(basis.value).sum()), words.RESPONDENTS,
              words.BASIS_LABEL.format(basis=basis.value, **poles), placed, adds=f"{key}.basis")
        for basis, short in SHORT.items()
    ]  # fmt: skip
    return [
        *values,
        Value(f"{key}.houdt-stand", int(row["sign_held"]), words.SAMPLES, words.HELD_LABEL,
              int(row["of"])),
        Value(f"{key}.van", int(row["of"]), words.SAMPLES, words.OF_LABEL),
    ]  # fmt: skip


def _arguments(key: str, weighing: Weighing) -> list[Value]:
    """Count respondents by what their passages say of a pole."""
    left, right = weighing.polarity.poles
    names = {left.id: left.name, right.id: right.name, BOTH: BOTH}
    return [
        Value(f"{key}.{cell['pole']}.{cell['argument']}", cell["respondents"], words.RESPONDENTS,
              words.ARGUMENT_LABEL.format(argument=cell["argument"], pole=names[cell["pole"]]),
              cell["of"], cell["codings"])
        for cell in weighing.quadrants.to_dict("records")
    ]  # fmt: skip


def _pairs(key: str, weighing: Weighing, *, codings: pd.DataFrame) -> list[Value]:
    """Count respondents who say two things: both sides of a pole, or both poles seen."""
    left, right = weighing.polarity.poles
    own = codings[
        codings["code"].eq(weighing.polarity.code)
        & codings["respondent"].isin(weighing.positions["respondent"])
    ]

    def who(pole: str, argument: str) -> frozenset[str]:
        chosen = own["pole"].eq(pole) & own["argument"].eq(argument)
        return frozenset(own.loc[chosen, "respondent"])

    of = own["respondent"].nunique()
    values = [
        Value(f"{key}.{pole.id}.voordeel-en-nadeel",
              len(who(pole.id, "voordeel") & who(pole.id, "nadeel")), words.RESPONDENTS,
              words.PAIR_LABEL.format(pole=pole.name), of)
        for pole in (left, right)
    ]  # fmt: skip
    both = who(left.id, "waarneming") & who(right.id, "waarneming")
    label = words.OBSERVED_LABEL.format(left=left.name, right=right.name)
    return [*values, Value(f"{key}.waarneming-beide", len(both), words.RESPONDENTS, label, of)]
