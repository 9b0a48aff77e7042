"""The words of the essays of this study, as they are shown, are those that were stored."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[3]
STORED = REPOSITORY / "tests" / "snapshots" / "essays"


def test_every_essay_says_what_was_stored(root: Path) -> None:
    """On its page and in its Word file; the message shows what differs, and how to store it."""
    essays = {path.stem for path in (root / "essays").glob("*.qmd")}
    stored = {path.name for path in STORED.glob("*.txt")}
    assert stored == {f"{name}.{form}.txt" for name in essays for form in ("html", "docx")}
    done = subprocess.run(
        [sys.executable, REPOSITORY / "scripts" / "compare_engines.py", "--study", root],
        env={"PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
