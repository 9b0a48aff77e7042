"""What was found late is taken out of a transcript, its ledgers and memos, and the decisions."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from paraplu import anonymise, formats, messages
from paraplu.anonymise.redaction import (
    PSEUDONYM,
    extend_decisions,
    free_pseudonym,
    to_raw,
)
from paraplu.coding.redaction import find_words, redact_events, redact_text
from paraplu.errors import Refused
from paraplu.formats.transcript_text import hash_body, split_turns
from paraplu.messages.reasons import reason
from paraplu.records import Restriction
from paraplu.spans import Edits, Span
from paraplu.study.fictional import renew_list
from paraplu.study.ledgers import Ledgers
from paraplu.study.reading import read_text
from paraplu.study.rewriting import rewriting
from paraplu.vault import Entry, LogLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from paraplu.records import Transcript
    from paraplu.study import Study
    from paraplu.vault import Vault

__all__ = ["Found", "Redaction", "redact", "weigh_redaction"]

ELSEWHERE = (
    "interviews/*.md", "codebook/**/*.jsonl", "codebook/**/*.md", "codebook/**/*.yaml",
    "essays/*.qmd", "analysis/*.ipynb", "interviews/respondents.csv", ".paraplu/herstel/*.txt",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words stand in a file: how often, and from which line on (from 1)."""

    path: str
    count: int
    line: int


@dataclass(frozen=True, slots=True, repr=False)
class Redaction:
    """What a redaction would do; it holds words of the interview, and does not print them.

    `spans` are code points into the body as it is; `remaining` are those where the same words
    stay; `files` are the new texts, `changed` their paths in the study, `places` how often the
    words are taken out of each; `elsewhere` the files in which they stand and stay; `decided`
    whether the decisions on the raw text go along.
    """

    root: Path
    interview: str
    label: str
    replacement: str
    words: str
    spans: tuple[Span, ...]
    remaining: tuple[Span, ...]
    places: tuple[Found, ...]
    elsewhere: tuple[Found, ...]
    files: Mapping[Path, str]
    changed: tuple[str, ...]
    decided: bool


def weigh_redaction(  # noqa: PLR0913  what a person may say, all named
    study: Study,
    interview: str,
    *,
    span: Span | None = None,
    find: str = "",
    label: str = "PERSON",
    replacement: str = "",
    time: str,
    who: str = "",
) -> Redaction:
    """Work out what a redaction changes; nothing is written.

    Parameters
    ----------
    study
        The study.
    interview
        Id of the transcript.
    span
        One place, in code points into the body; the same words elsewhere in it stay.
    find
        Words instead of a place: everywhere in the transcript.
    label
        What they are; a label of a decisions file.
    replacement
        The pseudonym; the next free one of its kind by default.
    time, who
        For the log: ISO 8601, and who takes it out.

    Raises
    ------
    Refused
        P098 without readable transcript, P094 when the place is not one to replace, P095 when
        the words are not there, P096 when the replacement is no pseudonym.

    """
    path, transcript = _transcript(study, interview)
    if replacement and PSEUDONYM.fullmatch(replacement) is None:
        raise Refused([messages.problem("P096", path, given=replacement)])
    body = transcript.body
    words = " ".join((body[span.start : span.end] if span else find).split())
    everywhere = find_words(body, words) if words else ()
    spans = (span,) if span else everywhere
    if not spans:
        raise Refused([messages.problem("P095", path, interview=interview)])
    _check_spans(transcript, spans, path=path)
    edits = Edits(spans, replacement or free_pseudonym(label, taken=[body]))
    files = {study.root / path: formats.write_transcript(_changed(transcript, edits))}
    files |= _ledgers(study, transcript, edits=edits, words=words)
    files |= _memos(study, interview, words=words, replacement=edits.replacement)
    decisions = _decisions(study, transcript, edits=edits, label=label, time=time, who=who)
    _check_codings(study, transcript, edits=edits, files=files)
    files |= decisions
    files |= renew_list(study.root, decisions)
    return Redaction(
        root=study.root,
        interview=interview,
        label=label,
        replacement=edits.replacement,
        words=words,
        spans=spans,
        remaining=tuple(one for one in everywhere if not edits.touches(one)),
        places=tuple(_count(study, files, words=words)),
        elsewhere=tuple(_elsewhere(study, words=words, files=files)),
        files=files,
        changed=tuple(path.relative_to(study.root).as_posix() for path in files),
        decided=bool(decisions),
    )


