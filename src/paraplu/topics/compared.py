"""What was measured of other models, kept with its day and what it was measured on."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.messages.topics import COMPARED, COMPARED_NOT, COMPARED_STALE
from paraplu.topics.stock import COMPARED_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Comparison", "keep_comparison", "recall_comparison", "tell_comparison"]

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Models that were compared in one run.

    Attributes
    ----------
    key
        Of the `Prepared` segments and vectors.
    n_topics
        Where the number can be set.
    day
        When.
    packages
        Versions of what the models come from.
    models
        As from `compare_models`.

    """

    key: str
    n_topics: int
    day: dt.date
    packages: Mapping[str, str]
    models: pd.DataFrame


def keep_comparison(comparison: Comparison, *, path: Path) -> None:
    """Write what was measured, beside and then renamed; the file holds no text."""
    data = {
        "schema": SCHEMA,
        "key": comparison.key,
        "n_topics": comparison.n_topics,
        "day": comparison.day.isoformat(),
        "packages": dict(comparison.packages),
        "models": json.loads(comparison.models.to_json(orient="records", force_ascii=False)),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        "w", dir=path.parent, suffix=".json", delete=False, encoding="utf-8", newline="\n"
    ) as beside:
        json.dump(data, beside, ensure_ascii=False, indent=1)
        beside.write("\n")
    made = Path(beside.name)
    made.chmod(0o644)
    made.replace(path)


def recall_comparison(paths: Iterable[Path], *, key: str) -> Comparison | None:
    """Return what was measured on these segments, or else what was measured last.

    Parameters
    ----------
    paths
        Files to look in; those that are not there or cannot be read are passed over.
    key
        Of the `Prepared` segments and vectors.

    """
    found = [comparison for path in paths if (comparison := _read(path)) is not None]
    return max(found, key=lambda one: (one.key == key, one.day), default=None)


def tell_comparison(comparison: Comparison | None, *, key: str) -> str:
    """Say when models were compared, and whether it was on these segments (Dutch)."""
    if comparison is None:
        return COMPARED_NOT
    packages = ", ".join(f"{name} {version}" for name, version in comparison.packages.items())
    text = COMPARED if comparison.key == key else COMPARED_STALE
    return text.format(day=comparison.day.strftime("%d-%m-%Y"), packages=packages)


def _read(path: Path) -> Comparison | None:
    """Read a file; None when there is none, or not one of these."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            return None
        return Comparison(
            key=data["key"],
            n_topics=data["n_topics"],
            day=dt.date.fromisoformat(data["day"]),
            packages=data["packages"],
            models=pd.DataFrame(data["models"], columns=list(COMPARED_COLUMNS)),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
