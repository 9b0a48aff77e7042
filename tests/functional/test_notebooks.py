"""The notebooks are thin, stored without outputs, and hand over all that they declare."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import nbformat
import pytest

from paraplu import artefacts
from paraplu.pipeline.notebooks import run_notebook

ROOT = Path(__file__).parents[2]
NAMES = [
    "01-interviews",
    "02-coderingen",
    "03-overeenstemming",
    "04-topics",
    "05-effectiviteit",
    "06-polariteiten",
]
MOST_LINES = 60
THICK = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.AsyncFor,
    ast.While, ast.comprehension,
)  # fmt: skip
DUTCH = {"de", "het", "een", "wat", "wie", "van", "en", "is", "niet"}


def read(name: str) -> nbformat.NotebookNode:
    """Read a notebook of the reference study."""
    path = ROOT / "analysis" / f"{name}.ipynb"
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def code_of(notebook: nbformat.NotebookNode) -> str:
    """Return all the code of a notebook."""
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")


def test_these_are_all_the_notebooks() -> None:
    """There are six, and each has a declaration."""
    found = sorted(path.stem for path in (ROOT / "analysis").glob("*.ipynb"))
    assert found == NAMES
    assert sorted(artefacts.declarations()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_holds_no_logic(name: str) -> None:
    """No function, class, loop or comprehension: logic belongs in a room."""
    thick = [node for node in ast.walk(ast.parse(code_of(read(name)))) if isinstance(node, THICK)]
    assert thick == []


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_short(name: str) -> None:
    """At most sixty lines of code, blank ones left out."""
    lines = [line for line in code_of(read(name)).splitlines() if line.strip()]
    assert len(lines) <= MOST_LINES


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_stored_without_outputs(name: str) -> None:
    """No output, no number of execution, and the kernel that everyone has."""
    notebook = read(name)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in cells)
    assert notebook.metadata["kernelspec"]["name"] == "python3"
    assert nbformat.validate(notebook) is None  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_begins_with_a_question_in_dutch(name: str) -> None:
    """The first cell is prose with a question, the same as the declaration asks."""
    first = read(name).cells[0]
    declared = artefacts.declaration(name)
    assert first.cell_type == "markdown"
    assert declared is not None
    assert declared.question in first.source
    assert len(DUTCH & set(first.source.lower().split())) >= 4


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_opens_the_study_once_and_writes_once(name: str) -> None:
    """It opens the study once, and ends by handing over under its own name."""
    code = code_of(read(name))
    assert code.count("Study.open()") == 1
    assert code.count("artefacts.write(") == 1
    assert f'"{name}"' in code


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_and_hands_over_what_it_declares(name: str, reference_copy: Path) -> None:
    """Executed on a copy of the study, it writes every declared table and figure, and values."""
    shutil.rmtree(reference_copy / "analysis" / "outputs", ignore_errors=True)
    run_notebook(reference_copy / "analysis" / f"{name}.ipynb", root=reference_copy)
    made, declared = artefacts.read(reference_copy), artefacts.declaration(name)
    assert declared is not None
    assert made.problems == ()
    assert made.values
    public = {table for table, shape in declared.tables.items() if shape.privacy == "openbaar"}
    assert {key.split("/")[1] for key in made.tables} == public
    figures = {
        figure
        for figure, shape in declared.figures.items()
        if "*" not in figure and shape.privacy == "openbaar"
    }
    assert figures <= {key.split("/")[1] for key in made.figures}
    assert all(figure.alt and figure.caption for figure in made.figures.values())
    assert all((reference_copy / figure.svg).is_file() for figure in made.figures.values())
