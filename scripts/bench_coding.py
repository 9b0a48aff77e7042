"""Measure the transcript view in a browser: a long interview with many codings.

Run alone it prints its figures as JSON: seconds until an interview of 20,000 words with 1,000
codings is shown, and until a new coding stands in text, margin and list. The aims are 1 s and
0.1 s. The browser works without a server; what it shows is made here, from a seed.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paraplu import view

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

WORDS, CODINGS, FAMILIES, PER_FAMILY = 20_000, 1_000, 8, 7
TURN, SENTENCE = 65, 13
SYLLABLES = (
    "ge",
    "ver",
    "raad",
    "steun",
    "dreig",
    "net",
    "werk",
    "bur",
    "meld",
    "punt",
    "en",
    "de",
)
HOME = "http://paraplu.test"
TYPES = {"js": "text/javascript", "css": "text/css", "woff2": "font/woff2"}
OPEN = """async ([interview, codebook]) => {
  const { createTranscript } = await import("/static/transcript.js");
  const { memoryTransport } = await import("/static/memory.js");
  const shown = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const transport = memoryTransport(interview, {coder: "a"});
  const start = performance.now();
  window.room = await createTranscript(document.body, {codebook, transport, coder: "a", watch: 0});
  await shown();
  return (performance.now() - start) / 1000;
}"""
ADD = """async (times) => {
  const shown = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const room = window.room;
  const codes = [...room.codebook.codes.keys()];
  const took = [];
  for (let i = 0; i < times; i += 1) {
    const turn = room.view.turns[Math.floor((i + 0.5) * room.view.turns.length / times)];
    room.goTo(turn.start, Math.min(turn.end, turn.start + 40));
    await shown();
    const start = performance.now();
    const code = codes[i % codes.length];
    const id = room.session.add({...room.selecting.range, exact: "x", code});
    room.choose(id, {move: false});
    await shown();
    took.push((performance.now() - start) / 1000);
  }
  return took;
}"""


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds until an interview is shown, and until a new coding is (median and worst)."""

    opening: float
    coding: float
    slowest: float


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5, help="how often the interview is opened")
    times = parser.parse_args().times
    found = measure(times=times)
    if found is None:
        print("Chromium is not installed: nothing measured", file=sys.stderr)
        return 1
    print(json.dumps({name: round(getattr(found, name), 3) for name in Speed.__slots__}))
    return 0


def measure(*, times: int = 5, seed: int = 2023) -> Speed | None:
    """Return how quick the transcript view is, or None without a browser."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if (found := shutil.which(name))), None)
    if program is None:
        return None
    given = [make_interview(random.Random(seed)), make_codebook()]  # noqa: S311 - no secret
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        opened = [measure_once(browser, given) for _ in range(times)]
        browser.close()
    coding = [seconds for _, added in opened for seconds in added]
    return Speed(
        statistics.median(seconds for seconds, _ in opened), statistics.median(coding), max(coding)
    )


def measure_once(browser: Browser, given: list[dict[str, Any]]) -> tuple[float, list[float]]:
    """Open the interview in a fresh page and code ten passages."""
    page = browser.new_page(viewport={"width": 1360, "height": 900})
    page.route("**/*", answer)
    page.goto(f"{HOME}/")
    seconds: float = page.evaluate(OPEN, given)
    added: list[float] = page.evaluate(ADD, 10)
    page.close()
    return seconds, added


def answer(route: Route) -> None:
    """Answer with a file of the front end, or with an empty page that has its styles."""
    path = view.assets().get(route.request.url.removeprefix(f"{HOME}/static/"))
    if path is None:
        style = '<link rel="stylesheet" href="/static/coding.css">'
        body = f'<!DOCTYPE html><html lang="nl"><title>x</title>{style}<body></body></html>'
        route.fulfill(body=body, content_type="text/html; charset=utf-8")
    else:
        route.fulfill(body=path.read_bytes(), content_type=TYPES[path.suffix[1:]])


def make_codebook() -> dict[str, Any]:
    """Return a codebook of the usual size."""
    families = [
        {
            "id": f"f{f}", "name": f"Familie {f}", "question": "",
            "codes": [{"id": f"c{f}{c}", "name": f"Code {f}.{c}"} for c in range(PER_FAMILY)],
        }
        for f in range(FAMILIES)
    ]  # fmt: skip
    tones = {"id": "valentie", "values": ["+", "-", "0"]}
    return {"version": 1, "families": families, "attributes": [tones]}


def make_interview(chance: random.Random) -> dict[str, Any]:
    """Return an interview of 20,000 words with 1,000 codings, some of which overlap."""
    body, turns = "", []
    for number in range(1, WORDS // TURN + 1):
        words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(TURN)]
        words[::SENTENCE] = [word.capitalize() for word in words[::SENTENCE]]
        role = "I" if number % 4 == 1 else "R"
        start = len(body) + 3
        body += f"{role}: {' '.join(words)}.\n\n"
        turns.append({"number": number, "speaker": role, "role": role, "respondent": "R01",
                      "start": start, "end": len(body) - 2})  # fmt: skip
    codings = [make_coding(chance, body, chance.choice(turns), n) for n in range(CODINGS)]
    return {"id": "R01", "sha256": "0" * 64, "body": body, "turns": turns, "restrictions": [],
            "codings": {"a": codings}}  # fmt: skip


def make_coding(
    chance: random.Random, body: str, turn: dict[str, Any], number: int
) -> dict[str, Any]:
    """Return a coding of some words of a turn."""
    start = chance.randint(turn["start"], turn["end"] - 60)
    end = min(turn["end"], start + chance.randint(30, 200))
    code = f"c{chance.randrange(FAMILIES)}{chance.randrange(PER_FAMILY)}"
    return {"id": f"{number:026d}", "coder": "a", "start": start, "end": end, "memo": "",
            "exact": body[start:end], "code": code, "counter": False,
            "attributes": {"valentie": chance.choice("+-0")}}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
