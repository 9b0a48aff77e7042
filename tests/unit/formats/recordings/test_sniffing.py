"""What a file is, and files that are refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

from paraplu.errors import Refused
from paraplu.formats.recordings import LIMIT, containers
from paraplu.formats.recordings.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paraplu.records import RawTranscript

    Read = Callable[..., RawTranscript]

ODT = b"application/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED_ODT = {"mimetype": ODT, "content.xml": b"x", "META-INF/manifest.xml": b"<encryption-data/>"}


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return stream.getvalue()


def locked_zip() -> bytes:
    """Return a zip file whose member says that it is encrypted."""
    data = bytearray(zipped({"word/document.xml": b"x"}))
    for mark, shift in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + shift] |= 1
    return bytes(data)


def code_of(read: Read, data: bytes, suffix: str) -> str:
    """Return the code of the one problem of a file."""
    with pytest.raises(Refused) as refusal:
        read(data, suffix)
    (problem,) = refusal.value.problems
    return problem.code


@pytest.mark.parametrize(
    ("data", "suffix", "code"),
    [
        (b"", ".txt", "P180"),
        (b" \r\n\t", ".txt", "P180"),
        (b"x" * (LIMIT + 1), ".txt", "P181"),
        (b"ID3\x04geluid", ".txt", "P182"),
        (b"<!DOCTYPE html><p>I: Ja</p>", ".txt", "P182"),
        (OLE + b"oud", ".doc", "P182"),
        (b"I: a\x00\x01R: b", ".txt", "P182"),
        (zipped({"xl/workbook.xml": b"x"}), ".docx", "P182"),
        (b"WEBVTT\n", ".txt", "P183"),
        (b"I: Hoe?\nR: Ja.\n", ".docx", "P183"),
        (b"{\\rtf1 I: Hoe?\\par R: Ja.}", ".doc", "P183"),
        (b"1\n00:00:01,000 --> 00:00:02,000\nJa\n", ".vtt", "P183"),
        (b"PK\x03\x04kapot", ".docx", "P184"),
        (b"%PDF-1.7 kapot", ".pdf", "P184"),
        (b"{\\rtf1 I: Hoe?\\par R: Ja", ".rtf", "P184"),
        (b"{'segments': ", ".json", "P184"),
        (zipped({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), ".docx", "P184"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ".docx", "P185"),
        (locked_zip(), ".docx", "P185"),
        (zipped(LOCKED_ODT), ".odt", "P185"),
        (b"WEBVTT\n\nNOTE niets\n", ".vtt", "P187"),
        (b"Gewoon een tekst.\nZonder sprekers.\n", ".txt", "P188"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_each_wrong_file_has_one_clear_problem(
    read: Read, data: bytes, suffix: str, code: str
) -> None:
    """Empty, huge, strange, misnamed, damaged, locked or without speech."""
    assert code_of(read, data, suffix) == code


def test_a_bomb_is_stopped_while_it_unpacks(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size is counted, not believed; in zip files and in the streams of a PDF."""
    monkeypatch.setattr(containers, "LIMIT", 1000)
    bomb = zipped({"word/document.xml": b"\0" * 2000})
    assert code_of(read, bomb, ".docx") == "P186"
    twice = zlib.compress(zlib.compress(b"\0" * 100_000))
    assert code_of(read, b"%PDF-1.7\nstream\n" + twice + b"\nendstream", ".pdf") == "P186"


def test_a_pdf_with_a_password_is_told_apart(read: Read, reference: Path) -> None:
    """A PDF that asks for a password is not called damaged."""
    plain = (reference / "interviews/raw/R34.pdf").read_bytes()
    lock = (
        b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <" + b"41" * 32
        + b"> /U <" + b"42" * 32 + b"> >> /ID [<41> <41>] /Root"
    )  # fmt: skip
    assert b"/Root" in plain
    old = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    old += b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    old += b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
    assert code_of(read, old.replace(b"/Root", lock), ".pdf") == "P185"


@pytest.mark.parametrize(
    ("encoding", "guessed"),
    [
        ("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("utf-16-le", ""), ("utf-16-be", ""),
        ("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp850", "DOS 850"),
    ],
)  # fmt: skip
def test_texts_of_older_programs_are_read(encoding: str, guessed: str) -> None:
    """Accents come out right from every encoding that Dutch texts come in."""
    text = "I: Café, hè? Coördinatie in één reünie.\r\nR: Geïnteresseerd, maar financiën…\r\n"
    fitting = text.replace("…", "") if encoding == "cp850" else text
    found = decode(fitting.encode(encoding))
    assert found is not None
    assert (found.text, found.guessed) == (fitting.replace("\r\n", "\n"), guessed)


def test_a_damaged_letter_does_not_spoil_the_others() -> None:
    """UTF-8 with one wrong byte is still UTF-8; what is lost can be seen."""
    found = decode("één café, coördinatie, geïnteresseerd, ".encode() + b"\xe9")
    assert found is not None
    assert (found.text[:8], found.text[-1], found.guessed) == ("één café", "\ufffd", "")


def test_names_never_stand_in_a_problem(read: Read) -> None:
    """What is refused about a speaker is said by number."""
    with pytest.raises(Refused) as refusal:
        read("I: Hoe?\nR: Ja.\n", ".txt", **{"Piet Jansen": "R"})
    assert [problem.code for problem in refusal.value.problems] == ["P190"]
    assert "Piet" not in str(refusal.value)


def test_a_transcript_without_capitals_is_warned_about(read: Read) -> None:
    """Names are hardly found in it."""
    found = read("I: hoe gaat het?\n" + "R: " + "met jan gaat het goed " * 40 + "\n", ".txt")
    assert [warning.code for warning in found.warnings] == ["P199"]
