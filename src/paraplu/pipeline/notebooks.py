"""Run notebooks: each in a kernel of its own, two at a time, what they made left whole."""

from __future__ import annotations

import asyncio
import json
import os
import re
import warnings
from typing import TYPE_CHECKING

from paraplu import artefacts, messages
from paraplu.errors import Refused
from paraplu.pipeline.breaking import Breaker
from paraplu.study.reading import write_text

if TYPE_CHECKING:
    from pathlib import Path

    from jupyter_client.manager import AsyncKernelManager
    from nbformat import NotebookNode

__all__ = ["EXECUTED", "find_notebooks", "inputs_of", "run_notebook"]

EXECUTED = ".paraplu/notebooks"
NAME = re.compile(r"^\d\d-[a-z0-9-]+$")
EVERYTHING = ("paraplu.toml", "interviews/*", "codebook/**/*")
TIMEOUT = 600
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_MAX_THREADS"), "1"
)
SPEAKING = ("ModuleNotFoundError", "ImportError", "NameError", "SyntaxError")
"""Errors whose text can hold names from code only, never words from an interview."""


def find_notebooks(root: Path) -> list[Path]:
    """Return the notebooks of a study, in order of their numbers."""
    return sorted(p for p in (root / "analysis").glob("*.ipynb") if NAME.match(p.stem))


def inputs_of(notebook: str) -> tuple[str, ...]:
    """Return the patterns of the files that a notebook reads; all of them when undeclared."""
    declared = artefacts.declaration(notebook)
    return declared.inputs if declared is not None else EVERYTHING


def run_notebook(path: Path, *, root: Path, breaker: Breaker | None = None) -> None:
    """Run a notebook in its own folder and keep the executed copy under ``.paraplu/``.

    The notebook itself stays without outputs. Each kernel gets one thread for linear algebra,
    so that two of them share two cores, and the same hash seed every time. With the breaker
    another thread can break it off; its kernel stops then.

    Raises
    ------
    Refused
        When it cannot be read (P061), a cell fails (P060), the kernel stops (P063), or it ends
        without having written its artefacts (P062). What it wrote before stays whole, and the
        message holds no words of an interview.

    """
    place = path.relative_to(root).as_posix()
    notebook = _read(path, place=place)
    try:
        _execute(notebook, path=path, root=root, breaker=breaker or Breaker())
    finally:
        copy = root / EXECUTED / path.name
        write_text(copy, json.dumps(notebook, ensure_ascii=False, indent=1) + "\n")
    if not (root / "analysis" / "outputs" / path.stem / "manifest.json").is_file():
        raise Refused([messages.problem("P062", place)])


def _read(path: Path, *, place: str) -> NotebookNode:
    """Read a notebook, or refuse what is none."""
    import nbformat

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a notebook of an older form is no problem
            text = path.read_text(encoding="utf-8")
            notebook: NotebookNode = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]
            nbformat.validate(notebook)
    except (nbformat.ValidationError, ValueError, KeyError, AttributeError, TypeError):
        raise Refused([messages.problem("P061", place)]) from None
    return notebook


def _execute(notebook: NotebookNode, *, path: Path, root: Path, breaker: Breaker) -> None:
    """Execute the cells, or refuse with what stopped them."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    place = path.relative_to(root).as_posix()
    client = NotebookClient(
        notebook, km=_own_kernel(), timeout=TIMEOUT, shutdown_kernel="immediate"
    )
    home = root / ".paraplu" / "ipython"
    home.mkdir(parents=True, exist_ok=True)
    own = {"IPYTHONDIR": str(home), "PYTHONHASHSEED": "0"}
    environment = os.environ | ONE_THREAD | own
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the kernel's plumbing warns of helps nobody
            # A loop of its own, closed at the end: notebooks run in threads.
            work = client.async_execute(cwd=str(path.parent), env=environment, cleanup_kc=True)
            asyncio.run(breaker.hold(work))
    except CellExecutionError as error:
        cell, said = _failed_cell(notebook), _last_line(error.ename, error.evalue)
        raise Refused([messages.problem("P060", place, cell=cell, error=said)]) from None
    except (CellTimeoutError, DeadKernelError, RuntimeError):
        raise Refused([messages.problem("P063", place, minutes=TIMEOUT // 60)]) from None


def _own_kernel() -> AsyncKernelManager:
    """Return the kernel of this installation.

    A kernel of the same name elsewhere on the machine would run with other packages. What it
    sends holds words of interviews, so it is encrypted, also within the machine.
    """
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager

    specs = KernelSpecManager(kernel_dirs=[])
    return AsyncKernelManager(
        kernel_name="python3", kernel_spec_manager=specs, transport_encryption="auto"
    )


def _failed_cell(notebook: NotebookNode) -> int:
    """Return the number, from 1, of the code cell that failed."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return next(
        (
            number
            for number, cell in enumerate(code, start=1)
            if any(output.output_type == "error" for output in cell.outputs)
        ),
        len(code),
    )


def _last_line(name: str, value: str) -> str:
    """Return what an error says, as far as it cannot hold words from an interview."""
    if name == "Refused":
        return value.strip().replace("\n", " ").rstrip(".")
    lines = value.strip().splitlines()
    return f"{name}: {lines[-1]}" if name in SPEAKING and lines else name
