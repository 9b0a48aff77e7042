"""Finishing a DOCX: what pandoc leaves out, in a file that is the same every time."""

from __future__ import annotations

import os
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["NOTICE", "finish"]

NOTICE = "fictief materiaal"
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
_DRAWING = re.compile(r"<wp:(?:inline|anchor)\b.*?</wp:(?:inline|anchor)>", re.DOTALL)
_DESCRIPTION = re.compile(r'\sdescr="([^"]*)"')
_OPENING = re.compile(r"<(?:wp:docPr|pic:cNvPr)\b[^>]*?(?=/?>)")
_NO_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)
"""Pandoc writes all metadata here, and with it where the study lies on the author's disk."""
_ROW = re.compile(r"<w:tr>(?!\s*<w:trPr>)")
_WHOLE_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_LANGUAGE = re.compile(r"<w:themeFontLang\b[^>]*/>")


def finish(path: Path, *, study: str, fictional: bool) -> None:
    """Finish a DOCX in place: alt texts, language, and what the header says.

    Parameters
    ----------
    path
        The file as pandoc wrote it from the reference document.
    study
        Title of the study, for the header.
    fictional
        Whether every page says that the material is fictional.

    """
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    notice = NOTICE if fictional else ""
    for name, part in parts.items():
        if name.startswith("word/header"):
            text = part.decode().replace("[[studie]]", escape(study))
            parts[name] = text.replace("[[melding]]", notice).encode()
    document = _describe(parts["word/document.xml"].decode())
    parts["word/document.xml"] = _ROW.sub(_WHOLE_ROW, document).encode()
    if "word/settings.xml" in parts:
        parts["word/settings.xml"] = _say_dutch(parts["word/settings.xml"].decode()).encode()
    if "docProps/custom.xml" in parts:
        parts["docProps/custom.xml"] = _NO_PROPERTIES
    _write(path, parts)


def _describe(document: str) -> str:
    """Give every picture its alt text in both places where readers look for it."""

    def repeat(drawing: re.Match[str]) -> str:
        texts = [text for text in _DESCRIPTION.findall(drawing[0]) if text]
        if not texts:
            return drawing[0]
        described = f' descr="{texts[0]}"'
        return _OPENING.sub(lambda tag: _DESCRIPTION.sub("", tag[0]) + described, drawing[0])

    return _DRAWING.sub(repeat, document)


def _say_dutch(settings: str) -> str:
    """Say that the text is Dutch, for the spelling checker."""
    language = '<w:themeFontLang w:val="nl-NL"/>'
    if _LANGUAGE.search(settings):
        return _LANGUAGE.sub(language, settings)
    return settings.replace("</w:settings>", f"{language}</w:settings>")


def _write(path: Path, parts: dict[str, bytes]) -> None:
    """Write the parts in a fixed order with a fixed time, beside the file and then over it."""
    beside = path.with_name(f".{path.name}")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda part: (part != "[Content_Types].xml", part)):
            entry = zipfile.ZipInfo(name, _FIRST_MOMENT)
            archive.writestr(entry, parts[name], zipfile.ZIP_DEFLATED)
    os.replace(beside, path)  # noqa: PTH105  the design names os.replace
