"""A transcript: front matter, then a turn per paragraph."""

from __future__ import annotations

import pytest

from paraplu.formats import parse_transcript, write_transcript
from paraplu.formats.transcript_text import hash_body, split_turns

BODY = "I: Dag.\n\nR: Ja, hallo: dit is het.\nTweede regel 😀.\n\nR: Nee.\n"


def file(body: str = BODY, **front: str) -> str:
    """Return the file of a transcript."""
    head = {
        "id": "R01", "kind": "interview", "sha256": hash_body(body), "status": "nagekeken",
    } | front  # fmt: skip
    return "---\n" + "".join(f"{k}: {v}\n" for k, v in head.items()) + "---\n\n" + body


def codes(text: str) -> list[tuple[str, str]]:
    """Return code and place of every problem."""
    return [(p.code, p.place) for p in parse_transcript(text, path="R01.md").problems]


def test_a_turn_leaves_its_label_out() -> None:
    """Offsets point at the words, in code points into the body."""
    transcript = parse_transcript(file(), path="R01.md").record
    assert transcript is not None
    assert [turn.speaker for turn in transcript.turns] == ["I", "R", "R"]
    for turn in transcript.turns:
        assert transcript.body[turn.start : turn.end] == turn.text
    assert transcript.turns[1].text == "Ja, hallo: dit is het.\nTweede regel 😀."


def test_the_interviewer_is_no_respondent() -> None:
    """Only R labels lead to a respondent."""
    turns, _ = split_turns(BODY, interview="R01", double=False)
    assert [turn.respondent for turn in turns] == ["", "R01", "R01"]


def test_speakers_of_a_double_interview_are_two_respondents() -> None:
    """A bare R is the first of the two."""
    turns, _ = split_turns("R1: a\n\nR2: b\n\nR: c\n", interview="R10", double=True)
    assert [turn.respondent for turn in turns] == ["R10.1", "R10.2", "R10.1"]


def test_a_changed_body_is_named() -> None:
    """One letter is enough."""
    assert codes(file().replace("Nee.", "Neen.")) == [("P131", "R01.md")]


def test_a_paragraph_without_speaker_is_named_with_its_line() -> None:
    """The line is that of the file, front matter included."""
    body = "I: Dag.\n\nZomaar tekst.\n"
    assert codes(file(body)) == [("P132", "R01.md:10")]


def test_a_document_may_have_paragraphs_without_speaker() -> None:
    """Only interviews have turns."""
    assert codes(file("Zomaar tekst.\n", id="D01", kind="document")) == []


@pytest.mark.parametrize(
    "text", ["", "I: Dag.\n", "---\nid: R01\n", "--- \nid: R01\n---\n\nI: a\n"]
)
def test_a_file_without_front_matter_is_named(text: str) -> None:
    """There is no transcript then, and no traceback."""
    assert codes(text) == [("P130", "R01.md:1")]


def test_a_wrong_field_in_the_front_matter_has_its_line() -> None:
    """Lines count from the top of the file."""
    assert codes(file(status="klaar")) == [("P107", "R01.md:5")]
    assert codes(file(kleur="rood")) == [("P106", "R01.md:6")]


def test_a_restriction_off_its_place_is_named() -> None:
    """Its words must stand at its offsets; the words are not repeated."""
    restriction = "\n  - {wish: niet citeren, start: 3, end: 6, exact: Dag}"
    assert codes(file(restrictions=restriction)) == []
    (problem,) = parse_transcript(
        file(restrictions=restriction.replace("3", "4")), path="R01.md"
    ).problems
    assert problem.code == "P133"
    assert "Dag" not in str(problem)


def test_a_written_transcript_is_read_back_the_same() -> None:
    """Also with restrictions and characters outside the basic plane."""
    restriction = "\n  - {wish: voorleggen, start: 3, end: 6, exact: Dag}"
    transcript = parse_transcript(file(restrictions=restriction), path="R01.md").record
    assert transcript is not None
    assert parse_transcript(write_transcript(transcript), path="R01.md").record == transcript
