"""Keys of marks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from paraplu.report.keys import key_of, reduce_text

VECTORS = json.loads(
    (Path(__file__).parents[2] / "data" / "mark-keys.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["key"])
def test_keys_are_those_of_the_shared_vectors(vector: dict[str, object]) -> None:
    """The filter is tested on the same file."""
    made = key_of(str(vector["kind"]), dict(vector["attributes"]), str(vector["text"]))
    assert made == vector["key"]


def test_reduction_keeps_letters_and_case() -> None:
    """Nothing but signs and spaces goes."""
    assert reduce_text("Ééń — Ça va? 1.096 €") == "ÉéńÇava1096€"
