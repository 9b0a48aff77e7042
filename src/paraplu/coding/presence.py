"""Presence of codes with respondents: the one place where it is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from paraplu import messages
from paraplu.coding.deciding import deciding_codings, reading_versions
from paraplu.coding.units import unread
from paraplu.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from paraplu.records import Codebook, Plan

__all__ = [
    "Presences",
    "combine",
    "presence",
    "presence_from",
    "presence_values",
    "respondents_with",
]

PRESENT, ABSENT, UNREAD = 1, 0, -1
Presences = npt.NDArray[np.int8]
"""Presence as numbers, a row per respondent and a column per code."""
ATTRIBUTES = ("fase", "valentie", "pole", "argument", "counter", "family")


def presence(
    codings: pd.DataFrame,
    respondents: pd.DataFrame,
    codebook: Codebook,
    *,
    plan: Plan | None = None,
    read_under: Mapping[str, int] | None = None,
    ledgers: Mapping[str, Collection[str]] | None = None,
) -> pd.DataFrame:
    """Decide which codes are present with which respondents.

    Parameters
    ----------
    codings
        Codings of one coder or of several; see `deciding_codings`.
    respondents
        One row per respondent, with `respondent` and `interview`; the rows of the result.
    codebook
        The codes, in the order of the columns, and the version each came in.
    plan
        With it, only the codings of those coders count who decide in each interview, and an
        interview counts as read under the version of their round. Without it all codings count.
    read_under
        Interview to the highest version of the codebook under which it was read; goes before
        the plan. An interview that is not in it was not read. Without it and without a plan
        everything counts as read under the current version.
    ledgers
        Coder to the interviews of which a ledger exists; see `deciding_codings`.

    Returns
    -------
    DataFrame of shape (n_respondents, n_codes), dtype boolean, index `respondent`
        True with at least one coding; False when the respondent's interview was read without
        it; NA when nobody looked (*niet bekeken*). A code that was given counts as looked at.

    Examples
    --------
    >>> from paraplu.records import Code, Codebook
    >>> book = Codebook(2, codes={c: Code(c, c, "f", "", since=s) for c, s in [("a", 1), ("b", 2)]})
    >>> people = pd.DataFrame({"respondent": ["R1", "R2"], "interview": ["R1", "R2"]})
    >>> given = pd.DataFrame(
    ...     {"coder": ["x"], "interview": ["R1"], "respondent": ["R1"], "code": ["a"]}
    ... )
    >>> presence(given, people, book, read_under={"R1": 1, "R2": 2}).to_numpy().tolist()
    [[True, <NA>], [False, False]]

    """
    if plan is not None:
        codings = deciding_codings(codings, plan=plan, ledgers=ledgers)
        if read_under is None:
            interviews = pd.Index(respondents["interview"])
            read_under = reading_versions(interviews, plan=plan, codings=codings, ledgers=ledgers)
    values = presence_values(codings, respondents, codebook, read_under=read_under)
    rows = pd.Index(respondents["respondent"], name="respondent")
    # made column by column, since masking a frame of nullable columns takes ten times as long
    made = {
        code: pd.arrays.BooleanArray(values[:, place] == PRESENT, values[:, place] == UNREAD)
        for place, code in enumerate(codebook.codes)
    }
    return pd.DataFrame(made, index=rows, columns=list(codebook.codes))


def presence_values(
    codings: pd.DataFrame,
    respondents: pd.DataFrame,
    codebook: Codebook,
    *,
    read_under: Mapping[str, int] | None = None,
) -> Presences:
    """Decide presence as `presence` does, of codings that all count, as plain numbers.

    Parameters
    ----------
    codings, respondents, codebook, read_under
        As in `presence`.

    Returns
    -------
    ndarray of shape (n_respondents, n_codes), int8
        1 with at least one coding, 0 when read without it, -1 when nobody looked.

    """
    codes = list(codebook.codes)
    rows = pd.Index(respondents["respondent"])
    places = rows.get_indexer(pd.Index(codings["respondent"]))
    columns = pd.Index(codes).get_indexer(pd.Index(codings["code"]))
    known = (places >= 0) & (columns >= 0)
    interviews = pd.Index(respondents["interview"])
    hidden = unread(interviews, codes=codes, codebook=codebook, read_under=read_under)
    values = np.where(hidden, np.int8(UNREAD), np.int8(ABSENT))
    values[places[known], columns[known]] = PRESENT
    return values


def combine(rounds: Sequence[Presences], *, rule: str) -> Presences:
    """Combine the presence that several coders gave; see `presence_from`.

    Parameters
    ----------
    rounds
        At least one array as `presence_values` gives, all of one shape.
    rule
        ``any`` or ``both``.

    Returns
    -------
    ndarray of shape (n_respondents, n_codes), int8
        -1 only where none of them looked.

    Raises
    ------
    Refused
        When the rule does not exist.
    ValueError
        When there is no round.

    """
    if rule not in {"any", "both"}:
        raise Refused(
            [
                messages.problem(
                    "P271", "presence_from", name="rule", value=rule, choices="any, both"
                )
            ]
        )
    if not rounds:
        message = "presence needs at least one round"
        raise ValueError(message)
    values = np.stack(rounds)
    given = (values == PRESENT).any(axis=0) if rule == "any" else (values != ABSENT).all(axis=0)
    unseen = (values == UNREAD).all(axis=0)
    combined = np.where(given, np.int8(PRESENT), np.int8(ABSENT))
    return np.where(unseen, np.int8(UNREAD), combined)


def presence_from(rounds: Sequence[pd.DataFrame], *, rule: str) -> pd.DataFrame:
    """Combine the presence that several coders gave, to try how far a result rests on it.

    Parameters
    ----------
    rounds
        Frames as `presence` gives, one per coder, with the same rows and columns.
    rule
        ``any``: one coder is enough. ``both``: every coder who looked must have given it.

    Returns
    -------
    DataFrame of dtype boolean
        NA only where none of them looked.

    Raises
    ------
    Refused
        When the rule does not exist.
    ValueError
        When there is no round.

    Examples
    --------
    >>> a, b = (pd.DataFrame({"x": v}, dtype="boolean") for v in ([True, None], [False, True]))
    >>> presence_from([a, b], rule="both")["x"].tolist()
    [False, True]

    """
    values = combine([_as_values(each, model=rounds[0]) for each in rounds], rule=rule)
    frame = pd.DataFrame(values == PRESENT, index=rounds[0].index, columns=rounds[0].columns)
    return frame.astype("boolean").mask(values == UNREAD)


def _as_values(frame: pd.DataFrame, *, model: pd.DataFrame) -> Presences:
    """Return a frame of presence as numbers, with the rows and columns of another."""
    alike = frame.reindex(index=model.index, columns=model.columns).astype("boolean")
    return alike.to_numpy(dtype=np.int8, na_value=UNREAD)


def respondents_with(
    codings: pd.DataFrame,
    *,
    codes: Collection[str],
    conditions: Mapping[str, object] | None = None,
) -> pd.Index:
    """Name the respondents with at least one coding of the codes that meets the conditions.

    Parameters
    ----------
    codings
        The codings that decide; see `deciding_codings`.
    codes
        Any of these codes.
    conditions
        Attribute (`fase`, `valentie`, `pole`, `argument`, `counter`, `family`) to the value, or
        the collection of values, that it must have; one coding must meet all of them.

    Returns
    -------
    Index of str
        Sorted, each respondent once.

    Raises
    ------
    Refused
        When a condition is about something else than an attribute.

    Examples
    --------
    >>> given = pd.DataFrame(
    ...     {"respondent": ["R2", "R1"], "code": ["a", "a"], "valentie": ["-", "+"]}
    ... )
    >>> respondents_with(given, codes=["a"], conditions={"valentie": "+"}).tolist()
    ['R1']

    """
    met = codings["code"].isin(list(codes))
    for attribute, wanted in (conditions or {}).items():
        if attribute not in ATTRIBUTES:
            choices = ", ".join(ATTRIBUTES)
            raise Refused(
                [
                    messages.problem(
                        "P271",
                        "respondents_with",
                        name="eigenschap",
                        value=attribute,
                        choices=choices,
                    )
                ]
            )
        values = [wanted] if isinstance(wanted, str | bool) else list(_iterable(wanted))
        met &= codings[attribute].isin(values)
    met_by: set[str] = set(codings.loc[met, "respondent"])
    return pd.Index(pd.Series(sorted(met_by), dtype=object))


def _iterable(wanted: object) -> Iterable[object]:
    """Return the wanted values, or refuse what is neither a value nor a collection."""
    if isinstance(wanted, list | tuple | set | frozenset):
        return wanted
    message = f"a condition is a value or a collection of values, not {type(wanted).__name__}"
    raise TypeError(message)
