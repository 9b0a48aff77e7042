"""Artefacts: declared, suppressed, hashed, all or nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.figure import Figure

from paraplu import artefacts
from paraplu.errors import Refused
from paraplu.study import Study

if TYPE_CHECKING:
    from pathlib import Path

NOTEBOOK = "91-proef"
DECLARATION = """
notebook = "91-proef"
question = "Hoe gaat het?"
inputs = ["interviews/respondents.csv"]

[[values]]
key = "proef.*"

[tables.groepen]
label = "Respondenten per groep"
key = ["groep"]
[tables.groepen.columns.groep]
label = "Groep"
[tables.groepen.columns.n]
label = "n"
kind = "count"
cell = true
[tables.groepen.columns.deel]
label = "Deel"
kind = "share"

[figures.lijn]
label = "Een lijn"
"""


@dataclass(frozen=True)
class Line:
    """A drawing: the smallest one that can be saved."""

    alt: str = "Een lijn van links naar rechts."
    caption: str = "n = 12"

    @property
    def figure(self) -> Figure:
        """A figure with one line."""
        figure = Figure(figsize=(2, 1))
        figure.add_subplot().plot([0, 1], [0, 1])
        return figure


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Make a study with one notebook of its own and its declaration."""
    (tmp_path / "paraplu.toml").write_text("[study]\nfictional = true\n", encoding="utf-8")
    (tmp_path / "interviews").mkdir()
    (tmp_path / "interviews" / "respondents.csv").write_text("id\n", encoding="utf-8")
    (tmp_path / "analysis").mkdir()
    (tmp_path / "analysis" / f"{NOTEBOOK}.toml").write_text(DECLARATION, encoding="utf-8")
    (tmp_path / "analysis" / f"{NOTEBOOK}.ipynb").write_text("{}", encoding="utf-8")
    return Study(tmp_path)


@pytest.fixture
def groups() -> pd.DataFrame:
    """Three groups, of nobody, too few, and enough."""
    return pd.DataFrame({"groep": ["a", "b", "c"], "n": [0, 2, 10], "deel": [0.0, 2 / 12, 10 / 12]})


def hand_over(study: Study, groups: pd.DataFrame, **changes: object) -> Path:
    """Write the declared artefacts, with changes."""
    given: dict[str, object] = {
        "values": [artefacts.Value("proef.n", 12, "respondenten", "Respondenten", 12, ("X",))],
        "tables": {"groepen": artefacts.Table(groups)},
        "figures": {"lijn": Line()},
    }
    return artefacts.write(study, NOTEBOOK, **(given | changes))  # type: ignore[arg-type]


def test_what_is_written_is_read_back(study: Study, groups: pd.DataFrame) -> None:
    """A value, a table and a figure come back as they were declared."""
    hand_over(study, groups)
    found = artefacts.read(study.root)
    assert found.problems == ()
    assert found.values["proef.n"].number == 12
    assert found.values["proef.n"].evidence == ("X",)
    assert found.tables["91/groepen"].columns["deel"].kind == "share"
    assert found.figures["91/lijn"].alt == "Een lijn van links naar rechts."
    assert (study.root / found.figures["91/lijn"].png).stat().st_size > 0


def test_small_cells_are_suppressed_with_their_shares(study: Study, groups: pd.DataFrame) -> None:
    """Of two respondents neither the count nor the share is written; nobody stays nobody."""
    hand_over(study, groups)
    path = artefacts.read(study.root).tables["91/groepen"].path
    lines = (study.root / path).read_text(encoding="utf-8").splitlines()
    assert lines[1].startswith("a,0,")
    assert lines[2] == "b,,"
    assert lines[3].startswith("c,10,")


def test_a_table_is_shown_in_a_notebook_as_in_an_essay(study: Study, groups: pd.DataFrame) -> None:
    """Dutch heads and numbers, declared columns only, small counts left out."""
    tables = {"groepen": artefacts.Table(groups.assign(codings=[("X",), (), ()]))}
    shown = artefacts.show(study, NOTEBOOK, tables, "groepen")
    assert shown.to_dict("list") == {"n": ["0", "<3", "10"], "Deel": ["0%", "–", "83%"]}
    assert list(shown.index) == ["a", "b", "c"]
    assert artefacts.show(
        study, NOTEBOOK, {"groepen": artefacts.Table(groups.iloc[:0])}, "groepen"
    ).empty


