"""Keeping: what was measured of stability, on disk, by the hash of what it rests on."""

from __future__ import annotations

import json
import math
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.topics.stability import GRID_COLUMNS, RETURN_COLUMNS, Stability

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["STABILITY_FILE", "keep_stability", "recall_stability"]

STABILITY_FILE = "stability.json"
SCHEMA = 2


def keep_stability(stability: Stability, *, directory: Path) -> Path:
    """Write what was measured, beside and then renamed; the file holds no text.

    Only the latest measurement is kept.
    """
    data = {
        "schema": SCHEMA,
        "key": stability.key,
        "n_topics": stability.n_topics,
        "returns": _plain(stability.returns),
        "kept": [None if math.isnan(share) else share for share in stability.kept],
        "grid": _plain(stability.grid),
        "baseline": None if math.isnan(stability.baseline) else stability.baseline,
        "halved": None if math.isnan(stability.halved) else stability.halved,
    }
    directory.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        "w", dir=directory, suffix=".json", delete=False, encoding="utf-8", newline="\n"
    ) as beside:
        json.dump(data, beside, ensure_ascii=False, indent=1)
    path = directory / STABILITY_FILE
    Path(beside.name).replace(path)
    return path


def recall_stability(directory: Path, *, key: str) -> Stability | None:
    """Return what was measured for this key; None when that is nothing, or cannot be read."""
    try:
        data = json.loads((directory / STABILITY_FILE).read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA or data["key"] != key:
            return None
        return Stability(
            key=key,
            n_topics=data["n_topics"],
            returns=pd.DataFrame(data["returns"], columns=list(RETURN_COLUMNS)),
            kept=tuple(math.nan if share is None else share for share in data["kept"]),
            grid=pd.DataFrame(data["grid"], columns=list(GRID_COLUMNS)),
            baseline=math.nan if data["baseline"] is None else data["baseline"],
            halved=math.nan if data["halved"] is None else data["halved"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _plain(frame: pd.DataFrame) -> list[Mapping[str, object]]:
    """Return rows as plain data."""
    rows: list[Mapping[str, object]] = json.loads(frame.to_json(orient="records"))
    return rows
