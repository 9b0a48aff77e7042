"""From what detectors found to mentions that do not overlap."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.anonymise import kinds
from paraplu.anonymise.detection import CONTACT, Detection, Mention
from paraplu.anonymise.lexicon import load_lexicon
from paraplu.anonymise.sound import alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from paraplu.anonymise.document import Document
    from paraplu.spans import Span

__all__ = ["combine"]

_WORD = re.compile(r"[^\s,;:()\"“”„]+")
_SMALL = re.compile(
    r"(?<!\w)(?:van der|van den|van de|van 't|van ’t|van het|van|de|der|den|ten|ter|'t|in 't|"
    r"op den|op de|von|el|al|bin|da|di|dos|du|le|la) $"
)
_STOPPED = re.compile(r"(?<![.\w])\w*[^\W\d_]{2}\.$")
"""A word with the stop of the sentence; the stop of an initial belongs to the name."""
_ARTICLE = re.compile(r"(?<!\w)(?:de|het|een) $")
_EDGE = ' \t\n,;:!?"“”„«»()[]'
_PATTERNED = frozenset({*CONTACT, "URL", "DATE", "AGE"})
TRUSTED = frozenset({"zelfbeschrijving", "opgegeven"})
"""Detectors whose word goes before what is public."""
ECHO = "doorwerking"
"""The detector that finds again what was found before."""
WEIGHT = 4.0
"""How much more a pattern weighs than a name, when they overlap."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Detections that overlap."""

    start: int
    end: int
    found: tuple[Detection, ...]


def combine(
    document: Document, detections: Iterable[Detection], *, public: Sequence[Span] = ()
) -> tuple[Mention, ...]:
    """Unite overlapping detections and decide what kind each is.

    Parameters
    ----------
    document
        The text.
    detections
        What all detectors found. A detection without label is a name of unknown kind.
    public
        Stretches that are not masked; a detection of the respondent's description of himself
        goes before them.

    Returns
    -------
    tuple of Mention
        In order, not overlapping, none across a line or a sentence.

    """
    pieces = [
        piece
        for detection in detections
        if not _is_common(document, detection)
        for part in _outside(detection, public=public)
        for piece in _within(document, part)
    ]
    whole = {
        _with_prefix(document, piece) if piece.label == "PERSON" else piece for piece in pieces
    }
    groups = list(_group(sorted(whole)))
    votes = [_vote(document, group) for group in groups]
    _agree(document, groups, votes)
    mentions = []
    for group, vote in zip(groups, votes, strict=True):
        label = _by_pattern(group) or max(vote, key=lambda name: (vote[name], name))
        doubt = 1.0
        for detection in group.found:
            doubt *= 1 - min(detection.score, 0.99)
        sources = tuple(sorted({detection.source for detection in group.found}))
        text = document.text[group.start : group.end]
        mentions.append(Mention(group.start, group.end, label, text, sources, round(1 - doubt, 2)))
    return tuple(mentions)


def _is_common(document: Document, detection: Detection) -> bool:
    """Tell whether a name is one that everybody knows and that identifies nobody."""
    if detection.source in TRUSTED or detection.label in _PATTERNED:
        return False
    words = document.text[detection.start : detection.end].strip(_EDGE + ".")
    lexicon = load_lexicon()
    if words in lexicon.surnames and detection.source == ECHO and detection.label == "PERSON":
        before = document.text[max(0, detection.start - 5) : detection.start]
        return _ARTICLE.search(before) is not None
    if detection.source == "deduce":  # it takes articles in
        words = re.sub(r"^(?:de|het) ", "", words)
    return words in lexicon.public


def _outside(detection: Detection, *, public: Sequence[Span]) -> Iterator[Detection]:
    """Give the parts of a detection that are not public."""
    if detection.source in TRUSTED or detection.label in _PATTERNED:
        yield detection
        return
    start = detection.start
    for span in public:
        if span.end <= start or span.start >= detection.end:
            continue
        if span.start > start:
            yield _cut(detection, start, span.start)
        start = max(start, span.end)
    if start < detection.end:
        yield _cut(detection, start, detection.end)


def _cut(detection: Detection, start: int, end: int) -> Detection:
    """Return the detection with other borders."""
    return Detection(start, end, detection.label, detection.source, detection.score)


