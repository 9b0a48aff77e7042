"""A run: check, notebooks, judge, render; only what changed since the last time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from paraplu.errors import Refused, Severity
from paraplu.pipeline import fingerprints
from paraplu.pipeline.breaking import Breaker
from paraplu.pipeline.checking import check
from paraplu.pipeline.notebooks import find_notebooks, inputs_of, run_notebook
from paraplu.pipeline.progress import Listener, Silent
from paraplu.pipeline.rendering import (
    FORMS,
    essay_fingerprint,
    find_essays,
    judge,
    render_essays,
    render_pages,
)
from paraplu.pipeline.state import Done, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from paraplu.errors import Problem
    from paraplu.report.engines import Engine
    from paraplu.study import Study

__all__ = ["Outcome", "Step", "run"]

AT_ONCE = 2
CHECK, JUDGE, RENDER = "check", "judge", "render"
EVIDENCE = "evidence"
MARKS = "essays/_marks/*.json"
PAGES = "essays/_marks/evidence.json"
OUTPUTS = "analysis/outputs/{notebook}/**/*"
SITE = "_site/**/*"
JUDGED = (*fingerprints.STUDY, "essays/*.qmd", "essays/*.bib", "analysis/outputs/*/manifest.json")


@dataclass(frozen=True, slots=True)
class Step:
    """A step that was done, and its duration in seconds."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did.

    `steps` is empty when nothing had changed; `open_work` counts what `check` calls open;
    `site` is the first page.
    """

    steps: tuple[Step, ...]
    seconds: float
    open_work: int
    site: Path


def run(
    study: Study,
    *,
    force: bool = False,
    engine: Engine = "auto",
    listener: Listener | None = None,
    clock: Callable[[], float] = perf_counter,
) -> Outcome:
    """Bring the site up to date with the study.

    Parameters
    ----------
    study
        The study.
    force
        Whether to do everything again.
    engine
        The rendering engine.
    listener
        Hears of steps as they start and end.
    clock
        Gives the time in seconds.

    Raises
    ------
    Refused
        At the first step that goes wrong. What earlier runs made stays whole, and what this
        run had already done is not done again.

    """
    return _Run(study, force=force, engine=engine, listener=listener or Silent(), clock=clock).go()


class _Run:
    """One run, with what its steps share."""

    def __init__(
        self,
        study: Study,
        *,
        force: bool,
        engine: Engine,
        listener: Listener,
        clock: Callable[[], float],
    ) -> None:
        """Keep what is given, read the state, take the fingerprint of the package."""
        self.study, self.root = study, study.root
        self.force, self.engine = force, engine
        self.listener, self.clock = listener, clock
        self.state = State(study.root)
        self.package = fingerprints.of_package()
        self.steps: list[Step] = []
        self.breaker = Breaker()

    def go(self) -> Outcome:
        """Do the steps in order."""
        begin = self.clock()
        open_work = self._check()
        self._run_notebooks()
        self._judge()
        self._render()
        return Outcome(
            steps=tuple(self.steps),
            seconds=self.clock() - begin,
            open_work=open_work,
            site=self.root / "_site" / "index.html",
        )

    def _check(self) -> int:
        """Check the study; return how many points are open."""
        inputs = self._fingerprint(*fingerprints.STUDY)
        done = self.state.get(CHECK)
        if not self.force and done is not None and done.inputs == inputs:
            return done.open_work
        with self._timed(CHECK):
            found = check(self.study)
            _refuse(found)
        open_work = sum(problem.severity is Severity.OPEN for problem in found)
        self.state.keep(CHECK, Done(inputs, "", self.steps[-1].seconds, open_work))
        return open_work

    def _run_notebooks(self) -> None:
        """Run the notebooks that changed, two at a time, the slowest of last time first."""
        inputs = {path: self._notebook_inputs(path) for path in find_notebooks(self.root)}
        changed = [
            path
            for path in inputs
            if not self._holds(path.stem, inputs[path], OUTPUTS.format(notebook=path.stem))
        ]
        changed.sort(key=lambda path: -self._last_seconds(path.stem))
        with ThreadPoolExecutor(AT_ONCE) as pool:
            running = [pool.submit(self._run_one, path, inputs[path]) for path in changed]
            try:
                found = [problem for done in running for problem in done.result()]
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                self.breaker.break_off()
                raise
        _refuse(found)

    def _run_one(self, path: Path, inputs: str) -> tuple[Problem, ...]:
        """Run one notebook and keep that it is done; return what stopped it."""
        try:
            with self._timed(path.stem) as step:
                run_notebook(path, root=self.root, breaker=self.breaker)
        except Refused as refused:
            return refused.problems
        outputs = fingerprints.of_files(self.root, [OUTPUTS.format(notebook=path.stem)])
        self.state.keep(path.stem, Done(inputs, outputs, step[0].seconds))
        return ()

    def _judge(self) -> None:
        """Judge the essays against what the notebooks made."""
        inputs = self._fingerprint(*JUDGED)
        if self._holds(JUDGE, inputs, MARKS):
            return
        with self._timed(JUDGE) as step:
            judge(self.study)
        outputs = fingerprints.of_files(self.root, [MARKS])
        self.state.keep(JUDGE, Done(inputs, outputs, step[0].seconds))

    def _render(self) -> None:
        """Render the essays that changed; all of them when the site is not what was made."""
        essays = find_essays(self.root)
        inputs = {path: essay_fingerprint(self.root, path, package=self.package) for path in essays}
        shape = fingerprints.combine(self.package, self.engine, *(path.stem for path in essays))
        whole = self._holds(RENDER, shape, SITE)
        changed = [path for path in essays if not (whole and self._rendered(path, inputs[path]))]
        pages = fingerprints.of_files(self.root, [PAGES])
        if whole and not changed and self.state.holds(EVIDENCE, inputs=pages, outputs=""):
            return
        with self._timed(RENDER) as step:
            if changed:
                render_essays(self.root, changed, to=FORMS, engine=self.engine)
            else:
                render_pages(self.root)
        seconds = step[0].seconds
        for path in changed:
            self.state.keep(f"essay:{path.stem}", Done(inputs[path], "", seconds))
        self.state.keep(EVIDENCE, Done(pages, "", seconds))
        self.state.keep(RENDER, Done(shape, fingerprints.of_files(self.root, [SITE]), seconds))

    @contextmanager
    def _timed(self, name: str) -> Iterator[list[Step]]:
        """Time a step, tell the listener, and forget what was kept of an earlier time."""
        self.state.forget(name)
        self.listener.started(name)
        begin, done = self.clock(), list[Step]()
        try:
            yield done
        except Exception:
            self.listener.ended(name, seconds=self.clock() - begin, well=False)
            raise
        done.append(Step(name, self.clock() - begin))
        self.steps += done
        self.listener.ended(name, seconds=done[0].seconds, well=True)

    def _holds(self, step: str, inputs: str, outputs: str) -> bool:
        """Tell whether a step need not be done: nothing it reads or made has changed."""
        if self.force:
            return False
        made = fingerprints.of_files(self.root, [outputs])
        return self.state.holds(step, inputs=inputs, outputs=made)

    def _rendered(self, essay: Path, inputs: str) -> bool:
        """Tell whether an essay was rendered from these inputs."""
        return self.state.holds(f"essay:{essay.stem}", inputs=inputs, outputs="")

    def _fingerprint(self, *patterns: str) -> str:
        """Return the fingerprint of files of the study, with that of the package."""
        return fingerprints.combine(self.package, fingerprints.of_files(self.root, patterns))

    def _notebook_inputs(self, path: Path) -> str:
        """Return the fingerprint of what a notebook rests on."""
        read = self._fingerprint(*inputs_of(path.stem))
        return fingerprints.combine(read, fingerprints.of_notebook(path))

    def _last_seconds(self, step: str) -> float:
        """Return how long a step took last time; unknown counts as long."""
        done = self.state.get(step)
        return done.seconds if done is not None else float("inf")


def _refuse(problems: Sequence[Problem]) -> None:
    """Stop when one of the problems is an error."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise Refused(errors)
