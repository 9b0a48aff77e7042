"""Train the Dutch pipeline that Paraplu ships: proper nouns, sentences, lemmas and names.

It learns from Universal Dependencies treebanks of Dutch (CC BY-SA 4.0) and from the marks of
the fictional interviews R01–R32. R33–R40 are the test set and are never read. A first model,
of treebanks alone, gives the interviews their parts of speech; the marks correct it, and the
second model learns from both. In copies of the interviews the marked names are exchanged for
others, so that it learns where a name stands rather than which name.

    python scripts/train_pipeline.py UD_FOLDER --interviews interviews/raw --out MODEL_FOLDER

Takes about half an hour on one core.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
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
LABELS = {"PERSON": "PERSON", "MUNICIPALITY": "MUNICIPALITY", "PLACE": "PLACE", "ORG": "ORG"}
OLD = "nl_lassysmall-ud-train-2017-02-01.conllu"
NEW = ("nl_lassysmall-ud-dev.conllu", "nl_alpino-ud-dev.conllu")
HELD_OUT = ("nl_lassysmall-ud-test.conllu", "nl_alpino-ud-test.conllu")
POSSESSIVES = frozenset(
    ["hun", "zijn", "mijn", "ons", "onze", "haar", "uw", "jouw", "je", "jullie", "z'n", "m'n"]
)
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
class Sentence:
    """A sentence of a treebank: words, spaces after them, parts of speech, lemmas."""

    id: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A turn of an interview with its marks: (start, end, label, entity)."""

    text: str
    marks: tuple[tuple[int, int, str, str], ...]


def read_treebank(path: Path, *, old: bool) -> list[Sentence]:
    """Read a CoNLL-U file; `old` is the scheme before UD 2.1, brought near to the new one."""
    sentences = []
    for number, block in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
        lines = block.splitlines()
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if not rows:
            continue
        found = re.search(r"^# (?:sent_id = (\S+)|(\S+)\.xml)$", block, re.MULTILINE)
        name = (found[1] or found[2]) if found else f"{path.stem}-{number}"
        tags = [convert_tag(row) if old else row[3] for row in rows]
        sentences.append(
            Sentence(
                id=name,
                words=tuple(row[1] for row in rows),
                spaces=guess_spaces(rows)
                if old
                else tuple("SpaceAfter=No" not in r[9] for r in rows),
                tags=tuple(tags),
                lemmas=tuple(even_lemma(row[2], tag=t) for row, t in zip(rows, tags, strict=True)),
            )
        )
    return sentences


def convert_tag(row: list[str]) -> str:
    """Bring a tag of the old scheme near to the new one."""
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


def even_lemma(lemma: str, *, tag: str) -> str:
    """Write lemmas of both schemes alike: no borders in compounds, small letters."""
    plain = lemma if lemma == "_" else lemma.replace("_", "")
    return plain if tag in {"PROPN", "X", "SYM"} else plain.lower()


def guess_spaces(rows: list[list[str]]) -> tuple[bool, ...]:
    """Guess the spaces of a treebank without text."""
    words = [row[1] for row in rows]
    following = [*words[1:], ""]
    return tuple(
        after not in {",", ".", ":", ";", "?", "!", ")", "%"} and word != "("
        for word, after in zip(words, following, strict=True)
    )


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
    new = [sentence for name in NEW for sentence in read_treebank(folder / name, old=False)]
    held = [s for name in HELD_OUT for s in read_treebank(folder / name, old=False)]
    known = {s.id for s in (*new, *held)} | {" ".join(s.words) for s in (*new, *held)}
    old = [
        sentence
        for sentence in read_treebank(folder / OLD, old=True)
        if sentence.id not in known and " ".join(sentence.words) not in known
    ]
    rng = random.Random(SEED)  # noqa: S311  no secret
    documents = [*group(old, rng=rng), *group(new, rng=rng)]
    rng.shuffle(documents)
    border = len(documents) // 20
    return Treebanks(documents[border:], documents[:border], held)


def group(sentences: list[Sentence], *, rng: Random) -> Iterator[list[Sentence]]:
    """Put 1 to 9 sentences that follow each other into a document."""
    place = 0
    while place < len(sentences):
        size = rng.randint(1, 9)
        yield sentences[place : place + size]
        place += size


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
    """Make documents of the marked turns and of three copies with other names, shuffled."""
    turns = read_marked(folder)
    lists = name_lists()
    copies = [turns, *(list(exchange(turns, lists=lists, rng=rng)) for _ in range(3))]
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


def main() -> None:
    """Train both models, score the second and write it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--interviews", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, nargs=2, default=(2000, 4500))
    options = parser.parse_args()
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
        store([*trees, *spoken[border:]], path=folder / "second-train.spacy")
        store([*dev, *spoken[:border]], path=folder / "second-dev.spacy")
        final = train(folder, name="second", steps=options.steps[1], names=True)
    figures = {"treebanks": score(final, held)}
    figures |= {
        name: score(final, read_treebank(options.treebanks / name, old=False)) for name in HELD_OUT
    }
    final.config["paths"].update(train=None, dev=None)
    final.meta.update(name="paraplu", version="1.0.0", license="CC BY-SA 4.0", performance=figures)
    shutil.rmtree(options.out, ignore_errors=True)
    final.to_disk(options.out, exclude=["vocab.vectors"])
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
