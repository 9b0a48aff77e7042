"""What the embedded engine reads from ``_quarto.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from paraplu.errors import Refused
from paraplu.messages import problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Settings", "read"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The project settings that both engines follow.

    Parameters
    ----------
    title
        Title of the site.
    lang
        Language of the essays (BCP 47).
    number_sections
        Whether headings are numbered.
    bibliography
        Files with references.
    csl
        Citation style, or None for pandoc's own.
    navigation
        The menu: what stands there, and the essay it leads to, by its path in the project.

    """

    title: str
    lang: str
    number_sections: bool
    bibliography: tuple[Path, ...]
    csl: Path | None
    navigation: tuple[tuple[str, str], ...] = ()


def read(project: Path) -> Settings:
    """Read ``_quarto.yml`` of a study; a study without one has the defaults.

    Raises
    ------
    Refused
        P468 when it is not YAML, P465 when a bibliography is not there.

    """
    path = project / "_quarto.yml"
    data = _load(path) if path.is_file() else {}
    website = data.get("website")
    title = website.get("title", "") if isinstance(website, dict) else ""
    named = data.get("bibliography", [])
    names = named if isinstance(named, list) else [named]
    files = tuple(project / str(name) for name in names)
    missing = [
        problem("P465", "_quarto.yml", path=name)
        for name, file in zip(names, files, strict=True)
        if not file.is_file()
    ]
    if missing:
        raise Refused(missing)
    csl = data.get("csl")
    return Settings(
        title=str(title),
        lang=str(data.get("lang", "nl-NL")),
        number_sections=data.get("number-sections") is True,
        bibliography=files,
        csl=project / csl if isinstance(csl, str) else None,
        navigation=tuple(_menu(website)),
    )


def _menu(website: object) -> Iterator[tuple[str, str]]:
    """Yield the entries of the menu that lead to an essay."""
    bar = website.get("navbar") if isinstance(website, dict) else None
    left = bar.get("left") if isinstance(bar, dict) else None
    for item in left if isinstance(left, list) else ():
        if isinstance(item, dict) and str(item.get("href", "")).endswith(".qmd"):
            yield str(item.get("text", "")), str(item["href"])


def _load(path: Path) -> dict[str, object]:
    """Return the mapping in a YAML file."""
    try:
        data = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except (YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        raise Refused([problem("P468", f"{path.name}:{line}")]) from None
    return data if isinstance(data, dict) else {}
