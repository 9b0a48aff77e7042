"""The README shows what the tool really does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu import report
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

RIGHT, WRONG = "een deel van de respondenten", "de meeste respondenten"


def test_the_example_is_refused_in_the_words_of_the_readme(
    reference: Path, reference_copy: Path
) -> None:
    """The sentence with the wrong word, on the line that the README names."""
    text = (reference / "README.md").read_text(encoding="utf-8")
    sentence = text.partition("```markdown\n")[2].partition("```")[0]
    shown = text.partition("```text\n")[2].partition("\n```")[0]
    path, line = re.findall(r"(essays/\S+\.qmd):(\d+):", shown)[0]
    head = "---\ntitle: Proef\n---\n"
    blank = "\n" * (int(line) - 1 - head.count("\n"))
    essay = head + blank + sentence.replace(RIGHT, WRONG)
    (reference_copy / path).write_text(essay, encoding="utf-8", newline="\n")
    study = Study.open(reference_copy)
    assert [str(one) for one in report.judge(study, essays=[path]).problems] == [shown]
    (reference_copy / path).write_text(head + blank + sentence, encoding="utf-8", newline="\n")
    assert report.judge(study, essays=[path]).problems == ()


def test_the_line_whose_evidence_is_asked_has_a_mark(reference: Path) -> None:
    """Who copies the command from the README sees passages."""
    text = (reference / "README.md").read_text(encoding="utf-8")
    asked = re.findall(r"^paraplu evidence (\S+):(\d+)", text, flags=re.MULTILINE)
    assert asked
    for path, line in asked:
        lines = (reference / path).read_text(encoding="utf-8").splitlines()
        assert "{.claim" in lines[int(line) - 1]


def test_what_the_readme_points_at_is_there(reference: Path) -> None:
    """Every link and picture inside the repository."""
    for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"):
        text = (reference / name).read_text(encoding="utf-8")
        places = re.findall(r"\]\((?!https?:)([^)#]+)", text)
        assert places
        assert [place for place in places if not (reference / place).exists()] == []
