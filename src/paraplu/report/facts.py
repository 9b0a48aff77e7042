"""What marks are judged against: read once, kept while judging."""

from __future__ import annotations

from contextlib import suppress
from fnmatch import fnmatchcase
from functools import cached_property
from typing import TYPE_CHECKING

from paraplu import artefacts, messages
from paraplu.errors import Refused
from paraplu.messages.report import NOTES
from paraplu.report import bands
from paraplu.report.attribution import attribute
from paraplu.report.census import Census
from paraplu.report.groups import known_groups
from paraplu.report.organisations import Organisations
from paraplu.report.stances import Stances
from paraplu.report.themes import TOPICS, read_themes
from paraplu.report.trust import Trust
from paraplu.report.unmarked import Vocabulary
from paraplu.study.reviewing import read_reviews

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from paraplu.artefacts import Artefacts, Declaration, StoredValue
    from paraplu.errors import Problem
    from paraplu.records import ContextFigures, Finding
    from paraplu.records.review import Review
    from paraplu.report.grounds import Words
    from paraplu.report.groups import Group
    from paraplu.report.themes import Theme
    from paraplu.study import Study
    from paraplu.study.settings import BandSettings

__all__ = ["Facts"]


class Facts:
    """A study as the judge knows it.

    Parameters
    ----------
    study
        The study; what the essays do not ask for is not read.

    """

    def __init__(self, study: Study) -> None:
        """Keep the study."""
        self.study = study
        self.root: Path = study.root
        self.least = study.settings.privacy.min_cell

    def prepare(self) -> None:
        """Read what nearly every essay asks for; what cannot be read is left for who asks."""
        with suppress(Refused):
            _ = self.census, self.artefacts, self.vocabulary, self.trust

    @cached_property
    def artefacts(self) -> Artefacts:
        """What notebooks wrote."""
        return artefacts.read(self.root)

    @cached_property
    def stale(self) -> Mapping[str, Problem]:
        """Notebooks that have not run, or ran on other data, with the problem."""
        found = artefacts.stale(self.root)
        return {p.place.removeprefix("analysis/").removesuffix(".ipynb"): p for p in found}

    @cached_property
    def context(self) -> ContextFigures:
        """Public figures."""
        return self.study.context()

    @cached_property
    def census(self) -> Census:
        """Respondents and what they speak of."""
        return Census(self.study)

    @cached_property
    def words(self) -> Sequence[Words]:
        """The words of every deciding coding, in the order of its row."""
        from paraplu.report.grounds import row_words

        return row_words(self.census.deciding)

    @cached_property
    def trust(self) -> Trust:
        """How far coders read the same."""
        return Trust(self.study, self.census)

    @cached_property
    def stances(self) -> Stances:
        """Where respondents stand on the choices."""
        return Stances(self.census, self.study.settings)

    @cached_property
    def topics(self) -> Mapping[str, Theme]:
        """Themes that were found without codes, by name."""
        return read_themes(self.artefacts, self.root)

    @property
    def topic_notebook(self) -> str:
        """The notebook that wrote the themes; empty when none did."""
        table = self.artefacts.tables.get(TOPICS)
        return "" if table is None else table.notebook

    @cached_property
    def organisations(self) -> Organisations:
        """The real organisations that a sentence may name."""
        return Organisations.of(self.study.network())

    @cached_property
    def findings(self) -> Sequence[Finding]:
        """What the evaluation found."""
        return self.study.findings().findings

    @cached_property
    def reviews(self) -> Mapping[str, Sequence[Review]]:
        """Who read the passages of claims, by what the claim is about."""
        kept: dict[str, list[Review]] = {}
        for review in read_reviews(self.root).record:
            kept.setdefault(review.claim, []).append(review)
        return kept

    @cached_property
    def attributions(self) -> Mapping[str, str]:
        """Respondent to what may be said of them: published attributes shared by enough others."""
        return attribute(
            self.census.people,
            published=self.study.settings.privacy.published,
            least=self.least,
            otherwise=NOTES["respondent"],
        )

    @property
    def names(self) -> Mapping[str, Sequence[str]]:
        """Other ways to name a group."""
        return self.study.settings.report.names

    @cached_property
    def groups(self) -> Mapping[tuple[str, str], Group]:
        """Groups of respondents by attribute and value."""
        return known_groups(self.census.people)

    @cached_property
    def bands(self) -> Sequence[BandSettings]:
        """The words a claim may use."""
        return self.study.settings.report.bands or bands.DEFAULTS

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What counts as a quantity outside a mark."""
        nouns = {
            str(name)
            for attribute in ("groep", "ambt")
            for name in self.census.people[attribute].unique()
        }
        return Vocabulary.of(self.study.settings.report, nouns=sorted(nouns - {""}))

    @cached_property
    def poles(self) -> Mapping[str, str]:
        """Pole to the pole across from it."""
        pairs = [polarity.poles for polarity in self.study.polarities().polarities]
        across = {left.id: right.id for left, right in pairs}
        return across | {right: left for left, right in across.items()}

    @cached_property
    def declared(self) -> Mapping[str, Declaration]:
        """What every notebook promises."""
        return artefacts.declarations(self.root)

    @cached_property
    def public_values(self) -> Mapping[str, StoredValue]:
        """The values that may be shown, by key."""
        return {
            key: value
            for key, value in self.artefacts.values.items()
            if not self._is_internal(value)
        }

    def pending_value(self, key: str) -> tuple[Problem, ...]:
        """Return the problem of a notebook that has yet to write this value."""
        return tuple(
            problem
            for notebook, problem in self.stale.items()
            if notebook in self.declared and self.declared[notebook].allows(key)
        )

    def pending_exhibit(self, name: str) -> tuple[Problem, ...]:
        """Return the problem of a notebook that has yet to make this figure or table."""
        number = name.partition("/")[0]
        return tuple(
            problem for notebook, problem in self.stale.items() if notebook.startswith(f"{number}-")
        )

    def settings_problems(self) -> list[Problem]:
        """Name what is wrong with the settings of the check."""
        settings = self.study.settings.report
        problems = bands.check_bands(settings.bands, place="paraplu.toml")
        for code, names in settings.selection.items():
            if code not in self.census.codebook.codes:
                problems.append(messages.problem("P419", "paraplu.toml", what="code", name=code))
            problems += self._unknown_groups(names)
        for code in settings.trend:
            if code not in self.census.codebook.codes:
                problems.append(messages.problem("P419", "paraplu.toml", what="code", name=code))
        problems += self._unknown_groups(settings.names)
        return [*problems, *read_reviews(self.root).problems]

    def _unknown_groups(self, names: Iterable[str]) -> list[Problem]:
        """Name the groups in the settings that nobody belongs to."""
        return [
            messages.problem("P419", "paraplu.toml", what="groep", name=name)
            for name in names
            if len(self.census.people) and ("groep", name) not in self.groups
        ]

    def _is_internal(self, value: StoredValue) -> bool:
        """Tell whether the declaration of its notebook keeps a value inside."""
        declared = self.declared.get(value.notebook)
        return declared is not None and any(
            one.privacy == "intern" and fnmatchcase(value.key, one.key) for one in declared.values
        )
