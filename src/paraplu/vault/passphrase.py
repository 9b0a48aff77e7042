"""Where the passphrase comes from: the environment, the keyring of the computer, or a person."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SERVICE", "SHORTEST", "VARIABLE", "check_strength", "find_passphrase"]

VARIABLE = "PARAPLU_PASSPHRASE"
SERVICE = "paraplu"
SHORTEST = 12


def find_passphrase(study: str, *, ask: Callable[[], str] | None = None) -> str:
    """Return the passphrase of the vault of a study, or nothing when nobody gives it.

    Parameters
    ----------
    study
        Id of the study, under which a keyring may hold the passphrase (service ``paraplu``).
    ask
        Asks a person, as a last resort.

    """
    given = os.environ.get(VARIABLE, "")
    if given.strip():
        return given.rstrip("\r\n")
    kept = _from_keyring(study)
    if kept:
        return kept
    return ask().rstrip("\r\n") if ask is not None else ""


def check_strength(passphrase: str) -> None:
    """Refuse a passphrase for a new vault that is guessed too easily.

    Raises
    ------
    Refused
        P014 when it has fewer than twelve characters, or fewer than five different ones.

    """
    different = 5
    if len(passphrase) < SHORTEST or len(set(passphrase)) < different:
        raise Refused([messages.problem("P014", "sleutel", least=SHORTEST)])


def _from_keyring(study: str) -> str:
    """Ask the keyring of the computer, where the package for it is installed and works."""
    if find_spec("keyring") is None:
        return ""
    keyring = import_module("keyring")
    try:
        return keyring.get_password(SERVICE, study) or ""
    except Exception:  # noqa: BLE001  any backend, any failure: then a person is asked
        return ""
