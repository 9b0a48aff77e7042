"""Hand-made turns on two subjects, and an embedder that knows them apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from paraplu.topics import Prepared, TopicResult, fit_topics, prepare_segments

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

POLICE = "politie aangifte recherche proces verbaal agent coördinatie officier justitie verdachte"
COUNCIL = "raadslid motie fractie verkiezing partij debat coalitie wethouder begroting stemming"
FAMILY = "moeder dochter keuken vakantie buurvrouw tuin fiets oma school slaapkamer"
SUBJECTS = (POLICE, COUNCIL, FAMILY)


@dataclass(frozen=True)
class SubjectEmbedder:
    """Places a text by how often it speaks of each subject."""

    name: str = "onderwerp"
    corpus_bound: bool = False

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Return three counts and a little of the length, to break ties."""
        rows = [
            [*(sum(word in text for word in own.split()) for own in SUBJECTS), len(text) % 7 / 100]
            for text in texts
        ]
        return np.array(rows, dtype=np.float32).reshape(-1, 4)


@pytest.fixture
def embedder() -> SubjectEmbedder:
    """Return the embedder."""
    return SubjectEmbedder()


@pytest.fixture
def speak() -> Callable[..., pd.DataFrame]:
    """Make the turns of some respondents: eight long answers each, on the subjects by turns."""

    def make(respondents: int, *, subjects: int = 2) -> pd.DataFrame:
        rows = []
        for person in range(1, respondents + 1):
            for turn in range(1, 17):
                asked = turn % 2 == 1
                subject = SUBJECTS[(turn // 2) % subjects]
                answer = f"eh ja weet je {subject} [persoon {turn}] " + "en dan zeg maar zo " * 6
                answer += f"anekdote{person}x " * (turn % 3) + "ja."
                text = "Hoe ging dat?" if asked else answer
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


@pytest.fixture
def prepared(speak: Callable[..., pd.DataFrame], embedder: SubjectEmbedder) -> Prepared:
    """Prepare nine respondents who speak of three subjects."""
    return prepare_segments(speak(9, subjects=3), embedder=embedder)


@pytest.fixture
def fitted(prepared: Prepared, embedder: SubjectEmbedder) -> TopicResult:
    """Fit three topics on them."""
    return fit_topics(prepared, embedder=embedder, n_topics=3)
