"""Make the Word reference document: the styles, header and footer of every DOCX.

The styles stand here as data; pandoc's own reference document gives the other parts.
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pypandoc

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/paraplu/report/theme/reference.docx"
SERIF, SANS = "Source Serif 4", "Source Sans 3"
INK, SOFT, TEAL, OCHRE, RAIN, BETWEEN = "1C2321", "56605D", "0B5C63", "8A5A00", "3F6585", "625B78"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MOMENT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style; sizes in half points, spaces in twentieths of a point."""

    name: str
    kind: str = "paragraph"
    based: str = "Normal"
    font: str = ""
    size: int = 0
    colour: str = ""
    bold: bool = False
    italic: bool = False
    before: int = -1
    after: int = -1
    line: int = 0
    indent: int = 0
    keep: bool = False
    bar: str = ""
    fill: str = ""
    level: int = 0
    raised: bool = False

    @property
    def id(self) -> str:
        """The style's id: its name without spaces."""
        return (
            self.name.title().replace(" ", "")
            if self.name.islower()
            else self.name.replace(" ", "")
        )


STYLES = (
    Style("Body Text", after=150),
    Style("First Paragraph", based="BodyText"),
    Style("Compact", based="BodyText", before=20, after=20),
    Style("Title", font=SERIF, size=52, bold=True, before=240, after=80, line=260, keep=True),
    Style("Subtitle", font=SANS, size=26, colour=SOFT, after=200, keep=True),
    Style("Author", font=SANS, size=20, colour=SOFT),
    Style("Date", font=SANS, size=20, colour=SOFT),
    Style(
        "Abstract Title",
        font=SANS,
        size=20,
        bold=True,
        colour=TEAL,
        before=120,
        after=60,
        keep=True,
    ),
    Style("Abstract", size=23, after=300),
    Style("Bibliography", based="BodyText", size=20),
    Style("heading 1", size=32, bold=True, before=440, after=140, keep=True, level=1),
    Style("heading 2", size=25, bold=True, before=320, after=110, keep=True, level=2),
    Style("heading 3", font=SANS, size=21, bold=True, before=240, after=80, keep=True, level=3),
    Style(
        "heading 4",
        font=SANS,
        size=20,
        bold=True,
        colour=SOFT,
        before=200,
        after=60,
        keep=True,
        level=4,
    ),
    Style("Block Text", keep=True, italic=True, before=120, after=60, indent=340, bar=TEAL),
    Style("footnote text", font=SANS, size=17, colour=SOFT, after=40, line=240),
    Style("Footnote Block Text", based="FootnoteText"),
    Style("caption", font=SANS, size=18, colour=SOFT, before=80, after=280, line=250),
    Style("Table Caption", based="Caption", before=240, after=80, keep=True),
    Style("Image Caption", based="Caption"),
    Style("Figure", before=200, after=0),
    Style("Captioned Figure", based="Figure", keep=True),
    Style("Kader", font=SANS, size=19, before=60, after=60, indent=200, bar=RAIN, fill="F4F0E6"),
    Style("Kaart en", before=40, after=80, indent=200, bar=BETWEEN, fill="F0EEF4"),
    Style("Kaart tegenspraak", based="BodyText"),
    Style("Kaart signalen", based="BodyText"),
    Style("Kaart onbeantwoord", based="BodyText"),
    Style("Kaart kaart-bewijs", font=SANS, size=16, colour=SOFT, after=30, line=240),
    Style("header", font=SANS, size=16, colour=SOFT, after=0),
    Style("footer", font=SANS, size=16, colour=SOFT, after=0),
    Style("Toeschrijving", kind="character", font=SANS, size=17, colour=SOFT),
    Style("Etiket", kind="character", font=SANS, colour=OCHRE, bold=True),
    Style("Verbatim Char", kind="character", font="Consolas", size=19),
    Style("footnote reference", kind="character", raised=True),
    Style("Hyperlink", kind="character", colour=TEAL),
)


