"""Word classes: which words are nouns or adjectives where they are used."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from paraplu.language.pipeline import MODEL, load_pipeline
from paraplu.language.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["find_nouns"]

NAMING = frozenset({"NOUN", "ADJ"})
MOSTLY = 2 / 3


def find_nouns(used: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Find the words that are a noun or an adjective in most places they are used.

    Parameters
    ----------
    used
        Per word, in lower case and as it is written, texts that hold it; its first sentence in
        each text is read.

    Returns
    -------
    frozenset of str
        Words; all of them where no Dutch pipeline is shipped, since nothing can be told then.

    """
    if not files("paraplu.language").joinpath(MODEL, "meta.json").is_file():
        return frozenset(used)
    asked = [(word, text) for word, texts in used.items() for text in _sentences(word, texts)]
    read = load_pipeline().pipe([text for _, text in asked], disable=["ner", "senter"])
    seen = dict.fromkeys(used, 0)
    found = dict.fromkeys(used, 0)
    for (word, _), document in zip(asked, read, strict=True):
        for token in document:
            if token.lower_ == word:
                seen[word] += 1
                found[word] += token.pos_ in NAMING
    return frozenset(word for word in used if found[word] > MOSTLY * seen[word])


def _sentences(word: str, texts: Sequence[str]) -> Iterator[str]:
    """Give the first sentence of each text in which the word stands."""
    for text in texts:
        for sentence in split_sentences(text):
            own = text[sentence.start : sentence.end]
            if word in own.lower():
                yield own
                break
