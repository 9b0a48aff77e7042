"""Ledgers on disk: nothing that was acknowledged is lost, nothing half is kept."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from paraplu.errors import Refused
from paraplu.records import Event
from paraplu.study import Study
from paraplu.study.ledgers import Ledger, Ledgers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

WHO = ("coder-a", "R01")
FIELDS = {"doc": "d", "start": 0, "end": 1, "exact": "é", "code": "dreiging"}


def event(number: int) -> Event:
    """Return an event that adds a coding."""
    name = f"01J{number:023d}"
    return Event(name, "2023-05-01T12:00:00Z", "add", name, codebook=2, fields=FIELDS)


def adding(*events: Event) -> Callable[[Ledger], Sequence[Event]]:
    """Return what decides to add these events, whatever the ledger holds."""

    def decide(_: Ledger) -> Sequence[Event]:
        return events

    return decide


def path_of(root: Path) -> Path:
    """Return the file of the ledger."""
    return root / "codebook" / "codings" / "coder-a" / "R01.jsonl"


def test_an_appended_event_is_what_reading_anew_gives(small_study: Path) -> None:
    """What is kept in memory is what another program reads."""
    ledgers = Ledgers(small_study)
    before = ledgers.read(*WHO)
    after = ledgers.append(*WHO, adding(event(1), event(2)))
    assert after == Ledgers(small_study).read(*WHO)
    assert len(after.events) == len(before.events) + 2
    assert after.state != before.state


def test_the_first_event_makes_the_file(small_study: Path) -> None:
    """A coder who never coded has no ledger, and then one."""
    ledgers = Ledgers(small_study)
    assert ledgers.read("coder-z", "R01") == Ledger("coder-z", "R01")
    ledgers.append("coder-z", "R01", adding(event(1)))
    assert [e.event for e in Ledgers(small_study).read("coder-z", "R01").events] == [event(1).event]
    assert "coder-z" in ledgers.coders("R01")


@pytest.mark.parametrize("cut", range(1, 120, 7))
def test_half_a_line_is_moved_aside_and_said(cut: int, small_study: Path) -> None:
    """Wherever a write was cut off, also within a character, the other events stay."""
    ledgers = Ledgers(small_study)
    whole = ledgers.read(*WHO).events
    file = path_of(small_study)
    half = (
        '{"event": "01JÉÉ", "time": "2023-05-01T12:00:00Z", "kind": "add", "exact": "ééé'.encode()
    )
    half = half[:cut]
    with file.open("ab") as stream:
        stream.write(half)
    opened = ledgers.open(*WHO)
    assert opened.events == whole
    assert [problem.code for problem in opened.problems] == ["P512"]
    kept = list((small_study / ".paraplu" / "herstel").iterdir())
    assert [each.read_bytes() for each in kept] == [half]
    assert file.read_bytes().endswith(b"\n")
    assert Ledgers(small_study).read(*WHO).problems == ()


def test_half_a_line_stays_until_its_owner_opens_the_ledger(small_study: Path) -> None:
    """Who only reads another's ledger does not write in it."""
    file = path_of(small_study)
    with file.open("ab") as stream:
        stream.write(b'{"event": "01')
    before = file.read_bytes()
    assert [problem.code for problem in Ledgers(small_study).read(*WHO).problems] == ["P141"]
    assert file.read_bytes() == before


def test_a_whole_line_without_its_end_is_kept(small_study: Path) -> None:
    """An editor that leaves out the last newline does not cost a coding."""
    file = path_of(small_study)
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    ledgers = Ledgers(small_study)
    known = ledgers.read(*WHO).events
    after = ledgers.append(*WHO, adding(event(1)))
    assert [e.event for e in after.events] == [*(e.event for e in known), event(1).event]
    assert after.problems == ()


def test_a_change_underneath_is_seen(small_study: Path) -> None:
    """Git replaces the file; the next reading and writing are on the new one."""
    ledgers = Ledgers(small_study)
    old = ledgers.read(*WHO)
    other = Ledgers(small_study)
    other.append(*WHO, adding(event(7)))
    pulled = path_of(small_study).read_bytes()
    beside = small_study / "pulled"
    beside.write_bytes(pulled)
    os.replace(beside, path_of(small_study))  # noqa: PTH105  as git does
    assert len(ledgers.read(*WHO).events) == len(old.events) + 1
    after = ledgers.append(*WHO, adding(event(8)))
    assert {event(7).event, event(8).event} <= {each.event for each in after.events}


