"""A run does what changed, and only that."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from paraplu import pipeline
from paraplu.cli import main
from paraplu.cli.essays import as_engine
from paraplu.errors import Refused
from paraplu.report.engines import ENGINES
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

    from paraplu.pipeline import Outcome

NOTEBOOKS = ("01-interviews", "02-coderingen")
LEDGER = "codebook/codings/consensus/R02.jsonl"
INDEX = """\
---
title: "Klein"
---

## Telling

Er zijn []{.value key="codering.consensus"} coderingen. Iemand zei
[“Er kwam een brief.”]{.quote from="R01"}
"""
LOOSE = '---\ntitle: "Los"\n---\n\n## Kop\n\nEen essay zonder merktekens.\n'


@dataclass(frozen=True)
class Story:
    """The outcomes of a row of runs on one study, and when pages were made."""

    first: Outcome
    again: Outcome
    coding: Outcome
    essay: Outcome
    finding: Outcome
    site: Outcome
    pages: dict[str, dict[str, int]]
    counted: tuple[str, str]


def steps(outcome: Outcome) -> set[str]:
    """Return the names of the steps that were done."""
    return {step.name for step in outcome.steps}


def pages(root: Path) -> dict[str, int]:
    """Return when each page was made."""
    return {path.name: path.stat().st_mtime_ns for path in (root / "_site/essays").glob("*.*")}


def page(root: Path) -> str:
    """Return the first essay as HTML."""
    return (root / "_site/essays/index.html").read_text(encoding="utf-8")


def run(root: Path) -> Outcome:
    """Run with the embedded engine."""
    return pipeline.run(Study.open(root), engine="embedded")


def add_coding(root: Path) -> None:
    """Let the consensus give a code once more."""
    path = root / LEDGER
    lines = path.read_text(encoding="utf-8").splitlines()
    event = json.loads(lines[0])
    event["event"] = event["coding"] = event["event"][:-3] + "999"
    event["code"], event["attributes"] = "dreiging", {}
    path.write_text("\n".join([*lines, json.dumps(event)]) + "\n", encoding="utf-8", newline="\n")


@pytest.fixture(scope="module")
def small(shared_small_study: Path, reference: Path) -> Path:
    """Return a small study with two notebooks of the method and two essays."""
    root = shared_small_study
    for folder in ("analysis", "essays"):
        (root / folder).mkdir()
    for name in NOTEBOOKS:
        shutil.copy(reference / "analysis" / f"{name}.ipynb", root / "analysis")
    (root / "essays/index.qmd").write_text(INDEX, encoding="utf-8")
    (root / "essays/los.qmd").write_text(LOOSE, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def story(small: Path) -> Story:
    """Run, run again, change one thing at a time and run each time."""
    kept: dict[str, dict[str, int]] = {}
    first = run(small)
    counted = page(small)
    again = run(small)
    kept["before"] = pages(small)
    add_coding(small)
    coding = run(small)
    kept["coding"] = pages(small)
    essay_path = small / "essays/los.qmd"
    essay_path.write_text(LOOSE.replace("Een essay", "Dit essay"), encoding="utf-8")
    essay = run(small)
    kept["essay"] = pages(small)
    findings = small / "codebook/findings.yaml"
    findings.write_text(
        findings.read_text(encoding="utf-8").replace("theme: Druk", "theme: Drang"),
        encoding="utf-8",
    )
    finding = run(small)
    kept["finding"] = pages(small)
    (small / "_site/essays/los.pdf").unlink()
    site = run(small)
    kept["site"] = pages(small)
    return Story(first, again, coding, essay, finding, site, kept, (counted, page(small)))


def test_a_finding_that_changes_makes_its_evidence_page_anew(story: Story, small: Path) -> None:
    """The essays, which do not show it, stay as they were."""
    assert steps(story.finding) == {"check", "judge", "render"}
    assert story.pages["finding"] == story.pages["essay"]
    text = (small / "_site/bewijs/bevinding-b1.html").read_text(encoding="utf-8")
    assert "Drang" in text


def test_the_first_run_does_everything(story: Story) -> None:
    """Check, notebooks, judge, render, each with its time."""
    assert steps(story.first) == {"check", *NOTEBOOKS, "judge", "render"}
    assert all(step.seconds > 0 for step in story.first.steps)
    assert story.first.site.is_file()


def test_a_run_without_changes_does_nothing(story: Story) -> None:
    """Not even the check of the study."""
    assert story.again.steps == ()


def test_one_coding_more_redoes_only_what_rests_on_codings(story: Story) -> None:
    """The notebook on interviews does not read ledgers."""
    assert steps(story.coding) == {"check", "02-coderingen", "judge", "render"}
    before, after = story.counted
    assert "Er zijn <" in before
    assert before != after


def test_one_coding_more_renders_only_the_essay_whose_numbers_change(story: Story) -> None:
    """The other pages are those of the first run."""
    before, after = story.pages["before"], story.pages["coding"]
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"index.html", "index.pdf", "index.docx"}


def test_an_essay_changed_runs_no_notebook(story: Story) -> None:
    """It is judged and rendered."""
    assert steps(story.essay) == {"judge", "render"}
    before, after = story.pages["coding"], story.pages["essay"]
    assert {n for n in after if after[n] != before[n]} == {"los.html", "los.pdf", "los.docx"}


def test_a_page_that_was_lost_is_made_again(story: Story) -> None:
    """What a run made is compared with what is there."""
    assert steps(story.site) == {"render"}
    assert "los.pdf" in story.pages["site"]


def test_the_command_says_that_nothing_changed(
    story: Story, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And where the site is."""
    assert story.site.steps
    monkeypatch.chdir(small)
    assert main(["run", "--engine", "embedded"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Niets veranderd (")
    assert "De site: _site/index.html" in out.replace("\\", "/")


def test_a_run_without_changes_imports_nothing_heavy(small: Path, story: Story) -> None:
    """It reads files and compares hashes; that is why it is quick."""
    run(small)
    heavy = ("pandas", "numpy", "matplotlib", "nbclient", "spacy", "bertopic", "rich")
    program = (
        "import sys; from paraplu.cli import main; main(['run', '--engine', 'embedded']); "
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=small, check=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    first, *_, last = done.stdout.splitlines()
    assert first.startswith("Niets veranderd")
    assert last == "[]"
    assert story.first.steps


def test_the_command_line_knows_every_engine() -> None:
    """Their names stand in two places."""
    assert [as_engine(name) for name in ENGINES] == list(ENGINES)


def test_a_ledger_removed_stops_the_run_at_the_number_that_no_longer_holds(
    story: Story, small: Path
) -> None:
    """File and line are named; the site that was there stays whole."""
    essay = small / "essays/index.qmd"
    filled = INDEX.replace("[]{.value", "[4]{.value")
    essay.write_text(filled, encoding="utf-8")
    assert steps(run(small)) == {"judge", "render"}
    site = pages(small)
    (small / LEDGER).unlink()
    with pytest.raises(Refused) as caught:
        run(small)
    assert {(p.code, p.place) for p in caught.value.problems} == {("P416", "essays/index.qmd:7")}
    assert pages(small) == site
    assert story.first.steps
