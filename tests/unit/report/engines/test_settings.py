"""What is read from `_quarto.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paraplu.errors import Refused
from paraplu.report.engines import settings

if TYPE_CHECKING:
    from pathlib import Path


def test_has_defaults_without_a_file(tmp_path: Path) -> None:
    """A study without `_quarto.yml` is Dutch and has no bibliography."""
    read = settings.read(tmp_path)
    assert (read.lang, read.number_sections, read.bibliography) == ("nl-NL", False, ())


def test_reads_what_the_engine_follows(tmp_path: Path) -> None:
    """Title, language, numbering and bibliography come from the file."""
    (tmp_path / "essays").mkdir()
    bib = tmp_path / "essays" / "references.bib"
    bib.write_text("", encoding="utf-8")
    (tmp_path / "_quarto.yml").write_text(
        "website: {title: Proef}\nlang: nl-BE\nnumber-sections: true\n"
        "bibliography: essays/references.bib\n",
        encoding="utf-8",
    )
    read = settings.read(tmp_path)
    assert read == settings.Settings(
        title="Proef", lang="nl-BE", number_sections=True, bibliography=(bib,), csl=None
    )


def test_names_a_bibliography_that_is_missing(tmp_path: Path) -> None:
    """A bibliography that is not there is refused by its name."""
    (tmp_path / "_quarto.yml").write_text("bibliography: [weg.bib]\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"P465.*weg\.bib"):
        settings.read(tmp_path)


def test_refuses_broken_yaml_with_its_line(tmp_path: Path) -> None:
    """A `_quarto.yml` that is not YAML is refused with a line."""
    (tmp_path / "_quarto.yml").write_text("lang: nl\nwebsite: {title: [\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"P468\] _quarto\.yml:\d"):
        settings.read(tmp_path)
