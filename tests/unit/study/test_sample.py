"""The sample: counts by group, states, and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu import Study
from paraplu.study.coders import codings_by_coder
from paraplu.study.sample import describe_sample, key_of, sample_tables, sample_values

if TYPE_CHECKING:
    from pathlib import Path


def numbers_of(root: Path) -> dict[str, float]:
    """Return the numbers on a sample by key."""
    return {value.key: value.number for value in sample_values(describe_sample(Study.open(root)))}


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("steekproef.respondenten", 43),
        ("steekproef.gesprekken", 40),
        ("steekproef.dubbelgesprekken", 3),
        ("steekproef.groepen", 4),
        ("steekproef.beurten", 1096),
        ("steekproef.actieve-participant", 16),
        ("steekproef.onbekend", 10),
        ("steekproef.verslag.niet-verstuurd", 0),
        ("steekproef.ingetrokken", 0),
        ("privacy.min-cel", 3),
    ],
)
def test_numbers_of_the_reference_study(reference: Path, key: str, number: float) -> None:
    """These are the numbers the reference study says it has."""
    assert numbers_of(reference)[key] == number


def test_a_small_sample_is_counted_by_hand(small_study: Path) -> None:
    """Two interviews, three respondents, one of them not to be quoted."""
    sample = describe_sample(Study.open(small_study))
    tables = sample_tables(sample)
    assert tables["steekproef"].to_numpy().tolist() == [
        ["criticaster", 1, 1, 1],
        ["actieve participant", 2, 1, 1],
    ]
    speech = tables["wie-spreekt"].set_index("interview")
    assert speech.loc["R01", ["turns", "words"]].tolist() == [2, 13]
    assert speech.loc["R01", "share"] == pytest.approx(13 / 16)
    assert tables["anonimiteit"]["combination"].tolist() == ["criticaster", "actieve participant"]


def test_the_withdrawn_are_counted_and_left_out(small_study: Path) -> None:
    """Who withdraws leaves the sample and stays in one number."""
    path = small_study / "interviews" / "respondents.csv"
    text = path.read_text(encoding="utf-8").replace("vrij,akkoord,nee", "vrij,akkoord,ja", 1)
    path.write_text(text, encoding="utf-8", newline="\n")
    numbers = numbers_of(small_study)
    assert numbers["steekproef.ingetrokken"] == 1
    assert numbers["steekproef.respondenten"] == 2
    assert numbers["steekproef.gesprekken"] == 1


def test_keys_are_short() -> None:
    """A key holds no capitals, spaces or what comes after 'met'."""
    assert key_of("Onbekend met het netwerk") == "onbekend"
    assert key_of("na voorlegging") == "na-voorlegging"


def test_the_coder_who_decides_comes_first(small_study: Path) -> None:
    """The consensus is first and there even without a ledger."""
    study = Study.open(small_study)
    assert list(codings_by_coder(study)) == ["consensus", "coder-a", "coder-b"]
    for path in (small_study / "codebook" / "codings" / "consensus").glob("*.jsonl"):
        path.unlink()
    found = codings_by_coder(Study.open(small_study))
    assert list(found) == ["consensus", "coder-a", "coder-b"]
    assert found["consensus"].empty
