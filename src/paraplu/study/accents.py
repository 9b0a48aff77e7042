"""What somebody typed, in NFC: an accent belongs to its letter, in every file of a study."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from paraplu import messages
from paraplu.errors import Refused
from paraplu.spans import normalise
from paraplu.study.reading import ACCENTS

__all__ = ["compose", "refuse_loose"]


def compose(value: Any) -> Any:  # noqa: ANN401  a record, its words, or several
    r"""Return a record, a text or several with their accents in NFC.

    Examples
    --------
    >>> compose(("e\u0301e\u0301n", 2))
    ('één', 2)

    """
    if isinstance(value, str):
        return normalise(value)
    if isinstance(value, tuple):
        return tuple(compose(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: compose(getattr(value, f.name)) for f in fields(value)})
    return value


def refuse_loose(text: str, *, place: str) -> None:
    """Refuse to write a text that NFC would change: an accent after what is no letter.

    Raises
    ------
    Refused
        P103.

    """
    if normalise(text) != text:
        raise Refused([messages.problem("P103", place, what=ACCENTS)])
