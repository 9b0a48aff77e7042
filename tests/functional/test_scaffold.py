"""A new study: what it holds, and that it passes `check` and `run`."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from paraplu import pipeline, scaffold
from paraplu.cli import main
from paraplu.errors import Refused
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2026, 1, 1)


def files(root: Path) -> set[str]:
    """Return the names of all files."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def test_a_new_study_has_the_shape_of_a_study_and_nothing_of_the_tool(tmp_path: Path) -> None:
    """Notebooks, codebook, essays and settings; no source and no tests."""
    made = files(scaffold.make_study(tmp_path / "studie"))
    assert {
        "paraplu.toml", "README.md", ".gitignore", ".gitattributes", "environment.yml",
        ".pre-commit-config.yaml",
        "_quarto.yml", "_extensions/paraplu/paraplu.lua", "analysis/01-interviews.ipynb",
        "analysis/06-polariteiten.ipynb", "interviews/respondents.csv", "interviews/topiclijst.md",
        "codebook/codebook.yaml", "codebook/findings.yaml", "essays/index.qmd",
        "essays/4-keuzes.qmd", "essays/verantwoording.qmd", "essays/references.bib",
    } <= made  # fmt: skip
    assert not [name for name in made if name.endswith((".py", ".svg")) and "_ext" not in name]
    assert not [name for name in made if name.startswith(("src", "tests", "analysis/outputs"))]


def test_nothing_in_a_new_study_is_left_to_fill_in(tmp_path: Path) -> None:
    """No braces of the template, and the title where it belongs."""
    root = scaffold.make_study(tmp_path / "mijn-studie", title='Onder "druk"')
    for name in files(root) - {n for n in files(root) if n.startswith("_extensions")}:
        text = (root / name).read_text(encoding="utf-8")
        assert "{{" not in text, name
        assert "\r" not in text, name
    assert Study.open(root).settings.study.title == 'Onder "druk"'
    assert 'Onder \\"druk\\"' in (root / "_quarto.yml").read_text(encoding="utf-8")


def test_a_new_study_links_only_to_its_own_essays(tmp_path: Path) -> None:
    """The navigation names every essay of the template, and none of the reference study's."""
    root = scaffold.make_study(tmp_path / "studie")
    linked = set(re.findall(r"essays/[\w-]+\.qmd", (root / "_quarto.yml").read_text("utf-8")))
    assert linked == {f"essays/{path.name}" for path in (root / "essays").glob("*.qmd")}


def test_a_new_study_has_no_problems(tmp_path: Path) -> None:
    """Neither in its files nor in its privacy, apart from what is always said."""
    root = scaffold.make_study(tmp_path / "studie", retention=dt.date(2035, 12, 31))
    study = Study.open(root)
    assert study.problems() == []
    found = pipeline.check(study, privacy=True, today=TODAY)
    assert {problem.severity.value for problem in found} == {"let op"}


def test_a_study_of_real_people_keeps_their_words_out_of_git(tmp_path: Path) -> None:
    """Unless the repository is declared private; raw interviews never go in."""
    public = scaffold.make_study(tmp_path / "open")
    private = scaffold.make_study(tmp_path / "besloten", private_repository=True)
    names = ("interviews/R01.md", "codebook/codings/a/R01.jsonl", "codebook/memos/R01.md")
    assert tracked(public, *names, "codebook/plan.yaml") == {"codebook/plan.yaml"}
    assert tracked(private, *names) == set(names)
    for root in (public, private):
        assert tracked(root, "interviews/raw/R01.txt", "interviews/raw/R01.decisions.yaml") == set()
    assert Study.open(private).settings.privacy.private_repository


def tracked(root: Path, *names: str) -> set[str]:
    """Return which of these files git would take in."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    subprocess.run(["git", "-C", str(root), "init", "-q"], check=True)  # noqa: S607
    done = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-o", "--exclude-standard"],  # noqa: S607
        check=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    return set(done.stdout.split("\n")) & set(names)


def test_every_new_study_has_a_key_of_its_own(tmp_path: Path) -> None:
    """Also when two have the same title."""
    made = [scaffold.make_study(tmp_path / name, title="Één & twee") for name in ("a", "b")]
    first, second = (Study.open(root).settings.study.id for root in made)
    assert first != second
    assert first.startswith("n-twee-")


def test_a_retention_date_is_kept(tmp_path: Path) -> None:
    """In the settings, where `check --privacy` reads it."""
    root = scaffold.make_study(tmp_path / "studie", retention=dt.date(2035, 12, 31))
    assert Study.open(root).settings.privacy.retention == dt.date(2035, 12, 31)


@pytest.mark.parametrize("text", ["31-12-2035", "ooit", "2035-13-01"])
def test_what_is_no_date_is_refused(text: str) -> None:
    """With the form that is meant."""
    with pytest.raises(Refused, match="P072"):
        scaffold.parse_retention(text)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """Not a byte is written."""
    (tmp_path / "notities.txt").write_text("van mij", encoding="utf-8")
    with pytest.raises(Refused, match="P070"):
        scaffold.make_study(tmp_path)
    assert files(tmp_path) == {"notities.txt"}


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    """Someone made it beforehand."""
    (tmp_path / "leeg").mkdir()
    assert (scaffold.make_study(tmp_path / "leeg") / "paraplu.toml").is_file()


def test_a_place_under_a_file_is_refused(tmp_path: Path) -> None:
    """No traceback, and nothing left behind."""
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    with pytest.raises(Refused, match="P071"):
        scaffold.make_study(tmp_path / "bestand" / "studie")
    assert files(tmp_path) == {"bestand"}


def test_the_command_makes_a_study_and_says_what_is_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nobody can answer it asks nothing."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "studie", "--retention", "2035-12-31"]) == 0
    assert "cd studie" in capsys.readouterr().out
    monkeypatch.chdir(tmp_path / "studie")
    assert main(["check"]) == 0


@pytest.mark.slow
def test_a_new_study_runs_to_a_site(tmp_path: Path) -> None:
    """All six notebooks on nobody at all, then three essays in three forms."""
    root = scaffold.make_study(tmp_path / "studie")
    outcome = pipeline.run(Study.open(root), engine="embedded")
    assert outcome.site.is_file()
    assert {path.name for path in (root / "_site/essays").iterdir()} == {
        f"{name}.{form}"
        for name in ("index", "4-keuzes", "verantwoording")
        for form in ("html", "pdf", "docx")
    }
    page = (root / "_site/essays/index.html").read_text(encoding="utf-8")
    assert "fictief" not in page


def test_an_installed_package_makes_the_same_study(reference: Path, tmp_path: Path) -> None:
    """A wheel carries the notebooks and `_quarto.yml`; a checkout reads them from its root."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")],
        cwd=reference, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "lib")
    program = (
        "import sys; from pathlib import Path; import paraplu; from paraplu import scaffold\n"
        "assert Path(paraplu.__file__).is_relative_to(sys.argv[1])\n"
        "scaffold.make_study(Path(sys.argv[2]))"
    )
    subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "lib"), str(tmp_path / "studie")],
        env=os.environ | {"PYTHONPATH": str(tmp_path / "lib")}, cwd=tmp_path, check=True,
    )  # fmt: skip
    here = scaffold.make_study(tmp_path / "hier" / "studie")
    assert files(tmp_path / "studie") == files(here)
