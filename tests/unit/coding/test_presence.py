"""Presence of codes with respondents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu.coding.deciding import deciding_codings, reading_versions
from paraplu.coding.presence import presence, presence_from, respondents_with
from paraplu.errors import Refused
from paraplu.records import Round

if TYPE_CHECKING:
    from paraplu.records import Codebook, Plan


def cells(frame: pd.DataFrame) -> str:
    """Return the cells row by row: 1, 0 or . for NA."""
    return " ".join(
        "".join("." if pd.isna(cell) else str(int(cell)) for cell in row)
        for row in frame.to_numpy(dtype=object)
    )


def test_the_consensus_decides_where_it_has_a_ledger(
    codings: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook, plan: Plan
) -> None:
    """In R1 the coders' `b` does not count; in R2 there is no consensus and coder y decides."""
    present = presence(codings, respondents, codebook, plan=plan)
    assert cells(present) == "101 00. 01."


def test_an_empty_ledger_of_the_consensus_decides_as_well(
    codings: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook, plan: Plan
) -> None:
    """With the ledgers given, R2 was read by the consensus, which found nothing."""
    ledgers = {"x": ["R1", "R2"], "y": ["R1", "R2"], "consensus": ["R1", "R2"]}
    present = presence(codings, respondents, codebook, plan=plan, ledgers=ledgers)
    assert cells(present) == "101 000 000"


def test_without_any_ledger_nobody_looked(
    codings: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook, plan: Plan
) -> None:
    """An interview of which no ledger exists is not viewed, for any code."""
    own = codings[codings["interview"].eq("R1")]
    ledgers = {"consensus": ["R1"]}
    present = presence(own, respondents, codebook, plan=plan, ledgers=ledgers)
    assert cells(present) == "101 ... ..."


def test_one_of_two_coders_is_enough_without_consensus(
    codings: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook, plan: Plan
) -> None:
    """Without a consensus in the plan both coders decide, under version 1."""
    alone = replace(plan, presence="", rounds=plan.rounds[:1])
    present = presence(codings, respondents, codebook, plan=alone)
    assert cells(present) == "11. 00. 01."


def test_a_coder_without_assignment_does_not_decide(codings: pd.DataFrame, plan: Plan) -> None:
    """Coder y was given R1 only, so what y coded in R2 does not count."""
    narrow = replace(plan, rounds=(Round("dubbel", ("x", "y"), 1, interviews=("R1",)),))
    assert deciding_codings(codings, plan=narrow)["interview"].unique().tolist() == ["R1"]


def test_a_later_code_counts_as_not_viewed_until_reread(
    codings: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook
) -> None:
    """R1 read under version 1, R2 under version 2; a code that was given was looked at."""
    own = codings[codings["coder"].eq("x")]
    present = presence(own, respondents, codebook, read_under={"R1": 1, "R2": 2})
    assert cells(present) == "11. 000 000"
    given = codings[codings["coder"].eq("consensus")]
    assert cells(presence(given, respondents, codebook, read_under={"R1": 1})) == "101 ... ..."


def test_a_rereading_brings_codes_into_view(codings: pd.DataFrame, plan: Plan) -> None:
    """A second round of the consensus over R1 alone, under version 3."""
    again = replace(plan, rounds=(*plan.rounds, Round("her", ("consensus",), 3, ("R1",))))
    versions = reading_versions(["R1", "R2", "R9"], plan=again, codings=codings)
    assert versions == {"R1": 3, "R2": 1, "R9": 2}


def test_respondents_left_out_of_the_frame_do_not_count(
    codings: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook
) -> None:
    """Codings of someone who withdrew are no cell of anyone else."""
    rest = respondents[respondents["respondent"].ne("R2.2")]
    assert cells(presence(codings, rest, codebook)) == "111 000"


def test_without_interviews_presence_has_columns(
    codings: pd.DataFrame, respondents: pd.DataFrame, codebook: Codebook, plan: Plan
) -> None:
    """Zero respondents: no rows, all codes."""
    none = presence(codings.iloc[:0], respondents.iloc[:0], codebook, plan=plan)
    assert none.shape == (0, 3)


def test_any_takes_one_coder_and_both_takes_all_who_looked() -> None:
    """Not having looked is no vote; when nobody looked it stays unknown."""
    first = pd.DataFrame({"a": [True, True, True, False, None]}, dtype="boolean")
    second = pd.DataFrame({"a": [True, False, None, None, None]}, dtype="boolean")
    assert cells(presence_from([first, second], rule="any")) == "1 1 1 0 ."
    assert cells(presence_from([first, second], rule="both")) == "1 0 1 0 ."


def test_another_rule_is_refused() -> None:
    """The problem names the rules that exist."""
    with pytest.raises(Refused, match="any, both"):
        presence_from([pd.DataFrame({"a": [True]})], rule="most")


def test_no_round_is_refused() -> None:
    """There is nothing to combine."""
    with pytest.raises(ValueError, match="at least one round"):
        presence_from([], rule="any")


def test_one_coding_must_meet_all_conditions(codings: pd.DataFrame) -> None:
    """The conditions are not spread over several codings of one respondent."""
    own = codings.assign(fase=["preventie", "nazorg", *[""] * 5])
    met = {"valentie": "+", "fase": "preventie"}
    assert respondents_with(own, codes=["a"], conditions=met).tolist() == ["R1"]
    unmet = {"valentie": "-", "fase": "preventie"}
    assert respondents_with(own, codes=["a"], conditions=unmet).tolist() == []


def test_a_condition_may_name_several_values(codings: pd.DataFrame) -> None:
    """Any of the values is enough, and any of the codes."""
    found = respondents_with(codings, codes=["b", "laat"], conditions={"valentie": ["+", "0"]})
    assert found.tolist() == ["R1", "R2.2"]


def test_a_condition_on_something_else_is_refused(codings: pd.DataFrame) -> None:
    """The problem names the attributes that exist."""
    with pytest.raises(Refused, match="fase, valentie, pole, argument"):
        respondents_with(codings, codes=["a"], conditions={"exact": "woorden"})


def test_nobody_without_codings(codings: pd.DataFrame) -> None:
    """Zero codings give an empty index."""
    assert respondents_with(codings.iloc[:0], codes=["a"]).empty
