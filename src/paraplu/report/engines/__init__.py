"""Rendering: two engines, one result.

Quarto renders where it is on the path; otherwise the embedded engine (pandoc, typst) makes the
same tree from the same essays, filter and theme.
"""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from paraplu.errors import Refused
from paraplu.messages import problem
from paraplu.report.engines import subset

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from paraplu.errors import Problem

__all__ = ["ENGINES", "FORMS", "Engine", "RenderResult", "render", "restrictions"]

Engine = Literal["auto", "quarto", "embedded"]
ENGINES: tuple[Engine, ...] = ("auto", "quarto", "embedded")
FORMS: tuple[str, ...] = ("html", "pdf", "docx")


@dataclass(frozen=True, slots=True)
class RenderResult:
    """What a render made.

    Parameters
    ----------
    files
        Every file of the site, sorted.
    seconds
        Duration of the render in seconds.
    engine
        The engine that was used.

    """

    files: tuple[Path, ...]
    seconds: float
    engine: str


def render(
    project: Path,
    essays: Sequence[Path],
    *,
    to: Collection[str] = FORMS,
    engine: Engine = "auto",
    out: Path | None = None,
) -> RenderResult:
    """Render essays to a small site; what was there stays whole when something is wrong.

    Parameters
    ----------
    project
        Root of the study.
    essays
        The ``.qmd`` files to render. When these are all essays of the study and `to` names
        all forms, the site is made from an empty folder; otherwise what is not rendered
        now is kept from the site there was.
    to
        Forms to make: ``html``, ``pdf``, ``docx``.
    engine
        ``auto`` takes Quarto when it is on the path.
    out
        Folder of the site; ``project/_site`` by default. Quarto only knows the default.

    Raises
    ------
    Refused
        With a problem (P45x, P46x, P47x) per thing that is wrong, with file and line.

    """
    from paraplu.report.engines import embedded, quarto  # a check renders nothing

    begin = time.perf_counter()
    unknown = sorted(set(to) - set(FORMS))
    if unknown:
        raise Refused([problem("P472", "--to", form=form) for form in unknown])
    project = project.resolve()
    chosen = _choose(engine)
    forms = tuple(form for form in FORMS if form in to)
    site = (out or project / "_site").resolve()
    paths = [path.resolve() for path in essays]
    make = quarto.render if chosen == "quarto" else embedded.render
    files = make(project, paths, forms=forms, out=site)
    return RenderResult(
        files=tuple(sorted(files)), seconds=time.perf_counter() - begin, engine=chosen
    )


def restrictions(project: Path, essays: Sequence[Path]) -> list[Problem]:
    """Name what the engine that would be taken cannot render; nothing where that is Quarto.

    Parameters
    ----------
    project
        Root of the study.
    essays
        The ``.qmd`` files; those that are no UTF-8 are left for who reads them.

    """
    return [] if _choose("auto") == "quarto" else subset.unsupported(project, essays)


def _choose(engine: Engine) -> str:
    """Return the engine to use, or refuse one that is not there."""
    if engine == "embedded":
        return "embedded"
    if shutil.which("quarto"):
        return "quarto"
    if engine == "quarto":
        raise Refused([problem("P469", "quarto")])
    return "embedded"
