"""Who codes on this computer: remembered per study, outside the study."""

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

__all__ = ["VARIABLE", "choose_coder", "remember_coder"]

VARIABLE = "PARAPLU_CONFIG"
FILE = "codeurs.json"


def choose_coder(study: Study, given: str = "") -> str:
    """Return who codes: the coder that is given, else the one remembered for this study.

    Raises
    ------
    Refused
        P517 when the plan does not know the coder, P518 when nobody was given or remembered.

    """
    known = [coder.id for coder in study.plan().coders]
    coders = ", ".join(known)
    coder = given or _remembered().get(str(study.root), "")
    if not coder:
        raise Refused([messages.problem("P518", "codebook/plan.yaml", coders=coders)])
    if coder not in known:
        found = messages.problem("P517", "codebook/plan.yaml", coder=coder[:64], coders=coders)
        raise Refused([found])
    return coder


def remember_coder(study: Study, coder: str) -> None:
    """Remember who codes in this study; where that cannot be kept, it is asked again."""
    kept = {**_remembered(), str(study.root): coder}
    try:
        write_text(_file(), json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    except OSError:
        return


def _file() -> Path:
    """Return the file of the user's configuration."""
    given = os.environ.get(VARIABLE, "").strip()
    if given:
        return Path(given).expanduser() / FILE
    from platformdirs import user_config_path

    return user_config_path("paraplu", appauthor=False) / FILE


def _remembered() -> Mapping[str, str]:
    """Return coders by the folder of their study; a damaged file remembers nothing."""
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(folder): str(coder) for folder, coder in found.items()}
