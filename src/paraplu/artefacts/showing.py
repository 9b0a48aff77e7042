"""Tables as a reader sees them: Dutch heads, Dutch numbers, small counts left out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.artefacts.declaration import declaration
from paraplu.artefacts.suppression import suppress
from paraplu.errors import Refused
from paraplu.messages.artefacts import NO, WITHHELD, YES
from paraplu.messages.numbers import MISSING, say_number, say_share

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from paraplu.artefacts.declaration import Column
    from paraplu.artefacts.value import Table
    from paraplu.study import Study

__all__ = ["show", "write_cell"]


def show(study: Study, notebook: str, tables: Mapping[str, Table], name: str) -> pd.DataFrame:
    """Return a table as an essay would show it, to look at in a notebook.

    Parameters
    ----------
    study
        The study; its `min_cell` decides which counts are small.
    notebook
        Name without suffix, such as ``02-coderingen``.
    tables
        What the notebook is going to write.
    name
        The table.

    Returns
    -------
    DataFrame
        Declared columns only, as text; the first of them is the index.

    Raises
    ------
    Refused
        When the table is not declared.

    """
    import pandas as pd  # only where a table is shown: a run without changes needs none

    declared = declaration(notebook, root=study.root)
    shape = declared.table(name) if declared is not None else None
    if shape is None or name not in tables:
        place = f"analysis/{notebook}.ipynb"
        raise Refused([messages.problem("P481", place, what="tabel", name=name)])
    least = study.settings.privacy.min_cell
    frame = tables[name].frame[list(shape.columns)]
    if shape.privacy == "openbaar":
        frame = suppress(frame, shape, min_cell=least)
    shown = frame.astype(object)
    for column, kind in shape.columns.items():
        shown[column] = [write_cell(cell, kind, least=least) for cell in frame[column]]
    labels = [column.label for column in shape.columns.values()]
    return (
        shown.iloc[:, 1:]
        .set_axis(list(shown.iloc[:, 0]))
        .set_axis(pd.Index(labels[1:], name=labels[0]), axis="columns")
    )


def write_cell(cell: object, column: Column, *, least: int) -> str:
    """Write one cell; a count that was suppressed says that it is small, or only that it went.

    Where counts add up, which of them are small is not to be seen.

    Parameters
    ----------
    cell
        As computed, or as text from a CSV; empty or not a number when it is missing.
    column
        What is declared of the column.
    least
        Counts under this are suppressed.

    Examples
    --------
    >>> from paraplu.artefacts.declaration import Column
    >>> write_cell("0.25", Column(label="deel", kind="share"), least=3)
    '25%'
    >>> write_cell("", Column(label="n", kind="count", cell=True), least=3)
    '<3'

    """
    text = str(cell)
    if column.kind == "text":
        return text
    if column.kind == "flag":
        return {"True": YES, "False": NO}.get(text, MISSING)
    number = float(text) if text not in {"", "<NA>", "None"} else math.nan
    if not math.isfinite(number):
        few = WITHHELD if column.adds else f"<{least}"
        return few if column.cell else MISSING
    if column.kind == "share":
        return say_share(number)
    return say_number(number, decimals=0 if column.kind == "count" else column.decimals)
