"""Bring raw transcripts into a study: the only code that adds recordings to ``interviews/raw``."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused
from paraplu.formats.recordings import (
    check_size,
    format_turns,
    parse_recording,
    write_speaker_map,
)
from paraplu.messages import recordings as texts
from paraplu.messages.reasons import reason
from paraplu.records import SpeakerMap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paraplu.records import RawTranscript
    from paraplu.study.repository import Study

__all__ = [
    "RAW",
    "Incoming",
    "choose_interviews",
    "place_recording",
    "read_recording",
    "refuse_twins",
]

RAW = "interviews/raw"
INTERVIEW = re.compile(r"[A-Z]\d{2,4}")
NUMBERED = re.compile(r"R(\d{2,4})")
OURS = (".decisions.yaml", ".speakers.yaml")
NEUTRAL = frozenset({
    "interview", "transcript", "transcriptie", "gesprek", "opname", "recording", "teams", "zoom",
    "meeting", "gmt", "audio", "audiotranscript", "final", "def", "definitief", "versie", "tekst",
    "uitgewerkt", "verslag", "deel", "netwerk", "evaluatie", "januari", "februari", "maart",
    "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
    "nieuw", "kopie", "origineel", "met", "van", "het", "een",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Incoming:
    """A recording that was read and can be placed; nothing has been written yet.

    `path` is where it was found, `data` the file, `suffix` how its name ends.
    """

    interview: str
    path: Path
    suffix: str
    data: bytes
    transcript: RawTranscript


def choose_interviews(study: Study, paths: Sequence[Path], *, wanted: str = "") -> tuple[str, ...]:
    """Choose the interview each file becomes.

    That is `wanted`; else the name of the file when it is one (``R41.vtt``); else the number after
    the highest that the study has.

    Raises
    ------
    Refused
        P177 when `wanted` is for more than one file, P192 when an interview exists, P151 when two
        files would become the same one, P193 when `wanted` is no name of an interview.

    """
    if wanted and len(paths) != 1:
        raise Refused([messages.problem("P177", RAW, count=len(paths))])
    if wanted and not INTERVIEW.fullmatch(wanted.upper()):
        raise Refused([messages.problem("P193", RAW, interview=wanted)])
    named = [wanted.upper() or _by_name(path) for path in paths]
    highest = _highest(study, named)
    chosen: list[str] = []
    for name in named:
        highest += not name
        chosen.append(name or f"R{highest:02d}")
    problems = [
        messages.problem("P192", RAW, interview=interview)
        for interview, path in zip(chosen, paths, strict=True)
        if _exists(study, interview, but=path)
    ]
    problems += [
        messages.problem("P151", RAW, interview=interview, count=count)
        for interview, count in Counter(chosen).items()
        if count > 1
    ]
    if problems:
        raise Refused(problems)
    return tuple(chosen)


def read_recording(
    study: Study, path: Path, *, interview: str, given: Mapping[str, str] | None = None
) -> Incoming:
    """Read a recording, without writing anything.

    Parameters
    ----------
    study
        The study it is for.
    path
        The file; it may lie anywhere.
    interview
        What it becomes, such as ``R41``.
    given
        Role by name of a speaker; see `paraplu.formats.recordings.parse_recording`.

    Raises
    ------
    Refused
        P176 when it cannot be opened, P178 when the same file was imported before, and what
        `parse_recording` raises. Places are those in the study, since the name of the file may
        name someone.

    """
    suffix = path.suffix.lower()
    place = f"{RAW}/{interview}{suffix}"
    data = _load(path, place=place)
    transcript = parse_recording(data, suffix=suffix, place=place, given=given)
    earlier = _imported(study, data, but=path)
    if earlier:
        raise Refused([messages.problem("P178", place, interview=earlier)])
    if _may_name(path.stem):
        warned = (*transcript.warnings, messages.problem("P197", place))
        transcript = replace(transcript, warnings=warned)
    return Incoming(interview, path, suffix, data, transcript)


def refuse_twins(incoming: Sequence[Incoming]) -> None:
    """Refuse recordings of which one is the very same file as one before it.

    Raises
    ------
    Refused
        P178 for each.

    """
    first: dict[bytes, str] = {}
    problems = []
    for one in incoming:
        earlier = first.setdefault(one.data, one.interview)
        if earlier != one.interview:
            place = f"{RAW}/{one.interview}{one.suffix}"
            problems.append(messages.problem("P178", place, interview=earlier))
    if problems:
        raise Refused(problems)


def place_recording(study: Study, incoming: Incoming) -> tuple[str, ...]:
    """Put the original, its text and who is who in the study: all of them, or nothing.

    The original is kept unchanged, as ``R41.vtt``; a text file that is not yet in the form that
    is worked on as ``R41.origineel.txt``. ``R41.txt`` is the text, ``R41.speakers.yaml`` says who
    is who. Nothing is written over, but for a text that lay there as ``R41.txt`` itself.

    Returns
    -------
    tuple of str
        What was written, relative to the study.

    Raises
    ------
    Refused
        P192 when any of it exists (nothing is overwritten), P194 when it cannot be written there,
        or when the folder leads out of the study.

    """
    folder = study.root / RAW
    place = f"{RAW}/{incoming.interview}{incoming.suffix}"
    if _exists(study, incoming.interview, but=incoming.path):
        raise Refused([messages.problem("P192", RAW, interview=incoming.interview)])
    files = _files(incoming)
    lies = incoming.path.resolve()
    own = lies.name if lies.parent == folder.resolve() else ""
    if files.get(own) == incoming.data:
        del files[own]
    try:
        if not folder.resolve().is_relative_to(study.root):
            raise Refused([messages.problem("P194", place, detail=texts.OUTSIDE)])
        folder.mkdir(parents=True, exist_ok=True)
        _write_all(folder, files, over=own)
    except FileExistsError as error:
        problem = messages.problem("P192", RAW, interview=incoming.interview)
        raise Refused([problem]) from error
    except OSError as error:
        raise Refused([messages.problem("P194", place, detail=reason(error))]) from error
    return tuple(f"{RAW}/{name}" for name in files)


def _load(path: Path, *, place: str) -> bytes:
    """Return a file of a reasonable size."""
    try:
        check_size(path.stat().st_size, place=place)
        return path.read_bytes()
    except OSError as error:
        raise Refused([messages.problem("P176", place, detail=reason(error))]) from error


def _by_name(path: Path) -> str:
    """Return the interview that a file is named after, or empty."""
    return path.stem.upper() if INTERVIEW.fullmatch(path.stem.upper()) else ""


def _highest(study: Study, named: Sequence[str]) -> int:
    """Return the highest number in use, or about to be."""
    files = [*(study.root / "interviews").glob("*"), *(study.root / RAW).glob("*")]
    names = [path.name.split(".")[0] for path in files] + list(named)
    numbers = (NUMBERED.fullmatch(name) for name in names)
    return max((int(found[1]) for found in numbers if found), default=0)


def _exists(study: Study, interview: str, *, but: Path) -> bool:
    """Tell whether the study has anything of an interview, apart from the file itself."""
    found = [
        study.root / "interviews" / f"{interview}.md",
        *(study.root / RAW).glob(f"{interview}.*"),
    ]
    return any(path.exists() and not _is_same(path, but) for path in found)


def _is_same(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file."""
    return path.resolve() == other.resolve()


