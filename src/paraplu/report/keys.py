"""Keys of marks: what judge and filter agree on, whatever reader made the text.

The filter (`theme/marks/looking.lua`) holds the only other copy; both are tested on the vectors of
``tests/data/mark-keys.json``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["key_of", "reduce_text"]

_DROPPED = re.compile(r"[\x00-\x2F\x3A-\x40\x5B-\x60\x7B-\x7F“”‘’„‚«»–—…·−\u00A0\u202F\u2009]")  # noqa: RUF001


def reduce_text(text: str) -> str:
    """Return the text without ASCII signs and typographic signs that readers change.

    Letters keep their case.

    Examples
    --------
    >>> reduce_text("“ik had wél een baan…”")
    'ikhadwéleenbaan'

    """
    return _DROPPED.sub("", text)


def key_of(kind: str, attributes: Mapping[str, str], text: str) -> str:
    """Return the key under which the filter looks a mark up.

    Parameters
    ----------
    kind
        Class of the mark, such as ``claim``; ``figure`` or ``table`` for an artefact.
    attributes
        Attributes without class; of an artefact with its `id`.
    text
        Plain text of the mark; of an artefact empty.

    Examples
    --------
    >>> key_of("value", {"key": "netwerk.partners"}, "28")
    'value|key=netwerk.partners|28'

    """
    parts = sorted(f"{name}={value}" for name, value in attributes.items())
    return "|".join([kind, *parts, reduce_text(text)])
