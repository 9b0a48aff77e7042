"""Finish what Quarto made: the same folder, and the same Word files, as without Quarto."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from interpreter import go_on_where_paraplu_is

LIST = "QUARTO_PROJECT_OUTPUT_FILES"
LONG_LIST = "QUARTO_USE_FILE_FOR_PROJECT_OUTPUT_FILES"


def main() -> int:
    """Finish the site that this render made; it prints what is wrong when something is."""
    from paraplu.errors import Refused
    from paraplu.report.engines import quarto
    from paraplu.report.pages import write_site

    project = Path(os.environ.get("QUARTO_PROJECT_DIR", ".")).resolve()
    out = (project / os.environ.get("QUARTO_PROJECT_OUTPUT_DIR", "_site")).resolve()
    try:
        quarto.finish(project, out=out, made=[project / name for name in _made(project)])
        write_site(project, out)
    except Refused as refused:
        sys.stderr.write("".join(f"{problem}\n" for problem in refused.problems))
        return 1
    return 0


def _made(project: Path) -> list[str]:
    """Return the files that Quarto made, relative to the project; a long list is in a file."""
    aside = os.environ.get(LONG_LIST, "")
    said = (project / aside).read_text("utf-8") if aside else os.environ.get(LIST, "")
    return [name for name in said.splitlines() if name.strip()]


if __name__ == "__main__":
    go_on_where_paraplu_is(Path(__file__))
    sys.exit(main())
