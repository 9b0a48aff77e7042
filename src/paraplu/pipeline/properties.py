"""The properties that Word and PDF documents carry beside their text."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any
from zlib import error as ZlibError  # noqa: N812  a class under a small name

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_properties"]

LIMIT = 1024 * 1024
"""Bytes of the largest part of a document that is read."""


def read_properties(path: Path) -> dict[str, str] | None:
    """Return the properties of a document by name, or None when they cannot be read.

    Parameters
    ----------
    path
        A ``.docx`` (its core, extended and own properties, and who wrote comments and changes)
        or a ``.pdf`` (its information dictionary and XMP).

    """
    return _read_word(path) if path.suffix.lower() == ".docx" else _read_pdf(path)


def _read_word(path: Path) -> dict[str, str] | None:
    """Read the parts of a Word document that hold properties."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    found: dict[str, str] = {}
    try:
        with zipfile.ZipFile(path) as package:
            for part in package.infolist():
                if not part.filename.startswith(("docProps/", "word/")) or part.file_size > LIMIT:
                    continue
                if not part.filename.endswith(".xml"):
                    continue
                for element in etree.fromstring(package.read(part), parser).iter():
                    found |= _word_property(part.filename, element)
    except (OSError, zipfile.BadZipFile, ZlibError, etree.XMLSyntaxError, RuntimeError):
        return None
    return found


def _word_property(part: str, element: Any) -> dict[str, str]:  # noqa: ANN401  lxml has no types
    """Return what one element says: a property, or the author of a comment or change."""
    authors = {
        key.rpartition("}")[2]: str(value)
        for key, value in element.attrib.items()
        if key.rpartition("}")[2] in ("author", "initials")
    }
    if (
        part.startswith("docProps/")
        and isinstance(element.tag, str)
        and (element.text or "").strip()
    ):
        return {element.tag.rpartition("}")[2]: element.text.strip()}
    return authors


def _read_pdf(path: Path) -> dict[str, str] | None:
    """Read what a PDF says of itself."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    found: dict[str, str] = {}
    try:
        with path.open("rb") as stream:
            document = PDFDocument(PDFParser(stream))
            for information in document.info:
                for name, value in information.items():
                    said = resolve1(value)
                    found[str(name)] = decode_text(said) if isinstance(said, bytes) else str(said)
            metadata = resolve1(document.catalog.get("Metadata"))
            if hasattr(metadata, "get_data"):
                found["XMP"] = metadata.get_data()[:LIMIT].decode("utf-8", "replace")
    except Exception:  # noqa: BLE001  a damaged file can fail anywhere in the library
        return None
    return found
