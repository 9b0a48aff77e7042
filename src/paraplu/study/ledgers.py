"""Ledgers on disk: read anew only when they changed, appended to so that nothing is lost."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paraplu import formats, messages
from paraplu.coding.fold import fold
from paraplu.errors import Refused
from paraplu.messages.reasons import reason
from paraplu.spans import normalise
from paraplu.study.locking import held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from paraplu.errors import Problem
    from paraplu.records import Coding, Event

__all__ = ["Ledger", "Ledgers"]

NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")
CODINGS = "codebook/codings"
KEPT = ".paraplu/herstel"
ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger as it stands on disk.

    `state` changes whenever the file does; it is empty when there is no file. `problems` names
    lines that cannot be read, and half lines that were moved aside.
    """

    coder: str
    interview: str
    events: tuple[Event, ...] = ()
    state: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """What was read of a file, and the marks of the file it was read from."""

    mark: tuple[int, int, int]
    ledger: Ledger
    hashed: hashlib._Hash
    lines: int
    torn: bool = False


class Ledgers:
    """The ledgers of a study.

    Whoever appends holds the ledger's lock, so that any number of programs and threads may do
    so at once. An event counts as written once it is on the disk, not before. A write that was
    cut off leaves half a line: the next one who opens the ledger to write moves that half to
    ``.paraplu/herstel`` and says so.

    Parameters
    ----------
    root
        The folder of the study.

    """

    def __init__(self, root: Path) -> None:
        """Keep the root; nothing is read yet."""
        self.root = root
        self._copies: dict[tuple[str, str], Copy] = {}
        self._folded: dict[tuple[str, str], tuple[str, tuple[Coding, ...]]] = {}

    def coders(self, interview: str) -> tuple[str, ...]:
        """Return the coders who have a ledger of this interview, in order of name."""
        found = (self.root / CODINGS).glob(f"*/{_checked(interview)}.jsonl")
        return tuple(sorted(path.parent.name for path in found if NAME.match(path.parent.name)))

    def read(self, coder: str, interview: str) -> Ledger:
        """Return a ledger without touching it; half a line at its end is left out and named."""
        return self._read(coder, interview).ledger

    def codings(self, coder: str, interview: str) -> tuple[Coding, ...]:
        """Return the living codings of a ledger, in order of place."""
        ledger = self.read(coder, interview)
        state, codings = self._folded.get((coder, interview), ("", ()))
        if state != ledger.state:
            codings = fold(ledger.events, coder=coder, interview=interview)
            self._folded[coder, interview] = (ledger.state, codings)
        return codings

    def open(self, coder: str, interview: str) -> Ledger:
        """Return a ledger to write in: half a line at its end is moved aside first.

        Raises
        ------
        Refused
            P510 when the disk does not let us.

        """
        if not self._read(coder, interview).torn:
            return self._with_kept(self.read(coder, interview))
        with self.held(coder, interview):
            return self._with_kept(self._heal(coder, interview).ledger)

    def append(
        self, coder: str, interview: str, decide: Callable[[Ledger], Sequence[Event]]
    ) -> Ledger:
        """Append events, and return only when they are on the disk.

        Parameters
        ----------
        coder, interview
            Whose ledger of what.
        decide
            Gets the ledger as it stands while nobody else can write in it, and returns the
            events to add; what it raises goes on to the caller, and nothing is written. It is
            called again when the file was replaced meanwhile (by git, for one).

        Returns
        -------
        Ledger
            With the events in it.

        Raises
        ------
        Refused
            P510 when the disk refuses; the ledger is as it was. P102 when the file is no text.

        """
        with self.held(coder, interview):
            for _ in range(ATTEMPTS):
                copy = self._heal(coder, interview)
                if any(problem.code == "P102" for problem in copy.ledger.problems):
                    raise Refused(copy.ledger.problems)
                events = decide(copy.ledger)
                if not events:
                    return self._with_kept(copy.ledger)
                if self._write(copy, events):
                    return self._with_kept(self._copies[coder, interview].ledger)
        place = self._place(coder, interview)
        raise Refused([messages.problem("P510", place, detail="het wordt steeds vervangen")])

    # -- within --------------------------------------------------------------------------

    def _path(self, coder: str, interview: str) -> Path:
        """Return the file of a ledger."""
        return self.root / CODINGS / _checked(coder) / f"{_checked(interview)}.jsonl"

    def _place(self, coder: str, interview: str) -> str:
        """Return the file of a ledger as problems name it."""
        return f"{CODINGS}/{coder}/{interview}.jsonl"

    @contextmanager
    def held(self, coder: str, interview: str) -> Iterator[None]:
        """Hold the lock of a ledger; an error of the disk is refused in words."""
        name = f"{_checked(coder)}.{_checked(interview)}"
        with held(self.root, name, place=self._place(coder, interview)):
            yield

    @contextmanager
    def held_all(self, interviews: Iterable[str], *, coders: Iterable[str] = ()) -> Iterator[None]:
        """Hold every ledger of some interviews, also those that coders have yet to begin."""
        known = set(coders)
        with ExitStack() as stack:
            for interview in sorted(interviews):
                for coder in sorted({*known, *self.coders(interview)}):
                    stack.enter_context(self.held(coder, interview))
            yield

    def _read(self, coder: str, interview: str) -> Copy:
        """Return what the file says, from memory when it did not change."""
        path, known = self._path(coder, interview), self._copies.get((coder, interview))
        try:
            if known is not None and known.mark == _mark(path.stat()):
                return known
            with path.open("rb") as file:
                mark = _mark(os.fstat(file.fileno()))
                raw = file.read(mark[1])
        except FileNotFoundError:
            return Copy((0, 0, 0), Ledger(coder, interview), hashlib.sha256(), 0)
        except OSError as error:
            place = self._place(coder, interview)
            raise Refused([messages.problem("P005", place, detail=reason(error))]) from error
        copy = self._parse(coder, interview, raw=raw, mark=mark)
        self._copies[coder, interview] = copy
        return copy

    def _parse(self, coder: str, interview: str, *, raw: bytes, mark: tuple[int, int, int]) -> Copy:
        """Return the events in the bytes of a file."""
        place = self._place(coder, interview)
        hashed = hashlib.sha256(raw)
        state = hashed.hexdigest()[:24] if raw else ""
        whole = raw.rfind(b"\n") + 1
        tail = raw[whole:].decode("utf-8", "replace")
        try:
            text = raw[:whole].decode("utf-8") + tail
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            found = messages.problem("P102", f"{place}:{line}", byte=error.start)
            return Copy(mark, Ledger(coder, interview, (), state, (found,)), hashed, 0)
        parsed = formats.parse_ledger(normalise(text), path=place)
        ledger = Ledger(coder, interview, parsed.record, state, parsed.problems)
        return Copy(mark, ledger, hashed, text.count("\n"), torn=bool(tail))

    def _heal(self, coder: str, interview: str) -> Copy:
        """Make the file end on a whole line; only for who holds the lock."""
        copy = self._read(coder, interview)
        if not copy.torn:
            return copy
        path = self._path(coder, interview)
        raw = path.read_bytes()
        whole = raw.rfind(b"\n") + 1
        tail = raw[whole:]
        with path.open("r+b", buffering=0) as file:
            if _is_event(tail):
                file.seek(0, os.SEEK_END)
                file.write(b"\n")
            else:
                self._keep(coder, interview, tail)
                file.truncate(whole)
            os.fsync(file.fileno())
        return self._read(coder, interview)

    def _keep(self, coder: str, interview: str, tail: bytes) -> None:
        """Keep half a line beside the study, on disk before it leaves the ledger."""
        folder = self.root / KEPT
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{coder}.{interview}.{hashlib.sha256(tail).hexdigest()[:8]}.txt"
        with (folder / name).open("wb") as file:
            file.write(tail)
            file.flush()
            os.fsync(file.fileno())
        _sync_folder(folder)

    def _with_kept(self, ledger: Ledger) -> Ledger:
        """Name the half lines that were moved aside, until somebody takes them away."""
        kept = sorted((self.root / KEPT).glob(f"{ledger.coder}.{ledger.interview}.*.txt"))
        place = self._place(ledger.coder, ledger.interview)
        said = [messages.problem("P512", place, kept=f"{KEPT}/{path.name}") for path in kept]
        return replace(ledger, problems=(*ledger.problems, *said)) if said else ledger

    def _write(self, copy: Copy, events: Sequence[Event]) -> bool:
        """Append events to the file that was read; False when another file took its place."""
        coder, interview = copy.ledger.coder, copy.ledger.interview
        path = self._path(coder, interview)
        known_folder = path.parent.is_dir()
        path.parent.mkdir(parents=True, exist_ok=True)
        data = "".join(formats.write_event(event) for event in events).encode("utf-8")
        with path.open("ab", buffering=0) as file:
            found = os.fstat(file.fileno())
            if copy.ledger.state and _mark(found) != copy.mark:
                return False
            if not copy.ledger.state and found.st_size:
                return False
            _write_whole(file.fileno(), data, before=found.st_size)
            mark = _mark(os.fstat(file.fileno()))
        if not copy.ledger.state:
            _sync_folder(path.parent)
        if not known_folder:
            _sync_folder(path.parent.parent)
        if _mark(path.stat()) != mark:
            return False
        self._copies[coder, interview] = _extended(copy, events, data=data, mark=mark)
        return True


