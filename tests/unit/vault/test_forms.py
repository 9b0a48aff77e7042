"""Hashed forms: names are found in whatever shape, ordinary words only where they are names."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.errors import Refused
from paraplu.vault import Entry, HashedForms
from paraplu.vault.forms import compact

SECRET = b"\x01" * 32


def forms(*said: str, label: str = "PERSON", public: tuple[str, ...] = ()) -> HashedForms:
    """Return hashed forms of one entity."""
    entry = Entry("R01", label, "[x 1]", said)
    return HashedForms.of([entry], secret=SECRET, public=public)


def seen(text: str, *said: str, label: str = "PERSON") -> list[str]:
    """Return the words that are found in a text."""
    return [text[s.start : s.end] for s in forms(*said, label=label).find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "met Annelinde van der Meulen gebeld",
        "met annelinde van der meulen gebeld",
        "met ANNELINDE VAN DER MEULEN gebeld",
        "gesprek-annelinde-van-der-meulen",
        "gesprek_annelinde_van_der_meulen",
        "gesprek annelindevandermeulen",
        "met Annelinde van\nder Meulen gebeld",
    ],
)
def test_a_name_is_found_in_every_shape(text: str) -> None:
    """Capitals, hyphens, spaces and line ends do not hide it."""
    (found,) = seen(text, "Annelinde van der Meulen")
    assert compact(found) == "annelindevandermeulen"


def test_offsets_are_code_points() -> None:
    """Also behind a character outside the basic plane."""
    (span,) = forms("Brandsema").find("😀 é Brandsema")
    assert (span.start, span.end) == (4, 13)


def test_a_part_of_a_longer_word_is_not_a_name() -> None:
    """Words are whole."""
    assert seen("Brandsemahuis en voorBrandsema", "Brandsema") == []


def test_words_that_follow_each_other_are_not_taken_for_one_name() -> None:
    """*voor straat* is no *Voorstraat*, *de wi…* no *Dewi*, and a sentence ends."""
    assert seen("gelijk voor straat en plein", "Voorstraat", label="ADDRESS") == []
    assert seen("bij Vermeer. Jansma kwam", "Vermeer Jansma", label="ORG") == []


def test_a_possessive_is_the_name() -> None:
    """With or without an apostrophe; in small letters it may be a word."""
    assert seen("Vermeers huis, Vermeer's tuin, Daans jas", "Vermeer", "Daan") == [
        "Vermeers",
        "Vermeer",
        "Daans",
    ]
    assert seen("vermeers", "Vermeer") == []


@pytest.mark.parametrize("shown", ["06-71304218", "0671304218", "06 71 30 42 18", "06 – 7130 4218"])
def test_a_number_is_found_however_it_is_cut(shown: str) -> None:
    """People write telephone numbers in many ways."""
    assert seen(f"bel {shown} maar", "06-71 30 42 18", label="PHONE") == [shown]


def test_first_name_and_surname_count_by_themselves_with_a_capital() -> None:
    """A key that knows only the whole name still finds half of it."""
    assert seen("Brandsema zei dat Aukje kwam; brandsema niet", "Aukje Brandsema") == [
        "Brandsema",
        "Aukje",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die winter was koud.", []),
        ("Winter was koud.", []),
        ("R: Winter was koud.", []),
        ("Dat was zo. Winter was koud.", []),
        ("- Winter\n- Zomer", []),
        ("# Winter", []),
        ("Toen kwam Winter binnen.", ["Winter"]),
        ("mevrouw\nWinter kwam", ["Winter"]),
        ("Volgens (Winter) niet", ["Winter"]),
    ],
)
def test_an_ordinary_word_counts_only_with_a_capital_in_mid_sentence(
    text: str, found: list[str]
) -> None:
    """Winter, Bloem and Wit are names and words."""
    assert seen(text, "Winter") == found


def test_a_short_form_is_treated_as_an_ordinary_word() -> None:
    """*mo* is the beginning of many a word that was cut off."""
    assert seen("een mo", "Mo") == []
    assert seen("toen Mo kwam", "Mo") == ["Mo"]


@pytest.mark.parametrize("label", ["DATE", "AGE", "PARTY"])
def test_what_is_no_name_is_not_compared(label: str) -> None:
    """Dates, ages and parties stand in essays for other reasons."""
    assert seen("in maart bij de VVD", "maart", "VVD", label=label) == []


def test_a_description_counts_from_four_words_on() -> None:
    """*de kermis* is everybody's; *het raadslid van de verplaatste kermis* is someone."""
    long = "het raadslid van de verplaatste kermis"
    assert seen(f"{long} kwam naar de kermis", "de kermis", long, label="EVENT") == [long]


def test_public_names_are_left_out() -> None:
    """A partner is masked in a self-description, and named everywhere else."""
    found = forms("het Genootschap", "Zeskanters", label="ORG", public=("Het Genootschap",))
    assert found.find("bij het Genootschap") == ()
    assert len(found.find("bij Zeskanters")) == 1


def test_another_secret_gives_other_hashes() -> None:
    """A list of hashes without the secret says nothing."""
    entry = Entry("R01", "PERSON", "[x 1]", ("Brandsema",))
    other = HashedForms.of([entry], secret=b"\x02" * 32)
    assert not other.names & forms("Brandsema").names
    plain = hashlib.sha256(b"brandsema").digest()[:8]
    assert plain not in forms("Brandsema").names


def test_a_bundle_holds_no_name_and_finds_what_the_forms_find() -> None:
    """It is what a server gets."""
    made = forms("Annelinde van der Meulen", "Winter")
    bundle = made.bundle()
    assert bundle.isascii()
    assert "\n" not in bundle
    again = HashedForms.unbundle(f"{bundle[:40]}\n{bundle[40:]}\n", place="PARAPLU_HMAC")
    assert again == made
    assert len(again.find("toen Winter en annelinde van der meulen")) == 2


@pytest.mark.parametrize("cut", [0, 3, 20, -4])
def test_a_bundle_that_was_cut_off_is_refused(cut: int) -> None:
    """Half a list would pass what it should not."""
    bundle = forms("Brandsema").bundle()
    with pytest.raises(Refused) as refused:
        HashedForms.unbundle(bundle[:cut], place="PARAPLU_HMAC")
    assert refused.value.problems[0].code == "P076"


def test_no_entries_find_nothing() -> None:
    """An empty key has a defined result."""
    empty = HashedForms.of([], secret=SECRET)
    assert empty.find("Jan en alleman") == ()
    assert HashedForms.unbundle(empty.bundle(), place="x") == empty


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_a_name_is_found_between_any_texts(before: str, after: str) -> None:
    """Nothing around it hides it, as long as it stands apart."""
    text = f"{before}\n\nAukje Brandsema\n\n{after}"
    start = len(before) + 2
    found = forms("Aukje Brandsema").find(text)
    assert any(s.start <= start and start + 15 <= s.end for s in found)
