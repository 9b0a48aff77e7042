"""Evidence pages in HTML."""

from __future__ import annotations

import re

import pytest

from paraplu.report.engines import theme
from paraplu.report.pages import EvidencePage, Link, Quotation, Row, Section, Sentence
from paraplu.report.pages.index import index_markup
from paraplu.report.pages.markup import page_markup, sentence_markup
from paraplu.report.pages.page import Segment, Strip
from paraplu.report.pages.shell import Study

STUDY = Study("Proef", navigation=(("Kort", "index"), ("Hoe", "verantwoording")))
SECRET = Study("Proef", confidential=True)
PAGE = EvidencePage(
    kind="claim",
    id="claim-1",
    title="De meeste: <Melden>",
    lead="Geteld is iets.",
    label="houdt",
    headline="4 van de 5",
    about="respondenten",
    strips=(Strip((Segment("held", 4, "4 wel"),)),),
    sentences=(
        Sentence("a", "Een <proef>", "Dat zeggen de meeste & meer.", "claim-1", marked="de meeste"),
    ),
    columns=("Groep", "Wel", "Van"),
    rows=(Row("criticaster", ("·", "5")),),
    sections=(Section("support", "Citaten", "", (Quotation("Zo <b>is</b> het.", "criticaster"),)),),
    links=(Link("code", "code-x", "X"), Link("finding", "weg", "Weg")),
)


def test_what_people_wrote_is_text() -> None:
    """Signs that mean something in HTML are shown as they are."""
    page = page_markup(PAGE, study=STUDY, known={"code-x"})
    assert "Zo &lt;b&gt;is&lt;/b&gt; het." in page
    assert "Een &lt;proef&gt;" in page
    assert "<proef>" not in page


def test_the_sentence_stands_first_with_its_mark_standing_out() -> None:
    """As it is in the essay, and it leads back to its place."""
    page = page_markup(PAGE, study=STUDY, known=set())
    assert '<h1 class="zin">Dat zeggen <mark>de meeste</mark> &amp; meer.</h1>' in page
    assert 'href="../essays/a.html#claim-1"' in page


def test_words_that_are_not_in_the_sentence_do_not_stand_out() -> None:
    """An essay may write a mark differently from the sentence around it."""
    one = Sentence("a", "A", "Dat zegt niemand.", marked="geen van hen")
    assert sentence_markup(one) == "Dat zegt niemand."


def test_a_page_that_does_not_exist_is_named_without_a_link() -> None:
    """What leads nowhere is no link."""
    page = page_markup(PAGE, study=STUDY, known={"code-x"})
    assert 'href="code-x.html"' in page
    assert "weg.html" not in page


def test_a_hidden_cell_is_said_as_well_as_seen() -> None:
    """A dot says nothing to who hears the page."""
    assert '<span class="onzichtbaar">niet getoond</span>' in page_markup(
        PAGE, study=STUDY, known=set()
    )


def test_the_head_is_that_of_the_essays() -> None:
    """The same umbrella, and the same menu with evidence as the place where this is."""
    page = page_markup(PAGE, study=STUDY, known=set())
    drawn = re.findall(r'<path[^>]*d="([^"]+)"', theme.file("page.html").read_text("utf-8"))
    assert drawn
    assert all(f'd="{path}"' in page for path in drawn)
    assert [*re.findall(r"<li><a [^>]*>([^<]+)</a></li>", page)][:3] == ["Kort", "Hoe", "Bewijs"]


@pytest.mark.parametrize(("study", "said"), [(STUDY, 0), (SECRET, 1)], ids=["public", "secret"])
def test_only_confidential_pages_say_that_they_are(study: Study, said: int) -> None:
    """Across the page, and to search engines."""
    page = page_markup(PAGE, study=study, known=set())
    assert page.count("Vertrouwelijk: niet verspreiden.") == said
    assert page.count("noindex") == said


def test_the_whole_list_is_there_without_scripts() -> None:
    """What only works with a script shows itself by that script."""
    page = index_markup([PAGE], study=STUDY)
    assert '<form id="zoek" role="search" hidden>' in page
    assert 'href="claim-1.html"' in page
    assert "4 van de 5" in page
