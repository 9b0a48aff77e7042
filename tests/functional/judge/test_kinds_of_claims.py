"""Claims that compare groups, that say where a group leans, and that name a theme."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from paraplu import report
from paraplu.artefacts.inputs import hash_file
from paraplu.report.facts import Facts
from paraplu.report.judging import judge_essays
from paraplu.report.reading import read_essays
from paraplu.study import Study

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paraplu.report import EssayVerdict

    Judge = Callable[..., EssayVerdict]

BOTH = 'group="actieve participant" than="criticaster"'
DROMPEL = '{.claim code="drempel" valentie="-" '


def codes(verdict: EssayVerdict) -> list[str]:
    """Return the codes of the problems."""
    return [problem.code for problem in verdict.problems]


def compare(judged: Judge, text: str, attributes: str = f'valentie="-" {BOTH}') -> EssayVerdict:
    """Judge a comparison on drempel: all nine active participants, none of six criticasters."""
    return judged(f'Dat wordt [{text}]{{.claim code="drempel" {attributes}}} genoemd.')


def test_a_comparison_that_holds_shows_both_shares(judged: Judge) -> None:
    """Nine of nine against none of six; coder b saw nothing, so it depends on the coder."""
    verdict = compare(judged, "vaker bij actieve participanten dan bij criticasters")
    assert codes(verdict) == []
    entry = verdict.marks[0].entry
    assert entry["note"] == "9 van de 9 besproken, tegenover 0 van de 6 besproken"
    assert "afhankelijk van de codeur" in str(entry["label"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("minder vaak bij actieve participanten dan bij criticasters", "P456"),
        ("even vaak bij actieve participanten als bij criticasters", "P456"),
        ("vaker bij criticasters dan bij actieve participanten", "P458"),
        ("vaker bij actieve participanten dan bij critical friends", "P458"),
        ("vaker dan bij criticasters", "P458"),
        ("vaker bij actieve participanten", "P455"),
        ("vaker en minder vaak bij actieve participanten dan bij criticasters", "P455"),
        ("meer bij actieve participanten dan bij criticasters", "P455"),
        ("niet vaker bij actieve participanten dan bij criticasters", "P445"),
        ("drie keer vaker bij actieve participanten dan bij criticasters", "P445"),
    ],
)
def test_another_word_or_group_in_a_comparison_is_refused(
    judged: Judge, text: str, code: str
) -> None:
    """The word, the groups and their order are those of the mark."""
    assert codes(compare(judged, text)) == [code]


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ('valentie="-" than="criticaster"', "P406"),
        ('valentie="-" group="criticaster" than="criticaster"', "P406"),
        ('valentie="-" group="criticaster" than="ambt=raadslid"', "P406"),
        ('valentie="-" group="criticaster" than="ridders"', "P442"),
        ('valentie="-" group="actieve participant" than="critical friend"', "P443"),
    ],
)
def test_a_comparison_needs_two_groups_apart(judged: Judge, attributes: str, code: str) -> None:
    """Both must exist, be large enough, and share nobody."""
    text = "vaker bij actieve participanten dan bij criticasters"
    assert codes(compare(judged, text, attributes)) == [code]


def test_a_small_difference_carries_no_word(judged: Judge) -> None:
    """Melden: six of nine against four of five differ by thirteen points."""
    mark = f'{{.claim code="melden" valentie="-" {BOTH}}}'
    for word in ("vaker bij {} dan bij {}", "minder vaak bij {} dan bij {}"):
        text = word.format("actieve participanten", "criticasters")
        verdict = judged(f"Dat wordt [{text}]{mark} gezegd.")
        assert codes(verdict) == ["P456"]
        assert "geen enkel woord" in verdict.problems[0].allowed


def test_a_group_can_be_compared_with_everyone_else(judged: Judge) -> None:
    """Steun comes up with nine of ten active participants and with four of eleven others."""
    mark = '{.claim code="steun" of="allen" group="actieve participant" than="anderen"}'
    text = "vaker bij actieve participanten dan bij de anderen"
    verdict = judged(f"Steun komt [{text}]{mark} ter sprake.")
    assert codes(verdict) == []
    assert verdict.marks[0].entry["note"] == "9 van de 10, tegenover 4 van de 12"
    assert codes(judged(f"Steun komt [{text.replace('de anderen', 'ons')}]{mark} op.")) == ["P458"]


def test_a_comparison_falls_where_its_groups_were_chosen_for_it(judged: Judge) -> None:
    """Who does not know the network was chosen for that."""
    mark = '{.claim code="bekendheid" of="allen" group="onbekend met het netwerk" than="anderen"}'
    text = "vaker bij onbekend met het netwerk dan bij de anderen"
    assert codes(judged(f"Dat komt [{text}]{mark} ter sprake.")) == ["P449"]


LEAN = '{.claim polarity="focus" lean="inzoomen" group="criticaster"}'


def test_a_leaning_is_judged_on_the_mean_of_its_respondents(judged: Judge) -> None:
    """Three of five zoom in: mean direction 0.2; without one of them it is zero."""
    verdict = judged(f"[Criticasters neigen naar inzoomen]{LEAN}.")
    found = verdict.problems[0]
    assert (found.code, "is 0,20" in found.seen) == ("P499", True)


@pytest.fixture
def leaning(own_root: Path) -> Callable[[str], EssayVerdict]:
    """Return a judge for whom a mean direction is enough, whatever the draws say."""
    path = own_root / "paraplu.toml"
    settings = "[report.leaning]\ndirection = 0.2\ndraws = 0.5\n"
    path.write_text(path.read_text(encoding="utf-8") + settings, encoding="utf-8")
    facts = Facts(Study(own_root))

    def judge_text(text: str) -> EssayVerdict:
        essay = own_root / "essays/a.qmd"
        essay.write_text(text, encoding="utf-8")
        return judge_essays(read_essays([essay], root=own_root), facts).essays[0]

    return judge_text


def test_a_leaning_that_falls_on_one_respondent_is_thin(leaning: Judge) -> None:
    """Without one of the three the mean is zero; without one of the two it grows."""
    entry = leaning(f"[Criticasters neigen naar inzoomen]{LEAN}.").marks[0].entry
    assert "dun" in str(entry["label"])
    assert entry["note"] == (
        "gemiddelde richting naar inzoomen: 0,20, over 5 respondenten; alleen in de consensus "
        "gecodeerd; houdt stand in 2 van 5"
    )


@pytest.mark.parametrize(
    ("text", "lean", "code"),
    [
        ("Criticasters neigen naar uitzoomen", "uitzoomen", "P499"),
        ("Criticasters neigen naar uitzoomen", "inzoomen", "P475"),
        ("Critical friends neigen naar inzoomen", "inzoomen", "P438"),
        ("Zij neigen naar inzoomen", "inzoomen", "P474"),
        ("Criticasters neigen niet naar inzoomen", "inzoomen", "P445"),
        ("Criticasters neigen vaak naar inzoomen", "inzoomen", "P445"),
        ("Criticasters neigen naar inzoomen", "en", "P474"),
        ("Criticasters neigen naar inzoomen", "boven", "P441"),
    ],
)
def test_another_pole_or_group_in_a_leaning_is_refused(
    leaning: Judge, text: str, lean: str, code: str
) -> None:
    """Who leans and to what stand in the mark, and are what it counts."""
    mark = LEAN.replace("inzoomen", lean)
    assert codes(leaning(f"[{text}]{mark}.")) == [code]


def test_positions_can_be_counted(judged: Judge) -> None:
    """Three of five criticasters have this side in front."""
    text = "[{}]{{.claim polarity=focus lean=inzoomen group=criticaster}} wil dat."
    verdict = judged(text.format("Ongeveer de helft van de criticasters"))
    assert codes(verdict) == []
    assert str(verdict.marks[0].entry["note"]).startswith("3 van de 5 met een positie")
    assert codes(judged(text.format("De meeste criticasters"))) == ["P446"]
    assert codes(judged('[alle]{.claim polarity="richting" lean="in"} zo.')) == ["P459"]


def test_a_leaning_outside_a_mark_is_seen(judged: Judge) -> None:
    """Who leans to which pole is a claim; a metaphor without either is not."""
    assert codes(judged("Criticasters neigen naar inzoomen.")) == ["P478"]
    assert codes(judged("Men neigt ertoe, en een paraplu leunt tegen de muur.")) == []


@pytest.fixture
def themed(own_root: Path) -> Path:
    """Return a study with the tables that the notebook on topics writes."""
    folder = own_root / "analysis/outputs/04-topics"
    made = {
        "tables/topics.csv": [
            ["topic", "name", "n_respondents", "one_voice"],
            ["0", "buurt, straat", "14", "False"],
            ["1", "geld", "", "False"],
            ["2", "water", "14", "True"],
        ],
        "tables/topics-per-groep.csv": [
            ["topic", "name", "groep", "n_respondents", "of"],
            *(
                [str(n), name, group, count, of]
                for n, name in enumerate(("buurt, straat", "geld", "water"))
                for group, count, of in (
                    ("criticaster", "6", "6"), ("actieve participant", "8", "10"),
                    ("onbekend met het netwerk", "", "4"),
                )
            ),
        ],
    }  # fmt: skip
    for name, rows in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(rows)
    hashes = {name: {"sha256": hash_file(folder / name)} for name in made}
    manifest = {"schema": 1, "artefacts": hashes, "inputs": {}}
    import json

    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return own_root


def test_a_theme_is_claimed_by_its_name(themed: Path) -> None:
    """Its number may be another theme's after the next run, so a number does not do."""
    text = '[{word}]{{.claim topic="{topic}" of="allen"{group}}} spreken hierover.\n\n'
    essay = themed / "essays/a.qmd"
    tried = [
        ("De meeste", "buurt, straat", "", ""),
        ("Alle", "buurt, straat", ' group="criticaster"', ""),
        ("Alle", "buurt, straat", "", "P446"),
        ("De meeste", "geld", "", "P443"),
        ("Alle", "buurt, straat", ' group="onbekend met het netwerk"', "P443"),
        ("De meeste", "0", "", "P459"),
        ("De meeste", "water", "", ""),
    ]
    essay.write_text(
        "".join(text.format(word=w, topic=t, group=g) for w, t, g, _ in tried), encoding="utf-8"
    )
    marks = report.judge(Study(themed)).essays[0].marks
    assert [mark.problems[0].code if mark.problems else "" for mark in marks] == [
        code for *_, code in tried
    ]
    assert marks[0].entry["note"] == "14 van de 20; thema zonder codes gevonden"
    assert "dun" in str(marks[6].entry["label"])


