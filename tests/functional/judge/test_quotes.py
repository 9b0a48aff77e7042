"""Quotations: verbatim, in one turn, permitted, and attributed to a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.report import EssayVerdict

    Judge = Callable[..., EssayVerdict]


def codes(verdict: EssayVerdict) -> list[str]:
    """Return the codes of the problems."""
    return [problem.code for problem in verdict.problems]


@pytest.mark.parametrize(
    "text",
    [
        "“Ik had wél een baan, maar geen adres.”",
        '"Ik had wél een baan, maar geen adres."',
        "‘Ik had wél een baan, maar geen adres.’",
        "“[I]k had wél een baan”",
        "“[i]k had wél een baan”",
        "“Ik had […] geen adres”",
        "“Ik had [...] geen adres”",
        "“Ik had wél een [goede] baan”",
        "“[Ooit] had wél een baan”",
        "“een baan [bij de post], maar geen adres”",
        "“in [gemeente 1], zei m'n vrouw”",
        "“Ik had wél\neen baan”",
        "“Ik *had* wél een **baan**”",
        "“Ik had wél een baan”.",
    ],
)
def test_verbatim_words_hold(judged: Judge, text: str) -> None:
    """Quotation marks, line ends, omissions and additions do not make words untrue."""
    verdict = judged(f'Iemand zei: [{text}]{{.quote from="R01"}}.')
    assert codes(verdict) == []
    assert verdict.marks[0].entry["attribution"] == "(criticaster)"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("“Ik had wél een baam, maar geen adres.”", "P431"),
        ("“Ik had wel een baan”", "P431"),
        ("“ik had wél een baan”", "P431"),
        ("“Ik had wél een baan, maar een adres.”", "P431"),
        ("“Ik had een baan”", "P431"),
        ("“geen adres […] een baan”", "P431"),
        ("“Ik had wél een baan, maar geen adres!”", "P431"),
        ("“k had wél een baan”", "P431"),
        ("“Wat merkte u?”", "P431"),
        ("“Melden helpt niet […] geen adres”", "P431"),
        ("“Ik had [geen] wél een baan”", "P432"),
        ("“Ik had [Níet] wél een baan”", "P432"),
        ("“Ik had [nooit meer] wél een baan”", "P432"),
        ("“Ik had [vele jaren] wél een baan”", "P432"),
        ("“Ik had [12] wél een baan”", "P432"),
        ("“in [gemeente 2], zei”", "P433"),
        ("“Ik had [gemeente 1] wél een baan”", "P431"),
        ("“Ik had wél een [werk]baan”", "P437"),
        ("“[g]een baan”", "P431"),
        ("“[…]”", "P436"),
        ("“”", "P436"),
    ],
)
def test_words_that_were_not_said_are_refused(judged: Judge, text: str, code: str) -> None:
    """One letter, one word, another order, another speaker or turn, or a denial."""
    verdict = judged(f'\nIemand zei: [{text}]{{.quote from="R01"}}.')
    assert codes(verdict) == [code]
    assert verdict.problems[0].place.endswith(":2")


def test_no_words_of_an_interview_stand_in_a_problem(judged: Judge) -> None:
    """Problems speak of places, never of what was said."""
    for text in ("“Dit wil ik niet in de krant.”", "“Dit wil ik wel in de krant.”"):
        problem = judged(f'[{text}]{{.quote from="R02"}}').problems[0]
        assert "krant" not in str(problem)


@pytest.mark.parametrize(
    ("text", "source", "code"),
    [
        ("Dit wil ik niet in de krant.", "R02", "P434"),
        ("Leg het mij eerst voor.", "R03", "P434"),
        ("Dit blijft onder ons", "R05", "P435"),
        ("ons, afgesproken. Maar dit mag wel.", "R05", "P435"),
        ("Dat zeg ik als R22 zelf.", "R22", "P430"),
        ("Dat zeg ik", "R99", "P430"),
        ("Dat zeg ik", "R01.1", "P430"),
        ("Ik ben er ook bij vandaag.", "R21.1", "P431"),
    ],
)
def test_what_may_not_be_quoted_is_refused(
    judged: Judge, text: str, source: str, code: str
) -> None:
    """Consent, the state of the report, restrictions, withdrawal, and the other speaker."""
    assert codes(judged(f'[“{text}”]{{.quote from="{source}"}}')) == [code]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Dat heb ik gezien en het is goed.", "R04"),
        ("Maar dit mag wel.", "R05"),
        ("Ik ben er ook bij vandaag.", "R21.2"),
        ("Ik ben er ook bij vandaag.", "R21"),
    ],
)
def test_what_may_be_quoted_holds(judged: Judge, text: str, source: str) -> None:
    """After submission, beside a restriction, and of one of two speakers."""
    assert codes(judged(f'[“{text}”]{{.quote from="{source}"}}')) == []


def test_the_speaker_of_a_double_interview_gives_the_attribution(judged: Judge) -> None:
    """R21.2 takes part, R21.1 does not know the network."""
    verdict = judged('[“Ik ben er ook bij vandaag.”]{.quote from="R21"}')
    assert verdict.marks[0].entry["attribution"] == "(actieve participant)"


def test_someone_of_a_small_group_is_a_respondent(judged: Judge) -> None:
    """Two critical friends are too few to be named."""
    verdict = judged('[“Dat zeg ik als R16 zelf.”]{.quote from="R16"}')
    assert verdict.marks[0].entry["attribution"] == "(respondent)"


@pytest.mark.parametrize(
    "inside", ["“Ik had wél een baan, maar geen adres.”", "> “Ik had wél\n> een baan”"]
)
def test_a_quotation_may_stand_alone(judged: Judge, inside: str) -> None:
    """As a paragraph in a block, or as a block quotation in it."""
    verdict = judged(f'::: {{.quote from="R01"}}\n{inside}\n:::\n')
    assert codes(verdict) == []
    assert verdict.marks[0].key.startswith("quote|from=R01|Ikhadwél")


def test_a_block_with_another_letter_is_refused(judged: Judge) -> None:
    """The place is that of the block."""
    verdict = judged('Een.\n\n::: {.quote from="R01"}\n> “Ik had wél een boot”\n:::\n')
    assert [str(p)[:6] for p in verdict.problems] == ["[P431]"]
    assert verdict.problems[0].place.endswith(":3")


def test_a_footnote_in_a_quotation_is_no_part_of_it(judged: Judge) -> None:
    """Its own words are read apart."""
    text = '::: {.quote from="R01"}\n“Ik had wél een baan”[^n]\n:::\n\n[^n]: Vaak gezegd.\n'
    assert codes(judged(text)) == ["P411"]


def test_a_block_quotation_without_mark_is_refused(judged: Judge) -> None:
    """It looks like a quotation, so it is one."""
    assert codes(judged("> Ik had een boot\n")) == ["P408"]
