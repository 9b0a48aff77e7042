"""Evidence pages: linked both ways, and in public nothing that may not be shown."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from paraplu import report
from paraplu.errors import Refused
from paraplu.report import pages
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

ESSAY = """\
---
title: "Een proef"
---

[De meeste]{.claim code="melden" valentie="-" group="criticaster"} zien dat zo.

Dat noemen [de meeste]{.claim code="melden" of="allen"} van hen.

[De meeste raadsleden]{.claim code="melden" of="allen" group="ambt=raadslid"} noemen het.

Iemand zei [“Ik had wél een baan, maar geen adres.”]{.quote from="R01"}
"""
FINDINGS = """\
version: 1
findings:
  - id: zo
    theme: Zo is het
    sentence: "Melden ligt moeilijk."
    question: v1
    codes: [melden]
    claims: ['code="melden" of="allen"']
    deviant: [R05]
"""
WINDOW = 4


@pytest.fixture
def published(own_root: Path) -> Path:
    """Return a study with its public and its confidential pages."""
    (own_root / "essays/a.qmd").write_text(ESSAY, encoding="utf-8")
    (own_root / "codebook/findings.yaml").write_text(FINDINGS, encoding="utf-8")
    study = Study(own_root)
    verdict = report.judge(study)
    assert verdict.problems == ()
    report.write_marks(verdict, own_root)
    report.publish(study, verdict)
    pages.write_site(own_root, own_root / "_site")
    report.publish_confidential(study)
    return own_root


def text_of(folder: Path) -> str:
    """Return the words on all pages of a folder."""
    found = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))]
    return unescape(re.sub(r"<[^>]+>", " ", "\n".join(found)))


def windows(text: str) -> set[tuple[str, ...]]:
    """Return every few words in a row."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[n : n + WINDOW]) for n in range(len(words) - WINDOW + 1)}


def data_of(root: Path) -> list[dict[str, object]]:
    """Return the public pages as data."""
    data = json.loads((root / pages.DATA).read_text(encoding="utf-8"))
    found: list[dict[str, object]] = data["pages"]
    return found


def test_there_is_a_page_for_every_claim_finding_and_code(published: Path) -> None:
    """With an index that leads to all of them."""
    kinds = [page["kind"] for page in data_of(published)]
    assert {kind: kinds.count(kind) for kind in kinds} == {"claim": 3, "finding": 1, "code": 6}
    names = {path.stem for path in (published / "_site/bewijs").iterdir()}
    assert names == {*(str(page["id"]) for page in data_of(published)), "index"}
    index = (published / "_site/bewijs/index.html").read_text(encoding="utf-8")
    assert {name for name in names if f'href="{name}.html"' in index} == names


def test_pages_lead_both_ways(published: Path) -> None:
    """From the essay to the claim, from the claim to code and finding, and back."""
    marks = json.loads((published / "essays/_marks/a.json").read_text(encoding="utf-8"))["marks"]
    leads = {mark["href"] for mark in marks.values() if "href" in mark}
    by_id = {str(page["id"]): page for page in data_of(published)}
    claims = {f"../bewijs/{name}.html" for name, page in by_id.items() if page["kind"] == "claim"}
    assert leads == claims
    for name, page in by_id.items():
        for link in page["links"]:  # type: ignore[attr-defined]
            back = {one["id"] for one in by_id[link["id"]]["links"]}  # type: ignore[attr-defined]
            assert name in back
    claim = next(page for page in by_id.values() if page["kind"] == "claim")
    assert [s["essay"] for s in claim["sentences"]] == ["a"]  # type: ignore[attr-defined]
    page = (published / f"_site/bewijs/{claim['id']}.html").read_text(encoding="utf-8")
    assert f"../essays/a.html#{claim['id']}" in page


