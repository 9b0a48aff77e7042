"""A raw text, and what a machine could propose to replace in it."""

from __future__ import annotations

import hashlib

from paraplu.records import Decisions, Entity, Occurrence

RAW = (
    "I: Dag. U bent Karin Bloem?\n\n"
    "R: Ja 😀, Bloem. Ik woon in Holt en ken Ten Kate Veen. Ik ben 47.\n\n"
    "R: Bloem zei Leen dat het op 3 mei 2021 was.\n"
)


def mentions(*words: tuple[str, int]) -> tuple[Occurrence, ...]:
    """Return mentions of words, each by how many times it stood before."""
    found = []
    for word, nth in words:
        start = -1
        for _ in range(nth + 1):
            start = RAW.index(word, start + 1)
        found.append(Occurrence(start, start + len(word), word, ("model",)))
    return tuple(found)


def proposal(interview: str = "R41") -> Decisions:
    """Return what a machine could propose."""
    people = [
        ("PERSON", "[persoon 1]", mentions(("Karin Bloem", 0), ("Bloem", 1), ("Bloem", 2))),
        ("PERSON", "[persoon 2]", mentions(("Kate", 0))),
        ("MUNICIPALITY", "[gemeente 1]", mentions(("Holt", 0))),
        ("DATE", "[in het voorjaar van 2021]", mentions(("3 mei 2021", 0))),
    ]
    entities = tuple(Entity(*one[:2], "", one[2], "voorgesteld") for one in people)
    return Decisions(
        interview, hashlib.sha256(RAW.encode()).hexdigest(), "machine", "", "", entities
    )
