"""Groups of respondents: named in a claim, and mentioned in its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.report.folding import fold
from paraplu.report.words import compile_words

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping, Sequence

__all__ = [
    "REST", "Group", "find_group", "known_groups", "mentioned_groups", "noun_forms", "others",
]  # fmt: skip

ATTRIBUTES = ("groep", "ambt", "laag")
NAMED = ("groep", "ambt")
REST = "anderen"
"""Everyone who is not in the group, in a comparison."""


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Respondents who share a value of an attribute; `members` are their ids."""

    attribute: str
    value: str
    members: pd.Index

    def overlaps(self, other: Group) -> bool:
        """Tell whether someone is in both groups."""
        return bool(self.members.isin(other.members).any())


def others(group: Group, people: pd.DataFrame) -> Group:
    """Return everyone who is not in a group."""
    rest = people.loc[~people["respondent"].isin(group.members), "respondent"]
    return Group("", REST, pd.Index(rest, dtype=object))


def known_groups(people: pd.DataFrame) -> Mapping[tuple[str, str], Group]:
    """Return every group by attribute and value.

    Parameters
    ----------
    people
        One row per respondent, with `respondent` and the attributes.

    """
    return {
        (attribute, str(value)): Group(attribute, str(value), pd.Index(part["respondent"]))
        for attribute in ATTRIBUTES
        for value, part in people.groupby(attribute, sort=True)
        if value
    }


def find_group(
    written: str, groups: Mapping[tuple[str, str], Group], *, published: Sequence[str]
) -> Group | None:
    """Return the group that ``group="…"`` names, or None when there is none.

    Parameters
    ----------
    written
        ``ambt=raadslid``, or the bare value; then published attributes go first.
    groups
        What `known_groups` gives.
    published
        Attributes that may be shown.

    """
    attribute, is_pair, value = (part.strip() for part in written.partition("="))
    if is_pair:
        return groups.get((attribute, value))
    order = [*published, *(name for name in ATTRIBUTES if name not in published)]
    found = (groups.get((name, attribute)) for name in order)
    return next((group for group in found if group is not None), None)


def mentioned_groups(
    text: str,
    groups: Iterable[tuple[str, str]],
    *,
    names: Mapping[str, Sequence[str]] | None = None,
) -> list[tuple[str, str]]:
    """Return the groups that a text names, as attribute and value.

    Parameters
    ----------
    text
        Any text.
    groups
        Groups by attribute and value.
    names
        Other ways to name a group, by its value; a star stands for any ending.

    Examples
    --------
    >>> people = pd.DataFrame(
    ...     {
    ...         "respondent": ["R1"],
    ...         "groep": ["criticaster"],
    ...         "ambt": ["raadslid"],
    ...         "laag": ["gemeente"],
    ...     }
    ... )
    >>> mentioned_groups("De meeste raadsleden", known_groups(people))
    [('ambt', 'raadslid')]

    """
    folded = fold(text).text
    return [
        (attribute, value)
        for attribute, value in groups
        if attribute in NAMED
        and _pattern(value, tuple((names or {}).get(value, ()))).search(folded)
    ]


@cache
def _pattern(value: str, names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for every way to name a group, in folded text."""
    return compile_words((*noun_forms(value), *(fold(name).text for name in names)))


def noun_forms(noun: str) -> tuple[str, ...]:
    """Return a noun and its likely plurals, folded.

    Examples
    --------
    >>> noun_forms("raadslid")
    ('raadslid', 'raadslids', 'raadsliden', "raadslid's", 'raadsleden')

    """
    base = fold(noun).text
    forms = [base, f"{base}s", f"{base}en", f"{base}'s"]
    if base.endswith("lid"):
        forms.append(f"{base.removesuffix('lid')}leden")
    if base.endswith("aar"):
        forms.append(f"{base.removesuffix('aar')}aren")
    if base.endswith("e"):
        forms.append(f"{base}n")
    if base.endswith("g"):
        forms.append(f"{base}e")
    return tuple(forms)
