"""What notebooks hand to essays: values, tables and figures, declared and hashed."""

from __future__ import annotations

from paraplu.artefacts.declaration import Column, Declaration, declaration, declarations
from paraplu.artefacts.reader import Artefacts, FigureRef, StoredValue, TableRef, read, stale
from paraplu.artefacts.showing import show, write_cell
from paraplu.artefacts.value import Drawn, Table, Value, as_tables
from paraplu.artefacts.writer import write

__all__ = [
    "Artefacts",
    "Column",
    "Declaration",
    "Drawn",
    "FigureRef",
    "StoredValue",
    "Table",
    "TableRef",
    "Value",
    "as_tables",
    "declaration",
    "declarations",
    "read",
    "show",
    "stale",
    "write",
    "write_cell",
]
