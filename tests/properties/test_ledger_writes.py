"""Ledgers that were written apart merge in git to one state, whatever was done."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.coding.fold import fold
from paraplu.errors import Refused
from paraplu.study import Study
from paraplu.study.ledgers import Ledgers
from paraplu.view.protocol import append, load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paraplu.records import Coding

START = dt.datetime(2023, 5, 1, 12, tzinfo=dt.UTC)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "revise", "remove", "memo"]),
        st.integers(0, 5),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
        st.sampled_from(["dreiging", "steun"]),
        st.integers(-5000, 5000),
    ),
    max_size=5,
)
Step = tuple[str, int, str, str, int]


def write(root: Path, steps: Sequence[Step], *, first: int) -> None:
    """Carry out steps on a copy of the study; its clock may be wrong."""
    study, ledgers = Study(root), Ledgers(root)
    for number, (kind, which, memo, code, late) in enumerate(steps, start=first):
        loaded = load(study, "R01", coder="coder-a", ledgers=ledgers)
        codings = loaded["codings"]["coder-a"]
        event = {"event": f"01J{number:023d}", "kind": kind, "coding": f"01J{number:023d}"}
        if kind == "add":
            start = loaded["turns"][1]["start"] + which
            exact = loaded["body"][start : start + 9]
            place = {"start": start, "end": start + 9, "exact": exact}
            event["fields"] = {**place, "code": code, "memo": memo}
        elif not codings:
            continue
        else:
            event["coding"] = codings[which % len(codings)]["id"]
            said = {"revise": {"code": code, "memo": memo}, "memo": {"memo": memo}, "remove": {}}
            event["fields"] = said[kind]
        moment = START + dt.timedelta(seconds=late)
        payload = {"doc": loaded["sha256"], "events": [event]}
        append(study, "R01", payload, coder="coder-a", clock=lambda m=moment: m, ledgers=ledgers)


def lines(root: Path) -> list[str]:
    """Return the lines of the ledger."""
    file = root / "codebook" / "codings" / "coder-a" / "R01.jsonl"
    return [f"{line}\n" for line in file.read_text(encoding="utf-8").split("\n")[:-1]]


def codings(root: Path) -> tuple[Coding, ...]:
    """Return what the ledger folds to, without the places of lines."""
    found = fold(Ledgers(root).read("coder-a", "R01").events, coder="coder-a", interview="R01")
    return tuple(sorted(found, key=lambda coding: coding.id))


@given(branches=st.tuples(STEPS, STEPS, STEPS), seed=st.integers(0, 99))
@settings(max_examples=8)
def test_two_machines_merge_to_one_state(
    shared_small_study: Path, branches: tuple[list[Step], list[Step], list[Step]], seed: int
) -> None:
    """The lines of both, each once, in any order: nothing is lost and the state is the same."""
    common, ours, theirs = branches
    with tempfile.TemporaryDirectory() as folder:
        roots = [Path(folder) / name for name in ("een", "twee", "samen", "andersom")]
        shutil.copytree(shared_small_study, roots[0])
        write(roots[0], common, first=0)
        for root in roots[1:]:
            shutil.copytree(roots[0], root)
        write(roots[0], ours, first=1000)
        write(roots[1], theirs, first=2000)
        merged = list(dict.fromkeys([*lines(roots[0]), *lines(roots[1])]))
        other = list(merged)
        random.Random(seed).shuffle(other)  # noqa: S311  a test wants the same again
        for root, content in ((roots[2], merged), (roots[3], other)):
            file = root / "codebook" / "codings" / "coder-a" / "R01.jsonl"
            file.write_text("".join(content), encoding="utf-8", newline="\n")
        assert Ledgers(roots[2]).read("coder-a", "R01").problems == ()
        together = [
            [(c.id, c.code, c.memo, c.exact, c.codebook) for c in codings(root)]
            for root in roots[2:]
        ]
        assert together[0] == together[1]
        removed = {
            event.coding
            for root in roots[:2]
            for event in Ledgers(root).read("coder-a", "R01").events
            if event.kind == "remove"
        }
        alive = {coding.id for root in roots[:2] for coding in codings(root)}
        assert alive - removed <= {coding[0] for coding in together[0]}


@given(steps=STEPS, cut=st.integers(1, 400))
@settings(max_examples=8)
def test_a_write_that_was_cut_off_costs_only_that_event(
    shared_small_study: Path, steps: list[Step], cut: int
) -> None:
    """Wherever the file ends, the whole lines before it fold to what they said."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "een"
        shutil.copytree(shared_small_study, root)
        write(root, steps, first=0)
        file = root / "codebook" / "codings" / "coder-a" / "R01.jsonl"
        raw = file.read_bytes()
        file.write_bytes(raw[: max(len(raw) - cut, 0)])
        whole = raw[: max(len(raw) - cut, 0)]
        complete = whole[: whole.rfind(b"\n") + 1].count(b"\n")
        opened = Ledgers(root).open("coder-a", "R01")
        assert len(opened.events) in {complete, complete + 1}
        try:
            write(root, [("add", 0, "na", "steun", 9999)], first=3000)
        except Refused as refused:
            raise AssertionError(str(refused)) from refused
        assert f"01J{3000:023d}" in {coding.id for coding in codings(root)}
