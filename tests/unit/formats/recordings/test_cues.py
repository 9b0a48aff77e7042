"""WebVTT, SRT and WhisperX."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from paraplu.errors import Refused
from paraplu.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.records import RawTranscript

    Read = Callable[..., RawTranscript]
    TextOf = Callable[..., str]


def vtt(*cues: str) -> str:
    """Return a WebVTT file of cues of two seconds."""
    blocks = [
        f"00:00:{2 * n:02d}.000 --> 00:00:{2 * n + 2:02d}.500\n{cue}" for n, cue in enumerate(cues)
    ]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def srt(*cues: str) -> str:
    """Return an SRT file of cues of two seconds."""
    blocks = [
        f"{n + 1}\n00:00:{2 * n:02d},000 --> 00:00:{2 * n + 2:02d},000\n{cue}\n"
        for n, cue in enumerate(cues)
    ]
    return "\n".join(blocks)


def whisper(*segments: dict[str, Any]) -> str:
    """Return WhisperX JSON."""
    return json.dumps({"segments": list(segments), "language": "nl"})


def words(spoken: str, speaker: str | None) -> list[dict[str, Any]]:
    """Return aligned words, with a speaker when there is one."""
    named = {"speaker": speaker} if speaker else {}
    return [{"word": word, **named} for word in spoken.split()]


def test_a_name_cut_over_two_cues_is_one_name_again(text_of: TextOf) -> None:
    """Consecutive cues of one voice become one turn."""
    cut = vtt("<v Wit, Ann de>En Mehmet</v>", "<v Wit, Ann de>Karabulut kwam?</v>", "<v B>Ja.</v>")
    assert text_of(cut, ".vtt", **{"Wit, Ann de": "I", "B": "R"}) == (
        "I: En Mehmet Karabulut kwam?\n\nR: Ja.\n"
    )


def test_turns_know_their_cues_and_times(read: Read) -> None:
    """The source counts cues from 0; times run from the first cue to the last, in seconds."""
    turns = read(vtt("<v A>Een</v>", "<v A>twee?</v>", "<v B>Ja.</v>"), ".vtt").turns
    assert [(turn.speaker, turn.source, turn.start, turn.end) for turn in turns] == [
        ("A", Span(0, 2), 0.0, 4.5),
        ("B", Span(2, 3), 4.0, 6.5),
    ]


def test_two_voices_in_one_cue_are_two_turns(read: Read) -> None:
    """The second voice of a cue does not disappear into the first, and it is said."""
    found = read(vtt("<v A>Zag u dat?</v> <v B>Ja.</v>", "<v.loud A>Wie?</v>"), ".vtt")
    assert [(turn.speaker, turn.text) for turn in found.turns] == [
        ("A", "Zag u dat?"), ("B", "Ja."), ("A", "Wie?"),
    ]  # fmt: skip
    assert "P198" in [warning.code for warning in found.warnings]


def test_signs_and_marks_of_webvtt_are_undone(text_of: TextOf) -> None:
    """Entities become signs; italics, classes and karaoke times are not words."""
    cue = "<v A><i>R&amp;D</i> kost <c.geel>&lt; 5</c> <00:00:01.000>euro?</v>"
    assert text_of(vtt(cue), ".vtt", A="I") == "I: R&D kost < 5 euro?\n"


def test_notes_between_cues_are_warned_about(read: Read) -> None:
    """A note can hold names and is not in the text."""
    found = read(vtt("<v A>Ja?</v>", "<v B>Ja.</v>") + "\nNOTE gesprek met B\n", ".vtt")
    assert "1 aantekening" in str([str(warning) for warning in found.warnings])


def test_zoom_names_are_found_and_a_colon_in_speech_is_not_one(text_of: TextOf) -> None:
    """Names return; 'Ja, hallo:' and 'Kijk:' are speech, also when they begin a line."""
    cues = vtt(
        "Piet Jansen: Hoe gaat het?", "Karin: Ja, hallo: dit is Karin.", "Kijk: het gaat.",
        "Kijk: het gaat.", "Piet Jansen: Mooi?", "Karin: Ja.",
    )  # fmt: skip
    assert text_of(cues, ".vtt", Karin="R", **{"Piet Jansen": "I"}) == (
        "I: Hoe gaat het?\n\n"
        "R: Ja, hallo: dit is Karin. Kijk: het gaat. Kijk: het gaat.\n\n"
        "I: Mooi?\n\nR: Ja.\n"
    )


def test_srt_speakers_stand_only_at_a_change(text_of: TextOf) -> None:
    """A byte order mark, CRLF and cues without a label are no trouble."""
    cues = srt("Spreker 1: Hoe\ngaat het?", "En verder?", "Spreker 2: <i>Goed</i>.")
    data = b"\xef\xbb\xbf" + cues.replace("\n", "\r\n").encode()
    assert text_of(data, ".srt", **{"Spreker 1": "I", "Spreker 2": "R"}) == (
        "I: Hoe gaat het? En verder?\n\nR: Goed.\n"
    )


def test_srt_dashes_without_names_stay_one_turn_and_are_named(read: Read) -> None:
    """Who speaks after a dash cannot be known; nothing is guessed."""
    found = read(srt("[SPEAKER_00]: Hoe?", "[SPEAKER_01]: - Goed.\n- En u?"), ".srt")
    assert found.turns[-1].text == "- Goed. - En u?"
    assert len([w for w in found.warnings if w.code == "P198"]) == 1


def test_whisperx_words_split_a_segment_of_two_speakers(text_of: TextOf) -> None:
    """The words say where the speaker changes; leading spaces go."""
    both = {
        "text": " Hoe oud? Negen.", "speaker": "SPEAKER_00",
        "words": words("Hoe oud?", "SPEAKER_00") + words("Negen.", "SPEAKER_01"),
    }  # fmt: skip
    assert text_of(whisper(both), ".json", SPEAKER_00="I", SPEAKER_01="R") == (
        "I: Hoe oud?\n\nR: Negen.\n"
    )


def test_whisperx_without_a_speaker_goes_on_with_the_one_before(read: Read) -> None:
    """A segment without speaker looks at its words, then at the segment before."""
    found = read(
        whisper(
            {"text": "Wat?", "speaker": "A", "start": 0, "end": 1},
            {"text": "Twaalf 12", "words": words("Twaalf", "B") + words("12", None)},
            {"text": "uur.", "start": "later", "end": float("nan")},
        ),
        ".json",
    )
    assert [(t.speaker, t.text, t.end) for t in found.turns] == [
        ("A", "Wat?", 1.0), ("B", "Twaalf 12 uur.", None),
    ]  # fmt: skip


@pytest.mark.parametrize("content", ['{"a": 1}', "[]", '{"segments": [1, {"text": 2}]}', "[1]"])
def test_json_that_is_no_transcript_is_refused(read: Read, content: str) -> None:
    """JSON without segments with text is named as such."""
    with pytest.raises(Refused) as refusal:
        read(content, ".json")
    assert [problem.code for problem in refusal.value.problems] == ["P182"]


def test_half_a_surrogate_pair_is_made_visible(read: Read) -> None:
    """JSON can hold half a character; it cannot be written, so it is replaced and named."""
    found = read(
        '[{"text": "Wat \\ud83d?", "speaker": "A"}, {"text": "x", "speaker": "B"}]', ".json"
    )
    assert found.turns[0].text == "Wat \ufffd?"
    assert "P198" in [warning.code for warning in found.warnings]
