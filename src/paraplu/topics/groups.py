"""Topics by group: who speaks of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from paraplu.messages.topics import OTHER_OFFICES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.topics.result import TopicResult

__all__ = ["GROUP_COLUMNS", "list_by_attribute", "list_by_group", "list_by_office"]

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
    """Count the respondents of each group who speak of each topic: see `list_by_attribute`."""
    return list_by_attribute(result, respondents=respondents, by="groep", min_cell=min_cell)


def list_by_office(
    result: TopicResult, *, respondents: pd.DataFrame, min_cell: int = 3
) -> pd.DataFrame:
    """Count by ``ambt``; offices of fewer respondents than `min_cell` are taken together."""
    sizes = respondents["ambt"].map(respondents["ambt"].value_counts())
    offices = respondents["ambt"].mask(sizes < min_cell, OTHER_OFFICES)
    people = respondents.assign(ambt=offices)
    order = people["ambt"].eq(OTHER_OFFICES).sort_values(kind="stable").index
    return list_by_attribute(result, respondents=people.loc[order], by="ambt", min_cell=min_cell)


def list_by_attribute(
    result: TopicResult, *, respondents: pd.DataFrame, by: str, min_cell: int = 3
) -> pd.DataFrame:
    """Count the respondents who speak of each topic, by an attribute of theirs.

    Parameters
    ----------
    result
        Topics.
    respondents
        Columns ``respondent`` and the attribute.
    by
        The attribute, such as ``groep`` or ``ambt``.
    min_cell
        Cells of one respondent or more, but fewer than this, are flagged ``thin``.

    Returns
    -------
    DataFrame
        One row per topic and value, empty cells included: ``topic, name``, the attribute,
        ``n_segments, n_respondents``, ``of`` (respondents with this value and any segment),
        ``share`` (mean over those respondents of the share of their segments in this topic, so
        that who talks much does not weigh more; 0 to 1, missing when ``of`` is 0; segments
        without a topic count among all) and ``thin``.

    """
    values = respondents.set_index("respondent")[by]
    own = result.segments[result.segments["respondent"].isin(values.index)]
    totals = own.groupby("respondent").size()
    counts = pd.crosstab(own["respondent"], own["topic"])
    counts = counts.reindex(columns=list(result.topics["topic"]), fill_value=0)
    shares = counts.div(totals.reindex(counts.index), axis=0)
    belongs = values.reindex(counts.index)
    rows = []
    for topic, name in zip(result.topics["topic"], result.topics["name"], strict=True):
        for value in dict.fromkeys(values):
            column = counts.loc[belongs == value, topic]
            people = int((column > 0).sum())
            share = shares.loc[belongs == value, topic].mean()
            thin = 0 < people < min_cell
            row = (topic, name, value, int(column.sum()), people, len(column), share, thin)
            rows.append(row)
    columns = [by if column == "groep" else column for column in GROUP_COLUMNS]
    return pd.DataFrame(rows, columns=columns)
