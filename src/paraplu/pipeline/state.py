"""What was done last time, kept in ``.paraplu/state.json``."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from threading import Lock
from typing import TYPE_CHECKING

from paraplu.study.reading import write_text

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Done", "State"]

FILE = ".paraplu/state.json"
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Done:
    """A step that went well: fingerprints of what it read and made, and its duration."""

    inputs: str
    outputs: str
    seconds: float
    open_work: int = 0


class State:
    """Which steps are done; a state that cannot be read counts as nothing done.

    Parameters
    ----------
    root
        The study.

    """

    def __init__(self, root: Path) -> None:
        """Read what there is."""
        self._path = root / FILE
        self._lock = Lock()
        self._steps = _load(self._path)

    def get(self, step: str) -> Done | None:
        """Return how a step was done last time, or None."""
        return self._steps.get(step)

    def holds(self, step: str, *, inputs: str, outputs: str) -> bool:
        """Tell whether the step was done on these inputs and what it made is still there."""
        done = self._steps.get(step)
        return done is not None and (done.inputs, done.outputs) == (inputs, outputs)

    def keep(self, step: str, done: Done) -> None:
        """Keep that a step is done, at once, so that a run broken off later loses nothing."""
        with self._lock:
            self._steps[step] = done
            self._write()

    def forget(self, step: str) -> None:
        """Forget that a step was done."""
        with self._lock:
            if self._steps.pop(step, None) is not None:
                self._write()

    def _write(self) -> None:
        """Write the file in one step."""
        steps = {name: asdict(done) for name, done in sorted(self._steps.items())}
        write_text(self._path, json.dumps({"schema": SCHEMA, "steps": steps}, indent=1) + "\n")


def _load(path: Path) -> dict[str, Done]:
    """Read the steps."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            return {}
        return {name: Done(**done) for name, done in data["steps"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
