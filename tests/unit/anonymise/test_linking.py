"""Linking mentions to entities, and the proposal made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.anonymise.detection import Mention
from paraplu.anonymise.linking import link
from paraplu.anonymise.proposal import propose

if TYPE_CHECKING:
    from collections.abc import Callable

    from paraplu.anonymise.document import Document


def mentions(*named: tuple[str, str]) -> list[Mention]:
    """Return mentions one after the other."""
    return [Mention(10 * n, 10 * n + len(t), label, t) for n, (t, label) in enumerate(named)]


def groups(*named: tuple[str, str]) -> list[list[str]]:
    """Return the words of every entity."""
    return [[m.text for m in group] for group in link(mentions(*named))]


def persons(*names: str) -> list[list[str]]:
    """Return the names of every person."""
    return groups(*((name, "PERSON") for name in names))


def test_parts() -> None:
    """First name and surname find their person, also when the whole comes later."""
    assert persons("Jaap", "Storm", "Jaap Hoekman", "Hoekman") == [
        ["Jaap", "Jaap Hoekman", "Hoekman"],
        ["Storm"],
    ]


def test_family() -> None:
    """Two first names with one surname are two persons; the surname goes to the last one."""
    assert persons("Ineke Storm", "Herman Storm", "Storm") == [
        ["Ineke Storm"],
        ["Herman Storm", "Storm"],
    ]


def test_heard_otherwise() -> None:
    """An initial, a title and a misheard long name are the same person."""
    assert persons("Joost Terpstra", "J. Terpstra", "meneer Terpstra", "Terpsma") == [
        ["Joost Terpstra", "J. Terpstra", "meneer Terpstra", "Terpsma"]
    ]


def test_places() -> None:
    """A place is one with and without article or possessive, and not another label."""
    assert (
        groups(
            ("Holtwolde", "MUNICIPALITY"),
            ("Holtwoldse", "MUNICIPALITY"),
            ("holtwolde", "MUNICIPALITY"),
        )[0][0]
        == "Holtwolde"
    )
    assert groups(("De Werf", "PLACE"), ("Werf", "PLACE"), ("De Werf", "ORG")) == [
        ["De Werf", "Werf"],
        ["De Werf"],
    ]


def test_nothing() -> None:
    """Without mentions there are no entities."""
    assert link([]) == ()


def test_roles(read: Callable[[str], Document]) -> None:
    """Who says his name, or is met by the interviewer, is the respondent."""
    text = "I: Ik zit met Karin Storm in het dorp.\n\nR: Ja. En Herman was er ook."
    found = [
        Mention(text.index(name), text.index(name) + len(name), "PERSON", name)
        for name in ("Karin Storm", "Herman")
    ]
    decisions = propose(read(text), found, interview="R41")
    assert [e.replacement for e in decisions.entities] == ["[respondent]", "[persoon 1]"]
    assert {e.status for e in decisions.entities} == {"voorgesteld"}
    assert decisions.state == "machine"
