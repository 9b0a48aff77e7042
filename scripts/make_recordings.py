"""Make the recordings of the reference study in all formats in which transcripts come in.

Each of the 40 fictional interviews gets one original, such as ``interviews/raw/R01.vtt``, with
``R01.speakers.yaml`` beside it. What is made is read back at once, and has to give ``R01.txt``
again, character for character. The hashes go to ``FICTIEF.sha256``.

    .venv/bin/python scripts/make_recordings.py
"""

from __future__ import annotations

import hashlib
import random
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import recording_cues as cues
import recording_documents as documents

from paraplu.formats import parse_decisions
from paraplu.formats.recordings import (
    UNSURE,
    format_turns,
    parse_recording,
    write_speaker_map,
)
from paraplu.formats.transcript_text import split_turns
from paraplu.records import SpeakerMap

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.records import Turn

RAW = Path("interviews/raw")
SEED = 2023
TOM, GEORGETTE = "Rijsenbrij, Tom (Bureau Maatwerk)", "Georgette Maalderink"
WITH_GEORGETTE = ("R12", "R18", "R22", "R26", "R29", "R32", "R38")
PEOPLE = {
    "R01": ["Wit-Hoekman, Karin de (Gemeente)"],
    "R02": ["Joost Terpsma"],
    "R03": ["Laken, Marieke van der", "Roos, Dennis"],
    "R09": ["Hofstee, Wietske"],
    "R10": ["Mehmet Karabulut", "Ellen Vroom"],
    "R12": ["Renske van 't Zand"],
    "R13": ["Chantal Prins-Nooteboom (extern)"],
    "R18": ["Winston P."],
    "R19": ["Tjitske"],
    "R22": ["Haersolte, van"],
    "R31": ["Berber Zijlker"],
    "R33": ["Corné"],
    "R35": ["Schuurmans-Pol, Olaf"],
    "R38": ["Meinderts, Harm (Waterschap)"],
}


@dataclass(frozen=True, slots=True)
class Material:
    """An interview: its turns, the names in it, who speaks, and its own source of chance."""

    turns: tuple[Turn, ...]
    mentions: tuple[str, ...]
    people: dict[str, str]
    chance: random.Random

    def called(self, **names: str) -> dict[str, str]:
        """Return a name for each label; labels that are not given keep themselves."""
        return {turn.speaker: names.get(turn.speaker, turn.speaker) for turn in self.turns}

    def cut(self, *, share: bool) -> list[cues.Cue]:
        """Cut the turns into cues."""
        return cues.cut_cues(self.turns, names=self.mentions, random_=self.chance, share=share)


def teams(material: Material) -> bytes:
    """Write as Teams does, with two voices in some cues."""
    cut = material.cut(share=True)
    return cues.write_teams(cut, names=material.people, random_=material.chance)


def zoom(material: Material) -> bytes:
    """Write as Zoom does, with two voices in some cues."""
    return cues.write_zoom(material.cut(share=True), names=material.people)


def srt(material: Material, *, label: str, names: dict[str, str], only_changes: bool) -> bytes:
    """Write SRT."""
    called = material.called(**names) if names else material.people
    cut = material.cut(share=False)
    return cues.write_srt(cut, names=called, label=label, only_changes=only_changes)


def whisperx(material: Material) -> bytes:
    """Write WhisperX JSON, with two voices in some segments."""
    order = list(dict.fromkeys(turn.speaker for turn in material.turns))
    called = {who: f"SPEAKER_{number:02d}" for number, who in enumerate(order)}
    return cues.write_whisperx(material.cut(share=True), names=called)


def word(material: Material, *, layout: str, **names: str) -> bytes:
    """Write Word."""
    called = material.called(**names) if names else material.people
    return documents.write_word(material.turns, names=called, layout=layout)


def odt(material: Material, *, layout: str, **names: str) -> bytes:
    """Write OpenDocument."""
    called = material.called(**names)
    return documents.write_odt(material.turns, names=called, layout=layout)


def rtf(material: Material, *, layout: str, **names: str) -> bytes:
    """Write RTF."""
    return documents.write_rtf(material.turns, names=material.called(**names), layout=layout)


def text(material: Material, *, layout: str, encoding: str = "utf-8", **names: str) -> bytes:
    """Write plain text."""
    called = material.called(**names)
    return documents.write_text(material.turns, names=called, layout=layout, encoding=encoding)


def same(material: Material) -> bytes:
    """Write the text that is worked on: some transcripts come in that form."""
    return ("\n\n".join(f"{t.speaker}: {t.text}" for t in material.turns) + "\n").encode()


def pdf(material: Material, *, layout: str, **names: str) -> bytes:
    """Write PDF."""
    return documents.write_pdf(material.turns, names=material.called(**names), layout=layout)


def markdown(material: Material) -> bytes:
    """Write Markdown."""
    names = material.called(I="Interviewer", R="Respondent")
    return documents.write_markdown(material.turns, names=names)


