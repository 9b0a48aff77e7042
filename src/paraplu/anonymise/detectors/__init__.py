"""Detectors: each finds one kind of identifier, all behind one protocol."""

from __future__ import annotations

from paraplu.anonymise.detectors.addresses import Addresses
from paraplu.anonymise.detectors.ages import Ages
from paraplu.anonymise.detectors.contact import Contact
from paraplu.anonymise.detectors.dates import Dates
from paraplu.anonymise.detectors.deduce_names import DeduceNames
from paraplu.anonymise.detectors.institutions import Institutions
from paraplu.anonymise.detectors.model_names import InstalledNames, ModelNames
from paraplu.anonymise.detectors.nicknames import Nicknames
from paraplu.anonymise.detectors.numbers import Numbers
from paraplu.anonymise.detectors.proper_nouns import ProperNouns
from paraplu.anonymise.detectors.titles import Titles

__all__ = [
    "Addresses",
    "Ages",
    "Contact",
    "Dates",
    "DeduceNames",
    "InstalledNames",
    "Institutions",
    "ModelNames",
    "Nicknames",
    "Numbers",
    "ProperNouns",
    "Titles",
]