def run_properties(style: Style) -> str:
    """Return the look of the letters."""
    parts = []
    if style.font:
        parts.append(
            f'<w:rFonts w:ascii="{style.font}" w:hAnsi="{style.font}" w:cs="{style.font}"/>'
        )
    if style.bold:
        parts.append("<w:b/>")
    if style.italic:
        parts.append("<w:i/>")
    if style.colour:
        parts.append(f'<w:color w:val="{style.colour}"/>')
    if style.size:
        parts.append(f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>')
    if style.raised:
        parts.append('<w:vertAlign w:val="superscript"/>')
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def paragraph_properties(style: Style) -> str:
    """Return the place of the paragraph."""
    if style.kind != "paragraph":
        return ""
    parts = []
    if style.keep:
        parts.append("<w:keepNext/><w:keepLines/>")
    if style.bar:
        parts.append(
            f'<w:pBdr><w:left w:val="single" w:sz="16" w:space="8" w:color="{style.bar}"/></w:pBdr>'
        )
    if style.fill:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{style.fill}"/>')
    spacing = "".join(
        f' w:{name}="{value}"'
        for name, value in (("before", style.before), ("after", style.after))
        if value >= 0
    )
    if style.line:
        spacing += f' w:line="{style.line}" w:lineRule="auto"'
    if spacing:
        parts.append(f"<w:spacing{spacing}/>")
    if style.indent:
        parts.append(f'<w:ind w:left="{style.indent}"/>')
    if style.level:
        parts.append(f'<w:outlineLvl w:val="{style.level - 1}"/>')
    return f"<w:pPr>{''.join(parts)}</w:pPr>" if parts else ""


def style_xml(style: Style) -> str:
    """Return one style as WordprocessingML."""
    based = style.based if style.kind == "paragraph" else "DefaultParagraphFont"
    return (
        f'<w:style w:type="{style.kind}" w:styleId={quoteattr(style.id)}>'
        f"<w:name w:val={quoteattr(style.name)}/><w:basedOn w:val={quoteattr(based)}/>"
        f"<w:qFormat/>{paragraph_properties(style)}{run_properties(style)}</w:style>"
    )


def table_style() -> str:
    """Return the style of tables: rules above and below, a rule under the head."""
    rule = '<w:{side} w:val="single" w:sz="6" w:space="0" w:color="56605D"/>'
    sides = "".join(rule.format(side=side) for side in ("top", "bottom"))
    inner = '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="DDD7C9"/>'
    head = rule.format(side="bottom")
    return (
        '<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/>'
        f'<w:rPr><w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:cs="{SANS}"/>'
        '<w:sz w:val="18"/></w:rPr>'
        f"<w:tblPr><w:tblBorders>{sides}{inner}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
        f"<w:tcPr><w:tcBorders>{head}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def styles_xml() -> str:
    """Return the part with all styles."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{SERIF}" w:hAnsi="{SERIF}" '
        f'w:cs="{SERIF}" w:eastAsia="{SERIF}"/><w:color w:val="{INK}"/><w:sz w:val="21"/>'
        '<w:szCs w:val="21"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="288" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    base = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/></w:style><w:style w:type="character" w:default="1" '
        'w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
    )
    body = "".join(style_xml(style) for style in STYLES)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {W}>{defaults}'
        f"{base}{body}{table_style()}</w:styles>"
    )


def header_xml() -> str:
    """Return the header: the study at the left, the notice at the right (filled at render)."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr {W}><w:p><w:pPr>'
        '<w:pStyle w:val="Header"/><w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs></w:pPr>'
        f"<w:r><w:t>{escape('[[studie]]')}</w:t></w:r><w:r><w:tab/></w:r>"
        f'<w:r><w:rPr><w:color w:val="{OCHRE}"/></w:rPr><w:t>{escape("[[melding]]")}</w:t></w:r>'
        "</w:p></w:hdr>"
    )


def footer_xml() -> str:
    """Return the footer: the page number."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:ftr {W}><w:p><w:pPr>'
        '<w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>'
        f'{field.format(code=" PAGE ")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>'
        f"{field.format(code=' NUMPAGES ')}</w:p></w:ftr>"
    )


SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdKop"/>'
    '<w:footerReference w:type="default" r:id="rIdVoet"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1560" w:right="1418" w:bottom="1418" '
    'w:left="1418" w:header="700" w:footer="600" w:gutter="0"/></w:sectPr>'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def main() -> None:
    """Write the reference document."""
    pandoc = pypandoc.get_pandoc_path()
    raw = subprocess.run(  # noqa: S603  the program that pypandoc ships
        [pandoc, "--print-default-data-file", "reference.docx"], capture_output=True, check=True
    ).stdout
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["word/styles.xml"] = styles_xml()
    parts["word/header1.xml"] = header_xml()
    parts["word/footer1.xml"] = footer_xml()
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rIdKop" Type="{KIND}/header" Target="header1.xml"/>'
        f'<Relationship Id="rIdVoet" Type="{KIND}/footer" Target="footer1.xml"/></Relationships>',
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "</Types>",
        f'<Override PartName="/word/header1.xml" ContentType="{TYPE}.header+xml"/>'
        f'<Override PartName="/word/footer1.xml" ContentType="{TYPE}.footer+xml"/></Types>',
    )
    document = re.sub(
        r"<w:sectPr.*?</w:sectPr>|<w:sectPr[^>]*/>", "", parts["word/document.xml"], flags=re.DOTALL
    )
    if "xmlns:r=" not in document:
        document = document.replace("<w:document ", f"<w:document {R} ", 1)
    parts["word/document.xml"] = document.replace("</w:body>", f"{SECTION}</w:body>")
    with zipfile.ZipFile(TARGET, "w") as archive:
        for name in sorted(parts, key=lambda part: (part != "[Content_Types].xml", part)):
            archive.writestr(zipfile.ZipInfo(name, MOMENT), parts[name], zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
