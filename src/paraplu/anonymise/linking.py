"""Linking: forms of the same person, place or organisation become one entity."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paraplu.anonymise.lexicon import PREFIXES, load_lexicon
from paraplu.anonymise.sound import alike

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.anonymise.detection import Mention

__all__ = ["link"]

_PART = re.compile(r"[^\W\d_][^\W_]*\.?")
ENDINGS = ("se", "s", "er", "ers")
BY_TEXT = frozenset({"MUNICIPALITY", "PLACE", "ORG", "PARTY", "SOCIAL", "ADDRESS"})


@dataclass(slots=True)
class _Cluster:
    """Mentions that are taken for one entity, and the parts of the names they use."""

    mentions: list[Mention] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)
    full: tuple[str, ...] = ()

    def add(self, mention: Mention, parts: tuple[str, ...]) -> None:
        """Take a mention in; the longest form is remembered as the full name."""
        self.mentions.append(mention)
        self.parts |= set(parts)
        if len(parts) > len(self.full):
            self.full = parts


def link(mentions: Sequence[Mention]) -> tuple[tuple[Mention, ...], ...]:
    """Group the mentions of a text by entity.

    Persons are one when the parts of one name are among those of the other (*Jaap*, *Jaap
    Hoekman*), when surname and initial agree, or when a long name was heard slightly
    otherwise; a part that several persons share goes to the one mentioned last. Full names come
    first, so that a first name at the beginning finds its person. Places and organisations
    are one when their words are, possessives aside. Everything else stands by itself, save
    the same words twice.

    Returns
    -------
    tuple of tuple of Mention
        In order of first mention; the mentions of an entity in order of place.

    """
    clusters = [
        *_link_persons([m for m in mentions if m.label == "PERSON"]),
        *_link_texts([m for m in mentions if m.label != "PERSON"]),
    ]
    groups = [tuple(sorted(cluster.mentions)) for cluster in clusters]
    return tuple(sorted(groups))


def _link_persons(mentions: Sequence[Mention]) -> list[_Cluster]:
    """Group mentions of persons: full names first, then what can be part of one."""
    named = [(mention, _parts(mention.text)) for mention in mentions]
    clusters: list[_Cluster] = []
    for mention, parts in sorted(named, key=lambda pair: (-min(len(pair[1]), 2), pair[0])):
        fitting = [cluster for cluster in clusters if _fits(parts, cluster)]
        if not fitting:
            clusters.append(_Cluster())
            fitting = clusters[-1:]
        _nearest(fitting, mention).add(mention, parts)
    return clusters


def _nearest(clusters: Sequence[_Cluster], mention: Mention) -> _Cluster:
    """Return the cluster mentioned last before a mention, or first after it."""

    def distance(cluster: _Cluster) -> tuple[bool, int]:
        gaps = [mention.start - other.start for other in cluster.mentions]
        before = [gap for gap in gaps if gap >= 0]
        return (False, min(before)) if before else (True, -max(gaps, default=0))

    return min(clusters, key=distance)


def _fits(parts: tuple[str, ...], cluster: _Cluster) -> bool:
    """Tell whether a name can be the person of a cluster."""
    if not cluster.mentions:
        return False
    mine, theirs = set(parts), cluster.parts
    if mine <= theirs or set(cluster.full) <= mine:
        return True
    if len(parts) > 1 and len(cluster.full) > 1:
        return parts[-1] == cluster.full[-1] and _same_first(parts[0], cluster.full[0])
    return len(parts) == 1 and any(alike(parts[0], part) for part in theirs)


def _same_first(one: str, other: str) -> bool:
    """Tell whether one is the initial of the other, or both are heard alike."""
    if one.endswith(".") or other.endswith(".") or 1 in (len(one), len(other)):
        return one[0] == other[0]
    return alike(one, other)


def _parts(text: str) -> tuple[str, ...]:
    """Return the parts of a name in small letters, without titles and small words."""
    lexicon = load_lexicon()
    words = [word.casefold() for word in _PART.findall(text)]
    skipped = PREFIXES | lexicon.titles | lexicon.roles
    named = [word for word in words if word not in skipped and word.rstrip(".") not in skipped]
    return tuple(named or words)


def _link_texts(mentions: Sequence[Mention]) -> list[_Cluster]:
    """Group mentions by label and words."""
    clusters: dict[tuple[str, str], _Cluster] = {}
    for mention in mentions:
        key = (mention.label, _key(mention))
        known = [(mention.label, key[1].removesuffix(ending)) for ending in ("", *ENDINGS)]
        found = next((k for k in known if k in clusters), key)
        clusters.setdefault(found, _Cluster()).add(mention, ())
    return list(clusters.values())


def _key(mention: Mention) -> str:
    """Return the words by which a mention is known."""
    words = " ".join(mention.text.casefold().split())
    if mention.label in BY_TEXT:
        words = re.sub(r"^(?:de|het|'t|’t|gemeente) ", "", words)
        words = re.sub(r"['’]s$", "", words)
    return words
