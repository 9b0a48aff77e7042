"""Word lists that detectors share: names, places, titles, and what is public."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

__all__ = ["PREFIXES", "Lexicon", "alternatives", "deduce_lists", "load_lexicon"]

PREFIXES = frozenset({
    "van", "de", "der", "den", "het", "'t", "‘t", "’t", "ten", "ter", "te", "in", "op", "aan",
    "bij", "uit", "voor", "over", "onder", "'s", "la", "le", "les", "du", "des", "del", "della",
    "di", "da", "do", "dos", "el", "al", "von", "zu", "zur", "am", "ibn", "bin", "ould", "abu",
    "bou", "ait", "aït", "und", "y", "e", "d'", "l'", "af",
})  # fmt: skip
"""Parts of a surname that are written small (tussenvoegsels), in Dutch and beyond."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words before a text is read.

    `titles` are forms of address (masked with the name), `roles` are functions that a name may
    follow (not masked). `public` are names of what everybody knows and that identify nobody;
    `no_names` are ordinary words, in small letters, that dictionaries lack.
    The other sets hold names as deduce lists them.
    """

    titles: frozenset[str]
    roles: frozenset[str]
    public: frozenset[str]
    parties: frozenset[str]
    no_names: frozenset[str]
    first_names: frozenset[str]
    surnames: frozenset[str]
    residences: frozenset[str]
    municipalities: frozenset[str]


def deduce_lists() -> Path:
    """Return the folder of the lists that deduce ships, without importing deduce."""
    package = find_spec("deduce")
    if package is None or package.origin is None:
        raise ModuleNotFoundError(name="deduce")
    return Path(package.origin).parent / "data" / "lookup" / "src"


@cache
def load_lexicon() -> Lexicon:
    """Read the lists once."""
    places = "locations/lst_placename"
    return Lexicon(
        titles=_own("titles"),
        roles=_own("roles"),
        public=_own("public"),
        parties=_own("parties"),
        no_names=_own("no_names"),
        first_names=_listed("names/lst_first_name"),
        surnames=_listed("names/lst_surname") | _listed("names/lst_interfix_surname"),
        residences=_listed(f"{places}/lst_residence"),
        municipalities=_listed(f"{places}/lst_municipality"),
    )


@cache
def alternatives(name: str) -> str:
    """Return a list of this package as one group of a pattern, the longest entries first."""
    entries = sorted(_own(name), key=lambda entry: (-len(entry), entry))
    return rf"(?:{'|'.join(entries)})"


def _own(name: str) -> frozenset[str]:
    """Read a list of this package: one entry a line, remarks on lines that begin with #."""
    text = files("paraplu.anonymise").joinpath(f"words/{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def _listed(name: str) -> frozenset[str]:
    """Read a list of deduce, exceptions left out."""
    folder = deduce_lists() / name
    entries = set((folder / "items.txt").read_text(encoding="utf-8").splitlines())
    exceptions = folder / "exceptions.txt"
    if exceptions.is_file():
        entries -= set(exceptions.read_text(encoding="utf-8").splitlines())
    return frozenset(entry.strip() for entry in entries if entry.strip())
