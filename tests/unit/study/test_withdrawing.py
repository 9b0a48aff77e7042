"""Withdrawing while others code: they are done first, or are refused after it."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING, Any

import pytest

from paraplu.errors import Refused
from paraplu.study import Study
from paraplu.study.correcting import correct
from paraplu.study.ledgers import Ledgers
from paraplu.view.protocol import append

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2023, 6, 1, tzinfo=dt.UTC)
A_WHILE = 0.5
LONG = 30


def code(study: Study, interview: str, *, coder: str = "coder-a") -> Any:  # noqa: ANN401
    """Code the first word of a respondent, as the study was read."""
    transcript = study.transcripts[interview]
    start = transcript.turns[1].start
    exact = transcript.body[start : start + 2]
    fields = {"start": start, "end": start + 2, "exact": exact, "code": "dreiging"}
    name = f"01J{7:023d}"
    event = {"event": name, "kind": "add", "coding": name, "fields": fields}
    payload = {"doc": transcript.sha256, "events": [event]}
    return append(study, interview, payload, coder=coder, clock=lambda: NOW)


def read_first(root: Path) -> Study:
    """Return the study, with everything that coding needs already read."""
    study = Study(root)
    assert study.transcripts
    assert study.plan()
    return study


@pytest.mark.parametrize("coder", ["coder-a", "consensus"])
def test_who_withdraws_waits_for_who_codes(small_study: Path, coder: str) -> None:
    """As long as a ledger of the interview is being written, also a new one, nobody leaves."""
    (small_study / "codebook" / "codings" / "consensus" / "R01.jsonl").unlink()
    leaving = threading.Thread(target=Study(small_study).withdraw, args=(["R01"],), daemon=True)
    with Ledgers(small_study).held(coder, "R01"):
        leaving.start()
        leaving.join(A_WHILE)
        assert leaving.is_alive()
        assert "R01" in Study(small_study).transcripts
    leaving.join(LONG)
    assert "R01" not in Study(small_study).transcripts


def test_who_codes_another_interview_is_not_waited_for(small_study: Path) -> None:
    """Only the ledgers of the interview that is left are held."""
    with Ledgers(small_study).held("coder-a", "R02"):
        Study(small_study).withdraw(["R01"])
    assert "R01" not in Study(small_study).transcripts


@pytest.mark.parametrize(
    ("interview", "who", "code_"), [("R01", "R01", "P502"), ("R02", "R02.2", "P511")]
)
def test_nothing_is_coded_after_a_withdrawal(
    small_study: Path, interview: str, who: str, code_: str
) -> None:
    """Who had read the interview before is refused; the ledger stays as it was."""
    study = read_first(small_study)
    ledger = small_study / "codebook" / "codings" / "coder-a" / f"{interview}.jsonl"
    before = ledger.read_bytes()
    Study(small_study).withdraw([who])
    with pytest.raises(Refused, match=code_):
        code(study, interview)
    assert ledger.read_bytes() == before


def test_nothing_is_coded_on_the_text_of_before_a_correction(small_study: Path) -> None:
    """Who waited for the ledger while the text was corrected is refused."""
    study = read_first(small_study)
    body = study.transcripts["R01"].body.replace("Niemand", "Niemand anders")
    correct(Study(small_study), "R01", body=body, who="coder-b", now=NOW)
    with pytest.raises(Refused, match="P511"):
        code(study, "R01")


def test_two_who_withdraw_both_leave(small_study: Path) -> None:
    """Each writes over the table as it is, not as it was read."""
    one, other = read_first(small_study), read_first(small_study)
    one.withdraw(["R01"])
    other.withdraw(["R02.1"])
    assert {each.id for each in Study(small_study).people} == {"R02.2"}
