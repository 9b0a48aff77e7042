"""Compare ways to find topics, and measure how their cost grows; writes docs/benchmarks.md.

Run as part of `make bench`, in an environment with the group `stock` (umap-learn and hdbscan);
without it the stock models are left out and the report says so. Every figure is on the reference
study, in one run.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from math import isqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.linalg import eigh
from sklearn.metrics import adjusted_rand_score

from paraplu.language import CachedEmbedder, UniversalEncoder
from paraplu.messages.topics import MODEL_DENSITY, MODEL_FREE, MODEL_NMF, MODEL_PCA, MODEL_UMAP
from paraplu.pipeline.topics import COMPARED as COMPARED_FILE
from paraplu.pipeline.topics import compare_topics
from paraplu.study import Study
from paraplu.topics import (
    fit_topics,
    gather_anchors,
    has_stock,
    measure_stability,
    prepare_segments,
    score_anchors,
)
from paraplu.topics.axes import LoudestAxis, turn_axes
from paraplu.topics.baseline import judge_words
from paraplu.topics.views import join_views, unit_rows
from paraplu.topics.vocabulary import choose_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import pandas as pd

    from paraplu.topics import Material

ROOT = Path(__file__).parents[1]
SIZER = Path(__file__).with_name("bench_topics_size.py")
REPORT = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- topics: begin -->", "<!-- topics: end -->"
TOPICS = 10
SOME = 4
NUMBERS = (8, 10, 12, 14)
SPLITS = 200
SIZES = (1_000, 6_000, 100_000)
SEED = 2023
MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to place segments, for the table of what was tried.

    `words` weighs lemmas beside meaning (`meaning` 0 leaves meaning out), `neighbours` times the
    root of the number of segments are averaged (0: none), `middle` adds an axis for the middle.
    """

    name: str
    words: float = 2**0.5
    meaning: float = 1.0
    neighbours: float = 1.0
    middle: bool = True

    def label(self, material: Material, *, topics: int) -> np.ndarray:
        """Return labels, ndarray of shape (n_segments,)."""
        vocabulary = choose_vocabulary(material.words, material.respondents)
        view = join_views(material.vectors, vocabulary, weight=self.words)
        places = view.place(material.vectors, vocabulary.documents)
        width = material.vectors.shape[1]
        places[:, :width] *= self.meaning
        if self.neighbours:
            near = (unit_rows(places) @ unit_rows(places).T).clip(0)
            count = max(2, int(self.neighbours * isqrt(len(places))))
            least = np.partition(near, -count, axis=1)[:, -count][:, None]
            near = np.where(near >= least, near, 0)
            places = (near / near.sum(axis=1, keepdims=True)) @ places
        places -= places.mean(axis=0)
        wanted = topics - self.middle
        last = len(places) - 1
        values, vectors = eigh(places @ places.T, subset_by_index=(last - wanted + 1, last))
        loadings = vectors[:, ::-1] * np.sqrt(values[::-1])
        if self.middle:
            size = np.sqrt(values).mean() / np.sqrt(len(places))
            loadings = np.column_stack([loadings, np.full(len(places), size)])
        turned = loadings @ turn_axes(loadings)
        turned *= np.where((turned**3).sum(axis=0) < 0, -1, 1)
        return LoudestAxis().fit(turned).labels_


TRIED = (
    Variant("chosen: meaning and words (weight √2), √n neighbours, an axis for the middle"),
    Variant("without an axis for the middle", middle=False),
    Variant("without neighbours", neighbours=0),
    Variant("2√n neighbours", neighbours=2),
    Variant("words of weight 1", words=1),
    Variant("words of weight 2", words=2),
    Variant("meaning only", words=0),
    Variant("words only", meaning=0),
    Variant("meaning only, no neighbours, no middle", words=0, neighbours=0, middle=False),
)


def main() -> int:
    """Measure everything and write the section."""
    with tempfile.TemporaryDirectory() as folder:
        section = write_section(Path(folder))
    text = REPORT.read_text(encoding="utf-8") if REPORT.is_file() else "# Benchmarks\n"
    text = re.sub(f"\n*{BEGIN}.*{END}\n*", "\n", text, flags=re.DOTALL).rstrip("\n")
    REPORT.write_text(f"{text}\n\n{section}\n", encoding="utf-8", newline="\n")
    print(f"{REPORT.relative_to(ROOT)} written")
    return 0


