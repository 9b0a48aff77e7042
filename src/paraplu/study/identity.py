"""Who codes on this computer, and at which address: remembered per study, outside the study."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused
from paraplu.study.reading import write_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.study.repository import Study

__all__ = ["VARIABLE", "choose_coder", "remember_coder", "remember_port", "remembered_port"]

VARIABLE = "PARAPLU_CONFIG"
FILE = "codeurs.json"
PORTS = "poorten.json"
HIGHEST = 65_535


def choose_coder(study: Study, given: str = "") -> str:
    """Return who codes: the coder that is given, else the one remembered for this study.

    Raises
    ------
    Refused
        P517 when the plan does not know the coder, P518 when nobody was given or remembered.

    """
    known = [coder.id for coder in study.plan().coders]
    coders = ", ".join(known)
    coder = given or _remembered(FILE).get(str(study.root), "")
    if not coder:
        raise Refused([messages.problem("P518", "codebook/plan.yaml", coders=coders)])
    if coder not in known:
        found = messages.problem("P517", "codebook/plan.yaml", coder=coder[:64], coders=coders)
        raise Refused([found])
    return coder


def remember_coder(study: Study, coder: str) -> None:
    """Remember who codes in this study; where that cannot be kept, it is asked again."""
    _remember(FILE, {str(study.root): coder})


def remembered_port(study: Study, coder: str) -> int:
    """Return the port at which this coder last opened the app, or 0 for any."""
    found = _remembered(PORTS).get(f"{study.root} {coder}", "")
    return int(found) if found.isascii() and found.isdigit() and int(found) <= HIGHEST else 0


def remember_port(study: Study, coder: str, port: int) -> None:
    """Remember at which port the app is open.

    A page that was left open finds the app again there, with what it still had to save.
    """
    _remember(PORTS, {f"{study.root} {coder}": str(port)})


def _remember(name: str, more: Mapping[str, str]) -> None:
    """Add to a file of the user's configuration, where that can be written."""
    kept = {**_remembered(name), **more}
    try:
        write_text(_file(name), json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    except OSError:
        return


def _file(name: str) -> Path:
    """Return a file of the user's configuration."""
    given = os.environ.get(VARIABLE, "").strip()
    if given:
        return Path(given).expanduser() / name
    from platformdirs import user_config_path

    return user_config_path("paraplu", appauthor=False) / name


def _remembered(name: str) -> Mapping[str, str]:
    """Return what a file of the configuration says; a damaged file remembers nothing."""
    try:
        found = json.loads(_file(name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(folder): str(coder) for folder, coder in found.items()}
