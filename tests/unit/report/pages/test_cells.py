"""Small cells: no hidden number follows from what is shown."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from paraplu.report.pages.cells import HIDDEN, hide_cells

LEAST = 3
cells_with_weights = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 9)), min_size=2, max_size=4
)


def fitting(shown: list[str], total: int, weights: list[int]) -> list[tuple[int, ...]]:
    """Return every way to fill the hidden cells, for someone who knows the total and the rule."""
    places = [place for place, cell in enumerate(shown) if cell == HIDDEN]
    left = total - sum(int(cell) for cell in shown if cell != HIDDEN)
    found = []
    for most in product(range(left + 1), repeat=max(len(places) - 1, 0)):
        guess = (*most, left - sum(most)) if places else ()
        whole = [0 if cell == HIDDEN else int(cell) for cell in shown]
        for place, value in zip(places, guess, strict=True):
            whole[place] = value
        if min(guess, default=0) >= 0 and hide_cells(whole, least=LEAST, weights=weights) == shown:
            found.append(guess)
    return found


@given(cells_with_weights)
def test_no_hidden_cell_follows_from_the_total(cells: list[tuple[int, int]]) -> None:
    """Each hidden cell could hold at least two numbers, also for who knows how cells are hidden."""
    counts, weights = [list(column) for column in zip(*cells, strict=True)]
    shown = hide_cells(counts, least=LEAST, weights=weights)
    ways = fitting(shown, sum(counts), weights)
    assert all(len(set(column)) > 1 for column in zip(*ways, strict=True))


@given(st.lists(st.integers(0, 7)))
def test_what_is_shown_is_true_and_no_few(cells: list[int]) -> None:
    """A shown cell is the count itself, and never from one up to the least."""
    for count, cell in zip(cells, hide_cells(cells, least=LEAST), strict=True):
        assert cell == HIDDEN or (cell == str(count) and not 0 < count < LEAST)


def test_the_group_that_goes_along_is_the_smallest() -> None:
    """By the size of the group and not by its count, which would tell."""
    shown = hide_cells([9, 2, 5, 3], least=LEAST, weights=[16, 8, 9, 10])
    assert shown == ["9", HIDDEN, HIDDEN, "3"]


def test_to_researchers_every_cell_is_shown() -> None:
    """With one as the least nothing is small."""
    assert hide_cells([0, 1, 2], least=1) == ["0", "1", "2"]
