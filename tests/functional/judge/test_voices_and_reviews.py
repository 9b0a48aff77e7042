"""Whose words are used, what is said of real organisations, and who read the passages."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from paraplu import report
from paraplu.errors import Refused
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

    from paraplu.errors import Problem

DAY = dt.date(2023, 9, 1)
CLAIM = '[De meeste]{.claim code="melden" valentie="-" group="criticaster"} zien dat.\n'
PARTNERS = """\
version: 1
network: {name: Net}
partners:
  - {id: vng, name: Vereniging van Nederlandse Gemeenten, aliases: [VNG], type: koepel, source: a}
  - {id: politie, name: Politie, aliases: [nationale politie], type: handhaving, source: a}
related:
  - {id: om, name: Openbaar Ministerie, aliases: [OM], source: a}
sources: {a: Bron}
"""


def essay(root: Path, text: str, *, name: str = "a") -> None:
    """Write an essay."""
    (root / "essays" / f"{name}.qmd").write_text(text, encoding="utf-8")


def quote(who: str, words: str = "Dat zeg ik als {} zelf.") -> str:
    """Quote what everyone in the study says."""
    return f'[“{words.format(who)}”]{{.quote from="{who}"}}\n\n'


def at(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Return code and place of problems."""
    return [(problem.code, problem.place) for problem in problems]


def test_a_respondent_with_more_than_a_fifth_of_the_quotations_is_named(own_root: Path) -> None:
    """Three of ten over both essays: at the last of them; two of ten will do."""
    others = [f"R{n:02d}" for n in range(7, 14)]
    essay(own_root, "".join(map(quote, others[:4])) + quote("R01"))
    extra = quote("R01", "Ik had wél een baan") + quote("R01", "maar geen adres")
    essay(own_root, extra + "".join(map(quote, others[4:])), name="b")
    assert at(report.judge(Study(own_root)).problems) == [("P497", "essays/b.qmd:3")]
    essay(own_root, quote("R01") + "".join(map(quote, [*others[4:], "R14"])), name="b")
    assert report.judge(Study(own_root)).problems == ()


def test_few_quotations_are_not_weighed(own_root: Path) -> None:
    """Nine are too few to tell; nor are those of one essay alone."""
    essay(own_root, quote("R01") * 9)
    assert report.judge(Study(own_root)).problems == ()
    essay(own_root, quote("R01") * 10)
    essay(own_root, "Niets.\n", name="b")
    assert report.judge(Study(own_root), essays=["a"]).problems == ()
    assert at(report.judge(Study(own_root)).problems) == [("P497", "essays/a.qmd:19")]


def test_the_same_passage_twice_and_groups_without_a_voice_are_noticed(own_root: Path) -> None:
    """Notices stop nothing: the essay may still be rendered."""
    essay(own_root, quote("R01") + quote("R01", "als {} zelf"))
    verdict = report.judge(Study(own_root))
    assert verdict.problems == ()
    assert at(verdict.notices) == [
        ("P473", "essays/a.qmd:3"),
        ("P498", "essays"),
        ("P498", "essays"),
    ]
    assert "essays/a.qmd:1" in verdict.notices[0].seen
    named = [re.findall("'(.*)'", notice.seen)[0] for notice in verdict.notices[1:]]
    assert named == ["actieve participant", "onbekend met het netwerk"]


