"""Rendering whole essays with the embedded engine, and with Quarto where it is installed."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from paraplu.report import engines
from paraplu.report.engines import site, wording
from tests.functional.rendered_study import add, essays_of, make_study, page, refusal, write_marks

SNAPSHOT = Path(__file__).parents[1] / "snapshots" / "rendering-4-keuzes.txt"


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a study that is rendered in all forms."""
    root = make_study(tmp_path_factory.mktemp("study"))
    engines.render(root, essays_of(root), engine="embedded")
    return root


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a study that is not rendered yet."""
    return make_study(tmp_path / "study")


def test_makes_the_site_and_nothing_else(rendered: Path) -> None:
    """The site holds the essays in three forms, their figures, the theme, and a first page."""
    names = {
        path.relative_to(rendered / "_site").as_posix()
        for path in site.files_in(rendered / "_site")
    }
    essays = {
        f"essays/{name}.{form}"
        for name in ("index", "4-keuzes", "verantwoording")
        for form in ("html", "pdf", "docx")
    }
    figures = {"beeld/codes-per-groep.svg", "beeld/smal.svg"}
    style = {name for name in names if name.startswith("theme/")}
    assert names == essays | figures | style | {"index.html"}
    assert {Path(name).suffix for name in style} == {".css", ".woff2"}


def test_says_the_same_as_the_snapshot(rendered: Path) -> None:
    """Headings, captions, numbers, references and notes are those of the stored text."""
    assert wording.of_html(page(rendered)) == SNAPSHOT.read_text(encoding="utf-8")


def test_quarto_says_the_same(study: Path, rendered: Path) -> None:
    """Quarto makes the same text of the same essays, on pages and in Word files."""
    if shutil.which("quarto") is None:
        pytest.skip("Quarto is not installed")
    engines.render(study, essays_of(study), engine="quarto")
    for name in site.stems(study):
        assert wording.of_html(page(study, name)) == wording.of_html(page(rendered, name)), name
        word = Path("_site", "essays", f"{name}.docx")
        assert wording.of_docx(study / word) == wording.of_docx(rendered / word), name


def test_quarto_makes_the_same_folder(study: Path, rendered: Path) -> None:
    """Quarto leaves the files that the embedded engine leaves, and no other."""
    if shutil.which("quarto") is None:
        pytest.skip("Quarto is not installed")
    engines.render(study, essays_of(study), engine="quarto")
    names = [
        {path.relative_to(root / "_site").as_posix() for path in site.files_in(root / "_site")}
        for root in (study, rendered)
    ]
    assert names[0] == names[1]


def test_fills_an_empty_value(rendered: Path) -> None:
    """An empty mark shows the value that the judge gave."""
    assert "Het netwerk telt 28 partners" in wording.of_html(page(rendered))


def test_numbers_with_the_words_quarto_uses(rendered: Path) -> None:
    """References to figures, tables and sections carry the Dutch word and the number."""
    text = wording.of_html(page(rendered))
    for words in ("Figuur 1: Hoe vaak", "Tabel 2: Een brede", "los van Paragraaf 2"):
        assert words in text


def test_every_link_within_a_page_arrives(rendered: Path) -> None:
    """Every reference points to an id that is on the page, once."""
    for name in site.stems(rendered):
        text = page(rendered, name)
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
        assert len(ids) == len(set(ids))


def test_fetches_nothing_from_elsewhere(rendered: Path) -> None:
    """No page asks for a script, a style, a font or an image from outside the site."""
    for path in (rendered / "_site").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r'(?:src|<link[^>]+href)="https?:', text) == []
        assert "<script" not in text


def test_every_page_says_it_is_fictional(rendered: Path) -> None:
    """The notice is on every page of the site and in the header of every Word file."""
    for path in (rendered / "_site" / "essays").glob("*.html"):
        assert path.read_text(encoding="utf-8").count("Fictief materiaal.") == 2
    for path in (rendered / "_site" / "essays").glob("*.docx"):
        with zipfile.ZipFile(path) as archive:
            headers = [name for name in archive.namelist() if "header" in name]
            assert headers
            assert all("fictief materiaal" in archive.read(name).decode() for name in headers)


def test_a_study_that_is_not_fictional_says_nothing(study: Path) -> None:
    """Without `fictional` in the marks no page carries the notice."""
    for name, marks in json.loads((study / "marks.json").read_text(encoding="utf-8")).items():
        write_marks(study, name, marks | {"fictional": False})
    engines.render(study, essays_of(study), to={"html"}, engine="embedded")
    assert "Fictief materiaal." not in page(study)


def test_pictures_in_word_have_an_alt_text(rendered: Path) -> None:
    """Every picture of the Word file is described."""
    with zipfile.ZipFile(rendered / "_site" / "essays" / "4-keuzes.docx") as archive:
        document = archive.read("word/document.xml").decode()
    pictures = re.findall(r"<wp:docPr[^>]*>", document)
    assert len(pictures) == 2
    assert all(re.search(r'descr="[^"]{10,}"', picture) for picture in pictures)


def test_no_file_says_where_the_study_lies(rendered: Path) -> None:
    """No page and no part of a Word file holds the path of the study on this machine."""
    place = str(rendered).encode()
    for path in site.files_in(rendered / "_site"):
        parts = [path.read_bytes()]
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as archive:
                parts = [archive.read(name) for name in archive.namelist()]
        assert not any(place in part for part in parts), path.name


def test_renders_the_same_bytes_twice(rendered: Path, study: Path) -> None:
    """The same study gives the same files, PDF and Word included."""
    engines.render(study, essays_of(study), engine="embedded")
    for one in site.files_in(rendered / "_site"):
        other = study / "_site" / one.relative_to(rendered / "_site")
        assert one.read_bytes() == other.read_bytes(), one.name


def test_a_partial_render_keeps_the_rest(study: Path) -> None:
    """Rendering one essay in one form leaves the other essays and forms as they were."""
    engines.render(study, essays_of(study), to={"html", "docx"}, engine="embedded")
    before = {path.name for path in (study / "_site" / "essays").iterdir()}
    result = engines.render(study, [study / "essays" / "index.qmd"], to={"html"}, engine="embedded")
    assert {path.name for path in (study / "_site" / "essays").iterdir()} == before
    assert result.engine == "embedded"
    assert study / "_site" / "index.html" in result.files


def test_renders_a_study_without_essays(tmp_path: Path) -> None:
    """An empty study has a first page."""
    result = engines.render(tmp_path, [], engine="embedded")
    assert [path.name for path in result.files] == ["index.html"]


def test_refuses_an_essay_that_was_not_judged(study: Path) -> None:
    """Without marks there is no render: the judge must have run."""
    (study / "essays" / "_marks" / "index.json").unlink()
    assert refusal(study) == [("P450", "essays/index.qmd:1")]


def test_refuses_a_mark_that_changed_since_the_judge(study: Path) -> None:
    """A mark whose words were changed after judging is missing, and is named with its line."""
    path = study / "essays" / "index.qmd"
    text = path.read_text(encoding="utf-8").replace("[43]", "[44]")
    path.write_text(text, encoding="utf-8")
    line = text[: text.index("[44]")].count("\n") + 1
    assert refusal(study) == [("P451", f"essays/index.qmd:{line}")]


def test_refuses_a_mark_that_failed(study: Path) -> None:
    """A mark that the judge failed stops every form, once."""
    marks = json.loads((study / "marks.json").read_text(encoding="utf-8"))["index"]
    for mark in marks["marks"].values():
        mark["ok"] = mark["class"] != "claim"
    write_marks(study, "index", marks)
    codes = refusal(study, to=("html", "pdf", "docx"))
    assert [code for code, _ in codes] == ["P452"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Zie @fig-weg.", "P462"),
        ("Zie [elders](weg.qmd).", "P462"),
        ("Volgens @niemand1999 niet.", "P463"),
        ("Zie @eq-som.", "P460"),
        ("Een som: $1 + 1$.", "P460"),
        ("Een <b>vet</b> woord.", "P460"),
        ("::: {.callout-geheim}\nNee.\n:::", "P460"),
        ("::: {.keuzekaart}\n### Alleen een vraag\n:::", "P453"),
        ("{{< pagebreak >}}", "P460"),
    ],
)
def test_refuses_what_would_come_out_wrong(study: Path, text: str, code: str) -> None:
    """A broken reference, a card with a gap and anything outside the subset stop the render."""
    line = add(study, text)
    found, place = refusal(study)[0]
    assert found == code
    assert place in {f"essays/verantwoording.qmd:{number}" for number in (line, line + 1)}


def test_refuses_a_card_longer_than_a_page(study: Path) -> None:
    """A decision card that does not fit on one page is named with the line of its question."""
    path = study / "essays" / "4-keuzes.qmd"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("Een scherp profiel helpt.", "Een scherp profiel helpt. " * 120),
        encoding="utf-8",
    )
    line = text[: text.index("### Richt het")].count("\n") + 1
    assert refusal(study, to=("pdf",)) == [("P454", f"essays/4-keuzes.qmd:{line}")]


def test_a_failed_render_leaves_the_old_site(study: Path) -> None:
    """When something is wrong the site that was there stays, file for file."""
    engines.render(study, essays_of(study), to={"html"}, engine="embedded")
    before = {path: path.read_bytes() for path in site.files_in(study / "_site")}
    add(study, "Zie @fig-weg.")
    refusal(study)
    assert {path: path.read_bytes() for path in site.files_in(study / "_site")} == before


def test_refuses_a_form_that_does_not_exist(study: Path) -> None:
    """An unknown form is refused before anything is made."""
    assert refusal(study, to=("epub",)) == [("P472", "--to")]
