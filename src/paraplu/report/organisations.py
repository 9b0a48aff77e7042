"""Sentences about real organisations: what they say must rest on something public.

The interviews may be fictional and the network is not. A sentence that names a partner or a
related organisation rests on a value of the network, a context figure or a citation, or it is
marked as the author's own judgement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.report.essay import BLANK
from paraplu.report.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paraplu.errors import Problem
    from paraplu.records import Network
    from paraplu.report.essay import Mark, Passage

__all__ = ["Organisations", "check_organisations"]

_CITED = re.compile(r"(?<!\w)@\w")
_BARE = re.compile(r"[A-Z][a-zé]+")
NETWORK = "netwerk."


@dataclass(frozen=True, slots=True)
class Organisations:
    """Names of real organisations.

    `sure` finds names that are nothing else. `bare` finds single words with one capital
    (*Politie*), which at the beginning of a sentence may be an ordinary word.
    """

    sure: re.Pattern[str]
    bare: re.Pattern[str]

    @classmethod
    def of(cls, network: Network) -> Organisations:
        """Gather the names and aliases of partners and related organisations."""
        found = [*network.partners, *network.related]
        names = {name for one in found for name in (one.name, *one.aliases)}
        single = {name for name in names if _BARE.fullmatch(name)}
        proper = {
            name
            for name in names - single
            if " " in name or any(letter.isupper() for letter in name)
        }
        return cls(_whole(proper), _whole(single))

    def find(self, sentence: str) -> re.Match[str] | None:
        """Return the first name in a sentence, or None."""
        begin = len(sentence) - len(sentence.lstrip(" “‘\"'(*_"))
        later = (match for match in self.bare.finditer(sentence) if match.start() > begin)
        return self.sure.search(sentence) or next(later, None)


def check_organisations(
    passages: Iterable[Passage], *, path: str, organisations: Organisations
) -> Iterator[Problem]:
    """Name every sentence about a real organisation that rests on nothing public."""
    for passage in passages:
        for start, sentence in sentences_of(passage.text):
            found = organisations.find(sentence.replace(BLANK, " "))
            if found is None or _CITED.search(sentence):
                continue
            end = start + len(sentence)
            if not any(start <= at < end and _carries(mark) for at, mark in passage.marks):
                line = passage.at(start + found.start()).line
                yield messages.problem("P496", f"{path}:{line}", name=found[0])


def _carries(mark: Mark) -> bool:
    """Tell whether a mark is public evidence, or says that it is a judgement."""
    if mark.kind == "value":
        return mark.attributes.get("key", "").startswith(NETWORK)
    return mark.kind in {"context", "eigen"}


def _whole(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for whole names, the longest first, capitals as they are."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})(?!\w)")
