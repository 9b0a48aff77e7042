"""Train the Dutch pipeline that Paraplu ships: proper nouns, sentences, lemmas and names.

It learns from Universal Dependencies treebanks of Dutch (CC BY-SA 4.0) and from the marks of
the fictional interviews R01–R32. R33–R40 are the test set and are never read. A first model,
of treebanks alone, gives the interviews their parts of speech; the marks correct it, and the
second model learns from both. In copies of the interviews the marked names are exchanged for
others, so that it learns where a name stands rather than which name.

    python scripts/train_pipeline.py UD_FOLDER --interviews interviews/raw --out MODEL_FOLDER

Runs on one core, with fixed seeds: the same data and versions give the same model, byte for
byte. `--steps 20 20` tries the whole way in a minute or two.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.cli.train import train as train_pipeline
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin, Token
from spacy.training import Example
from spacy.util import filter_spans
from train_pipeline_treebanks import HELD_OUT, Sentence, read_treebank, split_treebanks

from paraplu.formats import parse_decisions
from paraplu.language import split_sentences
from paraplu.language.dictionary import knows_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

    from spacy.language import Language

HERE = Path(__file__).parent
SEED = 2023
LEARNT = tuple(f"R{number:02}" for number in range(1, 33))
FIXED = {"PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""What has to stand in the environment for a run that can be repeated."""
TREES = 2
"""How often the treebanks are given, beside the interviews."""
COPIES = 2
"""How many copies of the interviews, with other names, are given beside themselves."""
LABELS = {"PERSON": "PERSON", "MUNICIPALITY": "MUNICIPALITY", "PLACE": "PLACE", "ORG": "ORG"}
TURN = re.compile(r"^(?:I|R\d?): (?P<words>.+)$", re.MULTILINE)
DAYS = frozenset(
    [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ]
)
STRESSED = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")
OPENERS = frozenset("\"'“‘„:(-–")
PART = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A turn of an interview with its marks: (start, end, label, entity)."""

    text: str
    marks: tuple[tuple[int, int, str, str], ...]


def make_document(sentences: list[Sentence], *, nlp: Language) -> Doc:
    """Make an annotated document."""
    words = [word for s in sentences for word in s.words]
    return Doc(
        nlp.vocab,
        words=words,
        spaces=[space for s in sentences for space in s.spaces],
        pos=[tag for s in sentences for tag in s.tags],
        lemmas=[lemma for s in sentences for lemma in s.lemmas],
        sent_starts=[place == 0 for s in sentences for place in range(len(s.words))],
    )


def read_marked(folder: Path) -> list[Marked]:
    """Read the turns of R01–R32 with their marks."""
    turns = []
    for name in LEARNT:
        raw = (folder / f"{name}.txt").read_text(encoding="utf-8")
        path = folder / f"{name}.decisions.yaml"
        decisions = parse_decisions(path.read_text(encoding="utf-8"), path=path.name).record
        marks = [
            (o.start, o.end, LABELS.get(entity.label, ""), f"{name} {entity.replacement}")
            for entity in (decisions.entities if decisions else ())
            for o in entity.occurrences
        ]
        for turn in TURN.finditer(raw):
            start, end = turn.span("words")
            inside = sorted(m for m in marks if start <= m[0] and m[1] <= end)
            shifted = tuple((a - start, b - start, label, who) for a, b, label, who in inside)
            turns.append(Marked(turn["words"], shifted))
    return turns


def name_lists() -> dict[str, list[str]]:
    """Return first names, surnames and places to exchange marked names for."""
    package = find_spec("deduce")
    if package is None or package.origin is None:
        message = "deduce is not installed"
        raise SystemExit(message)
    source = Path(package.origin).parent / "data" / "lookup" / "src"
    files = {
        "first": "names/lst_first_name",
        "last": "names/lst_surname",
        "place": "locations/lst_placename/lst_residence",
    }
    return {
        kind: (source / name / "items.txt").read_text(encoding="utf-8").splitlines()
        for kind, name in files.items()
    }


def exchange(turns: list[Marked], *, lists: dict[str, list[str]], rng: Random) -> Iterator[Marked]:
    """Give every marked person and municipality another name, the same throughout."""
    first = frozenset(lists["first"])
    chosen: dict[tuple[str, str], str] = {}
    for turn in turns:
        text, marks, done = "", [], 0
        for start, end, label, who in turn.marks:
            text += turn.text[done:start]
            words = turn.text[start:end]
            if label == "PERSON":
                words = PART.sub(lambda m: other_name(m[0], who, first, lists, chosen, rng), words)  # noqa: B023
            elif label == "MUNICIPALITY":
                words = chosen.setdefault((who, ""), rng.choice(lists["place"]))
            marks.append((len(text), len(text) + len(words), label, who))
            text += words
            done = end
        yield Marked(text + turn.text[done:], tuple(marks))


def other_name(  # noqa: PLR0917  one use
    word: str,
    who: str,
    first: frozenset[str],
    lists: dict[str, list[str]],
    chosen: dict[tuple[str, str], str],
    rng: Random,
) -> str:
    """Return another name for a capitalised word, the same for the same person."""
    if not word[0].isupper() or word in {"Van", "De", "Den", "Ten", "Ter", "In", "Mevrouw", "Mr"}:
        return word
    kind = "first" if word in first else "last"
    return chosen.setdefault((who, word), rng.choice(lists[kind]))


def make_turn(turn: Marked, *, nlp: Language, tagger: Language) -> Doc:
    """Make a document of a turn: tags by the first model, corrected by the marks."""
    doc = nlp.make_doc(turn.text)
    starts = {span.start for span in split_sentences(turn.text)}
    words = plain_words(doc, turn=turn, starts=starts)
    tags = [plain_tag(token) for token in tagger(Doc(tagger.vocab, words=words))]
    spans = []
    for start, end, label, _ in turn.marks:
        span = doc.char_span(start, end, label=label or "MISC", alignment_mode="expand")
        if span is None or not label:
            continue
        spans.append(span)
        for token in span:
            if token.text[0].isupper() and label in {"PERSON", "MUNICIPALITY"}:
                tags[token.i] = "PROPN"
    made = Doc(
        nlp.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=tags,
        sent_starts=[token.idx in starts for token in doc],
    )
    made.set_ents(
        [
            Doc.char_span(made, s.start_char, s.end_char, label=s.label_)
            for s in filter_spans(spans)
        ],
        default="outside",
    )
    return made


def plain_tag(token: Token) -> str:
    """Return the tag of the first model; a bracket or a small ordinary word is no name."""
    if not token.is_alpha and not any(letter.isalnum() for letter in token.text):
        return "PUNCT"
    small = token.text.islower() and knows_word(token.text) and token.text not in DAYS
    return "NOUN" if small and token.pos_ == "PROPN" else str(token.pos_)


def plain_words(doc: Doc, *, turn: Marked, starts: set[int]) -> list[str]:
    """Write unmarked words as a treebank would: no capital for its place, no accent for stress.

    A tagger of newspapers takes many an ordinary word that opens a spoken sentence for a name.
    """
    marked = {place for start, end, *_ in turn.marks for place in range(start, end)}
    words = []
    opened = False
    for token in doc:
        opened = opened or token.idx in starts
        word = token.text
        if token.idx not in marked:
            bare = word.translate(STRESSED)
            word = bare if knows_word(bare) else word
            if opened and word[1:].islower() and knows_word(word):
                word = word.lower()
        words.append(word)
        opened = (opened and not token.text[-1].isalnum()) or token.text in OPENERS
    return words


def make_turns(folder: Path, *, nlp: Language, tagger: Language, rng: Random) -> list[Doc]:
    """Make documents of the marked turns and of copies with other names, shuffled."""
    turns = read_marked(folder)
    lists = name_lists()
    copies = [turns, *(list(exchange(turns, lists=lists, rng=rng)) for _ in range(COPIES))]
    spoken = [make_turn(turn, nlp=nlp, tagger=tagger) for copy in copies for turn in copy]
    rng.shuffle(spoken)
    return spoken


def store(documents: Iterable[Doc], *, path: Path) -> Path:
    """Write documents for the trainer."""
    DocBin(docs=documents, store_user_data=False).to_disk(path)
    return path


def train(folder: Path, *, name: str, steps: int, names: bool) -> Language:
    """Train with the settings beside this script; return the best by the development set."""
    lines = (HERE / "train_pipeline.cfg").read_text(encoding="utf-8")
    if not names:
        lines = re.sub(r"(?ms)^\[components\.ner.*?(?=^\[corpora\])", "", lines)
        lines = lines.replace(', "ner"]', "]").replace("ents_f = 0.1\n", "")
    config = folder / f"{name}.cfg"
    config.write_text(lines, encoding="utf-8")
    overrides = {
        "paths.train": str(folder / f"{name}-train.spacy"),
        "paths.dev": str(folder / f"{name}-dev.spacy"),
        "training.max_steps": steps,
        "training.optimizer.learn_rate.total_steps": steps,
    }
    train_pipeline(config, folder / name, overrides=overrides)
    return spacy.load(folder / name / "model-best")


def score(nlp: Language, held: list[Sentence]) -> dict[str, float]:
    """Score on held-out sentences, with the pipeline's own tokens and lemmas without borders."""
    blank = spacy.blank("nl")
    examples = []
    for place in range(0, len(held), 5):
        gold = make_document(held[place : place + 5], nlp=blank)
        examples.append(Example(nlp(gold.text), gold))
    figures = Scorer(nlp).score(examples)
    kept = ("token_acc", "pos_acc", "lemma_acc", "sents_f", "sents_p", "sents_r")
    found = {key: round(float(figures[key]), 4) for key in kept}
    return found | score_names(examples)


