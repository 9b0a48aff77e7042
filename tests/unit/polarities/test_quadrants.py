"""Quadrants of the map, and the weighing as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.polarities import list_beforehand, list_blind_spots, list_quadrants, weigh

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from paraplu.records import Polarity


def cell(frame: pd.DataFrame, pole: str, argument: str) -> pd.Series:
    """Return one cell of the map."""
    chosen = frame[(frame["pole"] == pole) & (frame["argument"] == argument)]
    assert len(chosen) == 1
    return chosen.iloc[0]


def test_only_reasons_fill_a_quadrant(
    code: Callable[..., pd.DataFrame], polarity: Polarity, people: pd.DataFrame
) -> None:
    """Advantages and drawbacks lead to their passages; observations and wishes stand apart."""
    codings = code(R01="Lv Lv Lo", R02="Lv Rw", R03="Bv")
    frame = list_quadrants(codings, polarity=polarity, respondents=people)
    own = cell(frame, "links", "voordeel")
    assert (own["passages"], own["respondents"], own["of"]) == (3, 2, 3)
    assert own["codings"] == ("R01-0", "R01-1", "R02-0")
    assert own["thin"]
    assert cell(frame, "links", "waarneming")["passages"] == 1
    assert cell(frame, "rechts", "wens")["passages"] == 1
    assert cell(frame, "rechts", "voordeel")["status"] == "geen passages"
    assert cell(frame, "en", "voordeel")["passages"] == 1


def test_without_argument_a_quadrant_says_so(
    code: Callable[..., pd.DataFrame], polarity: Polarity, people: pd.DataFrame
) -> None:
    """A coder who records no argument leaves the map uncoded, which is not the same as empty."""
    frame = list_quadrants(code(R01="L- R-"), polarity=polarity, respondents=people)
    assert set(frame["status"]) == {"nog niet gecodeerd"}
    assert list_blind_spots(frame).empty
    empty = list_quadrants(code(), polarity=polarity, respondents=people)
    assert set(empty["status"]) == {"geen passages"}


def test_groups_have_their_own_quadrants(
    code: Callable[..., pd.DataFrame], polarity: Polarity, people: pd.DataFrame
) -> None:
    """By group, every group has all cells, and only its own people in them."""
    frame = list_quadrants(
        code(R01="Lv", R04="Lv Ln", R05="Lv"), polarity=polarity, respondents=people, by_group=True
    )
    assert len(frame) == 2 * 12
    critics = cell(frame[frame["groep"] == "criticus"], "links", "voordeel")
    assert (critics["respondents"], critics["of"]) == (2, 2)


def test_a_blind_spot_has_one_side(
    code: Callable[..., pd.DataFrame], polarity: Polarity, people: pd.DataFrame
) -> None:
    """A pole without drawbacks is blind, one with hardly any is nearly so, a silent one is not."""
    codings = code(R01="Lv Bv", R02="Lv", R03="Lv", R04="Ln")
    spots = list_blind_spots(list_quadrants(codings, polarity=polarity, respondents=people))
    assert spots.to_dict("records") == [
        {
            "pole": "links",
            "present": "voordeel",
            "missing": "nadeel",
            "degree": "vrijwel geheel",
            "respondents": 3,
            "against": 1,
        }
    ]
    codings = code(R01="Rn", R04="Lv Ln", R05="Lv Ln", R06="Lv Ln")
    spots = list_blind_spots(list_quadrants(codings, polarity=polarity, respondents=people))
    assert spots[["pole", "missing", "degree"]].to_numpy().tolist() == [
        ["rechts", "voordeel", "geheel"]
    ]


def test_what_was_thought_of_beforehand_keeps_its_source(polarity: Polarity) -> None:
    """Texts of the map that are not from interviews say so, and empty ones are left out."""
    frame = list_beforehand(polarity, source="vooraf")
    assert set(frame["source"]) == {"vooraf"}
    assert frame["kind"].tolist() == [
        "voordeel", "nadeel", "vroeg signaal", "actie", "voordeel", "nadeel",
    ]  # fmt: skip


def test_a_weighing_has_no_winner(
    code: Callable[..., pd.DataFrame], polarity: Polarity, people: pd.DataFrame
) -> None:
    """A weighing brings the parts together, of the first coder, also without interviews."""
    coders = {"consensus": code(R01="Lw", R02="Rv"), "a": code(R01="R-")}
    options = {"polarity": polarity, "source": "vooraf", "draws": 20, "seed": 1}
    weighing = weigh(coders, respondents=people, **options)
    assert weighing.positions["n"].sum() == 2
    assert list(dict.fromkeys(weighing.coders["coder"])) == ["consensus", "a"]
    nothing = weigh({"consensus": code()}, respondents=people.iloc[:0], **options)
    assert nothing.positions.empty
    assert nothing.blind_spots.empty
    assert len(nothing.quadrants) == 12
    assert len(nothing.quadrants_by_group) == 0
