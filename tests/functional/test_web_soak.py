"""Many coders at once, and a server that is killed: what was acknowledged is there."""

from __future__ import annotations

import http.client
import json
import os
import random
import re
import socket
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from paraplu.study import Study
from paraplu.study.ledgers import Ledgers

if TYPE_CHECKING:
    from collections.abc import Iterator

SERVER = Path(__file__).with_name("serve_study.py")
PAUSE = 0.02
STARTING = 60


@dataclass
class Server:
    """A server that can be killed and started again on the same port."""

    root: Path
    coders: list[str]
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until somebody answers."""
        if not self.port:
            with socket.create_server(("127.0.0.1", 0)) as free:
                self.port = free.getsockname()[1]
        tokens = [f"token-{coder}={coder}" for coder in self.coders]
        arguments = [sys.executable, str(SERVER), str(self.root), str(self.port), *tokens]
        self.process = subprocess.Popen(arguments)
        deadline = time.monotonic() + STARTING
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                with closing(connection):
                    connection.request("GET", "/static/geen")
                    connection.getresponse().read()
            except OSError:
                threading.Event().wait(PAUSE)
            else:
                return
        message = "the server does not start"
        raise AssertionError(message)

    def kill(self) -> None:
        """End at once, as when the power goes."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()


@dataclass
class Writer:
    """A coder who codes without pause, and sends again what was not acknowledged."""

    coder: str
    server: Server
    stop: threading.Event
    acknowledged: list[dict[str, Any]] = field(default_factory=list)
    sent: int = 0
    refused: list[str] = field(default_factory=list)
    cookie: str = ""

    def work(self) -> None:
        """Code until told to stop."""
        chance = random.Random(self.coder)  # noqa: S311  a test wants the same again
        loaded = self._until_answered("GET", "/api/interviews/R01")
        known: list[str] = []
        while loaded is not None and not self.stop.is_set():
            asked = self._event(chance, loaded, known)
            self.sent += 1
            answer = self._until_answered("POST", "/api/interviews/R01/events", asked)
            if answer is not None:
                self.acknowledged += answer["accepted"]

    def _event(
        self, chance: random.Random, loaded: dict[str, Any], known: list[str]
    ) -> dict[str, Any]:
        """Return the next thing to do: mostly adding, sometimes changing."""
        name = f"01J{chance.getrandbits(60):023d}"
        event: dict[str, Any] = {"event": name, "kind": "add", "coding": name}
        if known and chance.random() < 0.3:
            event |= {"kind": "revise", "coding": chance.choice(known)}
            event["fields"] = {"memo": "é😀" * chance.randrange(200)}
        else:
            turn = chance.choice([each for each in loaded["turns"] if each["role"] == "R"])
            end = chance.randrange(turn["start"] + 1, turn["end"])
            exact = loaded["body"][turn["start"] : end]
            event["fields"] = {
                "start": turn["start"], "end": end, "exact": exact, "code": "dreiging",
            }  # fmt: skip
            known.append(name)
        return {"doc": loaded["sha256"], "events": [event]}

    def _until_answered(self, method: str, path: str, body: Any = None) -> Any:  # noqa: ANN401
        """Ask until there is an answer, also when the server is down; None when told to stop."""
        while True:
            try:
                status, answer = self._ask(method, path, body)
            except (OSError, http.client.HTTPException):
                if self.stop.wait(PAUSE):
                    return None
                continue
            if status == 200:
                return answer
            if status != 401:
                self.refused.append(f"{status} {answer}")
                return None
            self.cookie = ""

    def _ask(self, method: str, path: str, body: Any) -> tuple[int, Any]:  # noqa: ANN401
        """Ask once."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        try:
            if not self.cookie:
                connection.request("GET", f"/?token=token-{self.coder}")
                answer = connection.getresponse()
                answer.read()
                self.cookie = answer.headers["set-cookie"].partition(";")[0]
            headers = {"cookie": self.cookie, "x-paraplu": "1", "content-type": "application/json"}
            connection.request(method, path, body and json.dumps(body), headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()


def soak(root: Path, *, coders: int, seconds: float, kills: int) -> list[Writer]:
    """Let coders write at once while the server is killed, and return what they know."""
    names = [f"c{number:02d}" for number in range(coders)]
    plan = "".join(f"  {name}: {{background: x}}\n" for name in names)
    listed = ", ".join(names)
    (root / "codebook" / "plan.yaml").write_text(
        f"version: 1\ncoders:\n{plan}rounds:\n  - {{id: r, coders: [{listed}]}}\npresence: c00\n"
    )
    server, stop = Server(root, names), threading.Event()
    chance = random.Random(1)  # noqa: S311  a test wants the same again
    writers = [Writer(name, server, stop) for name in names]
    threads = [threading.Thread(target=writer.work) for writer in writers]
    server.start()
    try:
        for thread in threads:
            thread.start()
        for _ in range(kills):
            threading.Event().wait(seconds / (kills + 1) * (0.75 + chance.random() / 2))
            server.kill()
            server.start()
        threading.Event().wait(seconds / (kills + 1))
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        server.kill()
    return writers


def find_faults(root: Path, writers: list[Writer]) -> Iterator[str]:
    """Name what was acknowledged and is not there, and ledgers that are damaged."""
    ledgers = Ledgers(root)
    for writer in writers:
        before = ledgers.read(writer.coder, "R01")
        yield from (str(p) for p in before.problems if p.code != "P141")
        after = ledgers.open(writer.coder, "R01")
        yield from (str(p) for p in after.problems if p.code != "P512")
        names = [event.event for event in after.events]
        if len(names) != len(set(names)):
            yield f"{writer.coder}: an event stands twice"
        stored = {event.event: (event.time, dict(event.fields)) for event in after.events}
        for event in writer.acknowledged:
            if stored.get(event["event"]) != (event["time"], event["fields"]):
                yield f"{writer.coder}: {event['event']} was acknowledged and is not there"
        times = [event.time for event in after.events]
        if times != sorted(times):
            yield f"{writer.coder}: times do not rise"
        yield from writer.refused


def check(root: Path, writers: list[Writer], *, least: int) -> None:
    """Hold a soak to what it must show."""
    assert list(find_faults(root, writers)) == []
    assert all(len(writer.acknowledged) >= least for writer in writers)
    problems = [
        str(problem)
        for problem in Study(root).problems()
        if re.match(r"codebook/codings/c\d\d/", problem.place) and problem.code != "P032"
    ]
    assert problems == []


def test_every_acknowledged_coding_survives_a_killed_server(small_study: Path) -> None:
    """Five coders for some seconds, the server killed twice."""
    writers = soak(small_study, coders=5, seconds=3, kills=2)
    check(small_study, writers, least=3)


@pytest.mark.slow
@pytest.mark.skipif("PARAPLU_SOAK" not in os.environ, reason="a minute long: make soak")
def test_every_acknowledged_coding_survives_a_minute(small_study: Path) -> None:
    """Twenty-five coders for a minute, the server killed ten times."""
    writers = soak(small_study, coders=25, seconds=60, kills=10)
    check(small_study, writers, least=10)
    total = sum(len(writer.acknowledged) for writer in writers)
    print(f"{total} events acknowledged, all there")  # noqa: T201  for who runs it
