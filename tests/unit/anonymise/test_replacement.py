"""Applying decisions, and k-anonymity of what is published."""

from __future__ import annotations

import hashlib

import pandas as pd
import pytest

from paraplu.anonymise import anonymity, apply_decisions
from paraplu.errors import Refused
from paraplu.records import Decisions, Entity, Occurrence

RAW = "R: Ik ben Jan, en Jan woont in Ons Dorp."


def decide(*occurrences: Occurrence, raw: str = RAW) -> Decisions:
    """Return decisions that replace the mentions by one pseudonym."""
    digest = hashlib.sha256(raw.encode()).hexdigest()
    entity = Entity("PERSON", "[persoon 1]", "", occurrences)
    return Decisions("R01", digest, "nagekeken", "", "", (entity,))


def test_every_mention_is_replaced_whatever_its_length() -> None:
    """Replacing from left to right keeps later offsets right."""
    decisions = decide(Occurrence(18, 21, "Jan"), Occurrence(10, 13, "Jan"))
    assert apply_decisions(RAW, decisions=decisions) == (
        "R: Ik ben [persoon 1], en [persoon 1] woont in Ons Dorp."
    )


@pytest.mark.parametrize(
    ("decisions", "code"),
    [
        (decide(Occurrence(10, 13, "Jan"), raw="andere tekst"), "P160"),
        (decide(Occurrence(11, 14, "Jan")), "P161"),
        (decide(Occurrence(10, 13, "Jan"), Occurrence(12, 14, "n,")), "P162"),
    ],
)
def test_doubtful_decisions_replace_nothing(decisions: Decisions, code: str) -> None:
    """Another text, other words or overlap: refused, with offsets and without a name."""
    with pytest.raises(Refused) as refusal:
        apply_decisions(RAW, decisions=decisions)
    assert [problem.code for problem in refusal.value.problems] == [code]
    assert "Jan" not in str(refusal.value)


def test_small_combinations_come_first() -> None:
    """A combination of two people is too small, of four tight, of five enough."""
    respondents = pd.DataFrame({"groep": ["a"] * 2 + ["b"] * 4 + ["c"] * 5})
    found = anonymity(respondents, published=["groep"])
    assert found["k"].tolist() == [2, 4, 5]
    assert found["oordeel"].tolist() == ["te klein", "krap", "voldoende"]


def test_nothing_published_gives_nothing_away() -> None:
    """Without published attributes, or without respondents, there is no combination."""
    assert anonymity(pd.DataFrame({"groep": ["a"]}), published=[]).empty
    assert anonymity(pd.DataFrame({"groep": []}), published=["groep"]).empty
