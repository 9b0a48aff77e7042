"""Fillers: words that carry no subject, in writing or in speech."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["list_fillers"]


@cache
def list_fillers() -> frozenset[str]:
    """Return the Dutch function words and spoken fillers, in lower case.

    They stand in ``fillers.txt``, in groups with a reason. Words that carry a subject in
    evaluations of public administration, such as *binnen* and *buiten*, are not among them.

    Examples
    --------
    >>> "eigenlijk" in list_fillers(), "aangifte" in list_fillers()
    (True, False)

    """
    text = files("paraplu.language").joinpath("fillers.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(word for line in lines for word in line.split())
