"""Other borders for a mention, and going back to what was decided before."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from paraplu.anonymise import apply_decisions, deciding, mending
from paraplu.errors import Refused
from paraplu.records import Decisions, Entity, Occurrence

RAW = "R: Ten Kate Veen zag Kate en Piet."
BY = {"who": "ks", "time": "2023-07-01T10:00:00+00:00"}


@pytest.fixture
def proposal() -> Decisions:
    """Return a proposal that sees half of the first name."""
    kate = Entity(
        "PERSON", "[persoon 1]", "", (Occurrence(7, 11, "Kate", ("model",)),), "voorgesteld"
    )
    others = Entity(
        "PERSON", "[persoon 2]", "", (Occurrence(21, 25, "Kate"), Occurrence(29, 33, "Piet"))
    )
    digest = hashlib.sha256(RAW.encode()).hexdigest()
    return Decisions("R41", digest, "machine", "", "", (kate, others))


def move(decisions: Decisions, *asked: int) -> Decisions:
    """Move the borders of a mention: number of the entity, its old start, new start and end."""
    number, mention, start, end = asked
    return mending.move_borders(
        decisions, raw=RAW, number=number, mention=mention, start=start, end=end, **BY
    )


def test_half_a_name_becomes_whole(proposal: Decisions) -> None:
    """A mention gets other borders, is accepted, and is a person's word from then on."""
    moved = move(proposal, 1, 7, 3, 16)
    assert apply_decisions(RAW, decisions=moved).startswith("R: [persoon 1] zag")
    assert moved.entities[0].occurrences == (Occurrence(3, 16, "Ten Kate Veen"),)
    assert (moved.entities[0].status, moved.log[-1].what) == ("aanvaard", "grenzen")


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ((3, 7, 3, 16), "P164"), ((0, 7, 3, 16), "P164"), ((1, 8, 3, 16), "P166"),
        ((1, 7, 3, 22), "P167"), ((1, 7, 3, 99), "P167"), ((1, 7, 9, 9), "P167"),
        ((2, 21, 21, 30), "P167"),
    ],
)  # fmt: skip
def test_borders_that_cannot_be(
    proposal: Decisions, asked: tuple[int, int, int, int], code: str
) -> None:
    """No such entity or mention, outside the text, or over another mention."""
    with pytest.raises(Refused) as refused:
        move(proposal, *asked)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_borders_may_go_over_what_was_rejected(proposal: Decisions) -> None:
    """What is rejected is not replaced, so it is in nobody's way."""
    rejected = deciding.reject(proposal, numbers=[1], **BY)
    assert move(rejected, 2, 21, 7, 25).entities[1].occurrences[0].start == 7


def test_other_borders_undo_a_second_reading(proposal: Decisions) -> None:
    """The second reader has not seen them."""
    read = replace(proposal, state="tweede lezer", second_by="lm", second_on="2023-07-02")
    moved = move(read, 1, 7, 3, 16)
    assert (moved.state, moved.second_by, moved.second_on) == ("nagekeken", "", "")


def test_going_back_keeps_the_log(proposal: Decisions) -> None:
    """What was decided before stands there again, and the log tells all that happened."""
    rejected = deciding.reject(proposal, numbers=[1], **BY)
    back = mending.restore(rejected, earlier=proposal, what="ongedaan gemaakt", **BY)
    assert back.entities == proposal.entities
    assert [verdict.what for verdict in back.log] == ["afgewezen", "ongedaan gemaakt"]
