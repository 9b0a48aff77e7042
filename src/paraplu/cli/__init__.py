"""The command line. Everything heavy is imported inside the commands, so that it is quick."""

from __future__ import annotations

from paraplu.cli.app import main

__all__ = ["main"]
