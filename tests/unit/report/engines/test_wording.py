"""The words of a rendered essay."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from paraplu.report.engines import wording

if TYPE_CHECKING:
    from pathlib import Path


def test_a_page_keeps_its_words_and_alt_texts_line_by_line() -> None:
    """Headings, captions and cells each take a line; what is outside the main part does not."""
    page = (
        "<nav>Menu</nav><main><h2><span>1</span> Kop</h2><figure><img alt='Drie &amp; twee'>"
        "<figcaption>Figuur\u00a01: Zo.</figcaption></figure></main><footer>Voet</footer>"
    )
    assert wording.of_html(page) == "1 Kop\n[Drie & twee]\nFiguur 1: Zo.\n"


def test_a_word_file_keeps_style_words_notes_and_alt_texts(tmp_path: Path) -> None:
    """Each paragraph says its style; notes follow the text."""
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "word/document.xml",
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Kop</w:t></w:r></w:p>'
            '<w:p><w:r><wp:docPr id="1" descr="Een &quot;staaf&quot;"/></w:r></w:p><w:p></w:p>'
            '<w:p><w:r><w:t xml:space="preserve">Tekst </w:t></w:r>'
            '<w:footnoteReference w:id="9"/></w:p>',
        )
        archive.writestr("word/footnotes.xml", "<w:p><w:r><w:t>De noot.</w:t></w:r></w:p>")
    assert wording.of_docx(path) == ('Heading1 | Kop\n| [Een "staaf"]\n| Tekst [9]\n| De noot.\n')
