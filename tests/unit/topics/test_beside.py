"""Topics beside codes, and the questions that follow."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from paraplu.records import Coding
from paraplu.topics import (
    CROSS_COLUMNS,
    compare_partitions,
    cross_codes,
    gather_incidence,
    list_hardly_coded,
    list_spread_codes,
)
from paraplu.topics.questions import date_codes

if TYPE_CHECKING:
    from paraplu.topics.beside import Incidence

TOPICS = pd.DataFrame({"topic": [0, 1], "name": ["politie", "raad"]})
NAMES = {"hulp": "Hulp", "norm": "Norm"}


def segments() -> pd.DataFrame:
    """Make forty segments of ten interviews: two on either topic in each."""
    return pd.DataFrame(
        {
            "interview": [f"R{n // 4:02}" for n in range(40)],
            "respondent": [f"R{n // 4:02}" for n in range(40)],
            "turn": [n % 4 + 1 for n in range(40)],
            "start": [100 * (n % 4) for n in range(40)],
            "end": [100 * (n % 4) + 90 for n in range(40)],
            "topic": [n % 2 for n in range(40)],
            "strength": [1.0 + n / 100 for n in range(40)],
        }
    )


def codings(places: list[tuple[int, str]]) -> pd.DataFrame:
    """Make codings that begin ten code points into a segment."""
    frame = segments()
    rows = [
        (frame["interview"][row], frame["respondent"][row], frame["start"][row] + 10, code)
        for row, code in places
    ]
    return pd.DataFrame(rows, columns=["interview", "respondent", "start", "code"])


def incidence(places: list[tuple[int, str]]) -> Incidence:
    """Lay these codings beside the segments."""
    return gather_incidence(segments(), codings=codings(places), codes=["hulp", "norm"])


ON_POLICE = [(n, "hulp") for n in range(0, 40, 2)]
EVERYWHERE = [(n, "norm") for n in range(40)]


def test_a_coding_belongs_to_the_segment_in_which_it_begins() -> None:
    """One in a segment counts; one between segments, or of the interviewer, stands outside."""
    extra = pd.DataFrame(
        [("R00", "R00", 95, "hulp"), ("R00", "", 10, "hulp"), ("R99", "R99", 10, "hulp")],
        columns=["interview", "respondent", "start", "code"],
    )
    found = gather_incidence(
        segments(), codings=pd.concat([codings([(1, "hulp")]), extra]), codes=["hulp"]
    )
    assert np.flatnonzero(found.held[:, 0]).tolist() == [1]
    assert found.outside == 3


def test_lift_is_by_hand() -> None:
    """A code on all twenty segments of one topic out of two has a lift of two there."""
    table = cross_codes(
        incidence(ON_POLICE + EVERYWHERE), topics=TOPICS, names=NAMES, made={}, draws=50, seed=1
    )
    assert tuple(table.columns) == CROSS_COLUMNS
    row = table[(table["topic"] == 0) & (table["code"] == "hulp")].iloc[0]
    assert (row["n_segments"], row["n_respondents"]) == (20, 10)
    assert row["made"] == "niet bekend"
    assert (row["of_topic"], row["of_code"], row["lift"]) == (1, 1, 2)
    assert (row["low"], row["high"]) == pytest.approx((2, 2))
    even = table[table["code"] == "norm"]
    assert even["lift"].tolist() == pytest.approx([1, 1])


def test_the_interval_widens_when_one_interview_carries_the_tie() -> None:
    """Draws without that interview have no tie at all."""
    table = cross_codes(
        incidence([(0, "hulp"), (2, "hulp")]),
        topics=TOPICS,
        names=NAMES,
        made={},
        draws=400,
        seed=1,
    )
    assert table["low"].tolist() == [0]
    assert table["high"].tolist() == pytest.approx([2])


def test_topics_hardly_coded_are_asked_about() -> None:
    """Only the topic without codes is listed, as a question, with its strongest passages."""
    found = list_hardly_coded(incidence(ON_POLICE), topics=TOPICS, segments=segments())
    assert found["name"].tolist() == ["raad"]
    assert found["share_uncoded"].tolist() == [1]
    assert found["question"][0].endswith("?")
    assert found["passages"][0] == "R09:4; R09:2; R08:4"


def test_codes_found_everywhere_are_asked_about() -> None:
    """A code in all topics is listed, one that is tied to a topic is not."""
    held = incidence(ON_POLICE + EVERYWHERE)
    table = cross_codes(held, topics=TOPICS, names=NAMES, made={}, draws=50, seed=1)
    found = list_spread_codes(
        held, cross=table, segments=segments(), names=NAMES, made={"norm": "later"}
    )
    assert found[["code", "n_topics", "made"]].to_numpy().tolist() == [["norm", 2, "later"]]
    assert found["evenness"].tolist() == pytest.approx([1])
    assert found["question"][0].endswith("?")
    assert found["passages"][0] == "R00:1; R00:2"


def test_topics_like_codes_beat_chance_within_interviews() -> None:
    """Codes that follow topics are more alike than shuffles; codes that do not are not."""
    tied = compare_partitions(
        incidence(ON_POLICE + [(n, "norm") for n in range(1, 40, 2)]), shuffles=99, seed=1
    )
    assert tied["found"].tolist() == pytest.approx([1, 1])
    assert tied["p"].tolist() == [0.01, 0.01]
    loose = compare_partitions(incidence(EVERYWHERE + [(n, "hulp") for n in range(40)]),
                               shuffles=99, seed=1)  # fmt: skip
    assert (loose["p"] > 0.5).all()


def test_a_shuffle_keeps_to_its_interview() -> None:
    """When each interview has one topic, shuffling within interviews changes nothing."""
    frame = segments().assign(topic=[n // 4 % 2 for n in range(40)])
    own = [(n, "hulp" if n // 4 % 2 else "norm") for n in range(40)]
    found = gather_incidence(frame, codings=codings(own), codes=["hulp", "norm"])
    table = compare_partitions(found, shuffles=19, seed=1)
    assert table["shuffled"].tolist() == pytest.approx([1, 1])
    assert table["p"].tolist() == [1, 1]


def test_without_segments_there_is_nothing_beside_codes() -> None:
    """All frames are empty, with their columns."""
    none = segments().head(0)
    held = gather_incidence(none, codings=codings([(0, "hulp")]), codes=["hulp", "norm"])
    table = cross_codes(held, topics=TOPICS.head(0), names=NAMES, made={}, draws=5, seed=1)
    assert table.empty
    assert list_hardly_coded(held, topics=TOPICS.head(0), segments=none).empty
    assert list_spread_codes(held, cross=table, segments=none, names=NAMES, made={}).empty
    assert compare_partitions(held, shuffles=5, seed=1).empty
    assert held.outside == 1


def test_codes_made_after_topics_were_seen_say_so() -> None:
    """The first time in any ledger decides."""

    def coding(code: str, time: str) -> Coding:
        return Coding(id=time, coder="a", interview="R01", doc="", start=0, end=1, exact="x",
                      code=code, codebook=1, time=time)  # fmt: skip

    ledgers = {
        "a": {"R01": (coding("hulp", "2023-05-01T10:00:00Z"),)},
        "b": {"R01": (coding("hulp", "2023-07-01T10:00:00Z"),
                      coding("norm", "2023-06-02T10:00:00Z"))},
    }  # fmt: skip
    assert date_codes(ledgers, seen=dt.date(2023, 6, 1)) == {
        "hulp": "voor het zien van de thema’s",
        "norm": "na het zien van de thema’s",
    }
    assert date_codes(ledgers, seen=None) == {}