def _imported(study: Study, data: bytes, *, but: Path) -> str:
    """Return the interview that these very bytes were imported as, or empty."""
    wanted = hashlib.sha256(data).hexdigest()
    for path in sorted((study.root / RAW).glob("*")):
        ours = path.name.endswith(OURS) or _is_same(path, but) or not path.is_file()
        if ours or path.stat().st_size != len(data):
            continue
        if hashlib.sha256(path.read_bytes()).hexdigest() == wanted:
            return path.name.split(".")[0]
    return ""


def _may_name(stem: str) -> bool:
    """Tell whether the name of a file may hold the name of someone."""
    if INTERVIEW.fullmatch(stem.upper()):
        return False
    words = re.findall(r"[^\W\d_]{3,}", stem.lower())
    return any(word not in NEUTRAL for word in words)


def _files(incoming: Incoming) -> dict[str, bytes]:
    """Return the files to write, by name."""
    text = format_turns(incoming.transcript).encode("utf-8")
    interview = incoming.interview
    original = f"{interview}{incoming.suffix}"
    if incoming.suffix == ".txt" and incoming.data != text:
        original = f"{interview}.origineel.txt"
    speakers = SpeakerMap(
        id=interview,
        original=original,
        kind=incoming.transcript.kind,
        sha256=hashlib.sha256(incoming.data).hexdigest(),
        text_sha256=hashlib.sha256(text).hexdigest(),
        speakers=incoming.transcript.speakers,
    )
    return {
        original: incoming.data,
        f"{interview}.txt": text,
        f"{interview}.speakers.yaml": write_speaker_map(speakers).encode("utf-8"),
    }


def _write_all(folder: Path, files: Mapping[str, bytes], *, over: str = "") -> None:
    """Write all files beside their places, then put them there; undo it when one fails.

    Only `over` may be there: it comes last, when all that was in it stands elsewhere.
    """
    placed: list[Path] = []
    with tempfile.TemporaryDirectory(dir=folder, prefix=".import-") as name:
        scratch = Path(name)
        try:
            for file, content in files.items():
                with (scratch / file).open("wb") as stream:
                    stream.write(content)
                    stream.flush()
                    os.fsync(stream.fileno())
            for file in files:
                if file != over:
                    _move_new(scratch / file, folder / file)
                    placed.append(folder / file)
            if over in files:
                os.replace(scratch / over, folder / over)  # noqa: PTH105  the one atomic step
        except BaseException:
            for path in placed:
                with contextlib.suppress(OSError):
                    path.unlink()
            raise


def _move_new(source: Path, target: Path) -> None:
    """Put a file in its place in one step, never over another.

    Raises
    ------
    FileExistsError
        When something is there.

    """
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError from None
        os.replace(source, target)  # noqa: PTH105  the one atomic step
