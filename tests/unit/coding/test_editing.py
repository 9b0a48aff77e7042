"""What a coder asks for becomes events, or a problem that says what is wrong."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from paraplu.coding.editing import Edit, decide_events
from paraplu.coding.fold import fold
from paraplu.errors import Refused
from paraplu.study import Study

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from paraplu.records import Event

NOON = dt.datetime(2023, 5, 1, 12, tzinfo=dt.UTC)


def name(number: int) -> str:
    """Return a ULID."""
    return f"01J{number:023d}"


class Room:
    """An interview with its codebook, and a ledger that grows."""

    def __init__(self, root: Path) -> None:
        """Open the small study."""
        study = Study(root)
        self.transcript, self.codebook = study.transcripts["R01"], study.codebook()
        self.events: list[Event] = []

    def place(self, words: str) -> dict[str, object]:
        """Return where words stand."""
        start = self.transcript.body.index(words)
        return {"start": start, "end": start + len(words), "exact": words}

    def add(self, number: int, words: str = "Dat was niet fijn 😀", **more: object) -> Edit:
        """Return the edit that codes words."""
        fields = {**self.place(words), "code": "dreiging", **more}
        return Edit(name(number), "add", name(number), fields)

    def ask(
        self, *edits: Edit, now: dt.datetime = NOON, elsewhere: Sequence[str] = ()
    ) -> Sequence[Event]:
        """Decide and keep what was decided."""
        new = decide_events(
            edits, events=self.events, transcript=self.transcript, codebook=self.codebook,
            coder="coder-a", elsewhere=elsewhere, now=now,
        )  # fmt: skip
        self.events += new
        return new

    def refuse(self, *edits: Edit, elsewhere: Sequence[str] = ()) -> list[str]:
        """Return the codes of the problems."""
        with pytest.raises(Refused) as refused:
            self.ask(*edits, elsewhere=elsewhere)
        return [problem.code for problem in refused.value.problems]


@pytest.fixture
def room(shared_small_study: Path) -> Room:
    """Return an interview with an empty ledger."""
    return Room(shared_small_study)


def test_an_add_gets_what_only_the_house_may_say(room: Room) -> None:
    """Time, version, hash and the words around it, with offsets in code points."""
    (event,) = room.ask(room.add(1))
    body, said = room.transcript.body, event.fields
    assert (event.time, event.codebook) == ("2023-05-01T12:00:00.000000Z", 2)
    assert said["doc"] == room.transcript.sha256
    assert body.index("😀") + 1 == said["end"]
    assert str(said["suffix"]).startswith(", zei ik.")
    assert str(said["prefix"]).endswith("een brief. ")


def test_the_same_event_twice_is_written_once(room: Room) -> None:
    """A client that got no answer sends again."""
    room.ask(room.add(1, memo="e\u0301"))
    assert room.ask(room.add(1, memo="e\u0301"), room.add(2)) == tuple(room.events[1:])
    assert len(room.events) == 2


def test_the_same_number_with_other_words_is_refused(room: Room) -> None:
    """It would be acknowledged and not be there."""
    room.ask(room.add(1))
    assert room.refuse(room.add(1, memo="anders")) == ["P230"]


def test_times_rise_when_the_clock_is_behind(room: Room) -> None:
    """Else an undo could fold as if it came before what it undoes."""
    room.ask(room.add(1))
    removal = Edit(name(2), "remove", name(1))
    room.ask(removal, now=NOON - dt.timedelta(days=400))
    assert fold(room.events, coder="coder-a", interview="R01") == ()
    back = Edit(name(3), "revise", name(1), {"memo": "toch"})
    room.ask(back, now=NOON - dt.timedelta(days=800))
    assert [c.memo for c in fold(room.events, coder="coder-a", interview="R01")] == ["toch"]


def test_an_attribute_is_cleared_by_an_empty_value(room: Room) -> None:
    """And a code of another family can follow in the same request."""
    room.ask(room.add(1, code="pol-focus", attributes={"pole": "smal", "fase": "nazorg"}))
    change = {"code": "steun", "attributes": {"pole": ""}}
    room.ask(Edit(name(2), "revise", name(1), change))
    (coding,) = fold(room.events, coder="coder-a", interview="R01")
    assert (coding.code, dict(coding.attributes)) == ("steun", {"fase": "nazorg"})


def test_borders_are_moved_together(room: Room) -> None:
    """Start, end and words, with new surroundings."""
    room.ask(room.add(1))
    assert room.refuse(Edit(name(2), "revise", name(1), {"start": 3})) == ["P231"]
    room.ask(Edit(name(3), "revise", name(1), room.place("Er kwam een brief")))
    (coding,) = fold(room.events, coder="coder-a", interview="R01")
    assert coding.exact == "Er kwam een brief"
    assert coding.suffix.startswith(". Dat was")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"start": -1}, "P234"),
        ({"end": 10_000}, "P234"),
        ({"start": True}, "P210"),
        ({"exact": "iets anders"}, "P210"),
        ({"code": "bestaat-niet"}, "P212"),
        ({"attributes": {"kleur": "rood"}}, "P214"),
        ({"attributes": {"fase": "later"}}, "P215"),
        ({"attributes": {"pole": "smal"}}, "P215"),
        ({"doc": "x"}, "P231"),
        ({"time": "x"}, "P231"),
    ],
)
def test_what_is_wrong_is_named(fields: dict[str, object], code: str, room: Room) -> None:
    """And nothing of the request is written, also not what was right."""
    wrong = room.add(1, **fields)
    assert room.refuse(room.add(2), wrong) == [code]
    assert room.events == []


def test_white_space_alone_is_no_passage(room: Room) -> None:
    """Between two turns there is nothing to code."""
    place = room.transcript.body.index("\n\n")
    fields = {"start": place, "end": place + 2, "exact": "\n\n", "code": "dreiging"}
    assert room.refuse(Edit(name(1), "add", name(1), fields)) == ["P235"]


def test_codings_that_are_not_the_own_are_left_alone(room: Room) -> None:
    """What does not exist, what exists already, and what is somebody else's."""
    assert room.refuse(Edit(name(1), "remove", name(9))) == ["P233"]
    assert room.refuse(Edit(name(1), "memo", name(9), {"memo": "x"}), elsewhere=[name(9)]) == [
        "P232"
    ]
    room.ask(room.add(1))
    again = replace(room.add(2), coding=name(1))
    assert room.refuse(again) == ["P232"]


def test_a_code_out_of_use_is_not_given_again(room: Room) -> None:
    """What was coded with it stays, and may be changed in other ways."""
    room.ask(room.add(1))
    codes = {**room.codebook.codes}
    codes["dreiging"] = replace(codes["dreiging"], retired=3)
    room.codebook = replace(room.codebook, codes=codes, version=3)
    assert room.refuse(room.add(2)) == ["P216"]
    room.ask(Edit(name(3), "memo", name(1), {"memo": "blijft"}))


def test_a_newer_code_is_given_to_an_older_coding(room: Room) -> None:
    """The coding then counts as made under the version that has the code."""
    room.codebook = replace(room.codebook, version=1)
    room.ask(room.add(1))
    room.codebook = replace(room.codebook, version=2)
    room.ask(Edit(name(2), "revise", name(1), {"code": "steun"}))
    (coding,) = fold(room.events, coder="coder-a", interview="R01")
    assert (coding.code, coding.codebook) == ("steun", 2)
