"""Questions to all codings: what goes together, stands near, or is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import pandas as pd

from paraplu import messages
from paraplu.coding.concordance import keyword_in_context
from paraplu.coding.cooccurrence import WITHIN, Within, cooccurrence_pairs
from paraplu.coding.proximity import proximity
from paraplu.errors import Refused
from paraplu.view.passages import visible_codings

if TYPE_CHECKING:
    from paraplu.study import Study
    from paraplu.study.ledgers import Ledgers

__all__ = ["ATTRIBUTES", "KINDS", "Query", "run_query"]

KINDS = ("overlap", "proximity", "matrix", "kwic")
ATTRIBUTES = ("fase", "valentie", "pole", "argument", "groep")


@dataclass(frozen=True, slots=True)
class Query:
    """A question: its kind (one of `KINDS`) and what that kind asks.

    `of` is the coder whose work is asked (by default the one on whom presence rests, else the
    own), `within` span, turn or respondent, `code` the code to look around, `distance` in turns
    of respondents, `attribute` one of `ATTRIBUTES`, `text` the keyword, `width` code points of
    context, `groep` a group of respondents to which everything is limited.
    """

    kind: str
    of: str = ""
    within: str = "turn"
    code: str = ""
    distance: int = 1
    attribute: str = "valentie"
    text: str = ""
    width: int = 60
    groep: str = ""


def run_query(
    study: Study, query: Query, *, coder: str, ledgers: Ledgers
) -> tuple[list[str], list[dict[str, Any]]]:
    """Answer a question with a table.

    Returns
    -------
    columns, rows
        The names of the columns, and a mapping per row.

    Raises
    ------
    Refused
        P515 when the question has a value that does not exist, P509 when the coder may not be
        seen, P516 without such a code.

    """
    if query.kind not in KINDS:
        raise Refused([_wrong("kind", KINDS)])
    turns = study.turns()
    if query.groep:
        members = [person.id for person in study.people if person.groep == query.groep]
        turns = turns[turns["respondent"].isin(members)]
    if query.kind == "kwic":
        return _table(_say_group(study, _keyword(turns, query)))
    codings = _codings(study, query, coder=coder, ledgers=ledgers)
    codes = list(study.codebook().codes)
    if query.kind == "matrix":
        return _table(_matrix(codings, query, codes=codes))
    if query.kind == "overlap":
        if query.within not in WITHIN:
            raise Refused([_wrong("within", WITHIN)])
        within = cast("Within", query.within)
        return _table(cooccurrence_pairs(codings, turns=turns, codes=codes, within=within))
    if query.code not in codes:
        raise Refused([messages.problem("P516", "codeboek", code=query.code[:64])])
    return _table(
        proximity(codings, turns=turns, code=query.code, codes=codes, distance=query.distance)
    )


def _codings(study: Study, query: Query, *, coder: str, ledgers: Ledgers) -> pd.DataFrame:
    """Return the codings a question is about."""
    plan = study.plan()
    seen = {each for name in study.transcripts for each in plan.visible(coder, name)}
    if query.of and query.of not in seen:
        raise Refused([messages.problem("P509", "vraag", coder=query.of[:64])])
    usual = plan.presence if plan.presence in seen else coder
    frame = visible_codings(study, coder=coder, ledgers=ledgers, of=query.of or usual)
    return frame[frame["groep"].eq(query.groep)] if query.groep else frame


def _matrix(codings: pd.DataFrame, query: Query, *, codes: list[str]) -> pd.DataFrame:
    """Count codings per code and value of an attribute; a blank value is a dash."""
    if query.attribute not in ATTRIBUTES:
        raise Refused([_wrong("attribute", ATTRIBUTES)])
    values = codings[query.attribute].replace("", "–")
    table = pd.crosstab(codings["code"], values)
    table = table.reindex([code for code in codes if code in table.index])
    return table.rename_axis(columns=None).reset_index()


def _keyword(turns: pd.DataFrame, query: Query) -> pd.DataFrame:
    """Return where a keyword is said."""
    if not query.text.strip("* \t\n"):
        raise Refused([_wrong("text", ("een woord of een paar woorden",))])
    return keyword_in_context(turns, keyword=query.text, width=query.width)


def _say_group(study: Study, found: pd.DataFrame) -> pd.DataFrame:
    """Add the group of the respondent."""
    groups = {person.id: person.groep for person in study.people}
    said = [groups.get(each, "") for each in found["respondent"]]
    found.insert(3, "groep", said)
    return found


def _wrong(name: str, allowed: tuple[str, ...]) -> Any:  # noqa: ANN401
    """Return the problem of a value that does not exist."""
    return messages.problem("P515", "vraag", name=name, allowed=", ".join(allowed))


def _table(frame: pd.DataFrame) -> tuple[list[str], list[dict[str, Any]]]:
    """Return a frame as plain data."""
    columns = [str(column) for column in frame.columns]
    records = frame.astype(object).to_dict("records")
    return columns, [{str(key): value for key, value in row.items()} for row in records]
