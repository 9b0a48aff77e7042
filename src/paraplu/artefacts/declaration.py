"""The contract of each notebook, kept as data: ours in ``schema``, others beside the notebook."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from paraplu import messages
from paraplu.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Column", "Declaration", "declaration", "declarations"]

Shape = TypeVar("Shape", bound=BaseModel)


class Part(BaseModel):
    """Part of a declaration: frozen, and without unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Column(Part):
    """A column of a table.

    `kind` decides how it is checked and shown: text; count (a whole number); number (with
    `decimals`); share (0 to 1, shown as a percentage); flag (yes or no). `cell` marks counts
    of respondents: in a public table a count from 1 up to `min_cell` is suppressed. `adds` names
    what those counts add up to: a column with the total of a row, or a column of the key, over
    whose values they add up to something that is shown in this table or elsewhere; what would
    give a small count away is suppressed with it.
    """

    label: str
    kind: Literal["text", "count", "number", "share", "flag"] = "text"
    decimals: int = 2
    cell: bool = False
    adds: tuple[str, ...] = ()


class TableDeclaration(Part):
    """A table: its key columns are unique together; `privacy` says who may see it.

    `totals` says which value of a column of the key stands for all others together.
    """

    label: str
    privacy: Literal["openbaar", "intern"] = "openbaar"
    key: tuple[str, ...] = ()
    totals: dict[str, str] = {}
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
    """What a notebook reads and what it writes; `inputs` are patterns relative to the study.

    The name of a table or figure may be a pattern, such as ``kaart-*``, where a study decides
    how many there are; there may be none then.
    """

    notebook: str
    question: str
    inputs: tuple[str, ...]
    values: tuple[ValueDeclaration, ...] = ()
    tables: dict[str, TableDeclaration] = {}
    figures: dict[str, FigureDeclaration] = {}

    def allows(self, key: str) -> bool:
        """Tell whether a value with this key is declared."""
        return any(fnmatchcase(key, value.key) for value in self.values)

    def table(self, name: str) -> TableDeclaration | None:
        """Return what is declared of a table; its own name goes before a pattern."""
        return _match(self.tables, name)

    def figure(self, name: str) -> FigureDeclaration | None:
        """Return what is declared of a figure; its own name goes before a pattern."""
        return _match(self.figures, name)


def _match(known: Mapping[str, Shape], name: str) -> Shape | None:
    """Return what is declared under this name, else under the first pattern that fits it."""
    if name in known:
        return known[name]
    return next((known[pattern] for pattern in known if fnmatchcase(name, pattern)), None)


def declarations(root: Path | None = None) -> dict[str, Declaration]:
    """Return all declarations by notebook, in order.

    Parameters
    ----------
    root
        A study. Beside a notebook of its own it may hold a declaration, such as
        ``analysis/07-dossiers.toml``; that of a study goes before ours of the same name.

    Raises
    ------
    Refused
        When a declaration of the study cannot be read.

    """
    found = dict(_ours())
    if root is not None:
        for path in sorted((root / "analysis").glob("*.toml")):
            found[path.stem] = _parse(path, root=root)
    return dict(sorted(found.items()))


def declaration(notebook: str, *, root: Path | None = None) -> Declaration | None:
    """Return the declaration of a notebook, or None when it has none."""
    return declarations(root).get(notebook)


@cache
def _ours() -> tuple[tuple[str, Declaration], ...]:
    """Return the declarations that come with Paraplu."""
    folder = files("paraplu.artefacts") / "schema"
    found = (
        Declaration.model_validate(tomllib.loads(entry.read_text(encoding="utf-8")))
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    )
    return tuple((one.notebook, one) for one in found)


def _parse(path: Path, *, root: Path) -> Declaration:
    """Read the declaration of a study's own notebook."""
    place = path.relative_to(root).as_posix()
    try:
        found = Declaration.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        field = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise Refused([messages.problem("P492", place, field=field)]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise Refused([messages.problem("P493", place)]) from error
    if found.notebook != path.stem:
        raise Refused([messages.problem("P492", place, field="notebook")])
    return found
