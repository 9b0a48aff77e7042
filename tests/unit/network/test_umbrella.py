"""The umbrella: threat, protection near it, and the gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from paraplu.network import open_umbrella, review_network
from paraplu.records import Codebook, Network, Questions

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("passages", "cover"),
    [
        ("4 intimidatie -; 4 nazorg +", "gedekt"),
        ("4 intimidatie -; 6 nazorg +", "gedekt"),
        ("4 intimidatie -; 2 nazorg +", "gedekt"),
        ("4 intimidatie -; 8 nazorg +", "onbedekt"),
        ("4 intimidatie -; 20 intimidatie -; 22 nazorg +", "gedekt"),
        ("4 intimidatie -; 4 nazorg +; 6 collectief -", "gemengd"),
        ("4 intimidatie -; 4 nazorg -; 4 collectief 0", "lekt"),
        ("4 intimidatie -; 4 nazorg 0", "neutraal"),
        ("4 intimidatie -; 4 bekendheid +; 4 online -", "onbedekt"),
    ],
)
def test_cover_is_read_near_the_threat(  # noqa: PLR0917  fixtures and cases
    code: Callable[..., pd.DataFrame],
    people: pd.DataFrame,
    codebook: Codebook,
    passages: str,
    cover: str,
) -> None:
    """Protection counts in the same turn or the answer next to it, by its valence."""
    threats = open_umbrella(
        code(R01=passages), respondents=people, codebook=codebook, min_cell=3
    ).threats
    row = threats[(threats["threat"] == "intimidatie") & (threats["voice"] == "allen")].iloc[0]
    assert row["speaking"] == row[cover] == 1
    assert row["gap"] == (cover in {"lekt", "onbedekt"})


def test_another_respondent_does_not_cover(
    code: Callable[..., pd.DataFrame], people: pd.DataFrame, codebook: Codebook
) -> None:
    """In a double interview the protection one speaks of does not cover the other."""
    codings = code(R01="4 intimidatie -", R02="4 nazorg +").assign(interview="R01")
    threats = open_umbrella(codings, respondents=people, codebook=codebook, min_cell=3).threats
    assert threats.loc[threats["threat"] == "intimidatie", "gedekt"].sum() == 0


def test_gap_and_elsewhere(
    code: Callable[..., pd.DataFrame], people: pd.DataFrame, codebook: Codebook
) -> None:
    """The gap is what leaks and what is bare, and of the bare is told who praises elsewhere."""
    codings = code(
        R01="4 online -; 4 nazorg -", R02="4 online -; 40 nazorg +", R03="4 online -",
        R04="4 online -; 4 nazorg +",
    )  # fmt: skip
    threats = open_umbrella(codings, respondents=people, codebook=codebook, min_cell=3).threats
    row = threats[(threats["threat"] == "online") & (threats["voice"] == "allen")].iloc[0]
    assert row[["gedekt", "lekt", "onbedekt", "elsewhere", "gap"]].tolist() == [1, 1, 2, 1, 3]
    assert row["gap_share"] == 0.75
    outside = threats[(threats["threat"] == "online") & (threats["voice"] == "buiten het netwerk")]
    assert outside["note"].tolist() == ["te dun voor een uitspraak"]


def test_pairs_keep_empty_cells(
    code: Callable[..., pd.DataFrame], people: pd.DataFrame, codebook: Codebook
) -> None:
    """Every threat meets every protection, and a passage near two threats counts for both."""
    codings = code(R01="4 online -; 4 intimidatie -; 6 nazorg +; 6 nazorg -")
    pairs = open_umbrella(codings, respondents=people, codebook=codebook, min_cell=3).pairs
    assert len(pairs) == 2 * 3
    spoken = pairs[pairs["respondents"] > 0]
    assert spoken[["threat", "protection", "positive", "negative"]].to_numpy().tolist() == [
        ["intimidatie", "nazorg", 1, 1],
        ["online", "nazorg", 1, 1],
    ]
    assert spoken["codings"].tolist() == [("R01-2", "R01-3")] * 2


def test_a_review_without_interviews(  # noqa: PLR0917  fixtures
    code: Callable[..., pd.DataFrame],
    say: Callable[..., pd.DataFrame],
    people: pd.DataFrame,
    codebook: Codebook,
    network: Network,
) -> None:
    """With nobody interviewed every frame is there, and no gap is claimed."""
    review = review_network(
        code(),
        say(),
        respondents=people[:0],
        questions=Questions(),
        network=network,
        codebook=codebook,
        min_cell=3,
    )
    assert len(review.umbrella.threats) == 2 * 3
    assert review.umbrella.threats["gap_share"].isna().all()
    assert review.partners["respondents"].sum() == 0
    assert (review.effectiveness.empty, len(review.timeline)) == (True, 3)
    empty = review_network(
        code(),
        say(),
        respondents=people[:0],
        questions=Questions(),
        network=Network(),
        codebook=Codebook(version=1),
        min_cell=3,
    )
    frames = [empty.functions, empty.instruments, empty.partners, empty.umbrella.threats]
    assert all(isinstance(frame, pd.DataFrame) and frame.empty for frame in frames)
    assert "gap" in empty.umbrella.threats.columns
