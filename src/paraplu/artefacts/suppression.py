"""Small cells: counts of respondents so low that they could point at someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from paraplu.artefacts.declaration import Column
    from paraplu.records import Value

__all__ = ["suppress", "suppress_values"]

RESPONDENTS = "respondenten"


def suppress(frame: pd.DataFrame, columns: Mapping[str, Column], *, min_cell: int) -> pd.DataFrame:
    """Return the frame without counts of respondents from 1 up to `min_cell` (exclusive).

    Shares in a row with a suppressed count go too, since they would give it away. Zero stays:
    nobody is nobody. Suppressed cells are missing values.

    Examples
    --------
    >>> import pandas as pd
    >>> from paraplu.artefacts.declaration import Column
    >>> frame = pd.DataFrame({"n": [2, 7], "deel": [0.2, 0.7]})
    >>> kinds = {
    ...     "n": Column(label="n", kind="count", cell=True),
    ...     "deel": Column(label="deel", kind="share"),
    ... }
    >>> suppress(frame, kinds, min_cell=3)["n"].isna().tolist()
    [True, False]

    """
    import pandas as pd  # only where a table is written: a run without changes needs none

    cells = [name for name, column in columns.items() if column.cell]
    if not cells:
        return frame
    counts = frame[cells].apply(pd.to_numeric, errors="coerce")
    small = (counts > 0) & (counts < min_cell)
    safe = frame.copy()
    for name in cells:
        safe[name] = counts[name].astype("Int64").mask(small[name])
    touched = small.any(axis=1)
    for name, column in columns.items():
        if column.kind == "share":
            safe[name] = safe[name].where(~touched)
    return safe


def suppress_values(values: Iterable[Value], *, min_cell: int) -> tuple[Value, ...]:
    """Leave out the values that count respondents, from 1 up to `min_cell` (exclusive).

    Examples
    --------
    >>> from paraplu.records import Value
    >>> few = Value("a", 2, "respondenten", "Weinig")
    >>> suppress_values([few, Value("b", 2, "gesprekken", "Twee")], min_cell=3)[0].key
    'b'

    """
    return tuple(
        value for value in values if not (value.unit == RESPONDENTS and 0 < value.number < min_cell)
    )
