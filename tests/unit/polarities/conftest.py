"""Hand-made choices, people and codings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu.records import Polarity, Pole

if TYPE_CHECKING:
    from collections.abc import Callable

LETTERS = {"L": "links", "R": "rechts", "B": "en"}
ARGUMENTS = {"w": "wens", "v": "voordeel", "n": "nadeel", "o": "waarneming", "-": ""}


@pytest.fixture
def polarity() -> Polarity:
    """Make a choice between left and right."""
    left = Pole("links", "Links", "het ene", "licht", "smal", "piept", "kijk uit")
    right = Pole("rechts", "Rechts", "het andere", "breed", "zwaar", "", "")
    return Polarity("zijde", "pol-zijde", "Waarheen?", "verder", "stilstand", (left, right))


@pytest.fixture
def people() -> pd.DataFrame:
    """Make six respondents in two groups."""
    return pd.DataFrame(
        {
            "respondent": [f"R0{number}" for number in range(1, 7)],
            "groep": ["partner", "partner", "partner", "criticus", "criticus", "criticus"],
        },
        dtype=object,
    )


@pytest.fixture
def code() -> Callable[..., pd.DataFrame]:
    """Make codings from short hand: `code(R01="Lw Rn")` is a wish for left, a drawback of right."""

    def make(**passages: str) -> pd.DataFrame:
        rows = [
            {
                "coding": f"{respondent}-{place}",
                "interview": respondent,
                "respondent": respondent,
                "start": place * 10,
                "code": "pol-zijde",
                "pole": LETTERS.get(short[0], short[0]),
                "argument": ARGUMENTS[short[1]],
            }
            for respondent, line in passages.items()
            for place, short in enumerate(line.split())
        ]
        columns = ["coding", "interview", "respondent", "start", "code", "pole", "argument"]
        return pd.DataFrame(rows, columns=columns).astype({"start": int})

    return make
