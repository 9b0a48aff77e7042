"""Measure detection on R01–R32 with every person renamed, so that no name was seen before.

    python scripts/measure_detection_renamed.py

Names are drawn from two lists: rare and invented ones, and ones that are ordinary words. Prints
for each list and seed the share of mentions that is covered whole and that is missed altogether.
An address that was made of a name keeps the old one, so a name that is spelled after it counts
as missed more often than it would be.
"""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

from measure_detection import share

from paraplu.anonymise.finding import Finder
from paraplu.anonymise.lexicon import PREFIXES, load_lexicon
from paraplu.anonymise.public import network_names
from paraplu.study import Study
from paraplu.study.anonymising import read_decisions, read_raw

if TYPE_CHECKING:
    from random import Random

    from paraplu.records import Decisions

LISTS = {
    "zeldzaam": (
        """Aukjen Tesfay Ghebre Noortje Ksenija Oluwaseun Jildert Thirze Wendelmoet Siebrich Djaïr
        Quinty Xaviera Yfke Zwier Bouwien Ebeltje Fokko Gauke Hylkje Ieke Jorrit Kornelis Lubbert
        Mindert Nynke Oene Popke Rixt Sjouke Tiede Ubbo Wytske Imad Khadija Lahcen Mbarka Nourdin
        Ouassima Rkia Soumaya Thảo Uğur Veysel Zeynep""",
        """Ouchan Bruinewoud Hettinga-Zwart Kiewiet Schrieken Gebremeskel Tjeenkstra Aardoom Qorane
        Vrolixs Ijspeert Zandvliegt Haveltjes Woltersum Boukhrissi Akdağ Nguyễn Pruijsen
        Rottinghuis Slootmaeckers Tuitjer Uitslag Verhoogt Wijntjes Yildiran Zweverink Omloo
        Duinkerk Elfrink Fladder""",
    ),
    "gewoon woord": (
        """Roos Mark Wil Bas Storm Merel Hope Beer Sterre Joy Lente Max Rob Stan Flip Pim Mees Tijn
        Rein Rens Floor Fleur Iris Linde Olijf Noor Zoë Guus Kees Bob""",
        """Bakker Visser Smit Mulder Kok Bos Vos Vogel Dekker Prins Koning Groen Wit Zwart Kuiper
        Timmer Berg Dijk Winter Bloem Kraan Haan Vink Hoekstra Post Molen Ridder Blom Brand
        Kramer""",
    ),
}
INTERVIEWS = tuple(f"R{number:02}" for number in range(1, 33))
SEEDS = (1, 2, 3)
_PART = re.compile(r"[^\W\d_]+")


def rename(
    raw: str, decisions: Decisions, *, names: tuple[str, str], rng: Random
) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with every person renamed throughout, and where persons stand in it."""
    lexicon = load_lexicon()
    first, last = (listed.split() for listed in names)
    chosen: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        word = found[0]
        if not word[0].isupper() or word.lower() in PREFIXES | lexicon.titles:
            again = chosen.get(word.capitalize())
            return again.lower() if again else word
        if word not in chosen:
            chosen[word] = rng.choice(first if word in lexicon.first_names else last)
        return chosen[word]

    marks = sorted((o.start, o.end) for e in decisions.entities if e.label == "PERSON"
                   for o in e.occurrences)  # fmt: skip
    text, done, places = "", 0, []
    for start, end in marks:
        text += raw[done:start]
        name = _PART.sub(other, raw[start:end])
        places.append((len(text), len(text) + len(name)))
        text += name
        done = end
    return text + raw[done:], places


def main() -> None:
    """Print a row per list and seed."""
    study = Study.open(Path(__file__).parents[1])
    finder = Finder(partners=network_names(study.network()))
    for kind, names in LISTS.items():
        for seed in SEEDS:
            rng = random.Random(seed)  # noqa: S311  no secret
            whole, partly = [], []
            for interview in INTERVIEWS:
                decisions = read_decisions(study, interview)
                if decisions is None:
                    continue
                raw = read_raw(study, interview)
                text, places = rename(raw, decisions, names=names, rng=rng)
                covered = {p for m in finder.find(text).mentions for p in range(m.start, m.end)}
                for start, end in places:
                    letters = [p in covered for p in range(start, end) if text[p].isalnum()]
                    whole.append(all(letters))
                    partly.append(any(letters))
            missed = 1 - sum(partly) / len(partly)
            print(f"{kind} {seed}: {len(whole)}, heel {share(sum(whole) / len(whole))}, "
                  f"gemist {share(missed)}")  # fmt: skip


if __name__ == "__main__":
    main()
