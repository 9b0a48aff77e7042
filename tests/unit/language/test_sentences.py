"""Sentences of spoken Dutch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paraplu.language import split_sentences


def cut(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("   ", []),
        ("Ja", ["Ja"]),
        ("Ja. Nee! Echt?", ["Ja.", "Nee!", "Echt?"]),
        ("Wat?! Nou.", ["Wat?!", "Nou."]),
        ("Dat was eh... lastig. Klaar.", ["Dat was eh... lastig.", "Klaar."]),
        ("En toen... Ik weet het niet.", ["En toen...", "Ik weet het niet."]),
        ('Hij zei: "Ga weg." Ik ging.', ['Hij zei: "Ga weg."', "Ik ging."]),
        ("Bij [org. 3. Noord] was het stil. Ja.", ["Bij [org. 3. Noord] was het stil.", "Ja."]),
        (
            "Ik sprak dhr. Vos bijv. daar. Toen niet.",
            ["Ik sprak dhr. Vos bijv. daar.", "Toen niet."],
        ),
    ],
)
def test_borders(text: str, sentences: list[str]) -> None:
    """Speech is cut at its full stops, not at its pauses, abbreviations or brackets."""
    assert cut(text) == sentences


def test_offset_moves_every_border() -> None:
    """Sentences of a turn can be given in the places of its body."""
    plain = split_sentences("Ja. Nee.")
    moved = split_sentences("Ja. Nee.", offset=100)
    assert [(span.start + 100, span.end + 100) for span in plain] == [
        (span.start, span.end) for span in moved
    ]


@given(st.text(alphabet=st.sampled_from("aB .?!…\"')[]\n"), max_size=40))
def test_sentences_hold_every_character(text: str) -> None:
    """Whatever the text, its sentences hold all of it but white space, in order."""
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
