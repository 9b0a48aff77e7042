"""Setting a PDF with typst: PDF/UA-1, from the shipped fonts only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from paraplu.messages import problem
from paraplu.report.engines import pandoc, theme

if TYPE_CHECKING:
    from pathlib import Path

    from paraplu.errors import Problem

__all__ = ["STANDARD", "write"]

STANDARD: Literal["ua-1"] = "ua-1"
_TOO_LONG = "paraplu-kaart: "


def write(text: str, target: Path, *, project: Path, essay: Path, place: str) -> list[Problem]:
    """Set typst text as a PDF.

    Parameters
    ----------
    text
        The document in typst.
    target
        File to write.
    project
        Root of the study; images are named from there.
    essay
        Source of the document, to find lines in.
    place
        Name of the essay, relative to the study.

    Returns
    -------
    list of Problem
        P454 for a decision card longer than a page, P466 for anything else; then nothing
        is written.

    """
    import typst

    try:
        compiler = typst.Compiler(
            root=project, font_paths=[str(theme.print_fonts())], ignore_system_fonts=True
        )
        made, warnings = compiler.compile_with_warnings(
            text.encode(),
            format="pdf",
            pdf_standards=STANDARD,
            timestamp=pandoc.EPOCH,
        )
    except typst.TypstError as error:
        return [_explain(str(error), essay=essay, place=place)]
    if warnings:
        return [problem("P466", f"{place}:1", why=str(warnings[0].message)[:200])]
    if not isinstance(made, bytes):
        return [problem("P466", f"{place}:1", why="typst gaf geen PDF")]
    target.write_bytes(made)
    return []


def _explain(said: str, *, essay: Path, place: str) -> Problem:
    """Turn typst's error into a problem of the essay."""
    first = " ".join(said.split())
    if _TOO_LONG in first:
        name = first.partition(_TOO_LONG)[2].split('"')[0].strip()
        line = pandoc.locate(essay.read_text(encoding="utf-8"), name)
        return problem("P454", f"{place}:{line}", name=name)
    return problem("P466", f"{place}:1", why=first[:200])
