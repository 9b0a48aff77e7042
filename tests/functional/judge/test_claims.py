"""Claims: words, groups, conditions, and the labels of claims that only just hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.report import EssayVerdict

    Judge = Callable[..., EssayVerdict]

ACTIVE = 'group="actieve participant"'
CRITIC = 'group="groep=criticaster"'


def codes(verdict: EssayVerdict) -> list[str]:
    """Return the codes of the problems."""
    return [problem.code for problem in verdict.problems]


def label(verdict: EssayVerdict) -> object:
    """Return the label of the only mark."""
    assert verdict.problems == ()
    return verdict.marks[0].entry["label"]


def test_a_claim_shows_numerator_denominator_and_how_firmly_it_stands(judged: Judge) -> None:
    """Six of nine; five of eight is still more than 60%, and so is six of eight."""
    verdict = judged(
        f'[De meeste actieve participanten]{{.claim code="melden" valentie="-" {ACTIVE}}}.'
    )
    assert verdict.problems == ()
    entry = verdict.marks[0].entry
    assert (entry["note"], entry["label"]) == (
        "6 van de 9 besproken; tegendeel: 3",
        "houdt",
    )
    assert entry["href"] == f"../bewijs/{entry['id']}.html"


@pytest.mark.parametrize(
    "word",
    ["Ongeveer de helft", "Alle", "Enkele", "Een enkeling", "Geen", "ongeveer de helft", "alle"],
)
def test_a_word_of_another_band_is_refused(judged: Judge, word: str) -> None:
    """Every other word stops, also with a capital at the start of a sentence."""
    verdict = judged(
        f'\n\n[{word} van hen]{{.claim code="melden" valentie="-" {ACTIVE}}} zegt het.'
    )
    assert codes(verdict) == ["P446"]
    problem = verdict.problems[0]
    assert problem.place.endswith(".qmd:3")
    assert "6 van de 9 = 67%" in problem.seen
    assert "'de meeste'" in problem.allowed
    assert f"paraplu evidence {problem.place}" in problem.do


def test_another_group_gives_another_count(judged: Judge) -> None:
    """All nine active participants speak of drempel unfavourably; no criticaster does."""
    claim = '[alle]{{.claim code="drempel" valentie="-" {group}}} zeggen dat.'
    assert codes(judged(claim.format(group=ACTIVE))) == []
    assert codes(judged(claim.format(group=CRITIC))) == ["P446"]


def test_words_that_name_another_group_are_refused(judged: Judge) -> None:
    """The group in the text must be the group in the mark."""
    text = f'[De meeste criticasters]{{.claim code="melden" valentie="-" {ACTIVE}}}.'
    assert codes(judged(text)) == ["P438"]
    text = '[De meeste raadsleden]{.claim code="melden" valentie="-"} zien dat.'
    assert codes(judged(text)) == ["P438"]


def test_a_claim_that_needs_mixed_respondents_is_thin(judged: Judge) -> None:
    """Four of five criticasters, but one of them also says the opposite."""
    verdict = judged(f'[de meeste]{{.claim code="melden" valentie="-" {CRITIC}}} zien dat.')
    assert label(verdict) == "dun"
    assert verdict.marks[0].entry["note"] == "4 van de 5 besproken; tegendeel: minder dan 3"


def test_a_small_count_is_not_published(judged: Judge) -> None:
    """One of thirteen: the margin gives the denominator only."""
    verdict = judged(
        '[een enkeling]{.claim code="bekendheid+melden" valentie="-" of="allen"} zegt dat.'
    )
    assert codes(verdict) == ["P446"]
    verdict = judged(
        '[enkele]{.claim code="bekendheid+melden" valentie="-" of="allen"} zeggen dat.'
    )
    assert verdict.marks[0].entry["note"] == "van de 22; tegendeel: 5"


def test_a_claim_over_all_must_hold_with_groups_weighted_equally(judged: Judge) -> None:
    """Four of thirteen is 'enkele'; the mean of the groups is not."""
    verdict = judged('[enkele]{.claim code="steun" valentie="-"} zien dat.')
    assert label(verdict) == "afhankelijk van de samenstelling; afhankelijk van één groep"


def test_a_claim_that_one_coder_did_not_see_depends_on_the_coder(judged: Judge) -> None:
    """Coder b gave no drempel: with both nothing holds, and agreement is low."""
    verdict = judged(f'[alle]{{.claim code="drempel" valentie="-" {ACTIVE}}} zien dat.')
    assert label(verdict) == "afhankelijk van de codeur; codeurs lezen dit verschillend"


def test_what_only_the_consensus_holds_says_so(judged: Judge) -> None:
    """`argument` came after the double round, so sensitivity cannot be tried."""
    verdict = judged(
        f'[ongeveer de helft]{{.claim code="pol-focus" pole="inzoomen" argument="wens" {CRITIC}}}'
    )
    assert verdict.marks[0].entry["note"] == (
        "3 van de 5 besproken; tegendeel: minder dan 3; alleen in de consensus gecodeerd; "
        "houdt stand in 3 van 5"
    )


def test_who_was_not_looked_at_leaves_the_denominator(judged: Judge) -> None:
    """R20 was never read under the version that brought the code."""
    verdict = judged('Bij [een deel]{.claim code="omgeving" of="allen"} kwam de buurt op.')
    assert verdict.problems == ()
    assert verdict.marks[0].entry["note"] == (
        "5 van de 21; niet bekeken: 1; alleen in de consensus gecodeerd"
    )


def test_and_or_combine_codes(judged: Judge) -> None:
    """melden+steun is who speaks of both; melden|steun who speaks of either."""
    both = judged('[ongeveer de helft]{.claim code="melden+steun" of="allen"} noemt dit.')
    either = judged('[de meeste]{.claim code="melden|steun" of="allen"} noemen dit.')
    notes = [mark.entry["note"] for mark in (*both.marks, *either.marks)]
    assert notes == ["10 van de 22", "17 van de 22"]


def test_without_a_condition_a_claim_is_about_all(judged: Judge) -> None:
    """`of` must say so."""
    assert codes(judged('[de meeste]{.claim code="melden"} noemen dit.')) == ["P448"]


def test_without_a_condition_the_sentence_must_speak_of_something_coming_up(judged: Judge) -> None:
    """'Vinden' says more than was counted; 'noemen', 'bij' and 'ter sprake' do not."""
    claim = '[de meeste]{.claim code="melden" of="allen"}'
    assert codes(judged(f"Dat vinden {claim} van belang.")) == ["P439"]
    assert codes(judged(f"Dat noemen {claim} van hen.")) == []
    assert codes(judged(f"Het speelt bij {claim} van hen.")) == []
    assert codes(judged(f"Met {claim} kwam het ter sprake.")) == []
    assert codes(judged(f"Zij noemen iets. Dat vinden {claim} van belang.")) == ["P439"]


def test_few_respondents_get_numbers_only(judged: Judge) -> None:
    """Four unknown respondents speak of steun: too few for a word."""
    text = '[alle]{.claim code="steun" valentie="+" group="onbekend met het netwerk"} zien dat.'
    verdict = judged(text)
    assert codes(verdict) == ["P447"]
    assert "3" in verdict.problems[0].seen


def test_a_group_under_the_smallest_cell_is_never_named(judged: Judge) -> None:
    """Two critical friends; and a group of five of whom nobody speaks of the code."""
    text = '[alle]{{.claim code="{code}" valentie="-" group="{group}"}} zien dat.'
    assert codes(judged(text.format(code="melden", group="critical friend"))) == ["P443"]
    assert codes(judged(text.format(code="melden", group="onbekend met het netwerk"))) == ["P443"]


def test_a_group_by_an_unpublished_attribute_is_noted(judged: Judge) -> None:
    """The margin says that the group was made by ambt."""
    mark = '{.claim code="melden" of="allen" group="ambt=raadslid"}'
    text = f"[ongeveer de helft van de raadsleden]{mark} noemt dit."
    assert codes(judged(text)) == ["P446"]
    text = text.replace("ongeveer de helft van de", "de meeste")
    assert judged(text).marks[0].entry["note"] == (
        "5 van de 8; groep naar ambt; houdt stand in 3 van 8"
    )


def test_a_claim_that_repeats_the_selection_is_refused(judged: Judge) -> None:
    """Who was chosen for not knowing the network does not know the network."""
    claim = '[alle]{{.claim code="bekendheid" valentie="-" group="{group}"}} zeggen dat.'
    assert codes(judged(claim.format(group="onbekend met het netwerk"))) == ["P449"]
    assert codes(judged('[alle]{.claim code="bekendheid" valentie="-"} zeggen dat.')) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("veel actieve participanten", "P444"),
        ("de meeste, zelfs alle", "P444"),
        ("niet de meeste", "P445"),
        ("bijna de meeste", "P445"),
        ("de meeste van de 9", "P445"),
        ("de meeste, vaak", "P445"),
    ],
)
def test_one_plain_word_carries_a_claim(judged: Judge, text: str, code: str) -> None:
    """No second word, no number and nothing that turns it around."""
    assert codes(judged(f'[{text}]{{.claim code="melden" valentie="-" {ACTIVE}}}.')) == [code]


def test_a_word_before_the_mark_cannot_turn_it_around(judged: Judge) -> None:
    """'Niet' outside the mark counts as well."""
    text = f'Dat zien lang niet [de meeste]{{.claim code="melden" valentie="-" {ACTIVE}}}.'
    assert codes(judged(text)) == ["P445"]


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ('code="meldn" valentie="-"', "P440"),
        ('code="melden" valentie="min"', "P441"),
        ('code="melden" pole="inzoomen"', "P441"),
        ('code="melden" valentie="-" group="ridder"', "P442"),
        ('code="melden" valentie="-" groep="criticaster"', "P406"),
        ('code="melden" valentie="-" of="veel"', "P406"),
        ('valentie="-"', "P406"),
    ],
)
def test_unknown_attributes_and_values_are_named(judged: Judge, attributes: str, code: str) -> None:
    """Nothing is guessed; what looks most alike is offered."""
    assert codes(judged(f"[de meeste]{{.claim {attributes}}} zien dat.")) == [code]


def test_a_likely_name_is_offered(judged: Judge) -> None:
    """A typing error finds its way back."""
    assert "melden" in judged('[de meeste]{.claim code="meldn" valentie="-"}').problems[0].allowed


def test_nested_emphasis_does_not_hide_a_word(judged: Judge) -> None:
    """The words are those that a reader sees."""
    claim = f'[**De** *mee*ste]{{.claim code="melden" valentie="-" {ACTIVE}}} zien dat.'
    assert codes(judged(claim)) == []
    assert codes(judged(claim.replace("**De** *mee*ste", "*Al*le"))) == ["P446"]


@pytest.mark.parametrize(
    "frame",
    [
        "## Kop: {}", "- punt {}", "1. punt {}", "| a | b |\n|---|---|\n| {} | c |",
        "Tekst.[^n]\n\n[^n]: Noot {}", "::: {{.callout-note}}\n{}\n:::", "Term\n: uitleg {}",
        '::: {{#fig-x .artefact figure="07/balken"}}\n{}\n:::', "> niets\n\n{}",
    ],
)  # fmt: skip
def test_marks_are_judged_wherever_they_stand(judged: Judge, frame: str) -> None:
    """Headings, lists, tables, notes, callouts and captions hide nothing."""
    claim = f'[alle]{{.claim code="melden" valentie="-" {ACTIVE}}} zien dat.'
    found = codes(judged(frame.format(claim)))
    assert "P446" in found


def test_crlf_changes_nothing(judged: Judge) -> None:
    """Lines stay right when a file was saved on Windows."""
    claim = f'[alle]{{.claim code="melden" valentie="-" {ACTIVE}}} zien.'
    text = f"---\ntitle: x\n---\n\nEen.\n\n{claim}\n"
    verdict = judged(text, newline="\r\n")
    assert [p.place.rpartition(":")[2] for p in verdict.problems] == ["7"]
    assert verdict.marks[0].mark.place == (7, 1)