def redact(redaction: Redaction, *, vault: Vault | None, time: str, who: str = "") -> None:
    """Write a redaction: all files and the key, or nothing.

    Parameters
    ----------
    redaction
        What `weigh_redaction` gave.
    vault
        The opened vault; without one the key does not know what was taken out.
    time, who
        For the log: ISO 8601, and who takes it out.

    Raises
    ------
    Refused
        P097 when a file cannot be written, P521 when somebody coded since it was weighed, or
        what the vault refuses with; every file is then as it was.

    """
    one = redaction
    entry = Entry(one.interview, one.label, one.replacement, (one.words,))
    lines = [
        LogLine(time, one.interview, s.start, s.end, one.label, one.replacement, (who or "?",),
                "achteraf")
        for s in one.spans
    ]  # fmt: skip
    try:
        with _held(one), rewriting(one.files):
            if vault is not None:
                vault.take_out(entry, lines=lines)
    except OSError as error:
        raise Refused([messages.problem("P097", one.interview, detail=reason(error))]) from error


@contextmanager
def _held(redaction: Redaction) -> Iterator[None]:
    """Hold the ledgers of the interview, and refuse when one has more lines than was weighed."""
    ledgers, interview = Ledgers(redaction.root), redaction.interview
    with ledgers.held_all([interview]):
        for coder in ledgers.coders(interview):
            path = redaction.root / f"codebook/codings/{coder}/{interview}.jsonl"
            weighed = redaction.files.get(path)
            stand = sum(bool(line.strip()) for line in path.read_bytes().split(b"\n"))
            if weighed is None or stand != weighed.count("\n"):
                raise Refused([messages.problem("P521", interview, interview=interview)])
        yield


def _transcript(study: Study, interview: str) -> tuple[str, Transcript]:
    """Return path and transcript."""
    path = f"interviews/{interview}.md"
    parsed = study.parsed_transcripts.get(path)
    if parsed is None or parsed.record is None or not parsed.ok:
        raise Refused([messages.problem("P098", path, interview=interview)])
    return path, parsed.record


def _check_spans(transcript: Transcript, spans: tuple[Span, ...], *, path: str) -> None:
    """Refuse a place that is not words of one turn, or that cuts a pseudonym."""
    pseudonyms = [Span(*found.span()) for found in PSEUDONYM.finditer(transcript.body)]
    wrong = [
        span
        for span in spans
        if not transcript.body[span.start : span.end].strip()
        or not any(Span(t.start, t.end).holds(span) for t in transcript.turns)
        or any(span.overlaps(one) and not span.holds(one) for one in pseudonyms)
    ]
    if wrong:
        raise Refused(
            messages.problem("P094", path, interview=transcript.id, start=s.start, end=s.end)
            for s in wrong
        )


def _changed(transcript: Transcript, edits: Edits) -> Transcript:
    """Return the transcript as it will be: a new version, with restrictions in their place."""
    body = edits.apply(transcript.body)
    restrictions = []
    for found in transcript.restrictions:
        moved = edits.move(Span(found.start, found.end))
        exact = body[moved.start : moved.end]
        restrictions.append(Restriction(moved.start, moved.end, exact, found.wish))
    return replace(
        transcript,
        body=body,
        sha256=hash_body(body),
        version=transcript.version + 1,
        restrictions=tuple(restrictions),
    )


def _ledgers(study: Study, transcript: Transcript, *, edits: Edits, words: str) -> dict[Path, str]:
    """Return the new ledgers of an interview; a ledger that cannot be read is refused."""
    hashes = transcript.sha256, hash_body(edits.apply(transcript.body))
    changed: dict[Path, str] = {}
    for name, parsed in study.parsed_ledgers.items():
        if not name.endswith(f"/{transcript.id}.jsonl"):
            continue
        if not parsed.ok:
            raise Refused(parsed.problems)
        events = redact_events(
            parsed.record, body=transcript.body, edits=edits, hashes=hashes, words=words
        )
        changed[study.root / name] = "".join(formats.write_event(event) for event in events)
    return changed


