"""Coherence and diversity of words."""

from __future__ import annotations

import math

import pytest

from paraplu.topics import measure_diversity, measure_npmi
from paraplu.topics.baseline import factorise, judge_words
from paraplu.topics.vocabulary import gather_vocabulary

DOCUMENTS = ["raad motie", "raad motie", "raad hond", "kat"]


def test_npmi_is_by_hand() -> None:
    """Two of four together, three and two of four alone: ln(.5/.375)/ln 2."""
    found = measure_npmi(["raad", "motie"], documents=DOCUMENTS)
    assert found == pytest.approx(math.log(0.5 / (0.75 * 0.5)) / math.log(2))


def test_words_never_together_have_the_lowest() -> None:
    """That is -1; with too few words there is none."""
    assert measure_npmi(["motie", "kat"], documents=DOCUMENTS) == -1
    assert math.isnan(measure_npmi(["raad"], documents=DOCUMENTS))
    assert math.isnan(measure_npmi(["raad", "motie"], documents=[]))


def test_diversity_without_words_is_missing() -> None:
    """No list, no share."""
    assert math.isnan(measure_diversity([]))
    assert measure_diversity([["a", "b"], ["c", "d"]]) == 1


def test_the_baseline_parts_plain_subjects() -> None:
    """NMF finds two subjects, numbers them by size and repeats itself."""
    texts = ["politie aangifte recherche"] * 6 + ["raadslid motie fractie"] * 4
    vocabulary = gather_vocabulary(texts, [f"r{n}" for n in range(10)])
    labels = factorise(vocabulary, n_topics=2)
    assert labels.tolist() == [0] * 6 + [1] * 4 == factorise(vocabulary, n_topics=2).tolist()
    npmi, diversity = judge_words(
        labels, vocabulary=vocabulary, respondents=[f"r{n}" for n in range(10)]
    )
    assert (npmi, diversity) == pytest.approx((1, 1))
