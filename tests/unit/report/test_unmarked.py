"""Words, numbers and quotation marks outside a mark."""

from __future__ import annotations

import pytest

from paraplu.report.essay import Anchor, Passage, Position
from paraplu.report.unmarked import Vocabulary, check_passages, find_quantities
from paraplu.study.settings import ReportSettings

VOCABULARY = Vocabulary.of(ReportSettings(), nouns=["raadslid"])


def check(text: str, vocabulary: Vocabulary = VOCABULARY) -> list[str]:
    """Return the codes for a passage."""
    passage = Passage(text, (Anchor(0, Position(1, 1)),))
    return [p.code for p in check_passages([passage], path="x.qmd", vocabulary=vocabulary)]


@pytest.mark.parametrize(
    "word",
    [
        "veel", "Sommige", "meerdere", "vaak", "steeds", "nauwelijks", "niemand", "breed gedeeld",
        "breed gedeelde", "de helft", "een kwart", "meestal", "alle", "iedereen", "VEEL", "véél",
        "vee\u00adl", "vee\u200bl", "ve\u0301el", "geen raadslid", "geen van de respondenten",
        "geen enkele", "vooral", "een aantal", "tal\u00a0van", "geen ander gesprek",
    ],
)  # fmt: skip
def test_words_that_say_how_many_are_found(word: str) -> None:
    """In any case, with accents, and with invisible characters in them."""
    assert check(f"Zij zeggen dat {word} telt.") == ["P411"]


@pytest.mark.parametrize(
    "text",
    ["veelzijdig", "geen oordeel", "het aantal", "nog steeds", "een deelnemer", "allerlei", "eens"],
)
def test_words_that_only_look_alike_are_let_through(text: str) -> None:
    """Whole words, and 'geen' only before people."""
    assert check(f"Zij zeggen dat {text} telt.") == []


@pytest.mark.parametrize(
    "number",
    ["28", "3,5", "0.69", "77%", "½", "²", "Ⅳ", "twee", "Twintig", "eenentwintig", "drieënveertig",
     "honderd", "tweehonderd", "één", "ÉÉN", "vijftig procent", "٣", "R17", "2000 meldingen",
     "€2000", "2023%", "12345", "1.096"],
)  # fmt: skip
def test_numbers_are_found(number: str) -> None:
    """Digits of any script, fractions, words, and years that count something."""
    assert set(check(f"Er zijn {number}.")) == {"P410"}


@pytest.mark.parametrize("year", ["2023", "1999", "2021–2023", "2022/2023", "(2020)", "1848,"])
def test_years_are_let_through(year: str) -> None:
    """Four digits that count nothing."""
    assert check(f"In {year} was dat zo.") == []


@pytest.mark.parametrize("sign", ["“ja”", '"ja"', "„ja”", "«ja»", "‘ja’", "'ja'", "‹ja›"])  # noqa: RUF001
def test_quotation_marks_are_found_once(sign: str) -> None:
    """The one that opens."""
    assert check(f"Zij zei {sign} en ging.") == ["P412"]


@pytest.mark.parametrize("text", ["foto’s", "auto's", "’s avonds", "'t was", "Hans’ boek", "zo'n"])
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    """Within a word, before a clipped one, and of possession."""
    assert check(f"Het is {text} hier.") == []


def test_words_of_the_study_take_the_place_of_ours() -> None:
    """And its exceptions go before them."""
    own = Vocabulary.of(ReportSettings(words=("zat*",), allowed_words=("B1", "zatlap")))
    assert check("veel", own) == []
    assert check("Zatte mensen op B1, een zatlap", own) == ["P411"]


def test_the_place_is_that_of_the_word() -> None:
    """Anchors tell where a stretch of text stands."""
    passage = Passage("een twee", (Anchor(0, Position(3, 1)), Anchor(4, Position(4, 2))))
    problem = check_passages([passage], path="x.qmd", vocabulary=VOCABULARY)[0]
    assert problem.place == "x.qmd:4"
    assert passage.at(6) == Position(4, 4)


def test_quantities_of_a_text_stand_in_order() -> None:
    """Numbers and words alike."""
    assert find_quantities("vaak 3 of alle", vocabulary=VOCABULARY) == ["vaak", "3", "alle"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("codes in acht families", ["acht"]),
        ("Men neemt het in acht.", []),
        ("iets in acht te nemen", []),
        ("Sla acht op hem.", []),
        ("geen acht dagen", ["acht"]),
    ],
)
def test_eight_is_a_number_unless_it_is_attention(text: str, seen: list[str]) -> None:
    """Only in the expressions where it is something else."""
    assert find_quantities(text, vocabulary=VOCABULARY) == seen
