"""Folding events into codings."""

from __future__ import annotations

from paraplu.coding.fold import fold, orphans
from paraplu.records import Event

BASE = {"doc": "d", "start": 0, "end": 3, "exact": "abc", "code": "zorg"}


def event(name: str, kind: str, *, time: str = "2023-01-01T00:00:00Z", **fields: object) -> Event:
    """Return an event on the coding k."""
    return Event(event=name, time=time, kind=kind, coding="k", codebook=1, fields=fields)


ADD = event("1", "add", **BASE, attributes={"fase": "nazorg"})


def test_a_revision_changes_only_what_it_says() -> None:
    """Other fields and other attributes stay."""
    change = event("2", "revise", code="steun", attributes={"valentie": "+"})
    (coding,) = fold([ADD, change], coder="a", interview="R01")
    assert (coding.code, coding.exact) == ("steun", "abc")
    assert coding.attributes == {"fase": "nazorg", "valentie": "+"}


def test_the_last_writer_wins_per_field() -> None:
    """Time decides, and the event's own number when times are equal."""
    one, two = event("2", "revise", code="een"), event("3", "revise", code="twee")
    (coding,) = fold([two, ADD, one], coder="a", interview="R01")
    assert coding.code == "twee"


def test_a_remove_wins_over_an_earlier_revise() -> None:
    """The coding is gone."""
    revise = event("2", "revise", time="2023-01-02T00:00:00Z", code="x")
    remove = event("3", "remove", time="2023-01-03T00:00:00Z")
    assert fold([ADD, revise, remove], coder="a", interview="R01") == ()


def test_a_later_revise_brings_a_removed_coding_back() -> None:
    """Of two people who disagree no work is lost."""
    remove = event("2", "remove", time="2023-01-02T00:00:00Z")
    revise = event("3", "revise", time="2023-01-03T00:00:00Z", code="x")
    (coding,) = fold([ADD, remove, revise], coder="a", interview="R01")
    assert coding.code == "x"


def test_a_memo_event_sets_the_memo() -> None:
    """And leaves the coding as it is."""
    (coding,) = fold([ADD, event("2", "memo", memo="twijfel")], coder="a", interview="R01")
    assert (coding.memo, coding.code) == ("twijfel", "zorg")


def test_a_repeated_event_counts_once() -> None:
    """Two branches may both bring it."""
    assert len(fold([ADD, ADD], coder="a", interview="R01")) == 1


def test_events_of_a_coding_never_added_are_orphans_and_make_no_coding() -> None:
    """They are named elsewhere, not invented here."""
    revise = event("2", "revise", code="x")
    assert fold([revise], coder="a", interview="R01") == ()
    assert orphans([revise]) == (revise,)
    assert orphans([revise, ADD]) == ()


def test_no_events_make_no_codings() -> None:
    """An empty ledger folds to nothing."""
    assert fold([], coder="a", interview="R01") == ()
