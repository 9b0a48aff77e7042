"""`Study`: the repository of a study's files, as records and as tidy frames."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from paraplu import formats, messages
from paraplu.coding.fold import fold, follow
from paraplu.errors import Problem, Refused, Severity
from paraplu.records import (
    ContextFigures,
    Findings,
    Memo,
    Network,
    Plan,
    Polarities,
    Questions,
    Respondent,
    Transcript,
)
from paraplu.study.reading import TextFile, read_text
from paraplu.study.settings import FILE, Settings, parse_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    import pandas as pd

    from paraplu.formats import Parsed
    from paraplu.records import Codebook, Coding, Event

__all__ = ["Study"]

Record = TypeVar("Record")
TRANSCRIPT = re.compile(r"^[A-Z]\d{2,4}$")
RESPONDENTS = "interviews/respondents.csv"
REVIEWED = ("nagekeken", "tweede lezer")


class Study:
    """A study: read on demand, kept once read, never written behind your back.

    The methods return records and frames without withdrawn respondents. Each raises `Refused`
    when the file it needs has errors; `paraplu check` names all of them at once.

    Parameters
    ----------
    root
        The folder that holds ``paraplu.toml``.

    """

    def __init__(self, root: Path) -> None:
        """Keep the root and read the settings."""
        self.root = root.resolve()
        file = read_text(self.root / FILE, root=self.root, strict=False)
        if not file.readable:
            raise Refused(file.problems)
        self.settings: Settings = parse_settings(file.text)

    @classmethod
    def open(cls, path: Path | str | None = None) -> Self:
        """Open the study in this folder or the nearest folder above it.

        Raises
        ------
        Refused
            When there is none, or its settings cannot be read.

        """
        start = Path(path) if path is not None else Path.cwd()
        for folder in (start.resolve(), *start.resolve().parents):
            if (folder / FILE).is_file():
                return cls(folder)
        raise Refused([messages.problem("P001", start.name or str(start))])

    # -- files, with their problems ------------------------------------------------------

    @cached_property
    def parsed_codebook(self) -> Parsed[Codebook]:
        """The codebook with its problems."""
        return self._parse("codebook/codebook.yaml", formats.parse_codebook)

    @cached_property
    def parsed_questions(self) -> Parsed[Questions]:
        """The evaluation questions with their problems."""
        return self._parse("codebook/questions.yaml", formats.parse_questions)

    @cached_property
    def parsed_findings(self) -> Parsed[Findings]:
        """The findings with their problems."""
        return self._parse("codebook/findings.yaml", formats.parse_findings)

    @cached_property
    def parsed_polarities(self) -> Parsed[Polarities]:
        """The choices with their problems."""
        return self._parse("codebook/polarities.yaml", formats.parse_polarities)

    @cached_property
    def parsed_network(self) -> Parsed[Network]:
        """The facts about the network with their problems."""
        return self._parse("codebook/network.yaml", formats.parse_network)

    @cached_property
    def parsed_figures(self) -> Parsed[ContextFigures]:
        """The context figures with their problems."""
        return self._parse("codebook/figures.yaml", formats.parse_figures)

    @cached_property
    def parsed_plan(self) -> Parsed[Plan]:
        """The plan of coding with its problems."""
        return self._parse("codebook/plan.yaml", formats.parse_plan)

    @cached_property
    def parsed_respondents(self) -> Parsed[tuple[Respondent, ...]]:
        """All respondents, withdrawn ones included, with their problems."""
        return self._parse(RESPONDENTS, formats.parse_respondents, strict=False)

    @cached_property
    def parsed_transcripts(self) -> Mapping[str, Parsed[Transcript | None]]:
        """Every transcript by path, with its problems."""
        parsed = {}
        for path in sorted((self.root / "interviews").glob("*.md")):
            if not TRANSCRIPT.match(path.stem):
                continue
            file = read_text(path, root=self.root)
            found: Parsed[Transcript | None] = formats.Parsed(None)
            if file.readable:
                double = path.stem in self._double
                found = formats.parse_transcript(file.text, path=file.path, double=double)
            parsed[file.path] = _join(file, found)
        return parsed

    @cached_property
    def parsed_ledgers(self) -> Mapping[str, Parsed[tuple[Event, ...]]]:
        """Every ledger by path, with its problems."""
        parsed = {}
        for path in sorted((self.root / "codebook" / "codings").glob("*/*.jsonl")):
            file = read_text(path, root=self.root)
            events = formats.parse_ledger(file.text, path=file.path)
            parsed[file.path] = _join(file, events)
        return parsed

    @cached_property
    def folded_ledgers(self) -> Mapping[str, tuple[Coding, ...]]:
        """Living codings of every ledger by path, whatever is wrong with it."""
        folded = {}
        for path, parsed in self.parsed_ledgers.items():
            coder, interview = ledger_owner(path)
            folded[path] = fold(parsed.record, coder=coder, interview=interview)
        return folded

    # -- records -------------------------------------------------------------------------

    def codebook(self) -> Codebook:
        """Return the codebook."""
        return _use(self.parsed_codebook)

    def questions(self) -> Questions:
        """Return the evaluation questions."""
        return _use(self.parsed_questions)

    def findings(self) -> Findings:
        """Return the findings."""
        return _use(self.parsed_findings)

    def polarities(self) -> Polarities:
        """Return the choices."""
        return _use(self.parsed_polarities)

    def network(self) -> Network:
        """Return the facts about the network."""
        return _use(self.parsed_network)

    def context(self) -> ContextFigures:
        """Return the public context figures."""
        return _use(self.parsed_figures)

    def plan(self) -> Plan:
        """Return who codes what."""
        return _use(self.parsed_plan)

    @cached_property
    def people(self) -> tuple[Respondent, ...]:
        """The respondents that take part: all but the withdrawn."""
        return tuple(r for r in _use(self.parsed_respondents) if not r.ingetrokken)

    @cached_property
    def transcripts(self) -> Mapping[str, Transcript]:
        """The transcripts that may be analysed: reviewed, with a respondent left, by id.

        Where the decisions of a review lie in the folder, it is these that say so as well.
        """
        from paraplu.study.anonymising import decided_state

        taking_part = {respondent.interview for respondent in self.people}
        found = (_use(parsed) for parsed in self.parsed_transcripts.values())
        return {
            transcript.id: transcript
            for transcript in found
            if transcript is not None
            and transcript.status in REVIEWED
            and decided_state(self, transcript.id) != "machine"
            and (transcript.kind != "interview" or transcript.id in taking_part)
        }

    @cached_property
    def ledgers(self) -> Mapping[str, Mapping[str, tuple[Coding, ...]]]:
        """Living codings by coder and interview, of the transcripts that may be analysed.

        A coding of a code that went up in another has that other code.
        """
        folded: dict[str, dict[str, tuple[Coding, ...]]] = {}
        merged = self.codebook().merged
        for path, parsed in self.parsed_ledgers.items():
            coder, interview = ledger_owner(path)
            if interview in self.transcripts:
                _use(parsed)
                codings = follow(self.folded_ledgers[path], merged=merged)
                folded.setdefault(coder, {})[interview] = codings
        return folded

    @cached_property
    def memos(self) -> tuple[Memo, ...]:
        """All memos, in order of file name."""
        memos = []
        for path in sorted((self.root / "codebook" / "memos").glob("*.md")):
            file = read_text(path, root=self.root, strict=False)
            if not file.readable:
                raise Refused(file.problems)
            memos.append(Memo(about=path.stem, text=file.text, path=file.path))
        return tuple(memos)

    # -- tidy frames ---------------------------------------------------------------------

    def respondents(self) -> pd.DataFrame:
        """Return a row per respondent that takes part; see `paraplu.study.frames`."""
        from paraplu.study import frames

        return frames.respondents_frame(self.people)

    def turns(self) -> pd.DataFrame:
        """Return a row per turn; see `paraplu.study.frames`."""
        from paraplu.study import frames

        return frames.turns_frame(self.transcripts, people=self.people)

    def codings(self, coder: str | None = None) -> pd.DataFrame:
        """Return a row per living coding of a coder.

        By default that is the coder on whom presence rests. Without a ledger of that coder
        the frame is empty. See `paraplu.study.frames`.
        """
        from paraplu.study import frames

        name = coder if coder is not None else self.plan().presence
        return frames.codings_frame(
            self.ledgers.get(name, {}),
            transcripts=self.transcripts,
            codebook=self.codebook(),
            people=self.people,
        )

    # -- withdrawal ----------------------------------------------------------------------

    def without(self, respondents: Collection[str]) -> Self:
        """Return the study as it would be without these respondents; nothing is written."""
        other = type(self)(self.root)
        people = tuple(
            replace(person, ingetrokken=True) if person.id in respondents else person
            for person in self.parsed_respondents.record
        )
        other.parsed_respondents = formats.Parsed(people, self.parsed_respondents.problems)
        return other

    def withdraw(self, respondents: Collection[str]) -> None:
        """Write that these respondents have withdrawn; see `paraplu.study.withdrawing`."""
        from paraplu.study.withdrawing import withdraw

        withdraw(self, respondents)
        vars(self).pop("parsed_respondents", None)

    def problems(self) -> list[Problem]:
        """Return everything that is wrong with the files of the study, all at once."""
        from paraplu.study.checks import check_study

        return check_study(self)

    # -- within --------------------------------------------------------------------------

    @cached_property
    def _double(self) -> frozenset[str]:
        """Interviews with more than one respondent."""
        return frozenset(
            respondent.interview
            for respondent in self.parsed_respondents.record
            if "." in respondent.id
        )

    def _parse(
        self, name: str, parse: Callable[..., Parsed[Record]], *, strict: bool = True
    ) -> Parsed[Record]:
        """Read a file and parse it; a file that cannot be read gives an empty record."""
        file = read_text(self.root / name, root=self.root, strict=strict)
        parsed = parse(file.text, path=file.path)
        if not file.readable:
            return formats.Parsed(parsed.record, file.problems)
        return _join(file, parsed)


def ledger_owner(path: str) -> tuple[str, str]:
    """Return coder and interview of a ledger's path."""
    _, coder, name = path.rsplit("/", 2)
    return coder, name.removesuffix(".jsonl")


def _join(file: TextFile, parsed: Parsed[Record]) -> Parsed[Record]:
    """Put the problems of reading before those of parsing."""
    return formats.Parsed(parsed.record, (*file.problems, *parsed.problems))


def _use(parsed: Parsed[Record]) -> Record:
    """Return the record, or refuse when its file has errors."""
    errors = [p for p in parsed.problems if p.severity is Severity.ERROR]
    if errors:
        raise Refused(errors)
    return parsed.record
