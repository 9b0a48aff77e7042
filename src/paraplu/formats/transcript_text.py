"""``interviews/R07.md``: YAML front matter, then one turn per paragraph."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Literal

from paraplu import messages
from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, load_yaml
from paraplu.records import Restriction, Transcript, Turn

if TYPE_CHECKING:
    from paraplu.errors import Problem

__all__ = ["WISHES", "hash_body", "parse_transcript", "split_turns", "write_transcript"]

WISHES = ("niet citeren", "schrappen", "off the record", "voorleggen")
FRONT = re.compile(r"\A---\n(?P<front>.*?)^---\n\n?", re.DOTALL | re.MULTILINE)
LABEL = re.compile(r"(?P<speaker>[IR]\d?):[ \t]+")
PARAGRAPH = re.compile(r"[^\n](?:.|\n(?!\n))*")


class RestrictionModel(FileModel):
    """A restriction as it stands in the front matter."""

    wish: Literal["niet citeren", "schrappen", "off the record", "voorleggen"]
    start: int
    end: int
    exact: str


class FrontModel(FileModel):
    """The front matter."""

    id: str
    kind: Literal["interview", "document", "observatie"]
    sha256: str
    version: int = 1
    corrected_by: str = ""
    status: Literal["machine", "nagekeken", "tweede lezer"]
    restrictions: tuple[RestrictionModel, ...] = ()


def hash_body(body: str) -> str:
    """Return the sha256 of a body, in hexadecimal."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def parse_transcript(text: str, *, path: str, double: bool = False) -> Parsed[Transcript | None]:
    """Read a transcript.

    Parameters
    ----------
    text
        The file, normalised (NFC, LF, no BOM).
    path
        For places in problems.
    double
        Whether ``R1`` and ``R2`` are two respondents of this interview.

    Returns
    -------
    Parsed
        The transcript, or None when the front matter cannot be read. Names a body that does
        not match its hash, a paragraph without speaker, and restrictions off their place.

    """
    match = FRONT.match(text)
    if match is None:
        return Parsed(None, (messages.problem("P130", f"{path}:1"),))
    model, _, problems = load_yaml(match["front"], FrontModel, path=path, first_line=2)
    if model is None:
        return Parsed(None, tuple(problems))
    body = text[match.end() :]
    first_line = text.count("\n", 0, match.end()) + 1
    if hash_body(body) != model.sha256:
        problems.append(messages.problem("P131", path))
    turns, loose = split_turns(body, interview=model.id, double=double)
    if model.kind == "interview":
        problems += [
            messages.problem("P132", f"{path}:{first_line + body.count(chr(10), 0, offset)}")
            for offset in loose
        ]
    problems += _check_restrictions(model, body, path=path)
    transcript = Transcript(
        id=model.id,
        kind=model.kind,
        sha256=model.sha256,
        version=model.version,
        corrected_by=model.corrected_by,
        status=model.status,
        body=body,
        turns=turns,
        restrictions=tuple(Restriction(**r.model_dump()) for r in model.restrictions),
    )
    return Parsed(transcript, tuple(problems))


def split_turns(
    body: str, *, interview: str, double: bool
) -> tuple[tuple[Turn, ...], tuple[int, ...]]:
    """Split a body into turns.

    Returns
    -------
    turns, loose
        The turns, numbered by paragraph from 1, and the offsets (code points) of paragraphs
        without a speaker label, which get the role `other`.

    """
    turns: list[Turn] = []
    loose: list[int] = []
    for number, match in enumerate(PARAGRAPH.finditer(body), start=1):
        paragraph = match.group().rstrip()
        label = LABEL.match(paragraph)
        if label is None:
            loose.append(match.start())
            speaker, role, shift = "", "other", 0
        else:
            speaker, role, shift = label["speaker"], label["speaker"][0], label.end()
        turns.append(
            Turn(
                number=number,
                speaker=speaker,
                role=role,
                respondent=_respondent(interview, speaker, double=double),
                start=match.start() + shift,
                end=match.start() + len(paragraph),
                text=paragraph[shift:],
            )
        )
    return tuple(turns), tuple(loose)


def write_transcript(transcript: Transcript) -> str:
    """Return the file of a transcript; parsing it gives the same record."""
    import io

    from ruamel.yaml import YAML

    front: dict[str, object] = {
        "id": transcript.id,
        "kind": transcript.kind,
        "sha256": transcript.sha256,
        "version": transcript.version,
        "corrected_by": transcript.corrected_by,
        "status": transcript.status,
        "restrictions": [
            {"wish": r.wish, "start": r.start, "end": r.end, "exact": r.exact}
            for r in transcript.restrictions
        ],
    }
    stream = io.StringIO()
    writer = YAML()
    writer.width = 10_000
    writer.dump(front, stream)
    return f"---\n{stream.getvalue()}---\n\n{transcript.body}"


def _respondent(interview: str, speaker: str, *, double: bool) -> str:
    """Return the respondent behind a speaker label."""
    if not speaker.startswith("R"):
        return ""
    return f"{interview}.{speaker[1:] or '1'}" if double else interview


def _check_restrictions(model: FrontModel, body: str, *, path: str) -> list[Problem]:
    """Name restrictions whose words do not stand at their offsets."""
    return [
        messages.problem("P133", path, start=found.start, end=found.end)
        for found in model.restrictions
        if body[found.start : found.end] != found.exact
    ]
