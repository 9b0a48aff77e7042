"""What holds for every count, number and quotation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from paraplu.report.bands import DEFAULTS, holding, holds
from paraplu.report.keys import reduce_text
from paraplu.report.numbers import agrees, read_numbers, write_number
from paraplu.report.quotation import flatten, parse_quotation, pseudonyms_in
from paraplu.report.sentences import sentence_around

WORDS = st.text(alphabet="abcé “”'’….,! ", min_size=1, max_size=60)


@st.composite
def counts(draw: st.DrawFn, smallest: int = 5) -> tuple[int, int]:
    """Draw a count and a total."""
    total = draw(st.integers(smallest, 500))
    return draw(st.integers(0, total)), total


@given(counts())
def test_exactly_one_word_holds(count: tuple[int, int]) -> None:
    """Bands are disjoint, and together cover every share."""
    (word,) = holding(*count, bands=DEFAULTS)
    true = {band.word for band in DEFAULTS if holds(band.word, *count, bands=DEFAULTS)}
    assert true == {word}


@given(counts(smallest=14), counts(smallest=14))
def test_a_larger_share_never_has_a_smaller_word(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    """The order of the words is that of the shares, single respondents left aside."""
    order = [band.word for band in DEFAULTS if band.from_n == 14]
    low, high = sorted([first, second], key=lambda pair: pair[0] / pair[1])
    if min(low[0], high[0]) >= 2:
        places = [order.index(holding(*pair, bands=DEFAULTS)[0]) for pair in (low, high)]
        assert places == sorted(places)


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_reads_back(number: int) -> None:
    """With dots between thousands."""
    (written,) = read_numbers(write_number(number))
    assert written.value == number


@given(st.floats(-1e6, 1e6).filter(lambda number: abs(number) > 0.2))
def test_a_number_agrees_with_how_it_is_written(number: float) -> None:
    """Rounding never makes the judge refuse what the judge filled in."""
    (written,) = read_numbers(write_number(number))
    assert agrees(written, number)


@given(WORDS, st.data())
def test_a_stretch_of_whole_words_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    """Whatever quotation marks, pauses and spaces are in it."""
    words = text.split()
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    quoted = " ".join(words[first:last])
    quotation = parse_quotation(f"“{quoted}”", pseudonyms=pseudonyms_in(text))
    if quotation.pattern is not None:
        assert any(
            flatten(text[span[0].start : span[-1].end]).text.strip("' ")
            == flatten(quoted).text.strip("' ")
            for span in quotation.find(text)
        )


@given(st.text())
def test_reducing_twice_is_reducing_once(text: str) -> None:
    """A key does not depend on who reduced first."""
    assert reduce_text(reduce_text(text)) == reduce_text(text)


@given(st.text(alphabet="aB.!? …”", max_size=40), st.data())
def test_a_sentence_holds_its_stretch(text: str, data: st.DataObject) -> None:
    """Whatever stands around it."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    sentence, before = sentence_around(text, start, end)
    assert text[start:end].strip() in sentence
    assert text[:start].endswith(before)
