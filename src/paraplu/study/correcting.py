"""Correcting the text of an interview: a new version, with all codings taken along."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paraplu import formats, messages
from paraplu.coding.anchoring import Anchoring, compare_texts
from paraplu.coding.correction import Reanchored, reanchor
from paraplu.errors import Refused, Severity
from paraplu.formats.transcript_text import FRONT, hash_body
from paraplu.spans import Span
from paraplu.study.ledgers import Ledgers
from paraplu.study.reading import read_text
from paraplu.study.rewriting import rewriting

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from paraplu.records import Restriction, Transcript
    from paraplu.study.repository import Study

__all__ = ["Correction", "correct", "weigh_correction"]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction would do: the new transcript, and per coder what becomes of the codings."""

    path: str
    old: Transcript
    new: Transcript
    ledgers: dict[str, Reanchored]

    @property
    def moved(self) -> int:
        """How many codings have a place in the new text."""
        return sum(each.moved for each in self.ledgers.values())


def weigh_correction(
    study: Study, interview: str, *, body: str, who: str, now: dt.datetime
) -> Correction:
    """Return what a correction would do; nothing is written.

    Parameters
    ----------
    study
        The study.
    interview
        Which transcript.
    body
        The corrected text, normalised; a head between ``---`` is left out.
    who
        Who corrects.
    now
        The clock.

    Raises
    ------
    Refused
        P502 without such a transcript; P131 and others when it has errors, also when the new
        text would; P250 when nothing changed; P251 when a restriction has no place any more.

    """
    path, old = _find(study, interview)
    text = FRONT.sub("", body, count=1).strip("\n") + "\n"
    if text == old.body:
        raise Refused([messages.problem("P250", path)])
    anchoring = compare_texts(old.body, text)
    new = replace(
        old, body=text, sha256=hash_body(text), version=old.version + 1, corrected_by=who,
        restrictions=_restrictions(old, anchoring, path=path),
    )  # fmt: skip
    double = any(turn.respondent.count(".") for turn in old.turns)
    parsed = formats.parse_transcript(formats.write_transcript(new), path=path, double=double)
    errors = [each for each in parsed.problems if each.severity is Severity.ERROR]
    if errors or parsed.record is None:
        raise Refused(errors)
    ledgers = Ledgers(study.root)
    version = study.codebook().version
    found = {
        coder: reanchor(
            ledgers.read(coder, interview).events, anchoring=anchoring, transcript=parsed.record,
            coder=coder, codebook=version, now=now,
        )
        for coder in ledgers.coders(interview)
    }  # fmt: skip
    return Correction(path, old, parsed.record, found)


def correct(study: Study, interview: str, *, body: str, who: str, now: dt.datetime) -> Correction:
    """Write a correction: transcript and ledgers together, or none of them.

    The ledgers are held meanwhile, so that nobody who codes at the same time loses anything.
    Parameters and exceptions are those of `weigh_correction`; P510 when the disk refuses.
    """
    coders = [coder.id for coder in study.plan().coders]
    with Ledgers(study.root).held_all([interview], coders=coders):
        found = weigh_correction(study, interview, body=body, who=who, now=now)
        texts: dict[Path, str] = {study.root / found.path: formats.write_transcript(found.new)}
        for coder, each in found.ledgers.items():
            path = study.root / f"codebook/codings/{coder}/{interview}.jsonl"
            stood = read_text(path, root=study.root, strict=False).text
            end = "" if not stood or stood.endswith("\n") else "\n"
            texts[path] = stood + end + "".join(map(formats.write_event, each.events))
        with rewriting(texts):
            return found


def _find(study: Study, interview: str) -> tuple[str, Transcript]:
    """Return the transcript without errors, and its file."""
    for path, parsed in study.parsed_transcripts.items():
        if parsed.record is not None and parsed.record.id == interview:
            errors = [each for each in parsed.problems if each.severity is Severity.ERROR]
            if errors:
                raise Refused(errors)
            return path, parsed.record
    raise Refused([messages.problem("P502", "gesprek", interview=interview[:12])])


def _restrictions(old: Transcript, anchoring: Anchoring, *, path: str) -> tuple[Restriction, ...]:
    """Return the restrictions at their new places; what was agreed may not get lost."""
    kept: list[Restriction] = []
    for each in old.restrictions:
        span = anchoring.find(Span(each.start, each.end))
        if span is None:
            where = {"start": each.start, "end": each.end}
            raise Refused([messages.problem("P251", path, **where)])
        exact = anchoring.after[span.start : span.end]
        kept.append(replace(each, start=span.start, end=span.end, exact=exact))
    return tuple(kept)