def test_a_group_in_which_nobody_may_be_quoted_is_named_too(own_root: Path) -> None:
    """Its silence is for the text to explain."""
    path = own_root / "interviews/respondents.csv"
    rows = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(,onbekend .*,)vrij,", r"\1niet,", rows), encoding="utf-8")
    essay(own_root, quote("R01") + quote("R07"))
    (notice,) = report.judge(Study(own_root)).notices
    assert (notice.code, "onbekend met het netwerk" in notice.seen) == ("P498", True)


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("De VNG doet van alles.", True),
        ("Men belt het Openbaar Ministerie. Dat is bekend.", True),
        ("Dan komt de Politie erbij.", True),
        ("Politie en buren kwamen langs.", False),
        ("De politie kwam langs.", False),
        ("De nationale politie kwam langs.", True),
        ("De VNG is partner [@vng2018].", False),
        ("[De VNG doet van alles.]{.eigen}", False),
        ('De VNG is een van de [28]{.value key="proef.partners"} partners.', True),
        ("De VNG doet iets. Het is bekend [@vng2018].", True),
        ("De VNGX en de OMA doen iets.", False),
    ],
)  # fmt: skip
def test_a_sentence_about_a_real_organisation_rests_on_something_public(
    own_root: Path,
    text: str,
    stops: bool,  # noqa: FBT001  what the table says
) -> None:
    """The interviews may be fictional; the partners are not."""
    (own_root / "codebook/network.yaml").write_text(PARTNERS, encoding="utf-8")
    (own_root / "_quarto.yml").write_text("bibliography: essays/bron.bib\n", encoding="utf-8")
    (own_root / "essays/bron.bib").write_text("@misc{vng2018, title={x}}\n", encoding="utf-8")
    essay(own_root, f"Eerst.\n\n{text}\n")
    found = at(report.judge(Study(own_root)).problems)
    assert found == ([("P496", "essays/a.qmd:3")] if stops else [])


def test_who_read_the_passages_of_a_claim_is_kept(own_root: Path) -> None:
    """Then the notice is gone, until the passages change."""
    essay(own_root, f"Eerst.\n\n{CLAIM}")
    assert at(report.judge(Study(own_root)).notices) == [("P476", "essays/a.qmd:3")]
    kept = report.keep_reading(
        Study(own_root), place="essays/a.qmd:3", read_by='A. "Lezer"', date=DAY
    )
    assert kept == ("code=melden group=criticaster valentie=-",)
    assert report.judge(Study(own_root)).notices == ()
    found = report.evidence(Study(own_root), place="essays/a.qmd:3").marks[0].reading
    assert found is not None
    assert found.review is not None
    assert (found.review.read_by, found.review.date, found.current) == ('A. "Lezer"', DAY, True)


def test_a_reading_lapses_when_the_passages_change(own_root: Path) -> None:
    """One coding of the other side is gone: the author is asked to look again."""
    essay(own_root, CLAIM)
    report.keep_reading(Study(own_root), place="essays/a.qmd:1", read_by="A", date=DAY)
    ledger = own_root / "codebook/codings/consensus/R05.jsonl"
    lines = ledger.read_text(encoding="utf-8").splitlines(keepends=True)
    ledger.write_text("".join(line for line in lines if '"melden"' not in line), encoding="utf-8")
    essay(own_root, CLAIM.replace("De meeste", "Alle"))
    assert at(report.judge(Study(own_root)).notices) == []
    essay(own_root, CLAIM)
    verdict = report.judge(Study(own_root))
    assert [problem.code for problem in verdict.problems] == ["P447"]
    line = lines[0].replace("R05", "R05")
    ledger.write_text("".join(lines).replace(line, line), encoding="utf-8")
    assert report.judge(Study(own_root)).notices == ()
    ledger.write_text("".join(lines).replace('"valentie": "+"', '"valentie": "0"'), "utf-8")
    assert at(report.judge(Study(own_root)).notices) == [("P477", "essays/a.qmd:1")]


def test_a_reading_holds_wherever_the_claim_moves(own_root: Path) -> None:
    """Another essay, another line, the group written in full."""
    essay(own_root, CLAIM)
    report.keep_reading(Study(own_root), place="essays/a.qmd:1", read_by="A", date=DAY)
    moved = CLAIM.replace('group="criticaster"', 'of="besproken" group="groep=criticaster"')
    essay(own_root, f"Eerst.\n\n{moved}", name="b")
    assert report.judge(Study(own_root)).notices == ()


