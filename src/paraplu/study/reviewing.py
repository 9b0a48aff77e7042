"""Reviews of claims, as they are kept in a study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.errors import Refused
from paraplu.formats.parsed import Parsed
from paraplu.formats.reviews_yaml import add_review, parse_reviews
from paraplu.study.reading import read_text, write_text

if TYPE_CHECKING:
    from pathlib import Path

    from paraplu.records.review import Review

__all__ = ["REVIEWS", "keep_review", "read_reviews"]

REVIEWS = "codebook/reviews/claims.yaml"


def read_reviews(root: Path) -> Parsed[tuple[Review, ...]]:
    """Read the reviews of claims with their problems; none when there is no file yet.

    Parameters
    ----------
    root
        The study.

    """
    path = root / REVIEWS
    if not path.is_file():
        return Parsed(())
    file = read_text(path, root=root, strict=False)
    if not file.readable:
        return Parsed((), file.problems)
    return parse_reviews(file.text, path=file.path)


def keep_review(root: Path, review: Review) -> Path:
    """Add a review to the study, in one step.

    Parameters
    ----------
    root
        The study.
    review
        The review.

    Returns
    -------
    Path
        The file it was written to.

    Raises
    ------
    Refused
        When the file there is cannot be read; nothing is written then.

    """
    parsed = read_reviews(root)
    if not parsed.ok:
        raise Refused(parsed.problems)
    path = root / REVIEWS
    text = read_text(path, root=root, strict=False).text if path.is_file() else ""
    write_text(path, add_review(text, review))
    return path
