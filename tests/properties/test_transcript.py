"""Transcripts: turns tile the body, and writing is undone by reading."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paraplu.formats import parse_transcript, write_transcript
from paraplu.formats.transcript_text import hash_body, split_turns
from paraplu.records import Transcript
from paraplu.spans import normalise

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).map(
    lambda text: normalise(text).strip() or "x"
)
TURNS = st.lists(st.tuples(st.sampled_from(["I", "R", "R1", "R2"]), WORDS), max_size=8)


def body_of(turns: list[tuple[str, str]]) -> str:
    """Return the body of these turns."""
    return "\n\n".join(f"{speaker}: {words}" for speaker, words in turns) + "\n" * bool(turns)


@given(turns=TURNS, double=st.booleans())
def test_every_turn_stands_where_it_says(*, turns: list[tuple[str, str]], double: bool) -> None:
    """Speakers and words come back, in order, and offsets point at the words."""
    body = body_of(turns)
    found, loose = split_turns(body, interview="R10", double=double)
    assert loose == ()
    assert [(turn.speaker, turn.text) for turn in found] == turns
    assert all(body[turn.start : turn.end] == turn.text for turn in found)
    assert [turn.number for turn in found] == list(range(1, len(turns) + 1))


@given(TURNS)
def test_reading_undoes_writing(turns: list[tuple[str, str]]) -> None:
    """The record comes back as it was."""
    body = body_of(turns)
    parts, _ = split_turns(body, interview="R01", double=False)
    transcript = Transcript("R01", "interview", hash_body(body), 1, "", "nagekeken", body, parts)
    parsed = parse_transcript(write_transcript(transcript), path="R01.md")
    assert parsed.record == transcript
    assert parsed.problems == ()


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_traceback(text: str) -> None:
    """Whatever is on disk, the answer is a transcript or problems."""
    parsed = parse_transcript("---\n" + text, path="R01.md")
    assert parsed.record is not None or parsed.problems
