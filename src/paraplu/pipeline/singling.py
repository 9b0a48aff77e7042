"""What could single a respondent out: a quotation with attributes, a function with a partner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.language import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from paraplu.errors import Problem
    from paraplu.report.essay import Essay, Mark
    from paraplu.study import Study

__all__ = ["check_singling"]

ATTRIBUTES = ("ambt", "laag", "maand", "vorm")
"""Attributes of respondents that prose could give away beside those that are published."""
PLAIN = ("overig", "online", "gemeente", "gemeentelijk", "rijk", "ja", "nee", "")
"""Values that are words of the subject itself: standing in a sentence they say nothing of who."""
FUNCTIONS = (
    "adviseur", "ambtenaar", "beleidsadviseur", "beleidsmedewerker", "bestuurder", "bestuurslid",
    "burgemeester", "commissaris", "coördinator", "dijkgraaf", "directeur", "gedeputeerde",
    "griffier", "hoofd", "jurist", "lid", "manager", "medewerker", "onderzoeker",
    "programmaleider", "programmamanager", "projectleider", "secretaris", "statenlid",
    "teamleider", "trainer", "voorzitter", "wethouder", "woordvoerder",
)  # fmt: skip
SELF = re.compile(r"\b(?:ik|mijn|m'n|mezelf|ikzelf)\b", re.IGNORECASE)
LINK = r"(?:\s+[\w-]+)?\s+(?:van|bij|namens|voor)\s+(?:de\s+|het\s+|'t\s+)?(?:\w+\s+)?"


def check_singling(study: Study) -> list[Problem]:
    """Name where readers could tell who a respondent is.

    Two things: a quotation in whose sentence an attribute of the respondent stands, so that
    with what is published fewer than `min_cell` respondents are left; and a respondent who says
    of him- or herself to hold a function at a partner of the network, or an essay that says so
    of someone.
    """
    from paraplu.report.judging import essay_paths
    from paraplu.report.reading import read_essays

    essays = read_essays(essay_paths(study.root, None), root=study.root)
    people = study.respondents()
    found = [p for essay in essays for p in _check_quotations(essay, study, people=people)]
    pattern = _identifier(study)
    if pattern is None:
        return found
    for transcript in study.transcripts.values():
        for turn in transcript.turns:
            if turn.role == "R":
                place = f"interviews/{transcript.id}.md"
                found += _combined(turn.text, pattern, place=place, shift=turn.start, of_self=True)
    for essay in essays:
        for passage in essay.passages:
            place = f"{essay.path}:{passage.at(0).line}"
            found += _combined(passage.text, pattern, place=place, shift=0, of_self=False)
    return found


def _check_quotations(essay: Essay, study: Study, *, people: pd.DataFrame) -> Iterator[Problem]:
    """Compare what stands around each quotation with who said it."""
    published = [name for name in study.settings.privacy.published if name in people]
    least = study.settings.privacy.min_cell
    for mark in essay.marks:
        source = mark.attributes.get("from", "")
        if mark.kind != "quote" or not source:
            continue
        said = people[people["respondent"].eq(source) | people["interview"].eq(source)]
        for _, person in said.iterrows():
            told = [name for name in ATTRIBUTES if _tells(mark, str(person[name]))]
            known = [*published, *(name for name in told if name not in published)]
            alike = int(people[known].eq(person[known]).all(axis=1).sum()) if told else least
            if alike < least:
                values = " + ".join(str(person[name]) for name in known)
                where = f"{essay.path}:{mark.place.line}"
                told_of = {"source": source, "values": values, "count": alike, "least": least}
                yield messages.problem("P092", where, **told_of)


def _tells(mark: Mark, value: str) -> bool:
    """Tell whether the sentence around a quotation, or its own *als wethouder*, gives a value away.

    Around it only the singular counts: *raadsleden* are a group, *een raadslid* is someone.
    """
    if value.lower() in PLAIN:
        return False
    noun = re.escape(value)
    around = mark.sentence.replace(mark.text, " ") if mark.sentence else ""
    of_self = rf"\b(?:als|ben|was|werd)\s+(?:ik\s+)?(?:de\s+|een\s+)?{noun}\b"
    return (
        re.search(rf"\b{noun}\b", around, re.IGNORECASE) is not None
        or re.search(of_self, mark.text, re.IGNORECASE) is not None
    )


def _identifier(study: Study) -> re.Pattern[str] | None:
    """Return what finds a function with a partner of the network, or None without partners."""
    network = study.parsed_network.record
    names = {name for one in network.partners for name in (one.name, *one.aliases)} - {""}
    if not names:
        return None
    ordered = sorted(names, key=lambda name: (-len(name), name))
    partners = "|".join(map(re.escape, ordered))
    functions = "|".join(FUNCTIONS)
    return re.compile(rf"\b(?i:{functions}){LINK}(?:{partners})(?!\w)")


def _combined(
    text: str, pattern: re.Pattern[str], *, place: str, shift: int, of_self: bool
) -> Iterator[Problem]:
    """Yield where function and organisation stand together; of a speaker, in the first person."""
    for sentence in split_sentences(text):
        part = text[sentence.start : sentence.end]
        if of_self and SELF.search(part) is None:
            continue
        for match in pattern.finditer(part):
            begin = shift + sentence.start
            where = {"start": begin + match.start(), "end": begin + match.end()}
            yield messages.problem("P093", place, **where)
