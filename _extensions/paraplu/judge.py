"""Judge every mark before Quarto renders; without this a render stops."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from paraplu.errors import Refused
from paraplu.report import judge_project
from paraplu.report.engines import theme


def main() -> int:
    """Judge the study that Quarto renders; print the problems when there are any."""
    project = Path(os.environ.get("QUARTO_PROJECT_DIR", ".")).resolve()
    theme.lay_out_fonts(project)
    try:
        judge_project(project)
    except Refused as refused:
        for problem in refused.problems:
            print(problem, file=sys.stderr)  # noqa: T201  this is a script
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
