"""Word, OpenDocument, RTF, PDF, Markdown and plain text."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import docx
import pytest
import typst
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from odf.office import Annotation
from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import LineBreak, P, S

from paraplu.formats.recordings.hyphens import mend_hyphens
from paraplu.formats.recordings.pieces import Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

    from paraplu.records import RawTranscript

    Read = Callable[..., RawTranscript]
    TextOf = Callable[..., str]

TALK = "I: Hoe gaat het?\n\nR: Goed.\n"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document | OpenDocumentText) -> bytes:
    """Return the file of a document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def codes(transcript: RawTranscript) -> list[str]:
    """Return the codes of the warnings."""
    return [warning.code for warning in transcript.warnings]


def test_word_paragraphs_with_bold_labels(text_of: TextOf) -> None:
    """A bold word without colon is a label; bold further on is emphasis."""
    document = docx.Document()
    for label, words in (("Interviewer", "Hoe gaat het?"), ("Respondent", "Goed.")):
        paragraph = document.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(f" {words}")
    paragraph.add_run(" Echt").bold = True
    assert text_of(saved(document), ".docx") == "I: Hoe gaat het?\n\nR: Goed. Echt\n"


def test_word_soft_returns_separate_turns_and_continue_them(text_of: TextOf) -> None:
    """A label after a soft return begins a turn; without label the line goes on."""
    run = docx.Document().add_paragraph().add_run("I: Hoe")
    document = run.part.document
    for line in ("gaat het?", "R: Goed."):
        run.add_break(WD_BREAK.LINE)
        run.add_text(line)
    assert text_of(saved(document), ".docx") == TALK


def test_word_tables_give_their_speakers(text_of: TextOf) -> None:
    """The column with names says who speaks, its head is no turn, an empty name goes on."""
    document = docx.Document()
    rows = [
        ("Tijd", "Spreker", "Tekst"),
        ("0:01", "Ann", "Hoe?"),
        ("", "", "Zeg?"),
        ("0:05", "Bo", "Ja."),
    ]
    table = document.add_table(rows=len(rows), cols=3)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    assert text_of(saved(document), ".docx", Ann="I", Bo="R") == "I: Hoe? Zeg?\n\nR: Ja.\n"


