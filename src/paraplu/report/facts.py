"""What marks are judged against: read once, kept while judging."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cached_property
from typing import TYPE_CHECKING

from paraplu import artefacts, messages
from paraplu.report import bands
from paraplu.report.census import Census
from paraplu.report.groups import known_groups
from paraplu.report.trust import Trust
from paraplu.report.unmarked import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from paraplu.artefacts import Artefacts, Declaration, StoredValue
    from paraplu.errors import Problem
    from paraplu.records import ContextFigures
    from paraplu.report.groups import Group
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
    def trust(self) -> Trust:
        """How far coders read the same."""
        return Trust(self.study, self.census)

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
            problems += [
                messages.problem("P419", "paraplu.toml", what="groep", name=name)
                for name in names
                if len(self.census.people) and ("groep", name) not in self.groups
            ]
        return problems

    def _is_internal(self, value: StoredValue) -> bool:
        """Tell whether the declaration of its notebook keeps a value inside."""
        declared = self.declared.get(value.notebook)
        return declared is not None and any(
            one.privacy == "intern" and fnmatchcase(value.key, one.key) for one in declared.values
        )
