"""Make the folder of a new study: beside its place first, then in it, in one step."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import secrets
import shutil
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused
from paraplu.messages import scaffold as texts

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["make_study", "parse_retention"]

NOTEBOOKS = "analysis"
QUARTO = "_quarto.yml"
ESSAY = re.compile(r"href: (essays/[\w-]+\.qmd)")
HIDDEN = {
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
}
EMPTY = ("codebook/codings", "codebook/memos", "codebook/reviews")


def make_study(
    folder: Path,
    *,
    title: str = "",
    private_repository: bool = False,
    retention: dt.date | None = None,
) -> Path:
    """Make an empty study that passes `check` and `run`.

    Parameters
    ----------
    folder
        Where; it does not exist yet, or is empty.
    title
        Title of the study; made from the name of the folder when empty.
    private_repository
        Whether git may keep transcripts, codings and memos. Without it they are ignored.
    retention
        Until when transcripts are kept.

    Returns
    -------
    Path
        The folder, absolute.

    Raises
    ------
    Refused
        P070 when the folder is not empty, P071 when it cannot be made there, P073 when this
        installation lacks files. Nothing is written then.

    """
    target = folder.absolute()
    _refuse_occupied(target, shown=str(folder))
    values = _values(
        title or _title(target.name), private_repository=private_repository, retention=retention
    )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".paraplu-") as scratch:
            build = Path(scratch) / "study"
            _fill(build, values=values, private_repository=private_repository)
            if target.exists():
                target.rmdir()
            os.replace(build, target)  # noqa: PTH105  the one atomic step
    except OSError as error:
        detail = error.strerror or "onbekend"
        raise Refused([messages.problem("P071", str(folder), detail=detail)]) from error
    return target


def parse_retention(text: str) -> dt.date | None:
    """Read a date such as 2035-12-31; nothing gives None.

    Raises
    ------
    Refused
        P072 when it is something else.

    Examples
    --------
    >>> parse_retention("2035-12-31")
    datetime.date(2035, 12, 31)

    """
    if not text.strip():
        return None
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        raise Refused([messages.problem("P072", "--retention", value=text)]) from None


def _refuse_occupied(target: Path, *, shown: str) -> None:
    """Refuse a place where something is."""
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise Refused([messages.problem("P070", shown)])


def _title(name: str) -> str:
    """Return a title made from the name of a folder."""
    words = name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or texts.UNTITLED


def _values(
    title: str, *, private_repository: bool, retention: dt.date | None
) -> Mapping[str, str]:
    """Return what is filled in between double braces."""
    from paraplu import __version__

    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    kept = f"retention = {retention.isoformat()}" if retention else f"# {texts.RETENTION}"
    return {
        "id": json.dumps(f"{name[:40] or 'studie'}-{secrets.token_hex(3)}"),
        "title": json.dumps(title, ensure_ascii=False),
        "heading": title,
        "private": "true" if private_repository else "false",
        "retention": kept,
        "ignored": "" if private_repository else texts.IGNORED,
        "git": texts.GIT_PRIVATE if private_repository else texts.GIT_PUBLIC,
        "version": __version__,
    }


def _fill(build: Path, *, values: Mapping[str, str], private_repository: bool) -> None:
    """Write all files of the study."""
    from paraplu.report.engines.theme import write_extension

    template = _template()
    for path in sorted(template.rglob("*")):
        name = path.relative_to(template)
        if path.is_file() and name.parts[0] not in (NOTEBOOKS, QUARTO):
            target = build / name.with_name(HIDDEN.get(name.name, name.name))
            _write(target, _filled(path.read_text(encoding="utf-8"), values))
    (build / NOTEBOOKS).mkdir()
    for notebook in _shared(NOTEBOOKS).glob("*.ipynb"):
        shutil.copyfile(notebook, build / NOTEBOOKS / notebook.name)
    shared = _shared(QUARTO).read_text(encoding="utf-8")
    _write(build / QUARTO, _own_settings(shared, title=values["title"], build=build))
    write_extension(build)
    for kept in EMPTY:
        (build / kept).mkdir(parents=True, exist_ok=True)
        if private_repository or kept == "codebook/reviews":
            (build / kept / ".gitkeep").touch()


def _own_settings(shared: str, *, title: str, build: Path) -> str:
    """Return the settings of Quarto with this study's title, and links to its own essays only."""
    rows = []
    for row in shared.split("\n"):
        linked = ESSAY.search(row)
        if linked is None or (build / linked[1]).is_file():
            rows.append(f"  title: {title}" if row.startswith("  title:") else row)
    return "\n".join(rows)


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Return the text with its values."""
    for name, value in values.items():
        text = text.replace("{{" + name + "}}", value)
    return text


def _write(path: Path, text: str) -> None:
    """Write UTF-8 with LF."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _template() -> Path:
    """Return the folder of the template in the package."""
    return Path(str(files("paraplu.scaffold"))) / "template"


def _shared(name: str) -> Path:
    """Return what the reference study and a new one share.

    A built package carries a copy; in a checkout it is the root of the repository.
    """
    places = (_template() / name, Path(str(files("paraplu"))).parents[1] / name)
    for place in places:
        if place.exists():
            return place
    raise Refused([messages.problem("P073", "paraplu", what=name)])
