"""The table of respondents, as a spreadsheet writes it."""

from __future__ import annotations

import pytest

from paraplu.formats import mark_withdrawn, parse_respondents

HEAD = "id,interview,groep,ambt,laag,maand,vorm,toestemming,citeren,verslag,ingetrokken\n"
ROW = "R01,R01,criticaster,wethouder,gemeente,mei,online,ja,vrij,akkoord,nee\n"


def codes(text: str) -> list[tuple[str, str]]:
    """Return code and place of every problem."""
    return [(p.code, p.place) for p in parse_respondents(text, path="r.csv").problems]


def test_a_row_becomes_a_respondent() -> None:
    """Every column has its field; withdrawal is yes or no."""
    (person,) = parse_respondents(HEAD + ROW, path="r.csv").record
    assert (person.id, person.groep, person.ingetrokken, person.line) == (
        "R01", "criticaster", False, 2,
    )  # fmt: skip


def test_a_table_with_semicolons_reads_the_same() -> None:
    """Dutch spreadsheets write semicolons."""
    text = (HEAD + ROW).replace(",", ";")
    assert parse_respondents(text, path="r.csv") == parse_respondents(HEAD + ROW, path="r.csv")


def test_a_table_without_rows_is_an_empty_study() -> None:
    """Nobody has been interviewed yet."""
    assert parse_respondents(HEAD, path="r.csv").record == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("P120", "r.csv:1")),
        (HEAD.replace("ambt,", "") + ROW, ("P120", "r.csv:1")),
        (HEAD + ROW.replace(",nee", ""), ("P121", "r.csv:2")),
        (HEAD + ROW.replace(",nee", ",nee,extra"), ("P121", "r.csv:2")),
        (HEAD + ROW.replace("vrij", "misschien"), ("P122", "r.csv:2")),
        (HEAD + ROW.replace("nee", "NEE!"), ("P122", "r.csv:2")),
        (HEAD + ROW.replace("R01,R01", "R01,R02"), ("P123", "r.csv:2")),
        (HEAD + ROW.replace("R01,R01", "R01.0,R01"), ("P123", "r.csv:2")),
        (HEAD + ROW + ROW, ("P108", "r.csv:3")),
        (HEAD + ROW + '"' + "x" * 200_000, ("P124", "r.csv:3")),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, expected: tuple[str, str]) -> None:
    """Each kind of damage has its code and its place."""
    assert codes(text) == [expected]


def test_spaces_and_empty_lines_do_no_harm() -> None:
    """Someone typed it by hand."""
    text = HEAD + ROW.replace(",", " , ") + "\n,,,,,,,,,,\n"
    (person,) = parse_respondents(text, path="r.csv").record
    assert person.verslag == "akkoord"


def test_marking_a_withdrawal_changes_one_field_of_one_row() -> None:
    """Every other character of the table stays, also odd quoting in other rows."""
    other = 'R02,R02,criticaster,"raads,\nlid",gemeente,mei,online,ja,vrij,akkoord,nee\n'
    marked = mark_withdrawn(HEAD + ROW + other, respondents={"R01"})
    assert marked == HEAD + ROW.replace(",nee", ",ja") + other


def test_marking_keeps_semicolons() -> None:
    """The table stays the kind of table it was."""
    text = (HEAD + ROW).replace(",", ";")
    assert mark_withdrawn(text, respondents=["R01"]) == text.replace(";nee", ";ja")


def test_marking_nobody_changes_nothing() -> None:
    """Writing is then the identity."""
    assert mark_withdrawn(HEAD + ROW, respondents=()) == HEAD + ROW