def _extended(
    copy: Copy, events: Sequence[Event], *, data: bytes, mark: tuple[int, int, int]
) -> Copy:
    """Return what reading the file again would give."""
    hashed = copy.hashed.copy()
    hashed.update(data)
    first = copy.lines + 1
    added = (replace(event, line=first + place) for place, event in enumerate(events))
    ledger = replace(
        copy.ledger, events=(*copy.ledger.events, *added), state=hashed.hexdigest()[:24]
    )
    return Copy(mark, ledger, hashed, copy.lines + len(events))


def _write_whole(descriptor: int, data: bytes, *, before: int) -> None:
    """Write all bytes and wait for the disk; take back what was written when that fails."""
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, before)
        raise


def _mark(found: os.stat_result) -> tuple[int, int, int]:
    """Return what tells one state of a file from another."""
    return (found.st_ino, found.st_size, found.st_mtime_ns)


def _is_event(line: bytes) -> bool:
    """Tell whether bytes are a whole event that only lacks its end of line."""
    try:
        parsed = formats.parse_ledger(normalise(line.decode("utf-8")), path="")
    except UnicodeDecodeError:
        return False
    return bool(parsed.record) and not parsed.problems


def _sync_folder(folder: Path) -> None:
    """Wait until a new name is on the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _checked(name: str) -> str:
    """Return a name that cannot lead to another folder."""
    if not NAME.match(name):
        raise Refused([messages.problem("P520", "ledger", name=name[:40])])
    return name
