"""Lemmas and fillers of Dutch."""

from __future__ import annotations

import pytest

from paraplu.language import lemmatise, list_fillers


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("bedreigingen", "bedreiging"),
        ("Gemeenten", "gemeente"),
        ("ideeën", "idee"),
        ("geëmotioneerd", "geëmotioneerd"),
        ("gebeld", "bellen"),
        ("xyzzy", "xyzzy"),
        ("", ""),
    ],
)
def test_lemma(word: str, lemma: str) -> None:
    """Forms of a word come to one lemma; an unknown word stays as it is."""
    assert lemmatise(word) == lemma


def test_compounds_carry_no_border() -> None:
    """A lemma is one word, also where the dictionary writes the parts of a compound."""
    assert lemmatise("raadsleden") == lemmatise("raadslid")
    assert "_" not in lemmatise("fractievoorzitter")


def test_fillers_are_function_words_and_not_subjects() -> None:
    """Fillers are words of speech; the words a choice is about are never among them."""
    fillers = list_fillers()
    assert {"eh", "eigenlijk", "zeg", "maar", "we", "hè"} <= fillers
    assert not {"binnen", "buiten", "norm", "aangifte", "raad", "instrument"} & fillers


def test_fillers_are_lower_case_words() -> None:
    """The data file holds words only: no heading or remark slips in."""
    assert all(word == word.lower() and "#" not in word for word in list_fillers())
