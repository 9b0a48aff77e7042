"""Offsets in JavaScript give what offsets in Python give, on the same vectors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from paraplu.spans import from_utf16, to_utf16

if TYPE_CHECKING:
    from playwright.sync_api import Page

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "data" / "span-vectors.json").read_text(encoding="utf-8")
)
CONVERT = """async (vectors) => {
  const spans = await import("/static/spans.js");
  return vectors.map(({ text, points, utf16 }) => {
    const body = new spans.Body(text);
    const all = [...Array(points + 1).keys()];
    const refused = (act) => { try { act(); return false; } catch (error) { return error instanceof RangeError; } };
    return {
      length: [spans.length(text), body.length],
      to: all.map((point) => spans.toUtf16(text, point)),
      toTable: all.map((point) => body.toUtf16(point)),
      back: utf16.map((unit) => spans.fromUtf16(text, unit)),
      backTable: utf16.map((unit) => body.floorUtf16(unit)),
      pieces: all.slice(1).map((point) => body.slice(point - 1, point)),
      outside: [refused(() => spans.toUtf16(text, points + 1)), refused(() => spans.toUtf16(text, -1)),
        refused(() => body.toUtf16(points + 1)), refused(() => spans.fromUtf16(text, text.length + 1))],
    };
  });
}"""  # noqa: E501


@pytest.mark.parametrize("vector", VECTORS, ids=range(len(VECTORS)))
def test_python_agrees_with_the_vectors(vector: dict[str, Any]) -> None:
    """The vectors say what `spans.py` does."""
    text, units = vector["text"], vector["utf16"]
    assert [to_utf16(text, point) for point in range(len(text) + 1)] == units
    assert [from_utf16(text, unit) for unit in units] == list(range(vector["points"] + 1))


def test_javascript_agrees_with_the_vectors(page: Page) -> None:
    """`spans.js` converts as the vectors say, both one by one and through its table."""
    for vector, got in zip(VECTORS, page.evaluate(CONVERT, VECTORS), strict=True):
        points = list(range(vector["points"] + 1))
        assert got["length"] == [vector["points"]] * 2
        assert got["to"] == got["toTable"] == vector["utf16"]
        assert got["back"] == got["backTable"] == points
        assert got["pieces"] == list(vector["text"])
        assert got["outside"] == [True] * 4


def test_a_place_inside_a_pair_is_refused_or_lowered(page: Page) -> None:
    """Half an emoji has no offset; the table gives the one before it."""
    got = page.evaluate("""async () => {
      const { fromUtf16, Body } = await import("/static/spans.js");
      let refused = false;
      try { fromUtf16("a😀b", 2); } catch (error) { refused = error instanceof RangeError; }
      return [refused, new Body("a😀b").floorUtf16(2)];
    }""")
    assert got == [True, 1]