def score_names(examples: list[Example]) -> dict[str, float]:
    """Precision and recall of proper nouns, over tokens."""
    right = found = wanted = 0
    for example in examples:
        gold = example.get_aligned("POS", as_string=True)
        for token, tag in zip(example.predicted, gold, strict=True):
            found += token.pos_ == "PROPN"
            wanted += tag == "PROPN"
            right += token.pos_ == "PROPN" == tag
    return {"propn_p": round(right / max(found, 1), 4), "propn_r": round(right / max(wanted, 1), 4)}


def fix_environment() -> None:
    """Start again with the environment of a run that can be repeated."""
    if any(os.environ.get(name) != value for name, value in FIXED.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | FIXED)  # noqa: S606


def main() -> None:
    """Train both models, score the second and write it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--interviews", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, nargs=2, default=(1200, 4200))
    options = parser.parse_args()
    fix_environment()
    rng = random.Random(SEED)  # noqa: S311  no secret
    nlp = spacy.blank("nl")
    banks = split_treebanks(options.treebanks)
    held = banks.held
    trees = [make_document(part, nlp=nlp) for part in banks.learnt]
    dev = [make_document(part, nlp=nlp) for part in banks.chosen_by]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store(trees, path=folder / "first-train.spacy")
        store(dev, path=folder / "first-dev.spacy")
        tagger = train(folder, name="first", steps=options.steps[0], names=False)
        spoken = make_turns(options.interviews, nlp=nlp, tagger=tagger, rng=rng)
        border = len(spoken) // 30
        store([*trees * TREES, *spoken[border:]], path=folder / "second-train.spacy")
        store([*dev, *spoken[:border]], path=folder / "second-dev.spacy")
        final = train(folder, name="second", steps=options.steps[1], names=True)
    figures = {"treebanks": score(final, held)}
    figures |= {name: score(final, read_treebank(options.treebanks / name)) for name in HELD_OUT}
    final.config["paths"].update(train=None, dev=None)
    final.meta.update(name="paraplu", version="1.0.0", license="CC BY-SA 4.0", performance=figures)
    shutil.rmtree(options.out, ignore_errors=True)
    final.to_disk(options.out, exclude=["vocab.vectors"])
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
