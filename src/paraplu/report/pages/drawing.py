"""Small drawings in HTML: a strip of respondents, and the label of a claim."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from paraplu.messages.report import LABELS

if TYPE_CHECKING:
    from paraplu.report.pages.page import Part, Strip

__all__ = ["aside_markup", "label_markup", "strip_markup"]

CLASSES: dict[Part, str] = {
    "held": "wel",
    "mixed": "gemengd",
    "opposed": "tegen",
    "rest": "niet",
    "silent": "stil",
    "hidden": "verborgen",
}
MOST_CELLS = 80
"""From here on a respondent is no cell of its own."""


def label_markup(label: str) -> str:
    """Return how firmly a claim stands: calm where it holds, standing out where it only just does.

    Examples
    --------
    >>> label_markup("houdt"), label_markup("dun")
    ('<span class="houdt">houdt</span>', '<span class="etiket">dun</span>')

    """
    kind = "houdt" if label == LABELS["holds"] else "etiket"
    return f'<span class="{kind}">{escape(label)}</span>'


def aside_markup(text: str, label: str = "") -> str:
    """Return what stands below the name of a page in a list: its number or text, its label."""
    said = f'<span class="toelichting">{escape(text)}</span>' if text else ""
    stands = label_markup(label) if label else ""
    return f'\n<span class="regel">{said}{stands}</span>' if said or stands else ""


def strip_markup(strip: Strip, *, of: int = 0) -> str:
    """Return a strip of respondents.

    Parameters
    ----------
    strip
        What it shows.
    of
        Width of the widest strip in the same table, which then has the words in its cells;
        0 for a strip that stands alone, with its words below it.

    """
    total = sum(segment.width for segment in strip.segments)
    cells = "" if total <= MOST_CELLS else " effen"
    parts = "".join(
        f'<span class="deel {CLASSES[one.part]}" style="--n:{one.width}"></span>'
        for one in strip.segments
    )
    if of:
        share = 100 * total / of
        return (
            f'<span class="strook klein{cells}" aria-hidden="true" style="width:{share:.2f}%">'
            f"{parts}</span>"
        )
    words = "".join(
        f'<li><span class="vlak {CLASSES[one.part]}"></span>{escape(one.text)}</li>'
        for one in strip.segments
    )
    title = f'<p class="strook-titel">{escape(strip.title)}</p>\n' if strip.title else ""
    return (
        f'{title}<div class="strook{cells}" aria-hidden="true">{parts}</div>\n'
        f'<ul class="legenda">{words}</ul>'
    )
