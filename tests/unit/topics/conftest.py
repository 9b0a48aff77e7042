"""Hand-made turns on two subjects, and an embedder that knows them apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

POLICE = "politie aangifte recherche proces verbaal agent coördinatie officier justitie verdachte"
COUNCIL = "raadslid motie fractie verkiezing partij debat coalitie wethouder begroting stemming"


@dataclass(frozen=True)
class SubjectEmbedder:
    """Places a text by how often it speaks of the police and of the council."""

    name: str = "onderwerp"
    corpus_bound: bool = False

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Return two counts and a little of the length, to break ties."""
        rows = [
            [
                sum(word in text for word in POLICE.split()),
                sum(word in text for word in COUNCIL.split()),
                (len(text) % 7) / 100,
            ]
            for text in texts
        ]
        return np.array(rows, dtype=np.float32).reshape(-1, 3)


@pytest.fixture
def embedder() -> SubjectEmbedder:
    """Return the embedder."""
    return SubjectEmbedder()


@pytest.fixture
def speak() -> Callable[[int], pd.DataFrame]:
    """Make the turns of some respondents: eight long answers each, half on either subject."""

    def make(respondents: int) -> pd.DataFrame:
        rows = []
        for person in range(1, respondents + 1):
            for turn in range(1, 17):
                asked = turn % 2 == 1
                subject = POLICE if turn % 4 == 0 else COUNCIL
                answer = f"eh ja weet je {subject} [persoon {turn}] " + "en dan zeg maar zo " * 4
                text = "Hoe ging dat?" if asked else answer + f"anekdote{person}x" * (turn % 3)
                rows.append(
                    {
                        "interview": f"R{person:02}",
                        "turn": turn,
                        "speaker": "I" if asked else "R",
                        "role": "I" if asked else "R",
                        "respondent": "" if asked else f"R{person:02}",
                        "start": turn * 500,
                        "end": turn * 500 + len(text),
                        "words": len(text.split()),
                        "text": text,
                    }
                )
        columns = [
            "interview", "turn", "speaker", "role", "respondent", "start", "end", "words", "text",
        ]  # fmt: skip
        return pd.DataFrame(rows, columns=columns)

    return make
