"""``codebook/reviews/claims.yaml``: who read the passages of a claim, and when."""

from __future__ import annotations

import datetime as dt
import json

from paraplu.formats.parsed import Parsed
from paraplu.formats.yaml_text import FileModel, line_of, load_yaml
from paraplu.records.review import Review

__all__ = ["add_review", "parse_reviews"]

HEAD = """\
# Wie de passages achter een claim las, en wat ertegen spreekt. Geschreven door 'paraplu evidence'.
# Veranderen de passages, dan geldt de lezing niet meer en vraagt de controle er opnieuw om.
version: 1
reviews:
"""


class ReviewModel(FileModel):
    """A review as it stands in the file."""

    claim: str
    read_by: str
    date: dt.date
    passages: str


class ReviewsModel(FileModel):
    """The whole file."""

    version: int = 1
    reviews: tuple[ReviewModel, ...] | None = ()


def parse_reviews(text: str, *, path: str) -> Parsed[tuple[Review, ...]]:
    """Read the reviews, in the order of the file."""
    model, node, problems = load_yaml(text, ReviewsModel, path=path)
    if model is None:
        return Parsed((), tuple(problems))
    reviews = tuple(
        Review(line=line_of(node, ("reviews", n)), **found.model_dump())
        for n, found in enumerate(model.reviews or ())
    )
    return Parsed(reviews, tuple(problems))


def add_review(text: str, review: Review) -> str:
    """Return the file with a review at its end; what was there stays as it was written.

    Examples
    --------
    >>> one = Review("code=melden of=allen", "A. Lezer", dt.date(2023, 9, 1), "0f3a")
    >>> parse_reviews(add_review("", one), path="claims.yaml").record[0].read_by
    'A. Lezer'

    """
    fields = {
        "claim": _quoted(review.claim),
        "read_by": _quoted(review.read_by),
        "date": review.date.isoformat(),
        "passages": _quoted(review.passages),
    }
    line = ", ".join(f"{name}: {value}" for name, value in fields.items())
    begun = text if text.strip() else HEAD
    return f"{begun.rstrip()}\n  - {{{line}}}\n"


def _quoted(text: str) -> str:
    """Write a text between double quotes, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)
