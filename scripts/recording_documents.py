"""Documents of a fictional recording: Word, OpenDocument, RTF, PDF, Markdown and plain text."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paraplu.records import Turn

__all__ = ["write_markdown", "write_odt", "write_pdf", "write_rtf", "write_text", "write_word"]

DATE = dt.datetime(2023, 4, 3, 9, 0, tzinfo=dt.UTC).replace(tzinfo=None)
CP1252_LEAST, CP1252_MOST = 0x80, 0xFF
SOFT = 2
TENTHS = 10


def write_word(turns: Sequence[Turn], *, names: Mapping[str, str], layout: str) -> bytes:
    """Write a Word document.

    `layout` is ``plain`` (with tracked changes, a comment and a header), ``bold`` (bold labels
    without colon), ``soft`` (all in a few paragraphs with soft returns), ``table``, ``timed``
    (a table with times) or ``teams`` (name and time above each turn).
    """
    import docx

    document = docx.Document()
    properties = document.core_properties
    properties.author = "" if layout == "bold" else "Secretariaat"
    properties.created = properties.modified = DATE
    if layout in ("table", "timed"):
        _fill_table(document, turns, names=names, timed=layout == "timed")
    else:
        _fill_paragraphs(document, turns, names=names, layout=layout)
    if layout == "plain":
        _hide_things(document)
    stream = io.BytesIO()
    document.save(stream)
    return _settle(stream.getvalue())


def _fill_paragraphs(
    document: object, turns: Sequence[Turn], *, names: Mapping[str, str], layout: str
) -> None:
    """Add the turns as paragraphs."""
    from docx.document import Document
    from docx.enum.text import WD_BREAK

    assert isinstance(document, Document)  # noqa: S101  for the type checker
    paragraph = document.add_paragraph()
    for number, turn in enumerate(turns):
        name = names[turn.speaker]
        if layout != "soft" or number % 6 == 0:
            paragraph = document.add_paragraph()
        else:
            paragraph.add_run().add_break(WD_BREAK.LINE)
        if layout == "bold":
            paragraph.add_run(name).bold = True
            paragraph.add_run(f" {turn.text}")
        elif layout == "teams":
            paragraph.add_run(f"{name}   {_minutes(number)}")
            paragraph.add_run().add_break(WD_BREAK.LINE)
            paragraph.add_run(turn.text)
        else:
            paragraph.add_run(f"{name}: {turn.text}")


def _fill_table(
    document: object, turns: Sequence[Turn], *, names: Mapping[str, str], timed: bool
) -> None:
    """Add the turns as rows, below a head."""
    from docx.document import Document

    assert isinstance(document, Document)  # noqa: S101
    rows = [("Tijd", "Spreker", "Tekst")] + [
        (_minutes(number), names[turn.speaker], turn.text) for number, turn in enumerate(turns)
    ]
    table = document.add_table(rows=len(rows), cols=3 if timed else 2)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, text in zip(
        cells, (t for row in rows for t in row[0 if timed else 1 :]), strict=True
    ):
        cell.text = text


def _hide_things(document: object) -> None:
    """Add a header, a comment, a deletion and an insertion that is read."""
    from docx.document import Document
    from docx.oxml import parse_xml

    assert isinstance(document, Document)  # noqa: S101
    document.sections[0].header.paragraphs[0].text = "Vertrouwelijk: gesprek met de kabinetschef"
    last = document.paragraphs[-1]
    comment = document.add_comment(
        last.runs, text="Naam nog nagaan", author="Secretariaat", initials="S"
    )
    comment._comment_elm.date = DATE.replace(tzinfo=dt.UTC)  # noqa: SLF001  a date that stays
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    about = 'w:id="9" w:author="Secretariaat" w:date="2023-04-03T09:00:00Z"'
    words, tail = last.runs[0].text[:-SOFT], last.runs[0].text[-SOFT:]
    last.runs[0].text = words
    gone = "<w:r><w:delText> wat ik niet zei</w:delText></w:r>"
    paragraph = last._p  # noqa: SLF001  the library has no tracked changes
    for kind, run in (("del", gone), ("ins", f"<w:r><w:t>{tail}</w:t></w:r>")):
        paragraph.append(parse_xml(f"<w:{kind} {space} {about}>{run}</w:{kind}>"))


def write_odt(turns: Sequence[Turn], *, names: Mapping[str, str], layout: str) -> bytes:
    """Write an OpenDocument text: ``plain``, ``bold`` (with soft returns) or ``table``."""
    from odf import dc, meta
    from odf.opendocument import OpenDocumentText
    from odf.style import Style, TextProperties
    from odf.table import Table, TableCell, TableColumn, TableRow
    from odf.text import LineBreak, P, Span

    document = OpenDocumentText()
    document.meta.addElement(dc.Creator(text="Secretariaat"))
    document.meta.addElement(meta.CreationDate(text=DATE.isoformat()))
    strong = Style(name="T1", family="text")
    strong.addElement(TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(strong)
    table = Table(name="Gesprek")
    table.addElement(TableColumn(numbercolumnsrepeated=2))
    for turn in turns:
        paragraph = P()
        if layout == "bold":
            paragraph.addElement(Span(stylename=strong, text=f"{names[turn.speaker]}:"))
            paragraph.addElement(LineBreak())
            paragraph.addText(turn.text)
        else:
            paragraph.addText(f"{names[turn.speaker]}: {turn.text}")
        row = TableRow()
        for text in (names[turn.speaker], turn.text):
            cell = TableCell()
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
        if layout != "table":
            document.text.addElement(paragraph)
    if layout == "table":
        document.text.addElement(table)
    stream = io.BytesIO()
    document.write(stream)
    return _settle(stream.getvalue())


def write_rtf(turns: Sequence[Turn], *, names: Mapping[str, str], layout: str) -> bytes:
    """Write RTF: ``f4`` (time marks at the end of turns), or ``named``."""
    head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}}"
    info = r"{\info{\author Secretariaat}{\title Gesprek}}\f0\fs22"
    rows = []
    for number, turn in enumerate(turns):
        mark = f" #{_clock(number)}#" if layout == "f4" else ""
        rows.append(f"{names[turn.speaker]}: {turn.text}{mark}")
    body = "\\par\n".join("".join(map(_rtf_character, row)) for row in rows)
    return f"{head}{info}\n{body}\\par\n}}".encode("ascii")


def write_text(
    turns: Sequence[Turn], *, names: Mapping[str, str], layout: str, encoding: str
) -> bytes:
    """Write plain text: ``plain``, ``f4``, ``maxqda`` (marks before the name) or ``timed``."""
    rows = []
    for number, turn in enumerate(turns):
        said = f"{names[turn.speaker]}: {turn.text}"
        if layout == "f4":
            said = f"{said} #{_clock(number)}#"
        elif layout == "maxqda":
            said = f"{_clock(number, '.')}{said}"
        elif layout == "timed":
            said = f"[{_clock(number)[:8]}] {said}"
        rows.append(said)
    between = "\r\n" if layout == "maxqda" else "\r\n\r\n"
    return (between.join(rows) + "\r\n").encode(encoding)


def write_markdown(turns: Sequence[Turn], *, names: Mapping[str, str]) -> bytes:
    """Write Markdown with front matter, bold names and lines of at most 88 characters."""
    rows = ["---", "title: Gesprek", "locatie: kantoor", "---", "", "<!-- nog nalezen -->", ""]
    for turn in turns:
        text = re.sub(r"([\\`*_\[\]<>])", r"\\\1", turn.text)
        lines = [f"**{names[turn.speaker]}:**"]
        for word in text.split(" "):
            if len(lines[-1]) + len(word) > 87:  # noqa: PLR2004
                lines.append(word)
            else:
                lines[-1] += f" {word}"
        rows += [*lines, ""]
    return "\n".join(rows).encode()


def write_pdf(turns: Sequence[Turn], *, names: Mapping[str, str], layout: str) -> bytes:
    """Write a PDF with justified, broken lines, a header and page numbers."""
    import typst

    size = "a5" if layout == "narrow" else "a4"
    rows = [
        f'#set document(title: "Gesprek", author: "Secretariaat", date: {_typst_date()})',
        f'#set page(paper: "{size}", numbering: "1 / 1", header: [Tussenevaluatie, gesprek])',
        '#set text(lang: "nl", hyphenate: true, size: 10pt, font: "Source Serif 4")',
        "#set par(justify: true)",
    ]
    for turn in turns:
        text = re.sub(r"""([\\`*_\[\]<>#$@~"'/=+.-])""", r"\\\1", turn.text)
        rows.append(f"{names[turn.speaker]}: {text}\n")
    fonts = "src/paraplu/figures/fonts"
    return bytes(typst.compile("\n".join(rows).encode(), font_paths=[fonts]))


def _typst_date() -> str:
    """Write the date as Typst does."""
    return f"datetime(year: {DATE.year}, month: {DATE.month}, day: {DATE.day})"


def _rtf_character(character: str) -> str:
    """Write a character: as it is, in Windows-1252, or by its number."""
    if character in "\\{}":
        return f"\\{character}"
    code = ord(character)
    if code < CP1252_LEAST:
        return character
    try:
        return f"\\'{character.encode('cp1252').hex()}"
    except UnicodeEncodeError:
        return f"\\u{code if code < 2**15 else code - 2**16}?"


def _minutes(number: int) -> str:
    """Write a time as minutes and seconds, without hours."""
    return f"{number // 2}:{30 * (number % 2) + 5:02d}"


def _clock(number: int, point: str = "-") -> str:
    """Write a time as f4 (``-``) or MAXQDA (``.``) does."""
    seconds = 31 * number + 4
    return (
        f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{point}{number % TENTHS}"
    )


def _settle(data: bytes) -> bytes:
    """Pack a zip file again with one date on all members, so that it comes out the same."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            info = zipfile.ZipInfo(name, (2023, 4, 3, 9, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return stream.getvalue()
