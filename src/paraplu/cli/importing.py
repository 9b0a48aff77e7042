"""The command `import`: raw transcripts come in."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003  Typer reads the annotation
from typing import TYPE_CHECKING, Annotated

import typer

from paraplu.cli.command import Command
from paraplu.cli.printing import print_line
from paraplu.messages import importing as texts

if TYPE_CHECKING:
    from paraplu.errors import Problem
    from paraplu.records import RawTranscript
    from paraplu.study import Study
    from paraplu.study.importing import Incoming

__all__ = ["COMMANDS"]

KILOBYTE = 1024
MINUTE = 60


def import_recordings(
    files: Annotated[list[Path], typer.Argument(metavar="BESTAND", help=texts.FILES)],
    *,
    wanted: Annotated[str, typer.Option("--as", metavar="NUMMER", help=texts.AS)] = "",
    speaker: Annotated[
        list[str] | None, typer.Option("--speaker", metavar="NAAM=ROL", help=texts.SPEAKER)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=texts.DRY_RUN)] = False,
) -> None:
    """Bring raw transcripts into the study."""
    from paraplu import messages
    from paraplu.errors import Refused
    from paraplu.formats.recordings import parse_roles
    from paraplu.study import Study
    from paraplu.study.importing import RAW, choose_interviews, place_recording, refuse_twins

    study = Study.open()
    if speaker and len(files) > 1:
        raise Refused([messages.problem("P177", RAW, count=len(files))])
    given = parse_roles(speaker or [], place="--speaker")
    interviews = choose_interviews(study, files, wanted=wanted)
    read: list[Incoming] = []
    problems: list[Problem] = []
    for path, interview in zip(files, interviews, strict=True):
        try:
            read.append(_understand(study, path, interview=interview, given=given))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    refuse_twins(read)
    if dry_run:
        print_line(texts.NOTHING)
        return
    for incoming in read:
        paths = place_recording(study, incoming)
        print_line(texts.WRITTEN.format(paths=", ".join(paths)))
    print_line(texts.NEXT.format(interview=interviews[0]))


def _understand(study: Study, path: Path, *, interview: str, given: dict[str, str]) -> Incoming:
    """Read a recording and show what was understood; ask who is who where it is not clear."""
    from paraplu import messages
    from paraplu.errors import Refused
    from paraplu.formats.recordings import UNSURE
    from paraplu.study.importing import RAW, read_recording

    name = "".join(one if one.isprintable() else "\ufffd" for one in path.name)
    print_line(texts.INCOMING.format(interview=interview, name=name))
    incoming = read_recording(study, path, interview=interview, given=given)
    _show(incoming)
    unsure = [v.name for v in incoming.transcript.speakers if v.certainty == UNSURE]
    if not unsure:
        return incoming
    if not sys.stdin.isatty():
        place = f"{RAW}/{interview}{incoming.suffix}"
        raise Refused([messages.problem("P191", place)])
    answered = given | {name: _ask_role(name) for name in unsure}
    return read_recording(study, path, interview=interview, given=answered)


def _ask_role(name: str) -> str:
    """Ask the role of a speaker until it is one."""
    from paraplu.formats.recordings import ROLE, UNNAMED

    shown = texts.UNNAMED if name == UNNAMED else name
    while True:
        asked = texts.ASK_ROLE.format(name=shown)
        answer = str(typer.prompt(asked, default="", show_default=False)).strip().upper()
        if ROLE.fullmatch(answer):
            return answer


def _show(incoming: Incoming) -> None:
    """Print what was understood of a recording."""
    from paraplu.formats.recordings import UNNAMED
    from paraplu.messages.recordings import KINDS

    transcript = incoming.transcript
    size = f"{max(len(incoming.data) // KILOBYTE, 1)} kB"
    print_line(texts.FILE.format(kind=KINDS[transcript.kind], size=size))
    print_line(texts.SPEAKERS)
    for voice in transcript.speakers:
        shown = texts.UNNAMED if voice.name == UNNAMED else voice.name
        print_line(
            texts.VOICE.format(
                role=voice.role,
                name=shown,
                turns=voice.turns,
                words=voice.words,
                questions=voice.questions,
                certainty=voice.certainty,
            )
        )
    words = sum(voice.words for voice in transcript.speakers)
    print_line(
        texts.TURNS.format(turns=len(transcript.turns), words=words, duration=_duration(transcript))
    )
    for warning in transcript.warnings:
        print_line(f"  {warning}")


def _duration(transcript: RawTranscript) -> str:
    """Return until when the recording runs, where the file says so."""
    ends = [t for turn in transcript.turns for t in (turn.start, turn.end) if t is not None]
    if not ends:
        return ""
    minutes, seconds = divmod(int(max(ends)), MINUTE)
    time = f"{minutes // MINUTE}:{minutes % MINUTE:02d}:{seconds:02d}"
    return texts.DURATION.format(time=time)


COMMANDS = (Command("import", import_recordings, texts.IMPORT, texts.IMPORT_EXAMPLES),)
