"""The whole way: a study is judged, marks are written, numbers rewritten, evidence shown."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from paraplu import report
from paraplu.errors import Refused
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

GOOD = 'Er zijn [28]{.value key="proef.partners"} partners.\n'
CLAIM = '[de meeste]{.claim code="melden" valentie="-" group="criticaster"} zien dat.\n'


def essay(root: Path, name: str, text: str) -> Path:
    """Write an essay."""
    path = root / "essays" / f"{name}.qmd"
    path.write_bytes(text.encode())
    return path


def test_marks_are_written_under_their_keys(own_root: Path) -> None:
    """The file says for whom it is, and that the study is fictional."""
    essay(own_root, "a", GOOD)
    written = report.write_marks(report.judge(Study(own_root)), own_root)
    assert [path.name for path in written] == ["a.json"]
    assert json.loads(written[0].read_text(encoding="utf-8")) == {
        "schema": 1, "essay": "a", "fictional": True, "study": "Proef",
        "marks": {
            "value|key=proef.partners|28": {
                "class": "value", "ok": True, "note": "", "about": "partners"
            }
        },
    }  # fmt: skip


def test_a_failing_essay_loses_its_marks(own_root: Path) -> None:
    """So that nothing can be rendered from before; the other keeps its own."""
    essay(own_root, "a", GOOD)
    essay(own_root, "b", GOOD)
    report.write_marks(report.judge(Study(own_root)), own_root)
    essay(own_root, "a", GOOD.replace("28", "29"))
    report.write_marks(report.judge(Study(own_root)), own_root)
    assert [path.name for path in (own_root / "essays/_marks").iterdir()] == ["b.json"]


def test_marks_of_an_essay_that_is_gone_are_removed(own_root: Path) -> None:
    """Also when other essays are judged."""
    path = essay(own_root, "a", GOOD)
    report.write_marks(report.judge(Study(own_root)), own_root)
    path.unlink()
    report.write_marks(report.judge(Study(own_root)), own_root)
    assert list((own_root / "essays/_marks").iterdir()) == []


def test_judging_writes_nothing(own_root: Path) -> None:
    """It only reads."""
    essay(own_root, "a", GOOD)
    before = sorted(own_root.rglob("*"))
    report.judge(Study(own_root))
    assert sorted(own_root.rglob("*")) == before


def test_one_essay_can_be_judged(own_root: Path) -> None:
    """By name, by file, and not when it does not exist."""
    path = essay(own_root, "a", GOOD)
    essay(own_root, "b", "veel")
    study = Study(own_root)
    assert report.judge(study, essays=["a"]).problems == ()
    assert [e.name for e in report.judge(study, essays=[path]).essays] == ["a"]
    with pytest.raises(Refused, match="P401"):
        report.judge(study, essays=["c"])


def test_the_step_before_quarto_prints_what_is_wrong(
    own_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stops the render, and names file and line."""
    essay(own_root, "a", GOOD)
    assert (report.judge_project(own_root), capsys.readouterr().err) == (0, "")
    essay(own_root, "a", "\n\nEr is veel.\n")
    assert report.judge_project(own_root) == 1
    assert "[P411] essays/a.qmd:3: 'veel'" in capsys.readouterr().err


def test_a_stale_notebook_stops_only_what_leans_on_it(own_root: Path) -> None:
    """The problem names the notebook."""
    essay(own_root, "a", GOOD)
    essay(own_root, "b", "Niets.\n")
    path = own_root / "interviews/respondents.csv"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    first, second = report.judge(Study(own_root)).essays
    assert [problem.code for problem in first.problems] == ["P491"]
    assert second.problems == ()


