"""What a claim is about: codes, a choice or a theme; a group, and of whom."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.polarities import BOTH
from paraplu.report.census import Conditions, Expression, codes_of, opposites
from paraplu.report.groups import REST, find_group, others
from paraplu.report.judged import Judged, failed, near

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.records import Codebook, Polarity
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts
    from paraplu.report.groups import Group

__all__ = [
    "CONDITIONS", "Claim", "CodeClaim", "PoleClaim", "TopicClaim", "claim_id", "claim_key",
    "parse_expression", "read_claim",
]  # fmt: skip

CONDITIONS = ("argument", "fase", "pole", "valentie")
OF = ("besproken", "allen")
ABOUT: Mapping[str, tuple[str, ...]] = {
    "code": (*CONDITIONS, "group", "than", "of"),
    "polarity": ("lean", "group"),
    "topic": ("group", "of"),
}
"""What a claim may be about, and the attributes that go with it."""


@dataclass(frozen=True, slots=True, eq=False)
class CodeClaim:
    """A claim on codes.

    `against` are the conditions that say the opposite; `everyone` tells whether silence counts
    in the denominator; without `group` it is about all respondents; with `than` it compares the
    group with another.
    """

    expression: Expression
    conditions: Conditions = ()
    against: tuple[Conditions, ...] = ()
    group: Group | None = None
    than: Group | None = None
    everyone: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, each once."""
        return codes_of(self.expression)

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes that its condition is about."""
        return tuple(name for name, _ in self.conditions)


@dataclass(frozen=True, slots=True, eq=False)
class PoleClaim:
    """A claim on where respondents stand between two poles; `lean` is a pole, or *en*."""

    polarity: Polarity
    lean: str
    group: Group | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The code of the choice."""
        return (self.polarity.code,)

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attribute that a position rests on in every round."""
        return ("pole",)

    @property
    def across(self) -> str:
        """The pole on the other side; empty for *en*."""
        names = [pole.id for pole in self.polarity.poles]
        return "" if self.lean == BOTH else names[1 - names.index(self.lean)]


@dataclass(frozen=True, slots=True, eq=False)
class TopicClaim:
    """A claim on a theme that was found without codes, by its name."""

    topic: str
    group: Group | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """No codes."""
        return ()

    @property
    def attributes(self) -> tuple[str, ...]:
        """No attributes."""
        return ()


Claim = CodeClaim | PoleClaim | TopicClaim


def parse_expression(written: str) -> Expression:
    """Read codes with ``+`` (and) and ``|`` (or); *and* binds tighter.

    Examples
    --------
    >>> parse_expression("melden+aangifte|drempel")
    (('melden', 'aangifte'), ('drempel',))

    """
    return tuple(tuple(code.strip() for code in term.split("+")) for term in written.split("|"))


def claim_key(attributes: Mapping[str, str]) -> str:
    """Return what a claim is about, in one line that does not depend on how it is written.

    Examples
    --------
    >>> claim_key({"valentie": "-", "code": "b|a", "of": "besproken", "group": "groep=x"})
    'code=b|a group=x valentie=-'

    """
    written = {name: value.strip() for name, value in attributes.items()}
    if written.get("of") == OF[0]:
        written.pop("of")
    for name in ("group", "than"):
        if name in written:
            written[name] = written[name].removeprefix("groep=").strip()
    return " ".join(f"{name}={value}" for name, value in sorted(written.items()))


def claim_id(mark: Mark, *, word: str) -> str:
    """Return the name of the page of a claim: of what it is about and of its word."""
    about = f"{claim_key(mark.attributes)} {word}"
    return f"claim-{hashlib.sha256(about.encode()).hexdigest()[:10]}"


def read_claim(mark: Mark, facts: Facts, *, place: str) -> Claim | Judged:
    """Read what a claim counts, or say what is wrong with its attributes.

    Parameters
    ----------
    mark
        A mark ``.claim``.
    facts
        What the study knows.
    place
        ``file:line`` for problems.

    """
    wrong = _check_names(mark, place=place)
    if wrong is not None:
        return wrong
    group = _read_group(mark, facts, name="group", place=place)
    if isinstance(group, Judged):
        return group
    if "polarity" in mark.attributes:
        return _read_pole(mark, facts, group=group, place=place)
    if "topic" in mark.attributes:
        return _read_topic(mark, facts, group=group, place=place)
    return _read_code(mark, facts, group=group, place=place)


def _check_names(mark: Mark, *, place: str) -> Judged | None:
    """Return what is wrong with the names of the attributes."""
    about = [name for name in ABOUT if mark.attributes.get(name)]
    if len(about) != 1:
        name = f"'{about[1]}' naast '{about[0]}'" if about else "een ontbrekende 'code'"
        return failed(mark, "P406", place, kind="claim", name=name, allowed=" of ".join(ABOUT))
    allowed = (about[0], *ABOUT[about[0]])
    unknown = next((name for name in mark.attributes if name not in allowed), "")
    if unknown:
        known = ", ".join(allowed)
        return failed(mark, "P406", place, kind="claim", name=f"'{unknown}'", allowed=known)
    of = mark.attributes.get("of", OF[0])
    if of not in OF:
        return failed(mark, "P406", place, kind="claim", name=f'of="{of}"', allowed=", ".join(OF))
    return None


def _read_code(mark: Mark, facts: Facts, *, group: Group | None, place: str) -> CodeClaim | Judged:
    """Read a claim on codes."""
    expression = parse_expression(mark.attributes["code"])
    codes = codes_of(expression)
    book = facts.census.codebook
    for code in codes:
        if code not in book.codes:
            return failed(mark, "P440", place, code=code, allowed=near(code, book.codes))
    conditions = tuple((n, mark.attributes[n]) for n in CONDITIONS if n in mark.attributes)
    for name, value in conditions:
        allowed = _allowed(name, codes, book)
        if value not in allowed:
            return failed(
                mark, "P441", place, name=name, value=value, codes=", ".join(codes),
                allowed=", ".join(allowed) or "–",
            )  # fmt: skip
    everyone = mark.attributes.get("of") == "allen"
    if not conditions and not everyone:
        return failed(mark, "P448", place)
    than = _read_than(mark, facts, group=group, place=place)
    if isinstance(than, Judged):
        return than
    against = opposites(conditions, poles=facts.poles)
    return CodeClaim(expression, conditions, against, group, than, everyone=everyone)


def _read_pole(mark: Mark, facts: Facts, *, group: Group | None, place: str) -> PoleClaim | Judged:
    """Read a claim on a choice."""
    choices = {one.id: one for one in facts.study.polarities().polarities}
    name, lean = mark.attributes["polarity"], mark.attributes.get("lean", "")
    if name not in choices:
        return failed(mark, "P459", place, what="keuze", name=name, allowed=near(name, choices))
    sides = [*(pole.id for pole in choices[name].poles), BOTH]
    if lean not in sides:
        return failed(
            mark, "P441", place, name="lean", value=lean, codes=name, allowed=", ".join(sides)
        )
    return PoleClaim(choices[name], lean, group)


def _read_topic(
    mark: Mark, facts: Facts, *, group: Group | None, place: str
) -> TopicClaim | Judged:
    """Read a claim on a theme."""
    if mark.attributes.get("of") != "allen":
        return failed(mark, "P448", place)
    if group is not None and group.attribute != "groep":
        return failed(mark, "P406", place, kind="claim", name="'group'", allowed="groep=…")
    name = mark.attributes["topic"]
    pending = facts.pending_exhibit("04/topics")
    if name not in facts.topics:
        if pending:
            return Judged(mark, {}, pending)
        return failed(
            mark, "P459", place, what="thema", name=name, allowed=near(name, facts.topics)
        )
    return TopicClaim(name, group)


def _allowed(name: str, codes: tuple[str, ...], book: Codebook) -> tuple[str, ...]:
    """Return the values that an attribute may have with every one of these codes."""
    if name != "pole":
        return book.attributes[name].values if name in book.attributes else ()
    poles = [book.codes[code].poles for code in codes]
    return tuple(pole for pole in poles[0] if all(pole in other for other in poles))


def _read_than(
    mark: Mark, facts: Facts, *, group: Group | None, place: str
) -> Group | Judged | None:
    """Return the group that a claim compares with; None when it compares nothing."""
    if "than" not in mark.attributes:
        return None
    if group is None:
        return failed(mark, "P406", place, kind="claim", name="'than'", allowed="group en than")
    if mark.attributes["than"] == REST:
        rest = others(group, facts.census.people)
        if len(rest.members) >= facts.least:
            return rest
        return failed(mark, "P443", place, least=facts.least)
    than = _read_group(mark, facts, name="than", place=place)
    if not isinstance(than, Judged) and than is not None and than.overlaps(group):
        return failed(
            mark,
            "P406",
            place,
            kind="claim",
            name=f'than="{than.value}"',
            allowed="een andere groep",
        )
    return than


def _read_group(mark: Mark, facts: Facts, *, name: str, place: str) -> Group | Judged | None:
    """Return the group that an attribute names; None when it is not there."""
    written = mark.attributes.get(name)
    if written is None:
        return None
    published = facts.study.settings.privacy.published
    group = find_group(written, facts.groups, published=published)
    if group is None:
        known = [f"{attribute}={value}" for attribute, value in facts.groups]
        return failed(mark, "P442", place, group=written, allowed=near(written, known))
    if len(group.members) < facts.least:
        return failed(mark, "P443", place, least=facts.least)
    return group
