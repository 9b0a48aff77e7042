"""What tests share: studies to test on, and a browser."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]

# A slow machine is no mistake in the code, and the same run gives the same examples.
hypothesis.settings.register_profile("paraplu", deadline=None, derandomize=True)
hypothesis.settings.load_profile("paraplu")

CODEBOOK = """\
version: 2
history:
  - {version: 1, date: 2023-01-01, change: begin}
  - {version: 2, date: 2023-02-01, change: een erbij, added: [steun]}
attributes:
  fase: {values: [preventie, nazorg], definition: wanneer}
  valentie: {values: ["+", "-", "0"], definition: toon}
  pole: {values: per code, definition: pool}
  argument: {values: [wens, voordeel, nadeel, waarneming], definition: wat, since: 2}
families:
  - id: werk
    name: Werk
    question: Wat gebeurt er?
    codes:
      - {id: dreiging, name: Dreiging, definition: druk}
      - {id: steun, since: 2, name: Steun, definition: hulp}
  - id: keuzes
    name: Keuzes
    question: Wat kan anders?
    codes:
      - {id: pol-focus, name: Focus, definition: keuze, pole: [smal, breed, en]}
"""
QUESTIONS = """\
version: 1
questions:
  - {id: v1, question: Wat gebeurt er?, families: [werk], essay: index}
effectiveness:
  levels: [{id: netwerk, codes: [steun]}]
goals: [{id: hulp, codes: [steun]}]
"""
FINDINGS = """\
version: 1
findings:
  - {id: b1, theme: Druk, sentence: Druk komt van dichtbij., question: v1,
     codes: [dreiging], deviant: [R02.1], bearing: [focus]}
"""
POLE = "describes: x, upside: x, downside: x, early_warning: x, action: x"
POLARITIES = f"""\
version: 1
bron: vooraf
polarities:
  - id: focus
    code: pol-focus
    question: Smal of breed?
    greater_purpose: samen
    deeper_fear: alleen
    poles:
      - {{id: smal, name: Smal, {POLE}}}
      - {{id: breed, name: Breed, {POLE}}}
"""
PLAN = """\
version: 1
coders:
  coder-a: {background: een}
  coder-b: {background: twee}
  consensus: {background: samen}
rounds:
  - {id: dubbel, coders: [coder-a, coder-b], codebook: 1, interviews: all}
  - {id: consensus, coders: [consensus], codebook: 2, interviews: all}
presence: consensus
"""
RESPONDENTS = """\
id,interview,groep,ambt,laag,maand,vorm,toestemming,citeren,verslag,ingetrokken
R01,R01,criticaster,wethouder,gemeente,maart 2023,online,ja,vrij,akkoord,nee
R02.1,R02,actieve participant,griffier,gemeente,april 2023,op locatie,ja,niet,verstuurd,nee
R02.2,R02,actieve participant,adviseur,provincie,april 2023,op locatie,ja,vrij,akkoord,nee
"""
BODIES = {
    "R01": (
        "I: Wat merkte u?\n\nR: Er kwam een brief. Dat was niet fijn 😀, zei ik.\n\n"
        "R: Niemand belde.\n"
    ),
    "R02": "I: En u?\n\nR1: Wij kregen steun van de buren.\n\nR2: Ik wil het smal houden.\n",
}
CODINGS = {
    "R01": [("Er kwam een brief.", "dreiging", {"fase": "preventie", "valentie": "-"})],
    "R02": [
        ("steun van de buren", "steun", {"fase": "nazorg", "valentie": "+"}),
        ("Ik wil het smal houden.", "pol-focus", {"pole": "smal", "argument": "wens"}),
    ],
}


def ulid(number: int) -> str:
    """Return an identifier in the form of a ULID."""
    return f"01H{number:023d}"


def transcript(interview: str, body: str) -> str:
    """Return the file of a reviewed interview."""
    sha = hashlib.sha256(body.encode()).hexdigest()
    head = f"id: {interview}\nkind: interview\nsha256: {sha}\nversion: 1\nstatus: nagekeken\n"
    return f"---\n{head}---\n\n{body}"


def ledger(interview: str, *, first: int) -> str:
    """Return a ledger with the codings of an interview; numbers count from `first`."""
    body = BODIES[interview]
    lines = []
    for number, (exact, code, attributes) in enumerate(CODINGS[interview], start=first):
        start = body.index(exact)
        event = {
            "event": ulid(number), "time": f"2023-03-01T10:00:{number % 60:02d}Z", "kind": "add",
            "coding": ulid(number), "codebook": 2,
            "doc": hashlib.sha256(body.encode()).hexdigest(),
            "start": start, "end": start + len(exact), "exact": exact, "code": code,
            "attributes": attributes,
        }  # fmt: skip
        lines.append(json.dumps(event, ensure_ascii=False))
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="session", autouse=True)
def _no_key_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the key, the passphrase and the secrets of whoever runs the tests out of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARAPLU_VAULT", str(tmp_path_factory.mktemp("kluis")))
        patch.delenv("PARAPLU_PASSPHRASE", raising=False)
        patch.delenv("PARAPLU_HMAC", raising=False)
        yield


@pytest.fixture(scope="session")
def reference() -> Path:
    """Return the root of the reference study, to read only."""
    return ROOT


@pytest.fixture
def reference_copy(tmp_path: Path) -> Path:
    """Return a copy of the reference study, without what a run makes."""
    copy = tmp_path / "referentie"
    made = shutil.ignore_patterns("outputs", "_marks", "__pycache__")
    for name in ("interviews", "codebook", "essays", "analysis", "_extensions"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=made)
    for name in ("paraplu.toml", "_quarto.yml"):
        shutil.copyfile(ROOT / name, copy / name)
    return copy


def write_small_study(root: Path) -> Path:
    """Write a study of two interviews and three respondents, without a single problem."""
    files = {
        "paraplu.toml": '[study]\ntitle = "Klein"\nfictional = true\n[privacy]\nmin_cell = 1\n',
        "codebook/codebook.yaml": CODEBOOK,
        "codebook/questions.yaml": QUESTIONS,
        "codebook/findings.yaml": FINDINGS,
        "codebook/polarities.yaml": POLARITIES,
        "codebook/plan.yaml": PLAN,
        "codebook/network.yaml": "version: 1\nnetwork: {name: Klein netwerk}\n",
        "codebook/figures.yaml": "version: 1\n",
        "interviews/respondents.csv": RESPONDENTS,
    }
    for interview, body in BODIES.items():
        files[f"interviews/{interview}.md"] = transcript(interview, body)
    for c, coder in enumerate(("coder-a", "coder-b", "consensus")):
        for i, interview in enumerate(BODIES):
            first = 100 * c + 10 * i
            files[f"codebook/codings/{coder}/{interview}.jsonl"] = ledger(interview, first=first)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return root


@pytest.fixture
def small_study(tmp_path: Path) -> Path:
    """Return a small study, to change at will."""
    return write_small_study(tmp_path / "klein")


@pytest.fixture(scope="module")
def shared_small_study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small study that the tests of one module share."""
    return write_small_study(tmp_path_factory.mktemp("gedeeld") / "klein")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a browser, or skip where there is none."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if (found := shutil.which(name))), None)
    if program is None:
        if "browser" in os.environ.get("PARAPLU_REQUIRE", ""):
            pytest.fail("Chromium is not installed, and PARAPLU_REQUIRE asks for a browser")
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()
