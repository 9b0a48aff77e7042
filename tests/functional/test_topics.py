"""Topics of the reference study: what they must hold to, and the command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from paraplu.cli import main
from paraplu.language import CachedEmbedder, UniversalEncoder
from paraplu.messages.topics import MODEL_DENSITY, MODEL_FREE, MODEL_UMAP
from paraplu.pipeline.topics import (
    COMPARED,
    frame_anchored_topics,
    frame_topics,
    prepare_topics,
)
from paraplu.study import Study
from paraplu.topics import (
    fit_topics,
    gather_anchors,
    measure_diversity,
    place_segments,
    prepare_segments,
    recall_comparison,
    score_anchors,
)
from paraplu.topics.baseline import factorise
from paraplu.topics.stability import label_without

if TYPE_CHECKING:
    from paraplu.topics import Prepared, TopicResult

ROOT = Path(__file__).parents[2]
EVERY = 5
"""Every fifth interview is left out: enough to tell .60 from .55, in seconds."""

FIT = """
import json, sys
from pathlib import Path
import pandas as pd
from paraplu.language import CachedEmbedder, UniversalEncoder
from paraplu.study import Study
from paraplu.topics import fit_topics
root, memory, shuffled = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "1"
turns = Study(root).turns()
turns = turns.sample(frac=1, random_state=1) if shuffled else turns
result = fit_topics(turns, embedder=CachedEmbedder(UniversalEncoder(), memory), n_topics=10)
print(json.dumps([result.segments["topic"].tolist(), result.topics["name"].tolist()]))
"""


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where vectors are kept, so that they are made once."""
    return tmp_path_factory.mktemp("vectors")


@pytest.fixture(scope="module")
def prepared(memory: Path) -> Prepared:
    """Prepare the segments of the reference study."""
    embedder = CachedEmbedder(UniversalEncoder(threads=1), memory)
    return prepare_segments(Study(ROOT).turns(), embedder=embedder)


@pytest.fixture(scope="module")
def result(prepared: Prepared) -> TopicResult:
    """Find ten topics."""
    return fit_topics(prepared, embedder=UniversalEncoder(), n_topics=10)


@pytest.mark.slow
def test_topics_have_a_fair_size(result: TopicResult) -> None:
    """Ten topics, none over a quarter, at most 15% without one, and nobody's alone."""
    assert len(result.topics) == 10
    assert result.topics["share"].max() <= 0.25
    assert result.segments["topic"].eq(-1).mean() <= 0.15
    assert not result.topics["one_voice"].any()


@pytest.mark.slow
def test_no_name_is_an_anecdote(result: TopicResult, prepared: Prepared) -> None:
    """Every word of a topic is used, as it is written, by three respondents at least."""
    users: dict[str, set[str]] = {}
    for own, respondent in zip(prepared.material.words, prepared.material.respondents, strict=True):
        for _, form in own:
            users.setdefault(form, set()).add(respondent)
    named = {word for line in result.topics["words"] for word in line.split(", ")}
    assert [word for word in named if len(users[word]) < 3] == []
    assert set(", ".join(result.topics["name"]).split(", ")) <= named


@pytest.mark.slow
def test_every_segment_leads_back(result: TopicResult) -> None:
    """Its offsets give the words of its respondent in the body."""
    transcripts = Study(ROOT).transcripts
    for row in result.segments.to_dict("records"):
        said = transcripts[row["interview"]].body[row["start"] : row["end"]]
        first, last = row["text"].split(" … ")[0], row["text"].split(" … ")[-1]
        assert said.startswith(first[:20])
        assert said.endswith(last[-20:])


@pytest.mark.slow
def test_topics_return_without_an_interview(prepared: Prepared) -> None:
    """The adjusted Rand index on what remains is .60 on average, NMF's is lower."""
    placed = place_segments(prepared.material, n_topics=[10])[10]
    own = np.array(prepared.material.interviews)
    plain = factorise(placed.vocabulary, n_topics=10)
    found, base = [], []
    for interview in sorted(set(own))[::EVERY]:
        without = label_without((prepared.material, (10,), 10), interview)
        found.append(adjusted_rand_score(placed.labels[own != interview], without[10]))
        base.append(adjusted_rand_score(plain[own != interview], without[0]))
    assert np.mean(found) >= 0.6
    assert np.mean(base) < np.mean(found)


