"""Finding: detectors together, propagation, partners, supplied names, the review net."""

from __future__ import annotations

import pytest

from paraplu.anonymise.finding import Finder
from paraplu.anonymise.proposal import propose
from paraplu.anonymise.public import network_names
from paraplu.records import Network, Partner

PARTNERS = ("Wethoudersvereniging", "Unie van Waterschappen", "RIEC")


def masked(text: str, **settings: object) -> set[str]:
    """Return what would be masked."""
    return {mention.text for mention in Finder(**settings).find(text).mentions}


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "R: ", "....", "[lacht]", "I:\n\nR:", "\U0001f600 \U0001f600", "a" * 5000],
)
def test_nothing(text: str) -> None:
    """A text without names has no mentions, however odd it is."""
    assert Finder().find(text).mentions == ()


def test_propagation() -> None:
    """A name that is found once is found small, possessive and by its parts."""
    text = (
        "R: Toen kwam Jorinde Ypma binnen.\n\nI: En ypma zei niets?\n\n"
        "R: Jorindes zoon ook niet. Dat was jorinde ypma dus."
    )
    assert {"Jorinde Ypma", "ypma", "Jorindes", "jorinde ypma"} <= masked(text)


def test_labelled_lines() -> None:
    """A line with a speaker label is a turn, also without a blank line before it."""
    text = "I: Wie bent u?\nR: Ik ben dus Jorinde Ypma.\nI: Goed, Ypma. Ga door."
    found = Finder().find(text)
    assert [text[turn.start : turn.end] for turn in found.document.turns] == [
        "Wie bent u?", "Ik ben dus Jorinde Ypma.", "Goed, Ypma. Ga door.",
    ]  # fmt: skip
    (entity,) = propose(found.document, found.mentions, interview="tekst").entities
    assert entity.replacement == "[respondent]"


def test_ordinary_words() -> None:
    """A name that is an ordinary word is not masked in small letters."""
    text = "R: Ik sprak Herman Storm. Het was een storm in een glas water, zei Storm."
    assert masked(text) == {"Herman Storm", "Storm"}


def test_partners() -> None:
    """Partners are not masked, except where a respondent tells what he is there."""
    text = "I: Wat doet de Wethoudersvereniging?\n\nR: Ik ben adviseur bij de Wethoudersvereniging."
    found = Finder(partners=PARTNERS).find(text).mentions
    assert [(m.text, m.start > text.index("R:")) for m in found] == [("Wethoudersvereniging", True)]
    assert masked("R: De Unie van Waterschappen deed mee.", partners=PARTNERS) == set()


def test_network_names() -> None:
    """Names of partners come with their aliases, the longest first."""
    network = Network(name="Netwerk", partners=(Partner("x", "Unie", ("UvW",)),))
    assert network_names(network) == ("Netwerk", "Unie", "UvW")


def test_supplied_and_allowed() -> None:
    """A supplied name is masked even when it is public; an allowed one is not."""
    assert masked("Wij zitten in Den Haag.", supplied={"Den Haag": "MUNICIPALITY"}) == {"Den Haag"}
    assert masked("Wij zitten in Steenvaart.", allowed=("Steenvaart",)) == set()


def test_known() -> None:
    """A name from another interview is found here as well."""
    text = "R: Met kwakernaak ging het mis."
    assert masked(text, known={"Jan Pieter Kwakernaak": "PERSON", "Kwakernaak": "PERSON"})


def test_borders() -> None:
    """A span crosses no sentence, no line and no turn."""
    text = "R: Dat zei Jan.\nPeter wist het. Klaas ook.\n\nI: Marie niet?"
    for mention in Finder().find(text).mentions:
        assert not {"\n", "."} & set(text[mention.start : mention.end])


def test_net() -> None:
    """What is not masked and stands out is in the net: capitals and numbers."""
    text = "R: De Monitor zegt 77 procent, dus veertig raden."
    found = Finder(allowed=("Monitor",)).find(text)
    assert [text[span.start : span.end] for span in found.net] == ["Monitor", "77", "veertig"]


def test_pseudonyms() -> None:
    """What is a pseudonym already, or a remark of the typist, is left alone."""
    assert masked("R: Toen belde [persoon 3] mij. [lacht] In [gemeente 1] dus.") == set()