def _within(document: Document, detection: Detection) -> Iterator[Detection]:
    """Cut a detection at sentence and line borders, and take white space and commas off."""
    number = document.sentence_at(detection.start)
    while number < len(document.sentences) and document.sentences[number].start < detection.end:
        sentence = document.sentences[number]
        start = max(detection.start, sentence.start)
        end = min(detection.end, sentence.end)
        while start < end and document.text[start] in _EDGE:
            start += 1
        while start < end and document.text[end - 1] in _EDGE:
            end -= 1
        if _STOPPED.search(document.text, start, end):
            end -= 1
        if start < end and any(c.isalnum() for c in document.text[start:end]):
            yield _cut(detection, start, end)
        number += 1


def _with_prefix(document: Document, piece: Detection) -> Detection:
    """Take small words before a surname in: "van der", or "van" after a title or function."""
    sentence = document.sentences[document.sentence_at(piece.start)]
    found = _SMALL.search(document.text, sentence.start, piece.start)
    if found is None or not document.text[piece.start].isupper():
        return piece
    lexicon = load_lexicon()
    before = document.text[sentence.start : found.start()].split()[-1:]
    cued = any(word.lower() in lexicon.titles | lexicon.roles for word in before)
    sure = found[0].strip() not in {"van", "de", "van de", "het", "van het"}
    return _cut(piece, found.start(), piece.end) if cued or sure else piece


def _group(pieces: list[Detection]) -> Iterator[_Group]:
    """Group what overlaps."""
    gathered: list[Detection] = []
    end = -1
    for piece in pieces:
        if gathered and piece.start >= end:
            yield _Group(gathered[0].start, end, tuple(gathered))
            gathered = []
            end = -1
        gathered.append(piece)
        end = max(end, piece.end)
    if gathered:
        yield _Group(gathered[0].start, end, tuple(gathered))


def _by_pattern(group: _Group) -> str:
    """Return the label of the longest pattern, when it covers half of what overlaps."""
    patterned = [d for d in group.found if d.source == "patroon" and d.label in _PATTERNED]
    if not patterned:
        return ""
    longest = max(patterned, key=lambda d: (d.end - d.start, d.score))
    half = 2 * (longest.end - longest.start) >= group.end - group.start
    return longest.label if half else ""


def _vote(document: Document, group: _Group) -> dict[str, float]:
    """Add up what detectors and words say about the kind."""
    votes: dict[str, float] = defaultdict(float)
    for detection in group.found:
        if detection.source == ECHO and len(group.found) > 1:
            continue  # a name that comes back says nothing new about its kind
        patterned = detection.label in _PATTERNED or detection.source in {"patroon", "opgegeven"}
        if detection.label:
            votes[detection.label] += detection.score * (WEIGHT if patterned else 1.0)
    words = _WORD.findall(document.text[group.start : group.end])
    sentence = document.sentences[document.sentence_at(group.start)]
    before = document.text[sentence.start : group.start]
    after = document.text[group.end : sentence.end]
    nearby = {"before": before[-60:], "after": after[:60]}
    for label, weight in kinds.vote(words or [""], **nearby).items():
        votes[label] += weight
    return votes


def _agree(document: Document, groups: list[_Group], votes: list[dict[str, float]]) -> None:
    """Let the same words be of the same kind throughout, and a part of a name a person."""
    total: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    number: dict[str, int] = defaultdict(int)
    for group, vote in zip(groups, votes, strict=True):
        key = document.text[group.start : group.end].casefold()
        number[key] += 1
        for label, weight in vote.items():
            total[key][label] += weight
    persons = {
        word
        for key, vote in total.items()
        if max(vote, key=lambda name: (vote[name], name)) == "PERSON"
        for word in key.split()
    }
    for group, vote in zip(groups, votes, strict=True):
        key = document.text[group.start : group.end].casefold()
        if not _PATTERNED & vote.keys():
            vote.update({label: weight / number[key] for label, weight in total[key].items()})
            if key in persons or _is_heard_as(key, persons):
                vote["PERSON"] = vote.get("PERSON", 0.0) + 0.5


def _is_heard_as(key: str, persons: set[str]) -> bool:
    """Tell whether a word is one that sounds like the name of a person, and is no known place."""
    lexicon = load_lexicon()
    known = lexicon.residences
    return key.isalpha() and key.capitalize() not in known and any(alike(key, p) for p in persons)
