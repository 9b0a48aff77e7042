"""Withdrawing: respondents leave the study, and nobody codes their words meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu import formats
from paraplu.errors import Refused, Severity
from paraplu.study.ledgers import Ledgers
from paraplu.study.locking import held
from paraplu.study.reading import read_text, write_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from paraplu.study.repository import Study

__all__ = ["withdraw"]

RESPONDENTS = "interviews/respondents.csv"


def withdraw(study: Study, respondents: Collection[str]) -> None:
    """Write that these respondents have withdrawn; the other lines stay as they are.

    The table is held against others who withdraw, and so are the ledgers of the interviews:
    who codes one of them at that moment is done first, or is refused after it.

    Raises
    ------
    Refused
        When the table has errors, or P510 when the disk refuses; nothing is written then.

    """
    people = study.parsed_respondents.record
    interviews = {each.interview for each in people if each.id in respondents}
    coders = [coder.id for coder in study.parsed_plan.record.coders]
    with (
        Ledgers(study.root).held_all(interviews, coders=coders),
        held(study.root, "respondents", place=RESPONDENTS),
    ):
        path = study.root / RESPONDENTS
        file = read_text(path, root=study.root, strict=False)
        problems = (
            *file.problems,
            *formats.parse_respondents(file.text, path=RESPONDENTS).problems,
        )
        errors = [each for each in problems if each.severity is Severity.ERROR]
        if errors:
            raise Refused(errors)
        write_text(path, formats.mark_withdrawn(file.text, respondents=respondents))