def _memos(study: Study, interview: str, *, words: str, replacement: str) -> dict[Path, str]:
    """Return the memos that change: that on the interview, and those on no interview."""
    changed: dict[Path, str] = {}
    others = {parsed.record.id for parsed in study.parsed_transcripts.values() if parsed.record}
    for memo in study.memos:
        if memo.about in others - {interview}:
            continue
        text = redact_text(memo.text, words, replacement=replacement)
        if text != memo.text:
            changed[study.root / memo.path] = text
    return changed


def _decisions(
    study: Study, transcript: Transcript, *, edits: Edits, label: str, time: str, who: str
) -> dict[Path, str]:
    """Return the new decisions, when they and the raw text give the transcript as it is."""
    raw_path = study.root / "interviews" / "raw" / f"{transcript.id}.txt"
    path = raw_path.with_name(f"{transcript.id}.decisions.yaml")
    if not (raw_path.is_file() and path.is_file()):
        return {}
    raw = read_text(raw_path, root=study.root).text
    text = read_text(path, root=study.root).text
    decisions = formats.parse_decisions(text, path=path.name).record
    body = transcript.body
    if decisions is None or any(PSEUDONYM.search(body, s.start, s.end) for s in edits.spans):
        return {}
    try:
        if anonymise.apply_decisions(raw, decisions=decisions) != body:
            return {}
        grown = extend_decisions(
            decisions, spans=to_raw(edits.spans, decisions=decisions), raw=raw, label=label,
            replacement=edits.replacement, time=time, who=who,
        )  # fmt: skip
        if anonymise.apply_decisions(raw, decisions=grown) != edits.apply(body):
            return {}
    except Refused:
        return {}
    return {path: formats.write_decisions(grown)}


def _check_codings(
    study: Study, transcript: Transcript, *, edits: Edits, files: Mapping[Path, str]
) -> None:
    """Refuse when a coding that stood in its place would not do so any more."""
    from paraplu.coding.fold import fold

    body, path = edits.apply(transcript.body), f"interviews/{transcript.id}.md"
    turns, _ = split_turns(body, interview=transcript.id, double=False)
    if len(turns) != len(transcript.turns):
        first = {"start": edits.spans[0].start, "end": edits.spans[0].end}
        raise Refused([messages.problem("P094", path, interview=transcript.id, **first)])
    for name, parsed in study.parsed_ledgers.items():
        if study.root / name not in files:
            continue
        after = formats.parse_ledger(files[study.root / name], path=name)
        old = fold(parsed.record, coder="", interview=transcript.id)
        new = {c.id: c for c in fold(after.record, coder="", interview=transcript.id)}
        lost = [
            c
            for c in old
            if transcript.body[c.start : c.end] == c.exact
            and body[new[c.id].start : new[c.id].end] != new[c.id].exact
        ]
        if lost:
            where = {"interview": transcript.id, "start": lost[0].start, "end": lost[0].end}
            raise Refused([messages.problem("P210", f"{name}:{lost[0].line}", **where)])


def _count(study: Study, files: Mapping[Path, str], *, words: str) -> Iterator[Found]:
    """Yield how often the words are taken out of each file; decisions hold them and keep them."""
    for path, text in files.items():
        if path.suffix == ".yaml":
            continue
        old = read_text(path, root=study.root, strict=False).text
        before, left = find_words(old, words), find_words(text, words)
        if before:
            line = old.count("\n", 0, before[0].start) + 1
            name = path.relative_to(study.root).as_posix()
            yield Found(name, len(before) - len(left), line)


def _elsewhere(study: Study, *, words: str, files: Mapping[Path, str]) -> Iterator[Found]:
    """Yield other files in which the words stand; they stay there."""
    paths = chain.from_iterable(study.root.glob(pattern) for pattern in ELSEWHERE)
    for path in sorted({path for path in paths if path not in files}):
        text = read_text(path, root=study.root, strict=False).text
        spans = find_words(text, words)
        if spans:
            name = path.relative_to(study.root).as_posix()
            yield Found(name, len(spans), text.count("\n", 0, spans[0].start) + 1)
