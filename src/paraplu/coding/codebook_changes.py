"""Whether a change fits the codebook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu import messages

if TYPE_CHECKING:
    from paraplu.errors import Problem
    from paraplu.records import Codebook, CodebookChange

__all__ = ["IDENTIFIER", "OPERATIONS", "judge_change"]

OPERATIONS = ("edit", "add", "rename", "merge", "split", "retire")
IDENTIFIER = re.compile(r"^[a-z][a-z0-9-]{0,63}$")
PLACE = "codebook/codebook.yaml"
FEWEST = 2
"""Codes in which a code can be split."""


def judge_change(change: CodebookChange, *, codebook: Codebook) -> list[Problem]:
    """Name what keeps a change from being made; an empty list means that it fits.

    Codes keep their id for good: a rename changes the name, a merge leaves the old id as a
    pointer, so that no ledger has to be rewritten.
    """
    if change.op not in OPERATIONS:
        return [messages.problem("P240", PLACE, op=change.op, allowed=", ".join(OPERATIONS))]
    problems: list[Problem] = []
    code = codebook.codes.get(change.code)
    if change.op == "add":
        if change.family not in {family.id for family in codebook.families}:
            problems.append(messages.problem("P242", PLACE, family=change.family))
    elif code is None:
        return [messages.problem("P241", PLACE, code=change.code)]
    elif code.retired and change.op in {"split", "retire"}:
        problems.append(messages.problem("P243", PLACE, code=change.code))
    if change.op == "rename" and not change.name.strip():
        problems.append(messages.problem("P245", PLACE, field="name"))
    if change.op == "edit":
        problems += _judge_edit(change)
    if change.op == "merge":
        problems += _judge_merge(change, codebook=codebook)
    if change.op in {"add", "split"}:
        problems += _judge_parts(change, codebook=codebook)
    return problems


def _judge_edit(change: CodebookChange) -> list[Problem]:
    """Name an edit that changes nothing, or takes the definition away."""
    if (change.definition, change.include, change.exclude) == (None, None, None):
        return [messages.problem("P245", PLACE, field="definition, include of exclude")]
    if change.definition is not None and not change.definition.strip():
        return [messages.problem("P245", PLACE, field="definition")]
    return []


def _judge_merge(change: CodebookChange, *, codebook: Codebook) -> list[Problem]:
    """Name what keeps a code from going up in another."""
    code, into = codebook.codes[change.code], codebook.codes.get(change.into)
    if into is None:
        return [messages.problem("P241", PLACE, code=change.into)]
    children = [each.id for each in codebook.codes.values() if each.parent == code.id]
    if into.id == code.id or into.retired or into.poles != code.poles or children:
        return [messages.problem("P244", PLACE, code=code.id, into=into.id)]
    return []


def _judge_parts(change: CodebookChange, *, codebook: Codebook) -> list[Problem]:
    """Name what is wrong with codes that are to come."""
    problems: list[Problem] = []
    names = [part.code for part in change.parts]
    if change.op == "split" and len(names) < FEWEST:
        problems.append(messages.problem("P248", PLACE, code=change.code))
    for part in change.parts:
        if not IDENTIFIER.match(part.code):
            problems.append(messages.problem("P247", PLACE, code=part.code[:40]))
        taken = part.code in codebook.codes or part.code in codebook.merged
        if taken or names.count(part.code) > 1:
            problems.append(messages.problem("P246", PLACE, code=part.code))
        problems += [
            messages.problem("P245", PLACE, field=field)
            for field in ("name", "definition")
            if not getattr(part, field).strip()
        ]
        if part.parent and part.parent not in codebook.codes:
            problems.append(messages.problem("P241", PLACE, code=part.parent))
    return list(dict.fromkeys(problems))
