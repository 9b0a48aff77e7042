"""Rendering whole essays with the embedded engine, and with Quarto where it is installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypandoc
import pytest

from paraplu.errors import Refused
from paraplu.report import engines
from paraplu.report.engines import site, theme, wording

DATA = Path(__file__).parents[1] / "data" / "rendering"
SNAPSHOT = Path(__file__).parents[1] / "snapshots" / "rendering-4-keuzes.txt"


def make_study(root: Path) -> Path:
    """Make a small study whose marks are judged."""
    shutil.copytree(DATA, root, dirs_exist_ok=True)
    judged = root / "essays" / "_marks"
    judged.mkdir()
    for name, marks in json.loads((root / "marks.json").read_text(encoding="utf-8")).items():
        write_marks(root, name, marks)
    return root


def write_marks(root: Path, name: str, marks: object) -> None:
    """Write what the judge says about an essay."""
    path = root / "essays" / "_marks" / f"{name}.json"
    path.write_text(json.dumps(marks, ensure_ascii=False), encoding="utf-8")


def essays_of(root: Path) -> list[Path]:
    """Return the essays of a study."""
    return sorted((root / "essays").glob("*.qmd"))


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


def page(root: Path, name: str = "4-keuzes") -> str:
    """Return the HTML of an essay."""
    return (root / "_site" / "essays" / f"{name}.html").read_text(encoding="utf-8")


def add(root: Path, text: str, *, essay: str = "verantwoording") -> int:
    """Put text at the end of an essay; return its line."""
    path = root / "essays" / f"{essay}.qmd"
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{text}\n", encoding="utf-8")
    return before.count("\n") + 2


def refusal(root: Path, *, to: tuple[str, ...] = ("html",)) -> list[tuple[str, str]]:
    """Return code and place of what a render refuses."""
    with pytest.raises(Refused) as refused:
        engines.render(root, essays_of(root), to=to, engine="embedded")
    return [(problem.code, problem.place) for problem in refused.value.problems]


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


def test_the_filter_makes_the_same_keys_as_the_judge(tmp_path: Path) -> None:
    """For every vector the filter looks up the key that the judge writes."""
    vectors = json.loads((DATA.parent / "mark-keys.json").read_text(encoding="utf-8"))
    marks = [vector for vector in vectors if vector["kind"] not in {"figure", "table"}]
    (tmp_path / "essays" / "_marks").mkdir(parents=True)
    write_marks(tmp_path, "x", {"marks": {}, "fictional": False, "study": ""})
    spans = [
        {
            "t": "Span",
            "c": [
                ["", [vector["kind"]], sorted(vector["attributes"].items())],
                [{"t": "Str", "c": vector["text"]}] if vector["text"] else [],
            ],
        }
        for vector in marks
    ]
    assert looked_up(tmp_path, spans) == [vector["key"] for vector in marks]


def test_the_filter_finds_every_mark_that_the_judge_finds(tmp_path: Path) -> None:
    """In the essays of this study judge and filter see the same marks, key for key."""
    from paraplu.report.judged import Judged
    from paraplu.report.reading import read_essays

    source = Path(__file__).parents[2] / "essays"
    (tmp_path / "essays" / "_marks").mkdir(parents=True)
    for path in source.glob("*.qmd"):
        shutil.copy(path, tmp_path / "essays")
    essays = read_essays(sorted((tmp_path / "essays").glob("*.qmd")), root=tmp_path)
    assert len(essays) >= 3
    for essay in essays:
        write_marks(tmp_path, essay.name, {"marks": {}, "fictional": False, "study": ""})
        judged = {Judged(mark, {}).key for mark in essay.marks if mark.kind != "eigen"}
        assert set(missed(tmp_path, f"{essay.name}.qmd", reader="markdown")) == judged


def looked_up(root: Path, spans: list[dict[str, object]]) -> list[str]:
    """Return the keys that the filter looks up in a document with these marks."""
    document = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": [{"t": "Para", "c": spans}]}
    (root / "essays" / "x.qmd").write_text(json.dumps(document), encoding="utf-8")
    return missed(root, "x.qmd", reader="json")


def missed(root: Path, name: str, *, reader: str) -> list[str]:
    """Return the keys that the filter does not find in the marks of an essay."""
    done = subprocess.run(
        [
            pypandoc.get_pandoc_path(),
            f"--from={reader}",
            "--to=html",
            f"--lua-filter={theme.file('paraplu.lua')}",
            name,
        ],
        cwd=root / "essays",
        env={"QUARTO_PROJECT_DIR": str(root), "PATH": "", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return re.findall(r"^\[P451\] (.*)$", done.stderr, re.MULTILINE)


def as_quarto(root: Path, essay: str, *, to: str, last: Path | None = None) -> str:
    """Return an essay as pandoc writes it under Quarto: its global, its writer, its metadata.

    Quarto keeps `number-sections` to itself, leaves "smart" on in the typst writer, and gives
    the filters a global of its own. Everything else of Quarto comes after these filters.
    """
    keeps = root / "as-quarto.lua"
    keeps.write_text(
        'function Meta(meta)\n  meta["number-sections"] = nil\n  return meta\nend\n',
        encoding="utf-8",
    )
    filters = [f"--lua-filter={keeps}"]
    for name in ("paraplu.lua", "subset.lua"):
        stub = root / f"as-quarto-{name}"
        source = root / "essays" / f"{essay}.qmd"
        stub.write_text(
            f'quarto = {{ doc = {{ input_file = "{source}" }}, '
            f'project = {{ directory = "{root}" }} }}\nreturn dofile("{theme.file(name)}")\n',
            encoding="utf-8",
        )
        filters.append(f"--lua-filter={stub}")
    if last is not None:
        filters.append(f"--lua-filter={last}")
    return written(root, essay, [f"--to={to}", "--bibliography=references.bib", *filters])


def written(root: Path, essay: str, arguments: list[str]) -> str:
    """Return what pandoc writes of an essay; nothing of a Word file, which is not text."""
    if "--to=docx" in arguments:
        arguments = [*arguments, f"--output={root / essay}.docx"]
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), f"{essay}.qmd", "--from=markdown", "--metadata=lang:nl-NL",
         "--shift-heading-level-by=-1", "--wrap=none", *arguments],
        cwd=root / "essays",
        env={"PATH": "", "LC_ALL": "C.UTF-8", "QUARTO_PROJECT_DIR": str(root)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(("quarto", "embedded"), [("html", "html5-smart"),
                                                  ("typst", "typst-smart-citations")])  # fmt: skip
@pytest.mark.parametrize("essay", ["index", "4-keuzes", "verantwoording"])
def test_the_filters_give_quarto_what_they_give_the_embedded_engine(
    study: Path, essay: str, quarto: str, embedded: str
) -> None:
    """With Quarto's writer and metadata the same essay comes out, to the letter."""
    project = study / "project.json"
    project.write_text('{"number-sections": true}', encoding="utf-8")
    filters = [f"--lua-filter={theme.file(name)}" for name in ("paraplu.lua", "subset.lua")]
    ours = written(
        study, essay,
        [f"--to={embedded}", f"--metadata-file={project}", "--bibliography=references.bib",
         *filters],
    )  # fmt: skip
    assert as_quarto(study, essay, to=quarto) == ours


@pytest.mark.parametrize("to", ["html", "typst", "docx"])
def test_the_filters_leave_quarto_nothing_to_do(study: Path, to: str) -> None:
    """Nothing is left that Quarto numbers, frames, cites or takes for a figure of its own."""
    for essay in site.stems(study):
        assert "LEFT" not in as_quarto(study, essay, to=to, last=DATA / "leftovers.lua")


def test_an_essay_may_leave_its_sections_without_numbers(study: Path) -> None:
    """What the essay says of numbered sections goes before what the project says."""
    assert "header-section-number" not in as_quarto(study, "index", to="html")
    assert "header-section-number" in as_quarto(study, "4-keuzes", to="html")


def test_a_foreign_title_in_the_references_says_its_language(study: Path) -> None:
    """A reference in English is marked as such; a Dutch one is not."""
    engines.render(study, essays_of(study), to={"html"}, engine="embedded")
    english = re.findall(r'<span lang="en">(.*?)</span>', page(study), re.DOTALL)
    assert "Public Administration Review" in english[1]
    assert "Provan" not in "".join(english)
