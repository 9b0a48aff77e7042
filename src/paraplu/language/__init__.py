"""Language: sentences, tokens, lemmas, fillers and embeddings of Dutch speech."""

from __future__ import annotations

from paraplu.language.embedding import (
    CachedEmbedder,
    CharacterEncoder,
    Embedder,
    UniversalEncoder,
)
from paraplu.language.encoders import TransformerEncoder, make_embedder
from paraplu.language.fillers import list_fillers
from paraplu.language.lemmas import lemmatise
from paraplu.language.sentences import split_sentences
from paraplu.language.tokens import Token, bracketed, list_words, strip_bracketed, tokenise
from paraplu.language.wordclass import find_nouns

__all__ = [
    "CachedEmbedder",
    "CharacterEncoder",
    "Embedder",
    "Token",
    "TransformerEncoder",
    "UniversalEncoder",
    "bracketed",
    "find_nouns",
    "lemmatise",
    "list_fillers",
    "list_words",
    "make_embedder",
    "split_sentences",
    "strip_bracketed",
    "tokenise",
]
