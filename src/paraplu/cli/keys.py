"""The command `key`, and how other commands open the vault."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003  Typer reads the annotation
from typing import TYPE_CHECKING, Annotated

import typer

from paraplu.cli.command import Command
from paraplu.cli.printing import PROBLEMS, print_line
from paraplu.messages import keys as texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.study import Study
    from paraplu.vault import Vault

__all__ = ["COMMANDS", "ask_optional", "open_vault"]

RAW = "interviews/raw"
SHOWN = "sleutel"
HARMLESS = ("README.md", "FICTIEF.sha256")
LARGEST = 48 * 1024
KILOBYTE = 1024


def key(
    action: Annotated[str, typer.Argument(metavar="ACTIE", help=texts.ACTION)],
    file: Annotated[Path | None, typer.Argument(metavar="BESTAND", help=texts.FILE)] = None,
    *,
    hmac: Annotated[bool, typer.Option("--hmac", help=texts.HMAC)] = False,
) -> None:
    """Keep, move or destroy the key."""
    from paraplu.study import Study

    study = Study.open()
    if action == "status":
        _show_status(study)
    elif action == "export" and hmac:
        _export_bundle(study, file)
    elif action in ("export", "import"):
        if file is None:
            raise typer.BadParameter(texts.NEEDS_FILE, param_hint="BESTAND")
        (_export if action == "export" else _import)(study, file)
    elif action == "destroy":
        _destroy(study)
    else:
        message = texts.UNKNOWN_ACTION.format(action=action)
        raise typer.BadParameter(message, param_hint="ACTIE")


def open_vault(study: Study, *, create: bool = True) -> Vault:
    """Open the vault of a study; a person is asked for the passphrase when nothing else gives it.

    Parameters
    ----------
    study
        The study.
    create
        Whether to make a vault when there is none.

    Raises
    ------
    Refused
        When there is none, or it does not open; see `paraplu.vault.Vault.open`.

    """
    from paraplu.vault import Vault, find_passphrase, vault_file
    from paraplu.vault.location import study_id

    exists = vault_file(study).is_file()
    if exists or not create:
        ask = _asking(texts.ASK) if exists else None
        return Vault.open(study, find_passphrase(study_id(study), ask=ask))
    made = Vault.create(study, find_passphrase(study_id(study), ask=_asking_twice()))
    print_line(texts.NEW_KEY_MADE.format(path=made.path), error=True)
    return made


def ask_optional() -> Callable[[], str] | None:
    """Return what asks for a passphrase that may be left out, or None where nobody can answer."""
    return _asking(texts.ASK_OPTIONAL, optional=True)


def _show_status(study: Study) -> None:
    """Print where the key is, what is in it, and what the originals are."""
    import datetime as dt

    from paraplu.vault import Vault, find_passphrase, vault_file
    from paraplu.vault.location import study_id

    path = vault_file(study)
    print_line(texts.PLACE.format(path=path))
    if path.is_file():
        moment = dt.datetime.fromtimestamp(path.stat().st_mtime, tz=dt.UTC)
        print_line(texts.PRESENT.format(date=moment.date().isoformat()))
        passphrase = find_passphrase(study_id(study))
        if passphrase:
            held = Vault.open(study, passphrase).content
            counts = {"entries": held.pseudonyms(), "log": len(held.log)}
            print_line(texts.HELD.format(interviews=len(held.interviews()), **counts))
        else:
            print_line(texts.CLOSED)
    else:
        print_line(texts.ABSENT)
    print_line(texts.RAW.format(count=_originals(study)))
    if path.is_file() or _originals(study):
        print_line(texts.STILL)


def _export(study: Study, file: Path) -> None:
    """Write a sealed copy."""
    open_vault(study, create=False).export(file.absolute(), study=study)
    print_line(texts.EXPORTED.format(path=file))


def _export_bundle(study: Study, file: Path | None) -> None:
    """Print or write what a computer without the key needs to look for names."""
    from paraplu.vault.vault import write_apart

    vault = open_vault(study, create=False)
    bundle = vault.bundle(study)
    if file is None:
        print_line(bundle)
    else:
        write_apart(file.absolute(), f"{bundle}\n", study=study)
    print_line(texts.BUNDLED, error=True)
    if len(bundle) > LARGEST:
        print_line(texts.LARGE.format(size=len(bundle) // KILOBYTE), error=True)


def _import(study: Study, file: Path) -> None:
    """Take over a sealed copy; what there is stays."""
    from paraplu.vault import Vault, find_passphrase, vault_file
    from paraplu.vault.location import study_id
    from paraplu.vault.vault import read_export

    ask = _asking(texts.ASK_FILE)
    passphrase = find_passphrase(study_id(study), ask=ask)
    other = read_export(file, passphrase, study=study)
    if vault_file(study).is_file():
        vault = open_vault(study)
        before = vault.content
        merged = before.merged(other, place=file.name)
    else:
        vault = Vault.create(study, passphrase)
        before, merged = vault.content, other
    if merged == before:
        print_line(texts.NOTHING_NEW)
        return
    vault.keep(merged)
    added = merged.pseudonyms() - before.pseudonyms()
    interviews = len(merged.interviews()) - len(before.interviews())
    print_line(texts.IMPORTED.format(count=added, interviews=interviews))


def _destroy(study: Study) -> None:
    """Destroy the key after the title of the study was typed, by someone at a terminal."""
    from paraplu import messages
    from paraplu.errors import Refused
    from paraplu.vault import vault_file
    from paraplu.vault.vault import destroy

    if not vault_file(study).is_file():
        print_line(texts.NO_KEY)
        return
    if not sys.stdin.isatty():
        raise Refused([messages.problem("P068", SHOWN)])
    print_line(texts.DESTROYING)
    print_line()
    count = _originals(study)
    print_line(texts.ORIGINALS.format(count=count) if count else texts.NO_ORIGINALS)
    print_line(texts.COPIES)
    title = study.settings.study.title
    typed = typer.prompt(texts.ASK_TITLE.format(title=title), default="", show_default=False)
    if str(typed).strip() != title:
        print_line(texts.OTHER_TITLE)
        from paraplu.messages import cli

        print_line(cli.NOT_DONE)
        raise typer.Exit(PROBLEMS)
    destroy(study)
    print_line(texts.DESTROYED)


def _originals(study: Study) -> int:
    """Return how many raw files and decisions lie in the study."""
    found = (study.root / RAW).rglob("*")
    return sum(
        path.is_file() and path.name not in HARMLESS and not path.name.startswith(".")
        for path in found
    )


def _asking(question: str, *, optional: bool = False) -> Callable[[], str] | None:
    """Return what asks for a passphrase without showing it, or None where nobody can answer."""
    if not sys.stdin.isatty():
        return None

    def ask() -> str:
        default = "" if optional else None
        return str(typer.prompt(question, hide_input=True, default=default, show_default=False))

    return ask


def _asking_twice() -> Callable[[], str] | None:
    """Return what asks for a new passphrase until it was typed twice the same."""
    first, again = _asking(texts.ASK_NEW), _asking(texts.ASK_AGAIN)
    if first is None or again is None:
        return None

    def ask() -> str:
        print_line(texts.NEW_KEY, error=True)
        while (typed := first()) != again():
            print_line(texts.DIFFERENT, error=True)
        return typed

    return ask


COMMANDS = (Command("key", key, texts.KEY, texts.KEY_EXAMPLES),)
