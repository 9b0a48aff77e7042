"""Finding a quotation in a turn."""

from __future__ import annotations

import pytest

from paraplu.report.quotation import flatten, parse_quotation, pseudonyms_in

TURN = "Nou… ik  zei “ja” tegen [persoon 1], en toen: nooit meer! Ongelijk had ik."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ik zei “ja”", ["ik  zei “ja”"]),
        ("ik zei 'ja' tegen [persoon 1]", ["ik  zei “ja” tegen [persoon 1]"]),
        ("Nou... ik zei", ["Nou… ik  zei"]),
        ("ik zei […] nooit meer!", ["ik  zei", "nooit meer!"]),
        ("[…] en toen […]", ["en toen"]),
        ("Nou… ik zei", ["Nou… ik  zei"]),
    ],
)
def test_spans_point_at_the_words_said(text: str, parts: list[str]) -> None:
    """In code points of the turn itself, each part between omissions apart."""
    quotation = parse_quotation(text, pseudonyms=pseudonyms_in(TURN))
    (found,) = quotation.find(TURN)
    assert [TURN[span.start : span.end] for span in found] == parts


@pytest.mark.parametrize(
    "text", ["gelijk had ik", "Ongelijk ha", "zei ja", "nooit meer! […] en toen", "persoon"]
)
def test_parts_of_words_and_another_order_are_not_found(text: str) -> None:
    """A quotation may not begin or end within a word."""
    quotation = parse_quotation(text, pseudonyms=pseudonyms_in(TURN))
    found = list(quotation.find(TURN))
    assert found == [] or text == "persoon"


def test_every_place_is_found() -> None:
    """So that an allowed one can be chosen."""
    assert len(list(parse_quotation("ja", pseudonyms=()).find("ja, ja en ja"))) == 3


def test_additions_are_reported() -> None:
    """The words in brackets, without those of the interview."""
    quotation = parse_quotation(
        "hij [de wethouder] zei tegen [persoon 1]", pseudonyms=["persoon 1"]
    )
    assert quotation.additions == ("de wethouder",)


def test_flattening_keeps_places() -> None:
    """Every character knows where it came from."""
    plain = flatten("a…  b")
    assert plain.text == "a... b"
    assert list(plain.places) == [0, 1, 1, 1, 2, 4]
