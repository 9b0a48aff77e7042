"""Where groups stand, drawn."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.text import Text

from paraplu.figures.stances import draw_directions
from paraplu.records import Polarity, Pole


@pytest.fixture
def polarity() -> Polarity:
    """Return a choice between narrow and broad."""
    left, right = (Pole(name, name.title(), "", "", "", "", "") for name in ("smal", "breed"))
    return Polarity("focus", "pol-focus", "?", "", "", (left, right))


def test_a_group_in_the_middle_has_no_side_that_could_hold(polarity: Polarity) -> None:
    """At 0,00 neither the chart nor its alternative text says that a side holds."""
    frame = pd.DataFrame({
        "groep": ["midden", "rechts"], "thin": [False, False], "direction": [0.001, 0.4],
        "direction_low": [-0.5, 0.1], "direction_high": [0.5, 0.7], "sign_held": [1, 9],
        "of": [9, 9],
    })  # fmt: skip
    drawing = draw_directions(frame, polarity=polarity, fictional=False)
    shown = [text.get_text() for text in drawing.figure.findobj(Text)]
    assert "geen kant" in shown
    assert "9 van 9" in shown
    assert "1 van 9" not in shown
    assert "midden 0,00, naar geen kant. rechts 0,40, houdt stand in 9 van 9." in drawing.alt
