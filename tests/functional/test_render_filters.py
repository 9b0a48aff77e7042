"""The filters: what they look up, and that Quarto gets from them what the embedded engine gets."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pypandoc
import pytest

from paraplu.report import engines
from paraplu.report.engines import site
from tests.functional.rendered_study import (
    DATA,
    EXTENSION,
    essays_of,
    make_study,
    page,
    write_marks,
)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a study that is not rendered yet."""
    return make_study(tmp_path / "study")


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
            f"--lua-filter={EXTENSION / 'paraplu.lua'}",
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
            f'project = {{ directory = "{root}" }} }}\nreturn dofile("{EXTENSION / name}")\n',
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
    filters = [f"--lua-filter={EXTENSION / name}" for name in ("paraplu.lua", "subset.lua")]
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


def test_columns_of_a_table_in_the_text_are_as_wide_as_what_they_hold(study: Path) -> None:
    """Dashes of one length say nothing; those of different lengths are kept."""
    rows = "| a | b |\n|{}|\n| kort | {} |\n\n: Bijschrift. {{#tbl-eigen}}\n"
    for dashes, wide in (("---|---", True), ("------|---", False)):
        table = rows.format(dashes, "een lange cel met woorden " * 4)
        path = study / "essays" / "index.qmd"
        path.write_text(f"---\ntitle: x\n---\n\n{table}", encoding="utf-8")
        found = re.search(
            r"columns: \(([\d.]+)%, ([\d.]+)%\)", as_quarto(study, "index", to="typst")
        )
        assert found is not None
        assert (float(found[2]) > float(found[1])) is wide


def test_the_literature_is_set_apart_in_the_pdf(study: Path) -> None:
    """Its entries stand in a block of their own, where the theme keeps each on one page."""
    made = as_quarto(study, "4-keuzes", to="typst")
    assert made.index("Referenties") < made.index("#paraplu-literatuur[") < made.index("<ref-")
