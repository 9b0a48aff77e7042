"""Pseudonymisation: applying decisions, and what published attributes give away."""

from __future__ import annotations

from paraplu.anonymise.anonymity import anonymity
from paraplu.anonymise.replacement import apply_decisions

__all__ = ["anonymity", "apply_decisions"]
