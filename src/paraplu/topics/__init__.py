"""Topics: what respondents talk about, beside what people coded. The only room with BERTopic."""

from __future__ import annotations

from paraplu.topics.anchored import (
    ANCHORED_COLUMNS,
    AnchoredPlacement,
    AnchoredResult,
    fit_anchored,
    place_anchored,
)
from paraplu.topics.anchors import (
    ANCHOR_COLUMNS,
    Anchors,
    AnchorScore,
    gather_anchors,
    score_anchors,
)
from paraplu.topics.beside import CROSS_COLUMNS, cross_codes, gather_incidence
from paraplu.topics.choosing import choose_number
from paraplu.topics.coherence import measure_diversity, measure_npmi
from paraplu.topics.compared import (
    Comparison,
    keep_comparison,
    recall_comparison,
    tell_comparison,
)
from paraplu.topics.groups import GROUP_COLUMNS, list_by_attribute, list_by_group, list_by_office
from paraplu.topics.keeping import keep_stability, recall_stability
from paraplu.topics.model import Prepared, fit_topics, prepare_segments
from paraplu.topics.placing import Material, place_segments
from paraplu.topics.questions import compare_partitions, list_hardly_coded, list_spread_codes
from paraplu.topics.result import MAP_COLUMNS, PASSAGE_COLUMNS, TOPIC_COLUMNS, TopicResult
from paraplu.topics.review import ReviewSettings, TopicReview, review_topics
from paraplu.topics.runs import Runner, run_here
from paraplu.topics.scaling import place_all
from paraplu.topics.segments import MIN_WORDS, SEGMENT_COLUMNS, list_segments
from paraplu.topics.stability import (
    GRID_COLUMNS,
    RETURN_COLUMNS,
    Stability,
    measure_stability,
    with_stability,
)
from paraplu.topics.stock import COMPARED_COLUMNS, compare_models, has_stock, list_models
from paraplu.topics.validation import draw_sheet, score_sheet

__all__ = [
    "ANCHORED_COLUMNS",
    "ANCHOR_COLUMNS",
    "COMPARED_COLUMNS",
    "CROSS_COLUMNS",
    "GRID_COLUMNS",
    "GROUP_COLUMNS",
    "MAP_COLUMNS",
    "MIN_WORDS",
    "PASSAGE_COLUMNS",
    "RETURN_COLUMNS",
    "SEGMENT_COLUMNS",
    "TOPIC_COLUMNS",
    "AnchorScore",
    "AnchoredPlacement",
    "AnchoredResult",
    "Anchors",
    "Comparison",
    "Material",
    "Prepared",
    "ReviewSettings",
    "Runner",
    "Stability",
    "TopicResult",
    "TopicReview",
    "choose_number",
    "compare_models",
    "compare_partitions",
    "cross_codes",
    "draw_sheet",
    "fit_anchored",
    "fit_topics",
    "gather_anchors",
    "gather_incidence",
    "has_stock",
    "keep_comparison",
    "keep_stability",
    "list_by_attribute",
    "list_by_group",
    "list_by_office",
    "list_hardly_coded",
    "list_models",
    "list_segments",
    "list_spread_codes",
    "measure_diversity",
    "measure_npmi",
    "measure_stability",
    "place_all",
    "place_anchored",
    "place_segments",
    "prepare_segments",
    "recall_comparison",
    "recall_stability",
    "review_topics",
    "run_here",
    "score_anchors",
    "score_sheet",
    "tell_comparison",
    "with_stability",
]
