"""Reading and writing files so that nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.study.reading import LIMIT, read_text, write_text

if TYPE_CHECKING:
    from pathlib import Path


def codes(path: Path, *, strict: bool = True) -> list[str]:
    """Return the codes of the problems of reading."""
    return [p.code for p in read_text(path, root=path.parent, strict=strict).problems]


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        (b"\xef\xbb\xbfa\n", "BOM"),
        (b"a\r\nb\r\n", "CR"),
        (b"a\rb\n", "CR"),
        (b"e\xcc\x81\n", "NFC"),
    ],
)
def test_what_would_shift_offsets_is_named(tmp_path: Path, raw: bytes, seen: str) -> None:
    """The text is read all the same, in the form offsets count in."""
    path = tmp_path / "a.md"
    path.write_bytes(raw)
    file = read_text(path, root=tmp_path)
    assert [p.code for p in file.problems] == ["P103"]
    assert seen in file.problems[0].seen
    assert "\r" not in file.text
    assert codes(path, strict=False) == []


def test_broken_utf8_names_line_and_byte_and_reads_nothing(tmp_path: Path) -> None:
    """A guess at the encoding could change words."""
    path = tmp_path / "a.md"
    path.write_bytes(b"goed\nfo\xe9t\n")
    file = read_text(path, root=tmp_path)
    assert (file.text, file.readable) == ("", False)
    assert file.problems[0].place == "a.md:2"
    assert "byte 7" in file.problems[0].seen


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    """Its size is asked before its content."""
    path = tmp_path / "a.md"
    with path.open("wb") as stream:
        stream.truncate(LIMIT + 1)
    assert codes(path) == ["P101"]


def test_a_file_that_is_not_there_and_a_folder_are_problems(tmp_path: Path) -> None:
    """No traceback for either."""
    (tmp_path / "map").mkdir()
    assert codes(tmp_path / "weg.md") == ["P004"]
    assert codes(tmp_path / "map") == ["P005"]


def test_writing_leaves_only_the_new_file(tmp_path: Path) -> None:
    """UTF-8 with LF, and nothing beside it."""
    path = tmp_path / "map" / "a.md"
    write_text(path, "é\n")
    write_text(path, "ü\n")
    assert path.read_bytes() == "ü\n".encode()
    assert [p.name for p in path.parent.iterdir()] == ["a.md"]


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """A lone surrogate cannot be written; the old text stays, and no rubbish."""
    path = tmp_path / "a.md"
    write_text(path, "oud\n")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "\ud800")
    assert path.read_text(encoding="utf-8") == "oud\n"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]