LONG = {"I": "Interviewer", "R": "Respondent"}
FORMS: dict[str, tuple[str, Callable[[Material], bytes]]] = {
    **dict.fromkeys(("R01", "R03", "R09", "R13", "R22", "R35", "R38"), (".vtt", teams)),
    **dict.fromkeys(("R02", "R12", "R18", "R33"), (".vtt", zoom)),
    "R05": (".srt", partial(srt, label="{name}: ", only_changes=True,
                            names={"I": "Spreker 1", "R": "Spreker 2"})),
    "R19": (".srt", partial(srt, label="{name}: ", only_changes=False, names={})),
    "R28": (".srt", partial(srt, label="[{name}]: ", only_changes=False,
                            names={"I": "SPEAKER_00", "R": "SPEAKER_01"})),
    **dict.fromkeys(("R07", "R20", "R29", "R39"), (".json", whisperx)),
    "R04": (".docx", partial(word, layout="plain", I="I")),
    "R10": (".docx", partial(word, layout="table")),
    "R15": (".docx", partial(word, layout="soft", **LONG)),
    "R24": (".docx", partial(word, layout="bold", **LONG)),
    "R31": (".docx", partial(word, layout="teams")),
    "R36": (".docx", partial(word, layout="timed", I="I", R="R")),
    "R06": (".odt", partial(odt, layout="plain")),
    "R17": (".odt", partial(odt, layout="bold", **LONG)),
    "R26": (".odt", partial(odt, layout="table", I="I", R1="R1", R2="R2")),
    "R08": (".rtf", partial(rtf, layout="f4")),
    "R21": (".rtf", partial(rtf, layout="named", I="Int.", R="Resp.")),
    "R32": (".rtf", partial(rtf, layout="f4", I="Georgette", R="Gijs B.")),
    "R14": (".txt", partial(text, layout="plain", encoding="cp1252")),
    "R16": (".txt", partial(text, layout="maxqda", encoding="cp1252", I="Tom", R="Ruben")),
    "R23": (".txt", partial(text, layout="f4", encoding="utf-8-sig")),
    "R27": (".txt", partial(text, layout="timed", encoding="mac_roman", I="V", R="A")),
    "R30": (".txt", same),
    "R40": (".txt", partial(text, layout="plain", encoding="utf-16", **LONG)),
    "R25": (".pdf", partial(pdf, layout="narrow")),
    "R34": (".pdf", partial(pdf, layout="wide", **LONG)),
    "R37": (".pdf", partial(pdf, layout="narrow", **LONG)),
    "R11": (".md", markdown),
}  # fmt: skip


def main() -> int:
    """Make all recordings; return how many do not give their text again."""
    failed = 0
    for path in sorted(RAW.glob("R??.txt")):
        failed += not make(path.stem, body=path.read_text(encoding="utf-8"))
    note_hashes()
    return failed


def make(interview: str, *, body: str) -> bool:
    """Make the recording of one interview, unless it does not give its text again."""
    suffix, write = FORMS[interview]
    data = write(gather(interview, body=body))
    name = f"{interview}{suffix}"
    if suffix == ".txt" and data != body.encode():
        name = f"{interview}.origineel.txt"
    found = parse_recording(data, suffix=suffix, place=name)
    well = format_turns(found) == body
    sure = not any(voice.certainty == UNSURE for voice in found.speakers)
    shown = ", ".join(f"{voice.role} {voice.certainty}" for voice in found.speakers)
    print(f"{'' if well else 'MIS '}{name}: {len(data) // 1024} kB, {len(found.turns)} ({shown})")
    for warning in found.warnings:
        print(f"    {warning}")
    if well and sure:
        (RAW / name).write_bytes(data)
        speakers = SpeakerMap(
            interview, name, found.kind, digest(data), digest(body.encode()), found.speakers
        )
        map_path = RAW / f"{interview}.speakers.yaml"
        map_path.write_text(write_speaker_map(speakers), encoding="utf-8", newline="\n")
    return well and sure


def gather(interview: str, *, body: str) -> Material:
    """Gather what a recording is made of."""
    path = RAW / f"{interview}.decisions.yaml"
    decisions = parse_decisions(path.read_text(encoding="utf-8"), path=path.name).record
    mentions = [o.text for e in decisions.entities for o in e.occurrences] if decisions else []
    turns, _ = split_turns(body, interview=interview, double=False)
    people = {"I": GEORGETTE if interview in WITH_GEORGETTE else TOM}
    labels = sorted({turn.speaker for turn in turns} - {"I"})
    people |= dict(zip(labels, PEOPLE.get(interview, labels), strict=True))
    chance = random.Random(f"{SEED}{interview}")  # noqa: S311  where cues end is no secret
    return Material(turns, tuple(mentions), people, chance)


def note_hashes() -> None:
    """Write the hash of every file, so that it is known as fictional."""
    kept = [path for path in sorted(RAW.iterdir()) if path.name != "FICTIEF.sha256"]
    rows = [f"{digest(path.read_bytes())}  {path.name}\n" for path in kept]
    (RAW / "FICTIEF.sha256").write_text("".join(rows), encoding="utf-8", newline="\n")


def digest(data: bytes) -> str:
    """Return the sha256."""
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
