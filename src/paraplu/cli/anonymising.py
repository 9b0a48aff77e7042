"""The command `anonymise`: propose, decide, apply, and look at a text by itself."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  Typer reads the annotation
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from paraplu.cli.command import Command
from paraplu.cli.printing import print_line
from paraplu.messages import anonymising as texts

if TYPE_CHECKING:
    from paraplu.anonymise.finding import Finder
    from paraplu.records import Decisions
    from paraplu.study import Study

__all__ = ["COMMANDS"]

LONGEST_NET = 40
WIDTH = 66
"""Characters of a passage that are shown on a line."""


class Choices(NamedTuple):
    """What a person wants decided, as typed."""

    accept: str
    reject: str
    relabel: list[str]
    rename: list[str]
    merge: list[str]
    split: list[str]
    add: list[str]
    done: bool


def anonymise(  # noqa: PLR0913  the options of a command
    who: Annotated[list[str] | None, typer.Argument(metavar="GESPREK", help=texts.WHO)] = None,
    *,
    apply: Annotated[bool, typer.Option("--apply", help=texts.APPLY)] = False,
    text: Annotated[Path | None, typer.Option("--text", metavar="BESTAND", help=texts.TEXT)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=texts.JSON)] = False,
    evaluate: Annotated[bool, typer.Option("--evaluate", help=texts.EVALUATE)] = False,
    force: Annotated[bool, typer.Option("--force", help=texts.FORCE)] = False,
    names: Annotated[
        Path | None, typer.Option("--names", metavar="BESTAND", help=texts.NAMES)
    ] = None,
    allow: Annotated[
        list[str] | None, typer.Option("--allow", metavar="NAAM", help=texts.ALLOW)
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="WIE", help=texts.BY)] = "",
    accept: Annotated[str, typer.Option("--accept", metavar="N,N", help=texts.ACCEPT)] = "",
    reject: Annotated[str, typer.Option("--reject", metavar="N,N", help=texts.REJECT)] = "",
    relabel: Annotated[list[str] | None, typer.Option("--relabel", help=texts.RELABEL)] = None,
    rename: Annotated[list[str] | None, typer.Option("--rename", help=texts.RENAME)] = None,
    merge: Annotated[list[str] | None, typer.Option("--merge", help=texts.MERGE)] = None,
    split: Annotated[list[str] | None, typer.Option("--split", help=texts.SPLIT)] = None,
    add: Annotated[list[str] | None, typer.Option("--add", help=texts.ADD)] = None,
    done: Annotated[bool, typer.Option("--done", help=texts.DONE)] = False,
) -> None:
    """Propose, decide, apply."""
    from paraplu.cli import detecting
    from paraplu.study import Study

    if text is not None:
        finder = detecting.make_finder(None, names=names, allow=allow or [])
        detecting.show_text(text, finder=finder, as_json=as_json, force=force)
        return
    if evaluate:
        detecting.show_quality(who or [], as_json=as_json)
        return
    if not who:
        raise typer.BadParameter(texts.NEEDS_WHO, param_hint="GESPREK")
    study = Study.open()
    choices = Choices(
        accept, reject, relabel or [], rename or [], merge or [], split or [], add or [], done
    )
    for interview in who:
        if any(choices):
            _decide(study, interview, choices=choices, by=by)
        elif apply:
            _apply(study, interview)
        else:
            finder = detecting.make_finder(study, names=names, allow=allow or [], but=interview)
            _propose(study, interview, finder=finder, force=force)


def _propose(study: Study, interview: str, *, finder: Finder, force: bool) -> None:
    """Show what is decided; when there is nothing yet, propose and write the proposal."""
    from paraplu.anonymise.proposal import propose
    from paraplu.cli.detecting import check_capitals
    from paraplu.study.anonymising import read_decisions, read_raw
    from paraplu.study.deciding import keep_proposal, refuse_strange

    raw = read_raw(study, interview)
    decisions = read_decisions(study, interview)
    found = None
    if decisions is None:
        check_capitals(raw, place=f"interviews/raw/{interview}.txt", force=force)
        found = finder.find(raw)
        proposal = propose(found.document, found.mentions, interview=interview)
        decisions = keep_proposal(study, proposal)
    refuse_strange(decisions, raw=raw)
    _show(decisions)
    if found is not None:
        for head, spans in ((texts.NET, found.net), (texts.PASSAGES, found.passages)):
            print_line(head.format(count=len(spans)))
            for span in spans[:LONGEST_NET]:
                words = shorten(raw[span.start : span.end], WIDTH, placeholder=" …")
                print_line(texts.NET_LINE.format(offset=span.start, words=words))
        path = f"interviews/raw/{interview}.decisions.yaml"
        print_line(texts.PROPOSED.format(path=path))


def _show(decisions: Decisions) -> None:
    """Print the entities, a line each: the terminal of the reader is key material too."""
    mentions = sum(len(entity.occurrences) for entity in decisions.entities)
    print_line(
        texts.STATE.format(
            interview=decisions.id,
            state=decisions.state,
            entities=len(decisions.entities),
            mentions=mentions,
        )
    )
    for number, entity in enumerate(decisions.entities, 1):
        forms = " · ".join(dict.fromkeys(o.text for o in entity.occurrences))
        print_line(
            texts.LINE.format(
                number=number,
                mark=texts.MARKS[entity.status],
                label=entity.label,
                replacement=entity.replacement,
                forms=forms,
            )
        )


def _decide(study: Study, interview: str, *, choices: Choices, by: str) -> None:
    """Carry out what a person decides, and write it."""
    import datetime as dt

    from paraplu.cli.deciding import carry_out
    from paraplu.study.deciding import change_decisions

    if not by.strip():
        raise typer.BadParameter(texts.NEEDS_BY, param_hint="--by")
    time = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")

    def change(decisions: Decisions, raw: str) -> Decisions:
        return carry_out(decisions, choices=choices, raw=raw, who=by.strip(), time=time)

    decisions = change_decisions(study, interview, change)
    _show(decisions)


def _apply(study: Study, interview: str) -> None:
    """Write the pseudonymised interview, and who is behind the pseudonyms to the vault."""
    import datetime as dt

    from paraplu import messages
    from paraplu.cli.keys import open_vault
    from paraplu.errors import Refused
    from paraplu.study.anonymising import make_transcript, read_decisions
    from paraplu.vault.applying import goes_without_key, write_interview

    found = read_decisions(study, interview)
    if found is None:
        raise Refused([messages.problem("P170", "interviews/raw", interview=interview)])
    make_transcript(study, found)  # what does not fit is said before a passphrase is asked
    vault = None if goes_without_key(study) else open_vault(study)
    time = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    decisions = write_interview(study, interview, vault=vault, time=time)
    path = f"interviews/{interview}.md"
    print_line(texts.WRITTEN.format(path=path, state=decisions.state))
    print_line(texts.NO_KEY if vault is None else texts.KEPT)
    print_line(texts.PSEUDONYMISED)


COMMANDS = (Command("anonymise", anonymise, texts.ANONYMISE, texts.EXAMPLES),)
