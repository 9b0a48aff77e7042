"""The table of groups: who says it, of whom, with small cells hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from paraplu.messages.pages import STRIPS
from paraplu.report.pages.cells import HIDDEN, hide_cells
from paraplu.report.pages.page import Row, Segment, Strip
from paraplu.report.pages.strips import Numbers, strip_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from paraplu.report.census import Tally

__all__ = ["by_group", "group_rows"]


def by_group(
    tally: Tally, groups: npt.NDArray[np.object_]
) -> tuple[dict[str, int], dict[str, int]]:
    """Return per group who meets the condition of a tally, and who counts.

    Parameters
    ----------
    tally
        The count.
    groups : ndarray of shape (n_people,)
        The group of every respondent.

    """
    names = sorted(np.unique(groups.astype(str)))
    own = {name: groups == name for name in names}
    return (
        {name: int(tally.held[own[name]].sum()) for name in names},
        {name: int(tally.base[own[name]].sum()) for name in names},
    )


def group_rows(held: Mapping[str, int], base: Mapping[str, int], *, least: int) -> tuple[Row, ...]:
    """Return a row for every group; none where every one of them would be hidden.

    Parameters
    ----------
    held, base
        Respondents of each group who meet the condition, and of whom.
    least
        The fewest respondents that may be shown.

    """
    names = sorted(base)
    sizes = [base[name] for name in names]
    counts = hide_cells([held[name] for name in names], least=least, weights=sizes)
    totals = hide_cells(sizes, least=least)
    if all(cell == HIDDEN for cell in counts):
        return ()
    return tuple(
        Row(name, (count, of), _strip(count, of, least=least))
        for name, count, of in zip(names, counts, totals, strict=True)
    )


def _strip(count: str, of: str, *, least: int) -> Strip | None:
    """Draw what the cells of a row show, and no more."""
    if of in {HIDDEN, "0"}:
        return None
    if count == HIDDEN:
        return Strip((Segment("hidden", int(of), STRIPS["withheld"].format(total=of)),))
    return strip_of(Numbers(int(count), int(of)), least=least)
