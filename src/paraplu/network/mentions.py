"""Mentions: where respondents name a partner or an instrument."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import pandas as pd

from paraplu.language import bracketed
from paraplu.messages.network import PARTNER, RELATED
from paraplu.network.voices import PARTNER_GROUP, group_voices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paraplu.records import Network

__all__ = ["MENTION_COLUMNS", "PARTNER_COLUMNS", "Named", "find_mentions", "list_partners"]

MENTION_COLUMNS = ("id", "interview", "turn", "respondent", "start", "end")
PARTNER_COLUMNS = (
    "id",
    "name",
    "kind",
    "type",
    "respondents",
    "partners",
    "outside",
    "of",
    "turns",
    "thin",
)


class Named(Protocol):
    """Something with an id and the forms its name takes."""

    @property
    def id(self) -> str:
        """Return its id."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Return the forms its name takes."""


def find_mentions(turns: pd.DataFrame, *, named: Iterable[Named]) -> pd.DataFrame:
    """Find aliases, as whole words, in what respondents say.

    An alias with a capital is looked for as it is written (so that *OM* is not *om*); one
    without a capital also at the start of a sentence. Pseudonyms and remarks in brackets are not
    read. A mention says that a name was used, and no more than that.

    Parameters
    ----------
    turns
        Tidy frame of turns.
    named
        What to look for.

    Returns
    -------
    DataFrame
        One row per mention, in order of place: ``id, interview, turn, respondent, start, end``
        (code points in the body). Aliases of one thing that overlap count once.

    """
    patterns = {thing.id: _compile(thing.aliases) for thing in named if thing.aliases}
    spoken = turns[turns["role"] == "R"]
    texts = [_blank(text) for text in spoken["text"]]
    found = [
        (place, name, match.start(), match.end())
        for place, text in enumerate(texts)
        for name, pattern in patterns.items()
        for match in pattern.finditer(text)
    ]
    hits = pd.DataFrame(found, columns=["place", "id", "from", "to"])
    frame = spoken.iloc[hits["place"].astype(int)].reset_index(drop=True)
    frame = frame.assign(id=hits["id"].astype(object), end=frame["start"] + hits["to"].astype(int))
    frame["start"] += hits["from"].astype(int)
    ordered = frame.sort_values(["interview", "start", "id"], kind="stable", ignore_index=True)
    return ordered[list(MENTION_COLUMNS)]


def list_partners(
    turns: pd.DataFrame,
    *,
    network: Network,
    respondents: pd.DataFrame,
    min_cell: int,
    partner_group: str = PARTNER_GROUP,
) -> pd.DataFrame:
    """Count the respondents who name each partner, for description only.

    Parameters
    ----------
    turns
        Tidy frame of turns.
    network
        Its partners, and related organisations.
    respondents
        Columns ``respondent, groep``.
    min_cell
        Cells of one respondent or more, but fewer than this, are flagged ``thin``.
    partner_group
        Value of ``groep`` for partners.

    Returns
    -------
    DataFrame
        One row per organisation in the order of the file, those never named included: ``id,
        name, kind`` (*partner, verwant*), ``type``, ``respondents`` (who name it), of whom
        ``partners`` and ``outside``; ``of`` (all respondents), ``turns, thin``.

    """
    organisations = [(PARTNER, partner) for partner in network.partners]
    organisations += [(RELATED, partner) for partner in network.related]
    mentions = find_mentions(turns, named=[organisation for _, organisation in organisations])
    mentions = mentions[mentions["respondent"].isin(respondents["respondent"])]
    within, outside, everyone = group_voices(respondents, partner_group=partner_group).values()
    rows = []
    for kind, organisation in organisations:
        own = mentions[mentions["id"] == organisation.id]
        people = set(own["respondent"])
        turn_count = len(own[["interview", "turn"]].drop_duplicates())
        thin = 0 < len(people) < min_cell
        counts = (len(people), len(people & within), len(people & outside), len(everyone))
        described = (organisation.id, organisation.name, kind, organisation.type)
        rows.append((*described, *counts, turn_count, thin))
    return pd.DataFrame(rows, columns=list(PARTNER_COLUMNS))


def _compile(aliases: Iterable[str]) -> re.Pattern[str]:
    """Make one pattern of whole words, the longest alias first."""
    forms = (
        re.escape(alias) if alias != alias.lower() else f"(?i:{re.escape(alias)})"
        for alias in sorted(aliases, key=lambda alias: (-len(alias), alias))
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def _blank(text: str) -> str:
    """Write spaces over what stands in brackets; offsets stay."""
    for start, end in bracketed(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
