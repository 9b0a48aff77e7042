"""The table of groups: who says it, of whom, with small cells hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from paraplu.messages.pages import STRIPS
from paraplu.report.pages.cells import HIDDEN, hide_rows
from paraplu.report.pages.page import Row, Segment, Strip
from paraplu.report.pages.strips import Numbers, strip_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import numpy.typing as npt

    from paraplu.report.census import Tally

__all__ = ["group_rows", "rows_of"]


def rows_of(
    tally: Tally, groups: npt.NDArray[np.object_], *, least: int, told: Collection[str] = ()
) -> tuple[Row, ...]:
    """Return a row for every group of a tally.

    Parameters
    ----------
    tally
        The count.
    groups : ndarray of shape (n_people,)
        The group of every respondent.
    least
        The fewest respondents that may be shown.
    told
        The groups whose numbers stand in an essay.

    """
    names = sorted(np.unique(groups.astype(str)))
    own = [groups == name for name in names]
    return group_rows(
        {name: int(tally.held[each].sum()) for name, each in zip(names, own, strict=True)},
        {name: int(tally.base[each].sum()) for name, each in zip(names, own, strict=True)},
        sizes={name: int(each.sum()) for name, each in zip(names, own, strict=True)},
        least=least,
        told=told,
    )


def group_rows(
    held: Mapping[str, int],
    base: Mapping[str, int],
    *,
    sizes: Mapping[str, int],
    least: int,
    told: Collection[str] = (),
) -> tuple[Row, ...]:
    """Return a row for every group that may be named; none where all of them would be hidden.

    Parameters
    ----------
    held, base
        Respondents of each group who meet the condition, and of whom.
    sizes
        Respondents of each group.
    least
        The fewest respondents that may be shown.
    told
        The groups whose numbers stand in an essay.

    """
    names = sorted(sizes)
    cells = hide_rows(
        [held[name] for name in names],
        [base[name] for name in names],
        sizes=[sizes[name] for name in names],
        least=least,
        told=[place for place, name in enumerate(names) if name in told],
    )
    rows = tuple(
        Row(name, (count, of), _strip(count, of))
        for name, (count, of) in zip(names, cells, strict=True)
        if sizes[name] >= least
    )
    return () if all(HIDDEN in row.cells for row in rows) else rows


def _strip(count: str, of: str) -> Strip | None:
    """Draw what the cells of a row show, and no more."""
    if of in {HIDDEN, "0"}:
        return None
    if count == HIDDEN:
        return Strip((Segment("hidden", int(of), STRIPS["withheld"].format(total=of)),))
    return strip_of(Numbers(int(count), int(of)), least=1)
