"""Measure how long things take, from a clean clone on, and write docs/benchmarks.md.

Run as `make bench`. The clone is made beside nothing that matters: a temporary folder that is
removed afterwards. Nothing here decides whether a test passes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "docs" / "benchmarks.md"
GIGABYTE = 1024**3
LEFT_OUT = ("VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE")
"""What the commands do not get of this shell: people's Python keeps what it compiled."""
LEDGER = "codebook/codings/consensus/R07.jsonl"


@dataclass(frozen=True, slots=True)
class Measure:
    """A thing measured: what, the command, the aim in seconds, and the seconds it took.

    `processor` is the time that processors worked on it: what is left of `seconds` on a machine
    that others use as well. It is None where a browser does the work.
    """

    what: str
    command: str
    aim: str
    seconds: float
    processor: float | None = None


def main() -> int:
    """Measure and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="keep the clone, for a closer look")
    keep = parser.parse_args().keep
    folder = Path(tempfile.mkdtemp(prefix="paraplu-bench-"))
    try:
        measures = measure(folder / "paraplu")
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
    REPORT.write_text(write_report(measures), encoding="utf-8", newline="\n")
    print(f"{REPORT.relative_to(ROOT)} written")
    return 0


def measure(clone: Path) -> list[Measure]:
    """Clone the repository and time everything in it, in the order someone meets it."""
    run(["git", "clone", "--quiet", str(ROOT), str(clone)], cwd=ROOT)
    paraplu = str(clone / ".venv" / "bin" / "paraplu")
    python = f"PYTHON={sys.executable}"
    return [
        timed("from a clean clone to a site, set-up included", ["make", python, "study"], "300",
              clone),
        timed("everything again", [paraplu, "run", "--force"], "90", clone),
        timed("nothing changed", [paraplu, "run"], "3", clone),
        timed("one coding changed", [paraplu, "run"], "–", clone, first=touch_coding),
        timed("help", [paraplu, "--help"], "0.3", clone, times=5),
        timed("check of the study", [paraplu, "check"], "–", clone, times=3),
        timed("check of study and essays", [paraplu, "check", "--essays"], "2", clone, times=3),
        timed("six essays in three forms", [paraplu, "render"], "20", clone),
        timed("six essays in HTML", [paraplu, "render", "--to", "html"], "5", clone),
        *time_coding(clone),
    ]  # fmt: skip


def time_coding(clone: Path) -> list[Measure]:
    """Return how quick the transcript view is in a browser; nothing without a browser."""
    python = str(clone / ".venv" / "bin" / "python")
    done = subprocess.run(  # noqa: S603  our own program
        [python, "scripts/bench_coding.py"], cwd=clone, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    if done.returncode != 0:
        sys.stderr.write(done.stderr)
        return []
    found = json.loads(done.stdout)
    shown = "scripts/bench_coding.py"
    return [
        Measure("20,000 words with 1,000 codings open in a browser", shown, "1", found["opening"]),
        Measure("a new coding there, shown", shown, "0.1", found["coding"]),
    ]


def timed(
    what: str,
    command: list[str],
    aim: str,
    clone: Path,
    *,
    times: int = 1,
    first: object = None,
) -> Measure:
    """Time a command: the median of several runs, or the one."""
    if callable(first):
        first(clone)
    taken, worked = [], []
    for _ in range(times):
        begin, before = time.perf_counter(), children()
        run(command, cwd=clone)
        taken.append(time.perf_counter() - begin)
        worked.append(children() - before)
    shown = " ".join(part.removeprefix(f"{clone}/.venv/bin/") for part in command)
    shown = " ".join(word for word in shown.split() if not word.startswith("PYTHON="))
    print(f"{statistics.median(taken):7.2f} s  {what}", flush=True)
    return Measure(what, shown, aim, statistics.median(taken), statistics.median(worked))


def children() -> float:
    """Return the seconds that processors worked for the commands run so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command: list[str], *, cwd: Path) -> None:
    """Run a command; stop with what it said when it fails."""
    clean = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    done = subprocess.run(  # noqa: S603  our own programs
        command, cwd=cwd, env=clean, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        sys.stderr.write(done.stdout + done.stderr)
        message = f"{command[0]} ended with {done.returncode}"
        raise SystemExit(message)


def touch_coding(clone: Path) -> None:
    """Add a memo to one coding that has none: the ledger changes, no number in an essay does."""
    path = clone / LEDGER
    text = path.read_text(encoding="utf-8")
    events = [json.loads(line) for line in text.splitlines()]
    bare = next(e for e in events if e["kind"] == "add" and not e.get("memo"))
    memo = {
        "event": bare["event"][:-1] + ("0" if bare["event"][-1] != "0" else "1"),
        "time": "2030-01-01T00:00:00Z", "kind": "memo", "coding": bare["coding"],
        "codebook": bare["codebook"], "memo": "nagelezen",
    }  # fmt: skip
    line = json.dumps(memo, ensure_ascii=False) + "\n"
    path.write_text(text + line, encoding="utf-8", newline="\n")


def write_report(measures: list[Measure]) -> str:
    """Return the report: the machine, then a row per measure."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    ).stdout.strip()  # fmt: skip
    machine = (
        f"{os.cpu_count()} cores, {memory()} GB of memory, {platform.system()}, "
        f"Python {platform.python_version()}"
    )
    today = dt.datetime.now(dt.UTC).date()
    load = ", ".join(f"{one:.0f}" for one in os.getloadavg())
    rows = [
        f"| {m.what} | `{m.command}` | {m.aim} | {m.seconds:.2f} "
        f"| {'–' if m.processor is None else f'{m.processor:.2f}'} |"
        for m in measures
    ]
    return "\n".join([
        "# Benchmarks",
        "",
        f"Written by `make bench` on {today}, at commit {commit}: {machine}.",
        "",
        "Seconds on the reference study (43 respondents, 40 interviews, three ledgers). Of short",
        "commands the median of several runs. *Processor* is what processors worked for it: on a",
        f"busy machine the other figure says little. Load at the end of measuring: {load}",
        "(1, 5 and 15 minutes). No test depends on these figures.",
        "",
        "| what | command | aim | seconds | processor |",
        "|---|---|---:|---:|---:|",
        *rows,
        "",
    ])  # fmt: skip


def memory() -> int:
    """Return the memory of this machine in whole gigabytes."""
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIGABYTE)


if __name__ == "__main__":
    sys.exit(main())
