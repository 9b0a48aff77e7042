"""Tokens and cookies of the door."""

from __future__ import annotations

from paraplu.errors import Severity
from paraplu.messages import texts
from paraplu.web.guard import STATUS, Sessions


def test_every_cookie_is_another_and_leads_to_its_coder() -> None:
    """Two windows of one coder have each their own."""
    sessions = Sessions({"a": "coder-a", "b": "coder-b"}, once={})
    cookies = [sessions.enter("a"), sessions.enter("a"), sessions.enter("b")]
    assert len(set(cookies)) == 3
    assert [sessions.coder(cookie or "") for cookie in cookies] == ["coder-a", "coder-a", "coder-b"]


def test_what_nobody_has_opens_nothing() -> None:
    """Nor does a token serve as a cookie, or the other way round."""
    sessions = Sessions({"a": "coder-a"}, once={})
    cookie = sessions.enter("a") or ""
    assert sessions.enter("") is None
    assert sessions.enter("é\ud800") is None
    assert sessions.enter(cookie) is None
    assert sessions.coder("a") is None
    assert sessions.coder("") is None


def test_every_status_belongs_to_a_problem_that_stops() -> None:
    """A notice is no reason to refuse."""
    assert {texts()[code].severity for code in STATUS} == {Severity.ERROR}
