"""Presence of codes with respondents: the one place where it is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from paraplu import messages
from paraplu.coding.units import unread
from paraplu.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from paraplu.records import Codebook, Plan

__all__ = [
    "deciding_codings",
    "presence",
    "presence_from",
    "reading_versions",
    "respondents_with",
]

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
    codes = list(codebook.codes)
    rows = pd.Index(respondents["respondent"], name="respondent")
    interviews = pd.Index(respondents["interview"])
    if plan is not None:
        codings = deciding_codings(codings, plan=plan, ledgers=ledgers)
        if read_under is None:
            read_under = reading_versions(interviews, plan=plan, codings=codings, ledgers=ledgers)
    places = rows.get_indexer(pd.Index(codings["respondent"]))
    columns = pd.Index(codes).get_indexer(pd.Index(codings["code"]))
    known = (places >= 0) & (columns >= 0)
    given = np.zeros((len(rows), len(codes)), dtype=bool)
    given[places[known], columns[known]] = True
    hidden = unread(interviews, codes=codes, codebook=codebook, read_under=read_under)
    # made column by column, since masking a frame of nullable columns takes ten times as long
    made = {
        code: pd.arrays.BooleanArray(given[:, place].copy(), hidden[:, place] & ~given[:, place])
        for place, code in enumerate(codes)
    }
    return pd.DataFrame(made, index=rows, columns=codes)


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
    model = rounds[0]
    values = np.stack(
        [
            each.reindex(index=model.index, columns=model.columns)
            .astype("boolean")
            .to_numpy(dtype=np.int8, na_value=-1)
            for each in rounds
        ]
    )
    given = (values == 1).any(axis=0) if rule == "any" else (values != 0).all(axis=0)
    frame = pd.DataFrame(given, index=model.index, columns=model.columns).astype("boolean")
    return frame.mask(np.asarray((values < 0).all(axis=0)))


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
