"""The attributes of a claim: codes, conditions, group, and of whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paraplu.report.census import Conditions, Expression, codes_of, opposites
from paraplu.report.groups import find_group
from paraplu.report.judged import Judged, failed, near

if TYPE_CHECKING:
    from paraplu.records import Codebook
    from paraplu.report.essay import Mark
    from paraplu.report.facts import Facts
    from paraplu.report.groups import Group

__all__ = ["CONDITIONS", "Claim", "parse_expression", "read_claim"]

CONDITIONS = ("argument", "fase", "pole", "valentie")
OF = ("besproken", "allen")


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """What a claim counts.

    `against` are the conditions that say the opposite; `everyone` tells whether silence counts
    in the denominator; without `group` it is about all respondents.
    """

    expression: Expression
    conditions: Conditions = ()
    against: tuple[Conditions, ...] = ()
    group: Group | None = None
    everyone: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, each once."""
        return codes_of(self.expression)

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes that its condition is about."""
        return tuple(name for name, _ in self.conditions)


def parse_expression(written: str) -> Expression:
    """Read codes with ``+`` (and) and ``|`` (or); *and* binds tighter.

    Examples
    --------
    >>> parse_expression("melden+aangifte|drempel")
    (('melden', 'aangifte'), ('drempel',))

    """
    return tuple(tuple(code.strip() for code in term.split("+")) for term in written.split("|"))


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
    of = mark.attributes.get("of", OF[0])
    if of not in OF:
        return failed(mark, "P406", place, kind="claim", name=f'of="{of}"', allowed=", ".join(OF))
    if not conditions and of != "allen":
        return failed(mark, "P448", place)
    group = _read_group(mark, facts, place=place)
    if isinstance(group, Judged):
        return group
    against = opposites(conditions, poles=facts.poles)
    return Claim(expression, conditions, against, group, everyone=of == "allen")


def _allowed(name: str, codes: tuple[str, ...], book: Codebook) -> tuple[str, ...]:
    """Return the values that an attribute may have with every one of these codes."""
    if name != "pole":
        return book.attributes[name].values if name in book.attributes else ()
    poles = [book.codes[code].poles for code in codes]
    return tuple(pole for pole in poles[0] if all(pole in other for other in poles))


def _read_group(mark: Mark, facts: Facts, *, place: str) -> Group | Judged | None:
    """Return the group of a claim; None when it is about all respondents."""
    written = mark.attributes.get("group")
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
