"""Raw texts, decisions and the transcripts made from them: read and written."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from paraplu import formats, messages
from paraplu.anonymise import apply_decisions
from paraplu.anonymise.detection import LABELS
from paraplu.errors import Refused, Severity
from paraplu.formats.recordings import parse_speaker_map
from paraplu.formats.transcript_text import hash_body, split_turns
from paraplu.records import Restriction, Transcript
from paraplu.study.accents import compose, refuse_loose
from paraplu.study.fictional import renew_list
from paraplu.study.reading import read_text
from paraplu.study.rewriting import rewriting

if TYPE_CHECKING:
    from pathlib import Path

    from paraplu.formats.parsed import Parsed
    from paraplu.records import Decisions
    from paraplu.study.repository import Study

__all__ = [
    "decided_interviews",
    "decided_state",
    "decisions_path",
    "known_names",
    "make_transcript",
    "read_decisions",
    "read_names",
    "read_raw",
    "save_decisions",
    "speaker_names",
    "transcript_path",
]

RAW = "interviews/raw"
SUFFIX = ".decisions.yaml"
NAMED = frozenset({"PERSON", "MUNICIPALITY", "PLACE", "ORG", "SOCIAL"})
HEAD = 2000
DOCUMENT = "D"
"""Begins the id of what nobody said: coded alike, never counted as a respondent."""
_STATE = re.compile(r"^state: *['\"]?(?P<state>machine|nagekeken|tweede lezer)\b", re.MULTILINE)
_LISTED = re.compile(r"^(?:(?P<label>[A-Z]+):\s*)?(?P<name>\S.*)$")
_VOICE = re.compile(r"^(?P<last>[^,()]+), (?P<first>[^,()]+?)(?: \(.*\))?$")


def decisions_path(study: Study, interview: str) -> Path:
    """Return where the decisions on an interview stand."""
    return study.root / RAW / f"{interview}{SUFFIX}"


def transcript_path(study: Study, interview: str) -> Path:
    """Return where the pseudonymised interview stands."""
    return study.root / "interviews" / f"{interview}.md"


def read_raw(study: Study, interview: str) -> str:
    """Return the raw text of an interview, normalised.

    Raises
    ------
    Refused
        P169 when there is none, or what `read_text` names when it cannot be read.

    """
    path = study.root / RAW / f"{interview}.txt"
    if not path.is_file():
        raise Refused([messages.problem("P169", RAW, interview=interview)])
    file = read_text(path, root=study.root, strict=False)
    if not file.readable:
        raise Refused(file.problems)
    return file.text


def read_decisions(study: Study, interview: str) -> Decisions | None:
    """Return the decisions on an interview, or None when there are none yet.

    Raises
    ------
    Refused
        When the file cannot be read, or is of another interview (P117).

    """
    path = decisions_path(study, interview)
    if not path.is_file():
        return None
    file = read_text(path, root=study.root)
    if not file.readable:
        raise Refused(file.problems)
    parsed = _parse(file.text, file.path)
    errors = [p for p in (*file.problems, *parsed.problems) if p.severity is Severity.ERROR]
    if parsed.record is not None and parsed.record.id != interview:
        errors.append(messages.problem("P117", file.path, id=parsed.record.id))
    if errors:
        raise Refused(errors)
    return parsed.record


def decided_state(study: Study, interview: str) -> str:
    """Return the state that the decisions on an interview give; empty without decisions.

    Only the head of the file is looked at, so that all interviews can be asked at once.
    """
    try:
        with decisions_path(study, interview).open(encoding="utf-8") as file:
            found = _STATE.search(file.read(HEAD))
    except (OSError, UnicodeDecodeError):
        return ""
    return found["state"] if found else ""


@lru_cache(maxsize=128)
def _parse(text: str, path: str) -> Parsed[Decisions | None]:
    """Read decisions; a text that was read before is not read again."""
    return formats.parse_decisions(text, path=path)


def save_decisions(study: Study, decisions: Decisions) -> None:
    """Write decisions beside the raw text; refuses an accent that belongs to no letter (P103).

    Where the file is known to be fictional, the list of such files goes along.
    """
    path = decisions_path(study, decisions.id)
    text = formats.write_decisions(compose(decisions))
    refuse_loose(text, place=path.relative_to(study.root).as_posix())
    with rewriting({path: text, **renew_list(study.root, {path: text})}):
        pass


def decided_interviews(study: Study) -> tuple[str, ...]:
    """Return the interviews with decisions, in order."""
    found = (study.root / RAW).glob(f"*{SUFFIX}")
    return tuple(sorted(path.name.removesuffix(SUFFIX) for path in found))


def known_names(study: Study, *, but: str) -> dict[str, str]:
    """Return the names that people decided on in other interviews: form → label."""
    names: dict[str, str] = {}
    for interview in decided_interviews(study):
        decisions = read_decisions(study, interview) if interview != but else None
        if decisions is None or decisions.state == "machine":
            continue
        for entity in decisions.entities:
            if entity.status != "afgewezen" and entity.label in NAMED:
                for mention in entity.occurrences:
                    names.setdefault(mention.text, entity.label)
    return names


def speaker_names(study: Study, interview: str) -> dict[str, str]:
    """Return the names of those who speak, where the recording told them: form → label."""
    path = study.root / RAW / f"{interview}.speakers.yaml"
    if not path.is_file():
        return {}
    file = read_text(path, root=study.root, strict=False)
    record = parse_speaker_map(file.text, path=file.path).record
    names: dict[str, str] = {}
    for voice in record.speakers if record else ():
        swapped = _VOICE.match(voice.name)
        name = f"{swapped['first']} {swapped['last']}" if swapped else voice.name
        name = re.sub(r" \(.*\)$", "", name)
        parts = [
            part for part in name.split() if part[0].isupper() and part.replace("-", "").isalpha()
        ]
        if len(parts) > 1:
            names |= dict.fromkeys([name, *parts], "PERSON")
    return names


def read_names(text: str, *, path: str) -> dict[str, str]:
    """Read names that a person supplies, one a line, with the label before it if no person.

    Raises
    ------
    Refused
        P173 when a label does not exist.

    """
    names: dict[str, str] = {}
    for line, row in enumerate(text.splitlines(), start=1):
        found = _LISTED.match(row.strip())
        if found is None or row.startswith("#"):
            continue
        label = found["label"] or "PERSON"
        if label not in LABELS:
            values = {"given": f"regel {line}", "line": line}
            raise Refused([messages.problem("P173", f"{path}:{line}", **values)])
        names[found["name"].strip()] = label
    return names


def make_transcript(study: Study, decisions: Decisions) -> str:
    """Return the file of the pseudonymised interview; its status is that of the decisions.

    What the interview had (restrictions, version) stays when its text is the same. Another
    text takes its place only while that was written before a review and nothing is coded in it.

    Raises
    ------
    Refused
        P160 to P162 when the decisions do not fit the raw text, P118 when they would take a
        speaker along, P174 when the interview stands there with another text that may not be
        replaced.

    """
    raw = read_raw(study, decisions.id)
    body = apply_decisions(raw, decisions=decisions)
    turns, _ = split_turns(body, interview=decisions.id, double=False)
    spoken, _ = split_turns(raw, interview=decisions.id, double=False)
    if [turn.speaker for turn in turns] != [turn.speaker for turn in spoken]:
        place = f"{RAW}/{decisions.id}{SUFFIX}"
        raise Refused([messages.problem("P118", place)])
    path = transcript_path(study, decisions.id)
    version, corrected_by = 1, ""
    restrictions: tuple[Restriction, ...] = ()
    if path.is_file():
        file = read_text(path, root=study.root)
        old = formats.parse_transcript(file.text, path=file.path).record
        if old is not None and old.body == body:
            version, corrected_by = old.version, old.corrected_by
            restrictions = old.restrictions
        elif old is None or not _is_replaceable(study, old):
            place = f"interviews/{decisions.id}.md"
            raise Refused([messages.problem("P174", place, interview=decisions.id)])
    transcript = Transcript(
        id=decisions.id,
        kind="document" if decisions.id.startswith(DOCUMENT) else "interview",
        sha256=hash_body(body),
        version=version,
        corrected_by=corrected_by,
        status=decisions.state,
        body=body,
        turns=turns,
        restrictions=restrictions,
    )
    return formats.write_transcript(transcript)


def _is_replaceable(study: Study, written: Transcript) -> bool:
    """Tell whether an interview is still as a machine wrote it: nobody read or coded it."""
    as_written = written.status == "machine" and written.sha256 == hash_body(written.body)
    ledgers = (study.root / "codebook" / "codings").glob(f"*/{written.id}.jsonl")
    return as_written and not written.restrictions and next(ledgers, None) is None
