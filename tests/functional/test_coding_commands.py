"""The commands of the coding room: code, codings, correct."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from paraplu.cli import main
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(small_study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the small study, with a configuration of its own."""
    monkeypatch.chdir(small_study)
    monkeypatch.setenv("PARAPLU_CONFIG", str(tmp_path / "instellingen"))
    return small_study


def test_the_coding_room_opens_for_who_was_said(here: Path) -> None:
    """On this machine, with a link that works; Ctrl+C ends it without a traceback."""
    program = "import sys; from paraplu.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", program, "code", "--coder", "coder-a", "--no-browser"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        command, cwd=here, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            address = next(line for line in process.stdout if line.startswith("http"))
            parts = urlsplit(address.strip())
            assert parts.hostname == "127.0.0.1"
            with closing(http.client.HTTPConnection(parts.netloc, timeout=60)) as connection:
                connection.request("GET", f"/?{parts.query}")
                cookie = connection.getresponse().headers["set-cookie"]
            assert cookie.startswith(f"paraplu-{parts.port}=")
            process.send_signal(2)
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
    assert "codebook/codings/coder-a" in out
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["code", "--no-browser"], "[P518]"),
        (["code", "--coder", "niemand", "--no-browser"], "[P517]"),
        (["codings", "import", "tabel.csv", "--coder", "coder-a"], "[P004]"),
    ],
)
def test_what_is_missing_is_said(
    arguments: list[str], said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who codes, who exists, and which file."""
    assert here.is_dir()
    assert main(arguments) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["codings", "weg"],
        ["codings", "import"],
        ["codings", "import", "x.csv"],
        ["codings", "export", "--format", "xml"],
        ["code", "--port", "99999"],
        ["correct", "R01"],
    ],
)
def test_wrong_use_ends_with_2(arguments: list[str], here: Path) -> None:
    """Nothing is done then."""
    assert here.is_dir()
    assert main(arguments) == 2


def test_codings_go_out_and_come_in(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To a file that is not overwritten, and into the ledgers of another coder."""
    assert main(["codings", "export", "uit.csv", "--coder", "coder-a"]) == 0
    assert main(["codings", "export", "uit.csv", "--coder", "coder-a"]) == 2
    assert main(["codings", "export", "uit.jsonld", "--format", "jsonld"]) == 0
    assert "TextQuoteSelector" in (here / "uit.jsonld").read_text(encoding="utf-8")
    assert main(["codings", "import", "uit.csv", "--coder", "coder-b"]) == 0
    assert "R01: 1 erbij" in capsys.readouterr().out
    assert main(["codings", "import", "uit.csv", "--coder", "coder-b"]) == 0
    assert "niets nieuws" in capsys.readouterr().out


def test_a_correction_is_weighed_and_written(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Codings without a place are named by number and place, never by their words."""
    text = (here / "interviews" / "R01.md").read_text(encoding="utf-8")
    copy = tmp_path / "beter.md"
    copy.write_text(text.replace("Er kwam een brief. Dat", "Dat"), encoding="utf-8")
    assert main(["correct", "R01", str(copy), "--by", "coder-a", "--dry-run"]) == 1
    assert "zou versie 2 worden" in capsys.readouterr().out
    assert Study(here).transcripts["R01"].version == 1
    assert main(["correct", "R01", str(copy), "--by", "coder-a"]) == 1
    said = capsys.readouterr().out
    assert re.search(r"coder-b: codering 01H\d+ \(dreiging\) heeft geen plaats meer", said)
    assert "brief" not in said
    assert Study(here).transcripts["R01"].version == 2
