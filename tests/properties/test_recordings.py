"""Recordings: damage never harms, and what is written is read back."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paraplu.errors import Refused
from paraplu.formats.recordings import format_turns, parse_recording
from paraplu.formats.recordings.pieces import Line
from paraplu.formats.recordings.speech import read_lines
from paraplu.study import Study
from paraplu.study.importing import place_recording, read_recording

RAW = Path(__file__).parents[2] / "interviews" / "raw"
SAMPLES = (
    "R03.vtt", "R33.vtt", "R19.srt", "R20.json", "R04.docx", "R36.docx", "R26.odt", "R17.odt",
    "R21.rtf", "R16.origineel.txt", "R11.md", "klein.pdf",
)  # fmt: skip

words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30)
offsets = st.floats(0, 1, exclude_max=True)
damage = st.lists(
    st.one_of(
        st.tuples(st.just("cut"), offsets, st.just(b"")),
        st.tuples(st.just("drop"), offsets, st.binary(min_size=1, max_size=64)),
        st.tuples(st.just("write"), offsets, st.binary(min_size=1, max_size=64)),
        st.tuples(st.just("insert"), offsets, st.binary(min_size=1, max_size=64)),
        st.tuples(st.just("double"), offsets, st.binary(min_size=8, max_size=64)),
    ),
    min_size=1,
    max_size=6,
)


@cache
def sample(name: str) -> bytes:
    """Return a recording; the PDF is a short one, since reading one takes long."""
    if name == "klein.pdf":
        return bytes(typst.compile(b"I: Hoe gaat het?\n\nR: Goed.\n"))
    return (RAW / name).read_bytes()


def harm(data: bytes, blows: list[tuple[str, float, bytes]]) -> bytes:
    """Damage a file."""
    for kind, where, content in blows:
        place = int(where * len(data))
        if kind == "cut":
            data = data[:place]
        elif kind == "drop":
            data = data[:place] + data[place + len(content) :]
        elif kind == "write":
            data = data[:place] + content + data[place + len(content) :]
        elif kind == "insert":
            data = data[:place] + content + data[place:]
        else:
            data = data[:place] + data[place : place + len(content) * 40] + data[place:]
    return data


@settings(
    max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(name=st.sampled_from(SAMPLES), blows=damage)
def test_damaged_files_are_refused_whole_or_read_whole(
    name: str, blows: list[tuple[str, float, bytes]]
) -> None:
    """200 damaged files: no traceback, no partial file, nothing outside the study."""
    data = harm(sample(name), blows)
    folder = Path(tempfile.mkdtemp(prefix="paraplu-"))
    try:
        root = folder / "studie"
        root.mkdir()
        (root / "paraplu.toml").touch()
        source = folder / f"opname{Path(name).suffix}"
        source.write_bytes(data)
        study = Study(root)
        codes = []
        paths: tuple[str, ...] = ()
        try:
            paths = place_recording(study, read_recording(study, source, interview="R41"))
        except Refused as refused:
            codes = [problem.code[:2] for problem in refused.problems]
        found = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
        folders = {"studie", "studie/interviews", "studie/interviews/raw"}
        expected = {"studie/paraplu.toml", source.name, *(f"studie/{path}" for path in paths)}
        assert codes == ([] if paths else ["P1"])
        assert found - folders == expected
        assert len(paths) in (0, 3) or source.suffix == ".txt"
        assert source.read_bytes() == data
    finally:
        shutil.rmtree(folder)


@given(st.lists(st.tuples(st.sampled_from(["I", "R1", "R2"]), words), min_size=1, max_size=8))
def test_the_text_reads_back_as_itself(turns: list[tuple[str, str]]) -> None:
    """Importing the text that an import made gives it again, whatever was said."""
    said = "\n".join(f"{label}: a {text} z" for label, text in turns)
    try:
        once = format_turns(parse_recording(said.encode(), suffix=".txt", place="x"))
    except Refused:
        return
    again = format_turns(parse_recording(once.encode(), suffix=".txt", place="x"))
    assert again == once


@given(st.lists(words, min_size=1, max_size=8))
def test_no_word_of_a_document_is_lost(lines: list[str]) -> None:
    """Every line below the first label is in a turn, in order; labels and times aside."""
    plain = ["".join(filter(str.isalpha, line)) for line in lines]
    speech = read_lines(
        [Line("R: begin", 0), *(Line(f"{text} x", n) for n, text in enumerate(plain, 1))], given={}
    )
    spoken = " ".join(piece.text for piece in speech.pieces)
    assert spoken == " ".join(["begin", *(f"{text} x" for text in plain)])
