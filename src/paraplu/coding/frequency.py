"""How many respondents speak of a code, by group, always with the denominator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    import numpy.typing as npt

    from paraplu.records import Codebook

__all__ = [
    "COLUMNS",
    "added_in",
    "codes_by_group",
    "codes_overall",
    "families_by_group",
    "family_presence",
    "suppress",
]

COLUMNS = ("code", "name", "family", "group", "n", "of", "share", "suppressed")


def codes_by_group(
    present: pd.DataFrame,
    respondents: pd.DataFrame,
    codebook: Codebook,
    *,
    by: str = "groep",
    min_cell: int = 3,
) -> pd.DataFrame:
    """Count the respondents of each group with whom a code is present.

    Parameters
    ----------
    present
        What `presence` gives: respondents by codes, with NA where nobody looked.
    respondents
        With `respondent` and the column `by`.
    codebook
        For names and families.
    by
        Attribute that makes the groups.
    min_cell
        Cells of fewer respondents are marked for suppression.

    Returns
    -------
    DataFrame
        A row per code and group, in the order of the codebook and of the groups in
        `respondents`: `code`, `name`, `family`, `group`, `n` with the code, `of` with whom was
        looked, `share` in [0, 1] (NaN when `of` is 0), `suppressed`: true when `of` is under
        `min_cell`, or `n` is under it and not 0. Numbers are kept beside the mark, for
        analysis; `suppress` takes them out for publication.

    """
    frame = _by_group(present, respondents, by=by, min_cell=min_cell)
    known = codebook.codes
    frame["name"] = [known[code].name if code in known else code for code in frame["code"]]
    frame["family"] = [known[code].family if code in known else "" for code in frame["code"]]
    return frame[list(COLUMNS)]


def codes_overall(present: pd.DataFrame, codings: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """Count per code the respondents, interviews and passages, over all groups.

    Parameters
    ----------
    present
        What `presence` gives.
    codings
        The codings that decide; see `deciding_codings`.
    codebook
        For names and families.

    Returns
    -------
    DataFrame
        A row per code in the order of the columns of `present`: `code`, `name`, `family`,
        `respondents` with the code, `of` with whom was looked, `share` in [0, 1] (NaN when `of`
        is 0), `interviews`, `passages` (codings).

    """
    counted = codings[codings["respondent"].isin(present.index)]
    codes = [str(code) for code in present.columns]
    n = present.sum().to_numpy(dtype=np.int64)
    of = present.notna().sum().to_numpy(dtype=np.int64)
    per_code = counted.groupby("code")
    known = codebook.codes
    return pd.DataFrame(
        {
            "code": codes,
            "name": [known[code].name if code in known else code for code in codes],
            "family": [known[code].family if code in known else "" for code in codes],
            "respondents": n,
            "of": of,
            "share": _shares(n, of),
            "interviews": _reindexed(per_code["interview"].nunique(), codes),
            "passages": _reindexed(per_code.size(), codes),
        }
    )


def family_presence(present: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """Roll presence of codes up to families.

    Parameters
    ----------
    present
        What `presence` gives.
    codebook
        The families and their codes.

    Returns
    -------
    DataFrame of shape (n_respondents, n_families), dtype boolean
        True when any code of the family is present; NA when none of them was looked at.

    """
    rolled = {}
    for family in codebook.families:
        part = present.reindex(columns=[c for c in family.codes if c in present.columns])
        given = part.fillna(value=False).any(axis=1).astype("boolean")
        rolled[family.id] = given.mask(part.isna().all(axis=1))
    return pd.DataFrame(rolled, index=present.index, dtype="boolean")


def families_by_group(
    present: pd.DataFrame,
    respondents: pd.DataFrame,
    codebook: Codebook,
    *,
    by: str = "groep",
    min_cell: int = 3,
) -> pd.DataFrame:
    """Count the respondents of each group with whom a family of codes is present.

    Parameters are those of `codes_by_group`.

    Returns
    -------
    DataFrame
        A row per family and group: `family`, `name`, `group`, `n`, `of`, `share`, `suppressed`.

    """
    rolled = family_presence(present, codebook)
    frame = _by_group(rolled, respondents, by=by, min_cell=min_cell)
    names = {family.id: family.name for family in codebook.families}
    frame["name"] = frame["code"].map(names).astype(object)
    frame = frame.rename(columns={"code": "family"})
    return frame[["family", "name", "group", "n", "of", "share", "suppressed"]]


def added_in(
    present: pd.DataFrame,
    codings: pd.DataFrame,
    respondents: pd.DataFrame,
    codebook: Codebook,
    *,
    version: int,
    by: str = "groep",
) -> pd.DataFrame:
    """Show what the codes that came with a version of the codebook brought.

    Parameters
    ----------
    present, codings, codebook
        As in `codes_overall`.
    respondents
        With `respondent` and the column `by`.
    version
        The version whose codes are looked at.
    by
        Attribute that makes the groups.

    Returns
    -------
    DataFrame
        The columns of `codes_overall` for those codes, and `groups`: in how many groups the
        code is present with at least one respondent.

    """
    codes = [
        code for code in present.columns
        if code in codebook.codes and codebook.codes[code].since == version
    ]  # fmt: skip
    chosen = present[codes]
    frame = codes_overall(chosen, codings, codebook)
    cells = _by_group(chosen, respondents, by=by, min_cell=0)
    spoken = cells[cells["n"] > 0].groupby("code")["group"].nunique()
    frame["groups"] = _reindexed(spoken, codes)
    return frame


def suppress(frame: pd.DataFrame) -> pd.DataFrame:
    """Take the numbers out of cells that are marked for suppression.

    Parameters
    ----------
    frame
        With `n`, `share` and `suppressed`.

    Returns
    -------
    DataFrame
        The same rows; `n` as nullable integer, NA in suppressed cells, `share` NaN there.

    Notes
    -----
    A single suppressed cell can be found by subtraction where the total over all groups is
    published as well.

    """
    hidden = frame["suppressed"].astype(bool)
    return frame.assign(
        n=frame["n"].astype("Int64").mask(hidden), share=frame["share"].mask(hidden)
    )


def _by_group(
    present: pd.DataFrame, respondents: pd.DataFrame, *, by: str, min_cell: int
) -> pd.DataFrame:
    """Count per column of `present` and group; columns code, group, n, of, share, suppressed."""
    groups = list(dict.fromkeys(respondents[by]))
    owner = respondents.set_index("respondent")[by].reindex(present.index)
    member = np.array([owner.eq(group) for group in groups], dtype=np.int64)
    member = member.reshape(len(groups), len(present))
    values = present.astype("boolean").to_numpy(dtype=np.int8, na_value=-1)
    n = (member @ (values == 1).astype(np.int64)).T.ravel()
    of = (member @ (values >= 0).astype(np.int64)).T.ravel()
    return pd.DataFrame(
        {
            "code": np.repeat(np.array(present.columns, dtype=object), len(groups)),
            "group": np.array(groups * present.shape[1], dtype=object),
            "n": n,
            "of": of,
            "share": _shares(n, of),
            "suppressed": (of < min_cell) | ((n > 0) & (n < min_cell)),
        }
    )


def _shares(n: npt.NDArray[np.int64], of: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Divide; NaN where nobody was looked at."""
    return np.asarray(np.divide(n, of, out=np.full(n.shape, np.nan), where=of > 0))


def _reindexed(counts: pd.Series, codes: list[str]) -> list[int]:
    """Return the count of each code, 0 where there is none."""
    found = counts.to_dict()
    return [int(found.get(code, 0)) for code in codes]