def test_the_public_build_leaks_no_other_passage(published: Path) -> None:
    """Of every turn: what stands on a page is a quotation that may be shown, or the essay's."""
    study = Study(published)
    allowed = windows(ESSAY) | windows(FINDINGS)
    quotations = {
        quotation["text"]
        for page in data_of(published)
        for section in page["sections"]  # type: ignore[attr-defined]
        for quotation in section["quotations"]
    }
    for text in quotations:
        allowed |= windows(text)
    shown = windows(text_of(published / "_site/bewijs"))
    shown |= windows((published / pages.DATA).read_text(encoding="utf-8"))
    spoken = {
        window
        for transcript in study.transcripts.values()
        for turn in transcript.turns
        for window in windows(turn.text)
    }
    assert (shown & spoken) - allowed == set()
    closed = {person.id for person in study.people if person.citeren != "vrij"} - {"R04"}
    said_by_closed = " ".join(
        turn.text
        for transcript in study.transcripts.values()
        for turn in transcript.turns
        if turn.respondent in closed
    )
    assert not [text for text in quotations if text in said_by_closed]
    assert quotations


def test_the_public_build_names_no_respondent(published: Path) -> None:
    """No id, no line, no turn, and no office that is not published."""
    text = text_of(published / "_site/bewijs")
    text += (published / pages.DATA).read_text(encoding="utf-8")
    assert re.findall(r"\bR\d\d(?:\.\d)?\b|beurt \d|tekens \d|regel \d", text) == []
    assert "wethouder" not in text


def test_a_claim_about_an_unpublished_attribute_shows_no_quotation(published: Path) -> None:
    """With the group of the speaker it could point at someone."""
    claim = next(page for page in data_of(published) if "raadsleden" in str(page["title"]))
    assert claim["sections"] == []
    assert claim["rows"] == []


def test_small_numbers_are_hidden(published: Path) -> None:
    """One criticaster says the opposite as well, and fewer than three is all that is said."""
    claim = next(page for page in data_of(published) if "criticaster" in str(page["about"]))
    counts = {count["label"]: count["shown"] for count in claim["counts"]}  # type: ignore[attr-defined]
    assert counts["Respondenten die eraan voldoen"] == "4 van 5"
    assert counts["Respondenten die het tegendeel zeggen"] == "minder dan 3"
    assert counts["Zonder telkens een respondent"] == "houdt stand in 5 van 5"


def test_the_confidential_build_shows_every_passage_and_stays_out_of_the_site(
    published: Path,
) -> None:
    """With who said it, where, and the other side."""
    folder = published / pages.CONFIDENTIAL
    text = text_of(folder)
    for words in ("Melden helpt niet, dat weet 2 wel.", "R05, beurt", "Soms helpt melden toch."):
        assert words in text
    assert not (published / "_site/vertrouwelijk").exists()
    assert "Melden helpt niet, dat weet 2 wel." not in text_of(published / "_site")
    assert (folder.stat().st_mode & 0o077) == 0


def test_confidential_pages_of_essays_that_fail_are_refused(published: Path) -> None:
    """What was there stays."""
    before = sorted(path.name for path in (published / pages.CONFIDENTIAL).iterdir())
    (published / "essays/a.qmd").write_text("Er is veel.\n", encoding="utf-8")
    with pytest.raises(Refused, match="P411"):
        report.publish_confidential(Study(published))
    assert sorted(path.name for path in (published / pages.CONFIDENTIAL).iterdir()) == before


def test_pages_of_before_are_gone_after_a_new_build(published: Path) -> None:
    """A claim that was removed has no page any more."""
    essay = published / "essays/a.qmd"
    essay.write_text(ESSAY.replace("Dat noemen [de meeste]{", "Dat [{").split("Dat [")[0], "utf-8")
    study = Study(published)
    report.publish(study)
    written = pages.write_site(published, published / "_site")
    assert len([path for path in written if path.stem.startswith("claim-")]) == 1
    assert written == sorted((published / "_site/bewijs").glob("*.html"))


def test_a_site_without_data_gets_no_pages(tmp_path: Path) -> None:
    """Nothing was judged yet."""
    assert pages.write_site(tmp_path, tmp_path / "_site") == []
