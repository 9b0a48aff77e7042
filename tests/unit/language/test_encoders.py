"""Encoders by name."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from paraplu.errors import Refused
from paraplu.language import CharacterEncoder, UniversalEncoder, make_embedder


def test_encoders_have_names() -> None:
    """The names in the settings lead to the encoders that need nothing more."""
    assert isinstance(make_embedder("usem3"), UniversalEncoder)
    assert isinstance(make_embedder("letters"), CharacterEncoder)
    assert make_embedder("intfloat/multilingual-e5-small").name == (
        "transformer-intfloat/multilingual-e5-small"
    )


@pytest.mark.skipif(
    find_spec("sentence_transformers") is not None, reason="sentence-transformers is installed"
)
def test_a_model_that_needs_a_package_is_refused_plainly() -> None:
    """The setting is named, with what to do."""
    with pytest.raises(Refused, match=r"P303.*paraplu\.toml.*e5-small"):
        make_embedder("e5-small").embed(["tekst"])
