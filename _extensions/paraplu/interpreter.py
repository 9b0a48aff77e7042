"""The Python that knows Paraplu: Quarto takes the first on the path, and that may be another."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ENVIRONMENTS = (".venv/bin/python", ".venv/Scripts/python.exe")
ALREADY = "PARAPLU_INTERPRETER"
HELP = (
    "Paraplu staat niet bij de Python die Quarto gebruikt. Draai 'make setup', of zet "
    "QUARTO_PYTHON op de Python waarin Paraplu staat."
)


def go_on_where_paraplu_is(script: Path) -> None:
    """Run a script again with the study's own ``.venv`` where this Python lacks Paraplu.

    Parameters
    ----------
    script
        The script, in ``_extensions/paraplu`` of the study.

    """
    if importlib.util.find_spec("paraplu") is not None:
        return
    project = script.resolve().parents[2]
    for name in ENVIRONMENTS:
        python = project / name
        if python.is_file() and ALREADY not in os.environ:
            again = subprocess.run(  # noqa: S603  the study's own Python
                [str(python), str(script), *sys.argv[1:]],
                env=os.environ | {ALREADY: str(python)},
                check=False,
            )
            sys.exit(again.returncode)
    sys.exit(HELP)