@pytest.mark.slow
def test_stock_bertopic_was_measured_on_these_segments(prepared: Prepared) -> None:
    """What the notebook shows of other models is of today's segments, and ours is above them."""
    found = recall_comparison([ROOT / COMPARED], key=prepared.key)
    assert found is not None
    assert found.key == prepared.key
    models = found.models.set_index("model")
    ours, others = models.iloc[0], models.iloc[1:]
    assert models.index[0] == MODEL_FREE
    assert {MODEL_UMAP, MODEL_DENSITY} <= set(others.index)
    assert ours["ari"] > others["ari"].max()
    stock = others.loc[[MODEL_UMAP, MODEL_DENSITY]]
    assert ours["npmi"] >= stock["npmi_own"].max()
    assert ours["diversity"] >= stock["diversity_own"].max()


@pytest.mark.slow
def test_topics_have_words_of_their_own(result: TopicResult) -> None:
    """Nine in ten of the words stand with one topic only."""
    words = [line.split(", ") for line in result.topics["words"]]
    assert measure_diversity(words) >= 0.9


@pytest.mark.slow
@pytest.mark.parametrize("elsewhere", [("1", "0", "1"), ("2", "7", "0"), ("4", "3", "1")])
def test_labels_are_the_same_everywhere(
    result: TopicResult, memory: Path, elsewhere: tuple[str, str, str]
) -> None:
    """In another process, with other threads, another hash seed or order, they do not change."""
    threads, seed, shuffled = elsewhere
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    environment = os.environ | dict.fromkeys(names, threads) | {"PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", FIT, str(ROOT), str(memory), shuffled],
        capture_output=True, encoding="utf-8", check=True, env=environment,
    )  # fmt: skip
    labels, topics = json.loads(done.stdout.splitlines()[-1])
    assert labels == result.segments["topic"].tolist()
    assert topics == result.topics["name"].tolist()


@pytest.mark.slow
def test_anchors_read_an_interview_they_have_not_seen(tmp_path: Path) -> None:
    """Prototypes of meaning and words beat words alone."""
    study = Study(ROOT)
    anchors = gather_anchors(
        study.codings(), codebook=study.codebook(),
        embedder=CachedEmbedder(UniversalEncoder(threads=1), tmp_path),
    )  # fmt: skip
    assert anchors is not None
    score = score_anchors(anchors)
    assert score.macro > score.macro_words > 0


def test_a_small_study_says_that_there_is_too_little(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No topics, no stability, and no traceback."""
    monkeypatch.chdir(small_study)
    for arguments in ([], ["--stability"]):
        assert main(["topics", *arguments]) == 0
        assert capsys.readouterr().out == "Te weinig fragmenten voor thema’s.\n"


def test_a_small_study_has_no_bertopic(small_study: Path) -> None:
    """Too few segments for free topics and no shared word for anchored ones: None, no traceback."""
    settings = small_study / "paraplu.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}\n[topics]\nmin_words = 1\n", encoding="utf-8")
    study = Study(small_study)
    assert len(prepare_topics(study).segments) > 0
    assert frame_topics(study) is None
    assert frame_anchored_topics(study) is None


def test_a_sheet_is_written_once(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second time it is refused, since it may hold judgements by then."""
    monkeypatch.chdir(small_study)
    assert main(["topics", "--sheet", "blad.csv"]) == 0
    assert (small_study / "blad.csv").read_text(encoding="utf-8").startswith("nr;fragment;a;b;c;")
    assert main(["topics", "--sheet", "blad.csv"]) == 1
    assert "[P304] blad.csv" in capsys.readouterr().err
    assert main(["topics", "--score", "blad.csv"]) == 0


@pytest.mark.parametrize("text", [None, "", "iets anders\n1\n"])
def test_a_sheet_that_is_none_is_refused(
    small_study: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str | None,
) -> None:
    """A file that is not there, is empty or holds something else is named."""
    monkeypatch.chdir(small_study)
    if text is not None:
        (small_study / "blad.csv").write_text(text, encoding="utf-8")
    assert main(["topics", "--score", "blad.csv"]) == 1
    assert "[P305] blad.csv" in capsys.readouterr().err
