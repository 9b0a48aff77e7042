"""How far coders read the same in what a claim rests on."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from paraplu.coding.agreement import krippendorff_alpha, matched_codings
from paraplu.coding.agreement.alpha import nominal_alphas
from paraplu.coding.agreement.reliability import coincidences_of_counts
from paraplu.coding.units import codes_per_unit, respondent_units

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from paraplu.report.census import Census
    from paraplu.study import Study

__all__ = ["Trust"]

PAIR = 2


class Trust:
    """Agreement of the double round, computed when it is asked for and kept.

    Parameters
    ----------
    study
        For its turns.
    census
        Holds the codings.

    """

    def __init__(self, study: Study, census: Census) -> None:
        """Keep what agreement is computed from."""
        self._study = study
        self._census = census
        self._attributes: dict[tuple[str, tuple[str, ...]], float] = {}

    def code_alpha(self, code: str) -> float:
        """Return α of a code over the turns of respondents; NaN when it is undefined.

        Krippendorff (2011), nominal, between the coders of the double round.
        """
        return self._alphas.get(code, math.nan)

    def attribute_alpha(self, attribute: str, codes: tuple[str, ...]) -> float:
        """Return α of an attribute of passages that both coders gave one of these codes."""
        key = (attribute, codes)
        if key not in self._attributes:
            pairs = self._pairs[self._pairs["code"].isin(codes)]
            values = pairs[[f"{attribute}_a", f"{attribute}_b"]]
            both = values[(values != "").all(axis=1)]
            alpha = krippendorff_alpha(both.to_numpy(dtype=object).T) if len(both) else math.nan
            self._attributes[key] = float(alpha)
        return self._attributes[key]

    def was_doubled(self, codes: tuple[str, ...], attributes: tuple[str, ...]) -> bool:
        """Tell whether codes and attributes were there when two coders worked apart."""
        round_ = self._census.plan.double
        book = self._census.codebook
        if round_ is None or len(self._census.double) < PAIR:
            return False
        since = [book.codes[code].since for code in codes]
        since += [book.attributes[name].since for name in attributes if name in book.attributes]
        return max(since, default=1) <= round_.codebook

    @cached_property
    def _alphas(self) -> Mapping[str, float]:
        """α of every code of the double round."""
        book, round_ = self._census.codebook.codes, self._census.plan.double
        if round_ is None or len(self._census.double) < PAIR:
            return {}
        codes = [code.id for code in book.values() if code.since <= round_.codebook]
        read = [self._census.doubled(coder).keys() for coder in self._census.double]
        turns = self._study.turns()
        both = turns["interview"].isin(set[str].intersection(*(set(each) for each in read)))
        units = respondent_units(turns[both])
        given = np.stack(
            [
                codes_per_unit(self._census.by_coder[coder], units=units, codes=codes)
                for coder in self._census.double
            ]
        ).astype(bool)
        counts = np.stack([(~given).sum(axis=0), given.sum(axis=0)], axis=-1)
        coincidences = coincidences_of_counts(counts.astype(np.float64)).sum(axis=0)
        return dict(zip(codes, map(float, nominal_alphas(coincidences)), strict=True))

    @cached_property
    def _pairs(self) -> pd.DataFrame:
        """Passages that both coders gave the same code."""
        first, second = (self._census.by_coder[coder] for coder in self._census.double[:PAIR])
        return matched_codings(first, second)
