"""Make the site's woff2 fonts from the TTF files that the figures use.

A Latin subset is a modified version under the Open Font License, so it carries a name of its own:
"Paraplu Serif" and "Paraplu Sans".
"""

from __future__ import annotations

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/paraplu/figures/fonts"
TARGET = ROOT / "src/paraplu/report/theme/fonts"
FONTS = {
    "SourceSerif4-Regular": "paraplu-serif",
    "SourceSerif4-Italic": "paraplu-serif-italic",
    "SourceSerif4-SemiBold": "paraplu-serif-semibold",
    "SourceSans3-Regular": "paraplu-sans",
    "SourceSans3-Italic": "paraplu-sans-italic",
    "SourceSans3-SemiBold": "paraplu-sans-semibold",
}
LATIN = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2000, 0x2070),
    0x20AC,
    0x2190,
    0x2191,
    0x2192,
    0x2193,
    0x2212,
    0x2248,
    0x2260,
    0x2264,
    0x2265,
    0x03B1,
    0x03BA,
]
FEATURES = ["kern", "liga", "locl", "ccmp", "mark", "mkmk", "tnum", "lnum", "onum", "pnum", "sups"]
OWN_NAME = {"serif": "Paraplu Serif", "sans": "Paraplu Sans"}
RENAMED = {1, 3, 4, 6, 16}
POSTSCRIPT_NAME = 6


def shrink(source: Path, target: Path) -> None:
    """Write a renamed Latin subset of `source` as woff2."""
    options = subset.Options(layout_features=FEATURES, flavor="woff2", hinting=False)
    options.recalc_timestamp = False
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LATIN)
    cutter.subset(font)
    family = OWN_NAME[target.stem.split("-")[1]]
    for record in font["name"].names:
        if record.nameID in RENAMED:
            name = family.replace(" ", "") if record.nameID == POSTSCRIPT_NAME else family
            record.string = name
    font.flavor = "woff2"
    font.save(target)


def main() -> None:
    """Make every web font."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for source, target in FONTS.items():
        shrink(SOURCE / f"{source}.ttf", TARGET / f"{target}.woff2")


if __name__ == "__main__":
    main()
