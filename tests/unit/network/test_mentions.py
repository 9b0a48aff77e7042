"""Mentions of partners and instruments, and the timeline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from paraplu.network import (
    INSTRUMENT_COLUMNS,
    find_mentions,
    list_events,
    list_instruments,
    list_partners,
)
from paraplu.records import Network, Partner

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het OM belde.", ["OM"]),
        ("Ik kwam om hulp.", []),
        ("Komt het OM's brief ooit?", ["OM"]),
        ("De OMgeving en het ROM.", []),
        ("De OM-zitting", ["OM"]),
        ("Het Openbaar Ministerie en het OM", ["Openbaar Ministerie", "OM"]),
        ("[OM 3] belde niet", []),
    ],
)
def test_aliases_are_whole_words(
    say: Callable[..., pd.DataFrame], network: Network, text: str, found: list[str]
) -> None:
    """An alias with a capital is found as written, as a word, and never within brackets."""
    frame = find_mentions(say(R01=[text]), named=network.related)
    assert [
        text[start - 100 : end - 100]
        for start, end in zip(frame["start"], frame["end"], strict=True)
    ] == found


def test_small_aliases_are_found_at_the_start(
    say: Callable[..., pd.DataFrame], network: Network
) -> None:
    """An alias without capitals is also found with one, and its longest form counts once."""
    turns = say(R01=["Trainingen, ja. Een training."], R02=["trainer"])
    frame = find_mentions(turns, named=network.instruments)
    assert frame["id"].tolist() == ["training", "training"]
    assert (frame["end"] - frame["start"]).tolist() == [10, 8]


def test_the_interviewer_names_nobody(say: Callable[..., pd.DataFrame], network: Network) -> None:
    """What the interviewer says is no mention."""
    turns = say(R01=["En de VNG?"]).assign(role="I")
    assert find_mentions(turns, named=network.partners).empty


def test_partners_are_counted_by_respondent(
    say: Callable[..., pd.DataFrame], network: Network, people: pd.DataFrame
) -> None:
    """A respondent counts once however often a name falls, and who is never named has a row."""
    turns = say(R01=["VNG en VNG", "de VNG"], R04=["VNG"], R05=["VNG"], R99=["VNG"])
    frame = list_partners(turns, network=network, respondents=people, min_cell=3).set_index("id")
    assert frame.loc["vng", ["respondents", "partners", "outside", "of", "turns"]].tolist() == [
        3, 1, 2, 6, 4,
    ]  # fmt: skip
    assert (frame.loc["vng", "kind"], frame.loc["om", "kind"]) == ("partner", "verwant")
    assert frame.loc["om", "respondents"] == 0
    assert not frame["thin"].any()


def test_no_alias_finds_nothing(say: Callable[..., pd.DataFrame]) -> None:
    """An organisation without aliases is not looked for, instead of found everywhere."""
    assert find_mentions(say(R01=["De VNG"]), named=[Partner("x", "X", ())]).empty


def test_instruments_meet_phases(
    say: Callable[..., pd.DataFrame], code: Callable[..., pd.DataFrame], network: Network
) -> None:
    """Cells tell offered from spoken of, and keep the empty ones."""
    turns = say(R01=["Een training"], R02=["training", "training"], R03=["dilemmakaart"])
    codings = code(R01="2 instrument + preventie; 2 nazorg + reactie", R02="2 nazorg - preventie")
    frame = list_instruments(turns, codings, network=network, min_cell=3)
    cells = frame.set_index(["id", "phase"])
    assert cells.loc[("training", "preventie"), ["respondents", "turns", "coded"]].tolist() == [
        2, 2, 1,
    ]  # fmt: skip
    assert cells["status"].to_dict() == {
        ("training", "preventie"): "aangeboden en besproken",
        ("training", "reactie"): "besproken, niet aangeboden",
        ("training", "zonder fase"): "",
        ("kaart", "preventie"): "aangeboden, niet besproken",
        ("kaart", "reactie"): "aangeboden, niet besproken",
        ("kaart", "zonder fase"): "",
    }
    assert cells.loc[("training", "zonder fase"), "respondents"] == 1
    assert cells.loc[("kaart", "zonder fase"), "respondents"] == 1
    assert set(frame.loc[frame["id"] == "training", "mentioned"]) == {2}


def test_instruments_without_interviews(
    say: Callable[..., pd.DataFrame], code: Callable[..., pd.DataFrame], network: Network
) -> None:
    """Without interviews every cell is there and empty; without a network none is."""
    frame = list_instruments(say(), code(), network=network, min_cell=3)
    assert (len(frame), frame["respondents"].sum()) == (6, 0)
    empty = list_instruments(say(), code(), network=Network(), min_cell=3)
    assert tuple(empty.columns) == INSTRUMENT_COLUMNS
    assert empty.empty


def test_timeline_runs_forward(network: Network) -> None:
    """Events come in order, with what is known of their date and their source spelled out."""
    frame = list_events(network)
    assert frame["date"].tolist() == ["2018-04", "2022", "2022-09-15"]
    assert frame["precision"].tolist() == ["maand", "jaar", "dag"]
    assert frame["source"].tolist() == ["De krant", "elders", "De site"]
    assert list_events(replace(network, events=())).empty