def test_a_notebook_that_has_not_run_is_named_once(own_root: Path) -> None:
    """Instead of every value that is missing."""
    essay(own_root, "a", GOOD * 3)
    for path in sorted((own_root / "analysis/outputs").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    found = report.judge(Study(own_root)).problems
    assert [(problem.code, problem.place) for problem in found] == [
        ("P490", "analysis/07-proef.ipynb")
    ]


def test_withdrawal_changes_what_holds(own_root: Path) -> None:
    """Without R01 to R03 one of two criticasters is left: a word no longer fits."""
    essay(own_root, "a", CLAIM)
    assert report.judge(Study(own_root)).problems == ()
    path = own_root / "interviews/respondents.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r"^(R0[123],.*),nee$", r"\1,ja", text, flags=re.MULTILINE), encoding="utf-8"
    )
    assert [p.code for p in report.judge(Study(own_root)).problems] == ["P443"]


def test_removing_the_ledger_of_a_coder_changes_labels(own_root: Path) -> None:
    """Without a second coder nothing depends on the coder any more."""
    text = '[alle]{.claim code="drempel" valentie="-" group="actieve participant"} zien dat.\n'
    essay(own_root, "a", text)
    before = report.judge(Study(own_root)).essays[0].marks[0].label
    for path in (own_root / "codebook/codings/coder-b").iterdir():
        path.unlink()
    after = report.judge(Study(own_root)).essays[0].marks[0].label
    assert "codeur" in before
    assert after == "houdt"


