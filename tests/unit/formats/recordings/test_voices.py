"""Who is the interviewer and who the respondent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.errors import Refused
from paraplu.formats.recordings import parse_roles, parse_speaker_map, write_speaker_map
from paraplu.formats.recordings.pieces import Piece
from paraplu.formats.recordings.voices import assign_roles
from paraplu.records import SpeakerMap, Voice
from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.records import RawTranscript


def talk(*turns: tuple[str, str]) -> list[Piece]:
    """Return merged pieces."""
    return [Piece(name, text, Span(n, n + 1)) for n, (name, text) in enumerate(turns)]


def roles(turns: list[Piece], **given: str) -> dict[str, tuple[str, str]]:
    """Return role and certainty by name."""
    return {voice.name: (voice.role, voice.certainty) for voice in assign_roles(turns, given=given)}


ASKED = [("Ann", "Hoe?"), ("Bo", "Zo gaat dat bij ons."), ("Cas", "En zo.")] * 3


def test_who_asks_most_is_the_interviewer() -> None:
    """The others are numbered in order of appearance."""
    assert roles(talk(*ASKED)) == {
        "Ann": ("I", "waarschijnlijk"), "Bo": ("R1", "waarschijnlijk"),
        "Cas": ("R2", "waarschijnlijk"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "turns",
    [
        [("Ann", "Hoe?"), ("Bo", "Zo.")],
        [("Ann", "Hoe?"), ("Bo", "En u?")] * 3,
        [("Ann", "Ik praat heel veel en vraag dan?"), ("Bo", "Ja.")] * 3,
        [("Ann", "Alleen ik?")] * 3,
    ],
)
def test_without_a_clear_difference_the_guess_is_unsure(turns: list[tuple[str, str]]) -> None:
    """Too few questions, as many by the other, the most words, or one voice."""
    assert {certainty for _, certainty in roles(talk(*turns)).values()} == {"onzeker"}


def test_what_was_given_wins_and_stays() -> None:
    """A given role is not numbered again; two names may be one person."""
    given = {"Ann": "R", "Cas": "R"}
    assert roles(talk(*ASKED), **given) == {
        "Ann": ("R", "gegeven"), "Bo": ("I", "onzeker"), "Cas": ("R", "gegeven"),
    }  # fmt: skip


def test_labels_say_it_with_certainty() -> None:
    """Words for roles need no guess, and I1 or R2 keep their number."""
    turns = talk(("Int.", "Ja."), ("R1", "Wie?"), ("R2", "Wat?"))
    assert roles(turns) == {"Int.": ("I", "zeker"), "R1": ("R1", "zeker"), "R2": ("R2", "zeker")}


def test_more_than_nine_respondents_are_refused(read: Callable[..., RawTranscript]) -> None:
    """There are no labels for a tenth."""
    with pytest.raises(Refused) as refusal:
        read("I: Ja?\n" + "".join(f"Deelnemer {n}: Ja.\n" for n in range(1, 11)), ".txt")
    assert [problem.code for problem in refusal.value.problems] == ["P179"]


def test_roles_that_cannot_be_read_are_named_by_number() -> None:
    """The name is not repeated; an = in a name is allowed."""
    assert parse_roles(["a=b=r2", " Ann = i "], place="x") == {"a=b": "R2", "Ann": "I"}
    with pytest.raises(Refused) as refusal:
        parse_roles(["Ann=I", "Bo=X", "=R"], place="x")
    assert [problem.code for problem in refusal.value.problems] == ["P189", "P189"]
    assert "Bo" not in str(refusal.value)


def test_who_is_who_survives_writing() -> None:
    """Reading the file gives the same record, whatever signs are in a name."""
    voices = (Voice('O\'Neil: "Bo" #1', "R1", "gegeven", 3, 20, 1), Voice("?", "I", "zeker"))
    written = SpeakerMap("R41", "R41.vtt", "vtt", "a" * 64, "b" * 64, voices)
    found = parse_speaker_map(write_speaker_map(written), path="x")
    assert found.record == written
    assert not found.problems
