"""Judge every mark before Quarto renders; without this a render stops."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from interpreter import go_on_where_paraplu_is


def main() -> int:
    """Judge the study that Quarto renders; it prints its problems when there are any."""
    from paraplu.report import judge_project
    from paraplu.report.engines import theme

    project = Path(os.environ.get("QUARTO_PROJECT_DIR", ".")).resolve()
    theme.lay_out_fonts(project)
    return judge_project(project)


if __name__ == "__main__":
    go_on_where_paraplu_is(Path(__file__))
    sys.exit(main())