def test_what_was_written_in_the_file_of_reviews_is_kept(own_root: Path) -> None:
    """Comments and all; and a file that cannot be read is left alone."""
    essay(own_root, CLAIM)
    path = own_root / "codebook/reviews/claims.yaml"
    path.parent.mkdir()
    path.write_text("version: 1\n# van ons\nreviews:\n", encoding="utf-8")
    report.keep_reading(Study(own_root), place="essays/a.qmd:1", read_by="A", date=DAY)
    assert path.read_text(encoding="utf-8").startswith("version: 1\n# van ons\nreviews:\n  - {")
    path.write_text("version: [", encoding="utf-8")
    assert "P104" in [problem.code for problem in report.problems(Study(own_root))]
    with pytest.raises(Refused, match="P104"):
        report.keep_reading(Study(own_root), place="essays/a.qmd:1", read_by="A", date=DAY)
    assert path.read_text(encoding="utf-8") == "version: ["


def test_a_line_without_a_claim_has_nothing_to_read(own_root: Path) -> None:
    """Nothing is written."""
    essay(own_root, quote("R01"))
    kept = report.keep_reading(Study(own_root), place="essays/a.qmd:1", read_by="A", date=DAY)
    assert kept == ()
    assert not (own_root / "codebook/reviews").exists()


def test_the_other_side_nuance_and_deviant_cases_stand_apart(own_root: Path) -> None:
    """R04 says both, marked as counter; R05 the opposite; R07 is named by the finding."""
    findings = (
        "version: 1\nfindings:\n  - {id: f, theme: T, sentence: S., question: v1, codes: [melden], "
        'claims: [\'code="melden" valentie="-"\'], deviant: [R07]}\n'
    )
    (own_root / "codebook/findings.yaml").write_text(findings, encoding="utf-8")
    essay(own_root, '[De meeste]{.claim code="melden" valentie="-"} zien dat.\n')
    found = report.evidence(Study(own_root), place="essays/a.qmd:1").marks[0]
    grounds = found.grounds
    assert [finding.id for finding in grounds.findings] == ["f"]
    assert {words.respondent for words in grounds.against} == {"R04", "R05", "R13", "R14", "R15"}
    assert grounds.nuance == ()
    assert grounds.deviant == ()
    assert found.weighed is not None
    assert (found.weighed.count, found.weighed.mixed, found.weighed.opposed) == (10, 1, 5)


def test_nuance_is_what_a_coder_marked_with_those_who_make_the_claim(own_root: Path) -> None:
    """A counter passage with another condition of a holder; deviant ones only where not yet."""
    findings = (
        "version: 1\nfindings:\n  - {id: f, theme: T, sentence: S., question: v1, codes: [melden], "
        'claims: [\'code="melden" of="allen"\'], deviant: [R05]}\n'
    )
    (own_root / "codebook/findings.yaml").write_text(findings, encoding="utf-8")
    ledger = own_root / "codebook/codings/consensus/R04.jsonl"
    text = ledger.read_text(encoding="utf-8").replace('"valentie": "+"', '"valentie": "0"')
    ledger.write_text(text, encoding="utf-8")
    essay(own_root, CLAIM)
    grounds = report.evidence(Study(own_root), place="essays/a.qmd:1").marks[0].grounds
    assert [words.respondent for words in grounds.nuance] == ["R04"]
    assert [words.respondent for words in grounds.against] == ["R05"]


def test_a_claim_of_a_finding_that_cannot_be_read_is_named(own_root: Path) -> None:
    """On the line of the finding."""
    findings = (
        "version: 1\nfindings:\n  - {id: f, theme: T, sentence: S., question: v1, codes: [melden], "
        'claims: [\'code="weg" of="allen"\', \'code=melden\', \'code="melden" of="allen"\']}\n'
    )
    (own_root / "codebook/findings.yaml").write_text(findings, encoding="utf-8")
    found = [problem for problem in report.problems(Study(own_root)) if problem.code == "P479"]
    assert [problem.place for problem in found] == ["codebook/findings.yaml:3"] * 2
