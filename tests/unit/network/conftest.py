"""A hand-made network, its people and codings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu.records import (
    Code,
    Codebook,
    Family,
    Network,
    NetworkEvent,
    NetworkInstrument,
    Partner,
)

if TYPE_CHECKING:
    from collections.abc import Callable

FAMILIES = {
    "dreiging": ("intimidatie", "online"),
    "weerbaarheid": ("collectief",),
    "werk": ("instrument", "nazorg"),
    "bereik": ("bekendheid",),
}


@pytest.fixture
def codebook() -> Codebook:
    """Make a codebook of four families."""
    return Codebook(
        version=1,
        families=tuple(Family(family, family, "?", ids) for family, ids in FAMILIES.items()),
        codes={
            code: Code(code, code.title(), family, "…")
            for family, ids in FAMILIES.items()
            for code in ids
        },
    )


@pytest.fixture
def people() -> pd.DataFrame:
    """Make three partners and three people outside."""
    return pd.DataFrame(
        {
            "respondent": ["R01", "R02", "R03", "R04", "R05", "R06"],
            "groep": ["actieve participant"] * 3 + ["criticaster"] * 3,
        },
        dtype=object,
    )


@pytest.fixture
def code() -> Callable[..., pd.DataFrame]:
    """Make codings from short hand: `code(R01="4 nazorg + reactie; 8 online -")`."""
    families = {code: family for family, ids in FAMILIES.items() for code in ids}

    def make(**passages: str) -> pd.DataFrame:
        rows = []
        for respondent, line in passages.items():
            for place, short in enumerate(line.split("; ")):
                turn, name, valence, *phase = short.split()
                rows.append(
                    {
                        "coding": f"{respondent}-{place}",
                        "interview": respondent,
                        "respondent": respondent,
                        "turn": int(turn),
                        "code": name,
                        "family": families[name],
                        "valentie": valence,
                        "fase": phase[0] if phase else "nvt",
                    }
                )
        columns = [
            "coding", "interview", "respondent", "turn", "code", "family", "valentie", "fase",
        ]  # fmt: skip
        return pd.DataFrame(rows, columns=columns).astype({"turn": int})

    return make


@pytest.fixture
def say() -> Callable[..., pd.DataFrame]:
    """Make turns: `say(R01=["…", "…"])` gives answers in turns 2, 4, …, each at its offset."""

    def make(**answers: list[str]) -> pd.DataFrame:
        rows = [
            {
                "interview": respondent,
                "turn": 2 * number,
                "speaker": "R",
                "role": "R",
                "respondent": respondent,
                "start": 100 * number,
                "end": 100 * number + len(text),
                "words": len(text.split()),
                "text": text,
            }
            for respondent, texts in answers.items()
            for number, text in enumerate(texts, 1)
        ]
        columns = [
            "interview", "turn", "speaker", "role", "respondent", "start", "end", "words", "text",
        ]  # fmt: skip
        return pd.DataFrame(rows, columns=columns).astype({"turn": int, "start": int, "end": int})

    return make


@pytest.fixture
def network() -> Network:
    """Make a network with two organisations and two instruments."""
    return Network(
        name="Netwerk",
        events=(
            NetworkEvent("2022-09-15", "bijeenkomst", "site"),
            NetworkEvent("2018-04", "begin", "krant"),
            NetworkEvent("2022", "monitor", "elders"),
        ),
        phases=("preventie", "reactie"),
        functions=("nazorg",),
        partners=(Partner("vng", "Vereniging", ("VNG",), "koepel"),),
        related=(Partner("om", "Openbaar Ministerie", ("OM", "Openbaar Ministerie")),),
        instruments=(
            NetworkInstrument("training", "training", ("training", "trainingen"), ("preventie",)),
            NetworkInstrument("kaart", "kaart", ("dilemmakaart",), ("preventie", "reactie")),
        ),
        sources={"site": "De site", "krant": "De krant"},
    )
