"""The codebook as the coding room shows it: families, codes, counts, what to read again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from paraplu.view.protocol import codings_of

if TYPE_CHECKING:
    from paraplu.records import Code
    from paraplu.study import Study
    from paraplu.study.ledgers import Ledgers

__all__ = ["describe_codebook", "list_rereading"]


def describe_codebook(study: Study, *, coder: str, ledgers: Ledgers) -> dict[str, Any]:
    """Return the codebook with, per code, the number of codings this coder may see."""
    codebook = study.codebook()
    counts = _counts(study, coder=coder, ledgers=ledgers)
    return {
        "version": codebook.version,
        "families": [
            {
                "id": family.id,
                "name": family.name,
                "question": family.question,
                "codes": [_code(codebook.codes[each], counts) for each in family.codes],
            }
            for family in codebook.families
        ],
        "attributes": [
            {
                "id": each.id, "values": list(each.values), "per_code": not each.values,
                "since": each.since, "definition": each.definition,
            }
            for each in codebook.attributes.values()
        ],
        "history": [
            {
                "version": each.version, "date": each.date, "change": each.change,
                "added": list(each.added),
            }
            for each in codebook.history
        ],
        "merged": dict(codebook.merged),
        "reread": list_rereading(study, coder=coder, ledgers=ledgers),
    }  # fmt: skip


def list_rereading(study: Study, *, coder: str, ledgers: Ledgers) -> list[dict[str, Any]]:
    """Return which interviews this coder has to read again, for which codes.

    A code that came after the version under which the plan gave the coder an interview was not
    looked for there; until a round with the new version covers it, the code counts as *niet
    bekeken*. A code that was split is on the list for every interview in which it was given.

    Returns
    -------
    list of dict
        `interview`, `code`, `coder`, `since`, and `codings`: of a split code, how many of the
        coder's codings still wait for one of the new ones.

    """
    codebook, plan = study.codebook(), study.plan()
    rows: list[dict[str, Any]] = []
    for transcript in study.transcripts.values():
        read = [
            each.codebook
            for each in plan.rounds
            if coder in each.coders and (not each.interviews or transcript.id in each.interviews)
        ]
        if not read:
            continue
        codings = codings_of(ledgers, coder, transcript=transcript, codebook=codebook)
        given = Counter(coding.code for coding in codings)
        rows += [
            {
                "interview": transcript.id, "code": code.id, "coder": coder,
                "since": max(code.since, code.retired), "codings": given[code.id],
            }
            for code in codebook.codes.values()
            if (not code.retired and code.since > max(read)) or (code.retired and given[code.id])
        ]  # fmt: skip
    return rows


def _counts(study: Study, *, coder: str, ledgers: Ledgers) -> Counter[str]:
    """Return the number of visible codings per code."""
    return Counter(
        coding.code
        for transcript in study.transcripts.values()
        for each in study.plan().visible(coder, transcript.id)
        for coding in codings_of(ledgers, each, transcript=transcript, codebook=study.codebook())
    )


def _code(code: Code, counts: Counter[str]) -> dict[str, Any]:
    """Return one code."""
    return {
        "id": code.id, "name": code.name, "definition": code.definition, "include": code.include,
        "exclude": code.exclude, "since": code.since, "poles": list(code.poles),
        "parent": code.parent, "retired": code.retired, "count": counts[code.id],
    }  # fmt: skip
