"""The codebook: ids that stand once, parents that exist, no cycles."""

from __future__ import annotations

import pytest

from paraplu.formats import parse_codebook

HEAD = "version: 1\nfamilies:\n  - id: a\n    name: A\n    codes:\n"


def code(id_: str, **more: str) -> str:
    """Return the line of a code."""
    rest = "".join(f", {key}: {value}" for key, value in more.items())
    return f"      - {{id: {id_}, name: N, definition: d{rest}}}\n"


def codes(text: str) -> list[tuple[str, str]]:
    """Return code and place of every problem."""
    return [(p.code, p.place) for p in parse_codebook(text, path="c.yaml").problems]


def test_codes_keep_the_order_of_the_file_and_their_family() -> None:
    """The codebook is read in the order in which people wrote it."""
    book = parse_codebook(HEAD + code("zz") + code("aa"), path="c.yaml").record
    assert list(book.codes) == ["zz", "aa"]
    assert book.codes["aa"].family == "a"
    assert book.codes["aa"].line == 7


def test_a_code_that_stands_twice_names_the_first_line() -> None:
    """Both places are in the message."""
    (problem,) = parse_codebook(HEAD + code("x") + code("x"), path="c.yaml").problems
    assert (problem.code, problem.place) == ("P108", "c.yaml:7")
    assert "regel 6" in problem.seen


def test_a_family_that_stands_twice_is_named() -> None:
    """Its codes stay readable."""
    text = HEAD + code("x") + "  - {id: a, name: B, codes: []}\n"
    assert codes(text) == [("P108", "c.yaml:7")]


def test_a_cycle_is_named_once_and_shown() -> None:
    """However many codes take part, and also when another code leads into it."""
    text = (
        HEAD + code("los", parent="x") + code("x", parent="y") + code("y", parent="z")
        + code("z", parent="x")
    )  # fmt: skip
    (problem,) = parse_codebook(text, path="c.yaml").problems
    assert problem.code == "P109"
    assert "x → y → z → x" in problem.seen


def test_a_code_under_itself_is_a_cycle() -> None:
    """The shortest cycle there is."""
    assert codes(HEAD + code("x", parent="x")) == [("P109", "c.yaml:6")]


def test_a_parent_that_does_not_exist_is_named() -> None:
    """With the line of the child."""
    assert codes(HEAD + code("x", parent="weg")) == [("P111", "c.yaml:6")]


def test_history_may_only_name_codes_that_exist() -> None:
    """Otherwise denominators would leave out the wrong interviews."""
    history = "history: [{version: 1, date: 2023-01-01, change: x, added: [weg]}]\n"
    assert codes(history + HEAD + code("x")) == [("P110", "c.yaml")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("version: 1\nfamilies: [\n", ("P104", "c.yaml:3")),
        ("version: 1\nversion: 2\n", ("P105", "c.yaml:2")),
        ("families: []\n", ("P106", "c.yaml:1")),
        ("version: een\n", ("P106", "c.yaml:1")),
        (HEAD + code("Hoofdletter"), ("P106", "c.yaml:6")),
        (HEAD + code("x", kleur="rood"), ("P106", "c.yaml:6")),
        ("- a\n- b\n", ("P106", "c.yaml:1")),
        ("version: &a [*a]\n", ("P106", "c.yaml:1")),
        ("version: !!python/object:os.system x\n", ("P106", "c.yaml:1")),
        ("\t- x\n", ("P104", "c.yaml:1")),
    ],
)
def test_yaml_that_does_not_fit_is_named_with_its_line(
    text: str, expected: tuple[str, str]
) -> None:
    """Neither broken YAML nor strange shapes give a traceback."""
    assert codes(text) == [expected]
