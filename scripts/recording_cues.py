"""Cues of a fictional recording, and the formats that are made of them."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping, Sequence

    from paraplu.records import Turn

__all__ = ["Cue", "cut_cues", "write_srt", "write_teams", "write_whisperx", "write_zoom"]

WORDS = (7, 15)
PACE = 0.36
BRIEF = 4
CLOCK = 3600


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown at once: one piece of speech, or the end of one and a short answer."""

    start: float
    end: float
    parts: tuple[tuple[str, str], ...]


def cut_cues(
    turns: Sequence[Turn], *, names: Sequence[str], random_: random.Random, share: bool
) -> list[Cue]:
    """Cut turns into cues; names of people and places are cut in two where a cue ends.

    With `share` a short answer stands in the cue of what it answers.
    """
    cues: list[Cue] = []
    clock = 2.0
    for turn in turns:
        chunks = list(_chunks(turn.text.split(" "), names=names, random_=random_))
        for place, chunk in enumerate(chunks):
            end = clock + PACE * len(chunk)
            part = (turn.speaker, " ".join(chunk))
            brief = place == 0 and len(chunks) == 1 and len(chunk) <= BRIEF
            if share and brief and cues and len(cues[-1].parts) == 1:
                cues[-1] = Cue(cues[-1].start, end, (*cues[-1].parts, part))
            else:
                cues.append(Cue(clock, end, (part,)))
            clock = end
        clock += 0.4
    return cues


def write_teams(cues: Sequence[Cue], *, names: Mapping[str, str], random_: random.Random) -> bytes:
    """Write WebVTT as Teams does: a voice per part, GUIDs as ids."""
    guid = uuid.UUID(int=random_.getrandbits(128), version=4)
    rows = ["WEBVTT", ""]
    for number, cue in enumerate(cues):
        voices = "".join(f"<v {names[who]}>{_escape(text)}</v>" for who, text in cue.parts)
        rows += [f"{guid}/{number}-0", _span(cue, "."), voices, ""]
    return "\n".join(rows).encode()


def write_zoom(cues: Sequence[Cue], *, names: Mapping[str, str]) -> bytes:
    """Write WebVTT as Zoom does: numbered, the name in the text, CRLF."""
    rows = ["WEBVTT", ""]
    for number, cue in enumerate(cues, start=1):
        lines = [f"{names[who]}: {_escape(text)}" for who, text in cue.parts]
        rows += [str(number), _span(cue, "."), *lines, ""]
    return "\r\n".join(rows).encode()


def write_srt(
    cues: Sequence[Cue], *, names: Mapping[str, str], label: str, only_changes: bool
) -> bytes:
    """Write SRT; `label` shows a name, everywhere or only where the speaker changes."""
    rows: list[str] = []
    before = ""
    for number, cue in enumerate(cues, start=1):
        lines = []
        for who, text in cue.parts:
            shown = "" if only_changes and who == before else label.format(name=names[who])
            lines.append(_wrap(shown + text))
            before = who
        rows += [str(number), _span(cue, ","), *lines, ""]
    mark = b"\xef\xbb\xbf" if only_changes else b""
    return mark + "\r\n".join(rows).replace("\n", "\r\n").replace("\r\r", "\r").encode()


def write_whisperx(cues: Sequence[Cue], *, names: Mapping[str, str]) -> bytes:
    """Write WhisperX JSON; speakers and times are missing where it tends to miss them."""
    segments = []
    before = ""
    for number, cue in enumerate(cues):
        words = [
            _word(word, names[who], start=cue.start + PACE * place)
            for who, text in cue.parts
            for place, word in enumerate(text.split(" "))
        ]
        segment: dict[str, object] = {
            "start": round(cue.start, 3),
            "end": round(cue.end, 3),
            "text": " " + " ".join(text for _, text in cue.parts),
            "words": words,
            "speaker": names[cue.parts[0][0]],
        }
        same = before == cue.parts[0][0] and len(cue.parts) == 1
        if same and number % 5 == 0:
            del segment["speaker"]
            for word in words:
                word.pop("speaker")
        before = cue.parts[-1][0]
        segments.append(segment)
    data = {"segments": segments, "language": "nl"}
    return json.dumps(data, ensure_ascii=False).encode()


def _word(word: str, speaker: str, *, start: float) -> dict[str, object]:
    """Return a word as it was aligned; numerals are not."""
    if any(map(str.isdigit, word)):
        return {"word": word, "speaker": speaker}
    times = {"start": round(start, 2), "end": round(start + PACE, 2)}
    return {"word": word, **times, "speaker": speaker}


def _chunks(
    words: Sequence[str], *, names: Sequence[str], random_: random.Random
) -> Iterator[list[str]]:
    """Cut the words of a turn; after the first word of a name where there is one."""
    firsts = {name.split(" ")[0] for name in names if " " in name}
    chunk: list[str] = []
    size = random_.randint(*WORDS)
    for word in words:
        chunk.append(word)
        inside = word in firsts and len(chunk) >= WORDS[0] // 2
        if len(chunk) >= size or inside:
            yield chunk
            chunk = []
            size = random_.randint(*WORDS)
    if chunk:
        yield chunk


def _span(cue: Cue, point: str) -> str:
    """Write begin and end."""
    return f"{_clock(cue.start, point)} --> {_clock(cue.end, point)}"


def _clock(seconds: float, point: str) -> str:
    """Write a time as hours, minutes, seconds and thousandths."""
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    hours, rest = divmod(whole, CLOCK)
    return f"{hours:02d}:{rest // 60:02d}:{rest % 60:02d}{point}{thousandths:03d}"


def _wrap(text: str, width: int = 42) -> str:
    """Break a long cue over two lines."""
    if len(text) <= width or " " not in text[width:]:
        return text
    place = text.index(" ", width)
    return f"{text[:place]}\n{text[place + 1 :]}"


def _escape(text: str) -> str:
    """Escape what has a meaning in WebVTT."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
