"""What a person does with a proposal."""

from __future__ import annotations

import pytest

from paraplu.anonymise import apply_decisions, deciding
from paraplu.errors import Refused
from paraplu.formats import parse_decisions, write_decisions
from paraplu.records import Decisions, Entity, Occurrence

RAW = "R: Jan zag Piet en Jan in Holt."
SHA = "0" * 64
BY = {"who": "ks", "time": "2023-07-01T10:00:00+00:00"}


def entity(label: str, replacement: str, *starts: int) -> Entity:
    """Return a proposed entity with words of the raw text."""
    ends = {start: start + len(RAW[start:].split(maxsplit=1)[0].rstrip(".")) for start in starts}
    found = tuple(Occurrence(s, ends[s], RAW[s : ends[s]], ("model",)) for s in starts)
    return Entity(label, replacement, "", found, "voorgesteld")


@pytest.fixture
def proposal() -> Decisions:
    """Return a proposal on the raw text."""
    import hashlib

    digest = hashlib.sha256(RAW.encode()).hexdigest()
    entities = (
        entity("PERSON", "[persoon 1]", 3, 19),
        entity("PERSON", "[persoon 2]", 11),
        entity("PLACE", "[plaats 1]", 26),
    )
    return Decisions("R41", digest, "machine", "", "", entities)


def test_reject(proposal: Decisions) -> None:
    """What is rejected stays in the file and is not replaced."""
    decided = deciding.reject(proposal, numbers=[3], **BY)
    assert decided.entities[2].status == "afgewezen"
    assert apply_decisions(RAW, decisions=decided).endswith("in Holt.")
    assert decided.log[-1].what == "afgewezen"


def test_accept_and_relabel(proposal: Decisions) -> None:
    """An entity is accepted, or gets another label and replacement."""
    decided = deciding.accept(proposal, numbers=[1, 2], **BY)
    decided = deciding.relabel(
        decided, number=3, label="MUNICIPALITY", replacement="[gemeente 1]", **BY
    )
    assert [e.status for e in decided.entities] == ["aanvaard"] * 3
    assert apply_decisions(RAW, decisions=decided).endswith("in [gemeente 1].")


def test_merge_and_split(proposal: Decisions) -> None:
    """Two entities become one, and one becomes two."""
    merged = deciding.merge(proposal, numbers=[1, 2], **BY)
    assert [len(e.occurrences) for e in merged.entities] == [3, 1]
    apart = deciding.split(merged, number=1, starts=[19], replacement="[persoon 3]", **BY)
    expected = "R: [persoon 1] zag [persoon 1] en [persoon 3] in [plaats 1]."
    assert apply_decisions(RAW, decisions=apart) == expected


def test_add(proposal: Decisions) -> None:
    """What the machine missed is added, to a known entity or as a new one."""
    added = deciding.add(
        proposal, raw=RAW, start=7, end=10, label="EVENT", replacement="[iets]", **BY
    )
    assert added.entities[-1].occurrences[0].text == "zag"
    assert added.entities[-1].occurrences[0].sources == ()


def test_reading(proposal: Decisions) -> None:
    """A reading, then a second one by someone else; a change after it undoes the second."""
    first = deciding.finish(proposal, **BY)
    assert (first.state, first.reviewed_by, first.reviewed_on) == ("nagekeken", "ks", "2023-07-01")
    assert {e.status for e in first.entities} == {"aanvaard"}
    with pytest.raises(Refused, match="P168"):
        deciding.finish(first, **BY)
    second = deciding.finish(first, who="lm", time=BY["time"])
    assert (second.state, second.second_by) == ("tweede lezer", "lm")
    assert deciding.reject(second, numbers=[1], **BY).state == "nagekeken"


def test_refused(proposal: Decisions) -> None:
    """What cannot be done is refused, with a code."""
    with pytest.raises(Refused, match="P164"):
        deciding.accept(proposal, numbers=[9], **BY)
    with pytest.raises(Refused, match="P165"):
        deciding.relabel(proposal, number=1, label="DIER", replacement="[x]", **BY)
    with pytest.raises(Refused, match="P166"):
        deciding.split(proposal, number=2, starts=[11], replacement="[x]", **BY)
    with pytest.raises(Refused, match="P167"):
        deciding.add(proposal, raw=RAW, start=4, end=9, label="PERSON", replacement="[x]", **BY)


def test_file(proposal: Decisions) -> None:
    """Decisions with status, sources, second reader and log come back from their file."""
    decided = deciding.reject(proposal, numbers=[2], **BY)
    decided = deciding.finish(deciding.finish(decided, **BY), who="lm", time=BY["time"])
    parsed = parse_decisions(write_decisions(decided), path="x")
    assert parsed.record == decided
    assert parsed.problems == ()


def test_merging_with_itself_loses_nothing(proposal: Decisions) -> None:
    """A number that is typed twice counts once."""
    merged = deciding.merge(proposal, numbers=[1, 1, 2], **BY)
    assert [len(e.occurrences) for e in merged.entities] == [3, 1]
    alone = deciding.merge(proposal, numbers=[1, 1], **BY)
    assert [len(e.occurrences) for e in alone.entities] == [2, 1, 1]


def test_adding_does_not_take_back_what_was_rejected(proposal: Decisions) -> None:
    """With the replacement of a rejected entity it becomes one of its own."""
    rejected = deciding.reject(proposal, numbers=[2], **BY)
    added = deciding.add(
        rejected, raw=RAW, start=15, end=17, label="PERSON", replacement="[persoon 2]", **BY
    )
    assert [e.status for e in added.entities] == [
        "voorgesteld", "afgewezen", "voorgesteld", "aanvaard",
    ]  # fmt: skip