def write_section(cache: Path) -> str:
    """Return the section of the report."""
    study = Study(ROOT)
    turns = study.turns()
    begin = time.perf_counter(), time.process_time()
    prepared = prepare_segments(turns, embedder=embedder(cache))
    embedding = (time.perf_counter() - begin[0], time.process_time() - begin[1])
    import bertopic  # noqa: F401  beyond the measure of a fit

    begin = time.perf_counter(), time.process_time()
    result = fit_topics(prepared, embedder=embedder(cache), n_topics=TOPICS)
    fit = (time.perf_counter() - begin[0], time.process_time() - begin[1])
    begin = time.perf_counter(), time.process_time()
    stability = measure_stability(prepared, n_topics=TOPICS)
    stable = (time.perf_counter() - begin[0], time.process_time() - begin[1])
    print("stability measured", flush=True)
    anchors = gather_anchors(
        study.codings(), codebook=study.codebook(), embedder=embedder(cache / "anchors")
    )
    score = score_anchors(anchors) if anchors is not None else None
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    path = study.root / COMPARED_FILE if has_stock() else cache / "models.json"
    today = dt.datetime.now(tz=dt.UTC).date()
    compared = compare_topics(study, prepared=prepared, path=path, today=today)
    print("models compared", flush=True)
    tried, best, unseen = try_variants(prepared.material)
    steps = (
        ("segments, words and vectors, nothing cached", embedding),
        (f"fit and naming of {len(result.topics)} topics, vectors cached", fit),
        ("stability: 40 interviews left out, 8 to 15 topics", stable),
    )
    return "\n".join([
        BEGIN, "## Topics", "",
        WRITTEN.format(count=len(prepared.segments)), "",
        *table(("step", "seconds", "processor"),
               ([name, f"{wall:.1f}", f"{work:.1f}"] for name, (wall, work) in steps)),
        "",
        f"Most memory of this process, stock models not counted: {memory:.0f} MB.", "",
        ANCHORED.format(score=score) if score else "",
        "", "### Beside stock BERTopic", "",
        COMPARED.format(topics=TOPICS, day=compared.day, packages=", ".join(
            f"{name} {version}" for name, version in compared.packages.items())), "",
        *table(MODEL_HEAD, model_rows(compared.models)), "",
        "" if has_stock() else "The group `stock` is not installed: its models are missing.",
        "### How many topics", "", NUMBER.format(halved=stability.halved), "",
        *table(GRID_HEAD, grid_rows(stability.grid)), "",
        "### What was tried", "", TRIED_TEXT.format(some=SOME, best=best, unseen=unseen), "",
        *table(TRIED_HEAD, tried), "",
        "### How cost grows", "", GROWS, "",
        *table(SIZE_HEAD, grow(cache)), "", END,
    ])  # fmt: skip


WRITTEN = (
    "Written by `scripts/bench_topics.py`: {count} segments, one thread. Seconds of the clock rise "
    "with whatever else the machine does; those of the processor hardly."
)
ANCHORED = (
    "Anchored topics: macro-F1 over the codes, on the passages of a left-out interview, "
    "{score.macro:.3f}; nearest prototype by TF-IDF of words {score.macro_words:.3f}. The code is "
    "among the nearest three of {score.near:.0%} of the passages."
)
NUMBER = (
    "*chosen*: share of random halves of the left-out interviews by which this number would be "
    "chosen. On the other halves, which had no part in the choice, ARI is {halved:.2f} on average."
)
COMPARED = (
    "The same segments and vectors, in one run, on {day} ({packages}). *ARI*: adjusted Rand index "
    "on the shared segments, mean over all left-out interviews, segments without a topic counted "
    "as a class; *worst*: of the worst tenth. NPMI and diversity of the ten words of each topic, "
    "named in our way and in BERTopic's own (class-based TF-IDF alone), over the same lemmas. "
    "{topics} topics where the number can be set. Notebook `04-topics` shows the same table."
)
ENGLISH = {
    MODEL_FREE: "free topics (ours)",
    MODEL_NMF: "NMF on lemmas",
    MODEL_PCA: "PCA and k-means",
    MODEL_UMAP: "BERTopic with UMAP and k-means",
    MODEL_DENSITY: "BERTopic as it comes (UMAP and HDBSCAN)",
}
MODEL_HEAD = ("model", "topics", "outliers", "largest", "ARI", "worst", "NPMI", "diversity",
              "NPMI, own words", "diversity, own words")  # fmt: skip
GRID_HEAD = ("topics", "ARI", "worst", "outliers", "largest", "hold", "NPMI", "diversity",
             "chosen")  # fmt: skip
