"""Read the artefacts of all notebooks as one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from paraplu import messages
from paraplu.artefacts.declaration import Declaration, declaration, declarations
from paraplu.artefacts.inputs import hash_file, hash_inputs
from paraplu.artefacts.writer import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from paraplu.artefacts.declaration import Column
    from paraplu.errors import Problem

__all__ = ["Artefacts", "FigureRef", "StoredValue", "TableRef", "read", "stale"]

OUTPUTS = "analysis/outputs"


@dataclass(frozen=True, slots=True)
class StoredValue:
    """A value as it was written, with the notebook it came from."""

    key: str
    number: float
    unit: str
    denominator: int | None
    label: str
    notebook: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRef:
    """A table on disk: `path` relative to the study, and its declared columns."""

    path: str
    label: str
    columns: Mapping[str, Column]
    notebook: str


@dataclass(frozen=True, slots=True)
class FigureRef:
    """A figure on disk: paths relative to the study, alternative text and caption."""

    svg: str
    png: str
    alt: str
    caption: str
    label: str
    notebook: str


@dataclass(frozen=True, slots=True)
class Artefacts:
    """All values by key; public tables and figures by ``02/name``; what is wrong with them."""

    values: Mapping[str, StoredValue] = field(default_factory=dict)
    tables: Mapping[str, TableRef] = field(default_factory=dict)
    figures: Mapping[str, FigureRef] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read(root: Path) -> Artefacts:
    """Read what notebooks wrote.

    A key that two notebooks wrote, a file that is not what its manifest says, and a missing
    or foreign schema version are problems; what has them is left out.
    """
    values: dict[str, StoredValue] = {}
    tables: dict[str, TableRef] = {}
    figures: dict[str, FigureRef] = {}
    problems: list[Problem] = []
    for manifest_path in sorted((root / OUTPUTS).glob("*/manifest.json")):
        folder = manifest_path.parent
        place = folder.relative_to(root).as_posix()
        manifest = _load(manifest_path)
        declared = declaration(folder.name, root=root)
        if declared is None or manifest.get("schema") != SCHEMA:
            problems.append(messages.problem("P487", place, notebook=folder.name))
            continue
        damaged = [
            name
            for name, made in manifest.get("artefacts", {}).items()
            if not (folder / name).is_file() or hash_file(folder / name) != made["sha256"]
        ]
        if damaged:
            problems += [
                messages.problem("P488", f"{place}/{name}", notebook=folder.name)
                for name in damaged
            ]
            continue
        for value in _values(folder):
            if value.key in values:
                first = values[value.key].notebook
                problems.append(messages.problem("P489", place, key=value.key, notebook=first))
                continue
            values[value.key] = value
        tables.update(_tables(folder, place, declared))
        figures.update(_figures(folder, place, declared))
    return Artefacts(values, tables, figures, tuple(problems))


def stale(root: Path) -> list[Problem]:
    """Name the notebooks that have not run, or whose inputs changed since they ran."""
    problems = []
    known: dict[Path, str] = {}
    for notebook, declared in declarations(root).items():
        if not (root / "analysis" / f"{notebook}.ipynb").is_file():
            continue
        manifest_path = root / OUTPUTS / notebook / "manifest.json"
        place = f"analysis/{notebook}.ipynb"
        if not manifest_path.is_file():
            problems.append(messages.problem("P490", place, notebook=notebook))
        elif _load(manifest_path).get("inputs") != hash_inputs(root, declared.inputs, known=known):
            problems.append(messages.problem("P491", place, notebook=notebook))
    return problems


def _load(path: Path) -> dict[str, Any]:
    """Return the content of a JSON file, or nothing when it is damaged."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _values(folder: Path) -> Iterator[StoredValue]:
    """Yield the values of one notebook."""
    evidence = _load(folder / "evidence.json").get("evidence", {})
    for key, value in _load(folder / "values.json").get("values", {}).items():
        yield StoredValue(
            key=key, notebook=folder.name, evidence=tuple(evidence.get(key, ())), **value
        )


def _tables(folder: Path, place: str, declared: Declaration) -> dict[str, TableRef]:
    """Return the public tables of one notebook by ``02/name``."""
    shapes = {path.stem: declared.table(path.stem) for path in sorted(folder.glob("tables/*.csv"))}
    return {
        f"{declared.notebook[:2]}/{name}": TableRef(
            path=f"{place}/tables/{name}.csv",
            label=shape.label,
            columns=shape.columns,
            notebook=declared.notebook,
        )
        for name, shape in shapes.items()
        if shape is not None and shape.privacy == "openbaar"
    }


def _figures(folder: Path, place: str, declared: Declaration) -> dict[str, FigureRef]:
    """Return the public figures of one notebook by ``02/name``."""
    texts = _load(folder / "figures" / "texts.json").get("texts", {})
    shapes = {name: declared.figure(name) for name in texts}
    return {
        f"{declared.notebook[:2]}/{name}": FigureRef(
            svg=f"{place}/figures/{name}.svg",
            png=f"{place}/figures/{name}.png",
            alt=texts[name].get("alt", ""),
            caption=texts[name].get("caption", ""),
            label=shape.label,
            notebook=declared.notebook,
        )
        for name, shape in shapes.items()
        if shape is not None and shape.privacy == "openbaar"
    }
