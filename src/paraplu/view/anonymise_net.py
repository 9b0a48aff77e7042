"""What else a reader should look at in a raw text, sought once for each text."""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

from paraplu.view.anonymise import open_raw, split_raw

if TYPE_CHECKING:
    from paraplu.spans import Span
    from paraplu.study import Study

__all__ = ["Nets"]

KEPT = 16


class Nets:
    """Other capitals and numbers, and passages to weigh: offsets, in the memory of the program.

    The page leaves out what is a mention already; so they do not change with decisions.
    """

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._found: dict[str, dict[str, tuple[Span, ...]]] = {}
        self._lock = threading.Lock()

    def of(self, study: Study, interview: str) -> dict[str, list[tuple[int, int]]]:
        """Return where these stand.

        Returns
        -------
        dict
            `net`, capitals and numbers, and `passages`, what may tell who somebody is by what
            happened: start and end, in code points into the raw text.

        Raises
        ------
        Refused
            As `paraplu.view.anonymise.open_raw` does.

        """
        text = open_raw(study, interview).text
        _, hidden = split_raw(study, interview, text)
        return {
            name: [
                (span.start, span.end)
                for span in spans
                if not any(each.start < span.end and span.start < each.end for each in hidden)
            ]
            for name, spans in self._seek(text).items()
        }

    def _seek(self, text: str) -> dict[str, tuple[Span, ...]]:
        """Read a text with the pipeline, if that was not done before."""
        key = hashlib.sha256(text.encode("utf-8")).hexdigest()
        with self._lock:  # two at once would read the pipeline twice
            if key not in self._found:
                while len(self._found) >= KEPT:
                    self._found.pop(next(iter(self._found)))
                self._found[key] = _cast(text)
            return self._found[key]


def _cast(text: str) -> dict[str, tuple[Span, ...]]:
    """Cast the net over a text, and find its passages."""
    from paraplu.anonymise.document import read_document
    from paraplu.anonymise.passages import find_passages
    from paraplu.anonymise.review_net import cast_net
    from paraplu.language.pipeline import load_pipeline

    document = read_document(text, pipeline=load_pipeline())
    return {"net": cast_net(document, mentions=()), "passages": find_passages(document)}
