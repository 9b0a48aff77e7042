"""Evidence on the command line: what is shown, what is kept, and pages for researchers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from paraplu import pipeline
from paraplu.cli.app import main
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

ESSAY = """\
---
title: Een proef
---

[De meeste]{.claim code="melden" valentie="-" group="criticaster"} zien dat zo.

Iemand zei [“Ik had wél een baan, maar geen adres.”]{.quote from="R01"}
"""


@pytest.fixture
def there(own_root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a study with an essay, and work in it."""
    (own_root / "essays/index.qmd").write_text(ESSAY, encoding="utf-8")
    (own_root / "_quarto.yml").write_text("website: {title: Proef}\n", encoding="utf-8")
    monkeypatch.chdir(own_root)
    return own_root


def test_a_reading_is_kept_and_shown(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """First nobody read it; then somebody did, on a day."""
    assert main(["evidence", "essays/index.qmd:5"]) == 0
    first = capsys.readouterr().out
    assert "nog door niemand gelezen" in first
    assert "zonder telkens één respondent: houdt stand in 5 van 5" in first
    assert "zegt het tegendeel: 2 van 5" in first
    assert main(["evidence", "essays/index.qmd:5", "--read-by", "A. Lezer"]) == 0
    assert "A. Lezer las 1 claim" in capsys.readouterr().out
    assert (there / "codebook/reviews/claims.yaml").is_file()
    assert main(["evidence", "essays/index.qmd:5"]) == 0
    assert re.search(r"gelezen door A\. Lezer op \d\d-\d\d-\d{4}\n", capsys.readouterr().out)


def test_a_line_without_a_claim_keeps_nothing(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says so."""
    assert main(["evidence", "essays/index.qmd:7", "--read-by", "A. Lezer"]) == 0
    assert "Op deze regel staat geen claim" in capsys.readouterr().out
    assert not (there / "codebook/reviews").exists()


def test_a_quotation_stands_between_its_own_marks(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And a claim between marks of ours."""
    del there
    assert main(["evidence", "essays/index.qmd:7"]) == 0
    assert "\n“Ik had wél een baan, maar geen adres.”\n" in capsys.readouterr().out
    assert main(["evidence", "essays/index.qmd:5"]) == 0
    assert "\n“De meeste”\n" in capsys.readouterr().out


def test_notices_stop_nothing(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check names what nobody read, and ends well."""
    del there
    main(["check", "--essays"])
    out = capsys.readouterr().out
    assert "[P476] essays/index.qmd:5" in out
    assert "opmerking" in out.splitlines()[-1]


def test_confidential_pages_go_to_the_researchers(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Inside `.paraplu`, and nothing else is made."""
    assert main(["render", "--confidential"]) == 0
    assert ".paraplu/vertrouwelijk/index.html" in capsys.readouterr().out.replace("\\", "/")
    assert (there / ".paraplu/vertrouwelijk/index.html").is_file()
    assert not (there / "_site").exists()


def test_rendering_puts_the_public_pages_into_the_site(there: Path) -> None:
    """Also when another essay alone is rendered, and a mark in the page leads there."""
    (there / "essays/b.qmd").write_text("---\ntitle: B\n---\n\nNiets.\n", encoding="utf-8")
    pipeline.render(Study(there), to=["html"], engine="embedded")
    pipeline.render(Study(there), essays=["b"], to=["html"], engine="embedded")
    page = (there / "_site/essays/index.html").read_text(encoding="utf-8")
    found = re.search(r'href="\.\./bewijs/(claim-\w+)\.html"', page)
    assert found is not None
    assert f'id="{found[1]}"' in page
    back = (there / f"_site/bewijs/{found[1]}.html").read_text(encoding="utf-8")
    assert f"../essays/index.html#{found[1]}" in back
    assert not list((there / "_site").rglob("*vertrouwelijk*"))