def test_a_theme_needs_a_sentence_about_speaking(themed: Path) -> None:
    """And the whole group as its denominator."""
    essay = themed / "essays/a.qmd"
    essay.write_text(
        '[De meeste]{.claim topic="buurt, straat" of="allen"} vinden dat.\n\n'
        '[De meeste]{.claim topic="buurt, straat"} spreken erover.\n\n'
        '[De meeste]{.claim topic="buurt, straat" code="melden" of="allen"} spreken erover.\n',
        encoding="utf-8",
    )
    assert codes(report.judge(Study(themed)).essays[0]) == ["P439", "P448", "P406"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("De dreiging neemt toe.", "P495"),
        ("Er is een toename van berichten.", "P495"),
        ("De dreiging neemt al jaren toe.", "P495"),
        ("Zij neemt toe.", ""),
        ("Stijgt het aantal, dan is dat bericht.", ""),
        ("De dreiging neemt toe [@iemand2020].", ""),
        ("[De dreiging neemt toe.]{.eigen}", ""),
        ("::: {.signalen}\n- Het aantal berichten stijgt.\n:::", ""),
        ('[De meeste]{.claim code="melden" of="allen"} noemen dat melden toeneemt.', ""),
        ('Dat het is toegenomen, noemen [de meeste]{.claim code="melden" of="allen"}.', "P494"),
    ],
)
def test_more_or_less_than_before_needs_ground(judged: Judge, text: str, code: str) -> None:
    """One round of interviews measures no change."""
    assert codes(judged(text)) == ([code] if code else [])


