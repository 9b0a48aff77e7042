"""Privacy: what git holds, small groups, reviews, the retention date."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from hashlib import sha256
from typing import TYPE_CHECKING

from paraplu.pipeline import privacy
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2030, 1, 1)


def git(root: Path, *arguments: str) -> None:
    """Run git in the study."""
    program = shutil.which("git") or "git"
    subprocess.run([program, "-C", str(root), *arguments], check=True, capture_output=True)


def codes(root: Path) -> list[str]:
    """Return the codes of all privacy problems."""
    return [problem.code for problem in privacy.problems(Study.open(root), today=TODAY)]


def settings(root: Path, text: str) -> None:
    """Write the settings of the study."""
    (root / "paraplu.toml").write_text(text, encoding="utf-8")


def raw(root: Path) -> Path:
    """Write a raw interview and its decisions; return the interview."""
    path = root / "interviews/raw/R01.txt"
    path.parent.mkdir()
    path.write_text("I: Dag Jan.\n", encoding="utf-8")
    path.with_name("R01.decisions.yaml").write_text("id: R01\n", encoding="utf-8")
    return path


def test_names_are_said_not_to_have_been_checked(small_study: Path) -> None:
    """That takes the key; nobody is to think it was done."""
    assert "P082" in codes(small_study)


def test_a_raw_file_in_git_is_named_unless_it_is_known_as_fictional(small_study: Path) -> None:
    """Decisions hold names as well."""
    path = raw(small_study)
    git(small_study, "init", "-q")
    assert "P080" not in codes(small_study)
    git(small_study, "add", ".")
    assert codes(small_study).count("P080") == 2
    files = (path, path.with_name("R01.decisions.yaml"))
    lines = [f"{sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files]
    (path.parent / "FICTIEF.sha256").write_text("".join(lines), encoding="utf-8")
    assert "P080" not in codes(small_study)


def test_what_git_holds_counts_and_not_what_lies_in_the_folder(small_study: Path) -> None:
    """A real interview replaced by a fictional one is still in git."""
    path = raw(small_study)
    git(small_study, "init", "-q")
    git(small_study, "add", ".")
    path.write_text("verzonnen\n", encoding="utf-8")
    listed = f"{sha256(path.read_bytes()).hexdigest()}  R01.txt\n"
    (path.parent / "FICTIEF.sha256").write_text(listed, encoding="utf-8")
    assert codes(small_study).count("P080") == 2


def test_a_study_in_a_folder_of_a_larger_repository_is_looked_at(small_study: Path) -> None:
    """Paths are those of the study."""
    raw(small_study)
    git(small_study.parent, "init", "-q")
    git(small_study.parent, "add", ".")
    assert codes(small_study).count("P080") == 2


def test_a_file_in_git_that_was_removed_from_the_folder_is_named(small_study: Path) -> None:
    """Git still has it."""
    path = raw(small_study)
    git(small_study, "init", "-q")
    git(small_study, "add", ".")
    path.unlink()
    assert "P080" in codes(small_study)


def test_when_git_refuses_it_is_said(small_study: Path) -> None:
    """Not checked is not the same as well."""
    (small_study / ".git").write_text("gitdir: /nergens\n", encoding="utf-8")
    assert "P088" in codes(small_study)


def test_transcripts_of_real_people_in_git_ask_for_a_private_repository(
    small_study: Path,
) -> None:
    """Declared private, they may be there."""
    git(small_study, "init", "-q")
    git(small_study, "add", ".")
    assert "P085" not in codes(small_study)
    settings(small_study, "[study]\nfictional = false\n")
    assert "P085" in codes(small_study)
    settings(small_study, "[privacy]\nprivate_repository = true\nretention = 2035-12-31\n")
    assert "P085" not in codes(small_study)


def test_a_group_smaller_than_the_least_cell_is_named(small_study: Path) -> None:
    """One criticaster; two participants are few but enough here."""
    settings(small_study, "[study]\nfictional = true\n[privacy]\nmin_cell = 2\n")
    found = [p for p in privacy.problems(Study.open(small_study)) if p.code in {"P081", "P089"}]
    assert [(p.code, "criticaster" in p.seen) for p in found] == [("P081", True), ("P089", False)]


def test_who_withdrew_does_not_make_a_group_larger(small_study: Path) -> None:
    """Only who takes part is shown."""
    settings(small_study, "[study]\nfictional = true\n[privacy]\nmin_cell = 2\n")
    Study.open(small_study).withdraw(["R02.1"])
    assert codes(small_study).count("P081") == 2


def test_a_raw_interview_without_decisions_is_open_work(small_study: Path) -> None:
    """It has not been pseudonymised."""
    raw(small_study).with_name("R01.decisions.yaml").unlink()
    assert "P084" in codes(small_study)


def test_decisions_that_cannot_be_read_or_carried_out_are_named(small_study: Path) -> None:
    """They would be found only when somebody applies them."""
    path = raw(small_study)
    decisions = path.with_name("R01.decisions.yaml")
    assert "P106" in codes(small_study)
    text = "id: R01\nsha256: '{digest}'\nstate: machine\n"
    decisions.write_text(text.format(digest="0" * 64), encoding="utf-8")
    assert "P160" in codes(small_study)
    digest = sha256(path.read_bytes()).hexdigest()
    decisions.write_text(text.format(digest=digest), encoding="utf-8")
    assert not {"P106", "P160"} & set(codes(small_study))


def test_a_list_of_topics_is_about_nobody_and_a_table_of_people_is(small_study: Path) -> None:
    """In git, of a study of real people that is not called private."""
    settings(small_study, "[study]\nfictional = false\n")
    (small_study / "interviews" / "topiclijst.md").write_text("Vragen\n", encoding="utf-8")
    git(small_study, "init", "-q")
    git(small_study, "add", "interviews/topiclijst.md")
    assert "P085" not in codes(small_study)
    git(small_study, "add", "interviews/respondents.csv")
    assert "P085" in codes(small_study)


def test_real_people_ask_for_a_retention_date_that_has_not_passed(small_study: Path) -> None:
    """None, passed, in time."""
    settings(small_study, "[study]\nfictional = false\n")
    assert "P087" in codes(small_study)
    settings(small_study, "[privacy]\nretention = 2029-12-31\n")
    assert "P086" in codes(small_study)
    settings(small_study, "[privacy]\nretention = 2030-01-01\n")
    assert not {"P086", "P087"} & set(codes(small_study))


def test_the_word_anonymous_is_not_used(small_study: Path) -> None:
    """While a key may exist the result is pseudonymised."""
    found = privacy.problems(Study.open(small_study))
    assert "anoniem" not in str(found)
