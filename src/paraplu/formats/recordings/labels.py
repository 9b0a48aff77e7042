"""Who speaks, as written before the words: ``I:``, ``Jansen, Piet:``, a bold name."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Label", "find_label", "generic_role", "is_header_word", "is_name", "is_ordinary"]

INTERVIEWER = (
    "i", "int", "interviewer", "interviewster", "vraagsteller", "vraagstelster", "onderzoeker",
    "moderator", "vraag", "v", "q",
)  # fmt: skip
RESPONDENT = (
    "r", "resp", "respondent", "respondente", "geïnterviewde", "deelnemer", "deelneemster",
    "participant", "antwoord", "a", "p",
)  # fmt: skip
NEUTRAL = ("spreker", "speaker", "stem", "voice")
_KNOWN = "|".join(sorted((*INTERVIEWER, *RESPONDENT, *NEUTRAL), key=len, reverse=True))
GENERIC = re.compile(rf"(?P<word>{_KNOWN})(?:[ ._-]{{0,2}}\d{{0,2}}|[ ._-][A-Z])\.?", re.IGNORECASE)
SINGLE = re.compile(r"[A-Z]\d{0,2}\.?")

ORDINARY = frozenset({
    "ja", "nee", "nou", "kijk", "dus", "maar", "en", "of", "oké", "ok", "goed", "zo", "hallo",
    "namelijk", "bijvoorbeeld", "conclusie", "kortom", "let", "nb", "ps", "want", "toen", "daarom",
    "eerst", "dan", "ten", "sorry", "vraag", "antwoord", "punt", "stelling", "voorbeeld", "ik",
    "wij", "u", "je", "het", "de", "een", "dat", "dit", "die", "daar", "hier", "wat", "waarom",
    "hoe", "wie", "waar", "mijn", "onze", "zijn",
})  # fmt: skip
"""Words that stand before a colon in speech without being a speaker."""

HEADER = frozenset({
    "datum", "tijd", "locatie", "plaats", "aanwezig", "aanwezigen", "onderwerp", "project",
    "titel", "duur", "opname", "interview", "transcript", "transcriptie", "bestand", "versie",
    "spreker", "naam", "tekst", "wie", "nr", "opmerkingen", "opmerking", "speaker", "name", "text",
    "time", "transcribed", "notulist", "gesprek",
})  # fmt: skip
"""Words that head a document or a column."""

PARTICLES = frozenset({
    "de", "den", "der", "van", "ter", "ten", "te", "'t", "in", "op", "aan", "het", "la", "le",
    "les", "du", "el", "al", "bin", "ibn", "von", "und", "ben", "di", "da", "do", "dos", "uit",
    "bij", "voor", "'s", "tot", "vom", "zum", "zu", "y", "e",
})  # fmt: skip
SPLIT = re.compile(r"[\s,|/()_]+")
COLON = re.compile(
    r"(?P<name>\[[^:\n\[\]]{1,60}\]|[^:\n\[\]]{1,60}?)\s*[:\uff1a](?P<gap>\s*)(?P<rest>.*)",
    re.DOTALL,
)
TITLE = re.compile(r"\b(?:dhr|mw|mevr|dr|drs|mr|ir|ing|prof|bc|ds)\.\s*", re.IGNORECASE)
ASIDE = re.compile(r"\s*\([^()]*\)")
BOXED = re.compile(r"\[(?P<name>[^:\n\[\]]{1,60})\]\s+(?P<rest>\S.*)", re.DOTALL)
TABBED = re.compile(r"(?P<name>[^:\t\n]{1,60})\t+(?P<rest>.+)", re.DOTALL)
TIMED = re.compile(
    r"(?P<name>[^:\n]{1,60}?)(?:\s{2,}|\t|\s*[\[(]|(?<=\])\s)\s*"
    r"(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?:?\s*"
)
MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Label:
    """A possible label: the name, where the words begin (code points), and how it was written.

    `form` is ``colon``, ``boxed``, ``tab``, ``bold``, ``timed`` or ``alone``.
    """

    name: str
    words: int
    form: str


def find_label(text: str, *, bold: int = 0) -> Label | None:
    """Return what may be a speaker label at the beginning of a line, or None.

    Parameters
    ----------
    text
        A line without leading time marks.
    bold
        Length of its bold beginning, code points.

    Examples
    --------
    >>> find_label("Jansen, Piet: Ja, hallo: dit is hem.")
    Label(name='Jansen, Piet', words=14, form='colon')
    >>> find_label("Interviewer Hoe gaat het?", bold=11)
    Label(name='Interviewer', words=12, form='bold')

    """
    timed = TIMED.fullmatch(text.lstrip())
    if timed and is_name(timed["name"].strip("[] ")):
        return Label(timed["name"].strip("[] "), len(text), "timed")
    return _bold_label(text, bold=bold) or _plain_label(text)


def _bold_label(text: str, *, bold: int) -> Label | None:
    """Return the label that a bold beginning is."""
    name = text[:bold].strip().rstrip(":").strip()
    if not name or ":" in name or (generic_role(name) is None and not is_name(name)):
        return None
    words = len(text) - len(text[bold:].lstrip(" \t\n:"))
    return Label(name, max(words, bold), "bold")


def _plain_label(text: str) -> Label | None:
    """Return the label before a colon, in brackets, before a tab, or alone on its line."""
    shift = len(text) - len(text.lstrip())
    line = text[shift:]
    colon = COLON.match(line)
    if colon:
        name = colon["name"].strip("[] \t")
        if colon["gap"] or not colon["rest"] or generic_role(name) is not None:
            return Label(name, shift + colon.start("rest"), "colon")
    for pattern, form in ((BOXED, "boxed"), (TABBED, "tab")):
        found = pattern.match(line)
        if found and generic_role(found["name"].strip()) is not None:
            return Label(found["name"].strip(), shift + found.start("rest"), form)
    whole = line.strip()
    if GENERIC.fullmatch(whole) and not is_ordinary(whole) and len(whole.rstrip(".")) > 1:
        return Label(whole, len(text), "alone")
    return None


def generic_role(name: str) -> str | None:
    """Return what a word for a role says: ``I``, ``R``, or empty for *spreker*; None for a name.

    A letter alone must be a capital.

    Examples
    --------
    >>> [generic_role(name) for name in ("Interviewer", "R2", "SPEAKER_00", "Piet", "i")]
    ['I', 'R', '', None, None]

    """
    found = GENERIC.fullmatch(name.strip())
    if found is None or (len(found["word"]) == 1 and SINGLE.fullmatch(name.strip()) is None):
        return None
    word = found["word"].lower()
    if word in INTERVIEWER:
        return "I"
    return "R" if word in RESPONDENT else ""


def is_name(text: str) -> bool:
    """Tell whether a text looks like the name of a speaker.

    Examples
    --------
    >>> is_name("Haaften, Anne van (Gemeente X)"), is_name("Ja, hallo"), is_name("Spreker 1")
    (True, False, True)

    """
    untitled = TITLE.sub("", text)
    if re.search(r"[?!;\"“”„…]|\w{3,}\.(?:\s|$)", untitled):
        return False
    words = [word for word in SPLIT.split(ASIDE.sub("", untitled).strip()) if word]
    if not 1 <= len(words) <= MOST_WORDS:
        return False
    capitals = [word for word in words if _capital(word)]
    others = [word for word in words if not _capital(word)]
    return bool(capitals) and all(
        word.lower() in PARTICLES or not any(map(str.isalpha, word)) for word in others
    )


def is_ordinary(name: str) -> bool:
    """Tell whether words before a colon are ordinary words or the head of a document."""
    words = [word.strip(".").lower() for word in SPLIT.split(name) if word]
    return (
        bool(words)
        and not name[-1].isdigit()
        and (words[0] in ORDINARY or is_header_word(words[0]))
    )


def is_header_word(word: str) -> bool:
    """Tell whether a word heads a document or a column of a table."""
    return word.strip(" :.").lower() in HEADER


def _capital(word: str) -> bool:
    """Tell whether the first letter of a word is a capital."""
    letters = [character for character in word if character.isalpha()]
    return bool(letters) and letters[0].isupper()
