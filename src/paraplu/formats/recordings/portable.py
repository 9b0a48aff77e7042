"""PDF: lines without what comes back on every page, broken words mended."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from paraplu.formats.recordings import containers
from paraplu.formats.recordings.documents import read_blocks
from paraplu.formats.recordings.hyphens import mend_hyphens
from paraplu.formats.recordings.labels import find_label
from paraplu.formats.recordings.pieces import Line, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from paraplu.formats.recordings.sniffing import Sniffed

__all__ = ["read_portable"]

LIBRARIES = ("pdfminer", "pdfplumber")
MOST_PAGES = 1000
EDGE = 2
SLACK = 3
PAGE = re.compile(
    r"\s*(?:[-–]\s*)?(?:pagina|pag\.?|blad|p\.|page)?\s*\d+(?:\s*(?:van|/|of)\s*\d+)?\s*[-–]?\s*",
    re.IGNORECASE,
)
UNMAPPED = re.compile(r"\(cid:\d+\)")
DIGITS = re.compile(r"\d+")


def read_portable(sniffed: Sniffed, *, given: Mapping[str, str]) -> Reading:
    """Read the text of a PDF in one column; the source of a piece counts lines over all pages.

    Raises
    ------
    containers.Locked, containers.Bomb
        When it asks for a password, or unpacks to more than 100 MB or 1,000 pages.

    """
    containers.inflate_streams(sniffed.data)
    with _silent_library():
        try:
            pages, hidden = _extract(sniffed.data)
        except PdfminerException as error:
            if any(isinstance(part, PDFPasswordIncorrect) for part in error.args):
                raise containers.Locked from error
            raise
    recurring = _recurring(pages)
    recurring -= _spoken(pages, recurring=recurring)
    kept = [
        text
        for page in pages
        for place, (text, top) in enumerate(page)
        if not _is_margin(text, top, place, page=page, recurring=recurring)
    ]
    dropped = sum(map(len, pages)) - len(kept)
    mended = mend_hyphens([Line(text, number) for number, text in enumerate(kept)])
    reading = read_blocks(mended.lines, given=given, hidden=hidden, unit="regel")
    remarks = Counter(reading.remarks) + Counter({"page-lines": dropped, "hyphens": mended.count})
    return Reading(reading.unit, reading.pieces, reading.hidden, remarks)


def _extract(data: bytes) -> tuple[list[list[tuple[str, float]]], Counter[str]]:
    """Return text and height (points from the top) per line per page, and what is hidden."""
    hidden: Counter[str] = Counter()
    with pdfplumber.open(io.BytesIO(data)) as document:
        if len(document.pages) > MOST_PAGES:
            raise containers.Bomb
        about = {str(key).lower(): str(value).strip() for key, value in document.metadata.items()}
        hidden["author"] += bool(about.get("author"))
        hidden["title"] += any(about.get(name) for name in ("title", "subject", "keywords"))
        names = document.doc.catalog.get("Names")
        hidden["media"] += isinstance(names, dict) and "EmbeddedFiles" in names
        pages = []
        for page in document.pages:
            found = page.extract_text_lines(return_chars=False)
            pages.append(
                [(UNMAPPED.sub("\ufffd", str(line["text"])), float(line["top"])) for line in found]
            )
            hidden["comment"] += sum(map(_is_comment, page.annots))
            hidden["media"] += len(page.images)
            page.close()
    return pages, hidden


def _is_comment(annotation: Mapping[str, Any]) -> bool:
    """Tell whether an annotation holds words."""
    return bool(annotation.get("contents"))


def _recurring(pages: Sequence[Sequence[tuple[str, float]]]) -> set[tuple[str, int]]:
    """Return the lines at the edges that stand at one height on at least half of the pages."""
    counts = Counter(
        _signature(text, top) for page in pages for text, top in {*page[:EDGE], *page[-EDGE:]}
    )
    least = max(2, len(pages) / 2)
    return {signature for signature, count in counts.items() if count >= least}


def _spoken(
    pages: Sequence[Sequence[tuple[str, float]]], *, recurring: set[tuple[str, int]]
) -> set[tuple[str, int]]:
    """Return which recurring lines are turns: with a label that other lines have as well."""
    labelled = [
        (label.name, signature)
        for page in pages
        for text, top in page
        if (label := find_label(text)) is not None
        for signature in [_signature(text, top)]
    ]
    speakers = {name for name, signature in labelled if signature not in recurring}
    return {signature for name, signature in labelled if name in speakers} & recurring


def _signature(text: str, top: float) -> tuple[str, int]:
    """Return what makes two lines on different pages the same."""
    return DIGITS.sub("#", text.strip()), round(top / SLACK)


def _is_margin(
    text: str, top: float, place: int, *, page: Sequence[object], recurring: set[tuple[str, int]]
) -> bool:
    """Tell whether a line is a page header, footer or number."""
    if EDGE <= place < len(page) - EDGE:
        return False
    edge = place == 0 or place == len(page) - 1
    return _signature(text, top) in recurring or (edge and PAGE.fullmatch(text) is not None)


@contextmanager
def _silent_library() -> Iterator[None]:
    """Keep the library from printing what it finds odd: that can be words of the transcript."""
    loggers = [logging.getLogger(name) for name in LIBRARIES]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
