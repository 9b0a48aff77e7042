"""The contract of each notebook, kept as data in ``schema/<notebook>.toml``."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

__all__ = ["Column", "Declaration", "declaration", "declarations"]


class Part(BaseModel):
    """Part of a declaration: frozen, and without unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Column(Part):
    """A column of a table.

    `kind` decides how it is checked and shown: text; count (a whole number); number (with
    `decimals`); share (0 to 1, shown as a percentage); flag (yes or no). `cell` marks counts
    of respondents: in a public table a count from 1 up to `min_cell` is suppressed.
    """

    label: str
    kind: Literal["text", "count", "number", "share", "flag"] = "text"
    decimals: int = 2
    cell: bool = False


class TableDeclaration(Part):
    """A table: its key columns are unique together; `privacy` says who may see it."""

    label: str
    privacy: Literal["openbaar", "intern"] = "openbaar"
    key: tuple[str, ...] = ()
    columns: dict[str, Column]


class ValueDeclaration(Part):
    """Values whose key matches a pattern, such as ``steekproef.*``."""

    key: str
    unit: str = ""
    privacy: Literal["openbaar", "intern"] = "openbaar"


class FigureDeclaration(Part):
    """A figure."""

    label: str
    privacy: Literal["openbaar", "intern"] = "openbaar"


class Declaration(Part):
    """What a notebook reads and what it writes; `inputs` are patterns relative to the study."""

    notebook: str
    question: str
    inputs: tuple[str, ...]
    values: tuple[ValueDeclaration, ...] = ()
    tables: dict[str, TableDeclaration] = {}
    figures: dict[str, FigureDeclaration] = {}

    def allows(self, key: str) -> bool:
        """Tell whether a value with this key is declared."""
        return any(fnmatchcase(key, value.key) for value in self.values)


@cache
def declarations() -> dict[str, Declaration]:
    """Return all declarations by notebook, in order."""
    folder = files("paraplu.artefacts") / "schema"
    found = (
        Declaration.model_validate(tomllib.loads(entry.read_text(encoding="utf-8")))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    )
    return {one.notebook: one for one in found}


def declaration(notebook: str) -> Declaration | None:
    """Return the declaration of a notebook, or None when it has none."""
    return declarations().get(notebook)
