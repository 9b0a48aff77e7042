"""The reference study: what it holds, and that it is what its makers wrote."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from paraplu import formats
from paraplu.anonymise.replacement import apply_decisions
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def study(reference: Path) -> Study:
    """Return the reference study, read once."""
    return Study.open(reference)


def test_it_has_43_respondents_in_40_interviews(study: Study) -> None:
    """Three interviews are double, and nobody withdrew."""
    people = study.respondents()
    assert (len(people), people["interview"].nunique()) == (43, 40)
    doubles = people["interview"].value_counts()
    assert sorted(doubles[doubles > 1]) == [2, 2, 2]


def test_its_groups_have_the_sizes_of_the_design(study: Study) -> None:
    """Four groups, chosen for their distance to the network."""
    assert study.respondents()["groep"].value_counts().to_dict() == {
        "actieve participant": 16,
        "onbekend met het netwerk": 10,
        "criticaster": 9,
        "critical friend": 8,
    }


def test_respondents_speak_in_1096_turns(study: Study) -> None:
    """The unit of agreement."""
    assert int(study.turns()["role"].eq("R").sum()) == 1096


def test_its_three_ledgers_hold_1751_1644_and_1858_codings(study: Study) -> None:
    """All of them living, each on its place."""
    counts = {coder: len(study.codings(coder)) for coder in study.ledgers}
    assert counts == {"coder-a": 1751, "coder-b": 1644, "consensus": 1858}


def test_presence_rests_on_the_consensus(study: Study) -> None:
    """Which is what `codings` gives by default."""
    assert set(study.codings()["coder"]) == {"consensus"}


def test_its_codebook_grew_from_54_to_58_codes_in_8_families(study: Study) -> None:
    """Version 2 added four."""
    book = study.codebook()
    assert (book.version, len(book.families), len(book.codes)) == (2, 8, 58)
    assert sum(code.since == 1 for code in book.codes.values()) == 54


def test_it_weighs_three_choices(study: Study) -> None:
    """Each with two poles."""
    assert [polarity.id for polarity in study.polarities().polarities] == [
        "focus", "richting", "middel",
    ]  # fmt: skip


def test_every_coding_stands_where_it_says(study: Study) -> None:
    """The words between its offsets are its words, within one turn."""
    turns = study.turns().set_index(["interview", "turn"])
    for coder in study.ledgers:
        codings = study.codings(coder)
        for row in codings.itertuples():
            body = study.transcripts[row.interview].body
            turn = turns.loc[(row.interview, row.turn)]
            assert body[row.start : row.end] == row.exact
            assert turn["start"] <= row.start
            assert row.end <= turn["end"]


def test_raw_text_and_decisions_give_the_interviews_character_for_character(
    study: Study, reference: Path
) -> None:
    """Pseudonymisation can be done again and gives the same text."""
    for interview, transcript in study.transcripts.items():
        base = reference / "interviews" / "raw" / interview
        raw = base.with_suffix(".txt").read_text(encoding="utf-8")
        path = base.with_suffix(".decisions.yaml")
        decisions = formats.parse_decisions(path.read_text(encoding="utf-8"), path=path.name).record
        assert decisions is not None
        assert apply_decisions(raw, decisions=decisions) == transcript.body


def test_no_replaced_words_are_left_in_an_interview(study: Study, reference: Path) -> None:
    """None of the longer mentions that were replaced stands in the pseudonymised text."""
    for interview, transcript in study.transcripts.items():
        path = reference / "interviews" / "raw" / f"{interview}.decisions.yaml"
        decisions = formats.parse_decisions(path.read_text(encoding="utf-8"), path=path.name).record
        assert decisions is not None
        left = [
            occurrence.text
            for entity in decisions.entities
            for occurrence in entity.occurrences
            if entity.label == "PERSON" and " " in occurrence.text
            if occurrence.text in transcript.body
        ]
        assert left == []


def test_the_list_of_fictional_files_covers_all_raw_material(reference: Path) -> None:
    """Every raw file and every decision, with the hash it has."""
    raw = reference / "interviews" / "raw"
    lines = (raw / "FICTIEF.sha256").read_text(encoding="utf-8").splitlines()
    listed = {name: sha for sha, name in (line.split(maxsplit=1) for line in lines)}
    held = [path for path in raw.rglob("*") if path.is_file() and path.name != "FICTIEF.sha256"]
    files = {
        path.relative_to(raw).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in held
    }
    assert listed == files
    assert sum(name.endswith(".decisions.yaml") for name in files) == 40


def test_it_has_no_errors(study: Study) -> None:
    """What `check` says of it is at most open work."""
    assert [str(p) for p in study.problems() if p.severity.value == "fout"] == []
