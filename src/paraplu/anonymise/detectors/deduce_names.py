"""Names and places that deduce finds (Menger et al. 2018), with its large lists left out."""

from __future__ import annotations

import logging
import re
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paraplu.anonymise.detection import Detection
from paraplu.anonymise.lexicon import deduce_lists, load_lexicon
from paraplu.language.dictionary import knows_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.anonymise.document import Document

__all__ = ["DeduceNames"]

TRIMMED = ("locations/lst_street", "institutions/lst_healthcare_institution")
"""Lists of streets and care institutions: they take minutes to compile, and little is lost."""

LABELS = {"persoon": "PERSON", "patient": "PERSON", "locatie": "PLACE"}
_BEFORE = re.compile(
    r"(?:in|op|bij|aan|uit|voor|over|te|naar|van|met) (?!'t |’t |het |den )(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:[ .,]+(?:van|de|der|den|het|'t|ten|ter|te|in|op|bij|aan|en)\b)*[\s.,]*$")
UNUSED = {"dates", "ages", "identifiers", "phone_numbers", "email_addresses", "urls"}
"""Steps of deduce that our own patterns do."""
SCORE = 0.5


class DeduceNames:
    """Finds persons and places with deduce.

    Its compiled lists are kept in the user's cache folder; the first use compiles them in a few
    seconds. A cache that cannot be written or read is done without.

    Parameters
    ----------
    folder
        Where to keep the lists; by default the user's cache folder.

    """

    def __init__(self, *, folder: Path | None = None) -> None:
        """Remember the folder; deduce is loaded at first use."""
        self._folder = folder

    def detect(self, document: Document) -> Iterator[Detection]:
        """Give persons and places. Turns are read one by one, so that no span crosses them."""
        model = _load(self._folder)
        for turn in document.turns:
            words = document.text[turn.start : turn.end]
            for found in model.deidentify(words, disabled=UNUSED).annotations:
                label = LABELS.get(found.tag)
                if label is not None:
                    start, end = _trim(found.text)
                    offset = turn.start + int(found.start_char)  # deduce gives numpy's at times
                    if start < end and not _is_word(document, offset + start, offset + end):
                        yield Detection(offset + start, offset + end, label, "deduce", SCORE)


def _trim(text: str) -> tuple[int, int]:
    """Leave out a preposition before a name, and small words after it."""
    before = _BEFORE.match(text)
    start = before.end() if before and " " in text.strip() and text[0].islower() else 0
    after = _AFTER.search(text, start)
    return start, after.start() if after else len(text)


def _is_word(document: Document, start: int, end: int) -> bool:
    """Tell whether a name of one word is rather an ordinary word that opens a sentence."""
    for word in document.words[document.sentence_at(start)]:
        if (word.start, word.end) == (start, end):
            named = word.tag == "PROPN" or word.text in load_lexicon().first_names
            return word.begins and not named and knows_word(word.text)
    return False


@cache
def _load(folder: Path | None) -> Any:  # noqa: ANN401  deduce carries no types
    """Load deduce with trimmed lists."""
    import platformdirs

    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    try:
        import deduce
    finally:  # deduce sets up logging for the whole program, to standard output
        root.setLevel(level)
        root.handlers[:] = handlers
    where = folder if folder is not None else Path(platformdirs.user_cache_dir("paraplu"))
    lists = where / f"deduce-{deduce.__version__}"
    if not (lists / "complete").is_file():
        _copy_lists(lists)
    return deduce.Deduce(lookup_data_path=lists, cache_path=lists)


def _copy_lists(lists: Path) -> None:
    """Copy deduce's lists without the large ones; beside, then renamed."""
    import tempfile

    lists.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=lists.parent) as beside:
        made = Path(beside) / "lists"
        shutil.copytree(deduce_lists(), made / "src")
        for name in TRIMMED:
            for path in (made / "src" / name).rglob("*.txt"):
                path.write_text("", encoding="utf-8")
        (made / "complete").write_text("", encoding="utf-8")
        shutil.rmtree(lists, ignore_errors=True)
        made.replace(lists)
