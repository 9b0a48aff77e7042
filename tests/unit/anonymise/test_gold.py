"""Detection on the gold texts, a case each, and the reading of a standard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from paraplu.anonymise.finding import Finder
from paraplu.anonymise.gold import GoldText, parse_gold
from paraplu.errors import Refused
from paraplu.study.gold import read_gold

FOLDER = Path(__file__).parents[2] / "data" / "gold"
TEXTS = read_gold(FOLDER)
SPAN = {"start": 0, "end": 3, "label": "PERSON", "entity": 1, "direct": True}


def failures(gold: GoldText) -> set[tuple[int, int, str]]:
    """Return what detection gets wrong: spans not covered whole, mentions without a span."""
    mentions = Finder(partners=("VNG",)).find(gold.text).mentions
    covered = {place for m in mentions for place in range(m.start, m.end)}
    spans = [(o.start, o.end) for entity in gold.gold.entities for o in entity.occurrences]
    wanted = {place for start, end in spans for place in range(start, end)}
    return {
        (start, end, "missed")
        for start, end in spans
        if any(gold.text[p].isalnum() and p not in covered for p in range(start, end))
    } | {(m.start, m.end, "unneeded") for m in mentions if wanted.isdisjoint(range(m.start, m.end))}


@pytest.mark.parametrize("gold", TEXTS, ids=[f"{gold.name} {gold.about}" for gold in TEXTS])
def test_case(gold: GoldText) -> None:
    """What should be found is found and no more, save the failures that are known."""
    assert failures(gold) == {(known.start, known.end, known.kind) for known in gold.known}


def test_most_is_found() -> None:
    """Known failures stay few: at most one mention in fifty is missed."""
    spans = sum(len(e.occurrences) for gold in TEXTS for e in gold.gold.entities)
    missed = sum(known.kind == "missed" for gold in TEXTS for known in gold.known)
    assert 50 * missed <= spans


@pytest.mark.parametrize(
    "data",
    [
        "{", "[]", '{"spans": 1}', '{"spans": [1]}', '{"spans": [], "known_failures": {}}',
        json.dumps({"spans": [SPAN, SPAN]}),
        json.dumps({"spans": [], "known_failures": [{"start": 0, "end": 1, "kind": "x"}]}),
        *(
            json.dumps({"spans": [SPAN | wrong]})
            for wrong in (
                {"end": 99}, {"start": True}, {"start": 3}, {"label": "P"}, {"entity": None},
                {"direct": False},
            )
        ),
    ],
)  # fmt: skip
def test_wrong_standard(data: str) -> None:
    """A standard that is wrong is refused with P172, and no word of the text."""
    with pytest.raises(Refused) as refusal:
        parse_gold("Jan kwam.", data, name="x", place="x.json")
    assert [problem.code for problem in refusal.value.problems] == ["P172"]
    assert "Jan" not in str(refusal.value.problems[0])


def test_parse() -> None:
    """Mentions of one entity come together, in order, with their words."""
    rows = [SPAN | {"start": 9, "end": 12}, SPAN]
    gold = parse_gold("Jan kwam Jan.", json.dumps({"spans": rows}), name="x", place="x.json")
    assert [[o.text for o in e.occurrences] for e in gold.gold.entities] == [["Jan", "Jan"]]
    assert [o.start for e in gold.gold.entities for o in e.occurrences] == [0, 9]


def test_folder_without_texts(tmp_path: Path) -> None:
    """A folder without a standard is refused, and so is a standard without its text."""
    with pytest.raises(Refused, match="P171"):
        read_gold(tmp_path)
    (tmp_path / "a.json").write_text('{"spans": []}', encoding="utf-8")
    with pytest.raises(Refused, match="P004"):
        read_gold(tmp_path)
