"""What there is to compare names with: a bundle, the vault, the decisions beside the raw texts."""

from __future__ import annotations

import os
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.errors import Problem, Refused
from paraplu.formats.recordings import parse_speaker_map
from paraplu.study.anonymising import decided_interviews, read_decisions
from paraplu.study.reading import read_text
from paraplu.vault.content import DECIDED, SECRET, SPOKEN, Entry, entries_of
from paraplu.vault.forms import HashedForms
from paraplu.vault.location import study_id, vault_file
from paraplu.vault.ordinary import is_ordinary
from paraplu.vault.passphrase import find_passphrase
from paraplu.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from paraplu.study import Study

__all__ = ["VARIABLE", "NameSources", "all_entries", "find_names", "hash_names"]

VARIABLE = "PARAPLU_HMAC"
SPEAKERS = "interviews/raw/*.speakers.yaml"


@dataclass(frozen=True, slots=True)
class NameSources:
    """Hashed forms of names, of which interviews, and why some could not be had."""

    forms: tuple[HashedForms, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def interviews(self) -> frozenset[str]:
        """The interviews whose names can be looked for."""
        return frozenset[str]().union(*(one.interviews for one in self.forms))


def find_names(study: Study, *, ask: Callable[[], str] | None = None) -> NameSources:
    """Gather the names of a study that can be had here, as hashed forms.

    A bundle in the variable ``PARAPLU_HMAC`` comes first: it is meant for computers that have
    no key. Then the vault, when its passphrase is known; then decisions that lie in the folder,
    on interviews that the others do not know.

    Parameters
    ----------
    study
        The study.
    ask
        Asks a person for the passphrase; only when there is a vault. No answer is no vault.

    """
    bundle = os.environ.get(VARIABLE, "").strip()
    forms: list[HashedForms] = []
    problems: list[Problem] = []
    entries: tuple[Entry, ...] = ()
    secret = secrets.token_bytes(SECRET)
    try:
        if bundle:
            forms.append(HashedForms.unbundle(bundle, place=VARIABLE))
        else:
            opened = _open_vault(study, ask=ask)
            if opened is not None:
                entries, secret = opened.content.entries, opened.content.secret
    except Refused as refused:
        problems += refused.problems
    covered = frozenset[str]().union(*(one.interviews for one in forms))
    entries = all_entries(study, entries, covered=covered)
    if entries:
        forms.append(hash_names(study, entries=entries, secret=secret))
    return NameSources(tuple(forms), tuple(problems))


def all_entries(
    study: Study, entries: tuple[Entry, ...], *, covered: Collection[str] = ()
) -> tuple[Entry, ...]:
    """Return entries, with what else lies in the folder.

    That are decisions on interviews that the entries do not know, and the names of voices in
    the recordings.

    Parameters
    ----------
    study
        The study.
    entries
        Entries of the key.
    covered
        Interviews that are known in another way.

    """
    known = {entry.interview for entry in entries if entry.origin == DECIDED}
    return (*entries, *_decided(study, known=known.union(covered)), *_spoken(study))


def hash_names(study: Study, *, entries: tuple[Entry, ...], secret: bytes) -> HashedForms:
    """Hash the names of entries; those of the network and its partners are left out."""
    network = study.parsed_network.record
    parties = (*network.partners, *network.related)
    public = {network.name, *(name for one in parties for name in (one.name, *one.aliases))}
    return HashedForms.of(entries, secret=secret, public=public - {""})


def _open_vault(study: Study, *, ask: Callable[[], str] | None) -> Vault | None:
    """Open the vault when there is one and someone gives its passphrase."""
    if not vault_file(study).is_file():
        return None
    passphrase = find_passphrase(study_id(study), ask=ask)
    return Vault.open(study, passphrase) if passphrase else None


def _decided(study: Study, *, known: set[str]) -> tuple[Entry, ...]:
    """Return what decisions in the folder say of interviews that are not known yet."""
    found: list[Entry] = []
    for interview in decided_interviews(study):
        if interview in known:
            continue
        try:
            decisions = read_decisions(study, interview)
        except Refused:  # the check of the decisions says why; these names are not looked for
            continue
        if decisions is not None:
            found += entries_of(decisions, interview=interview)
    return tuple(found)


def _spoken(study: Study) -> tuple[Entry, ...]:
    """Return names of respondents in recordings; labels such as *Spreker 1* are none."""
    found: list[Entry] = []
    for path in sorted(study.root.glob(SPEAKERS)):
        file = read_text(path, root=study.root, strict=False)
        speakers = parse_speaker_map(file.text, path=file.path).record
        for voice in speakers.speakers if speakers is not None else ():
            name = re.sub(r"\(.*?\)", "", voice.name)
            last, comma, first = name.partition(",")
            form = f"{first.strip()} {last.strip()}" if comma else name.strip()
            words = form.split()
            named = sum(word[0].isupper() for word in words) > 1 and not is_ordinary(words)
            if voice.role.startswith("R") and named and not any(map(str.isdigit, form)):
                forms_of = (form, form.title()) if form.isupper() else (form,)
                place = f"[{voice.role}]"
                found.append(Entry(path.name.partition(".")[0], "PERSON", place, forms_of,
                                   origin=SPOKEN))  # fmt: skip
    return tuple(found)
