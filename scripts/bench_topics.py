"""Compare ways to find topics, and measure how their cost grows; writes docs/benchmarks.md.

Run as part of `make bench`, in an environment with the group `stock` (umap-learn and hdbscan);
without it the stock models are left out and the report says so. Every figure is on the reference
study, in one run.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from math import isqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.linalg import eigh
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import adjusted_rand_score

from paraplu.language import CachedEmbedder, UniversalEncoder
from paraplu.study import Study
from paraplu.topics import (
    fit_topics,
    gather_anchors,
    measure_diversity,
    measure_npmi,
    measure_stability,
    place_segments,
    prepare_segments,
    score_anchors,
)
from paraplu.topics.axes import LoudestAxis, turn_axes
from paraplu.topics.baseline import factorise, judge_words
from paraplu.topics.names import weigh_words
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
    models = compare_models(prepared.material)
    steps = (
        ("segments, words and vectors, nothing cached", embedding),
        (f"fit and naming of {len(result.topics)} topics, vectors cached", fit),
        ("stability: 40 interviews left out, 8 to 15 topics", stable),
    )
    return "\n".join([
        BEGIN, "## Topics", "",
        f"Written by `scripts/bench_topics.py`: {len(prepared.segments)} segments, one thread.", "",
        *table(("step", "seconds", "processor"),
               ([name, f"{wall:.1f}", f"{work:.1f}"] for name, (wall, work) in steps)),
        "",
        f"Most memory of this process, stock models not counted: {memory:.0f} MB.", "",
        f"Anchored topics: macro-F1 on the passages of a left-out interview {score.macro:.3f}, "
        f"nearest prototype by TF-IDF of words {score.macro_words:.3f}." if score else "",
        "", "### Beside stock BERTopic", "", COMPARED.format(topics=TOPICS), "",
        *table(MODEL_HEAD, models), "",
        "" if find_spec("umap") else "The group `stock` is not installed: its models are missing.",
        "### How many topics", "",
        *table(GRID_HEAD, grid_rows(stability.grid)), "",
        "### What was tried", "", TRIED_TEXT.format(some=SOME), "",
        *table(TRIED_HEAD, try_variants(prepared.material)), "",
        "### How cost grows", "", GROWS, "",
        *table(SIZE_HEAD, grow(cache)), "", END,
    ])  # fmt: skip


COMPARED = (
    "The same segments and vectors, in one run. *ARI*: adjusted Rand index on the shared segments, "
    "mean over all left-out interviews, segments without a topic counted as a class; *worst*: of "
    "the worst tenth. NPMI and diversity of the ten words of each topic, named in our way and in "
    "BERTopic's own (class-based TF-IDF alone), over the same lemmas. {topics} topics where the "
    "number can be set."
)
MODEL_HEAD = ("model", "topics", "outliers", "largest", "ARI", "worst", "NPMI", "diversity",
              "NPMI, own words", "diversity, own words", "seconds")  # fmt: skip
GRID_HEAD = ("topics", "ARI", "worst", "outliers", "largest", "hold", "NPMI", "diversity")
TRIED_TEXT = (
    "Mean ARI with every {some}th interview left out, the same for all. The figures of earlier "
    "rounds are in ADR 0010."
)
TRIED_HEAD = ("variant", *(f"{topics} topics" for topics in (8, 10, 12, 14)), "NPMI (10)")
GROWS = (
    "Archives made of the reference study: every segment mixes the words and vectors of two. "
    "Topics are found on a sample of 2,000 in which all respondents have a part; the rest is "
    "placed in shards of 2,000. Embedding is measured on 200 real segments and multiplied. "
    "One process, one thread."
)
SIZE_HEAD = ("segments", "embedding (s)", "words (s)", "placing (s)", "most memory (MB)")


def embedder(cache: Path) -> CachedEmbedder:
    """Return the embedder of the study, its vectors kept in a folder."""
    return CachedEmbedder(UniversalEncoder(threads=1), cache)


def compare_models(material: Material) -> Iterable[Sequence[str]]:
    """Give a row per model: ours, the baselines, and stock BERTopic where it is installed."""
    vocabulary = choose_vocabulary(material.words, material.respondents)
    for name, label in list_models():
        begin = time.perf_counter()
        labels = label(material)
        seconds = time.perf_counter() - begin
        ari = leave_out(material, labels, label=label)
        own = judge_words(labels, vocabulary=vocabulary, respondents=material.respondents)
        plain = judge_plain(labels, documents=vocabulary.documents, lemmas=vocabulary.lemmas)
        sizes = np.bincount(labels + 1)
        print(name, flush=True)
        yield (
            name, str(labels.max() + 1), percent(sizes[0] / len(labels)),
            percent(sizes[1:].max() / len(labels)), f"{np.mean(ari):.2f}",
            f"{np.quantile(ari, 0.1):.2f}", *(f"{one:.2f}" for one in (*own, *plain)),
            f"{seconds:.1f}",
        )  # fmt: skip


def list_models() -> list[tuple[str, Callable[[Material], np.ndarray]]]:
    """List models by name."""
    models: list[tuple[str, Callable[[Material], np.ndarray]]] = [
        ("free topics (ours)", lambda m: place_segments(m, n_topics=[TOPICS])[TOPICS].labels),
        ("NMF on lemmas", lambda m: factorise(
            choose_vocabulary(m.words, m.respondents), n_topics=TOPICS)),
        ("PCA + k-means", lambda m: k_means(PCA(20, svd_solver="full").fit_transform(m.vectors))),
    ]  # fmt: skip
    if find_spec("umap") and find_spec("hdbscan"):
        reduce_by_umap(np.random.default_rng(0).standard_normal((100, 8)))  # compiles
        models += [
            ("stock: UMAP + k-means", lambda m: k_means(reduce_by_umap(m.vectors))),
            ("stock: UMAP + HDBSCAN", lambda m: density(reduce_by_umap(m.vectors))),
        ]
    return models


def k_means(places: np.ndarray) -> np.ndarray:
    """Label by k-means."""
    return np.asarray(KMeans(TOPICS, n_init=10, random_state=SEED).fit_predict(places))


def reduce_by_umap(vectors: np.ndarray) -> np.ndarray:
    """Reduce as BERTopic does unless told otherwise."""
    import umap

    model = umap.UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine",
                      random_state=SEED, low_memory=False)  # fmt: skip
    return np.asarray(model.fit_transform(vectors))


def density(places: np.ndarray) -> np.ndarray:
    """Label by HDBSCAN as BERTopic does unless told otherwise."""
    import hdbscan

    return np.asarray(hdbscan.HDBSCAN(min_cluster_size=10).fit_predict(places))


def leave_out(
    material: Material,
    labels: np.ndarray,
    *,
    label: Callable[[Material], np.ndarray],
    every: int = 1,
) -> list[float]:
    """Return the adjusted Rand index on what remains, per interview left out."""
    own = np.array(material.interviews)
    found = []
    for interview in sorted(set(own))[::every]:
        rows = np.flatnonzero(own != interview)
        found.append(float(adjusted_rand_score(labels[rows], label(material.take(rows)))))
    return found


def judge_plain(
    labels: np.ndarray, *, documents: Sequence[str], lemmas: Sequence[str]
) -> tuple[float, float]:
    """Return NPMI and diversity of words by class-based TF-IDF alone."""
    weights = weigh_words(labels, documents=documents, lemmas=lemmas)
    words = [[lemmas[column] for column in np.argsort(-row)[:10]] for row in weights]
    npmi = [measure_npmi(own, documents=documents) for own in words]
    return float(np.mean(npmi)), measure_diversity(words)


def grid_rows(grid: pd.DataFrame) -> Iterable[Sequence[str]]:
    """Give a row per number of topics."""
    for row in grid.to_dict("records"):
        yield (
            str(row["n_topics"]), f"{row['ari']:.2f}", f"{row['ari_least']:.2f}",
            percent(row["outliers"]), percent(row["largest"]), f"{row['holding']}",
            f"{row['npmi']:.2f}", f"{row['diversity']:.2f}",
        )  # fmt: skip


def try_variants(material: Material) -> Iterable[Sequence[str]]:
    """Give a row per variant."""
    vocabulary = choose_vocabulary(material.words, material.respondents)
    for variant in TRIED:
        row = [variant.name]
        for topics in (8, 10, 12, 14):
            label = partial(variant.label, topics=topics)
            row.append(
                f"{np.mean(leave_out(material, label(material), label=label, every=SOME)):.2f}"
            )
        own = judge_words(
            variant.label(material, topics=TOPICS), vocabulary=vocabulary,
            respondents=material.respondents,
        )  # fmt: skip
        print(row, flush=True)
        yield (*row, f"{own[0]:.2f}")


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
