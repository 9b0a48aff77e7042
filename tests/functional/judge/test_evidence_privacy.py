"""Public evidence pages, tried with groups, claims and settings that could point at someone."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from paraplu import report
from paraplu.report import pages
from paraplu.report.grounds import Words
from paraplu.report.pages.voicing import Voicing
from paraplu.study import Study

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from paraplu.report.facts import Facts

    Publish = Callable[..., dict[str, dict[str, Any]]]

TONE = '[De meeste]{.claim code="melden" valentie="-" group="criticaster"} zien dat zo.\n'
OFFICE = '[De meeste]{.claim code="melden" of="allen" group="ambt=griffier"} van hen noemen dat.\n'
QUOTED = '[“Melden helpt niet, dat weet 1 wel.”]{.quote from="R01"}\n'
ALL = '[De meeste]{.claim code="melden" of="allen"} noemen dat.\n'
SETTINGS = '[study]\ntitle = "Proef"\nfictional = true\n[privacy]\n'


@pytest.fixture
def publish(own_root: Path) -> Publish:
    """Return a function that gives the public pages of an essay, by id."""

    def make(text: str, *, privacy: str = "") -> dict[str, dict[str, Any]]:
        if privacy:
            (own_root / "paraplu.toml").write_text(SETTINGS + privacy, encoding="utf-8")
        (own_root / "essays/a.qmd").write_text(f"---\ntitle: A\n---\n\n{text}", encoding="utf-8")
        study = Study(own_root)
        verdict = report.judge(study)
        assert verdict.problems == ()
        report.publish(study, verdict)
        data = json.loads((own_root / pages.DATA).read_text(encoding="utf-8"))
        return {page["id"]: page for page in data["pages"]}

    return make


def claim(found: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the page of the only claim."""
    (page,) = (page for page in found.values() if page["kind"] == "claim")
    return page


def quoted(page: dict[str, Any], section: str) -> list[str]:
    """Return the words that stand under a heading."""
    (own,) = (one for one in page["sections"] if one["id"] == section)
    return [quotation["text"] for quotation in own["quotations"]]


def test_of_a_few_nobody_is_quoted(publish: Publish) -> None:
    """Two criticasters say the opposite: that they do is said, their words are not."""
    page = claim(publish(TONE))
    assert len(quoted(page, "support")) > 0
    assert quoted(page, "against") == []
    (against,) = (one for one in page["sections"] if one["id"] == "against")
    assert against["note"].startswith("Hier staat geen citaat")


def test_pages_of_codes_quote_what_essays_quote(publish: Publish) -> None:
    """And nothing else, however many passages there are."""
    assert quoted(publish(QUOTED)["code-melden"], "support") == [
        "Melden helpt niet, dat weet 1 wel."
    ]
    assert publish("Niets.\n")["code-melden"]["sections"] == []


def test_a_table_with_nothing_left_to_show_is_not_there(publish: Publish) -> None:
    """One criticaster and two who do not know the network speak of support: all must be hidden."""
    page = publish("Niets.\n")["code-steun"]
    assert page["headline"] == "13 van de 22"
    assert page["rows"] == []


def test_a_group_of_two_is_not_named(publish: Publish) -> None:
    """There are two critical friends; other groups have their row."""
    rows = {row["group"]: row["cells"] for row in publish("Niets.\n")["code-melden"]["rows"]}
    assert rows == {
        "actieve participant": ["9", "10"],
        "criticaster": ["5", "6"],
        "onbekend met het netwerk": ["0", "4"],
    }


def test_a_strip_draws_no_number_that_its_row_hides(publish: Publish) -> None:
    """A hidden cell is drawn as a whole that is not divided."""
    for page in publish(ALL + TONE).values():
        for row in page["rows"]:
            if "·" in row["cells"] and row["strip"] is not None:
                assert [one["part"] for one in row["strip"]["segments"]] == ["hidden"]


@pytest.mark.parametrize("published", ["[]", '["ambt"]'])
def test_groups_that_are_not_published_stand_nowhere(publish: Publish, published: str) -> None:
    """No table of groups, and no group under a quotation."""
    found = publish(ALL + TONE, privacy=f"published = {published}\n")
    said = {
        q["attribution"] for p in found.values() for s in p["sections"] for q in s["quotations"]
    }
    assert all(page["rows"] == [] for page in found.values())
    assert said
    assert not said & {"criticaster", "actieve participant", "onbekend met het netwerk"}


def test_a_higher_least_hides_more(publish: Publish) -> None:
    """With ten as the least no group is large enough to be named, or to be counted."""
    found = publish(ALL + QUOTED, privacy="min_cell = 10\n")
    said = {
        q["attribution"] for p in found.values() for s in p["sections"] for q in s["quotations"]
    }
    assert said == {"respondent"}
    assert all(page["rows"] == [] for page in found.values())
    assert found["code-omgeving"]["headline"] == "minder dan 10 van de 21"


def test_a_claim_on_an_office_shows_counts_and_no_words(publish: Publish) -> None:
    """The office is not published: with the group of a quotation it could point at someone."""
    page = claim(publish(OFFICE))
    assert page["headline"] == "7 van de 8"
    assert page["sections"] == []
    assert any("niet gepubliceerd" in limit for limit in page["limits"])


def test_the_other_group_of_a_comparison_must_be_published_too(publish: Publish) -> None:
    """Its members are quoted as well, so an office hides the words of both."""
    text = (
        '[Vaker bij actieve participanten dan bij raadsleden]{.claim code="drempel" '
        'valentie="-" group="actieve participant" than="ambt=raadslid"} is dat zo.\n'
    )
    assert claim(publish(text))["sections"] == []


def test_passages_of_a_theme_are_quoted_by_the_same_rules(facts: Facts) -> None:
    """A model tells the turn and not who said it; not of who may not be quoted, nor over turns."""
    said = {
        who: f"Melden helpt niet, dat weet {int(who[1:])} wel." for who in ("R01", "R02", "R04")
    } | {"R05": "Ik heb het gemeld en dat was goed."}
    words = [passage(facts, who, text) for who, text in said.items()]
    words.append(
        replace(passage(facts, "R07", "Over melden zeg ik 7."), text="Twee beurten samen.")
    )
    section = Voicing(facts, uses=(), confidential=False).section("support", words, quoting=9)
    assert section is not None
    assert sorted(one.text for one in section.quotations) == sorted(
        text for who, text in said.items() if who != "R02"
    )
    assert {one.attribution for one in section.quotations} == {"criticaster"}


def passage(facts: Facts, interview: str, text: str) -> Words:
    """Return a passage as the notebook on topics hands it over: without who said it."""
    transcript = facts.study.transcripts[interview]
    start = transcript.body.index(text)
    (turn,) = (turn for turn in transcript.turns if text in turn.text)
    return Words(interview, "", turn.number, start, start + len(text), text)
