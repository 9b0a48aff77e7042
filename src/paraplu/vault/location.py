"""Where the vault of a study lies: never in the study itself."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused

if TYPE_CHECKING:
    from paraplu.study import Study

__all__ = ["FILE", "VARIABLE", "refuse_inside", "study_id", "vault_file"]

FILE = "sleutel.json"
VARIABLE = "PARAPLU_VAULT"


def study_id(study: Study) -> str:
    """Return the name under which the vault of a study is kept.

    That is `id` under ``[study]`` in ``paraplu.toml``; a study without one goes by its title,
    and then a new title means another vault.
    """
    settings = study.settings.study
    if settings.id:
        return settings.id
    plain = unicodedata.normalize("NFKD", settings.title).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40]
    digest = hashlib.sha256(settings.title.encode("utf-8")).hexdigest()[:8]
    return f"{slug or 'studie'}-{digest}"


def vault_file(study: Study) -> Path:
    """Return the file of the vault, whether or not it exists.

    The variable ``PARAPLU_VAULT`` is the folder of all vaults; without it they lie in the
    user's own data folder.

    Raises
    ------
    Refused
        P010 when that would be inside the study.

    """
    given = os.environ.get(VARIABLE, "").strip()
    if given:
        folder = Path(given).expanduser().absolute()
    else:
        from platformdirs import user_data_path

        folder = user_data_path("paraplu", appauthor=False) / "vault"
    path = folder / study_id(study) / FILE
    refuse_inside(path, study=study, shown=VARIABLE)
    return path


def refuse_inside(path: Path, *, study: Study, shown: str) -> None:
    """Refuse a place inside the study.

    Raises
    ------
    Refused
        P010; `shown` is what the problem calls the place.

    """
    if path.resolve().is_relative_to(study.root):
        raise Refused([messages.problem("P010", shown)])
