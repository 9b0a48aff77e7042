"""Measure topics of an archive of one size, and print the figures as JSON.

Started by `scripts/bench_topics.py`, a process for each size, so that memory is its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

from paraplu.language import CachedEmbedder, UniversalEncoder
from paraplu.study import Study
from paraplu.topics import Material, place_all, prepare_segments
from paraplu.topics.views import unit_rows
from paraplu.topics.vocabulary import find_words

ROOT = Path(__file__).parents[1]
TOPICS = 10
SEED = 2023
MEGABYTE = 1024
EMBEDDED, READ = 200, 400
"""Real segments on which embedding and reading are timed."""


def main() -> int:
    """Measure one size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, required=True, help="number of segments")
    parser.add_argument("--cache", type=Path, required=True, help="folder of vectors")
    given = parser.parse_args()
    print(json.dumps(measure_size(given.size, cache=given.cache)))
    return 0


def measure_size(size: int, *, cache: Path) -> dict[str, float]:
    """Measure an archive of one size."""
    prepared = prepare_segments(
        Study(ROOT).turns(), embedder=CachedEmbedder(UniversalEncoder(threads=1), cache)
    )
    texts = list(prepared.segments["text"])
    begin = time.process_time()
    UniversalEncoder(threads=1).embed(texts[:EMBEDDED])
    embedding = (time.process_time() - begin) / EMBEDDED * size
    begin = time.process_time()
    for text in texts[:READ]:
        find_words(text)
    words = (time.process_time() - begin) / READ * size
    archive = make_archive(prepared.material, size=size)
    begin = time.process_time()
    place_all(archive, n_topics=TOPICS)
    placing = time.process_time() - begin
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return {"embedding": embedding, "words": words, "placing": placing, "memory": most}


def make_archive(material: Material, *, size: int) -> Material:
    """Make segments of pairs of segments, of a respondent per twenty."""
    rng = np.random.default_rng(SEED)
    count = len(material.interviews)
    first, second = rng.integers(count, size=(2, size))
    vectors = material.vectors[first] + 0.5 * material.vectors[second]
    words = tuple(
        material.words[a] + material.words[b][::3] for a, b in zip(first, second, strict=True)
    )
    people = tuple(f"P{row // 20:05}" for row in range(size))
    return Material(people, people, words, unit_rows(vectors).astype(np.float32))


if __name__ == "__main__":
    sys.exit(main())