def test_a_table_that_is_not_declared_is_not_shown(study: Study, groups: pd.DataFrame) -> None:
    """What an essay cannot show, nor a notebook."""
    with pytest.raises(Refused, match="P481"):
        artefacts.show(study, NOTEBOOK, {"x": artefacts.Table(groups)}, "x")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"values": [artefacts.Value("ander.n", 1, "", "x")]}, "P481"),
        ({"values": [artefacts.Value("proef.n", 1, "", "x")] * 2}, "P482"),
        ({"values": [artefacts.Value("proef.n", float("nan"), "", "x")]}, "P483"),
        ({"tables": {}}, "P484"),
        ({"figures": {"lijn": Line(), "meer": Line()}}, "P481"),
        ({"tables": {"groepen": artefacts.Table(pd.DataFrame({"groep": []}))}}, "P485"),
        (
            {
                "tables": {
                    "groepen": artefacts.Table(
                        pd.DataFrame({"groep": ["a", "a"], "n": [4, 5], "deel": [0.4, 0.5]})
                    )
                }
            },
            "P486",
        ),
    ],
)
def test_what_was_not_declared_is_refused_and_the_old_stays(
    study: Study, groups: pd.DataFrame, changes: dict[str, object], code: str
) -> None:
    """A refusal names its code and leaves what was written before."""
    before = (hand_over(study, groups) / "manifest.json").read_bytes()
    with pytest.raises(Refused) as refusal:
        hand_over(study, groups, **changes)
    assert {problem.code for problem in refusal.value.problems} == {code}
    outputs = study.root / "analysis" / "outputs"
    assert (outputs / NOTEBOOK / "manifest.json").read_bytes() == before
    assert [path.name for path in outputs.iterdir()] == [NOTEBOOK]


def test_a_failure_while_drawing_leaves_the_old(study: Study, groups: pd.DataFrame) -> None:
    """When a figure cannot be drawn, nothing of the new folder is left behind."""
    before = (hand_over(study, groups) / "manifest.json").read_bytes()
    with pytest.raises(AttributeError):
        hand_over(study, groups, figures={"lijn": object()})
    outputs = study.root / "analysis" / "outputs"
    assert (outputs / NOTEBOOK / "manifest.json").read_bytes() == before
    assert [path.name for path in outputs.iterdir()] == [NOTEBOOK]


def test_without_declaration_nothing_is_written(study: Study) -> None:
    """A notebook that declares nothing may write nothing."""
    with pytest.raises(Refused) as refusal:
        artefacts.write(study, "92-vreemd")
    assert refusal.value.problems[0].code == "P480"
    assert not (study.root / "analysis" / "outputs").exists()


def test_a_changed_input_makes_a_notebook_stale(study: Study, groups: pd.DataFrame) -> None:
    """The notebook to run is named when what it read has changed."""
    assert [problem.code for problem in artefacts.stale(study.root)] == ["P490"]
    hand_over(study, groups)
    assert artefacts.stale(study.root) == []
    (study.root / "interviews" / "respondents.csv").write_text("id\nR01\n", encoding="utf-8")
    assert [problem.code for problem in artefacts.stale(study.root)] == ["P491"]


def test_a_touched_artefact_is_noticed(study: Study, groups: pd.DataFrame) -> None:
    """A number changed by hand is not the notebook's number."""
    folder = hand_over(study, groups)
    values = folder / "values.json"
    values.write_text(values.read_text(encoding="utf-8").replace("12", "13"), encoding="utf-8")
    found = artefacts.read(study.root)
    assert [problem.code for problem in found.problems] == ["P488"]
    assert found.values == {}


def test_a_key_of_two_notebooks_is_refused(study: Study, groups: pd.DataFrame) -> None:
    """The second notebook with a key is named, and the first keeps it."""
    hand_over(study, groups)
    twin = "92-tweede"
    text = f'notebook = "{twin}"\nquestion = "?"\ninputs = []\n[[values]]\nkey = "proef.*"\n'
    (study.root / "analysis" / f"{twin}.toml").write_text(text, encoding="utf-8")
    artefacts.write(study, twin, values=[artefacts.Value("proef.n", 7, "", "Zeven")])
    found = artefacts.read(study.root)
    assert [problem.code for problem in found.problems] == ["P489"]
    assert found.values["proef.n"].number == 12


def test_the_same_figure_gives_the_same_bytes(study: Study, groups: pd.DataFrame) -> None:
    """Writing twice gives the same manifest: no clock gets into an artefact."""
    with mpl.rc_context({"svg.hashsalt": "paraplu"}):
        first = (hand_over(study, groups) / "manifest.json").read_bytes()
        assert (hand_over(study, groups) / "manifest.json").read_bytes() == first


@pytest.mark.parametrize(
    ("text", "code"),
    [("notebook = ", "P493"), ('notebook = "91-proef"\n', "P492"), ("\udcff", "P493")],
)
def test_a_broken_declaration_is_named(study: Study, text: str, code: str) -> None:
    """A declaration that cannot be read gives a problem with its file, no traceback."""
    path = study.root / "analysis" / f"{NOTEBOOK}.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(Refused) as refusal:
        artefacts.declaration(NOTEBOOK, root=study.root)
    assert refusal.value.problems[0].code == code
    assert refusal.value.problems[0].place == f"analysis/{NOTEBOOK}.toml"


def test_every_declaration_of_ours_reads(study: Study) -> None:
    """Each notebook of ours has a question in Dutch, inputs, and names that say their number."""
    for name, declared in artefacts.declarations().items():
        assert declared.notebook == name
        assert declared.question.endswith("?")
        assert declared.inputs
    assert NOTEBOOK in artefacts.declarations(study.root)


def test_what_a_value_says_is_plain_json(study: Study, groups: pd.DataFrame) -> None:
    """The file of values can be read by any program, and says that it is fictional."""
    folder = hand_over(study, groups)
    data = json.loads((folder / "values.json").read_text(encoding="utf-8"))
    assert data["fictional"] is True
    assert data["values"]["proef.n"]["denominator"] == 12