TRIED_TEXT = (
    "Mean ARI with every {some}th interview left out, the same for all. The figures of earlier "
    "rounds are in ADR 0010. The best of all these is {best:.2f}; chosen by half of the left-out "
    "interviews and looked at on the other half, {unseen:.2f}: so much does choosing on the same "
    "study flatter."
)
TRIED_HEAD = ("variant", *(f"{topics} topics" for topics in NUMBERS), "NPMI (10)")
GROWS = (
    "Archives made of the reference study: every segment mixes the words and vectors of two. "
    "Topics are found on a sample of 2,000 in which all respondents have a part; the rest is "
    "placed in shards of 2,000. Embedding is measured on 200 real segments and multiplied. "
    "Seconds of the processor, one process and one thread."
)
SIZE_HEAD = ("segments", "embedding (s)", "words (s)", "placing (s)", "most memory (MB)")


def embedder(cache: Path) -> CachedEmbedder:
    """Return the embedder of the study, its vectors kept in a folder."""
    return CachedEmbedder(UniversalEncoder(threads=1), cache)


def model_rows(models: pd.DataFrame) -> Iterable[Sequence[str]]:
    """Give a row per model."""
    for row in models.to_dict("records"):
        yield (
            ENGLISH[row["model"]], str(row["n_topics"]), percent(row["outliers"]),
            percent(row["largest"]),
            *(f"{row[name]:.2f}" for name in (
                "ari", "ari_least", "npmi", "diversity", "npmi_own", "diversity_own")),
        )  # fmt: skip


def leave_out(
    material: Material,
    labels: np.ndarray,
    *,
    label: Callable[[Material], np.ndarray],
    every: int,
) -> np.ndarray:
    """Return the adjusted Rand index on what remains, per interview left out."""
    own = np.array(material.interviews)
    found = []
    for interview in sorted(set(own))[::every]:
        rows = np.flatnonzero(own != interview)
        found.append(float(adjusted_rand_score(labels[rows], label(material.take(rows)))))
    return np.array(found)


def halve(runs: np.ndarray) -> float:
    """Choose the best by half of the left-out interviews, and return its mean on the other half.

    `runs` is of shape (n_choices, n_runs); the mean is over 200 divisions into halves.
    """
    rng = np.random.default_rng(SEED)
    seen = []
    for _ in range(SPLITS):
        order = rng.permutation(runs.shape[1])
        half, rest = order[: len(order) // 2], order[len(order) // 2 :]
        seen.append(runs[runs[:, half].mean(axis=1).argmax()][rest].mean())
    return float(np.mean(seen))


def grid_rows(grid: pd.DataFrame) -> Iterable[Sequence[str]]:
    """Give a row per number of topics."""
    for row in grid.to_dict("records"):
        yield (
            str(row["n_topics"]), f"{row['ari']:.2f}", f"{row['ari_least']:.2f}",
            percent(row["outliers"]), percent(row["largest"]), f"{row['holding']}",
            f"{row['npmi']:.2f}", f"{row['diversity']:.2f}", percent(row["chosen"]),
        )  # fmt: skip


def try_variants(material: Material) -> tuple[list[Sequence[str]], float, float]:
    """Return a row per variant, the best mean of all, and the same on unseen halves."""
    vocabulary = choose_vocabulary(material.words, material.respondents)
    rows: list[Sequence[str]] = []
    runs = []
    for variant in TRIED:
        for topics in NUMBERS:
            label = partial(variant.label, topics=topics)
            runs.append(leave_out(material, label(material), label=label, every=SOME))
        own = judge_words(
            variant.label(material, topics=TOPICS), vocabulary=vocabulary,
            respondents=material.respondents,
        )  # fmt: skip
        means = [f"{one.mean():.2f}" for one in runs[-len(NUMBERS) :]]
        print(variant.name, means, flush=True)
        rows.append((variant.name, *means, f"{own[0]:.2f}"))
    every = np.array(runs)
    return rows, float(every.mean(axis=1).max()), halve(every)


def grow(cache: Path) -> Iterable[Sequence[str]]:
    """Give a row per size, each measured in a process of its own."""
    for size in SIZES:
        done = subprocess.run(  # noqa: S603  our own program
            [sys.executable, str(SIZER), "--size", str(size), "--cache", str(cache)],
            capture_output=True, encoding="utf-8", check=True,
        )  # fmt: skip
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        print(found, flush=True)
        yield (f"{size:,}", *(f"{found[name]:.0f}" for name in ("embedding", "words", "placing")),
               f"{found['memory']:.0f}")  # fmt: skip


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table in Markdown, numbers to the right."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return [f"| {' | '.join(row)} |" for row in (head, rule, *rows)]


def percent(share: float) -> str:
    """Write a share."""
    return f"{100 * share:.0f}%"


if __name__ == "__main__":
    sys.exit(main())
