"""Whatever a table holds, what was suppressed cannot be computed from what is shown."""

from __future__ import annotations

from itertools import product

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.artefacts.complement import Sum, complement, recoverable
from paraplu.artefacts.declaration import TableDeclaration
from paraplu.artefacts.suppression import suppress, suppress_values
from paraplu.records import Value

LEAST = 3
PARTS = ("voor", "tegen", "stil")
CELL = {"label": "n", "kind": "count", "cell": True, "adds": ["of", "voice"]}
SHAPE = TableDeclaration.model_validate(
    {
        "label": "Proef", "key": ["voice"], "totals": {"voice": "allen"},
        "columns": {
            "voice": {"label": "Wie"}, **dict.fromkeys(PARTS, CELL),
            "of": {"label": "Van", "kind": "count"}, "deel": {"label": "Deel", "kind": "share"},
        },
    }
)  # fmt: skip
rows = st.lists(st.tuples(*[st.integers(0, 6)] * len(PARTS)), min_size=2, max_size=3)


def table(counts: list[tuple[int, ...]]) -> pd.DataFrame:
    """Return a table of voices with a row for all of them, and totals."""
    whole = [*counts, tuple(map(sum, zip(*counts, strict=True)))]
    names = [*(f"stem {number}" for number in range(len(counts))), "allen"]
    made = pd.DataFrame(whole, columns=list(PARTS))
    made.insert(0, "voice", names)
    return made.assign(of=made[list(PARTS)].sum(axis=1), deel=0.5)


def sums_of(frame: pd.DataFrame) -> list[Sum]:
    """Return what a reader of the table knows, in words of this test alone."""
    last = len(frame) - 1
    across = [Sum(tuple((row, part) for part in PARTS)) for row in frame.index]
    down = [Sum(tuple((row, part) for row in range(last)), (last, part)) for part in PARTS]
    return [*across, *down]


def small_cells(frame: pd.DataFrame) -> set[tuple[int, str]]:
    """Return the small cells; not those of a voice that says one thing, whose total says it all."""
    return {
        (row, part)
        for row, part in product(frame.index, PARTS)
        if 0 < frame.loc[row, part] < LEAST and frame.loc[row, list(PARTS)].gt(0).sum() > 1
    }


def fillings(safe: pd.DataFrame, frame: pd.DataFrame) -> list[tuple[tuple[int, ...], ...]]:
    """Return every way to fill in a table of two voices, found by trying."""
    rows: list[list[tuple[int, ...]]] = []
    for row in (0, 1):
        total = int(frame.loc[row, "of"])
        seen = [safe.loc[row, part] for part in PARTS]
        could = [range(total + 1) if pd.isna(one) else (int(one),) for one in seen]
        rows.append([tried for tried in product(*could) if sum(tried) == total])
    whole = [safe.loc[2, part] for part in PARTS]
    found = []
    for first, second in product(*rows):
        sums = tuple(one + other for one, other in zip(first, second, strict=True))
        if all(pd.isna(shown) or shown == made for shown, made in zip(whole, sums, strict=True)):
            found.append((first, second, sums))
    return found


@given(rows)
def test_no_suppressed_cell_follows_from_what_is_shown(counts: list[tuple[int, ...]]) -> None:
    """Over all rows and columns together, with every total that is shown."""
    frame = table(counts)
    safe = suppress(frame, SHAPE, min_cell=LEAST)
    hidden = {(row, part) for row in frame.index for part in PARTS if pd.isna(safe.loc[row, part])}
    assert recoverable(hidden, sums_of(frame)).isdisjoint(small_cells(frame))


@settings(max_examples=60)
@given(st.lists(st.tuples(*[st.integers(0, 5)] * len(PARTS)), min_size=2, max_size=2))
def test_there_is_another_way_to_fill_in_every_small_cell(counts: list[tuple[int, ...]]) -> None:
    """Also for a reader who knows that nobody counts below zero."""
    frame = table(counts)
    made = fillings(suppress(frame, SHAPE, min_cell=LEAST), frame)
    for row, (place, part) in product(frame.index, enumerate(PARTS)):
        if (row, part) in small_cells(frame):
            assert len({one[row][place] for one in made}) > 1


@given(rows)
def test_what_is_small_goes_and_what_stays_is_as_it_was(counts: list[tuple[int, ...]]) -> None:
    """Nothing is changed, and a table without small counts stays whole."""
    frame = table(counts)
    safe = suppress(frame, SHAPE, min_cell=LEAST)
    for part in PARTS:
        was, now = frame[part], safe[part]
        assert now[(was > 0) & (was < LEAST)].isna().all()
        assert (now.dropna() == was[now.notna()]).all()
    if not ((frame[list(PARTS)] > 0) & (frame[list(PARTS)] < LEAST)).to_numpy().any():
        assert safe[list(PARTS)].notna().to_numpy().all()
    assert safe["deel"].isna().tolist() == safe[list(PARTS)].isna().any(axis=1).tolist()


@given(st.lists(st.integers(0, 6), min_size=2, max_size=5))
def test_of_values_that_add_up_one_never_goes_alone(numbers: list[int]) -> None:
    """With the value of the total shown, at least two are left out, or none."""
    parts = [Value(f"a.{n}", one, "respondenten", "x", adds="a") for n, one in enumerate(numbers)]
    total = Value("a", sum(numbers), "respondenten", "x")
    shown = {one.key for one in suppress_values([*parts, total], min_cell=LEAST)}
    gone = [one for one in parts if one.key not in shown]
    assert all(0 < one.number < LEAST for one in gone) or len(gone) >= 2
    assert len(gone) != 1 or "a" not in shown


def test_the_lowest_count_goes_along() -> None:
    """Not a zero, and not a total."""
    row = Sum(("a", "b", "c", "d"), "e")
    counts = {"a": 9, "b": 2, "c": 5, "d": 0, "e": 16}
    assert complement(counts, ["b"], [row]) == {"b", "c"}
