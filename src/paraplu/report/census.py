"""Counting respondents for claims, on the presence that the study decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu.coding.presence import (
    deciding_codings,
    presence,
    presence_from,
    reading_versions,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from paraplu.study import Study

__all__ = ["Census", "Conditions", "Expression", "Tally", "codes_of", "opposites"]

Expression = tuple[tuple[str, ...], ...]
"""Codes: the outer tuple is *or*, the inner ones are *and*."""
Conditions = tuple[tuple[str, str], ...]
"""Attribute and value that one coding must have, sorted by attribute."""
OPPOSITES = {
    ("valentie", "+"): "-",
    ("valentie", "-"): "+",
    ("argument", "voordeel"): "nadeel",
    ("argument", "nadeel"): "voordeel",
}


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """A count of respondents.

    Parameters
    ----------
    holders, base, mixed
        Respondents who meet the condition; who count; who also have the opposite (part of
        `holders`).
    unread
        Number of respondents left out because nobody looked for the code with them.

    """

    holders: pd.Index
    base: pd.Index
    mixed: pd.Index
    unread: int = 0

    @property
    def count(self) -> int:
        """Number of respondents who meet the condition."""
        return len(self.holders)

    @property
    def total(self) -> int:
        """Number of respondents who count."""
        return len(self.base)


def codes_of(expression: Expression) -> tuple[str, ...]:
    """Return the codes of an expression, each once."""
    return tuple(dict.fromkeys(code for term in expression for code in term))


def opposites(conditions: Conditions, *, poles: Mapping[str, str]) -> tuple[Conditions, ...]:
    """Return the conditions that say the opposite: one attribute turned, the others kept.

    Parameters
    ----------
    conditions
        Of the claim.
    poles
        Pole to the pole across from it. 'en', a neutral tone, a phase, a wish and an observation
        have no opposite.

    Examples
    --------
    >>> opposites((("fase", "reactie"), ("valentie", "-")), poles={})
    ((('fase', 'reactie'), ('valentie', '+')),)

    """
    turned = []
    for place, (attribute, value) in enumerate(conditions):
        other = poles.get(value) if attribute == "pole" else OPPOSITES.get((attribute, value))
        if other is not None:
            turned.append((*conditions[:place], (attribute, other), *conditions[place + 1 :]))
    return tuple(turned)


class Census:
    """The respondents of a study and what they speak of.

    Frames are made once per condition and kept.

    Parameters
    ----------
    study
        The study; its codings are read once.

    """

    def __init__(self, study: Study) -> None:
        """Read who there is and which codings decide."""
        self.people = study.respondents()
        self.codebook = study.codebook()
        self.plan = study.plan()
        ledgers = {coder: frozenset(held) for coder, held in study.ledgers.items()}
        self._ledgers = ledgers
        self.by_coder = {coder: study.codings(coder) for coder in ledgers}
        frames = [frame for frame in self.by_coder.values() if len(frame)]
        everything = (
            pd.concat(frames, ignore_index=True) if frames else study.codings(self.plan.presence)
        )
        self.deciding = deciding_codings(everything, plan=self.plan, ledgers=ledgers)
        self._read = reading_versions(
            pd.unique(self.people["interview"]), plan=self.plan, codings=everything, ledgers=ledgers
        )
        self._frames: dict[tuple[str, tuple[str, ...], tuple[Conditions, ...]], pd.DataFrame] = {}

    @property
    def double(self) -> tuple[str, ...]:
        """The coders of the double round who have ledgers; empty without such a round."""
        round_ = self.plan.double
        return tuple(c for c in round_.coders if c in self.by_coder) if round_ else ()

    def tally(
        self,
        expression: Expression,
        *,
        conditions: Conditions = (),
        against: tuple[Conditions, ...] = (),
        everyone: bool = False,
        members: pd.Index | None = None,
        rule: str = "",
    ) -> Tally:
        """Count respondents.

        Parameters
        ----------
        expression
            Codes with *and* and *or*.
        conditions
            Attributes that one coding must have.
        against
            Conditions that say the opposite; see `opposites`.
        everyone
            Whether everyone counts, or only who speaks of the codes at all.
        members
            Respondents to look at; all by default.
        rule
            Empty for the presence of the study; ``any`` or ``both`` for that of the coders of
            the double round.

        """
        spoken = self._holds(expression, ((),), rule=rule)
        held = self._holds(expression, (conditions,), rule=rule) > 0
        opposite = np.zeros_like(held)
        if against:
            single = tuple((code,) for code in codes_of(expression))
            opposite = self._holds(single, against, rule=rule) > 0
        names = pd.Index(self.people["respondent"])
        within = np.ones_like(held) if members is None else np.asarray(names.isin(members))
        base = within & (spoken >= 0 if everyone else spoken > 0)
        return Tally(
            holders=names[base & held],
            base=names[base],
            mixed=names[base & held & opposite],
            unread=int((within & (spoken < 0)).sum()),
        )

    def is_doubled(self, respondents: pd.Index) -> bool:
        """Tell whether every coder of the double round read the interviews of respondents."""
        people = self.people[self.people["respondent"].isin(respondents)]
        read = (self.doubled(coder).keys() for coder in self.double)
        return all(set(people["interview"]) <= held for held in read)

    def passages(
        self,
        expression: Expression,
        *,
        conditions: tuple[Conditions, ...] = ((),),
        members: pd.Index | None = None,
    ) -> pd.DataFrame:
        """Return the codings that decide, of these codes, under any of these conditions."""
        rows = _meeting(self.deciding, conditions)
        rows = rows[rows["code"].isin(codes_of(expression)) & rows["respondent"].ne("")]
        return rows if members is None else rows[rows["respondent"].isin(members)]

    def _holds(
        self, expression: Expression, conditions: tuple[Conditions, ...], *, rule: str
    ) -> npt.NDArray[np.int8]:
        """Evaluate an expression per respondent: 1, 0, or -1 where nobody looked.

        What was not looked at decides nothing: *or* with a code that is present holds.
        """
        codes = codes_of(expression)
        if rule:
            frames = [self._frame(coder, codes, conditions) for coder in self.double]
            frame = presence_from(frames, rule=rule)
        else:
            frame = self._frame("", codes, conditions)
        terms = [reduce(and_, (frame[code] for code in term)) for term in expression]
        return np.asarray(reduce(or_, terms).to_numpy(dtype=np.int8, na_value=-1))

    def _frame(
        self, coder: str, codes: tuple[str, ...], conditions: tuple[Conditions, ...]
    ) -> pd.DataFrame:
        """Return presence under any of the conditions: by one coder, or as the study decides."""
        key = (coder, codes, conditions)
        if key not in self._frames:
            codings = self.by_coder[coder] if coder else self.deciding
            asked = {code: self.codebook.codes[code] for code in codes}
            self._frames[key] = presence(
                _meeting(codings[codings["code"].isin(codes)], conditions),
                self.people,
                replace(self.codebook, codes=asked),
                read_under=self.doubled(coder) if coder else self._read,
            )
        return self._frames[key]

    def doubled(self, coder: str) -> dict[str, int]:
        """Return the interviews that a coder read in the double round, with its codebook."""
        round_ = self.plan.double
        if round_ is None:
            return {}
        held = self._ledgers.get(coder, frozenset())
        given = held & set(round_.interviews) if round_.interviews else held
        return dict.fromkeys(sorted(given), round_.codebook)


def _meeting(codings: pd.DataFrame, conditions: tuple[Conditions, ...]) -> pd.DataFrame:
    """Return the codings that meet any of the conditions."""
    if () in conditions:
        return codings
    met = pd.Series(data=False, index=codings.index)
    for alternative in conditions:
        meets = pd.Series(data=True, index=codings.index)
        for attribute, value in alternative:
            meets &= codings[attribute].eq(value)
        met |= meets
    return codings[met]
