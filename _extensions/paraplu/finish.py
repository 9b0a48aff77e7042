"""Finish what Quarto made: the same folder, and the same Word files, as without Quarto."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from interpreter import go_on_where_paraplu_is


def main() -> int:
    """Finish the site that this render made."""
    from paraplu.report.engines import quarto
    from paraplu.report.pages import write_site

    project = Path(os.environ.get("QUARTO_PROJECT_DIR", ".")).resolve()
    out = project / os.environ.get("QUARTO_PROJECT_OUTPUT_DIR", "_site")
    made = os.environ.get("QUARTO_PROJECT_OUTPUT_FILES", "").splitlines()
    quarto.finish(project, out=out.resolve(), made=[project / name for name in made])
    write_site(project, out.resolve())
    return 0


if __name__ == "__main__":
    go_on_where_paraplu_is(Path(__file__))
    sys.exit(main())
