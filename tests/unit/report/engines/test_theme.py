"""The files that both engines share."""

from __future__ import annotations

import re
from pathlib import Path

from paraplu.report.engines import theme

ROOT = Path(__file__).parents[4]


def luminance(colour: str) -> float:
    """WCAG 2.2: relative luminance of an sRGB colour."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: contrast ratio of two colours."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def colours() -> dict[str, str]:
    """Return the named colours of the style sheet."""
    css = theme.file("paraplu.css").read_text(encoding="utf-8")
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))


def test_quartos_extension_is_a_copy_of_the_theme() -> None:
    """The extension in the repository holds the files of the theme, to the byte."""
    folder = ROOT / "_extensions" / "paraplu"
    for name in theme.EXTENSION_FILES:
        assert (folder / name).read_bytes() == theme.content(name), name


def test_every_part_of_a_filter_is_short_and_used_once() -> None:
    """A part is one idea in under 350 lines, and no file of Lua is left out."""
    folder = theme.file("strict.lua").parent
    parts = [part for parts in theme.FILTERS.values() for part in parts]
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.lua")}
    assert sorted([*parts, "strict.lua"]) == sorted(found)
    assert max(len(path.read_text("utf-8").splitlines()) for path in found.values()) < 350


def test_writes_the_extension_into_a_study(tmp_path: Path) -> None:
    """A new study gets every file of the extension."""
    written = theme.write_extension(tmp_path)
    assert len(written) == len(theme.EXTENSION_FILES)
    assert all(path.is_file() for path in written)


def test_ships_fonts_with_their_licences() -> None:
    """Every font family that is shipped comes with its Open Font License."""
    fonts = theme.print_fonts()
    families = {path.name.split("-")[0] for path in fonts.glob("*.ttf")}
    licences = {path.stem.removeprefix("OFL-") for path in fonts.glob("OFL-*.txt")}
    assert families == licences == {"SourceSans3", "SourceSerif4"}


def test_the_style_sheet_fetches_nothing_from_elsewhere() -> None:
    """The style sheet names only files that the theme ships."""
    css = theme.file("paraplu.css").read_text(encoding="utf-8")
    named = re.findall(r'url\("([^"]+)"\)', css)
    assert "http" not in css
    assert named == [f"fonts/{name}" for name in theme.FONTS]


def test_text_can_be_read_on_its_ground() -> None:
    """Every colour that carries text has a contrast of at least 4.5 on every ground it meets."""
    colour = colours()
    grounds = {
        "inkt": ["papier", "vel", "blauwgroen-licht", "oker-licht", "en-licht"],
        "zacht": ["papier", "vel"],
        "blauwgroen": ["papier", "vel", "blauwgroen-licht", "oker-licht", "en-licht"],
        "regen": ["papier", "vel"],
        "oker": ["vel"],
        "en": ["vel", "en-licht"],
    }
    low = {
        (text, ground): round(contrast(colour[text], colour[ground]), 2)
        for text, under in grounds.items()
        for ground in under
        if contrast(colour[text], colour[ground]) < 4.5
    }
    assert low == {}
