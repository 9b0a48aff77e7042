"""Redaction of a ledger: passages stay in their place, words go, nothing else changes."""

from __future__ import annotations

from paraplu.coding.fold import fold
from paraplu.coding.redaction import redact_events
from paraplu.records import Event
from paraplu.spans import Edits, Span

BODY = "R: Toen belde Coen Vermeer mij op. Dat was laat.\n"
NAME = Span(14, 26)
EDITS = Edits((NAME,), "[persoon 1]")
AFTER = EDITS.apply(BODY)


def event(number: int, kind: str = "add", coding: str = "c1", **fields: object) -> Event:
    """Return an event."""
    return Event(f"e{number}", f"2023-01-01T00:00:0{number}Z", kind, coding, 1, fields, number)


def add(number: int, start: int, end: int, *, coding: str = "c1", **more: object) -> Event:
    """Return an event that adds a passage of the body."""
    passage = {"start": start, "end": end, "exact": BODY[start:end], "doc": "oud", "code": "x"}
    return event(number, coding=coding, **passage, **more)


def redacted(*events: Event) -> tuple[Event, ...]:
    """Return the events after the redaction."""
    return redact_events(
        events, body=BODY, edits=EDITS, hashes=("oud", "nieuw"), words="Coen Vermeer"
    )


def test_a_passage_behind_the_words_moves() -> None:
    """With its hash and its context."""
    (new,) = redacted(add(1, 35, 48, prefix="Vermeer mij op. ", suffix="\n"))
    assert AFTER[new.fields["start"] : new.fields["end"]] == "Dat was laat."  # type: ignore[misc]
    assert new.fields["doc"] == "nieuw"
    assert "Vermeer" not in str(new.fields["prefix"])
    assert len(str(new.fields["prefix"])) == len("Vermeer mij op. ")


def test_a_passage_before_the_words_stays() -> None:
    """Only what follows it changes."""
    (new,) = redacted(add(1, 3, 13, prefix="R: ", suffix=" Coen Verm"))
    assert (new.fields["start"], new.fields["end"]) == (3, 13)
    assert new.fields["suffix"] == " [persoon "


def test_a_passage_that_ends_in_the_words_holds_the_pseudonym_whole() -> None:
    """Half a pseudonym is no word."""
    (new,) = redacted(add(1, 8, 18))
    assert new.fields["exact"] == "belde [persoon 1]"
    (new,) = redacted(add(1, 19, 33))
    assert new.fields["exact"] == "[persoon 1] mij op"


def test_events_of_a_removed_coding_are_redacted_too() -> None:
    """The file still has them."""
    added, gone = redacted(add(1, 8, 26), event(2, "remove"))
    assert "Vermeer" not in str(added.fields)
    assert gone.fields == {}


def test_a_revision_of_one_border_follows_the_passage_it_makes() -> None:
    """It says only what changes; the rest is in earlier events."""
    first = add(1, 3, 13)
    second = event(2, "revise", end=26, exact=BODY[3:26])
    events = redacted(first, second)
    (coding,) = fold(events, coder="a", interview="R01")
    assert AFTER[coding.start : coding.end] == coding.exact == "Toen belde [persoon 1]"
    assert "start" not in events[1].fields


def test_a_memo_loses_the_words() -> None:
    """Of a coding, and of a later memo on it."""
    first, second = redacted(
        add(1, 3, 13, memo="over Coen  Vermeer"), event(2, "memo", memo="Coen Vermeer weer")
    )
    assert first.fields["memo"] == "over [persoon 1]"
    assert second.fields["memo"] == "[persoon 1] weer"


def test_a_passage_that_stands_nowhere_loses_the_words_and_pieces_of_them() -> None:
    """Made on an older text; its context may begin in the middle of the name."""
    (new,) = redacted(
        event(1, start=90, end=99, exact="bij Coen Vermeer", doc="ouder", prefix="rmeer zei ",
              suffix=" en Coen Ver")
    )  # fmt: skip
    assert new.fields["exact"] == "bij [persoon 1]"
    assert (new.fields["prefix"], new.fields["suffix"]) == ("", "")
    assert (new.fields["start"], new.fields["doc"]) == (90, "ouder")


def test_numbers_times_and_order_of_events_stay() -> None:
    """The ledger still merges with a branch that was not redacted."""
    events = (event(2, "revise", memo="x"), add(1, 8, 26), add(3, 35, 48, coding="c2"))
    head = [(e.event, e.time, e.kind, e.coding) for e in events]
    assert [(e.event, e.time, e.kind, e.coding) for e in redacted(*events)] == head


def test_an_empty_ledger_stays_empty() -> None:
    """Nothing to do."""
    assert redacted() == ()
