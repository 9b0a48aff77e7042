"""Nouns and adjectives, in the sentences where they stand."""

from __future__ import annotations

from paraplu.language import find_nouns


def test_nouns_are_told_from_verbs() -> None:
    """A noun and an adjective are found, a verb is not, nor a word that is nowhere."""
    text = "Gisteren heeft de burgemeester een boze brief gestuurd. Daarna praatten wij lang."
    used = {word: [text] * 2 for word in ("burgemeester", "boze", "praatten", "nergens")}
    assert find_nouns(used) == {"burgemeester", "boze"}
    assert find_nouns({}) == frozenset()
