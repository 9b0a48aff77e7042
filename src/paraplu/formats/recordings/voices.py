"""Who is the interviewer and who the respondent: given, read from labels, or guessed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused
from paraplu.formats.recordings.labels import generic_role
from paraplu.records import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paraplu.formats.recordings.pieces import Piece

__all__ = ["GIVEN", "LIKELY", "MOST", "ROLE", "SURE", "UNSURE", "assign_roles", "parse_roles"]

GIVEN, SURE, LIKELY, UNSURE = "gegeven", "zeker", "waarschijnlijk", "onzeker"
ROLE = re.compile(r"I|R[1-9]?")
OWN = re.compile(r"[IR][1-9]?")
MOST = 9
NUMBERED = frozenset(f"R{n}" for n in range(1, MOST + 1))
LEAST_QUESTIONS = 3
LEAST_SHARE = 0.7


def parse_roles(options: Sequence[str], *, place: str) -> dict[str, str]:
    """Read ``NAAM=R`` options.

    Raises
    ------
    Refused
        P189 for each that cannot be read; the name is not repeated.

    Examples
    --------
    >>> parse_roles(["Jansen, Piet=R", "Karin=I"], place="R41")
    {'Jansen, Piet': 'R', 'Karin': 'I'}

    """
    roles: dict[str, str] = {}
    wrong: list[int] = []
    for number, option in enumerate(options, start=1):
        name, _, role = option.rpartition("=")
        role = role.strip().upper()
        if name.strip() and (ROLE.fullmatch(role) or role == "-"):
            roles[name.strip()] = role
        else:
            wrong.append(number)
    if wrong:
        raise Refused([messages.problem("P189", place, number=number) for number in wrong])
    return roles


def assign_roles(turns: Sequence[Piece], *, given: Mapping[str, str]) -> tuple[Voice, ...]:
    """Give each speaker a role, with how certain it is.

    Roles that were given come first, then what labels say. Of the others the one who asks most
    is taken for the interviewer: `waarschijnlijk` when at least three turns and 70% of all turns
    that end in a question are his or hers and somebody else says more, else `onzeker`.

    Parameters
    ----------
    turns
        Merged pieces, in order.
    given
        Role by name.

    """
    voices = _count(turns)
    folded = {name.casefold(): role for name, role in given.items()}
    for name, voice in voices.items():
        if name.casefold() in folded:
            voices[name] = replace(voice, role=folded[name.casefold()], certainty=GIVEN)
        elif OWN.fullmatch(name):
            voices[name] = replace(voice, role=name, certainty=SURE)
        elif generic_role(name):
            voices[name] = replace(voice, role=generic_role(name) or "", certainty=SURE)
    _guess(voices)
    _number(voices)
    return tuple(voices.values())


def _count(turns: Sequence[Piece]) -> dict[str, Voice]:
    """Count turns, words and questions of each speaker, in order of first appearance."""
    voices: dict[str, Voice] = {}
    for turn in turns:
        name = turn.speaker or ""
        voice = voices.get(name, Voice(name, "", UNSURE))
        asked = turn.text.rstrip("\"'”’)").endswith("?")
        voices[name] = replace(
            voice,
            turns=voice.turns + 1,
            words=voice.words + len(turn.text.split()),
            questions=voice.questions + asked,
        )
    return voices


def _guess(voices: dict[str, Voice]) -> None:
    """Fill in the roles that are still open."""
    opened = [name for name, voice in voices.items() if not voice.role]
    if not opened:
        return
    led = any(voice.role.startswith("I") for voice in voices.values())
    asker = max(opened, key=lambda name: voices[name].questions)
    asked = voices[asker].questions
    total = sum(voice.questions for voice in voices.values())
    longest = max(voice.words for voice in voices.values())
    clear = (
        asked >= LEAST_QUESTIONS and asked >= LEAST_SHARE * total and voices[asker].words < longest
    )
    certainty = LIKELY if led or (clear and len(voices) > 1) else UNSURE
    for name in opened:
        role = "I" if name == asker and not led and len(voices) > 1 else "R"
        voices[name] = replace(voices[name], role=role, certainty=certainty)


def _number(voices: dict[str, Voice]) -> None:
    """Give respondents numbers when there are more than one; what was given stays."""
    plain = [
        name
        for name, voice in voices.items()
        if voice.role == "R" and voice.certainty != GIVEN and not OWN.fullmatch(name)
    ]
    taken = {
        voice.role
        for name, voice in voices.items()
        if voice.role.startswith("R") and name not in plain
    }
    if len(plain) + len(taken) <= 1:
        return
    for name in list(plain):
        own = f"R{name[-1]}"
        if own in NUMBERED and own not in taken and not name[-2:].isdigit():
            voices[name] = replace(voices[name], role=own)
            taken.add(own)
            plain.remove(name)
    numbers = range(2 if "R" in taken else 1, len(voices) + MOST + 1)
    free = [f"R{n}" for n in numbers if f"R{n}" not in taken]
    for name, role in zip(plain, free, strict=False):
        voices[name] = replace(voices[name], role=role)
