"""Codings survive redaction: whatever is taken out, what was coded is still coded."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.anonymise import apply_decisions
from paraplu.anonymise.redaction import extend_decisions, to_raw
from paraplu.coding.fold import fold
from paraplu.coding.redaction import redact_events
from paraplu.formats.transcript_text import hash_body
from paraplu.records import Decisions, Entity, Event, Occurrence
from paraplu.spans import Edits, Span

WORDS = st.lists(
    st.sampled_from(["Vos", "en", "toen", "😀", "belde", "é", "niet", "Bloem", "ja,"]),
    min_size=4, max_size=30,
)  # fmt: skip
REPLACEMENTS = st.sampled_from(["[x]", "[persoon 12]", "[gemeente 1]"])


@st.composite
def disjoint_spans(draw: st.DrawFn, size: int, *, most: int = 4) -> tuple[Span, ...]:
    """Draw spans in order that do not overlap."""
    borders = draw(st.lists(st.integers(0, size), unique=True, max_size=2 * most))
    borders = sorted(borders)[: len(borders) // 2 * 2]
    return tuple(Span(a, b) for a, b in zip(borders[::2], borders[1::2], strict=True))


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_what_is_not_touched_keeps_its_words(data: st.DataObject) -> None:
    """And what is touched holds the pseudonym whole."""
    body = " ".join(data.draw(WORDS))
    edits = Edits(data.draw(disjoint_spans(len(body))), data.draw(REPLACEMENTS))
    after = edits.apply(body)
    start = data.draw(st.integers(0, len(body) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(body))))
    moved = edits.move(span)
    if edits.touches(span):
        first = next(one for one in edits.spans if one.overlaps(span))
        new = edits.move(first)
        assert moved.holds(new)
        assert after[new.start : new.end] == edits.replacement
    else:
        assert after[moved.start : moved.end] == body[span.start : span.end]


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_places_keep_their_order(data: st.DataObject) -> None:
    """What came first still comes first."""
    edits = Edits(data.draw(disjoint_spans(60)), data.draw(REPLACEMENTS))
    places = sorted(data.draw(st.lists(st.integers(0, 60), min_size=2, max_size=9)))
    starts = [edits.move(Span(place, place)).start for place in places]
    assert starts == sorted(starts)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_every_coding_stands_in_its_place_after_a_redaction(data: st.DataObject) -> None:
    """`body[start:end] == exact`, with the hash of the new body, and the name nowhere."""
    body = "R: " + " ".join(data.draw(WORDS)) + " Vos daar.\n"
    found = body.index("Vos")
    edits = Edits((Span(found, found + 3),), data.draw(REPLACEMENTS))
    after = edits.apply(body)
    starts = data.draw(st.lists(st.integers(3, len(body) - 2), min_size=1, max_size=6))
    events = []
    for number, start in enumerate(starts):
        end = data.draw(st.integers(start + 1, len(body) - 1))
        fields = {
            "doc": hash_body(body), "start": start, "end": end, "exact": body[start:end],
            "prefix": body[max(start - 9, 0) : start], "suffix": body[end : end + 9], "code": "x",
        }  # fmt: skip
        events.append(Event(f"e{number}", "t", "add", f"c{number}", 1, fields))
    new = redact_events(
        events, body=body, edits=edits, hashes=(hash_body(body), hash_body(after)), words="Vos"
    )
    codings = fold(new, coder="a", interview="R01")
    assert len(codings) == len(starts)
    for coding in codings:
        assert after[coding.start : coding.end] == coding.exact
        assert coding.doc == hash_body(after)
        assert after[: coding.start].endswith(coding.prefix)
        assert after[coding.end :].startswith(coding.suffix)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_decisions_that_were_extended_give_the_redacted_text(data: st.DataObject) -> None:
    """Applying them to the raw text again does not bring the name back."""
    raw = " ".join(data.draw(WORDS))
    mentions = data.draw(disjoint_spans(len(raw), most=3))
    entity = Entity(
        "PERSON", "[persoon 1]", "",
        tuple(Occurrence(s.start, s.end, raw[s.start : s.end]) for s in mentions),
    )  # fmt: skip
    decisions = Decisions("R01", hash_body(raw), "nagekeken", "", "", (entity,))
    body = apply_decisions(raw, decisions=decisions)
    free = [
        Span(start, start + 1)
        for start in range(len(body))
        if not any(
            Edits(mentions, "[persoon 1]").move(one).overlaps(Span(start, start + 1))
            for one in mentions
        )
    ]
    if not free:
        return
    edits = Edits((data.draw(st.sampled_from(free)),), "[plaats 1]")
    grown = extend_decisions(
        decisions, spans=to_raw(edits.spans, decisions=decisions), raw=raw, label="PLACE",
        replacement="[plaats 1]", time="t", who="w",
    )  # fmt: skip
    assert apply_decisions(raw, decisions=grown) == edits.apply(body)


@pytest.mark.parametrize(
    "spans", [(Span(3, 3),), (Span(3, 6), Span(5, 7)), (Span(5, 7), Span(1, 2))]
)
def test_edits_that_cannot_be_are_refused(spans: tuple[Span, ...]) -> None:
    """Empty, overlapping, out of order."""
    with pytest.raises(ValueError, match="edits are"):
        Edits(spans, "[x]")