def test_a_file_that_is_replaced_while_deciding_gets_the_event(small_study: Path) -> None:
    """The event goes to the file that is there in the end, once."""
    ledgers = Ledgers(small_study)
    file, calls = path_of(small_study), []

    def decide(ledger: Ledger) -> Sequence[Event]:
        calls.append(ledger.state)
        if len(calls) == 1:
            beside = small_study / "pulled"
            beside.write_bytes(file.read_bytes())
            os.replace(beside, file)  # noqa: PTH105  as git does
        return [event(1)]

    ledgers.append(*WHO, decide)
    assert len(calls) == 2
    found = [e.event for e in Ledgers(small_study).read(*WHO).events]
    assert found.count(event(1).event) == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_disk_is_refused_in_words(small_study: Path) -> None:
    """What could not be written is not acknowledged."""
    folder = small_study / "codebook" / "codings" / "coder-z"
    folder.mkdir()
    (folder / "R01.jsonl").symlink_to("/dev/full")
    with pytest.raises(Refused) as refused:
        Ledgers(small_study).append("coder-z", "R01", adding(event(1)))
    assert [problem.code for problem in refused.value.problems] == ["P510"]


def test_the_disk_has_the_event_before_it_is_acknowledged(
    small_study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is synced at its full length, and a new file's folder too."""
    synced: set[tuple[int, int]] = set()
    sync = os.fsync

    def note(descriptor: int) -> None:
        found = os.fstat(descriptor)
        synced.add((found.st_ino, found.st_size))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    for who in (WHO, ("coder-z", "R01")):
        Ledgers(small_study).append(*who, adding(event(1)))
        file = small_study / "codebook" / "codings" / who[0] / "R01.jsonl"
        assert (file.stat().st_ino, file.stat().st_size) in synced
    assert file.parent.stat().st_ino in {inode for inode, _ in synced}


def test_what_decides_may_refuse(small_study: Path) -> None:
    """Then the file is as it was, and the ledger is free again."""
    ledgers, before = Ledgers(small_study), path_of(small_study).read_bytes()

    def decide(_: Ledger) -> Sequence[Event]:
        raise Refused([])

    with pytest.raises(Refused):
        ledgers.append(*WHO, decide)
    assert path_of(small_study).read_bytes() == before
    ledgers.append(*WHO, adding(event(1)))


def test_threads_that_write_at_once_lose_nothing(small_study: Path) -> None:
    """Two windows of one coder, each with its own copy of the ledger in memory."""
    stores = [Ledgers(small_study) for _ in range(4)]
    threads = [
        threading.Thread(
            target=lambda store=store, first=100 * place: [
                store.append(*WHO, adding(event(1000 + first + n))) for n in range(10)
            ]
        )
        for place, store in enumerate(stores)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = [e.event for e in Ledgers(small_study).read(*WHO).events]
    assert len(found) == len(set(found))
    assert sum(name.startswith("01J") for name in found) == 40


@pytest.mark.parametrize("name", ["..", "../R01", "a/b", "", ".hidden", "a\0b", "x" * 80])
def test_a_name_that_leads_elsewhere_is_refused(name: str, small_study: Path) -> None:
    """Neither coder nor interview can be a path."""
    ledgers = Ledgers(small_study)
    for who in ((name, "R01"), ("coder-a", name)):
        with pytest.raises(Refused):
            ledgers.read(*who)


def test_a_line_damaged_in_the_middle_is_named_and_kept(small_study: Path) -> None:
    """Appending goes on; the damaged line stays where it is."""
    file = path_of(small_study)
    file.write_bytes(b"<<<<<<< HEAD\n" + file.read_bytes())
    after = Ledgers(small_study).append(*WHO, adding(event(1)))
    assert [problem.code for problem in after.problems] == ["P140"]
    assert file.read_bytes().startswith(b"<<<<<<<")


def test_a_ledger_that_is_no_text_is_not_written_in(small_study: Path) -> None:
    """What is in it cannot be judged."""
    file = path_of(small_study)
    file.write_bytes(b"\xff\xfe\n" + file.read_bytes())
    with pytest.raises(Refused) as refused:
        Ledgers(small_study).append(*WHO, adding(event(1)))
    assert refused.value.problems[0].code == "P102"


def test_a_study_still_reads_what_was_appended(small_study: Path) -> None:
    """The ledger is that of the rest of the house."""
    body = Study(small_study).transcripts["R01"]
    fields = {**FIELDS, "doc": body.sha256, "end": 2, "exact": body.body[0:2]}
    name = event(5).event
    made = Event(name, "2023-05-01T12:00:00Z", "add", name, codebook=2, fields=fields)
    Ledgers(small_study).append(*WHO, adding(made))
    assert name in {coding.id for coding in Study(small_study).ledgers["coder-a"]["R01"]}