def test_word_tracked_changes_are_as_they_look_and_warned_about(read: Read) -> None:
    """What was inserted is read, what was deleted or hidden is not; both are named."""
    document = docx.Document()
    document.core_properties.author = "Jan"
    document.sections[0].footer.paragraphs[0].text = "vertrouwelijk"
    document.add_paragraph("I: Hoe gaat het?")
    paragraph = document.add_paragraph("R: Go")
    document.add_comment(paragraph.runs, text="is dit Piet?", author="Jan")
    for xml in (
        f'<w:ins {W} w:id="1" w:author="Jan"><w:r><w:t>ed.</w:t></w:r></w:ins>',
        f'<w:del {W} w:id="2" w:author="Jan"><w:r><w:delText>zegt Piet</w:delText></w:r></w:del>',
        f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>Piet</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    found = read(saved(document), ".docx")
    assert [turn.text for turn in found.turns] == ["Hoe gaat het?", "Goed."]
    (hidden,) = [w for w in found.warnings if w.code == "P195"]
    for thing in (
        "auteur",
        "1 opmerking",
        "1 verwijderd",
        "1 bijgehouden",
        "1 verborgen",
        "voettekst",
    ):
        assert thing in hidden.seen
    assert "Piet" not in str(found.warnings)


def test_word_names_with_a_time_head_their_turn(text_of: TextOf) -> None:
    """'Naam   0:03' above the words is who speaks, also with an organisation."""
    document = docx.Document()
    for line in ("Wit, Ann de (Bureau X)   0:03", "Hoe gaat het?", "Bo\t0:05", "Goed."):
        document.add_paragraph(line)
    roles = {"Wit, Ann de (Bureau X)": "I", "Bo": "R"}
    assert text_of(saved(document), ".docx", **roles) == TALK


def test_a_time_behind_a_name_is_when_the_turn_begins(read: Read) -> None:
    """With hours or without, in brackets or not."""
    text = "Ann  0:03\nHoe?\n\nBo [1:00:05]\nZo.\n\nAnn  1:00:09\nO?\n\nBo  1:00:10\nJa.\n"
    assert [turn.start for turn in read(text.encode(), ".txt").turns] == [3, 3605, 3609, 3610]


def test_a_word_with_a_time_behind_it_is_said_where_labels_look_otherwise(text_of: TextOf) -> None:
    """It looks as a name and a time do; nothing of what is said is lost."""
    text = "I: Waar?\n\nR: Tja. (00:00:09)\nAmsterdam (00:00:12)\n\nI: O?\n\nR: Ja.\n"
    assert text_of(text.encode(), ".txt") == "I: Waar?\n\nR: Tja. Amsterdam\n\nI: O?\n\nR: Ja.\n"


def test_opendocument_paragraphs_spaces_and_comments(read: Read) -> None:
    """Repeated spaces and line breaks are elements of their own; a comment is no speech."""
    document = OpenDocumentText()
    first, second = P(text="I: Hoe"), P(text="R: Goed.")
    first.addElement(S(c=3))
    first.addElement(LineBreak())
    first.addText("gaat het?")
    note = Annotation()
    note.addElement(P(text="dit is Piet"))
    second.addElement(note)
    document.text.addElement(first)
    document.text.addElement(second)
    found = read(saved(document), ".odt")
    assert [turn.text for turn in found.turns] == ["Hoe gaat het?", "Goed."]
    assert "1 opmerking" in str(found.warnings)


def test_opendocument_tables_give_their_speakers(text_of: TextOf) -> None:
    """A row is a turn."""
    document = OpenDocumentText()
    table = Table(name="t")
    for cells in (("I", "Hoe gaat het?"), ("R", "Goed.")):
        row = TableRow()
        for text in cells:
            cell = TableCell()
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    document.text.addElement(table)
    assert text_of(saved(document), ".odt") == TALK


def test_rtf_of_f4_in_windows_1252(read: Read) -> None:
    """Escaped bytes and numbers become letters; time marks become times."""
    rtf = (
        r"{\rtf1\ansi\ansicpg1252{\info{\author Jan}}{\header kop}"
        r"I: Caf\'e9? #00:00:05-5#\par "
        r"R: Ja\u8217?s \u-10179?\u-8704?. {\deleted weg}#00:01:00-0#\par}"
    )
    found = read(rtf, ".rtf")
    assert [(turn.text, turn.end) for turn in found.turns] == [("Café?", 5.5), ("Ja’s 😀.", 60.0)]
    assert "auteur" in str(found.warnings)


def test_rtf_hyperlinks_keep_their_words_only(text_of: TextOf) -> None:
    """The address behind a link is not spoken."""
    link = r'{\field{\*\fldinst{HYPERLINK "http://x.nl"}}{\fldrslt{deze site}}}'
    rtf = r"{\rtf1 I: Welke?\par R: Op " + link + r" dus.\par}"
    assert text_of(rtf, ".rtf") == "I: Welke?\n\nR: Op deze site dus.\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("I: Hoe?\nEn nu?\n\nR: Goed.\n", "I: Hoe? En nu?\n\nR: Goed.\n"),
        ("[00:01:02] I: Hoe?\n[00:01:05] R: Om 10:30 dus.\n", "I: Hoe?\n\nR: Om 10:30 dus.\n"),
        ("V: Hoe?\nA: Zo.\nV: Ja?\nA: Ja.\n", "I: Hoe?\n\nR: Zo.\n\nI: Ja?\n\nR: Ja.\n"),
        ("I:\tHoe?\nR\tGoed.\n", "I: Hoe?\n\nR: Goed.\n"),
        ("Interviewer\nHoe?\nRespondent 1\nGoed.\nRespondent 2\nNee.\n",
         "I: Hoe?\n\nR1: Goed.\n\nR2: Nee.\n"),
        ("I: Hoe?\n\nR1: Een.\n\nR2: Twee.\n", "I: Hoe?\n\nR1: Een.\n\nR2: Twee.\n"),
        ("Interviewer: Hoe?\nRespondent 2: Twee.\nRespondent 1: Een.\n",
         "I: Hoe?\n\nR2: Twee.\n\nR1: Een.\n"),
        ("(00:00:03) Int.: Hoe? (00:01:02) En?\n(00:00:05) Resp.: Zo [lacht].\n",
         "I: Hoe? En?\n\nR: Zo [lacht].\n"),
        ("I: Hoe?\nR: a" + " " * 300_000 + "b\n", "I: Hoe?\n\nR: a b\n"),
    ],
    ids=range(9),
)  # fmt: skip
def test_plain_text_in_its_many_forms(text_of: TextOf, content: str, expected: str) -> None:
    """Labels, tabs, words for roles, numbers, marks of time and long runs of spaces."""
    assert text_of(content, ".txt") == expected


