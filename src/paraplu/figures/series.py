"""All figures of one result, by the name under which essays know them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from paraplu.figures.agreement import draw_agreement
from paraplu.figures.bars import draw_bars, draw_partners
from paraplu.figures.consensus import draw_sources
from paraplu.figures.curves import draw_accumulation
from paraplu.figures.evidence import draw_evidence
from paraplu.figures.heat import draw_by_group, draw_grid
from paraplu.figures.quadrants import draw_quadrants
from paraplu.figures.sample import draw_sample, draw_speech
from paraplu.figures.stances import draw_compositions, draw_directions
from paraplu.figures.timeline import draw_timeline
from paraplu.figures.topic_quality import draw_lifts, draw_returns, draw_tree
from paraplu.figures.topics import draw_topics
from paraplu.figures.umbrella import draw_umbrella
from paraplu.messages import figures as words
from paraplu.messages.network import ALL_VOICES
from paraplu.messages.numbers import say_number
from paraplu.network import tabulate_evidence
from paraplu.network.tables import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.coding.comparison import Comparison
    from paraplu.coding.survey import Survey
    from paraplu.figures.drawing import Drawing
    from paraplu.network import Review
    from paraplu.polarities import Weighing
    from paraplu.study.sample import Sample
    from paraplu.topics import TopicReview

__all__ = [
    "draw_comparison",
    "draw_interviews",
    "draw_review",
    "draw_survey",
    "draw_topic_review",
    "draw_weighings",
]

FREQUENT = 20
PAIRS = 15


def draw_interviews(sample: Sample, *, fictional: bool) -> dict[str, Drawing]:
    """Draw ``steekproef`` and ``wie-spreekt``."""
    return {
        "steekproef": draw_sample(sample.respondents, fictional=fictional),
        "wie-spreekt": draw_speech(sample.speech, fictional=fictional),
    }


def draw_survey(survey: Survey, *, fictional: bool) -> dict[str, Drawing]:
    """Draw the codings.

    Returns
    -------
    dict of str to Drawing
        ``codes-per-groep`` (the twenty most frequent codes), ``families-per-groep``,
        ``samen-in-een-beurt``, ``nieuw-in-het-codeboek`` and ``verzadiging``.

    """
    settings: dict[str, Any] = {"fictional": fictional, "min_cell": survey.min_cell}
    frequent = survey.overall["code"].head(FREQUENT)
    by_group = survey.by_group.set_index("code", drop=False)
    pairs = survey.pairs.head(PAIRS)
    return {
        "codes-per-groep": draw_by_group(
            by_group.loc[[code for code in frequent if code in by_group.index]],
            caption=words.CODES_CAPTION.format(n=len(frequent)),
            **settings,
        ),
        "families-per-groep": draw_by_group(
            survey.families, caption=words.FAMILIES_CAPTION, **settings
        ),
        "samen-in-een-beurt": draw_bars(
            pd.DataFrame({
                "name": pairs["label"], "respondents": pairs["n"], "of": pairs["of_least"]
            }),
            foot=words.PAIRS_FOOT, caption=words.PAIRS_CAPTION, fictional=fictional,
        ),
        "nieuw-in-het-codeboek": draw_bars(
            survey.added, foot=words.ADDED_FOOT,
            caption=words.ADDED_CAPTION.format(version=survey.codebook.version), **settings,
        ),
        "verzadiging": draw_accumulation(
            survey.curve, setting=survey.setting, orders=int(survey.setting["orders"]),
            fictional=fictional,
        ),
    }  # fmt: skip


def draw_comparison(comparison: Comparison, *, fictional: bool) -> dict[str, Drawing]:
    """Draw ``overeenstemming-per-code``, ``kenmerken`` and ``consensus``."""
    settings: dict[str, Any] = {"threshold": comparison.threshold, "fictional": fictional}
    turns = say_number(comparison.turns, decimals=0)
    return {
        "overeenstemming-per-code": draw_agreement(
            comparison.by_code,
            caption=words.ALPHA_CAPTION.format(n=len(comparison.by_code), turns=turns),
            count="given",
            counted=words.ALPHA_TURNS,
            **settings,
        ),
        "kenmerken": draw_agreement(
            comparison.attributes,
            caption=words.ATTRIBUTES_CAPTION,
            count="n_pairs",
            counted=words.ALPHA_PAIRS,
            **settings,
        ),
        "consensus": draw_sources(
            comparison.sources, caption=words.SOURCES_CAPTION, fictional=fictional
        ),
    }


def draw_topic_review(review: TopicReview, *, fictional: bool) -> dict[str, Drawing]:
    """Draw topics.

    Returns
    -------
    dict of str to Drawing
        ``topics`` (the map), ``topics-per-groep``, ``topics-per-ambt``, ``bestendigheid``, ``boom``
        and ``topics-en-codes``.

    """
    result, cell = review.result, review.min_cell
    settings: dict[str, Any] = {"fictional": fictional, "min_cell": cell}
    return {
        "topics": draw_topics(result.segments, result.topics, fictional=fictional),
        "topics-per-groep": draw_by_group(
            _as_cells(review.by_group, by="groep"), caption=words.TOPIC_GROUPS_CAPTION, **settings
        ),
        "topics-per-ambt": draw_by_group(
            _as_cells(review.by_office, by="ambt"), caption=words.OFFICES_CAPTION, **settings
        ),
        "bestendigheid": draw_returns(result.topics, fictional=fictional),
        "boom": draw_tree(result.tree, result.topics, fictional=fictional),
        "topics-en-codes": draw_lifts(review.cross, fictional=fictional, min_cell=cell),
    }


def _as_cells(counts: pd.DataFrame, *, by: str) -> pd.DataFrame:
    """Name the columns of counts of respondents as the table of shades wants them."""
    cells = counts.rename(columns={by: "group", "n_respondents": "n", "thin": "suppressed"})
    return cells.assign(share=cells["n"] / cells["of"].where(cells["of"] > 0))


def draw_review(review: Review, *, fictional: bool, min_cell: int = 3) -> dict[str, Drawing]:
    """Draw the network.

    Returns
    -------
    dict of str to Drawing
        ``niveaus``, ``voorwaarden``, ``spanningen``, ``doelen``, ``functies``,
        ``instrumenten-fasen``, ``partners``, ``tijdlijn`` and ``paraplu``.

    """
    settings: dict[str, Any] = {"fictional": fictional, "min_cell": min_cell}
    table = tabulate_evidence(review.effectiveness)
    whole = table[table["code"].eq("")]
    functions = tabulate_evidence(review.functions)
    grid = review.instruments.rename(
        columns={"name": "row", "phase": "column", "respondents": "n", "offered": "planned"}
    )
    threats = review.umbrella.threats
    drawn = {
        name: draw_evidence(
            whole[whole["kind"].eq(kind)], caption=words.EVIDENCE_CAPTION.format(kind=kind),
            **settings,
        )
        for name, kind in KINDS.items()
    }  # fmt: skip
    return {
        **drawn,
        "functies": draw_evidence(
            functions[functions["code"].eq("")], caption=words.FUNCTIONS_CAPTION, **settings
        ),
        "instrumenten-fasen": draw_grid(
            grid, foot=words.GRID_FOOT.format(min_cell=min_cell), caption=words.GRID_CAPTION,
            **settings,
        ),
        "partners": draw_partners(review.partners, **settings),
        "tijdlijn": draw_timeline(review.timeline, fictional=fictional),
        "paraplu": draw_umbrella(threats[threats["voice"].eq(ALL_VOICES)], **settings),
    }  # fmt: skip


def draw_weighings(
    weighings: Mapping[str, Weighing], *, fictional: bool, min_cell: int = 3
) -> dict[str, Drawing]:
    """Draw every choice: ``<choice>``, ``stabiliteit-<choice>`` and ``kaart-<choice>``."""
    drawn: dict[str, Drawing] = {}
    for choice, weighing in weighings.items():
        polarity, compositions = weighing.polarity, weighing.compositions
        drawn |= {
            choice: draw_compositions(compositions, polarity=polarity, fictional=fictional),
            f"stabiliteit-{choice}": draw_directions(
                compositions, polarity=polarity, fictional=fictional
            ),
            f"kaart-{choice}": draw_quadrants(
                weighing.quadrants, polarity=polarity, fictional=fictional, min_cell=min_cell
            ),
        }
    return drawn
