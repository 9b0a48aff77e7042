"""Anchors: prototypes from definitions and passages, and topics tied to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from paraplu.records import Code, Codebook
from paraplu.topics import (
    fit_anchored,
    gather_anchors,
    place_anchored,
    place_segments,
    score_anchors,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.language import Embedder
    from paraplu.topics import Anchors, Prepared
    from paraplu.topics.frame import TopicFrame

CODEBOOK = Codebook(
    version=1,
    codes={
        code: Code(id=code, name=name, family="f", definition=definition)
        for code, name, definition in (
            ("pol", "Politie", "Wat de politie doet met een aangifte."),
            ("raad", "Raad", "Wat een raadslid doet met een motie."),
            ("thuis", "Thuis", "Wat een moeder doet in de keuken."),
        )
    },
)
CODE_OF = {"politie": "pol", "raadslid": "raad", "moeder": "thuis"}


def give_codes(turns: pd.DataFrame) -> pd.DataFrame:
    """Code every answer by its subject."""
    own = turns[turns["role"] == "R"]
    codes = [next(c for word, c in CODE_OF.items() if word in text) for text in own["text"]]
    return own.assign(code=codes, exact=own["text"])


@pytest.fixture
def codings(speak: Callable[..., pd.DataFrame]) -> pd.DataFrame:
    """Code nine respondents."""
    return give_codes(speak(9, subjects=3))


@pytest.fixture
def anchors(codings: pd.DataFrame, embedder: Embedder) -> Anchors:
    """Gather what three codes sound like."""
    found = gather_anchors(codings, codebook=CODEBOOK, embedder=embedder)
    assert found is not None
    return found


def test_segments_get_the_code_they_sound_like(
    prepared: Prepared, codings: pd.DataFrame, embedder: Embedder
) -> None:
    """Each anchored topic holds the segments of its own subject, and says that it depends."""
    anchors = gather_anchors(codings, codebook=CODEBOOK, embedder=embedder)
    result = fit_anchored(prepared, anchors=anchors, covered=0.0)
    assert set(result.topics["code"]) == {"pol", "raad", "thuis"}
    assert result.topics["n_segments"].tolist() == [27, 27, 18]
    for row in result.topics.itertuples():
        texts = prepared.segments["text"][result.labels == row.topic]
        assert {CODE_OF[word] for word in CODE_OF for text in texts if word in text} == {row.code}
    assert "hangt af van de codes" in result.dependence


def test_what_no_prototype_covers_becomes_free(
    prepared: Prepared, codings: pd.DataFrame, embedder: Embedder
) -> None:
    """Without codes on home and council, what is least like the police becomes free topics."""
    book = Codebook(version=1, codes={"pol": CODEBOOK.codes["pol"]})
    anchors = gather_anchors(codings[codings["code"] == "pol"], codebook=book, embedder=embedder)
    result = fit_anchored(prepared, anchors=anchors, n_free=2, covered=54 / 72)
    assert sorted(result.topics["kind"]) == ["anker", "vrij", "vrij"]
    anchored = result.topics.set_index("kind")["topic"]["anker"]
    assert prepared.segments["text"][result.labels == anchored].str.contains("politie").all()


def test_a_left_out_interview_is_read(codings: pd.DataFrame, embedder: Embedder) -> None:
    """Prototypes of the other interviews know every passage of plain subjects."""
    anchors = gather_anchors(codings, codebook=CODEBOOK, embedder=embedder)
    assert anchors is not None
    score = score_anchors(anchors)
    assert score.macro == pytest.approx(1)
    assert score.codes["n_passages"].tolist() == [18, 27, 27]


def test_a_code_among_the_nearest_three_counts_as_near(
    codings: pd.DataFrame, embedder: Embedder
) -> None:
    """With three codes every code is near; of five, one that the passage is least like is not."""
    anchors = gather_anchors(codings, codebook=CODEBOOK, embedder=embedder)
    assert anchors is not None
    assert score_anchors(anchors).near == 1
    extra = {code: Code(id=code, name=code, family="f", definition="Een moeder in de keuken.")
             for code in ("oma", "tante", "nicht")}  # fmt: skip
    book = Codebook(version=1, codes={**CODEBOOK.codes, **extra})
    wrong = codings.assign(code=codings["code"].replace("thuis", "oma"))
    odd = wrong.assign(code=wrong["code"].mask(wrong["respondent"].eq("R01"), "pol"))
    anchors = gather_anchors(odd, codebook=book, embedder=embedder)
    assert anchors is not None
    assert 0 < score_anchors(anchors).near < 1


def test_an_interview_does_not_read_itself(codings: pd.DataFrame, embedder: Embedder) -> None:
    """A code that one interview alone has, and no word of its definition, is not found there."""
    odd = codings["respondent"].eq("R01") & codings["code"].eq("pol")
    alone = codings.assign(code=codings["code"].mask(odd, "thuis"))
    anchors = gather_anchors(alone, codebook=CODEBOOK, embedder=embedder)
    assert anchors is not None
    frame = score_anchors(anchors).codes.set_index("code")
    assert frame.loc["thuis", "f1"] < 1
    whole = anchors.prototypes(np.ones(len(anchors.given), dtype=bool))
    less = anchors.prototypes(anchors.interviews != "R01")
    assert not np.allclose(whole.meaning, less.meaning)


def test_meaning_helps_where_words_differ(embedder: Embedder) -> None:
    """Passages that share a subject and no word are found by meaning only."""
    words = {"pol": ["politie", "aangifte", "recherche", "agent", "officier", "justitie"],
             "raad": ["raadslid", "motie", "fractie", "partij", "debat", "coalitie"]}  # fmt: skip
    rows = [
        (f"R{n:02}", f"R{n:02}", 0, 10, own[n], code)
        for code, own in words.items()
        for n in range(6)
    ]
    codings = pd.DataFrame(
        rows, columns=["interview", "respondent", "start", "end", "exact", "code"]
    )
    book = Codebook(version=1, codes={
        code: Code(id=code, name=code, family="f", definition="") for code in words
    })  # fmt: skip
    anchors = gather_anchors(codings, codebook=book, embedder=embedder)
    assert anchors is not None
    score = score_anchors(anchors)
    assert score.macro == pytest.approx(1)
    assert score.macro_words < 1


def test_without_codings_there_are_no_anchors(
    prepared: Prepared, codings: pd.DataFrame, embedder: Embedder
) -> None:
    """The result has no topics, and every segment is without one."""
    assert gather_anchors(codings.head(0), codebook=CODEBOOK, embedder=embedder) is None
    result = fit_anchored(prepared, anchors=None)
    assert result.topics.empty
    assert set(result.labels.tolist()) == {-1}


def test_bertopic_frames_anchored_topics(prepared: Prepared, anchors: Anchors) -> None:
    """BERTopic has the same topics, calls them by their codes and places them where they were."""
    from paraplu.topics.frame import frame_anchored

    placed = place_anchored(prepared, anchors=anchors, covered=0.0)
    model = frame_anchored(placed)
    info = model.get_topic_info()
    assert dict(zip(info["CustomName"], info["Count"], strict=True)) == {
        "Raad": 27, "Thuis": 27, "Politie": 18,
    }  # fmt: skip
    again, _ = model.transform(list(placed.vocabulary.documents), embeddings=placed.places)
    assert again == model.topics_
    names = model.get_document_info(list(placed.vocabulary.documents))["CustomName"]
    told = [anchors.codes[anchors.names.index(name)] for name in names]
    spoken = [code for text in prepared.segments["text"] for word, code in CODE_OF.items()
              if word in text]  # fmt: skip
    assert told == spoken


def test_what_no_prototype_covers_stays_so_in_bertopic(
    prepared: Prepared, anchors: Anchors
) -> None:
    """A passage that is unlike every code gets none, whether BERTopic saw it before or not."""
    from paraplu.topics.frame import frame_anchored

    placed = place_anchored(prepared, anchors=anchors, n_free=2, covered=54 / 72)
    model = frame_anchored(placed)
    free = [code == "" for code in placed.codes]
    assert sum(free) == 2
    seen, _ = model.transform(list(placed.vocabulary.documents), embeddings=placed.places)
    assert [topic == -1 for topic in seen] == (placed.likeness < placed.border).tolist()
    assert {topic >= 0 for topic, near in zip(model.topics_, placed.likeness, strict=True)
            if near < placed.border} == {True}  # fmt: skip


@pytest.fixture(params=["free", "anchored"])
def framed(request: pytest.FixtureRequest, prepared: Prepared, anchors: Anchors) -> TopicFrame:
    """Frame either model."""
    from paraplu.topics.frame import frame_anchored, frame_model

    if request.param == "free":
        return frame_model(place_segments(prepared.material, n_topics=[3])[3])
    return frame_anchored(place_anchored(prepared, anchors=anchors, covered=0.0))


@pytest.mark.parametrize(
    "figure", ["visualize_barchart", "visualize_heatmap", "visualize_hierarchy",
               "visualize_term_rank"]
)  # fmt: skip
def test_figures_of_bertopic_work_on_both_models(framed: TopicFrame, figure: str) -> None:
    """A figure of BERTopic has something to draw."""
    assert len(getattr(framed, figure)().data) > 0


def test_both_models_keep_the_words_of_bertopic(framed: TopicFrame) -> None:
    """Words of a topic are those of its subject, accents and all."""
    words = [{word for word, _ in framed.get_topic(topic)} for topic in range(3)]
    assert all({"aangifte", "motie", "vakantie"} & own for own in words)
    assert sum("coördinatie" in own for own in words) == 1
