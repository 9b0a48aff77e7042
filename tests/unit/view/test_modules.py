"""The parts of the transcript view that compute: runs, lanes, searching, places, identifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

CODES = """[
  {id: "beveiliging", name: "Beveiliging", familyName: "Weerbaarheid", definition: "Maatregelen"},
  {id: "prive", name: "Privéleven en gezin", familyName: "Gevolgen", definition: "thuis"},
  {id: "besluit", name: "Invloed op besluitvorming", familyName: "Gevolgen", definition: "stem"},
  {id: "grens", name: "Grens", familyName: "Weerbaarheid", definition: "beveiliging te ver"}]"""


def test_runs_cover_the_turn_without_gaps(page: Page) -> None:
    """Three spans that overlap cut a turn at each of their borders, and nowhere else."""
    runs = page.evaluate("""async () => {
      const { cutRuns } = await import("/static/runs.js");
      const spans = [[1, 0, 6], [2, 4, 9], [3, 8, 30]]
        .map(([id, start, end]) => ({id, start, end}));
      const runs = cutRuns(2, 12, spans);
      return runs.map((run) => [run.start, run.end, run.spans.map((one) => one.id)]);
    }""")
    assert runs == [[2, 4, [1]], [4, 6, [1, 2]], [6, 8, [2]], [8, 9, [2, 3]], [9, 12, [3]]]


def test_brackets_that_overlap_get_lanes_of_their_own(page: Page) -> None:
    """A lane is used again as soon as it is free."""
    lanes = page.evaluate("""async () => {
      const { layLanes } = await import("/static/runs.js");
      const all = [{top: 0, bottom: 40}, {top: 20, bottom: 60}, {top: 40, bottom: 50}];
      return [layLanes(all), ...all.map((one) => one.lane)];
    }""")
    assert lanes == [2, 0, 1, 0]


def test_labels_never_lie_on_each_other(page: Page) -> None:
    """A label that has no room moves down."""
    places = page.evaluate("""async () => {
      const { stackLabels } = await import("/static/runs.js");
      const all = [{top: 0, height: 20}, {top: 5, height: 20}, {top: 90, height: 20}];
      return [stackLabels(all, 2), ...all.map((one) => one.place)];
    }""")
    assert places == [110, 0, 22, 90]


@pytest.mark.parametrize(
    ("query", "first", "count"),
    [
        ("bev", "beveiliging", 2),
        ("prive", "prive", 1),
        ("gezin", "prive", 1),
        ("gevolgen inv", "besluit", 1),
        ("", "beveiliging", 4),
        ("xyz", None, 0),
    ],
)
def test_a_code_is_found_by_what_one_types(
    page: Page, query: str, first: str | None, count: int
) -> None:
    """The name comes before the definition; accents and order of words do not matter."""
    found = page.evaluate(f"""async (query) => {{
      const {{ findCodes }} = await import("/static/fuzzy.js");
      return findCodes({CODES}, query).map((code) => code.id);
    }}""", query)  # fmt: skip
    assert (found[0] if found else None) == first
    assert len(found) >= count
    assert (len(found) == 0) == (count == 0)


def test_places_step_by_letter_word_sentence_and_turn(page: Page) -> None:
    """A family emoji is one letter; a selection grows from word to sentence to turn."""
    got = page.evaluate("""async () => {
      const { Places } = await import("/static/places.js");
      const { Body } = await import("/static/spans.js");
      const body = new Body("R: 👩‍👧 kwam. Zij bleef.\\n\\nI: Ja?");
      const all = new Places(body, [{start: 3, end: 23}, {start: 28, end: 31}]);
      const word = all.grow({start: 8, end: 8});
      const sentence = all.grow(word);
      return {
        letter: all.next(3, "grapheme"), word: all.next(6, "word"),
        sentence: all.next(3, "sentence"), turn: all.next(3, "turn"),
        over: all.next(23, "grapheme"), back: all.previous(28, "grapheme"),
        grown: [word, sentence, all.grow(sentence)].map((one) => [one.start, one.end]),
        trim: all.trim({start: 12, end: 17}),
      };
    }""")
    assert got["letter"] == 6
    assert got["word"] == 11
    assert got["sentence"] == 12
    assert (got["turn"], got["over"], got["back"]) == (28, 28, 23)
    assert got["grown"] == [[7, 11], [3, 12], [3, 23]]
    assert got["trim"] == {"start": 13, "end": 16}


@pytest.mark.parametrize(
    ("offset", "grain", "border"),
    [(6, "word", 5), (8, "word", 9), (7, "grapheme", 7), (10, "word", 10)],
)
def test_a_border_that_is_dragged_stops_at_words(
    page: Page, offset: int, grain: str, border: int
) -> None:
    """At the beginning or end of a word, after its full stop, or at every letter if asked."""
    found = page.evaluate(f"""async () => {{
      const {{ Places }} = await import("/static/places.js");
      const {{ Body }} = await import("/static/spans.js");
      const all = new Places(new Body("R: X kwam. Ja."), [{{start: 3, end: 14}}]);
      return all.nearest({offset}, "{grain}");
    }}""")
    assert found == border


def test_searching_ignores_case_and_accents(page: Page) -> None:
    """Offsets point at the words as they stand, emoji before them or not."""
    got = page.evaluate("""async () => {
      const { findAll } = await import("/static/searching.js");
      const { Body } = await import("/static/spans.js");
      const body = new Body("R: 😀 Één één, eenmaal.");
      const hits = findAll(body, [{start: 3, end: 22}], "een");
      return hits.map((hit) => body.slice(hit.start, hit.end));
    }""")
    assert got == ["Één", "één", "een"]


def test_identifiers_sort_by_when_they_were_made(page: Page) -> None:
    """Within one millisecond they still go up, and none comes twice."""
    got = page.evaluate("""async () => {
      const { ulids } = await import("/static/ulid.js");
      const next = ulids(() => 1700000000000);
      return Array.from({length: 300}, () => next());
    }""")
    assert got == sorted(set(got))
    assert all(len(one) == 26 and one.startswith("01HF7") for one in got)


def test_only_codes_with_poles_ask_for_a_pole(page: Page) -> None:
    """Every value of an attribute has a key of its own, and no key means two things."""
    got = page.evaluate("""async () => {
      const { readCodebook, attributesOf } = await import("/static/families.js");
      const book = readCodebook({families: [{id: "f", name: "F", codes: [{id: "a", name: "A"}, {id: "b", name: "B", poles: ["x", "y"]}]}],
        attributes: [{id: "fase", values: ["voor", "na"]}, {id: "valentie", values: ["+", "-"]},
          {id: "pole", values: [], per_code: true}, {id: "argument", values: ["wens"]}]});
      return ["a", "b"].map((id) => attributesOf(book, book.codes.get(id)).map((one) => [one.id, one.values.map((value) => value.key).join("")]));
    }""")  # noqa: E501
    assert got == [
        [["fase", "12"], ["valentie", "+-"]],
        [["fase", "12"], ["valentie", "+-"], ["pole", "qw"], ["argument", "a"]],
    ]
