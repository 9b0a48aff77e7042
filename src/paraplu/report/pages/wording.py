"""What a page says of a claim in words: what is counted, of whom, and what that does not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu.messages.pages import CONDITIONS, EXPLAINED, LIMITS, PAGES, REFERRED
from paraplu.messages.report import LABELS, NOTES
from paraplu.report.claim import PoleClaim, TopicClaim
from paraplu.report.groups import REST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paraplu.report.claim import Claim
    from paraplu.report.facts import Facts
    from paraplu.report.groups import Group
    from paraplu.report.weighed import Weighed

__all__ = ["explain", "lead_of", "limits_of", "out_of_essay", "whom"]

_REFERENCE = re.compile(r"@(?P<kind>fig|tbl|sec)-[\w-]+")


def out_of_essay(sentence: str) -> str:
    """Return a sentence as it reads outside its essay, where a numbered reference leads nowhere.

    Examples
    --------
    >>> out_of_essay("@tbl-x toont wat @fig-y verbergt.")
    'De tabel toont wat de figuur verbergt.'

    """
    told = _REFERENCE.sub(lambda found: REFERRED[found["kind"]], " ".join(sentence.split()))
    return told[:1].upper() + told[1:] if _REFERENCE.match(sentence.lstrip()) else told


def lead_of(claim: Claim, facts: Facts) -> str:
    """Say in a sentence what a claim counts."""
    if isinstance(claim, PoleClaim):
        names = {pole.id: pole.name for pole in claim.polarity.poles}
        lean = names.get(claim.lean, claim.lean)
        return PAGES["pole lead"].format(question=claim.polarity.question, lean=lean)
    if isinstance(claim, TopicClaim):
        return PAGES["topic lead"].format(topic=claim.topic)
    names = {code: facts.census.codebook.codes[code].name for code in claim.codes}
    about = f" {NOTES['or']} ".join(
        f" {NOTES['and']} ".join(f"‘{names[code]}’" for code in term) for term in claim.expression
    )
    said = [_condition(name, value) for name, value in claim.conditions]
    lead = PAGES["code lead"].format(about=about, condition="".join(f", {one}" for one in said))
    if claim.than is None:
        return lead
    return f"{lead} {PAGES['than lead'].format(group=whom(claim, claim.than))}"


def whom(claim: Claim, group: Group | None) -> str:
    """Say whom a claim counts: of everyone, or of who speaks of it; in a group or in all.

    For the group of the claim, or for the one that it is compared with.
    """
    if isinstance(claim, PoleClaim):
        of = PAGES["of placed"]
    elif isinstance(claim, TopicClaim) or claim.everyone:
        of = PAGES["of everyone"]
    else:
        of = PAGES["of speakers"]
    if group is None:
        return of
    if group.value == REST:
        return PAGES["in rest"].format(of=of)
    return PAGES["in group"].format(of=of, group=group.value)


def explain(weighed: Weighed) -> tuple[str, ...]:
    """Say what the label of a claim means."""
    if not weighed.labels:
        stability = weighed.stability
        tried = stability.respondents or stability.groups or stability.coders
        return (EXPLAINED["holds" if tried else "exact"],)
    meant = {LABELS[name]: text for name, text in EXPLAINED.items() if name in LABELS}
    return tuple(meant[label] for label in weighed.labels)


def limits_of(weighed: Weighed, facts: Facts) -> tuple[str, ...]:
    """Say what the count behind a claim does not say."""
    return tuple(LIMITS[name] for name in _limits(weighed, facts))


def _limits(weighed: Weighed, facts: Facts) -> Iterator[str]:
    """Yield the names of the limits that apply."""
    claim = weighed.claim
    yield "chosen"
    if isinstance(claim, PoleClaim):
        yield "placed"
        if weighed.word.startswith(f"naar {claim.lean}"):
            yield "mean"
    elif isinstance(claim, TopicClaim):
        yield "theme"
    else:
        yield "silence counts" if claim.everyone else "silence"
        yield "people"
    if NOTES["consensus only"] in weighed.notes:
        yield "consensus"
    if NOTES["partly doubled"] in weighed.notes:
        yield "partly"
    published = facts.study.settings.privacy.published
    if claim.group is not None and claim.group.attribute not in published:
        yield "unpublished"
    yield "meaning"


def _condition(name: str, value: str) -> str:
    """Say a condition after 'ter sprake komt'."""
    known = CONDITIONS.get(f"{name}={value}") or CONDITIONS.get(name) or CONDITIONS["other"]
    return known.format(name=name, value=value)
