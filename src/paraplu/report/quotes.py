"""Judging quotations: verbatim, permitted, and attributed to a group only."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from paraplu import messages
from paraplu.messages.report import NOTES
from paraplu.report import words
from paraplu.report.folding import fold
from paraplu.report.judged import Judged, Use, failed, passed
from paraplu.report.quotation import parse_quotation, pseudonyms_in
from paraplu.report.unmarked import find_quantities
from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paraplu.errors import Problem
    from paraplu.records import Respondent, Transcript, Turn
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts
    from paraplu.report.quotation import Quotation

__all__ = ["Place", "attribution", "find_places", "judge_quote", "may_quote", "turning"]

_OPENING = re.compile(r"\s*[“„\"«‘']")
_FOREIGN = "æœøßłđðþ"
_SPREAD = re.compile(r"(?<!\w)\w(?:[\W_]+\w(?!\w))+")
SUBMITTED = ("akkoord", "gecorrigeerd")


class Place(NamedTuple):
    """Where a quotation stands: the turn, its spans in the body, and what forbids it."""

    transcript: Transcript
    turn: Turn
    spans: tuple[Span, ...]
    problem: Problem | None


def judge_quote(mark: Mark, facts: Facts, *, place: str) -> Judged:
    """Look a quotation up in the interview, and whether it may be used.

    A respondent is quoted when `citeren` is *vrij*, or *na voorlegging* and the report was
    approved or corrected; never on a passage with a restriction, whatever the wish, and never
    after withdrawal.

    Parameters
    ----------
    mark
        A mark ``.quote`` with `from`: an interview, or a respondent of a double interview.
    facts
        What the study knows.
    place
        ``file:line`` for problems.

    """
    source = mark.attributes["from"]
    transcript = facts.study.transcripts.get(source.partition(".")[0])
    known = {person.id for person in facts.study.people} | facts.study.transcripts.keys()
    if transcript is None or source not in known:
        return failed(mark, "P430", place, source=source)
    quotation = parse_quotation(mark.text, pseudonyms=pseudonyms_in(transcript.body))
    if not (mark.block or _OPENING.match(mark.text)):
        return failed(mark, "P436", place)
    wrong = _check_words(quotation, facts, place=place, source=source)
    if wrong is not None:
        return Judged(mark, {}, (wrong,))
    places = list(find_places(quotation, transcript, facts, source=source, place=place))
    if not places:
        return failed(mark, "P431", place, source=source, interview=transcript.id)
    allowed = next((found for found in places if found.problem is None), None)
    if allowed is None:
        return Judged(mark, {}, tuple(p for p in [places[0].problem] if p is not None))
    judged = passed(mark, attribution=attribution(allowed.transcript, allowed.turn, facts))
    first, last = allowed.spans[0], allowed.spans[-1]
    use = Use(transcript.id, allowed.turn.respondent, first.start, last.end)
    return replace(judged, use=use)


def find_places(
    quotation: Quotation, transcript: Transcript, facts: Facts, *, source: str, place: str
) -> Iterator[Place]:
    """Yield every place in an interview where a quotation stands, allowed or not."""
    people = {person.id: person for person in facts.study.people}
    for turn in transcript.turns:
        if not _speaks(turn, transcript, source=source, people=people):
            continue
        for found in quotation.find(turn.text):
            spans = tuple(Span(turn.start + s.start, turn.start + s.end) for s in found)
            problem = _permission(
                people.get(turn.respondent), transcript, spans, place=place, source=source
            )
            yield Place(transcript, turn, spans, problem)


def _speaks(
    turn: Turn, transcript: Transcript, *, source: str, people: dict[str, Respondent]
) -> bool:
    """Tell whether a turn is of the source: a respondent who takes part, or any document."""
    if transcript.kind != "interview":
        return turn.role != "I"
    return turn.respondent in people and source in {transcript.id, turn.respondent}


def _check_words(quotation: Quotation, facts: Facts, *, place: str, source: str) -> Problem | None:
    """Return what is wrong with the words or brackets themselves."""
    if quotation.pattern is None:
        return messages.problem("P436", place)
    if quotation.attached:
        return messages.problem("P437", place)
    if quotation.strange:
        return messages.problem("P433", place, seen=quotation.strange[0], source=source)
    turned = turning(quotation.additions)
    for added in quotation.additions:
        counted = find_quantities(unicodedata.normalize("NFKC", added), vocabulary=facts.vocabulary)
        turned = turned or "".join(counted[:1])
    return messages.problem("P432", place, seen=turned) if turned else None


def turning(additions: Sequence[str]) -> str:
    """Return what turns around or narrows what was said; empty when nothing does.

    Looked for as a reader sees it: spread out (``n i e t``), over several brackets
    (``[ni] [et]``), in wide letters, or in those of another script.

    Parameters
    ----------
    additions
        What stands in the brackets of a quotation, in order.

    Examples
    --------
    >>> turning(["toen"]), turning(["n.i.e.t"]), turning(["ge", "en"])
    ('', 'niet', 'geen')

    """
    pattern = words.compile_words((*words.DENIALS, *words.MODIFIERS))
    plain = [fold(unicodedata.normalize("NFKD", added)).text for added in additions]
    for text in (*plain, *(_SPREAD.sub(_letters, text) for text in plain)):
        found = pattern.search(text)
        if found:
            return found[0]
        strange = [s for s in text if s.isalpha() and not s.isascii() and s not in _FOREIGN]
        if strange:
            return strange[0]
    joined = [_letters(text) for text in plain]
    runs = ("".join(joined[i:j]) for i in range(len(joined)) for j in range(i + 1, len(joined) + 1))
    return next((run for run in runs if pattern.fullmatch(run)), "")


def _letters(text: str | re.Match[str]) -> str:
    """Return the letters of a text, without what stands between them."""
    return "".join(sign for sign in (text if isinstance(text, str) else text[0]) if sign.isalpha())


def _permission(
    person: Respondent | None,
    transcript: Transcript,
    spans: tuple[Span, ...],
    *,
    place: str,
    source: str,
) -> Problem | None:
    """Return what forbids to quote these words of this respondent."""
    for restriction in transcript.restrictions:
        held = Span(restriction.start, restriction.end)
        if any(span.overlaps(held) for span in spans):
            return messages.problem("P435", place, source=source, wish=restriction.wish)
    if person is None or may_quote(person):
        return None
    return messages.problem(
        "P434", place, source=source, citeren=person.citeren, verslag=person.verslag
    )


def may_quote(person: Respondent) -> bool:
    """Tell whether a respondent may be quoted: freely, or after approving the report."""
    submitted = person.citeren == "na voorlegging" and person.verslag in SUBMITTED
    return person.citeren == "vrij" or submitted


def attribution(transcript: Transcript, turn: Turn, facts: Facts) -> str:
    """Return the published attributes of the speaker, or a word for someone of a small group."""
    if transcript.kind != "interview":
        return f"({NOTES['document']})"
    return f"({facts.attributions[turn.respondent]})"
