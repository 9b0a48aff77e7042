"""Tokens of Dutch text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paraplu.language import bracketed, list_words, strip_bracketed, tokenise


def test_offsets_are_code_points() -> None:
    """A token lies where it stands in the text, also after a character outside the plane."""
    text = "😀 Coördinatie in [gemeente 2], hè!"
    assert [text[token.start : token.end] for token in tokenise(text)] == [
        token.text for token in tokenise(text)
    ]


@given(st.text(alphabet=st.sampled_from("aë I.[]3'’-…\n😀?"), max_size=40))
def test_tokens_leave_out_nothing_but_white_space(text: str) -> None:
    """Whatever the text, tokens are in order and hold every character that is not space."""
    tokens = tokenise(text)
    assert "".join(token.text for token in tokens) == "".join(text.split())
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Toen belde [persoon 3] naar huis", ["Toen", "belde", "naar", "huis"]),
        ("[lacht] Ja. 3 ruiten, 50%", ["Ja", "ruiten"]),
        ("geëmotioneerd, coördinatie, privé", ["geëmotioneerd", "coördinatie", "privé"]),
        ("foto's en e-mail", ["foto's", "en", "e-mail"]),
        ("", []),
    ],
)
def test_words_leave_out_brackets_numbers_and_marks(text: str, words: list[str]) -> None:
    """Words are letters only, with their diacritics, and nothing from within brackets."""
    assert list_words(text) == words


def test_an_open_bracket_hides_nothing() -> None:
    """A bracket that is never closed is not a pseudonym, and the words after it count."""
    assert bracketed("zie [persoon 3 en verder") == []
    assert "verder" in list_words("zie [persoon 3 en verder")


def test_stripping_leaves_one_space() -> None:
    """Taking a pseudonym out joins the words around it with one space."""
    assert strip_bracketed("bij [gemeente 1]  aan tafel") == "bij aan tafel"