@pytest.mark.parametrize(
    ("form", "first", "second"),
    [
        ("00:00:01.5{a}: Hoe?\r\n00:00:04.0{b}: Ja.\r\n00:00:05.0{a}: O?\r\n00:00:06.0{b}: Ja.",
         "Ann", "Bo"),
        ("[{a}] 10:03:22\nHoe?\n\n{b} (00:05):\nJa.\n\n{a}\t1:02\nO?\n\n{b}   1:03\nJa.",
         "Ann de Wit", "Bo"),
        ("{a}: Hoe?\n{b}: Ja.\n{a}: O?\n{b}: Ja.\n", "Mw. De Wit", "Dhr. Bo"),
        ("{a}: Hoe?\n{b}: Ja.\n{a}: O?\n{b}: Ja.\n", "Jansen, Piet (Gemeente X)", "J. 't Hout"),
        ("{a}: Hoe?\n{b}: Ja.\n{a}: O?\n{b}: Ja.\n", "ann", "de griffier"),
    ],
)  # fmt: skip
def test_names_as_labels(text_of: TextOf, form: str, first: str, second: str) -> None:
    """Names with titles, particles, organisations, times; and any words a person gives."""
    content = form.format(a=first, b=second)
    assert text_of(content, ".txt", **{first: "I", second: "R"}) == (
        "I: Hoe?\n\nR: Ja.\n\nI: O?\n\nR: Ja.\n"
    )


def test_the_head_of_a_document_is_no_turn(read: Read) -> None:
    """Lines above the first speaker, a cast included, are left out and counted."""
    content = (
        "Datum: 3 mei\nInterviewer: Ann de Wit\nRespondent: Bo\n\nI: Hoe?\nR: Zo.\nI: En?\nR: Ja.\n"
    )
    found = read(content, ".txt")
    assert [turn.text for turn in found.turns] == ["Hoe?", "Zo.", "En?", "Ja."]
    assert "3 regels" in str(found.warnings)


def test_a_word_given_as_no_speaker_is_speech(text_of: TextOf) -> None:
    """A person can say that what looks like a name is not one."""
    content = "I: Hoe?\nR: Zo.\nRapport Wit: prima.\nRapport Wit: echt.\n"
    assert text_of(content, ".txt", **{"Rapport Wit": "-"}) == (
        "I: Hoe?\n\nR: Zo. Rapport Wit: prima. Rapport Wit: echt.\n"
    )
    assert text_of(content, ".txt").count("\n\n") == 3