def test_the_codes_of_change_may_carry_such_a_sentence(own_root: Path) -> None:
    """The study names them."""
    path = own_root / "paraplu.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[report]\n", '[report]\ntrend = ["melden"]\n'), encoding="utf-8")
    (own_root / "essays/a.qmd").write_text(
        'Dat het is toegenomen, noemen [de meeste]{.claim code="melden" of="allen"}.\n',
        encoding="utf-8",
    )
    assert report.judge(Study(own_root)).problems == ()


def test_nobody_is_a_word_as_well(judged: Judge) -> None:
    """Absence is claimed of who was looked at, and of nobody else."""
    text = '[Niemand]{{.claim code="{code}" of="allen" group="{group}"}} noemt dit.'
    assert codes(judged(text.format(code="omgeving", group="actieve participant"))) == []
    assert codes(judged(text.format(code="melden", group="actieve participant"))) == ["P446"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Onder de criticasters zeggen [de meeste]{mark} dat.", "P438"),
        ("Onder de actieve participanten zeggen [de meeste]{mark} dat.", ""),
        ("[De meeste]{mark} van de criticasters zeggen dat.", "P438"),
        ("[De meeste]{mark} van de actieve participanten zeggen dat over criticasters.", ""),
        (
            "Criticasters zeggen het, en van [de meeste actieve participanten]{mark} hoor je het.",
            "",
        ),
    ],
)
def test_a_group_named_around_the_mark_counts_when_the_mark_names_none(
    judged: Judge, text: str, code: str
) -> None:
    """Words just behind it go before words in front of it."""
    mark = '{.claim code="melden" valentie="-" group="actieve participant"}'
    assert codes(judged(text.replace("{mark}", mark))) == ([code] if code else [])


def test_a_study_can_say_what_else_a_group_is_called(own_root: Path) -> None:
    """Then those words count as the group."""
    path = own_root / "paraplu.toml"
    names = '[report.names]\n"criticaster" = ["wie mopper*"]\n'
    path.write_text(path.read_text(encoding="utf-8") + names, encoding="utf-8")
    (own_root / "essays/a.qmd").write_text(
        'Van wie moppert zeggen [de meeste]{.claim code="melden" valentie="-" '
        'group="actieve participant"} dat.\n',
        encoding="utf-8",
    )
    assert codes(report.judge(Study(own_root)).essays[0]) == ["P438"]
