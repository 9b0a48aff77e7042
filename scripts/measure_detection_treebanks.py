"""Measure detection on newspaper and encyclopedia: person words of treebanks that are held out.

    python scripts/measure_detection_treebanks.py UD_FOLDER

The files are the test files of UD Dutch Alpino (newspaper, guidelines) and of LassySmall
(Wikipedia, of which 650 sentences are drawn). Persons are pointed out by hand, in the list beside
this script. Prints the share of their words that is masked at least in part, and the share of
all words that is masked, for deduce, the pipeline, both, and all detectors.
"""

from __future__ import annotations

import random
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from measure_detection import NAMES, finders, share
from train_pipeline_treebanks import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from train_pipeline_treebanks import Row

    from paraplu.anonymise.finding import Finder

FILES = {"nl_alpino-ud-test": 0, "nl_lassysmall-ud-test": 650}
"""How many sentences are drawn of each file; 0 is all."""
SEED = 7
LENGTH = 20
"""Sentences that are read as one text."""
SKIPPED = re.compile(r"[IVX]+|en|[\W\d]+|Onderluitenant|mr\.|Prof\.|Dr\.")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, and of each word that counts: start, end, whether it belongs to a person."""

    text: str
    words: tuple[tuple[int, int, bool], ...]


def read_persons(path: Path) -> dict[str, frozenset[str]]:
    """Read the runs of proper nouns that are persons, by treebank."""
    persons: dict[str, set[str]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            persons.setdefault(name, set()).add(line)
    return {name: frozenset(runs) for name, runs in persons.items()}


def find_persons(rows: list[Row], *, persons: frozenset[str]) -> set[int]:
    """Return the places of the words of persons in a sentence."""
    found: set[int] = set()
    run: list[int] = []
    for place, row in enumerate([*rows, ["", "", "", ""] + [""] * 6]):
        if row[3] == "PROPN" or (run and row[7] in {"flat", "flat:name"}):
            run.append(place)
            continue
        if " ".join(rows[other][1] for other in run) in persons:
            found |= {other for other in run if SKIPPED.fullmatch(rows[other][1]) is None}
        run = []
    return found


def read_texts(path: Path, *, persons: frozenset[str], drawn: int) -> Iterator[Marked]:
    """Give texts of twenty sentences; words of sentences that are not drawn do not count."""
    sentences = list(read_rows(path).values())
    rng = random.Random(SEED)  # noqa: S311  no secret
    counted = set(rng.sample(range(len(sentences)), drawn) if drawn else range(len(sentences)))
    for first in range(0, len(sentences), LENGTH):
        text = ""
        words = []
        for number, rows in enumerate(sentences[first : first + LENGTH], first):
            named = find_persons(rows, persons=persons)
            for place, row in enumerate(rows):
                if number in counted and any(letter.isalnum() for letter in row[1]):
                    words.append((len(text), len(text) + len(row[1]), place in named))
                text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
            text = text.rstrip() + " "
        yield Marked(text, tuple(words))


def measure(finder: Finder, texts: list[Marked]) -> tuple[int, float, float, int]:
    """Return the number of person words, the share masked, the share of all words, their number."""
    named, masked = [], []
    for text in texts:
        covered = bytearray(len(text.text))
        for mention in finder.find(text.text).mentions:
            covered[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        for start, end, person in text.words:
            masked.append(any(covered[start:end]))
            if person:
                named.append(masked[-1])
    return len(named), sum(named) / len(named), sum(masked) / len(masked), len(masked)


def main() -> None:
    """Print a row per treebank and finder."""
    folder = Path(sys.argv[1])
    persons = read_persons(Path(__file__).with_name("measure_detection_persons.txt"))
    print("| | " + " | ".join(NAMES.values()) + " |")
    print("|---" * (len(NAMES) + 1) + "|")
    for name, drawn in FILES.items():
        path = folder / f"{name}.conllu"
        texts = list(read_texts(path, persons=persons[name], drawn=drawn))
        outcomes = [measure(finder, texts) for finder in finders(()).values()]
        head = f"{name}: {outcomes[0][0]} van {outcomes[0][3]} woorden"
        print(
            f"| {head} | " + " | ".join(f"{share(o[1])} / {share(o[2])}" for o in outcomes) + " |"
        )


if __name__ == "__main__":
    main()
