"""Every figure keeps to the house style: nothing falls off, nothing overlaps, all is said."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from matplotlib import font_manager, rcParams
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from paraplu.figures.style import WIDTH, house, measure, plain_axes, sheet, wrap
from paraplu.messages.figures import FICTIONAL

if TYPE_CHECKING:
    from conftest import Results
    from matplotlib.transforms import Bbox

    from paraplu.figures import Drawing

NAMES = [
    "steekproef", "wie-spreekt", "codes-per-groep", "families-per-groep", "samen-in-een-beurt",
    "nieuw-in-het-codeboek", "verzadiging", "overeenstemming-per-code", "kenmerken", "consensus",
    "niveaus", "voorwaarden", "spanningen", "doelen", "functies", "instrumenten-fasen",
    "partners", "tijdlijn", "paraplu", "focus", "stabiliteit-focus", "kaart-focus", "richting",
    "stabiliteit-richting", "kaart-richting", "middel", "stabiliteit-middel", "kaart-middel",
]  # fmt: skip
SLACK = 0.02
TALLEST = 9.7


def boxes(drawing: Drawing) -> dict[str, Bbox]:
    """Return the place of every text in inches, by the text and a number."""
    with house():
        canvas = FigureCanvasAgg(drawing.figure)
        canvas.draw()
        texts = [
            text
            for text in drawing.figure.findobj(Text)
            if text.get_visible() and text.get_text().strip()
        ]
        return {
            f"{text.get_text()!r} {number}": text.get_window_extent(
                canvas.get_renderer()
            ).transformed(drawing.figure.dpi_scale_trans.inverted())
            for number, text in enumerate(texts)
        }


def test_every_figure_is_named(drawn: dict[str, Drawing]) -> None:
    """The series draw these figures and no other."""
    assert sorted(drawn) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_no_text_falls_off_the_sheet(drawn: dict[str, Drawing], name: str) -> None:
    """All texts stand on the sheet."""
    drawing = drawn[name]
    width, height = drawing.figure.get_size_inches()
    off = [
        text
        for text, box in boxes(drawing).items()
        if box.x0 < -SLACK or box.y0 < -SLACK or box.x1 > width + SLACK or box.y1 > height + SLACK
    ]
    assert off == []


@pytest.mark.parametrize("name", NAMES)
def test_no_texts_overlap(drawn: dict[str, Drawing], name: str) -> None:
    """No two texts stand on each other."""
    placed = boxes(drawn[name])
    on = [
        (first, second)
        for (first, a), (second, b) in combinations(placed.items(), 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > SLACK and min(a.y1, b.y1) - max(a.y0, b.y0) > 0.05
    ]
    assert on == []


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_fits_a_page_and_is_as_wide_as_a_column(
    drawn: dict[str, Drawing], name: str
) -> None:
    """Every figure has the width of the column and fits on a page."""
    width, height = drawn[name].figure.get_size_inches()
    assert width == WIDTH
    assert height <= TALLEST


@pytest.mark.parametrize("name", NAMES)
def test_letters_stay_readable_on_a_phone(drawn: dict[str, Drawing], name: str) -> None:
    """No text is smaller than eight points on a sheet as wide as a column."""
    sizes = [
        text.get_fontsize()
        for text in drawn[name].figure.findobj(Text)
        if text.get_visible() and text.get_text().strip()
    ]
    assert min(sizes) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_the_words_with_a_figure_say_what_it_shows(drawn: dict[str, Drawing], name: str) -> None:
    """The alternative text is filled in, in Dutch numbers; the caption is a sentence."""
    drawing = drawn[name]
    assert len(drawing.alt) > 40
    assert "{" not in drawing.alt + drawing.caption
    assert "nan" not in drawing.alt
    assert re.search(r"\d\.\d(?!\d\d)", drawing.alt) is None
    assert drawing.caption.endswith(".")


def test_a_fictional_study_says_so_inside_every_figure(
    drawn: dict[str, Drawing], results: Results
) -> None:
    """The words stand in every figure of a fictional study and in none of another."""
    real = results.draw(fictional=False)
    for name in NAMES:
        texts = [[t.get_text() for t in each[name].figure.findobj(Text)] for each in (drawn, real)]
        assert FICTIONAL in texts[0]
        assert FICTIONAL not in texts[1]


def test_without_interviews_every_figure_says_so(nothing: Results) -> None:
    """Figures of nothing are drawn, and their alternative text says that they are empty."""
    for name, drawing in nothing.draw().items():
        if name not in {"steekproef", "wie-spreekt"}:
            assert drawing.alt.startswith("Lege figuur"), name


def test_drawing_leaves_no_trace(results: Results) -> None:
    """The settings of matplotlib are the same before and after."""
    before = dict(rcParams)
    results.draw()["focus"].svg()
    assert dict(rcParams) == before


def test_the_same_data_give_the_same_bytes(results: Results) -> None:
    """Two drawings of one result are equal to the byte, and hold no date."""
    first, second = (results.draw()["paraplu"] for _ in range(2))
    assert first.svg() == second.svg()
    assert first.png() == second.png()
    assert b"<dc:date>" not in first.svg()


def test_letters_are_those_we_ship() -> None:
    """The sans of the house is found among the shipped fonts."""
    with house():
        path = font_manager.findfont(font_manager.FontProperties(family="Source Sans 3"))
    assert "paraplu" in path
    assert path.endswith(".ttf")


def test_a_notebook_shows_a_figure_with_its_words(drawn: dict[str, Drawing]) -> None:
    """In a notebook the image has its alternative text and its caption."""
    shown = drawn["focus"]._repr_html_()
    assert f'alt="{drawn["focus"].alt}"' in shown
    assert f"<figcaption>{drawn['focus'].caption}</figcaption>" in shown


def test_a_notebook_shows_both_forms(drawn: dict[str, Drawing]) -> None:
    """A drawing shows itself as SVG and as PNG."""
    assert "<svg" in drawn["focus"]._repr_svg_()
    assert drawn["focus"]._repr_png_().startswith(b"\x89PNG")


@pytest.mark.parametrize("text", ["", "een", "Ondersteuningsteam Weerbaar Bestuur", "a–b c-d e"])
def test_wrapped_lines_fit_and_lose_nothing(text: str) -> None:
    """Lines are as narrow as asked where words allow it, and together they are the text."""
    lines = wrap(text, inches=1.2).split("\n")
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(measure(line) <= 1.2 or " " not in line for line in lines)


def test_a_panel_is_placed_in_inches_from_above() -> None:
    """Axes without furniture cover the sheet above its foot."""
    with house():
        figure = sheet(2.0, foot="n = 1", fictional=True)
        axes = plain_axes(figure, height=2.0)
    box = axes.get_position()
    assert box.y1 == pytest.approx(1)
    assert box.height * figure.get_size_inches()[1] == pytest.approx(2.0)
