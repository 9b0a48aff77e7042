"""Counting respondents for claims, on the presence that the study decides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, reduce
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from paraplu.coding.deciding import deciding_codings, reading_versions
from paraplu.coding.presence import combine, presence_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.coding.presence import Presences
    from paraplu.study import Study

__all__ = ["Census", "Conditions", "Expression", "Flags", "Tally", "codes_of", "opposites"]

Flags = npt.NDArray[np.bool_]
"""One truth per respondent, or per coding."""
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
    """A count of respondents; every array has one flag per respondent of the study.

    Parameters
    ----------
    names
        The respondents.
    base, held, opposed
        Who counts; who of them meets the condition; who of them says the opposite.
    unread
        Number of respondents left out because nobody looked for the code with them.

    """

    names: pd.Index
    base: Flags
    held: Flags
    opposed: Flags
    unread: int = 0

    @property
    def count(self) -> int:
        """Number of respondents who meet the condition."""
        return int(self.held.sum())

    @property
    def total(self) -> int:
        """Number of respondents who count."""
        return int(self.base.sum())

    @property
    def mixed(self) -> int:
        """Number of respondents who meet the condition and also say the opposite."""
        return int((self.held & self.opposed).sum())

    @property
    def bare(self) -> int:
        """Number of respondents who meet the condition and do not say the opposite."""
        return self.count - self.mixed

    def within(self, members: Flags) -> Tally:
        """Return the same count over some respondents only."""
        return Tally(self.names, self.base & members, self.held & members, self.opposed & members)


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

    Presence is decided once per condition, for all codes at once, and kept.

    Parameters
    ----------
    study
        The study; its codings are read once.

    """

    def __init__(self, study: Study) -> None:
        """Read who there is and which codings decide."""
        self.people = study.respondents()
        self.names = pd.Index(self.people["respondent"], dtype=object)
        self.groups = self.people["groep"].to_numpy(dtype=object)
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
        self._columns = {code: place for place, code in enumerate(self.codebook.codes)}
        self._values: dict[tuple[str, tuple[Conditions, ...]], Presences] = {}

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
            the double round; the name of a coder for theirs alone.

        """
        spoken = self._holds(expression, ((),), rule=rule)
        held = self._holds(expression, (conditions,), rule=rule) > 0
        opposite = np.zeros_like(held)
        if against:
            single = tuple((code,) for code in codes_of(expression))
            opposite = self._holds(single, against, rule=rule) > 0
        within = self.flags(members)
        base = within & (spoken >= 0 if everyone else spoken > 0)
        unread = int((within & (spoken < 0)).sum())
        return Tally(self.names, base, base & held, base & opposite, unread)

    def flags(self, members: pd.Index | None) -> Flags:
        """Return who of all respondents are members; everyone when there is no group."""
        if members is None:
            return np.ones(len(self.names), dtype=bool)
        return np.asarray(self.names.isin(members))

    def is_doubled(self, base: Flags) -> bool:
        """Tell whether every coder of the double round read the interviews of who counts."""
        interviews = set(self.people["interview"].to_numpy()[base])
        return all(interviews <= self.doubled(coder).keys() for coder in self.double)

    def passages(
        self,
        expression: Expression,
        *,
        conditions: tuple[Conditions, ...] = ((),),
        members: pd.Index | None = None,
    ) -> Flags:
        """Tell which deciding codings are of these codes, under any of these conditions.

        Returns
        -------
        ndarray of shape (n_codings,), bool
            For the rows of `deciding`.

        """
        columns = [self._columns[code] for code in codes_of(expression)]
        chosen = np.isin(self._code, columns) & (self._who >= 0)
        if members is not None:
            chosen &= self.flags(members)[self._who]
        return chosen & _meeting(self.deciding, conditions)

    def spoken_by(self, rows: Flags, speakers: Flags) -> Flags:
        """Keep the codings of some respondents."""
        return rows & (self._who >= 0) & speakers[self._who]

    @cached_property
    def counter(self) -> Flags:
        """The deciding codings that a coder marked as counter-evidence."""
        return self.deciding["counter"].to_numpy(dtype=bool)

    @cached_property
    def _code(self) -> npt.NDArray[np.intp]:
        """Column of the code of every deciding coding."""
        codes = pd.Index(list(self._columns), dtype=object)
        return np.asarray(codes.get_indexer(pd.Index(self.deciding["code"])))

    @cached_property
    def _who(self) -> npt.NDArray[np.intp]:
        """Place of the respondent of every deciding coding; -1 for the interviewer."""
        return np.asarray(self.names.get_indexer(pd.Index(self.deciding["respondent"])))

    def _holds(
        self, expression: Expression, conditions: tuple[Conditions, ...], *, rule: str
    ) -> npt.NDArray[np.int8]:
        """Evaluate an expression per respondent: 1, 0, or -1 where nobody looked.

        What was not looked at decides nothing: *or* with a code that is present holds.
        """
        values = self._all(rule, conditions)
        terms = [
            reduce(_and, (values[:, self._columns[code]] for code in term)) for term in expression
        ]
        return reduce(_or, terms)

    def _all(self, rule: str, conditions: tuple[Conditions, ...]) -> Presences:
        """Return presence under any of the conditions: ndarray of shape (n_people, n_codes)."""
        key = (rule, conditions)
        if key not in self._values:
            if rule in {"any", "both"}:
                rounds = [self._all(coder, conditions) for coder in self.double]
                self._values[key] = combine(rounds, rule=rule)
            else:
                codings = self.by_coder[rule] if rule else self.deciding
                self._values[key] = presence_values(
                    codings[_meeting(codings, conditions)],
                    self.people,
                    self.codebook,
                    read_under=self.doubled(rule) if rule else self._read,
                )
        return self._values[key]

    def doubled(self, coder: str) -> dict[str, int]:
        """Return the interviews that a coder read in the double round, with its codebook."""
        round_ = self.plan.double
        if round_ is None:
            return {}
        held = self._ledgers.get(coder, frozenset())
        given = held & set(round_.interviews) if round_.interviews else held
        return dict.fromkeys(sorted(given), round_.codebook)


def _and(one: npt.NDArray[np.int8], other: npt.NDArray[np.int8]) -> npt.NDArray[np.int8]:
    """Combine two codes: 0 when either is absent, else -1 when either was not looked at."""
    return np.where((one == 0) | (other == 0), np.int8(0), np.minimum(one, other))


def _or(one: npt.NDArray[np.int8], other: npt.NDArray[np.int8]) -> npt.NDArray[np.int8]:
    """Combine two codes: 1 when either is present, else -1 when either was not looked at."""
    return np.where((one == 1) | (other == 1), np.int8(1), np.minimum(one, other))


def _meeting(codings: pd.DataFrame, conditions: tuple[Conditions, ...]) -> Flags:
    """Tell which codings meet any of the conditions."""
    if () in conditions:
        return np.ones(len(codings), dtype=bool)
    met = np.zeros(len(codings), dtype=bool)
    for alternative in conditions:
        meets = np.ones(len(codings), dtype=bool)
        for attribute, value in alternative:
            meets &= codings[attribute].to_numpy(dtype=object) == value
        met |= meets
    return met
