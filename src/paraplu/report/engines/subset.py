"""Quarto's features that the embedded engine does not have, found in the source of an essay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from paraplu.messages import problem
from paraplu.report.engines.signs import find_missing
from paraplu.report.prose import read_prose

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from paraplu.errors import Problem

__all__ = ["FRONT_MATTER", "problems", "unsupported"]

FRONT_MATTER: tuple[str, ...] = (
    "title",
    "subtitle",
    "abstract",
    "description",
    "lang",
    "bibliography",
    "csl",
    "nocite",
    "number-sections",
)
"""Fields of the front matter that mean the same in both engines."""

_MATH = re.compile(r"(?<!\\)\$(?=[^\s$])(?:[^$]*?[^\s\\$])?\$(?!\d)|\$\$")
_ATTRIBUTES = re.compile(r"\{[^{}]*[.#=][^{}]*\}")
_DIV = re.compile(r"^\s*:{3,}\s*(\{[^{}]*\}|[A-Za-z][\w-]*)")
_FEATURES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\{\{<"), "een shortcode ({{< … >}})"),
    (re.compile(r"!\["), "een los plaatje (![…])"),
    (re.compile(r"^#{1,6}\s.*\{[^}]*\.(?:tabset|panel)"), "tabbladen"),
)
_CLASSES = re.compile(
    r"\.(panel-[\w-]+|content-(?:visible|hidden)|column-[\w-]+|aside|tabset[\w-]*|grid|g-col-\d+"
    r"|landscape|hidden|fragment|incremental|nonincremental|theorem|proof|solution|remark"
    r"|cell[\w-]*|unlisted-only)(?=[\s}])"
)
_OPTIONS = re.compile(
    r"\b(layout(?:-[\w-]+)?|when-[\w-]+|unless-[\w-]+|collapse|appearance|icon"
    r"|fig-[\w-]+|tbl-[\w-]+|lst-[\w-]+)\s*="
)
_IDS = re.compile(r"#((?:lst|eq|thm|lem|cor|prp|cnj|def|exm|exr|algo|supp)-[\w-]+)")


def problems(source: str, *, place: str) -> list[Problem]:
    """Find what the embedded engine would render otherwise than Quarto.

    Parameters
    ----------
    source
        Text of the essay.
    place
        Name of the file, relative to the study; the line is added.

    Returns
    -------
    list of Problem
        P460 per feature, P467 per field of the front matter, P468 for broken YAML.

    """
    prose = read_prose(source)
    found = list(_front_matter(list(prose.front), place))
    cells = {number: {f"een codecel ({{{name}}})"} for number, name in prose.cells}
    for number, line in enumerate(prose.lines, start=1):
        features = cells.get(number) or _features(line)
        found.extend(problem("P460", f"{place}:{number}", what=what) for what in sorted(features))
    return found


def unsupported(
    project: Path, essays: Sequence[Path], *, forms: Collection[str] = ("pdf",)
) -> list[Problem]:
    """Return what essays hold that the embedded engine does not know, or that a PDF cannot show."""
    found: list[Problem] = []
    for essay in essays:
        source = essay.read_text(encoding="utf-8", errors="replace")
        place = essay.relative_to(project).as_posix()
        found += problems(source, place=place)
        found += find_missing(source, place=place) if "pdf" in forms else ()
    return found


def _front_matter(lines: list[str], place: str) -> Iterator[Problem]:
    """Yield a problem for every field that is not in the subset."""
    try:
        data = YAML(typ="rt").load("\n".join(lines))
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield problem("P468", f"{place}:{mark.line + 2 if mark is not None else 1}")
        return
    for key in data or ():
        if key not in FRONT_MATTER:
            line = data.lc.key(key)[0] + 2
            yield problem("P467", f"{place}:{line}", key=key, allowed=", ".join(FRONT_MATTER))


def _features(line: str) -> set[str]:
    """Return the features in one line that are not in the subset."""
    found = {name for pattern, name in _FEATURES if pattern.search(line)}
    found |= {match[0] for match in _MATH.finditer(line)}
    div = _DIV.match(line)
    if div and not div[1].startswith("{"):
        found |= {f".{name}" for name in _CLASSES.findall(f".{div[1]} ")}
    for attributes in _ATTRIBUTES.findall(line):
        found |= {f".{name}" for name in _CLASSES.findall(attributes)}
        found |= {f"{name}=" for name in _OPTIONS.findall(attributes)}
        found |= {f"#{name}" for name in _IDS.findall(attributes)}
    return found
