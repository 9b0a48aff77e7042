"""From bytes to text: UTF-8 and UTF-16, and the code pages of older programs."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from paraplu.spans import normalise

__all__ = ["Decoded", "decode"]

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
PAGES = (("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp850", "DOS 850"))
FITTING = re.compile(r"(?<=[A-Za-z])[éëïèöüáóêçíâàúûôîñäÉË]|[éÉ][ée]n|[‘’“”…–€]|ë")
LOST = "\ufffd"
MOSTLY = 5
NULS = 0.2
SAMPLE = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """Normalised text and, when it was guessed, the name of the code page."""

    text: str
    guessed: str = ""


def decode(data: bytes) -> Decoded | None:
    """Return the text of a file, normalised (NFC, LF, no BOM); None when it is no text.

    UTF-8 with a few damaged characters stays UTF-8, with a sign for what is lost. What is neither
    UTF-8 nor UTF-16 is read with the code page under which most accents stand where
    Dutch has them.

    Examples
    --------
    >>> decode("één café".encode("cp1252"))
    Decoded(text='één café', guessed='Windows-1252')

    """
    for mark, name in MARKS:
        if data.startswith(mark):
            text = _try(data[len(mark) :], name)
            return Decoded(normalise(text)) if text is not None else None
    if 0 in data:
        text = _try(data, _wide(data[:SAMPLE]))
        return Decoded(normalise(text)) if text is not None and "\0" not in text else None
    text = _try(data, "utf-8")
    return Decoded(normalise(text)) if text is not None else _guess(data)


def _wide(sample: bytes) -> str:
    """Return the kind of UTF-16 that a sample with zeros could be, or ASCII, which holds none."""
    if sample.count(0) <= NULS * len(sample):
        return "ascii"
    return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"


def _guess(data: bytes) -> Decoded | None:
    """Read what is not quite UTF-8, or not at all."""
    mended = data.decode("utf-8", "replace")
    if sum(character > "\x7f" for character in mended) > MOSTLY * mended.count(LOST):
        return Decoded(normalise(mended))
    read = [(_try(data, page), name) for page, name in PAGES]
    possible = [(text, name) for text, name in read if text is not None]
    if not possible:
        return None
    best, name = max(possible, key=lambda pair: len(FITTING.findall(pair[0])))
    return Decoded(normalise(best), name)


def _try(data: bytes, name: str) -> str | None:
    """Decode, or None."""
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None
