"""Before a render: the check names all that would stop it, and a judged essay renders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu import report
from paraplu.errors import Refused
from paraplu.report import engines
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '---\ntitle: "Proef"\n---\n\n'
LINES = HEAD.count("\n")
BROKEN = (
    "zie @fig-weg", "zie @tbl-weg", "zie @sec-weg", "zie @eq-som", "volgens @niemand1999",
    "[x](weg.qmd)", "![x](weg.png)", "een som: $a + b$", "{{< var naam >}}", "{{< pagebreak >}}",
    "{{< onbekend >}}", "<b>vet</b>", "::: {.callout-geheim}\nx\n:::", "::: {.callout-note}\nx",
    "::: {.keuzekaart}\n### Een vraag\n:::", "## A {#sec-a}\n\n## B {#sec-a}", "a[^n]",
    '::: {#fig-x .artefact figure="07/weg"}\nx\n:::', "```{python}\nx\n```",
    '::: {#tbl-x .artefact table="07/weg"}\nx\n:::',
    '::: {#fig-x .artefact figure="07/balken"}\n:::', "::: {.panel-tabset}\nx\n:::",
)  # fmt: skip


@pytest.fixture
def essay(own_root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where to write an essay of a study, on a computer without Quarto."""
    monkeypatch.setenv("PATH", "")
    return own_root / "essays" / "a.qmd"


@pytest.mark.parametrize("text", BROKEN)
def test_the_check_names_what_would_stop_a_render(essay: Path, text: str) -> None:
    """Once for every line, and the line is in what is broken."""
    essay.write_text(f"{HEAD}Goed.\n\n{text}\n\nGoed.\n", encoding="utf-8")
    found = [one for one in report.problems(Study(essay.parents[1])) if one.code != "P476"]
    lines = {int(one.place.rpartition(":")[2]) for one in found if "a.qmd" in one.place}
    assert lines
    assert lines <= set(range(LINES + 3, LINES + 4 + text.count("\n")))


@pytest.mark.parametrize("text", [one for one in BROKEN if "$" not in one and "tabset" not in one])
def test_a_render_stops_before_either_engine_begins(essay: Path, text: str) -> None:
    """What Quarto would only warn about is named by the judge, which goes before it."""
    essay.write_text(f"{HEAD}Goed.\n\n{text}\n", encoding="utf-8")
    assert report.judge(Study(essay.parents[1])).problems


@pytest.mark.parametrize(
    "text", ["een som: $a + b$", "::: {.panel-tabset}\nx\n:::", "![x](er.png)"]
)
def test_what_only_the_embedded_engine_lacks_is_named_where_it_is_used(
    essay: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """With Quarto on the path it is not."""
    (essay.parent / "er.png").write_bytes(b"")
    essay.write_text(f"{HEAD}{text}\n", encoding="utf-8")
    study = Study(essay.parents[1])
    assert [one.code for one in report.problems(study)] == ["P460"]
    quarto = essay.parents[2] / "bin" / "quarto"
    quarto.parent.mkdir()
    quarto.write_text("#!/bin/sh\n", encoding="utf-8")
    quarto.chmod(0o755)
    monkeypatch.setenv("PATH", str(quarto.parent))
    assert report.problems(study) == []


def test_a_folder_with_the_name_of_an_essay_is_none(essay: Path) -> None:
    """It is left alone."""
    essay.mkdir()
    assert report.problems(Study(essay.parents[1])) == []


def test_what_the_check_lets_through_renders(essay: Path) -> None:
    """Every kind of block and reference that is allowed, once."""
    text = (
        "## Kop {#sec-a}\n\nZie @sec-a en @fig-x.[^n]\n\n"
        '[28]{.value key="proef.partners"} partners.\n\n'
        '::: {#fig-x .artefact figure="07/balken"}\nEen balk.\n:::\n\n'
        '::: {.callout-note title="Zo"}\nTekst.\n:::\n\n[^n]: Noot.\n'
    )
    essay.write_text(HEAD + text, encoding="utf-8")
    root = essay.parents[1]
    (root / "_quarto.yml").write_text("number-sections: true\n", encoding="utf-8")
    assert report.problems(Study(root)) == []
    report.write_marks(report.judge(Study(root)), root)
    try:
        made = engines.render(root, [essay], to={"html"}, engine="embedded")
    except Refused as refused:
        pytest.fail(str(refused.problems))
    assert root / "_site/essays/a.html" in made.files
