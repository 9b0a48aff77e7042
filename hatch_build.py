"""Put what a new study shares with the reference study into a built package, for `paraplu new`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TEMPLATE = "paraplu/scaffold/template"
SHIPPED = ("analysis/*.ipynb", "_quarto.yml")


class TemplateHook(BuildHookInterface):
    """Copies what a new study needs from the root of the repository.

    An editable install needs no copy: the scaffold reads the root itself.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        for pattern in SHIPPED:
            for path in sorted(root.glob(pattern)):
                if path.is_file():
                    name = path.relative_to(root).as_posix()
                    build_data["force_include"][str(path)] = f"{TEMPLATE}/{name}"
