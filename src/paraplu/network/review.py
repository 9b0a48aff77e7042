"""A review of the network: everything the interviews say on how well it works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from paraplu.messages.network import CONDITION, GOAL, LEVEL, TENSION
from paraplu.network.evidence import list_evidence, list_functions
from paraplu.network.instruments import list_instruments
from paraplu.network.mentions import list_partners
from paraplu.network.timeline import list_events
from paraplu.network.umbrella import Umbrella, open_umbrella

if TYPE_CHECKING:
    from paraplu.records import Codebook, Network, Questions

__all__ = ["Review", "assess_effectiveness", "review_network"]


@dataclass(frozen=True, slots=True)
class Review:
    """What is said of the network; each frame is described where it is made.

    `effectiveness` and `functions` (`list_evidence`), `instruments` (`list_instruments`),
    `partners` (`list_partners`), `timeline` (`list_events`), `umbrella` (`open_umbrella`).
    """

    effectiveness: pd.DataFrame
    functions: pd.DataFrame
    instruments: pd.DataFrame
    partners: pd.DataFrame
    timeline: pd.DataFrame
    umbrella: Umbrella


def assess_effectiveness(
    codings: pd.DataFrame, *, respondents: pd.DataFrame, questions: Questions, min_cell: int
) -> pd.DataFrame:
    """List the evidence on levels, conditions, tensions and goals, in this order.

    Parameters
    ----------
    codings
        Codings of one coder.
    respondents
        Columns ``respondent, groep``.
    questions
        Gives the codes of each level, condition, tension and goal.
    min_cell
        Smallest number of respondents about whom something is said.

    Returns
    -------
    DataFrame
        As `paraplu.network.list_evidence`, with ``kind`` *niveau, voorwaarde, spanning* or
        *doel*.

    """
    parts = [
        list_evidence(codings, respondents=respondents, sets=sets, kind=kind, min_cell=min_cell)
        for kind, sets in (
            (LEVEL, questions.levels),
            (CONDITION, questions.conditions),
            (TENSION, questions.tensions),
            (GOAL, questions.goals),
        )
    ]
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)


def review_network(
    codings: pd.DataFrame,
    turns: pd.DataFrame,
    *,
    respondents: pd.DataFrame,
    questions: Questions,
    network: Network,
    codebook: Codebook,
    min_cell: int,
) -> Review:
    """Bring together what is said of the network.

    Parameters
    ----------
    codings, turns, respondents
        Tidy frames; `codings` of one coder.
    questions, network, codebook
        Records of the study.
    min_cell
        Smallest number of respondents about whom something is said.

    Returns
    -------
    Review
        With every row, and counts of 0, for 0 interviews.

    """
    return Review(
        effectiveness=assess_effectiveness(
            codings, respondents=respondents, questions=questions, min_cell=min_cell
        ),
        functions=list_functions(
            codings, respondents=respondents, functions=network.functions, min_cell=min_cell
        ),
        instruments=list_instruments(turns, codings, network=network, min_cell=min_cell),
        partners=list_partners(turns, network=network, respondents=respondents, min_cell=min_cell),
        timeline=list_events(network),
        umbrella=open_umbrella(
            codings, respondents=respondents, codebook=codebook, min_cell=min_cell
        ),
    )