def test_markdown_marks_are_not_words(read: Read) -> None:
    """Bold labels, escapes, soft wraps and links; front matter and HTML are warned about."""
    content = (
        "---\nnaam: Piet\n---\n\n**Interviewer:** Hoe\ngaat *het*?\n\n<!-- Piet -->\n\n"
        "**Respondent:** Goed \\[lacht\\], zie [hier](http://x.nl).\n"
    )
    found = read(content, ".md")
    assert [turn.text for turn in found.turns] == ["Hoe gaat het?", "Goed [lacht], zie hier."]
    assert codes(found) == ["P195"]


def test_pdf_with_odd_properties_is_read_in_silence(
    read: Read, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """What the library finds odd it would print, and that can be a name."""
    plain = typst.compile(b"I: Hoe gaat het?\n\nR: Goed.")
    info = re.search(rb"/Info (\d+) 0 R", plain)
    assert info is not None
    odd = re.sub(
        rb"(?<=\n)" + info[1] + rb" 0 obj\n<<", lambda m: m[0] + b"/Aa " + info[1] + b" 0 R", plain
    )
    assert odd != plain
    assert len(read(odd, ".pdf").turns) == 2
    assert (caplog.messages, capsys.readouterr().err) == ([], "")


def test_pdf_keeps_a_turn_that_comes_back_at_the_same_height(read: Read) -> None:
    """The same short answer on top of every page is no page header; what names nobody is one."""
    page = "R: Ja.\\\nI: Hoe {n}?\\\nR: Dat weet ik van {n} niet.\\\nI: Zo.\\\nR: Ja ja."
    pages = "\n#pagebreak()\n".join(page.format(n=word) for word in ("een", "twee", "drie"))
    source = f"#set page(header: [Gesprek: vertrouwelijk])\n{pages}"
    found = read(typst.compile(source.encode()), ".pdf")
    assert [turn.text for turn in found.turns].count("Ja.") == 3
    assert [turn.text for turn in found.turns].count("Ja ja.") == 3
    assert not any("vertrouwelijk" in turn.text for turn in found.turns)


def test_pdf_without_its_margins_and_with_whole_words(read: Read) -> None:
    """Headers and page numbers go, broken words are mended, a turn runs over the page."""
    words = ("vertegenwoordiging", "gemeentesecretarissen", "verantwoordelijkheid", "Ja", "Zo")
    lines = "R: " + " ".join(f"{words[n * n % 5]} {words[n // 7 % 5]}" for n in range(200))
    source = (
        '#set page(paper: "a6", numbering: "1", header: [Gesprek 7])\n'
        '#set text(lang: "nl", hyphenate: true)\n#set par(justify: true)\n'
        f"I: Hoe gaat het met de oud-burgemeester?\n\n{lines}\n"
    )
    found = read(typst.compile(source.encode()), ".pdf")
    assert [turn.text for turn in found.turns] == [
        "Hoe gaat het met de oud-burgemeester?", lines.removeprefix("R: "),
    ]  # fmt: skip
    assert codes(found) == ["P198", "P198"]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("de gemeente-", "secretaris zei", "de gemeentesecretaris"),
        ("in Noord-", "Holland was", "in Noord-Holland"),
        ("een oud-", "burgemeester zei", "een oud-burgemeester"),
        ("een auto-", "ongeluk was", "een auto-ongeluk"),
        ("de sms-bom, een sms-", "bom dus", "de sms-bom, een sms-bom"),
        ("gemeente-", "en provinciewerk", "gemeente-"),
        ("het muse-", "um was", "het museum"),
        ("op www.x.nl/", "over ons", "op www.x.nl/over"),
        ("dat is wat ik-", "R: Nee", "dat is wat ik-"),
        ("het net\u00ad", "werk en oud\u00adleden", "het netwerk"),
    ],
)
def test_broken_words(first: str, second: str, joined: str) -> None:
    """A hyphen at the end of a line goes or stays, as Dutch has it."""
    assert mend_hyphens([Line(first, 0), Line(second, 1)]).lines[0].text == joined
