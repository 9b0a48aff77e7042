"""The vocabulary, the ranking of words and the names made of them."""

from __future__ import annotations

import numpy as np
import pytest

from paraplu.topics.names import name_topic, rank_words, weigh_words
from paraplu.topics.naming import find_naming_words
from paraplu.topics.vocabulary import choose_vocabulary, find_words, gather_vocabulary


def test_vocabulary_is_shared_lemmas_as_written() -> None:
    """Forms of one word count together, and the form written most often is the one shown."""
    texts = ["Bedreigingen eh", "bedreigingen, huisscan", "een bedreiging"]
    found = gather_vocabulary(texts, ["a", "b", "c"])
    assert found.lemmas == ("bedreiging",)
    assert found.forms == {"bedreiging": "bedreigingen"}
    assert found.documents == ("bedreiging", "bedreiging", "bedreiging")
    assert gather_vocabulary(texts, ["a", "a", "c"]).lemmas == ()
    assert gather_vocabulary([], []).documents == ()


def test_a_form_of_few_names_nothing() -> None:
    """A lemma that three use, each in a form of their own, counts but is not shown."""
    words = [[("dreig", "dreigde")], [("dreig", "dreigt")], [("dreig", "gedreigd")]]
    found = choose_vocabulary([*words, *words], list("abcabc"))
    assert found.lemmas == ("dreig",)
    assert found.named == frozenset()
    assert found.forms == {"dreig": "dreigde"}


def test_letters_with_signs_stay_whole() -> None:
    """Words with ë, ï and é keep them."""
    assert [form for _, form in find_words("Coördinatie, naïef, één financiën, café")] == [
        "coördinatie", "naïef", "financiën", "café",
    ]  # fmt: skip


def test_a_large_vocabulary_keeps_what_most_use() -> None:
    """Of two lemmas only the one of most respondents stays."""
    words = [[("raad", "raad"), ("brand", "brand")], [("raad", "raad")]]
    assert choose_vocabulary(words, ["a", "b"], min_respondents=1, most=1).lemmas == ("raad",)


def test_a_word_of_many_goes_before_a_word_of_one() -> None:
    """Of two words that weigh the same, the one more respondents use comes first."""
    texts = ["raad brand", "raad brand", "raad", "raad", "brand raad"]
    found = gather_vocabulary(texts, ["a", "b", "c", "d", "e"])
    ranked = rank_words(
        np.array([[1.0, 1.0], [1.0, 1.0]]),
        vocabulary=found,
        labels=[0, 0, 0, 0, 1],
        respondents=["a", "b", "c", "d", "e"],
        n_words=2,
        min_respondents=2,
    )
    assert ranked == {0: ["raad", "brand"], 1: []}


def test_a_word_of_one_topic_goes_before_a_word_of_all() -> None:
    """Of two words as much used here, the one that other topics lack comes first."""
    found = gather_vocabulary(["raad brand"] * 3 + ["raad"] * 3, list("abcdef"))
    ranked = rank_words(
        np.ones((2, 2)), vocabulary=found, labels=[0, 0, 0, 1, 1, 1], respondents=list("abcdef"),
        n_words=2, min_respondents=1,
    )  # fmt: skip
    assert ranked[0] == ["brand", "raad"]


def test_segments_without_a_topic_name_nothing() -> None:
    """Words of topic -1 are not ranked."""
    found = gather_vocabulary(["raad", "raad", "raad", "brand"], ["a", "b", "c", "d"])
    ranked = rank_words(
        weigh_words(np.array([0, 0, 0, -1]), documents=found.documents, lemmas=found.lemmas),
        vocabulary=found, labels=[0, 0, 0, -1], respondents=["a", "b", "c", "d"], n_words=5,
        min_respondents=1,
    )  # fmt: skip
    assert ranked == {0: ["raad"]}


def test_names_take_nouns_first_and_differ() -> None:
    """A noun goes before a heavier verb, and a word of a larger topic's name is passed over."""
    found = gather_vocabulary(["dreigen raad motie partij fractie"] * 3, ["a", "b", "c"])
    taken: set[str] = set()
    nouns = {"raad", "motie", "partij", "fractie"}
    lemmas = ["dreigen", "raad", "motie", "partij", "fractie"]
    first = name_topic(lemmas, vocabulary=found, naming=nouns, users={}, taken=taken)
    assert first == "raad, motie, partij"
    second = name_topic(lemmas, vocabulary=found, naming=nouns, users={}, taken=taken)
    assert "fractie" in second
    assert second != first
    assert name_topic([], vocabulary=found, naming=nouns, users={}, taken=taken) == "zonder naam"


def test_a_name_is_of_what_most_say() -> None:
    """Of ten words the three that most respondents use are the name, in the order of weight."""
    found = gather_vocabulary(["aannemer griffier politie raad"] * 3, ["a", "b", "c"])
    lemmas = ["aannemer", "griffier", "politie", "raad"]
    name = name_topic(
        lemmas, vocabulary=found, naming=set(lemmas), taken=set(),
        users={"aannemer": 3, "griffier": 9, "politie": 10, "raad": 4},
    )  # fmt: skip
    assert name == "griffier, politie, raad"


def test_naming_words_are_nouns_in_their_sentences() -> None:
    """In their sentences a noun names a thing and a verb does not."""
    texts = ["De burgemeester belt de politie op. Ja."] * 4
    found = gather_vocabulary(texts, ["a", "b", "c", "d"])
    lemmas = {0: list(found.lemmas)}
    naming = find_naming_words(lemmas, texts=texts, labels=np.zeros(4, dtype=int), vocabulary=found)
    assert {"burgemeester", "politie"} <= naming
    assert not naming & {lemma for lemma, form in found.forms.items() if form == "belt"}


@pytest.mark.parametrize("labels", [[-1, -1], [0, 1]])
def test_weights_have_a_row_per_topic(labels: list[int]) -> None:
    """Class-based TF-IDF has as many rows as topics, none without."""
    weights = weigh_words(np.array(labels), documents=["raad", "brand"], lemmas=["brand", "raad"])
    assert weights.shape == (max(labels) + 1, 2)
    assert (weights >= 0).all()
