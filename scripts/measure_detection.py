"""Measure detection on the test set R33–R40, beside its baselines, as a Markdown table.

    python scripts/measure_detection.py [R33 R34 …]

Prints what stands in docs/guides/anonymise.md. The baselines are deduce by itself, the shipped
pipeline by itself (every proper noun and every name it recognises), and the two together.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Detection
from paraplu.anonymise.detectors import DeduceNames, ModelNames
from paraplu.anonymise.evaluation import Measured, Quality, measure
from paraplu.anonymise.finding import Finder
from paraplu.anonymise.public import network_names
from paraplu.study import Study
from paraplu.study.anonymising import read_decisions, read_raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paraplu.anonymise.document import Document

TEST = tuple(f"R{number}" for number in range(33, 41))
NAMES = {"deduce": "deduce alleen", "model": "model alleen", "beide": "beide", "alles": "alles"}


class TaggedNouns:
    """Gives every proper noun of the tagger, and nothing else."""

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give what was found."""
        for words in document.words:
            for word in words:
                if word.tag == "PROPN":
                    yield Detection(word.start, word.end, "", "eigennaam", 0.6)


def finders(partners: tuple[str, ...]) -> dict[str, Finder]:
    """Return the finders to compare."""
    model = (ModelNames(), TaggedNouns())
    return {
        "deduce": Finder((DeduceNames(),), propagate=False),
        "model": Finder(model, propagate=False),
        "beide": Finder((*model, DeduceNames()), propagate=False),
        "alles": Finder(partners=partners),
    }


def run(study: Study, finder: Finder, interviews: Sequence[str]) -> tuple[Quality, float]:
    """Return quality and words per second of processor time."""
    finder.find("Warmlopen met Jan Jansen.")
    texts = []
    spent = 0.0
    for interview in interviews:
        raw = read_raw(study, interview)
        decisions = read_decisions(study, interview)
        began = time.process_time()
        found = finder.find(raw)
        spent += time.process_time() - began
        if decisions is not None:
            texts.append(Measured(found, decisions))
    quality = measure(texts)
    return quality, quality.words / spent


def main() -> None:
    """Print a table: a row per measure, a column per finder."""
    study = Study.open(Path(__file__).parents[1])
    partners = network_names(study.network())
    interviews = sys.argv[1:] or TEST
    found = {name: run(study, f, interviews) for name, f in finders(partners).items()}
    rows: dict[str, list[str]] = {}
    for quality, speed in found.values():
        for row in quality.labels.to_dict("records"):
            name = f"{row['label']} ({row['mentions']})"
            shares = (row["whole"], row["partly"], row["labelled"])
            rows.setdefault(name, []).append(" / ".join(map(share, shares)))
        for name in ("direct", "indirect", "precision", "flagged", "linking"):
            rows.setdefault(name, []).append(share(getattr(quality, name)))
        rows.setdefault("woorden per seconde", []).append(f"{speed:.0f}")
    print("| | " + " | ".join(NAMES[name] for name in found) + " |")
    print("|---" * (len(found) + 1) + "|")
    for name, cells in rows.items():
        print(f"| {name} | " + " | ".join(cells) + " |")


def share(value: float) -> str:
    """Return a share in Dutch."""
    return f"{value:.3f}".replace(".", ",")


if __name__ == "__main__":
    main()
