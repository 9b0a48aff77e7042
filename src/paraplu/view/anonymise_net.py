"""The review net of a raw text: every capital and number, sought once for each text."""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

from paraplu.view.anonymise import open_raw

if TYPE_CHECKING:
    from paraplu.study import Study

__all__ = ["Nets"]

KEPT = 16


class Nets:
    """Nets of raw texts: offsets only, in the memory of the program.

    The page leaves out what is a mention already; so a net does not change with decisions.
    """

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._found: dict[str, tuple[tuple[int, int], ...]] = {}
        self._lock = threading.Lock()

    def of(self, study: Study, interview: str) -> tuple[tuple[int, int], ...]:
        """Return where capitals and numbers stand, in code points into the raw text.

        Raises
        ------
        Refused
            As `paraplu.view.anonymise.open_raw` does.

        """
        text = open_raw(study, interview).text
        key = hashlib.sha256(text.encode("utf-8")).hexdigest()
        with self._lock:  # two at once would read the pipeline twice
            if key not in self._found:
                while len(self._found) >= KEPT:
                    self._found.pop(next(iter(self._found)))
                self._found[key] = _cast(text)
            return self._found[key]


def _cast(text: str) -> tuple[tuple[int, int], ...]:
    """Read a text with the pipeline and return its net."""
    from paraplu.anonymise.document import read_document
    from paraplu.anonymise.review_net import cast_net
    from paraplu.language.pipeline import load_pipeline

    document = read_document(text, pipeline=load_pipeline())
    return tuple((span.start, span.end) for span in cast_net(document, mentions=()))
