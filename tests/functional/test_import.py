"""`paraplu import`, and the whole way of the 40 interviews: recording, text, decisions, body."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from paraplu.anonymise import apply_decisions
from paraplu.cli import main
from paraplu.formats import parse_decisions, parse_transcript
from paraplu.formats.recordings import parse_speaker_map
from paraplu.study import Study
from paraplu.study.importing import Incoming, place_recording, read_recording

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
RAW = ROOT / "interviews" / "raw"
INTERVIEWS = [f"R{number:02d}" for number in range(1, 41)]
VTT = "WEBVTT\n\n" + "\n\n".join(
    f"00:00:{n:02d}.000 --> 00:00:{n + 1:02d}.000\n<v {name}>{text}</v>"
    for n, (name, text) in enumerate(
        [("Wit, Ann de", "Hoe gaat het?"), ("Jansen, Piet", "Het gaat al jaren goed.")] * 3
    )
)


@pytest.fixture
def run(
    small_study: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Return a function that runs a command in a small study: exit code, output, errors."""
    monkeypatch.chdir(small_study)

    def runner(*arguments: str) -> tuple[int, str, str]:
        code = main(["import", *arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return runner


@pytest.fixture
def vtt(tmp_path: Path) -> Path:
    """Return a Teams transcript outside the study, with a name in its file name."""
    path = tmp_path / "Gesprek Piet Jansen.vtt"
    path.write_text(VTT, encoding="utf-8")
    return path


def everything(folder: Path) -> dict[str, str]:
    """Return a hash of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".paraplu" not in path.parts
    }


@pytest.mark.parametrize("interview", INTERVIEWS)
def test_each_interview_goes_the_whole_way(interview: str, small_study: Path) -> None:
    """Recording → import → decisions gives the body of the transcript, character for character."""
    path = RAW / f"{interview}.speakers.yaml"
    who = parse_speaker_map(path.read_text(encoding="utf-8"), path=path.name).record
    assert who is not None
    study = Study(small_study)
    name = f"R9{interview[1:]}"
    original = RAW / who.original
    place_recording(study, read_recording(study, original, interview=name))

    placed = small_study / "interviews" / "raw"
    text = (placed / f"{name}.txt").read_bytes()
    assert text == (RAW / f"{interview}.txt").read_bytes()
    kept = [p for p in placed.glob(f"{name}.*") if p.suffix != ".yaml"]
    assert original.read_bytes() in [p.read_bytes() for p in kept]

    decided = RAW / f"{interview}.decisions.yaml"
    decisions = parse_decisions(decided.read_text(encoding="utf-8"), path=decided.name).record
    transcript = parse_transcript(
        (ROOT / "interviews" / f"{interview}.md").read_text(encoding="utf-8"), path=interview
    ).record
    assert decisions is not None
    assert transcript is not None
    assert apply_decisions(text.decode(), decisions=decisions) == transcript.body


def test_all_recordings_are_known_as_fictional() -> None:
    """Every tracked raw file has its hash in the list, and nine kinds of recordings are there."""
    rows = (RAW / "FICTIEF.sha256").read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (row.split("  ") for row in rows)}
    found = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in RAW.glob("R*")}
    assert {name: listed.get(name) for name in found} == found
    suffixes = {Path(name).suffix for name in found} - {".yaml"}
    assert suffixes == {
        ".vtt", ".srt", ".json", ".docx", ".odt", ".rtf", ".txt", ".md", ".pdf"
    }  # fmt: skip


def test_import_says_what_it_understood(
    run: Callable[..., tuple[int, str, str]], vtt: Path, small_study: Path
) -> None:
    """Speakers with their roles, length and warnings; original, text and speakers are placed."""
    code, out, err = run(str(vtt), "--as", "R41")
    assert (code, err) == (0, "")
    for said in (
        "I  Wit, Ann de",
        "R  Jansen, Piet",
        "6 beurten, 24 woorden, tot 0:00:06",
        "P196",
        "P197",
    ):
        assert said in out
    placed = small_study / "interviews" / "raw"
    assert sorted(path.name for path in placed.iterdir()) == [
        "R41.speakers.yaml", "R41.txt", "R41.vtt",
    ]  # fmt: skip
    assert (placed / "R41.vtt").read_bytes() == vtt.read_bytes()
    assert (placed / "R41.txt").read_text(encoding="utf-8").startswith("I: Hoe gaat het?\n\nR: Het")


def test_the_next_number_is_chosen(
    run: Callable[..., tuple[int, str, str]], vtt: Path, small_study: Path
) -> None:
    """Without --as a file becomes what it is named after, else the number after the highest."""
    named = vtt.with_name("R07.srt")
    named.write_text("1\n00:00:01,000 --> 00:00:02,000\nI: Hoe?\nR: Zo.\n", encoding="utf-8")
    assert run(str(named), str(vtt))[0] == 0
    names = {path.name for path in (small_study / "interviews" / "raw").iterdir()}
    assert {"R07.srt", "R08.vtt"} < names


def test_given_roles_are_kept(
    run: Callable[..., tuple[int, str, str]], vtt: Path, small_study: Path
) -> None:
    """What a person says wins from the guess."""
    assert run(str(vtt), "--speaker", "Wit, Ann de=R", "--speaker", "Jansen, Piet=I")[0] == 0
    text = (small_study / "interviews" / "raw" / "R03.txt").read_text(encoding="utf-8")
    assert text.startswith("R: Hoe gaat het?\n\nI: Het")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["{vtt}", "--as", "R02"], "P192"),
        (["{vtt}", "--as", "../R41"], "P193"),
        (["{vtt}", "{vtt}", "--as", "R41"], "P177"),
        (["{vtt}", "{vtt}", "--speaker", "A=R"], "P177"),
        (["{vtt}", "--speaker", "A"], "P189"),
        (["{vtt}", "--speaker", "A=R"], "P190"),
        (["{folder}/niet.vtt"], "P176"),
        (["{folder}"], "P176"),
        (["{folder}/unsure.txt"], "P191"),
        (["{vtt}", "{folder}/leeg.docx"], "P180"),
        (["{folder}/groot.txt"], "P181"),
        (["{vtt}", "{vtt}"], "P178"),
        (["{folder}/R41.vtt", "{folder}/R41.txt"], "P151"),
        (["{folder}/stem.json"], "P188"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    run: Callable[..., tuple[int, str, str]], vtt: Path, arguments: list[str], code: str
) -> None:
    """One clear problem without a name; also the files that were well are not placed."""
    tmp_path = vtt.parent
    (tmp_path / "unsure.txt").write_text("Ann: Ja.\nBo: Nee.\nAnn: O.\nBo: Ja.\n", encoding="utf-8")
    (tmp_path / "leeg.docx").touch()
    (tmp_path / "stem.json").write_text('{"segments": [{"text": "Dag."}]}', encoding="utf-8")
    for name in ("R41.vtt", "R41.txt"):
        (tmp_path / name).write_text("I: Dag?\n", encoding="utf-8")
    with (tmp_path / "groot.txt").open("wb") as stream:
        stream.truncate(21 * 1024 * 1024)
    before = everything(tmp_path)
    given = [argument.format(vtt=vtt, folder=tmp_path) for argument in arguments]
    exit_code, _, err = run(*given)
    assert exit_code == 1
    assert err.startswith(f"[{code}]")
    assert "Piet" not in err
    assert "Traceback" not in err
    assert everything(tmp_path) == before


def test_the_same_file_is_not_imported_twice(
    run: Callable[..., tuple[int, str, str]], vtt: Path
) -> None:
    """The interview it was imported as is named."""
    assert run(str(vtt))[0] == 0
    code, _, err = run(str(vtt))
    assert code == 1
    assert "P178" in err
    assert "R03" in err


def test_a_file_without_speakers_can_be_one_voice(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    """What is said of it is what helps."""
    path = tmp_path / "R41.json"
    path.write_text('{"segments": [{"text": " Dag."}, {"text": "Zo."}]}', encoding="utf-8")
    assert "--speaker '?=R'" in run(str(path))[2]
    assert run(str(path), "--speaker", "?=R")[0] == 0
    assert Path("interviews/raw/R41.txt").read_text(encoding="utf-8") == "R: Dag. Zo.\n"


def test_the_name_of_a_file_cannot_steer_the_screen(
    run: Callable[..., tuple[int, str, str]], vtt: Path
) -> None:
    """What cannot be printed is not."""
    odd = vtt.rename(vtt.with_name("R41\x1b[2J\n.vtt"))
    _, out, _ = run(str(odd), "--as", "R41")
    assert out.startswith("R41 <- R41\ufffd[2J\ufffd.vtt\n")


def test_looking_writes_nothing(
    run: Callable[..., tuple[int, str, str]], vtt: Path, tmp_path: Path
) -> None:
    """--dry-run shows the same and leaves the study as it was."""
    before = everything(tmp_path)
    code, out, _ = run(str(vtt), "--dry-run")
    assert code == 0
    assert "Jansen, Piet" in out
    assert everything(tmp_path) == before


def test_a_file_already_in_its_place_stays_there(
    run: Callable[..., tuple[int, str, str]], small_study: Path
) -> None:
    """Someone may have put the recording in interviews/raw before importing it."""
    raw = small_study / "interviews" / "raw"
    raw.mkdir()
    (raw / "R41.vtt").write_text(VTT, encoding="utf-8")
    assert run(str(raw / "R41.vtt"))[0] == 0
    assert sorted(path.name for path in raw.iterdir()) == [
        "R41.speakers.yaml", "R41.txt", "R41.vtt",
    ]  # fmt: skip
    assert (raw / "R41.vtt").read_text(encoding="utf-8") == VTT


def test_a_text_already_in_its_place_becomes_the_original(
    run: Callable[..., tuple[int, str, str]], small_study: Path
) -> None:
    """It has the name that the text that is worked on is to have, and speakers by name."""
    raw = small_study / "interviews" / "raw"
    raw.mkdir()
    spoken = "Ann: Hoe gaat het?\nPiet: Al jaren heel goed.\n" * 3
    (raw / "R41.txt").write_text(spoken, encoding="utf-8")
    assert run(str(raw / "R41.txt"))[0] == 0
    assert sorted(path.name for path in raw.iterdir()) == [
        "R41.origineel.txt", "R41.speakers.yaml", "R41.txt",
    ]  # fmt: skip
    assert (raw / "R41.origineel.txt").read_text(encoding="utf-8") == spoken
    assert (raw / "R41.txt").read_text(encoding="utf-8").startswith("I: Hoe gaat het?\n\nR: Al")


def test_a_folder_that_leads_out_of_the_study_is_not_followed(
    run: Callable[..., tuple[int, str, str]], vtt: Path, small_study: Path, tmp_path: Path
) -> None:
    """Nothing is written outside the study, also not through a link."""
    outside = tmp_path / "elders"
    outside.mkdir()
    (small_study / "interviews" / "raw").symlink_to(outside)
    code, _, err = run(str(vtt))
    assert (code, err[:6]) == (1, "[P194]")
    assert not list(outside.iterdir())


def test_half_an_import_is_undone(small_study: Path, vtt: Path) -> None:
    """When one of the three files cannot be placed, the others go too."""
    study = Study(small_study)
    incoming = read_recording(study, vtt, interview="R41")
    raw = small_study / "interviews" / "raw"
    raw.mkdir()

    class Busy(dict[str, bytes]):
        """Files of which the last appears in the folder while the first are placed."""

        def __iter__(self):  # noqa: ANN204
            """Give the names, and let another program be quicker with the last."""
            for name in list(super().__iter__()):
                if name.endswith(".yaml"):
                    (raw / name).write_text("van een ander", encoding="utf-8")
                yield name

    from paraplu.study import importing

    files = Busy(importing._files(incoming))
    with pytest.raises(FileExistsError):
        importing._write_all(raw, files)
    assert [path.name for path in raw.iterdir()] == ["R41.speakers.yaml"]
    assert (raw / "R41.speakers.yaml").read_text(encoding="utf-8") == "van een ander"


def test_an_import_holds_names_only_where_they_belong(small_study: Path, vtt: Path) -> None:
    """Speakers stand in the original and in the map of speakers, not in the text."""
    study = Study(small_study)
    incoming: Incoming = read_recording(study, vtt, interview="R41")
    place_recording(study, incoming)
    raw = small_study / "interviews" / "raw"
    holding = {p.name for p in raw.iterdir() if "Jansen" in p.read_text(encoding="utf-8")}
    assert holding == {"R41.vtt", "R41.speakers.yaml"}
