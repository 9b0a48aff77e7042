"""The house style: draws result frames, with their alternative text and caption."""

from __future__ import annotations

from paraplu.figures.agreement import draw_agreement
from paraplu.figures.bars import draw_bars, draw_partners
from paraplu.figures.consensus import draw_sources
from paraplu.figures.curves import draw_accumulation
from paraplu.figures.drawing import Drawing
from paraplu.figures.evidence import draw_evidence
from paraplu.figures.explorer import Page, explore_topics, show_cards, tell
from paraplu.figures.heat import draw_by_group, draw_grid
from paraplu.figures.quadrants import draw_quadrants
from paraplu.figures.sample import draw_sample, draw_speech
from paraplu.figures.series import (
    draw_comparison,
    draw_interviews,
    draw_review,
    draw_survey,
    draw_topic_review,
    draw_weighings,
)
from paraplu.figures.stances import draw_compositions, draw_directions
from paraplu.figures.timeline import draw_timeline
from paraplu.figures.topic_quality import draw_lifts, draw_returns, draw_tree
from paraplu.figures.topics import draw_topics
from paraplu.figures.umbrella import draw_umbrella

__all__ = [
    "Drawing",
    "Page",
    "draw_accumulation",
    "draw_agreement",
    "draw_bars",
    "draw_by_group",
    "draw_comparison",
    "draw_compositions",
    "draw_directions",
    "draw_evidence",
    "draw_grid",
    "draw_interviews",
    "draw_lifts",
    "draw_partners",
    "draw_quadrants",
    "draw_returns",
    "draw_review",
    "draw_sample",
    "draw_sources",
    "draw_speech",
    "draw_survey",
    "draw_timeline",
    "draw_topic_review",
    "draw_topics",
    "draw_tree",
    "draw_umbrella",
    "draw_weighings",
    "explore_topics",
    "show_cards",
    "tell",
]