def test_a_double_round_over_a_sample_is_not_held_against_the_rest(own_root: Path) -> None:
    """Who was not coded twice cannot show what depends on the coder; agreement still can."""
    text = '[alle]{.claim code="drempel" valentie="-" group="actieve participant"} zien dat.\n'
    essay(own_root, "a", text)
    plan = own_root / "codebook/plan.yaml"
    whole, part = "codebook: 1, interviews: all", "codebook: 1, interviews: [R01, R07]"
    plan.write_text(plan.read_text(encoding="utf-8").replace(whole, part), encoding="utf-8")
    mark = report.judge(Study(own_root)).essays[0].marks[0]
    assert mark.label == "codeurs lezen dit verschillend"
    assert mark.entry["note"] == "9 van de 9 besproken; niet overal dubbel gecodeerd"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('[27]{.value key="proef.partners"}', '[28]{.value key="proef.partners"}'),
        ('[Elf]{.value key="proef.twaalf"}', '[Twaalf]{.value key="proef.twaalf"}'),
        ('[11 van de 15]{.value key="proef.twaalf"}', '[12 van de 16]{.value key="proef.twaalf"}'),
        ('[71%]{.value key="proef.twaalf"}', '[75%]{.value key="proef.twaalf"}'),
        ('[0,7123]{.value key="proef.alfa"}', '[0,6873]{.value key="proef.alfa"}'),
        (
            '[27 partners]{.value key="proef.partners"}',
            '[28 partners]{.value key="proef.partners"}',
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_stale_numbers_are_rewritten_in_place(
    own_root: Path, old: str, new: str, newline: str
) -> None:
    """In the form they had; the rest of the file stays as it was."""
    frame = (
        f"---{newline}title: x{newline}---{newline}{newline}Één: {{}}, en [9]{{.eigen}}.{newline}"
    )
    path = essay(own_root, "a", frame.replace("{}", old, 1).replace("{{", "{").replace("}}", "}"))
    made = report.update(Study(own_root))
    expected = frame.replace("{}", new, 1).replace("{{", "{").replace("}}", "}")
    assert path.read_bytes().decode() == expected
    assert [(m.place, m.old, m.new) for m in made] == [
        ("essays/a.qmd:5", old[1 : old.index("]")], new[1 : new.index("]")])
    ]
    assert report.update(Study(own_root)) == ()


def test_numbers_that_cannot_be_read_are_left_to_the_judge(own_root: Path) -> None:
    """Nothing is rewritten that is not understood."""
    path = essay(own_root, "a", '[veel]{.value key="proef.partners"} [9]{.value key="weg"}\n')
    before = path.read_bytes()
    assert report.update(Study(own_root)) == ()
    assert path.read_bytes() == before


def test_evidence_of_a_claim_shows_both_sides(own_root: Path) -> None:
    """Support are the passages that meet the condition; against, opposite and counter-evidence."""
    essay(own_root, "a", f"Eerst.\n\n{CLAIM}")
    found = report.evidence(Study(own_root), place="essays/a.qmd:3").marks[0]
    assert [words.respondent for words in found.support] == ["R01", "R02", "R03", "R04"]
    assert [(w.respondent, w.stance) for w in found.against] == [("R04", "+"), ("R05", "+")]
    assert found.support[0].text == "Melden helpt niet, dat weet 1 wel."
    body = Study(own_root).transcripts["R01"].body
    assert body[found.support[0].start : found.support[0].end] == found.support[0].text


def test_evidence_of_a_failed_claim_is_shown_too(own_root: Path) -> None:
    """That is when it is needed most."""
    essay(own_root, "a", CLAIM.replace("de meeste", "alle"))
    found = report.evidence(Study(own_root), place="essays/a.qmd:1").marks[0]
    assert (found.judged.ok, len(found.support)) == (False, 4)


def test_evidence_of_a_value_is_what_its_notebook_named(own_root: Path) -> None:
    """One coding, as the notebook wrote."""
    essay(own_root, "a", '[12]{.value key="proef.twaalf"}\n')
    found = report.evidence(Study(own_root), place="essays/a.qmd:1").marks[0]
    assert [words.respondent for words in found.support] == ["R01"]


def test_evidence_of_a_quotation_is_its_place(own_root: Path) -> None:
    """Interview, turn and offsets into the body."""
    essay(own_root, "a", '[“geen […] adres”]{.quote from="R01"}\n'.replace("[…] ", ""))
    words = report.evidence(Study(own_root), place="essays/a.qmd:1").marks[0].support[0]
    body = Study(own_root).transcripts["R01"].body
    assert (words.interview, body[words.start : words.end]) == ("R01", "geen adres")


@pytest.mark.parametrize(
    ("place", "code"),
    [("essays/a.qmd:2", "P414"), ("essays/a.qmd", "P413"), ("essays/b.qmd:1", "P401")],
)
def test_evidence_without_a_mark_is_refused(own_root: Path, place: str, code: str) -> None:
    """The message says what a place looks like."""
    essay(own_root, "a", f"{GOOD}\n")
    with pytest.raises(Refused, match=code):
        report.evidence(Study(own_root), place=place)


def test_settings_of_the_check_are_checked(own_root: Path) -> None:
    """Bands that leave a gap, and a selection of what does not exist."""
    path = own_root / "paraplu.toml"
    text = path.read_text(encoding="utf-8").replace(
        'bekendheid = ["onbekend met het netwerk"]', 'onzin = ["ridders"]'
    )
    bands = '[[report.bands]]\nword = "veel"\nfrom_n = 5\nlow = 0.5\n'
    path.write_text(text + bands, encoding="utf-8")
    assert [p.code for p in report.problems(Study(own_root))] == ["P409", "P419", "P419"]


def test_bands_of_the_study_take_the_place_of_ours(own_root: Path) -> None:
    """The words are theirs as well."""
    path = own_root / "paraplu.toml"
    bands = (
        '[[report.bands]]\nword = "niet zo veel"\nfrom_n = 3\nhigh = 0.5\nhigh_included = false\n'
        '[[report.bands]]\nword = "best veel"\nfrom_n = 3\nlow = 0.5\n'
    )
    path.write_text(path.read_text(encoding="utf-8") + bands, encoding="utf-8")
    essay(own_root, "a", CLAIM.replace("de meeste", "best veel"))
    assert [p.code for p in report.problems(Study(own_root))] == ["P476"]


def test_a_study_without_essays_has_no_problems(own_root: Path) -> None:
    """And no marks."""
    verdict = report.judge(Study(own_root))
    assert (verdict.essays, verdict.problems) == ((), ())
    assert report.write_marks(verdict, own_root) == []
