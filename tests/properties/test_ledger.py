"""Ledgers fold to the same state in any order, and writing is undone by reading."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from paraplu.coding.fold import fold
from paraplu.formats import parse_ledger, write_event
from paraplu.records import Event
from paraplu.spans import normalise

ULIDS = st.integers(0, 10**9).map(lambda n: f"01H{n:023d}")
TIMES = st.integers(0, 59).map(lambda n: f"2023-01-01T00:00:{n:02d}Z")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "code": st.sampled_from(["a", "b"]),
        "memo": WORDS,
        "counter": st.booleans(),
        "attributes": st.dictionaries(st.sampled_from(["fase", "pole"]), WORDS, max_size=2),
    },
)
BASE = {"doc": "d", "start": 0, "end": 3, "exact": "abc", "code": "a"}


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    """Draw distinct events on a few codings."""
    names = draw(st.lists(ULIDS, unique=True, max_size=12))
    codings = draw(st.lists(ULIDS, min_size=1, max_size=3, unique=True))
    drawn = []
    for name in names:
        kind = draw(st.sampled_from(["add", "revise", "remove", "memo"]))
        fields = draw(FIELDS)
        said = BASE | fields if kind == "add" else fields
        time, coding = draw(TIMES), draw(st.sampled_from(codings))
        drawn.append(Event(name, time, kind, coding, codebook=1, fields=said))
    return drawn


@given(ledger=events(), data=st.data())
def test_two_branches_merge_to_one_state_in_any_order(
    ledger: list[Event], data: st.DataObject
) -> None:
    """Shuffled, and with lines that both branches brought, the codings are the same."""
    twice = st.lists(st.sampled_from(ledger), max_size=4) if ledger else st.just([])
    merged = data.draw(st.permutations([*ledger, *data.draw(twice)]))
    as_written = fold(ledger, coder="a", interview="R01")
    assert fold(merged, coder="a", interview="R01") == as_written


@given(events())
@example([Event("01H" + "0" * 23, "2023-01-01T00:00:00Z", "memo", "01H" + "0" * 23, codebook=1,
                fields={"memo": "\n\u0301e\u0301"})])  # fmt: skip
def test_reading_undoes_writing(ledger: list[Event]) -> None:
    """Whatever the words hold: quotes, line separators, loose accents; and the file is in NFC."""
    text = "".join(write_event(event) for event in ledger)
    assert normalise(text) == text
    parsed = parse_ledger(text, path="x")
    assert parsed.problems == ()
    assert [(e.event, dict(e.fields)) for e in parsed.record] == [
        (e.event, dict(e.fields)) for e in ledger
    ]


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_traceback(text: str) -> None:
    """Whatever is on disk, the answer is events and problems."""
    parsed = parse_ledger(text, path="x")
    assert len(parsed.record) + len(parsed.problems) <= text.count("\n") + 1
