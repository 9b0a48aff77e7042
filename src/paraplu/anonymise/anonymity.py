"""k-anonymity over what is published of respondents (Sweeney 2002)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["REFUSED_BELOW", "WARNED_BELOW", "anonymity"]

REFUSED_BELOW = 3
WARNED_BELOW = 5


def anonymity(respondents: pd.DataFrame, *, published: Sequence[str]) -> pd.DataFrame:
    """Count how many respondents share each combination of published attributes.

    Parameters
    ----------
    respondents
        A row per respondent.
    published
        The attributes that may be shown, such as ``["groep"]``; empty means that nothing is.

    Returns
    -------
    DataFrame
        A row per combination: the attributes, `k` (respondents), `oordeel` (``te klein`` under
        3, ``krap`` under 5, else ``voldoende``), smallest first.

    """
    columns = list(published)
    if not columns or respondents.empty:
        return pd.DataFrame(columns=[*columns, "k", "oordeel"])
    sizes = respondents.groupby(columns, sort=True).size().rename("k").reset_index()
    verdict = pd.cut(
        sizes["k"],
        bins=[0, REFUSED_BELOW - 1, WARNED_BELOW - 1, float("inf")],
        labels=["te klein", "krap", "voldoende"],
    )
    sizes["oordeel"] = verdict.astype(object)
    return sizes.sort_values(["k", *columns], ignore_index=True)
