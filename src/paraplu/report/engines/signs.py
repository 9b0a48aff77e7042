"""Signs that the letters of the PDF do not have: an emoji, another script, what cannot be seen."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from paraplu.messages import problem
from paraplu.report.engines import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.errors import Problem

__all__ = ["find_missing", "is_set"]

_UNUSUAL = re.compile(r"[^\t\n\x20-\x7e\xa0-\xff–—‘’“”„…•−]")
"""What has to be tried; all other signs are in every face."""
_TRIAL = '#set document(title: "x")\n#set text(font: "Source Serif 4")\n#"\\u{%x}"\n'


def find_missing(source: str, *, place: str) -> Iterator[Problem]:
    """Name the signs of an essay that would stop its PDF, once per line.

    Parameters
    ----------
    source
        Text of the essay.
    place
        Name of the file, relative to the study; the line is added.

    Yields
    ------
    Problem
        P460.

    """
    for number, line in enumerate(source.split("\n"), start=1):
        for sign in dict.fromkeys(_UNUSUAL.findall(line)):
            if not is_set(sign):
                shown = (
                    f"het teken {sign} (U+{ord(sign):04X})"
                    if sign.isprintable()
                    else (f"een teken dat niet te zien is (U+{ord(sign):04X})")
                )
                yield problem("P460", f"{place}:{number}", what=shown)


@cache
def is_set(sign: str) -> bool:
    """Tell whether typst can set a sign from the shipped fonts; asked of typst itself."""
    import typst

    try:
        typst.Compiler(font_paths=[str(theme.print_fonts())], ignore_system_fonts=True).compile(
            (_TRIAL % ord(sign)).encode(), format="pdf", pdf_standards="ua-1"
        )
    except typst.TypstError:
        return False
    return True
