"""Finish the Word files that Quarto made: alt texts, language, and what the header says."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from paraplu.report.engines import docx, settings, site


def main() -> int:
    """Finish every DOCX that this render made, and write the page that leads to the first."""
    project = Path(os.environ.get("QUARTO_PROJECT_DIR", ".")).resolve()
    out = Path(os.environ.get("QUARTO_PROJECT_OUTPUT_DIR", project / "_site")).resolve()
    config = settings.read(project)
    for name in os.environ.get("QUARTO_PROJECT_OUTPUT_FILES", "").splitlines():
        path = project / name
        if path.suffix == ".docx" and path.is_file():
            fictional = site.is_fictional(project, path.stem)
            docx.finish(path, study=config.title, fictional=fictional)
    site.write_redirect(out, title=config.title, lang=config.lang, start=site.start(project))
    return 0


if __name__ == "__main__":
    sys.exit(main())
