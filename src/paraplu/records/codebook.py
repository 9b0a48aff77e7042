"""The codebook: families of codes with stable ids, and how it changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Attribute", "Code", "Codebook", "CodebookVersion", "Family"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property of a coding, such as `fase`; `values` is empty where they differ per code."""

    id: str
    values: tuple[str, ...]
    definition: str
    since: int = 1


@dataclass(frozen=True, slots=True)
class Code:
    """A code. `since` is the version of the codebook that brought it; `line` its place.

    `retired` is the version from which on it is no longer given, or 0; what was coded with it
    stays.
    """

    id: str
    name: str
    family: str
    definition: str
    include: str = ""
    exclude: str = ""
    since: int = 1
    poles: tuple[str, ...] = ()
    parent: str = ""
    retired: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Family:
    """A family of codes and the question it serves."""

    id: str
    name: str
    question: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodebookVersion:
    """One step in the history of the codebook."""

    version: int
    date: str
    change: str
    added: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """All families, codes and attributes; `codes` keeps the order of the file.

    `merged` leads from a code that went up in another to the one that holds its codings now; it
    is not among `codes` any more.
    """

    version: int
    families: tuple[Family, ...] = ()
    codes: Mapping[str, Code] = field(default_factory=dict)
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    history: tuple[CodebookVersion, ...] = ()
    merged: Mapping[str, str] = field(default_factory=dict)
