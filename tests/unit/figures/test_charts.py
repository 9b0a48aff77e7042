"""Every chart shows its numbers, and hides what is too small to show."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from paraplu import figures
from paraplu.figures.evidence import _fold
from paraplu.figures.timeline import _say_date
from paraplu.records import Polarity, Pole

if TYPE_CHECKING:
    from paraplu.figures import Drawing


def texts(drawing: Drawing) -> list[str]:
    """Return the texts in a figure."""
    return [text.get_text() for text in drawing.figure.findobj(Text) if text.get_text()]


@pytest.fixture
def polarity() -> Polarity:
    """Return a choice between narrow and broad."""
    left, right = (Pole(name, name.title(), "", "", "", "", "") for name in ("smal", "breed"))
    return Polarity("focus", "pol-focus", "?", "", "", (left, right))


def quadrant_rows(*, drawback: int) -> pd.DataFrame:
    """Return quadrants in which so many respondents name the drawback of 'breed'."""
    rows = [
        (pole, argument, 5, 12, "gecodeerd")
        for pole in ("smal", "en", "breed")
        for argument in ("voordeel", "nadeel", "wens", "waarneming")
    ]
    frame = pd.DataFrame(rows, columns=["pole", "argument", "respondents", "of", "status"])
    chosen = frame["pole"].eq("breed") & frame["argument"].eq("nadeel")
    frame.loc[chosen, "respondents"] = drawback
    return frame


def test_bars_show_counts_with_their_denominator() -> None:
    """A bar says how many of how many."""
    frame = pd.DataFrame({"name": ["Drempel"], "respondents": [31], "of": [43]})
    drawing = figures.draw_bars(frame, foot="x", caption="Y.", fictional=False)
    assert "31 van 43" in texts(drawing)
    assert "Drempel 31 van 43" in drawing.alt


def test_bars_hide_small_counts() -> None:
    """Two respondents are 'fewer than three', in the figure and in its alternative text."""
    frame = pd.DataFrame({"name": ["Drempel"], "respondents": [2], "of": [43]})
    drawing = figures.draw_bars(frame, foot="x", caption="Y.", fictional=False, min_cell=3)
    assert "<3 van 43" in texts(drawing)
    assert "2 van" not in drawing.alt
    assert len(drawing.figure.axes[0].patches) == 1  # the track, without a bar


def test_bars_beyond_the_most_are_counted() -> None:
    """Bars that are left out are in the number the alternative text gives."""
    frame = pd.DataFrame({"name": list("abcdefgh"), "respondents": 4, "of": 9})
    drawing = figures.draw_bars(frame, foot="x", caption="Y.", fictional=False, most=6)
    assert "de hoogste 5 van 8" in drawing.alt
    assert "h" not in texts(drawing)


def test_partners_hardly_named_are_only_counted() -> None:
    """A partner named by two respondents has no bar; the foot says there is one more."""
    frame = pd.DataFrame({"name": ["Veel", "Weinig"], "respondents": [5, 2], "of": [43, 43]})
    drawing = figures.draw_partners(frame, fictional=False, min_cell=3)
    assert "Weinig" not in texts(drawing)
    assert any("Nog 1 organisaties" in text.replace("\n", " ") for text in texts(drawing))


def test_a_heat_table_shows_the_denominator_where_it_differs() -> None:
    """A cell in which fewer were looked at says so; a small one is hidden."""
    frame = pd.DataFrame({
        "name": ["Druk", "Steun", "Norm"], "group": "criticaster", "n": [6, 4, 1],
        "of": [9, 7, 9], "share": [6 / 9, 4 / 7, 1 / 9], "suppressed": [False, False, True],
    })  # fmt: skip
    drawing = figures.draw_by_group(frame, caption="Y.", fictional=False)
    assert {"6", "4/7", "<3"} <= set(texts(drawing))
    assert "Druk bij criticaster, 6 van 9" in drawing.alt
    assert "Norm" not in drawing.alt


def test_a_grid_keeps_its_empty_cells() -> None:
    """A planned cell without anyone is framed and holds no number."""
    frame = pd.DataFrame({
        "row": ["scan", "scan"], "column": ["vooraf", "nazorg"], "n": [5, 0],
        "planned": [False, True],
    })  # fmt: skip
    drawing = figures.draw_grid(frame, foot="x", caption="Y.", fictional=False)
    framed = [box for box in drawing.figure.findobj(Rectangle) if box.get_linewidth() == 1.1]
    assert len(framed) == 1
    assert "1 van 2 vakken gevuld" in drawing.alt
    assert "Het meest: scan bij vooraf, 5" in drawing.alt


def test_codes_under_the_threshold_are_counted_apart() -> None:
    """The alternative text says how many codes reach the threshold, and how many are unknown."""
    frame = pd.DataFrame({
        "label": ["Hoog", "Laag", "Leeg"], "alpha": [0.9, 0.5, float("nan")],
        "alpha_low": [0.8, 0.4, float("nan")], "alpha_high": [1.0, 0.6, float("nan")],
        "reason": ["", "", "één categorie"],
    })  # fmt: skip
    drawing = figures.draw_agreement(frame, threshold=0.667, caption="Y.", fictional=False)
    assert "1 van 3 op of boven de drempel 0,67; 1 onbepaald" in drawing.alt
    assert {"0,90", "0,50", "één categorie"} <= set(texts(drawing))


def test_on_how_much_each_alpha_rests_stands_beside_it() -> None:
    """The count is a column of its own, and the foot says of what."""
    frame = pd.DataFrame({
        "label": ["Hoog"], "alpha": [0.9], "alpha_low": [0.8], "alpha_high": [1.0],
        "reason": [""], "given": [1234],
    })  # fmt: skip
    drawing = figures.draw_agreement(
        frame, threshold=0.667, caption="Y.", fictional=False, count="given", counted="beurten"
    )
    assert {"0,90", "1.234", "n"} <= set(texts(drawing))
    assert any("n: beurten." in text for text in texts(drawing))


def test_what_the_consensus_dropped_is_in_the_foot() -> None:
    """Of what was given, the foot says how much was dropped."""
    frame = pd.DataFrame({
        "label": ["beiden", "nieuw"], "given": pd.array([10, None], dtype="Int64"),
        "kept": [8, 3],
    })  # fmt: skip
    drawing = figures.draw_sources(frame, caption="Y.", fictional=False)
    assert {"8 van 10", "3"} <= set(texts(drawing))
    assert "Codering in een beurt, 11 in de consensus; 2 vielen af." in texts(drawing)


def test_the_curve_marks_saturation_only_where_it_is_reached() -> None:
    """Without saturation there is no mark, and the alternative text says so."""
    curve = pd.DataFrame(
        {"interviews": [1, 2], "median": [3.0, 5], "low": [2.0, 5], "high": [4.0, 5]}
    )
    for median, said in ((2.0, "bij gesprek 2"), (float("nan"), "niet bereikt")):
        setting = pd.Series({"median": median, "threshold": 0.05})
        drawing = figures.draw_accumulation(curve, setting=setting, orders=9, fictional=False)
        assert said in drawing.alt
        assert any("hooguit 5% nieuw" in text for text in texts(drawing)) is (median == 2.0)


def test_the_map_shows_counts_and_hides_small_ones(polarity: Polarity) -> None:
    """A quadrant with one respondent says fewer than three; with none, that nobody named it."""
    small = figures.draw_quadrants(quadrant_rows(drawback=1), polarity=polarity, fictional=False)
    assert "Breed: voordeel bij 5, nadeel bij <3." in small.alt
    assert "1" not in texts(small)
    none = figures.draw_quadrants(quadrant_rows(drawback=0), polarity=polarity, fictional=False)
    assert "door niemand genoemd" in texts(none)


def test_a_coder_without_arguments_leaves_the_map_uncoded(polarity: Polarity) -> None:
    """Quadrants say that nothing has been coded yet, rather than that nobody said it."""
    frame = quadrant_rows(drawback=0).assign(respondents=0, status="nog niet gecodeerd")
    drawing = figures.draw_quadrants(frame, polarity=polarity, fictional=False)
    assert sum("nog niet" in text for text in texts(drawing)) == 6


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({"a": 5, "b": 0, "c": 9}, []),
        ({"a": 5, "b": 2, "c": 0}, ["c", "b"]),
        ({"a": 5, "b": 2, "c": 9}, ["b", "a"]),
    ],
)
def test_a_small_count_takes_another_along(counts: dict[str, int], hidden: list[str]) -> None:
    """A lone small count could be found by subtraction, so the next smallest goes with it."""
    assert _fold(counts, min_cell=3) == hidden


def test_evidence_never_shows_a_small_count() -> None:
    """Two in favour are taken together with who is neutral; the silent stay."""
    frame = pd.DataFrame([
        {"set": "netwerk", "voice": "allen", "voor": 2, "gemengd": 6, "tegen": 9, "neutraal": 1,
         "stil": 5, "of": 23},
    ])  # fmt: skip
    drawing = figures.draw_evidence(frame, caption="Y.", fictional=False)
    assert {"6", "9", "5"} <= set(texts(drawing))
    assert "2" not in texts(drawing)
    assert "netwerk, allen: 6 gemengd, 9 tegen, 3 te dun verdeeld en 5 stil." in drawing.alt


def threats(**changes: object) -> pd.DataFrame:
    """Return one threat of which ten speak, with changes."""
    row = {"name": "Druk", "of": 43, "speaking": 10, "lekt": 4, "onbedekt": 3, "gap": 7,
           "thin": False}  # fmt: skip
    return pd.DataFrame([row | changes])


def test_the_umbrella_shows_a_stroke_for_every_respondent() -> None:
    """Ten strokes of rain, four and three past the canopy."""
    drawing = figures.draw_umbrella(threats(), fictional=False)
    strokes = [len(c.get_segments()) for c in drawing.figure.axes[0].collections]  # type: ignore[attr-defined]
    assert strokes == [10, 4, 3]
    assert "Druk: 10 spreken erover, bij 7 valt het naast de bescherming." in drawing.alt


def test_the_umbrella_does_not_split_a_small_part() -> None:
    """One who speaks of protection that falls short is not told apart."""
    drawing = figures.draw_umbrella(threats(lekt=1, onbedekt=6), fictional=False)
    strokes = [len(c.get_segments()) for c in drawing.figure.axes[0].collections]  # type: ignore[attr-defined]
    assert strokes == [10, 7]


def test_a_thin_threat_has_no_rain() -> None:
    """Of two who speak of a threat nothing is drawn."""
    frame = threats(speaking=2, lekt=1, onbedekt=0, gap=1, thin=True)
    drawing = figures.draw_umbrella(frame, fictional=False)
    assert not drawing.figure.axes[0].collections
    assert "Druk: te dun voor een uitspraak." in drawing.alt


def test_topics_stand_around_the_circle() -> None:
    """Every topic has its name and respondents, and what has no topic is counted."""
    segments = pd.DataFrame({"topic": [0, 0, -1], "x": [0.0, 1, 0.2], "y": [0.0, 0.5, 0.2]})
    topics = pd.DataFrame({
        "topic": [0, 1], "name": ["raad, partij", "brief"], "n_segments": [2, 1],
        "n_respondents": [4, 3], "angle": [0.0, 180.0],
    })  # fmt: skip
    drawing = figures.draw_topics(segments, topics, fictional=False)
    assert {"raad, partij", "brief", "4 respondenten", "3 respondenten"} <= set(texts(drawing))
    assert "raad, partij (2 fragmenten); brief (1 fragmenten)" in drawing.alt
    assert "Zonder thema: 1 fragmenten." in drawing.alt


def test_names_around_the_circle_do_not_overlap() -> None:
    """Of twelve topics no name lies over another."""
    topics = pd.DataFrame({
        "topic": range(12), "name": ["verkiezingen, fractievoorzitter, raadslid"] * 12,
        "n_segments": 9, "n_respondents": 5, "angle": [30.0 * n for n in range(12)],
    })  # fmt: skip
    segments = pd.DataFrame({"topic": [0], "x": [0.0], "y": [0.0]})
    figure = figures.draw_topics(segments, topics, fictional=False).figure
    figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    assert len(boxes) >= 36
    clear = [box.padded(-2) for box in boxes]
    assert not any(one.overlaps(other) for one, other in combinations(clear, 2))


def test_stability_is_drawn_when_it_is_known() -> None:
    """Unknown returns are said to be so, known ones are bars against their runs."""
    topics = pd.DataFrame({"name": ["raad"], "returned": [float("nan")], "runs": [float("nan")]})
    assert "nog niet bepaald" in figures.draw_returns(topics, fictional=False).caption
    known = figures.draw_returns(topics.assign(returned=38, runs=40), fictional=False)
    assert "38" in " ".join(texts(known))


def test_the_tree_joins_the_most_alike_first() -> None:
    """The alternative text names the first pair."""
    topics = pd.DataFrame({"name": ["raad", "brief", "partij"], "n_segments": [3, 2, 1]})
    tree = pd.DataFrame({
        "step": [3, 4], "left": [0, 3], "right": [2, 1], "distance": [0.4, 0.9],
        "topics": ["0, 2", "0, 1, 2"], "name": ["", ""],
    })  # fmt: skip
    drawing = figures.draw_tree(tree, topics, fictional=False)
    assert "raad en partij" in drawing.alt
    assert figures.draw_tree(tree.head(0), topics.head(0), fictional=False).alt


def test_ties_of_too_few_respondents_are_not_drawn() -> None:
    """A lift of two respondents is left out, one whose interval holds 1 as well."""
    cross = pd.DataFrame({
        "topic": [0, 0, 0], "name": "raad", "code_name": ["Norm", "Hulp", "Druk"],
        "n_respondents": [5, 2, 9], "lift": [3.0, 4, 1.5], "low": [2.0, 2, 0.8],
        "high": [4.0, 6, 2],
    })  # fmt: skip
    shown = texts(figures.draw_lifts(cross, fictional=False, min_cell=3))
    assert "Norm" in shown
    assert not {"Hulp", "Druk"} & set(shown)


def test_the_explorer_escapes_words_and_needs_no_script() -> None:
    """Words of a respondent stay words, and every topic can be chosen."""
    segments = pd.DataFrame({
        "interview": ["R01"], "turn": [2], "topic": [0], "x": [0.1], "y": [0.2],
        "text": ["<b>nou</b> & ja"],
    })  # fmt: skip
    topics = pd.DataFrame({"topic": [0], "name": ["raad"], "n_segments": [1], "angle": [90.0]})
    page = figures.explore_topics(segments, topics).html
    assert "&lt;b&gt;nou&lt;/b&gt; &amp; ja" in page
    assert "<script" not in page
    assert "1. raad (1)" in page
    assert "<text x='260.0' y='-0.0'>1</text>" in page


def test_sentences_are_shown_as_text() -> None:
    """They begin with a capital and end with one full stop, and stay words."""
    page = figures.tell("thema’s bepaald", "a < b.")
    assert page.html == "<p>Thema’s bepaald.</p><p>A &lt; b.</p>"
    assert page.text == "Thema’s bepaald. A < b."


def test_every_topic_with_ties_is_drawn() -> None:
    """Many codes of the first topic do not push the last one off the figure."""
    cross = pd.DataFrame({
        "topic": [0] * 40 + [1], "name": ["raad"] * 40 + ["brief"],
        "code_name": [f"Code {n}" for n in range(40)] + ["Druk"],
        "n_respondents": 5, "lift": 3.0, "low": 2.0, "high": 4.0,
    })  # fmt: skip
    drawing = figures.draw_lifts(cross, fictional=False, min_cell=3)
    assert {"raad", "brief", "Code 0", "Druk"} <= set(texts(drawing))
    assert "Code 39" not in texts(drawing)
    assert "brief" in drawing.alt


def test_a_card_says_whether_its_topic_holds() -> None:
    """It has the words, the share, the flag of one voice, and passages to read."""
    topics = pd.DataFrame({
        "topic": [0], "name": ["raad"], "words": ["raad, motie"], "n_segments": [5], "share": [0.1],
        "n_respondents": [3], "one_voice": [True], "returned": [38.0], "runs": [40.0],
        "stability": ["houdt stand"],
    })  # fmt: skip
    passages = pd.DataFrame({"topic": [0], "interview": ["R01"], "turn": [2], "text": ["Nou ja."]})
    card = figures.show_cards(topics, passages).html
    assert "houdt stand (38 van 40)" in card
    assert "één respondent" in card
    assert "R01:2" in card
    assert "nog geen" in figures.show_cards(topics.head(0), passages).html


def test_the_sample_ties_double_interviews(respondents: pd.DataFrame) -> None:
    """The three double interviews of the reference study have an arc each."""
    drawing = figures.draw_sample(respondents, fictional=False)
    assert len(drawing.figure.axes[0].patches) == 3
    assert drawing.alt.endswith("Samen 43 respondenten in 40 gesprekken.")


@pytest.mark.parametrize(
    ("date", "said"),
    [("2018", "2018"), ("2018-04", "april 2018"), ("2018-04-05", "5 april 2018")],
)
def test_dates_are_said_in_dutch(date: str, said: str) -> None:
    """A year, a month and a day each have their form."""
    assert _say_date(date) == said
