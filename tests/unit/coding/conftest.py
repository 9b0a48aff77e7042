"""A small study in frames: two interviews, one of them double, three codes."""

from __future__ import annotations

import pandas as pd
import pytest

from paraplu.records import Code, Codebook, Coder, Family, Plan, Round

CODINGS = ("coder", "interview", "respondent", "turn", "start", "end", "code", "valentie")


@pytest.fixture
def codebook() -> Codebook:
    """Return a codebook of two families; code `laat` came in version 2."""
    codes = [Code("a", "Aa", "een", ""), Code("b", "Bee", "een", "")]
    codes.append(Code("laat", "Laat", "twee", "", since=2))
    families = (Family("een", "Een", "?", ("a", "b")), Family("twee", "Twee", "?", ("laat",)))
    return Codebook(2, families=families, codes={code.id: code for code in codes})


@pytest.fixture
def plan() -> Plan:
    """Return a plan with two coders under version 1 and a consensus under version 2."""
    return Plan(
        coders=(Coder("x", ""), Coder("y", ""), Coder("consensus", "")),
        rounds=(Round("dubbel", ("x", "y"), 1), Round("consensus", ("consensus",), 2)),
        presence="consensus",
    )


@pytest.fixture
def respondents() -> pd.DataFrame:
    """Return three persons in two interviews."""
    return pd.DataFrame(
        {
            "respondent": ["R1", "R2.1", "R2.2"],
            "interview": ["R1", "R2", "R2"],
            "groep": ["noord", "noord", "zuid"],
        }
    )


@pytest.fixture
def turns() -> pd.DataFrame:
    """Return five turns of ten code points, one of them the interviewer's."""
    rows = [
        ("R1", 1, "I", "", 0, 10, "Eén. Twee."),
        ("R1", 2, "R", "R1", 20, 30, "Eén. Twee."),
        ("R1", 3, "R", "R1", 40, 50, "Eén. Twee."),
        ("R2", 1, "R", "R2.1", 0, 10, "Eén. Twee."),
        ("R2", 2, "R", "R2.2", 20, 30, "Eén. Twee."),
    ]
    columns = ["interview", "turn", "role", "respondent", "start", "end", "text"]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def codings() -> pd.DataFrame:
    """Return codings of two coders and a consensus."""
    rows = [
        ("x", "R1", "R1", 2, 20, 24, "a", "+"),
        ("x", "R1", "R1", 2, 22, 30, "a", "-"),
        ("x", "R1", "R1", 2, 25, 45, "b", "-"),
        ("y", "R1", "R1", 2, 23, 30, "a", "-"),
        ("y", "R2", "R2.2", 2, 20, 25, "b", "+"),
        ("consensus", "R1", "R1", 2, 20, 30, "a", "+"),
        ("consensus", "R1", "R1", 3, 40, 50, "laat", "0"),
    ]
    return pd.DataFrame(rows, columns=list(CODINGS))
