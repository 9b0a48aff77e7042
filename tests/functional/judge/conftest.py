"""A hand-made study of 22 respondents, with essays written by each test."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

import matplotlib.figure as mpl
import pandas as pd
import pytest

from paraplu import artefacts
from paraplu.records import Value
from paraplu.report.facts import Facts
from paraplu.report.judging import judge_essays
from paraplu.report.reading import read_essays
from paraplu.study import Study
from tests.functional.judge.files import CODERS, FILES, MAY_QUOTE, PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paraplu.report import EssayVerdict


@dataclass
class Spoken:
    """Turns of an interview, and the codings of each coder."""

    turns: list[str] = field(default_factory=list)
    codings: dict[str, list[tuple[str, str, dict[str, str], bool]]] = field(default_factory=dict)


def say(
    interviews: dict[str, Spoken],
    who: str,
    text: str,
    *codings: tuple[str, dict[str, str]],
    coders: tuple[str, ...] = CODERS,
    counter: bool = False,
) -> None:
    """Let a respondent say something that coders gave codes."""
    interview, _, number = who.partition(".")
    spoken = interviews.setdefault(interview, Spoken(["I: Wat merkte u?"]))
    spoken.turns.append(f"R{number}: {text}")
    for coder in coders:
        given = spoken.codings.setdefault(coder, [])
        for code, attributes in codings:
            if coder == "consensus" or (code != "omgeving" and "argument" not in attributes):
                given.append((text, code, attributes, counter))


def conversation() -> dict[str, Spoken]:
    """Return what everyone says.

    melden: criticasters 5 speak, 4 unfavourably, 1 of them both ways; active participants 9
    speak, 6 unfavourably. drempel: nine of fifteen unfavourably, and coder-b saw none of it.
    steun: one criticaster, nine active, three unknown; unfavourably 1, 3 and 0.
    """
    talk: dict[str, Spoken] = {}
    for who in PEOPLE:
        say(talk, who, f"Dat zeg ik als {who} zelf.")
    for n in range(1, 5):
        say(
            talk,
            f"R{n:02d}",
            f"Melden helpt niet, dat weet {n} wel.",
            ("melden", {"valentie": "-"}),
        )
    say(talk, "R04", "Soms helpt melden toch.", ("melden", {"valentie": "+"}), counter=True)
    say(talk, "R05", "Ik heb het gemeld en dat was goed.", ("melden", {"valentie": "+"}))
    for n in range(7, 16):
        tone = "-" if n < 13 else "+"
        say(talk, f"R{n:02d}", f"Over melden zeg ik {n}.", ("melden", {"valentie": tone}))
    for n in (*range(1, 7), *range(7, 16)):
        tone = {"valentie": "-" if n > 6 else "+", "fase": "reactie"}
        say(talk, f"R{n:02d}", f"De drempel is {n}.", ("drempel", tone), coders=CODERS[::2])
    say(talk, "R01", "Steun kreeg ik niet.", ("steun", {"valentie": "-"}))
    for n in (*range(7, 16), 18, 19, 20):
        tone = "-" if n < 10 else "+"
        say(talk, f"R{n:02d}", f"Steun was er, {n}.", ("steun", {"valentie": tone}))
    for n in (1, 7, 18, 19, 20):
        say(talk, f"R{n:02d}", f"Ik ken het niet, {n}.", ("bekendheid", {"valentie": "-"}))
    for n in range(1, 6):
        say(talk, f"R{n:02d}", f"De buurt hielp {n}.", ("omgeving", {"valentie": "+"}))
        pole = {"pole": "inzoomen" if n < 4 else "uitzoomen", "argument": "wens"}
        say(talk, f"R{n:02d}", f"Houd het zo, {n}.", ("pol-focus", pole))
    say(
        talk, "R01", "Ik had wél een baan, maar geen adres. Dat was in [gemeente 1], zei m’n vrouw."
    )
    say(talk, "R05", "Dit blijft onder ons, afgesproken. Maar dit mag wel.")
    say(talk, "R21.1", "Wij zijn met zijn tweeën gekomen.")
    say(talk, "R21.2", "Ik ben er ook bij vandaag.")
    say(talk, "R02", "Dit wil ik niet in de krant.")
    say(talk, "R03", "Leg het mij eerst voor.")
    say(talk, "R04", "Dat heb ik gezien en het is goed.")
    return talk


def build(root: Path) -> Path:
    """Write the study."""
    for name, text in FILES.items():
        write(root / name, text)
    rows = ["id,interview,groep,ambt,laag,maand,vorm,toestemming,citeren,verslag,ingetrokken"]
    for who, (groep, ambt) in PEOPLE.items():
        quoting, report = MAY_QUOTE.get(who, ("vrij", "akkoord"))
        gone = "ja" if who == "R22" else "nee"
        rows.append(
            f"{who},{who[:3]},{groep},{ambt},gemeente,2023-03,online,ja,{quoting},{report},{gone}"
        )
    write(root / "interviews/respondents.csv", "\n".join(rows) + "\n")
    numbers = count(1)
    for interview, spoken in conversation().items():
        body = "\n\n".join(spoken.turns) + "\n"
        write(root / f"interviews/{interview}.md", transcript(interview, body))
        for coder in CODERS:
            if coder == "consensus" and interview == "R20":
                continue
            lines = [
                event(body, given, next(numbers), version=2 if coder == "consensus" else 1)
                for given in spoken.codings.get(coder, [])
            ]
            write(root / f"codebook/codings/{coder}/{interview}.jsonl", "".join(lines))
    (root / "essays").mkdir()
    make_artefacts(root)
    return root


def transcript(interview: str, body: str) -> str:
    """Return the file of a reviewed interview; R05 holds a restriction."""
    sha = hashlib.sha256(body.encode()).hexdigest()
    restrictions = ""
    if interview == "R05":
        exact = "Dit blijft onder ons, afgesproken."
        start = body.index(exact)
        restrictions = (
            "restrictions:\n"
            f"  - {{wish: off the record, start: {start}, end: {start + len(exact)},"
            f' exact: "{exact}"}}\n'
        )
    head = f"id: {interview}\nkind: interview\nsha256: {sha}\nversion: 1\nstatus: nagekeken\n"
    return f"---\n{head}{restrictions}---\n\n{body}"


def event(
    body: str, given: tuple[str, str, dict[str, str], bool], number: int, *, version: int
) -> str:
    """Return the line of a ledger that adds a coding."""
    text, code, attributes, counter = given
    start = body.index(text)
    line = {
        "event": f"01H{number:023d}", "time": "2023-03-01T10:00:00Z", "kind": "add",
        "coding": f"01H{number:023d}", "codebook": version,
        "doc": hashlib.sha256(body.encode()).hexdigest(),
        "start": start, "end": start + len(text), "exact": text, "code": code,
        "attributes": attributes, "counter": counter,
    }  # fmt: skip
    return json.dumps(line, ensure_ascii=False) + "\n"


def write(path: Path, text: str) -> None:
    """Write a file, with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


