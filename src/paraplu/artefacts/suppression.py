"""Small cells: counts of respondents so low that they could point at someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.artefacts.complement import Sum, complement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pandas as pd

    from paraplu.artefacts.declaration import TableDeclaration
    from paraplu.records import Value

__all__ = ["suppress", "suppress_values"]

RESPONDENTS = "respondenten"


def suppress(frame: pd.DataFrame, shape: TableDeclaration, *, min_cell: int) -> pd.DataFrame:
    """Return the frame without counts of respondents from 1 up to `min_cell` (exclusive).

    What would give such a count away goes too (secondary suppression): another count where they
    add up to a total that is shown, and shares in a row with a count that went. Zero stays:
    nobody is nobody. Suppressed cells are missing values.

    Parameters
    ----------
    frame
        The table; its columns are those of the declaration.
    shape
        What is declared of it.
    min_cell
        The lowest count that is shown.

    Examples
    --------
    >>> import pandas as pd
    >>> from paraplu.artefacts.declaration import TableDeclaration
    >>> cell = {"label": "n", "kind": "count", "cell": True, "adds": ["of"]}
    >>> columns = {"a": cell, "b": cell, "c": cell, "of": {"label": "Van", "kind": "count"}}
    >>> shape = TableDeclaration(label="Proef", columns=columns)
    >>> frame = pd.DataFrame({"a": [2, 4], "b": [7, 3], "c": [5, 4], "of": [14, 11]})
    >>> suppress(frame, shape, min_cell=3).isna().to_numpy().tolist()
    [[True, False, True, False], [False, False, False, False]]

    """
    import pandas as pd  # only where a table is written: a run without changes needs none

    cells = [name for name, column in shape.columns.items() if column.cell]
    if not cells:
        return frame
    frame = frame.reset_index(drop=True)
    counts = frame[cells].apply(pd.to_numeric, errors="coerce")
    given = {
        (row, name): int(count)
        for name in cells
        for row, count in counts[name].items()
        if pd.notna(count)
    }
    small = [cell for cell, count in given.items() if 0 < count < min_cell]
    hidden = complement(given, small, _sums(frame, shape, given)) if small else frozenset()
    gone = pd.DataFrame(
        {name: [(row, name) in hidden for row in frame.index] for name in cells}, index=frame.index
    )
    safe = frame.copy()
    for name in cells:
        safe[name] = counts[name].astype("Int64").mask(gone[name])
    touched = gone.any(axis=1)
    for name, column in shape.columns.items():
        if column.kind == "share":
            safe[name] = safe[name].where(~touched)
    return safe


def _sums(
    frame: pd.DataFrame, shape: TableDeclaration, given: Mapping[tuple[int, str], int]
) -> list[Sum]:
    """Return what is known of the cells of a table; what does not add up is no sum."""
    import pandas as pd

    found: list[Sum] = []
    for name, column in shape.columns.items():
        for over in (one for one in column.adds if one in shape.key):
            found += _down(frame, shape, name=name, over=over)
    totals = {one for column in shape.columns.values() for one in column.adds} - {*shape.key}
    for total in sorted(totals):
        parts = [name for name, column in shape.columns.items() if total in column.adds]
        held = shape.columns[total].cell
        whole = frame[parts].apply(pd.to_numeric, errors="coerce").sum(axis=1)
        adding = whole.eq(pd.to_numeric(frame[total], errors="coerce"))
        found += [
            Sum(tuple((row, name) for name in parts), (row, total) if held else None)
            for row in frame.index[adding]
        ]
    return [Sum(tuple(cell for cell in one.parts if cell in given), one.total) for one in found]


def _down(frame: pd.DataFrame, shape: TableDeclaration, *, name: str, over: str) -> Iterator[Sum]:
    """Yield the sums of a column over the values of a column of the key."""
    import pandas as pd

    rest = [key for key in shape.key if key != over]
    counts = pd.to_numeric(frame[name], errors="coerce")
    groups = frame.groupby(rest, sort=False).groups if rest else {"": frame.index}
    for rows in groups.values():
        total = [row for row in rows if frame[over].iloc[row] == shape.totals.get(over)]
        others = [row for row in rows if row not in total]
        if not total or counts.iloc[others].sum() == counts.iloc[total[0]]:
            parts = tuple((int(row), name) for row in others)
            yield Sum(parts, (int(total[0]), name) if total else None)


def suppress_values(values: Iterable[Value], *, min_cell: int) -> tuple[Value, ...]:
    """Leave out the values that count respondents, from 1 up to `min_cell` (exclusive).

    Of values that add up to another (`adds`) one more goes where what is left would tell.

    Examples
    --------
    >>> from paraplu.records import Value
    >>> few = Value("a", 2, "respondenten", "Weinig")
    >>> suppress_values([few, Value("b", 2, "gesprekken", "Twee")], min_cell=3)[0].key
    'b'

    """
    held = tuple(values)
    small = {one.key for one in held if one.unit == RESPONDENTS and 0 < one.number < min_cell}
    if not small:
        return held
    counts = {one.key: int(one.number) for one in held if one.unit == RESPONDENTS}
    sums = [
        Sum(
            tuple(one.key for one in held if one.adds == total and one.key in counts),
            total if total in counts else None,
        )
        for total in dict.fromkeys(one.adds for one in held if one.adds)
    ]
    hidden = complement(counts, small, sums)
    return tuple(one for one in held if one.key not in hidden)
