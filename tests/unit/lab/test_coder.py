"""The widget: who codes, and every question of the view answered under its own number."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from paraplu.errors import Refused
from paraplu.lab import Coder
from paraplu.study import Study
from paraplu.study.correcting import correct
from paraplu.study.identity import remember_coder

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
EVENT = "01J00000000000000000000001"
CODING = "01J00000000000000000000002"


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the configuration of whoever runs the tests out of them."""
    monkeypatch.setenv("PARAPLU_CONFIG", str(tmp_path / "instellingen"))


class Heard(Coder):
    """A widget that keeps what it sends to the browser."""

    def send(self, content: dict[str, Any], buffers: object = None) -> None:
        """Keep the message."""
        del buffers
        self.sent = [*getattr(self, "sent", []), content]


def opened(root: Path, coder: str = "coder-a") -> Heard:
    """Return the widget of R01 for this coder, at a standing clock."""
    return Heard(Study.open(root), "R01", coder=coder, clock=lambda: NOW)


def ask(widget: Heard, kind: str, content: dict[str, Any] | None = None) -> dict[str, Any]:
    """Ask what the view asks, and return the answer."""
    widget._answer(None, {"ask": 7, "kind": kind, "content": content}, None)
    return widget.sent[-1]


@pytest.mark.parametrize(("coder", "code"), [("", "P518"), ("niemand", "P517")])
def test_who_codes_must_be_clear(small_study: Path, coder: str, code: str) -> None:
    """A coder whom the plan does not know, or no coder at all, is refused at once."""
    with pytest.raises(Refused) as refused:
        opened(small_study, coder)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_who_coded_here_before_need_not_be_said(small_study: Path) -> None:
    """The widget asks no more than the command does."""
    remember_coder(Study.open(small_study), "coder-b")
    assert opened(small_study, "").coder == "coder-b"


def test_a_correction_is_noticed_in_a_notebook_that_is_open(small_study: Path) -> None:
    """The state changes, and loading again gives the new text with the codings moved along."""
    widget = opened(small_study)
    before = ask(widget, "state")["content"]["sha256"]
    study = Study.open(small_study)
    body = study.transcripts["R01"].body.replace("Niemand", "Geen mens")
    correct(study, "R01", body=body, who="coder-b", now=NOW)
    assert ask(widget, "state")["content"]["sha256"] != before
    loaded = ask(widget, "load")["content"]
    assert "Geen mens" in loaded["body"]
    assert loaded["unplaced"] == []


def test_an_unknown_interview_is_refused_at_once(small_study: Path) -> None:
    """The refusal comes in the cell, not later in the browser."""
    with pytest.raises(Refused) as refused:
        Coder(Study.open(small_study), "R99", coder="coder-a")
    assert [problem.code for problem in refused.value.problems] == ["P502"]


def test_the_view_gets_the_interview_under_its_number(small_study: Path) -> None:
    """An answer carries the number of the question and the codings of this coder."""
    answer = ask(opened(small_study), "load")
    assert answer["answer"] == 7
    assert answer["content"]["id"] == "R01"
    assert [one["code"] for one in answer["content"]["codings"]["coder-a"]] == ["dreiging"]


def test_a_coding_lands_in_the_ledger_of_this_coder(small_study: Path) -> None:
    """What the view sends is written with the time of the clock, and read back by the study."""
    widget = opened(small_study)
    loaded = ask(widget, "load")["content"]
    start = loaded["body"].index("Niemand")
    fields = {"start": start, "end": start + 7, "exact": "Niemand", "code": "steun"}
    event = {"event": EVENT, "kind": "add", "coding": CODING, "fields": fields}
    answer = ask(widget, "send", {"doc": loaded["sha256"], "events": [event]})
    assert len(answer["content"]["codings"]) == 2
    frame = Study.open(small_study).codings("coder-a")
    assert "steun" in set(frame[frame.interview == "R01"].code)
    assert ask(widget, "state")["content"]["state"] == answer["content"]["state"]


def test_what_cannot_be_is_answered_with_problems(small_study: Path) -> None:
    """A wrong question or a wrong body gives a problem, not a traceback."""
    widget = opened(small_study)
    assert ask(widget, "dans")["problems"][0]["code"] == "P501"
    wrong = ask(widget, "send", {"doc": "0" * 64, "events": []})
    assert wrong["problems"][0]["code"] == "P511"


def test_what_nobody_foresaw_is_answered_and_logged(small_study: Path) -> None:
    """The view hears that it went wrong, without a word of the interview, and sends it again."""
    widget = Heard(Study.open(small_study), "R01", coder="coder-a", clock=lambda: NOW / 0)
    loaded = ask(widget, "load")["content"]
    start = loaded["body"].index("Niemand")
    fields = {"start": start, "end": start + 7, "exact": "Niemand", "code": "steun"}
    event = {"event": EVENT, "kind": "add", "coding": CODING, "fields": fields}
    with pytest.raises(TypeError):
        ask(widget, "send", {"doc": loaded["sha256"], "events": [event]})
    (problem,) = widget.sent[-1]["problems"]
    assert problem["code"] == "P500"
    assert "Niemand" not in str(problem)


def test_the_widget_carries_its_fonts_and_one_module(small_study: Path) -> None:
    """A notebook has no server to fetch from."""
    widget = opened(small_study)
    assert "data:font/woff2;base64," in widget._css
    assert 'url("fonts/' not in widget._css
    assert "export default" in widget._esm
    assert widget.codebook["families"]
