"""The key of the pseudonyms and the log of replacements: encrypted, outside the study."""

from __future__ import annotations

from paraplu.vault.content import Content, Entry, LogLine
from paraplu.vault.forms import HashedForms, compact
from paraplu.vault.location import vault_file
from paraplu.vault.passphrase import find_passphrase
from paraplu.vault.sources import NameSources, find_names
from paraplu.vault.vault import Vault

__all__ = [
    "Content",
    "Entry",
    "HashedForms",
    "LogLine",
    "NameSources",
    "Vault",
    "compact",
    "find_names",
    "find_passphrase",
    "vault_file",
]
