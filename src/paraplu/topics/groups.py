"""Topics by group: who speaks of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.topics.result import TopicResult

__all__ = ["GROUP_COLUMNS", "list_by_group"]

GROUP_COLUMNS: Sequence[str] = (
    "topic",
    "name",
    "groep",
    "n_segments",
    "n_respondents",
    "of",
    "share",
    "thin",
)


def list_by_group(
    result: TopicResult, *, respondents: pd.DataFrame, min_cell: int = 3
) -> pd.DataFrame:
    """Count the respondents of each group who speak of each topic.

    Parameters
    ----------
    result
        Topics.
    respondents
        Columns ``respondent, groep``.
    min_cell
        Cells of one respondent or more, but fewer than this, are flagged ``thin``.

    Returns
    -------
    DataFrame
        One row per topic and group, empty cells included: ``topic, name, groep, n_segments,
        n_respondents``, ``of`` (respondents of the group with any segment), ``share`` (mean over
        those respondents of the share of their segments in this topic, so that who talks much
        does not weigh more; 0 to 1, missing when ``of`` is 0) and ``thin``.

    """
    groups = respondents.set_index("respondent")["groep"]
    order = list(dict.fromkeys(groups))
    own = result.segments[result.segments["respondent"].isin(groups.index)]
    counts = pd.crosstab(own["respondent"], own["topic"])
    counts = counts.reindex(columns=list(result.topics["topic"]), fill_value=0)
    shares = counts.div(counts.sum(axis=1).where(lambda total: total > 0), axis=0)
    belongs = groups.reindex(counts.index)
    rows = []
    for topic, name in zip(result.topics["topic"], result.topics["name"], strict=True):
        for group in order:
            column = counts.loc[belongs == group, topic]
            people = int((column > 0).sum())
            share = shares.loc[belongs == group, topic].mean()
            thin = 0 < people < min_cell
            row = (topic, name, group, int(column.sum()), people, len(column), share, thin)
            rows.append(row)
    return pd.DataFrame(rows, columns=list(GROUP_COLUMNS))
