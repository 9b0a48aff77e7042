"""Small cells: no hidden number follows from what is shown."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from paraplu.report.pages.cells import HIDDEN, hide_rows

LEAST, WIDE = 3, 12


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[int], list[int], list[int], list[int]]:
    """Return who meets the condition, of whom, and the size of two to four groups.

    And the places of the groups whose numbers are told elsewhere, which are never few.
    """
    sizes = draw(st.lists(st.integers(LEAST, 6), min_size=2, max_size=4))
    base = sizes if draw(st.booleans()) else [draw(st.integers(0, size)) for size in sizes]
    held = [draw(st.integers(0, of)) for of in base]
    safe = [n for n, few in enumerate(held) if not (0 < few < LEAST or 0 < base[n] < LEAST)]
    told = draw(st.lists(st.sampled_from(safe), unique=True)) if safe else []
    return held, base, sizes, told


def fitting(shown: list[str], total: int, most: list[int]) -> list[tuple[int, ...]]:
    """Return every way to fill the hidden cells of a column, for someone who knows the total."""
    choices = [
        range(cap + 1) if cell == HIDDEN else [int(cell)]
        for cell, cap in zip(shown, most, strict=True)
    ]
    return [guess for guess in product(*choices) if sum(guess) == total]


@given(tables())
def test_no_hidden_cell_follows_from_the_total(table: tuple[list[int], ...]) -> None:
    """As long as a row is shown, each hidden number could be another as well."""
    held, base, sizes, told = table
    rows = hide_rows(held, base, sizes=sizes, least=LEAST, told=told)
    counts, totals = [list(column) for column in zip(*rows, strict=True)]
    if HIDDEN in counts and set(counts) != {HIDDEN}:
        known = sizes if HIDDEN in totals else base
        for shown, column, most in ((counts, held, known), (totals, base, sizes)):
            places = [place for place, cell in enumerate(shown) if cell == HIDDEN]
            ways = fitting(shown, sum(column), most)
            assert all(len({way[place] for way in ways}) > 1 for place in places)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(WIDE, WIDE + 4)), min_size=2, max_size=4))
def test_no_hidden_cell_follows_for_who_knows_how_cells_are_hidden(
    cells: list[tuple[int, int]],
) -> None:
    """Of all that would look the same, each hidden number could be another as well."""
    held, sizes = [list(column) for column in zip(*cells, strict=True)]
    rows = hide_rows(held, sizes, sizes=sizes, least=LEAST)
    shown = [count for count, _ in rows]
    if HIDDEN in shown and set(shown) != {HIDDEN}:
        ways = [
            way
            for way in fitting(shown, sum(held), [WIDE] * len(sizes))
            if hide_rows(way, sizes, sizes=sizes, least=LEAST) == rows
        ]
        places = [place for place, cell in enumerate(shown) if cell == HIDDEN]
        assert all(len({way[place] for way in ways}) > 1 for place in places)


@given(tables())
def test_what_is_shown_is_true_and_no_few(table: tuple[list[int], ...]) -> None:
    """A shown cell is the count itself, and never from one up to the least."""
    held, base, sizes, told = table
    rows = hide_rows(held, base, sizes=sizes, least=LEAST, told=told)
    for cells, counts in zip(rows, zip(held, base, strict=True), strict=True):
        for cell, count in zip(cells, counts, strict=True):
            assert cell == HIDDEN or (cell == str(count) and not 0 < count < LEAST)


def test_two_cells_of_one_hide_a_third() -> None:
    """Two hidden cells that add up to two would each be one."""
    rows = hide_rows([5, 1, 1, 6], [9] * 4, sizes=[9, 9, 9, 9], least=LEAST)
    assert [count for count, _ in rows] == [HIDDEN, HIDDEN, HIDDEN, "6"]


def test_the_group_that_goes_along_is_the_smallest() -> None:
    """By its size and not by its count, which would tell."""
    rows = hide_rows([9, 2, 5, 3], [16, 8, 9, 10], sizes=[16, 8, 9, 10], least=LEAST)
    assert [count for count, _ in rows] == ["9", HIDDEN, HIDDEN, "3"]


def test_nothing_hides_behind_a_number_that_an_essay_tells() -> None:
    """What is told is shown, and another group goes along."""
    rows = hide_rows([9, 2, 5, 3], [16, 8, 9, 10], sizes=[16, 8, 9, 10], least=LEAST, told=[2])
    assert [count for count, _ in rows] == ["9", HIDDEN, "5", HIDDEN]


def test_both_numbers_of_a_row_are_hidden_where_few_were_asked() -> None:
    """Two of two in one group: with its row goes that of another, whole."""
    rows = hide_rows([3, 2, 3, 5], [6, 2, 4, 7], sizes=[16, 9, 8, 10], least=LEAST)
    assert rows == [("3", "6"), (HIDDEN, HIDDEN), (HIDDEN, HIDDEN), ("5", "7")]


def test_to_researchers_every_cell_is_shown() -> None:
    """With one as the least nothing is small."""
    assert hide_rows([0, 1, 2], [1, 2, 3], sizes=[3, 3, 3], least=1) == [
        ("0", "1"),
        ("1", "2"),
        ("2", "3"),
    ]