@dataclass(frozen=True)
class Drawn:
    """A figure with its texts."""

    figure: mpl.Figure
    alt: str = "Een balk"
    caption: str = "n = 3"


def make_artefacts(root: Path) -> None:
    """Write values, a table and a figure as a notebook would."""
    study = Study(root)
    coding = study.codings()["coding"].iloc[0]
    table = pd.DataFrame(
        {
            "groep": ["criticaster", "critical friend"], "n": [6, 2], "deel": [0.5, 0.25],
            "alfa": [0.6873, None], "ja": [True, False],
        }
    )  # fmt: skip
    artefacts.write(
        study,
        "07-proef",
        values=[
            Value("proef.partners", 28, "partners", "partners"),
            Value("proef.beurten", 1096, "beurten", "beurten"),
            Value("proef.twaalf", 12, "codes", "codes", denominator=16, evidence=(str(coding),)),
            Value("proef.velen", 16, "codes", "codes", denominator=40),
            Value("proef.alfa", 0.6873, "α", "alfa"),
            Value("proef.procent", 66.67, "%", "deel"),
            Value("proef.een", 1, "codeurs", "codeur"),
            Value("intern.geheim", 5, "codes", "geheim"),
        ],
        tables={
            "groepen": artefacts.Table(table),
            "geheim": artefacts.Table(pd.DataFrame({"n": [1]})),
        },
        figures={"balken": Drawn(mpl.Figure())},
    )


@pytest.fixture(scope="session")
def shared_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the root of the study, to add essays to and change nothing else."""
    return build(tmp_path_factory.mktemp("proef"))


@pytest.fixture(scope="session")
def facts(shared_root: Path) -> Facts:
    """Return what the judge knows of the study."""
    return Facts(Study(shared_root))


@pytest.fixture
def judged(
    shared_root: Path, facts: Facts, request: pytest.FixtureRequest
) -> Callable[[str], EssayVerdict]:
    """Return a function that judges the text of an essay."""
    numbers = count(1)

    def judge_text(text: str, *, newline: str = "\n") -> EssayVerdict:
        name = f"{abs(hash(request.node.nodeid))}-{next(numbers)}"
        path = shared_root / "essays" / f"{name}.qmd"
        path.write_bytes(text.replace("\n", newline).encode())
        try:
            return judge_essays(read_essays([path], root=shared_root), facts).essays[0]
        finally:
            path.unlink()

    return judge_text


@pytest.fixture
def own_root(tmp_path: Path) -> Path:
    """Return the root of a study that a test may change."""
    return build(tmp_path / "eigen")
