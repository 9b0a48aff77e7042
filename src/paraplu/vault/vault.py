"""The vault of a study: opened with a passphrase, written whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused
from paraplu.messages.reasons import reason
from paraplu.study.reading import write_text
from paraplu.vault.content import Content
from paraplu.vault.location import refuse_inside, study_id, vault_file
from paraplu.vault.passphrase import check_strength
from paraplu.vault.sealing import Seal, Work

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from paraplu.errors import Problem
    from paraplu.records import Decisions
    from paraplu.study import Study
    from paraplu.vault.content import Entry, LogLine

__all__ = ["Vault", "destroy", "read_export", "write_apart"]

SHOWN = "sleutel"
"""What problems call the vault: its path holds the name of the user."""


class Vault:
    """The key of the pseudonyms and the log of replacements of one study.

    Made by `open` or `create`. Every change is written at once, beside the old file and then in
    its place; when that fails the old one is whole.
    """

    def __init__(self, path: Path, *, seal: Seal, content: Content, text: str = "") -> None:
        """Keep what was opened, and the file as it was then."""
        self.path = path
        self.content = content
        self._seal = seal
        self._text = text

    @classmethod
    def open(cls, study: Study, passphrase: str) -> Vault:
        """Open the vault of a study.

        Raises
        ------
        Refused
            P013 when there is none, P015 without passphrase, P012 with a wrong one, P011 when
            the file is damaged or of another study. Nothing is written.

        """
        path = vault_file(study)
        if not path.is_file():
            raise Refused([messages.problem("P013", SHOWN)])
        text = _read(path, place=SHOWN)
        seal, content = _open(text, passphrase, place=SHOWN)
        if content.study != study_id(study):
            raise Refused([messages.problem("P017", SHOWN)])
        return cls(path, seal=seal, content=content, text=text)

    @classmethod
    def create(cls, study: Study, passphrase: str, *, work: Work | None = None) -> Vault:
        """Make the vault of a study; it is empty but for a secret of its own.

        Raises
        ------
        Refused
            P018 when there is one already, P015 without passphrase, P014 with a weak one.

        """
        path = vault_file(study)
        if path.exists():
            raise Refused([messages.problem("P018", SHOWN)])
        _refuse_nothing(passphrase)
        check_strength(passphrase)
        seal = Seal.fresh(passphrase, work=work)
        made = cls(path, seal=seal, content=Content.empty(study_id(study)))
        made.keep(made.content)
        return made

    def remember(self, interview: str, decisions: Decisions, *, time: str) -> None:
        """Keep who is behind the pseudonyms of an interview, and what was replaced.

        Parameters
        ----------
        interview
            Id of the interview.
        decisions
            The decisions that are applied; what was rejected is not kept.
        time
            ISO 8601.

        """
        self.keep(self.content.decided(interview, decisions, time=time))

    def take_out(self, entry: Entry, *, lines: Iterable[LogLine]) -> None:
        """Keep what was found late and taken out."""
        self.keep(self.content.taken_out(entry, lines=lines))

    def keep(self, content: Content) -> None:
        """Write other content in the place of what there is.

        Raises
        ------
        Refused
            P019 when the computer does not let it, P075 when another program wrote the vault
            since it was opened; what there was is whole.

        """
        if (self.path.is_file() or self._text) and _read(self.path, place=SHOWN) != self._text:
            raise Refused([messages.problem("P075", SHOWN)])
        text = self._seal.close(content.write(), study=content.study)
        _write(self.path, text)
        self.content, self._text = content, text

    def export(self, target: Path, *, study: Study) -> None:
        """Write a sealed copy, under the same passphrase.

        Raises
        ------
        Refused
            P010 when the target lies inside the study, P074 when it exists, P019 when it cannot
            be written.

        """
        text = self._seal.close(self.content.write(), study=self.content.study)
        write_apart(target, text, study=study)

    def bundle(self, study: Study) -> str:
        """Return the hashed forms of all names with their secret, as one line.

        Names that only decisions in the folder hold are in it as well.
        """
        from paraplu.vault.sources import all_entries, hash_names

        entries = all_entries(study, self.content.entries)
        return hash_names(study, entries=entries, secret=self.content.secret).bundle()


def write_apart(target: Path, text: str, *, study: Study) -> None:
    """Write a new file outside the study.

    Raises
    ------
    Refused
        P010 when the target lies inside the study, P074 when it exists, P019 when it cannot be
        written.

    """
    refuse_inside(target, study=study, shown=target.name)
    if target.exists():
        raise Refused([messages.problem("P074", target.name)])
    _write(target, text)


def read_export(source: Path, passphrase: str, *, study: Study) -> Content:
    """Read a sealed copy that `Vault.export` wrote.

    Raises
    ------
    Refused
        P069 when it is not there, P011 when it is damaged, P012 when the passphrase is wrong,
        P017 when it is of another study.

    """
    if not source.is_file():
        raise Refused([messages.problem("P069", source.name)])
    _, content = _open(_read(source, place=source.name), passphrase, place=source.name)
    if content.study != study_id(study):
        raise Refused([messages.problem("P017", source.name)])
    return content


def destroy(study: Study) -> bool:
    """Remove the vault of a study, without asking; tell whether there was one.

    Raises
    ------
    Refused
        P019 when the computer does not let it.

    """
    path = vault_file(study)
    if not path.exists():
        return False
    try:
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    except OSError as error:
        raise Refused([_failed(error)]) from error
    return True


def _read(path: Path, *, place: str) -> str:
    """Read a sealed file."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Refused([messages.problem("P011", place)]) from None
    except OSError as error:
        raise Refused([messages.problem("P005", place, detail=reason(error))]) from error


def _open(text: str, passphrase: str, *, place: str) -> tuple[Seal, Content]:
    """Open what was read."""
    _refuse_nothing(passphrase)
    seal, data, _ = Seal.open(text, passphrase, place=place)
    return seal, Content.read(data, place=place)


def _write(path: Path, text: str) -> None:
    """Write a file that only its owner can read."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_text(path, text)
    except OSError as error:
        raise Refused([_failed(error)]) from error


def _refuse_nothing(passphrase: str) -> None:
    """Refuse an empty passphrase."""
    if not passphrase:
        raise Refused([messages.problem("P015", SHOWN)])


def _failed(error: OSError) -> Problem:
    """Return the problem of a file that cannot be written or removed."""
    return messages.problem("P019", SHOWN, detail=reason(error))
