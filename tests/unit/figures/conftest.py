"""What the figures are drawn of: the reference study, and a study without interviews."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from paraplu import Study, figures
from paraplu.coding.comparison import Comparison, compare_coding
from paraplu.coding.survey import Survey, survey_codings
from paraplu.network import Review, review_network
from paraplu.polarities.choices import weigh_choices
from paraplu.records import Network, Questions
from paraplu.study.coders import codings_by_coder
from paraplu.study.sample import Sample, describe_sample

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from paraplu.polarities import Weighing


ALL = slice(None)


@dataclass(frozen=True)
class Results:
    """The results of a study that are drawn."""

    sample: Sample
    survey: Survey
    comparison: Comparison
    review: Review
    weighings: dict[str, Weighing]

    def draw(self, *, fictional: bool = True) -> dict[str, figures.Drawing]:
        """Draw all of them, by name."""
        return {
            **figures.draw_interviews(self.sample, fictional=fictional),
            **figures.draw_survey(self.survey, fictional=fictional),
            **figures.draw_comparison(self.comparison, fictional=fictional),
            **figures.draw_review(self.review, fictional=fictional),
            **figures.draw_weighings(self.weighings, fictional=fictional),
        }


def results_of(study: Study, *, keep: slice = ALL) -> Results:
    """Compute the results of a study, or of part of the rows of its frames."""
    codings = {coder: own[keep] for coder, own in codings_by_coder(study).items()}
    turns, people = study.turns()[keep], study.respondents()[keep]
    book, plan = study.codebook(), study.plan()
    decisive = codings[plan.presence]
    empty = len(people) == 0
    return Results(
        sample=describe_sample(study),
        survey=survey_codings(
            codings, turns=turns, respondents=people, codebook=book, plan=plan, orders=50, seed=1
        ),
        comparison=compare_coding(
            codings, turns=turns, codebook=book, plan=plan, threshold=0.667, draws=20, seed=1
        ),
        review=review_network(
            decisive,
            turns,
            respondents=people,
            questions=Questions() if empty else study.questions(),
            network=Network() if empty else study.network(),
            codebook=book,
            min_cell=3,
        ),
        weighings=weigh_choices(
            codings, polarities=study.polarities(), respondents=people, draws=20, seed=1
        ),
    )


@pytest.fixture(scope="session")
def results(reference: Path) -> Results:
    """Return the results of the reference study."""
    return results_of(Study.open(reference))


@pytest.fixture(scope="session")
def drawn(results: Results) -> dict[str, figures.Drawing]:
    """Return all figures of the reference study."""
    return results.draw()


@pytest.fixture(scope="session")
def nothing(reference: Path) -> Results:
    """Return the results when nobody has been heard yet."""
    return results_of(Study.open(reference), keep=slice(0, 0))


@pytest.fixture(scope="session")
def respondents(reference: Path) -> pd.DataFrame:
    """Return the respondents of the reference study."""
    return Study.open(reference).respondents()
