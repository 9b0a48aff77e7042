"""Serve a study to many coders, for tests: ``serve_study.py ROOT PORT TOKEN=CODER …``."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from paraplu.web.serving import Serving, listen


def serve(root: str, port: str, *tokens: str) -> None:
    """Serve until killed."""
    pairs = dict(pair.split("=", 1) for pair in tokens)
    Serving(Path(root), pairs, listen(int(port)), lambda: dt.datetime.now(dt.UTC)).run()


if __name__ == "__main__":
    serve(*sys.argv[1:])
