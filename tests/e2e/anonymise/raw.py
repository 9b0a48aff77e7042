"""A raw text, what a machine could propose in it, and the interview that a reviewer writes."""

from __future__ import annotations

import hashlib

from paraplu.records import Decisions, Entity, Occurrence

RAW = (
    "I: Dag. U bent Karin Bloem?\n\n"
    "R: Ja 😀, Bloem. Ik woon in Holt en ken Ten Kate Veen. Ik ben 47.\n\n"
    "R: Leen zei dat Leen het was, op 3 mei 2021. De Wmo kwam erbij, met Bloem.\n\n"
    "I: Een raadslid dat de hamer meenam.\n"
)
WRITTEN = (
    "I: Dag. U bent [respondent]?\n\n"
    "R: Ja 😀, [respondent]. Ik woon in [gemeente 1] en ken [persoon 2]. Ik ben [eind veertig].\n\n"
    "R: [persoon 4] zei dat [persoon 4] het was, op [in het voorjaar van 2021]. De Wmo kwam erbij, "
    "met [respondent].\n\nI: Een raadslid dat de hamer meenam.\n"
)
FOUND = (
    ("PERSON", "[persoon 1]", ("Karin Bloem", "Bloem", "Bloem")),
    ("PERSON", "[persoon 2]", ("Kate",)),
    ("PERSON", "[persoon 3]", ("Wmo",)),
    ("MUNICIPALITY", "[gemeente 1]", ("Holt",)),
    ("DATE", "[in het voorjaar van 2021]", ("3 mei 2021",)),
)


def mentions(words: tuple[str, ...]) -> tuple[Occurrence, ...]:
    """Return mentions of words, each after the one before."""
    found: list[Occurrence] = []
    for word in words:
        start = RAW.index(word, found[-1].end if found else 0)
        found.append(Occurrence(start, start + len(word), word, ("model",)))
    return tuple(found)


def proposal() -> Decisions:
    """Return what a machine could propose: half a name, a wrong one, and two that are missed."""
    entities = tuple(
        Entity(label, replacement, "", mentions(words), "voorgesteld")
        for label, replacement, words in FOUND
    )
    digest = hashlib.sha256(RAW.encode()).hexdigest()
    return Decisions("R41", digest, "machine", "", "", entities)
