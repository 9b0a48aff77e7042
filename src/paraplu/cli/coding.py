"""The commands of the coding room: code, codings, correct."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  Typer reads the annotation
from typing import TYPE_CHECKING, Annotated

import typer

from paraplu.cli.command import Command
from paraplu.cli.printing import PROBLEMS, from_here, print_line
from paraplu.messages import coding_command as texts

if TYPE_CHECKING:
    import datetime as dt

    from paraplu.study import Study
    from paraplu.study.correcting import Correction

__all__ = ["COMMANDS"]

PORTS = 65_535


def code(
    *,
    coder: Annotated[str, typer.Option("--coder", metavar="CODEUR", help=texts.CODER)] = "",
    no_browser: Annotated[bool, typer.Option("--no-browser", help=texts.NO_BROWSER)] = False,
    port: Annotated[
        int, typer.Option("--port", metavar="POORT", min=0, max=PORTS, help=texts.PORT)
    ] = 0,
) -> None:
    """Open the coding room."""
    import webbrowser

    from paraplu.study import Study
    from paraplu.study.identity import choose_coder, remember_coder, remember_port, remembered_port
    from paraplu.web.serving import Serving, listen, listen_again, make_token

    study = Study.open()
    who = choose_coder(study, coder)
    shown, once = make_token(), make_token()
    door = listen(port) if port else listen_again(remembered_port(study, who))
    serving = Serving(study.root, {shown: who}, door, _now, {once: who})
    app = serving.app()
    remember_coder(study, who)
    remember_port(study, who, serving.port)
    print_line(texts.OPENED.format(coder=who, address=serving.address(shown)))
    print_line(texts.ONLY_YOU)
    if not no_browser:
        webbrowser.open(serving.address(once))
    serving.run(app)
    folder = f"codebook/codings/{who}"
    print_line(texts.CLOSED.format(folder=folder))


def codings(
    action: Annotated[str, typer.Argument(metavar="ACTIE", help=texts.ACTION)],
    file: Annotated[Path | None, typer.Argument(metavar="BESTAND", help=texts.FILE)] = None,
    *,
    coder: Annotated[str, typer.Option("--coder", metavar="CODEUR", help=texts.OF)] = "",
    form: Annotated[str, typer.Option("--format", metavar="VORM", help=texts.FORMAT)] = "csv",
    force: Annotated[bool, typer.Option("--force", help=texts.FORCE)] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=texts.DRY_RUN)] = False,
) -> None:
    """Take codings out, or in."""
    from paraplu.study import Study

    if form not in {"csv", "jsonld"}:
        raise typer.BadParameter(texts.UNKNOWN_FORMAT.format(form=form), param_hint="--format")
    if action == "export":
        _export(Study.open(), file, coder=coder, form=form, force=force)
    elif action == "import":
        if file is None:
            raise typer.BadParameter(texts.NEEDS_FILE, param_hint="BESTAND")
        if not coder:
            raise typer.BadParameter(texts.NEEDS_CODER, param_hint="--coder")
        _import(Study.open(), file, coder=coder, dry_run=dry_run)
    else:
        raise typer.BadParameter(texts.UNKNOWN_ACTION.format(action=action), param_hint="ACTIE")


def correct(
    interview: Annotated[str, typer.Argument(metavar="GESPREK", help=texts.INTERVIEW)],
    file: Annotated[Path, typer.Argument(metavar="BESTAND", help=texts.CORRECTED)],
    *,
    who: Annotated[str, typer.Option("--by", metavar="WIE", help=texts.BY)] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=texts.DRY_RUN)] = False,
) -> None:
    """Write a corrected text as a new version."""
    from paraplu.study import Study
    from paraplu.study.correcting import correct as write
    from paraplu.study.correcting import weigh_correction

    study = Study.open()
    does = weigh_correction if dry_run else write
    found = does(study, interview, body=_read(file), who=who, now=_now())
    _tell_correction(found, dry_run=dry_run)


def _export(study: Study, file: Path | None, *, coder: str, form: str, force: bool) -> None:
    """Write codings to a file, or to the screen."""
    from paraplu.study.exchanging import export_annotations, export_rows
    from paraplu.study.identity import choose_coder
    from paraplu.study.reading import write_text

    known = [each.id for each in study.plan().coders]
    coders = [choose_coder(study, coder)] if coder else known
    text = (export_rows if form == "csv" else export_annotations)(study, coders=coders)
    if file is None:
        print_line(text.rstrip("\n"))
        return
    if file.exists() and not force:
        raise typer.BadParameter(texts.EXISTS.format(file=file), param_hint="BESTAND")
    write_text(file.resolve(), text)
    print_line(texts.EXPORTED.format(file=from_here(file.resolve())))


def _import(study: Study, file: Path, *, coder: str, dry_run: bool) -> None:
    """Add the codings of a file."""
    from paraplu.study.exchanging import import_rows
    from paraplu.study.identity import choose_coder

    who = choose_coder(study, coder)
    new = import_rows(study, _read(file), path=file.name, coder=who, now=_now(), dry_run=dry_run)
    for interview, n in new.items():
        if n:
            print_line(texts.ADDED.format(interview=interview, n=n))
    if not any(new.values()):
        print_line(texts.NOTHING_NEW)


def _tell_correction(found: Correction, *, dry_run: bool) -> None:
    """Print what became of the codings; no words of the interview."""
    line = texts.WOULD_BE if dry_run else texts.NEW_VERSION
    print_line(line.format(path=found.path, version=found.new.version))
    lost = False
    for coder, each in found.ledgers.items():
        print_line(texts.MOVED.format(coder=coder, n=each.moved))
        for coding in each.unplaced:
            lost = True
            where = {"coding": coding.id, "code": coding.code}
            print_line(
                texts.UNPLACED.format(coder=coder, start=coding.start, end=coding.end, **where)
            )
    if lost:
        print_line(texts.PLACE_AGAIN)
        raise typer.Exit(PROBLEMS)


def _read(file: Path) -> str:
    """Return the text of a file outside the study, or refuse."""
    from paraplu.errors import Refused
    from paraplu.study.reading import read_text

    path = file.resolve()
    found = read_text(path, root=path.parent, strict=False)
    if not found.readable:
        raise Refused(found.problems)
    return found.text


def _now() -> dt.datetime:
    """Return the time."""
    import datetime as dt

    return dt.datetime.now(dt.UTC)


COMMANDS = (
    Command("code", code, texts.CODE, texts.CODE_EXAMPLES),
    Command("codings", codings, texts.CODINGS, texts.CODINGS_EXAMPLES),
    Command("correct", correct, texts.CORRECT, texts.CORRECT_EXAMPLES),
)
