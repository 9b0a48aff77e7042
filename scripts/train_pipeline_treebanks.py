"""Dutch treebanks as `train_pipeline` learns from them: one scheme, held-out sentences apart.

The training file of LassySmall is of 2017 and follows the scheme of that time, today's
development and test files follow that of UD 2.13. A third of the sentences of today's
development file stand in the file of 2017 too. From those, seen in both schemes, a classifier
learns what a word of the old scheme is called today; it never sees a sentence of a test file.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from random import Random

    from sklearn.pipeline import Pipeline

__all__ = ["HELD_OUT", "Sentence", "Treebanks", "read_treebank", "split_treebanks"]

OLD = "nl_lassysmall-ud-train-2017-02-01.conllu"
NEW = ("nl_lassysmall-ud-dev.conllu", "nl_alpino-ud-dev.conllu")
HELD_OUT = ("nl_lassysmall-ud-test.conllu", "nl_alpino-ud-test.conllu")
SEED = 2023
POSSESSIVES = frozenset(
    ["hun", "zijn", "mijn", "ons", "onze", "haar", "uw", "jouw", "je", "jullie", "z'n", "m'n"]
)
JOINED = frozenset(["flat:name", "fixed", "flat"])
"""Relations within a name or fixed expression of several words."""

Row = list[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank: words, spaces after them, parts of speech, lemmas."""

    id: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Treebanks:
    """Documents to learn from and to choose by, and the sentences that are held out."""

    learnt: list[list[Sentence]]
    chosen_by: list[list[Sentence]]
    held: list[Sentence]


def split_treebanks(folder: Path) -> Treebanks:
    """Divide the treebanks.

    The training file of 2017 was cut otherwise than today's files: sentences that stand in one
    of those are left out of it, by id and by words.
    """
    rows = {name: read_rows(folder / name) for name in (OLD, *NEW, *HELD_OUT)}
    new = [make_sentence(name, r) for file in NEW for name, r in rows[file].items()]
    held = [make_sentence(name, r) for file in HELD_OUT for name, r in rows[file].items()]
    known = {s.id for s in (*new, *held)} | {" ".join(s.words) for s in (*new, *held)}
    today = {name: r for file in NEW for name, r in rows[file].items()}
    scheme = learn_scheme(rows[OLD], today)
    fresh = {
        name: r
        for name, r in rows[OLD].items()
        if name not in known and " ".join(row[1] for row in r) not in known
    }
    old = [convert_sentence(name, r, scheme=scheme) for name, r in fresh.items()]
    rng = random.Random(SEED)  # noqa: S311  no secret
    documents = [*group(old, rng=rng), *group(new, rng=rng)]
    rng.shuffle(documents)
    border = len(documents) // 20
    return Treebanks(documents[border:], documents[:border], held)


def read_treebank(path: Path) -> list[Sentence]:
    """Read a CoNLL-U file of today's scheme."""
    return [make_sentence(name, rows) for name, rows in read_rows(path).items()]


def read_rows(path: Path) -> dict[str, list[Row]]:
    """Read the words of a CoNLL-U file, by the id of their sentence."""
    sentences = {}
    for number, block in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            found = re.search(r"^# (?:sent_id = (\S+)|(\S+)\.xml)$", block, re.MULTILINE)
            name = (found[1] or found[2]) if found else f"{path.stem}-{number}"
            sentences[name] = rows
    return sentences


def make_sentence(name: str, rows: list[Row]) -> Sentence:
    """Make a sentence of rows of today's scheme."""
    return Sentence(
        id=name,
        words=tuple(row[1] for row in rows),
        spaces=tuple("SpaceAfter=No" not in row[9] for row in rows),
        tags=tuple(row[3] for row in rows),
        lemmas=tuple(even_lemma(row[2], tag=row[3]) for row in rows),
    )


def convert_sentence(name: str, rows: list[Row], *, scheme: Pipeline) -> Sentence:
    """Make a sentence of rows of the old scheme, in today's."""
    tags = tuple(str(tag) for tag in scheme.predict(describe(rows)))
    lemmas = separable_lemmas(rows)
    return Sentence(
        id=name,
        words=tuple(row[1] for row in rows),
        spaces=guess_spaces(rows),
        tags=tags,
        lemmas=tuple(even_lemma(one, tag=tag) for one, tag in zip(lemmas, tags, strict=True)),
    )


def learn_scheme(old: dict[str, list[Row]], new: dict[str, list[Row]]) -> Pipeline:
    """Learn today's tags from sentences that stand in both, word for word."""
    both = [
        (old[name], rows)
        for name, rows in new.items()
        if name in old and [r[1] for r in old[name]] == [r[1] for r in rows]
    ]
    scheme = make_pipeline(DictVectorizer(), LogisticRegression(C=3, max_iter=300))
    scheme.fit(
        [features for before, _ in both for features in describe(before)],
        [row[3] for _, after in both for row in after],
    )
    return scheme


