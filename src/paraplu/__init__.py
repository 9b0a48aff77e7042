"""Paraplu: evaluate how well a network works, from interviews to strategic choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.study import Study

__version__ = "0.1.0"
__all__ = ["Study", "__version__"]


def __getattr__(name: str) -> object:
    """Import `Study` on first use, so that `import paraplu` stays light."""
    if name == "Study":
        from paraplu.study import Study

        return Study
    message = f"module 'paraplu' has no attribute {name!r}"
    raise AttributeError(message)
