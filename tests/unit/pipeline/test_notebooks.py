"""Running a notebook: what stops it, and what stays."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from paraplu.errors import Refused
from paraplu.pipeline.breaking import Breaker
from paraplu.pipeline.notebooks import find_notebooks, inputs_of, run_notebook

if TYPE_CHECKING:
    from pathlib import Path

WRITES = (
    "from pathlib import Path\n"
    "folder = Path('outputs/99-proef')\n"
    "folder.mkdir(parents=True, exist_ok=True)\n"
    "_ = (folder / 'manifest.json').write_text('{}')"
)


def notebook(root: Path, *cells: str, name: str = "99-proef") -> Path:
    """Write a notebook with these cells of code."""
    path = root / "analysis" / f"{name}.ipynb"
    path.parent.mkdir(exist_ok=True)
    made = [
        {
            "cell_type": "code", "id": f"c{number}", "execution_count": None, "metadata": {},
            "outputs": [], "source": source,
        }
        for number, source in enumerate(cells)
    ]  # fmt: skip
    made.insert(0, {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "# Vraag"})
    kernel = {"kernelspec": {"name": "een-kernel-van-elders", "display_name": "x"}}
    data = {"cells": made, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def refusal(path: Path, root: Path) -> tuple[str, str, str]:
    """Run a notebook that must stop; return code, place and what was seen."""
    with pytest.raises(Refused) as caught:
        run_notebook(path, root=root)
    (problem,) = caught.value.problems
    return problem.code, problem.place, problem.seen


def test_a_notebook_runs_in_its_folder_and_stays_without_outputs(tmp_path: Path) -> None:
    """The executed copy is kept apart; linear algebra gets one thread."""
    show = "import os; os.environ['OMP_NUM_THREADS'] + os.environ['PYTHONHASHSEED']"
    path = notebook(tmp_path, WRITES, show)
    before = path.read_bytes()
    run_notebook(path, root=tmp_path)
    assert path.read_bytes() == before
    assert (tmp_path / "analysis/outputs/99-proef/manifest.json").is_file()
    executed = json.loads((tmp_path / ".paraplu/notebooks/99-proef.ipynb").read_text())
    assert executed["cells"][2]["outputs"][0]["data"]["text/plain"] == "'10'"


def test_a_failing_cell_is_named_without_the_words_in_its_error(tmp_path: Path) -> None:
    """The number counts code cells; words of an interview in an error stay out of it."""
    path = notebook(tmp_path, "1", "raise ValueError('Er kwam een brief.')")
    code, place, seen = refusal(path, tmp_path)
    assert (code, place) == ("P060", "analysis/99-proef.ipynb")
    assert "cel 2: ValueError" in seen
    assert "brief" not in seen


def test_a_refusal_inside_a_notebook_is_told_in_its_own_words(tmp_path: Path) -> None:
    """Problems hold no words of an interview."""
    path = notebook(tmp_path, "from paraplu import Study", "Study.open('.')")
    code, _, seen = refusal(path, tmp_path)
    assert code == "P060"
    assert "cel 2: [P001]" in seen


def test_old_artefacts_stay_when_a_notebook_fails(tmp_path: Path) -> None:
    """What earlier runs made is not touched."""
    old = tmp_path / "analysis/outputs/99-proef/manifest.json"
    old.parent.mkdir(parents=True)
    old.write_text("oud", encoding="utf-8")
    refusal(notebook(tmp_path, "1 / 0"), tmp_path)
    assert old.read_text(encoding="utf-8") == "oud"


def test_a_notebook_that_writes_nothing_is_named(tmp_path: Path) -> None:
    """It ran to its end, and still the essays have nothing."""
    assert refusal(notebook(tmp_path, "1"), tmp_path)[0] == "P062"


def test_a_kernel_that_dies_is_named(tmp_path: Path) -> None:
    """No traceback of the machinery around it."""
    assert refusal(notebook(tmp_path, "import os; os._exit(1)"), tmp_path)[0] == "P063"


@pytest.mark.parametrize("text", ["", "{}", "[]", "{", '{"cells": 3, "nbformat": 4}'])
def test_a_file_that_is_no_notebook_is_named(tmp_path: Path, text: str) -> None:
    """Whatever is in it."""
    path = notebook(tmp_path, "1")
    path.write_text(text, encoding="utf-8")
    assert refusal(path, tmp_path)[0] == "P061"


def test_only_numbered_notebooks_belong_to_a_run(tmp_path: Path) -> None:
    """In order of their numbers; a scratch notebook is left alone."""
    for name in ("02-b", "01-a", "kladblok", "01-A"):
        notebook(tmp_path, "1", name=name)
    assert [path.stem for path in find_notebooks(tmp_path)] == ["01-a", "02-b"]


def test_a_notebook_without_declaration_rests_on_everything() -> None:
    """Better once too often than once too few."""
    assert "codebook/**/*" in inputs_of("99-proef")
    assert inputs_of("01-interviews") != inputs_of("99-proef")


def test_a_notebook_that_is_broken_off_leaves_nothing_behind(tmp_path: Path) -> None:
    """No kernel that goes on, no artefacts."""
    path = notebook(tmp_path, WRITES)
    breaker = Breaker()
    breaker.break_off()
    with pytest.raises(asyncio.CancelledError):
        run_notebook(path, root=tmp_path, breaker=breaker)
    assert not (tmp_path / "analysis/outputs").exists()
