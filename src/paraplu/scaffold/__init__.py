"""A new, empty study of the same shape as the reference study."""

from __future__ import annotations

from paraplu.scaffold.study import make_study, parse_retention

__all__ = ["make_study", "parse_retention"]
