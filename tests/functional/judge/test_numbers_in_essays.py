"""Values of notebooks, public figures, figures and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu import report
from paraplu.study import Study
from tests.functional.judge.conftest import make_artefacts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paraplu.report import EssayVerdict

    Judge = Callable[..., EssayVerdict]


def codes(verdict: EssayVerdict) -> list[str]:
    """Return the codes of the problems."""
    return [problem.code for problem in verdict.problems]


def boxed(text: str) -> str:
    """Put a text in a box of its own."""
    return f"::: {{.callout-note}}\n{text}\n:::\n"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("28", "partners"), ("28 partners", "partners"), ("1.096", "beurten"),
        ("1096", "beurten"), ("twaalf", "twaalf"), ("Twaalf", "twaalf"), ("**12**", "twaalf"),
        ("12 van de 16", "twaalf"), ("twaalf van de zestien", "twaalf"), ("40%", "velen"),
        ("0,69", "alfa"), ("0,687", "alfa"), ("0,7", "alfa"), ("67%", "procent"),
        ("66,7 procent", "procent"), ("één", "een"), ("een", "een"), ("1", "een"),
    ],
)  # fmt: skip
def test_numbers_that_agree_hold(judged: Judge, text: str, key: str) -> None:
    """In digits or words, rounded as shown, with the Dutch comma."""
    assert codes(judged(f'Dit zijn [{text}]{{.value key="proef.{key}"}}.')) == []


@pytest.mark.parametrize(
    ("text", "key", "code"),
    [
        ("29", "partners", "P416"), ("82", "partners", "P416"), ("27,9", "partners", "P416"),
        ("1.095", "beurten", "P416"), ("dertien", "twaalf", "P416"), ("76%", "twaalf", "P416"),
        ("12 van de 17", "twaalf", "P416"), ("13 van de 16", "twaalf", "P416"),
        ("0,68", "alfa", "P416"), ("1", "alfa", "P416"), ("0.69", "alfa", "P417"),
        ("66%", "procent", "P416"), ("67", "procent", "P418"), ("28%", "partners", "P418"),
        ("twee", "een", "P416"), ("veel", "partners", "P417"), ("28 of 29", "partners", "P417"),
        ("28½", "partners", "P417"), ("−28", "partners", "P416"), ("28", "partner", "P415"),
        ("bijna 28", "partners", "P417"), ("28 en 0.5", "partners", "P417"),
        ("28, de meeste", "partners", "P417"),
        ("5", "geheim", "P415"),
    ],
)  # fmt: skip
def test_numbers_that_differ_are_refused(judged: Judge, text: str, key: str, code: str) -> None:
    """One digit, another denominator, another unit, or a key that is not there."""
    room = "intern" if key == "geheim" else "proef"
    assert codes(judged(f'Dit zijn [{text}]{{.value key="{room}.{key}"}}.')) == [code]


def test_a_word_before_a_number_cannot_change_it(judged: Judge) -> None:
    """'Meer dan' outside the mark makes the number untrue."""
    mark = '[28]{.value key="proef.partners"}'
    assert codes(judged(f"Er zijn meer dan {mark} partners.")) == ["P417"]
    assert codes(judged(f"Het zijn er {mark}, meer dan ooit.")) == []
    assert codes(judged(boxed('Dat zei ruim [77%]{.context key="oud"}.'))) == ["P417"]


@pytest.mark.parametrize(
    ("key", "text"),
    [("partners", "28"), ("beurten", "1.096"), ("alfa", "0,69"), ("procent", "67%")],
)
def test_an_empty_mark_is_filled(judged: Judge, key: str, text: str) -> None:
    """The filter shows what the notebook wrote, the Dutch way."""
    verdict = judged(f'Dit zijn []{{.value key="proef.{key}"}}.')
    assert codes(verdict) == []
    assert verdict.marks[0].entry["text"] == text
    assert verdict.marks[0].key == f"value|key=proef.{key}|"


def test_the_denominator_stands_in_the_margin(judged: Judge) -> None:
    """Unless the text holds it already."""
    short, whole = (
        judged(f'Dit zijn [{text}]{{.value key="proef.twaalf"}}.').marks[0].entry["note"]
        for text in ("12", "12 van de 16")
    )
    assert (short, whole) == ("12 van de 16", "")


def test_a_public_figure_carries_denominator_year_and_source(judged: Judge) -> None:
    """All of them in the margin."""
    entry = judged(boxed('Zo’n [77%]{.context key="oud"} van hen.')).marks[0].entry
    assert entry["note"] == "77% van burgemeesters: zegt het, 2022"
    assert entry["source"] == "Monitor 2022"


@pytest.mark.parametrize(
    ("mark", "code"),
    [
        ('[76%]{.context key="oud"}', "P421"),
        ('[77]{.context key="oud"}', "P418"),
        ('[veel]{.context key="oud"}', "P417"),
        ('[77%]{.context key="ouder"}', "P420"),
        ('[45%]{.context key="nieuw"}', "P422"),
        ('[12%]{.context key="leeg"}', "P423"),
        ('[0]{.context key="leeg"}', "P423"),
    ],
)
def test_public_figures_that_differ_are_refused(judged: Judge, mark: str, code: str) -> None:
    """Another number or unit, after the interviews, or never found."""
    assert codes(judged(boxed(f"Toen {mark}."))) == [code]


def test_a_public_figure_stands_apart_from_the_interviews(judged: Judge) -> None:
    """In a box of its own; that there is no figure may be said anywhere."""
    assert codes(judged('Toen [77%]{.context key="oud"}.')) == ["P457"]
    assert codes(judged('Er is [geen cijfer]{.context key="leeg"}.')) == []


def test_words_that_say_there_is_no_figure_need_their_mark(judged: Judge) -> None:
    """That a figure is missing is a statement of fact as well."""
    assert codes(judged("Er is geen cijfer.")) == ["P411"]


@pytest.mark.parametrize("text", ["75%", "75 procent"])
def test_a_percentage_of_few_is_refused_without_a_reason(judged: Judge, text: str) -> None:
    """Of sixteen: the number itself, or a reason that the margin shows."""
    mark = f'[{text}]{{.value key="proef.twaalf"'
    assert codes(judged(f"Dat is {mark}}}.")) == ["P429"]
    assert codes(judged(f'Dat is {mark} override=" "}}.')) == ["P429"]
    verdict = judged(f'Dat is {mark} override="afspraak met de opdrachtgever"}}.')
    assert verdict.marks[0].entry["note"] == (
        "12 van de 16; percentage van weinigen: afspraak met de opdrachtgever"
    )


def test_a_reason_that_is_not_needed_is_refused(judged: Judge) -> None:
    """Otherwise it would stand there for ever."""
    assert codes(judged('Dat is [12]{.value key="proef.twaalf" override="zo"}.')) == ["P406"]


def test_a_later_figure_stands_in_a_block_for_later(judged: Judge) -> None:
    """A callout with the class `sindsdien` will do."""
    mark = '[45%]{.context key="nieuw"}'
    verdict = judged(f"::: {{.callout-note .sindsdien}}\n## Sindsdien\n\nNu {mark}.\n:::\n")
    assert codes(verdict) == []
    assert "verschenen na de gesprekken" in str(verdict.marks[0].entry["note"])


def test_figures_that_contradict_each_other_are_shown_both(judged: Judge) -> None:
    """The margin of one gives the other with its source."""
    entry = judged(boxed('Toen [23%]{.context key="een"}.')).marks[0].entry
    assert str(entry["note"]).endswith("een andere bron geeft 26%, 2014 (Andere bron)")
    assert entry["label"] == "bronnen spreken elkaar tegen"


def test_a_figure_that_was_not_found_says_so(judged: Judge) -> None:
    """As text, or filled in."""
    assert codes(judged('Er is [geen cijfer]{.context key="leeg"}.')) == []
    assert judged('Er is []{.context key="leeg"}.').marks[0].entry["text"] == "geen cijfer"


def test_a_figure_brings_its_files_and_alternative_text(judged: Judge) -> None:
    """Paths are relative to the study."""
    verdict = judged('::: {#fig-x .artefact figure="07/balken"}\nBijschrift.\n:::\n')
    assert codes(verdict) == []
    assert verdict.marks[0].key == "figure|figure=07/balken|id=fig-x|"
    assert verdict.marks[0].entry == {
        "class": "figure", "ok": True, "note": "", "alt": "Een balk",
        "svg": "analysis/outputs/07-proef/figures/balken.svg",
        "png": "analysis/outputs/07-proef/figures/balken.png",
    }  # fmt: skip


def test_a_table_is_written_the_dutch_way(judged: Judge) -> None:
    """Decimal comma, percentages, yes and no; a small count only says that it is small."""
    verdict = judged('::: {#tbl-x .artefact table="07/groepen"}\nBijschrift.\n:::\n')
    entry = verdict.marks[0].entry
    assert entry["head"] == ["Groep", "Aantal", "Deel", "α", "Genoemd"]
    assert entry["align"] == ["left", "right", "right", "decimal", "left"]
    assert entry["rows"] == [
        ["criticaster", "6", "50%", "0,69", "ja"], ["critical friend", "<3", "–", "–", "nee"],
    ]  # fmt: skip


def test_a_table_in_which_counts_add_up_says_what_the_dot_stands_for(own_root: Path) -> None:
    """Which of the counts that went is the small one cannot be seen."""
    path = own_root / "analysis/07-proef.toml"
    text = path.read_text(encoding="utf-8")
    count = 'n = {label = "Aantal", kind = "count", cell = true'
    text = text.replace(f"{count}}}", f'{count}, adds = ["groep"]}}')
    text = text.replace('label = "Per groep"', 'label = "Per groep"\nkey = ["groep"]')
    path.write_text(text, encoding="utf-8")
    make_artefacts(own_root)
    (own_root / "essays/a.qmd").write_text(
        '::: {#tbl-x .artefact table="07/groepen"}\nBijschrift.\n:::\n', encoding="utf-8"
    )
    entry = report.judge(Study(own_root)).essays[0].marks[0].entry
    assert [row[1] for row in entry["rows"]] == ["·", "·"]
    assert entry["legend"].startswith("Een · staat voor minder dan 3")


@pytest.mark.parametrize(
    ("block", "code"),
    [
        ('{#fig-x .artefact figure="07/taart"}', "P425"),
        ('{#tbl-x .artefact table="07/geheim"}', "P425"),
        ('{#tbl-x .artefact figure="07/balken"}', "P426"),
        ('{.artefact figure="07/balken"}', "P426"),
        ("{#fig-x .artefact}", "P406"),
        ('{#fig-x .artefact figure="07/balken" table="07/groepen"}', "P406"),
    ],
)
def test_blocks_without_an_artefact_are_refused(judged: Judge, block: str, code: str) -> None:
    """Unknown, internal, wrongly named or wrongly made."""
    assert codes(judged(f"::: {block}\nBijschrift.\n:::\n")) == [code]
