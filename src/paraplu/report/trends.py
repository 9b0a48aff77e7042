"""Sentences that say more or less than before: one round of interviews cannot count that.

What respondents say of it can be counted, on the codes that the study names; what a monitor
measured is a context figure; anything else is the author's own judgement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.report.essay import BLANK
from paraplu.report.folding import fold
from paraplu.report.sentences import sentences_of
from paraplu.report.words import REFERRING, TRENDS, compile_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paraplu.errors import Problem
    from paraplu.report.essay import Passage

__all__ = ["check_trends", "find_trend"]

HYPOTHETICAL = frozenset({"signalen"})
"""Blocks that say what could come: early warnings."""
_PRONOUN = re.compile(rf"(?<!\w)(?:{'|'.join(REFERRING)})\s+$")
_APART = re.compile(
    r"(?<!\w)(?:neemt|nemen|nam|namen)(?:\s+\w+){1,4}\s+toe(?=\s*(?:[.,;:!?)]|en\s|$))"
)
SUPPOSING = frozenset({"stijgt", "stijgen", "daalt", "dalen", "groeit", "verergert", "verhardt"})
_CITED = re.compile(r"@\w")


def find_trend(text: str) -> str:
    """Return the first words that say more or less than before, or nothing.

    After a pronoun nothing is found, since what it refers to stands in another sentence; nor in
    a verb that opens the sentence, which asks or supposes.

    Examples
    --------
    >>> find_trend("De dreiging neemt al jaren toe."), find_trend("Zij neemt toe, zij waait over.")
    ('neemt al jaren toe', '')

    """
    folded = fold(text)
    found = (*compile_words(TRENDS).finditer(folded.text), *_APART.finditer(folded.text))
    for match in sorted(found, key=lambda each: each.start()):
        before = folded.text[: match.start()]
        opens = not re.search(r"\w", before) and match[0] in SUPPOSING
        if not opens and not _PRONOUN.search(before):
            start, end = folded.places[match.start()], folded.places[match.end() - 1] + 1
            return text[start:end]
    return ""


def check_trends(passages: Iterable[Passage], *, path: str) -> Iterator[Problem]:
    """Name every sentence about more or less than before that rests on no mark or source."""
    for passage in passages:
        if passage.inside & HYPOTHETICAL:
            continue
        for start, sentence in sentences_of(passage.text):
            seen = find_trend(sentence)
            if seen and BLANK not in sentence and not _CITED.search(sentence):
                line = passage.at(start + sentence.index(seen)).line
                yield messages.problem("P495", f"{path}:{line}", seen=seen)
