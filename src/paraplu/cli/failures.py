"""When a command is used wrongly, or something happens that nobody foresaw."""

from __future__ import annotations

import datetime as dt
import errno
import traceback
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paraplu import __version__, messages
from paraplu.cli.printing import from_here, print_line
from paraplu.messages import cli as texts
from paraplu.messages.reasons import reason

if TYPE_CHECKING:
    import typer

__all__ = ["report_crash", "report_wrong_use"]

REPORTS = ".paraplu"
NO_ACCESS = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EIO)


def report_wrong_use(error: typer.TyperException, *, command: Any) -> None:  # noqa: ANN401
    """Say in Dutch what is wrong with the words that were typed."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "paraplu"
    if type(error).__name__ == "NoArgsIsHelpError":
        print_line(error.format_message(), error=True)
        return
    print_line(_explain(error, names=list(getattr(command, "commands", {}))), error=True)
    print_line(texts.SEE_HELP.format(command=path), error=True)


def _explain(error: Any, *, names: list[str]) -> str:  # noqa: ANN401
    """Return one sentence; Typer tells its errors apart by class and fields only."""
    kind = type(error).__name__
    param = getattr(error, "param", None)
    name = (param.metavar or max(param.opts, key=len)) if param is not None else ""
    said = error.format_message()
    if kind == "NoSuchOption":
        return texts.UNKNOWN_OPTION.format(name=error.option_name)
    if kind == "MissingParameter":
        return texts.MISSING.format(name=name)
    hint = name or getattr(error, "param_hint", None)
    if hint:
        return texts.BAD_VALUE.format(name=hint, detail=error.message)
    if said.startswith("No such command"):
        typed = said.split("'")[1] if "'" in said else ""
        near = get_close_matches(typed, names, n=2)
        if near:
            return texts.UNKNOWN_COMMAND.format(name=typed, near=", ".join(near))
        return texts.NO_SUCH_COMMAND.format(name=typed, names=", ".join(names))
    return texts.WRONG_USE.format(detail=said)


def report_crash(error: Exception) -> None:
    """Print one line; for what nobody foresaw, keep where it went wrong in a file.

    The report holds the kind of error and the places in the code, not what the error says:
    that could be words from an interview.
    """
    if isinstance(error, OSError) and error.errno in NO_ACCESS:
        place = from_here(Path(str(error.filename))) if error.filename else "paraplu"
        print_line(str(messages.problem("P064", place, detail=reason(error))), error=True)
        return
    folder = _study_folder() / REPORTS
    moment = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S")
    path = folder / f"fout-{moment}.txt"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    head = [texts.CRASH_HEAD, f"paraplu {__version__}", type(error).__name__]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8", newline="\n")
        where = f"{REPORTS}/{path.name}"
    except OSError:
        where = "(niet te schrijven)"
    kind = type(error).__name__
    print_line(str(messages.problem("P099", "paraplu", kind=kind, report=where)), error=True)


def _study_folder() -> Path:
    """Return the folder of the study we are in, or the current one."""
    here = Path.cwd()
    return next((p for p in (here, *here.parents) if (p / "paraplu.toml").is_file()), here)
