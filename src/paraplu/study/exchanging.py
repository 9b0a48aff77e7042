"""Codings out of a study and into it, in the forms of other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pandas as pd

from paraplu import messages
from paraplu.coding.annotations import annotate
from paraplu.coding.editing import decide_events
from paraplu.coding.rows import parse_rows, write_rows
from paraplu.errors import Problem, Refused
from paraplu.study.ledgers import Ledgers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from paraplu.coding.editing import Edit
    from paraplu.records import Event
    from paraplu.study.ledgers import Ledger
    from paraplu.study.repository import Study

__all__ = ["export_annotations", "export_rows", "import_rows"]


def export_rows(study: Study, *, coders: Sequence[str]) -> str:
    """Return the living codings of these coders as CSV."""
    frames = [study.codings(coder) for coder in coders]
    whole = pd.concat(frames, ignore_index=True) if frames else study.codings("")
    return write_rows(whole)


def export_annotations(study: Study, *, coders: Sequence[str]) -> str:
    """Return the living codings of these coders as W3C web annotations (JSON-LD).

    Words of respondents who withdrew are left out, as they are in `Study.codings`.
    """
    staying = {coder: set(study.codings(coder)["coding"]) for coder in coders}
    codings = [
        coding
        for coder in coders
        for ledger in study.ledgers.get(coder, {}).values()
        for coding in ledger
        if coding.id in staying[coder]
    ]
    sources = {name: f"interviews/{name}.md" for name in study.transcripts}
    title = study.settings.study.title
    found = annotate(codings, codebook=study.codebook(), sources=sources, title=title)
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def import_rows(
    study: Study, text: str, *, path: str, coder: str, now: dt.datetime, dry_run: bool = False
) -> dict[str, int]:
    """Add the codings of a table to the ledgers of one coder.

    Everything is judged before anything is written.

    Parameters
    ----------
    study
        The study.
    text, path
        The table (CSV), and what problems call it.
    coder
        Whose codings they become; the plan must give the interviews to this coder.
    now
        The clock.
    dry_run
        Judge only.

    Returns
    -------
    dict
        Interview to the number of codings that are new.

    Raises
    ------
    Refused
        P503 for an interview that is not this coder's; P2xx for a row that is wrong; P510 when
        the disk refuses.

    """
    edits = parse_rows(text, path=path, coder=coder, transcripts=study.transcripts)
    ledgers = Ledgers(study.root)
    problems: list[Problem] = []
    new: dict[str, int] = {}
    for interview, asked in edits.items():
        if not study.plan().covers(coder, interview):
            problems.append(messages.problem("P503", path, interview=interview, coder=coder))
            continue
        try:
            found = _decide(study, interview, asked, ledgers.read(coder, interview), now=now)
        except Refused as refused:
            problems.extend(refused.problems)
            continue
        new[interview] = len(found)
    if problems:
        raise Refused(dict.fromkeys(problems))
    if not dry_run:
        for interview, asked in edits.items():

            def decide(ledger: Ledger, asked: Sequence[Edit] = asked) -> Sequence[Event]:
                return _decide(study, ledger.interview, asked, ledger, now=now)

            ledgers.append(coder, interview, decide)
    return new


def _decide(
    study: Study, interview: str, edits: Sequence[Edit], ledger: Ledger, *, now: dt.datetime
) -> Sequence[Event]:
    """Return the events of rows that the ledger does not have yet, also when changed since."""
    known = {event.event for event in ledger.events}
    return decide_events(
        [edit for edit in {edit.event: edit for edit in edits}.values() if edit.event not in known],
        events=ledger.events, transcript=study.transcripts[interview], codebook=study.codebook(),
        coder=ledger.coder, now=now,
    )  # fmt: skip