def describe(rows: list[Row]) -> list[dict[str, str]]:
    """Describe each word of the old scheme: itself, its name, its neighbours, its head."""
    tags = [convert_tag(row) for row in rows]
    place = {row[0]: number for number, row in enumerate(rows)}
    names = [name_of(rows, number, place=place) for number in range(len(rows))]
    described = []
    for number, row in enumerate(rows):
        capital = row[1][:1].isupper() and number > 0
        name = names[number]
        capitals = min(3, sum(rows[other][1][:1].isupper() for other in name))
        head = place.get(row[6])
        features = {
            "word": row[1].lower(),
            "lemma": row[2].lower(),
            "end": row[1][-3:].lower(),
            "tag": tags[number],
            "old": row[3],
            "relation": row[7],
            "tag relation": f"{tags[number]} {row[7]}",
            "tag features": f"{tags[number]} {row[5]}",
            "tag capital": f"{tags[number]} {capital}",
            "opens": str(row[1][:1].isupper() and number == 0),
            "name": f"{len(name) > 1} {row[1][:1].isupper()} {tags[number]}",
            "name capitals": f"{capitals} {row[7]}" if len(name) > 1 else "",
            "name proper": str(len(name) > 1 and any(tags[other] == "PROPN" for other in name)),
            "before": f"{tags[number - 1]}" if number else "^",
            "after": f"{tags[number + 1]}" if number + 1 < len(rows) else "$",
            "capital before": str(number > 0 and rows[number - 1][1][:1].isupper()),
            "capital after": str(number + 1 < len(rows) and rows[number + 1][1][:1].isupper()),
        }
        if head is not None:
            features["head"] = rows[head][1].lower()
            features["head tag"] = tags[head]
            features["relation head"] = f"{row[7]} {tags[head]}"
        described.append(features)
    return described


def name_of(rows: Sequence[Row], number: int, *, place: dict[str, int]) -> list[int]:
    """Return the places of the words with which a word makes one name, itself included."""
    top, steps = number, 0
    while rows[top][7] in JOINED and rows[top][6] in place and steps < len(rows):
        top, steps = place[rows[top][6]], steps + 1
    parts = [n for n, row in enumerate(rows) if row[6] == rows[top][0] and row[7] in JOINED]
    return [top, *parts]


def convert_tag(row: Row) -> str:
    """Bring a tag of the old scheme nearer to today's, by rule."""
    word, lemma, tag, relation = row[1].lower(), row[2].lower(), row[3], row[7]
    auxiliary = relation.startswith("aux") or (relation == "cop" and lemma == "zijn")
    if tag in {"AUX", "VERB"} and (auxiliary or tag == "AUX"):
        return "AUX" if auxiliary else "VERB"
    if tag == "DET" and word in POSSESSIVES:
        return "PRON"
    if tag == "NUM" and re.fullmatch(r"\d+(?:e|ste|de)|.*(?:eerste?|[dt]de|derde|ste)", word):
        return "ADJ"
    if tag == "ADP" and word == "als":
        return "SCONJ"
    return tag


def separable_lemmas(rows: list[Row]) -> list[str]:
    """Return lemmas with separated particles before their verb, as today's scheme writes them."""
    particles = {row[6]: row[1].lower() for row in rows if row[7] == "compound:prt"}
    return [
        particles[row[0]] + row[2]
        if row[0] in particles and not row[2].startswith(particles[row[0]])
        else row[2]
        for row in rows
    ]


def even_lemma(lemma: str, *, tag: str) -> str:
    """Write lemmas of both schemes alike: no borders in compounds, small letters."""
    plain = lemma if lemma == "_" else lemma.replace("_", "")
    return plain if tag in {"PROPN", "X", "SYM"} else plain.lower()


def guess_spaces(rows: list[Row]) -> tuple[bool, ...]:
    """Guess the spaces of a treebank without text."""
    words = [row[1] for row in rows]
    following = [*words[1:], ""]
    return tuple(
        after not in {",", ".", ":", ";", "?", "!", ")", "%"} and word != "("
        for word, after in zip(words, following, strict=True)
    )


def group(sentences: list[Sentence], *, rng: Random) -> Iterator[list[Sentence]]:
    """Put 1 to 9 sentences that follow each other into a document."""
    place = 0
    while place < len(sentences):
        size = rng.randint(1, 9)
        yield sentences[place : place + size]
        place += size
