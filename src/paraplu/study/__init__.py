"""A study on disk: settings, and the only code that reads or writes its files."""

from __future__ import annotations

from paraplu.study.repository import Study
from paraplu.study.settings import Settings

__all__ = ["Settings", "Study"]
