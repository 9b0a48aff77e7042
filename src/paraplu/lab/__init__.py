"""The coding room in a notebook: the same transcript view as in the browser, as a widget."""

from __future__ import annotations

from paraplu.lab.coder import Coder

__all__ = ["Coder"]
