"""How evidence is shown."""

from __future__ import annotations

from paraplu.cli.passages import format_evidence
from paraplu.report.evidence import Evidence, MarkEvidence
from paraplu.report.grounds import Grounds, Words
from paraplu.report.judged import Judged


class OnlyText:
    """A mark, as far as it is shown."""

    text = "de  meeste\nrespondenten"


def words(text: str, *, memo: str = "") -> Words:
    """Return words of R10.2."""
    return Words("R10", "R10.2", 4, 7, 20, text, "zorg", "+, nazorg", memo, "k")


def test_support_comes_before_what_speaks_against() -> None:
    """Each passage with respondent, turn, offsets, code and stance."""
    mark = Judged(OnlyText(), {"note": "14 van de 16", "label": "dun"})  # type: ignore[arg-type]
    grounds = Grounds(
        support=(words("ja"),),
        against=(words("nee", memo="twijfel"),),
        nuance=(words("soms"),),
        deviant=(words("nooit"),),
    )
    found = MarkEvidence(mark, grounds)
    assert list(format_evidence(Evidence("essays/x.qmd:4", (found,)))) == [
        "essays/x.qmd:4",
        "",
        "“de meeste respondenten”",
        "  14 van de 16",
        "  dun",
        "  Ervoor, 1 passage:",
        "  - R10.2, beurt 4 (tekens 7–20) · zorg · +, nazorg",
        "    “ja”",
        "  Ertegen, 1 passage:",
        "  - R10.2, beurt 4 (tekens 7–20) · zorg · +, nazorg",
        "    “nee”",
        "    memo: twijfel",
        "  Nuancering binnen hetzelfde gesprek, 1 passage:",
        "  - R10.2, beurt 4 (tekens 7–20) · zorg · +, nazorg",
        "    “soms”",
        "  Afwijkende gevallen van de bevinding, 1 passage:",
        "  - R10.2, beurt 4 (tekens 7–20) · zorg · +, nazorg",
        "    “nooit”",
    ]


def test_a_mark_without_passages_says_so() -> None:
    """An empty screen would be a riddle."""
    mark = Judged(OnlyText(), {})  # type: ignore[arg-type]
    lines = list(format_evidence(Evidence("x", (MarkEvidence(mark),))))
    assert lines[-1] == "  Geen passages."
