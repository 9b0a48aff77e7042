"""All passages of a code, and the frames from which the rooms of the app are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from paraplu import messages
from paraplu.errors import Refused
from paraplu.study.frames import codings_frame
from paraplu.view.protocol import codings_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paraplu.records import Coding
    from paraplu.study import Study
    from paraplu.study.ledgers import Ledgers

__all__ = ["FILTERS", "find_passages", "visible_codings"]

FILTERS = ("groep", "coder", "interview", "fase", "valentie", "pole", "argument")


def visible_codings(
    study: Study, *, coder: str, ledgers: Ledgers, of: str | None = None
) -> pd.DataFrame:
    """Return the codings that a coder may see, as a tidy frame with `attributes` and `groep`.

    Parameters
    ----------
    study, ledgers
        The study as it is now.
    coder
        Who looks.
    of
        Only the work of this coder.

    Returns
    -------
    DataFrame
        Columns of `Study.codings`, and `groep` of the respondent (empty for none).

    """
    codebook, plan = study.codebook(), study.plan()
    work: dict[str, dict[str, tuple[Coding, ...]]] = {}
    for transcript in study.transcripts.values():
        for each in plan.visible(coder, transcript.id):
            if of is None or each == of:
                found = codings_of(ledgers, each, transcript=transcript, codebook=codebook)
                work.setdefault(each, {})[transcript.id] = found
    frames = [
        codings_frame(ledger, transcripts=study.transcripts, codebook=codebook, people=study.people)
        for ledger in work.values()
    ]
    empty = codings_frame({}, transcripts={}, codebook=codebook, people=())
    frame = pd.concat(frames, ignore_index=True) if frames else empty
    groups = {person.id: person.groep for person in study.people}
    return frame.assign(groep=[groups.get(each, "") for each in frame["respondent"]])


def find_passages(
    study: Study, code: str, *, coder: str, ledgers: Ledgers, filters: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return the visible passages of a code that meet the filters, in order of interview.

    Parameters
    ----------
    study, coder, ledgers
        As in `visible_codings`.
    code
        Of which code.
    filters
        Some of `FILTERS` to the value asked for.

    Raises
    ------
    Refused
        P516 when the codebook does not know the code.

    """
    known = study.codebook()
    name = known.merged.get(code, code)
    if name not in known.codes:
        raise Refused([messages.problem("P516", "codeboek", code=code[:64])])
    frame = visible_codings(study, coder=coder, ledgers=ledgers)
    frame = frame[frame["code"].eq(name)]
    for column, value in filters.items():
        frame = frame[frame[column].eq(value)]
    ordered = frame.sort_values(["interview", "start", "coder"], kind="stable")
    shown = [
        "coding", "interview", "respondent", "groep", "coder", "turn", "start", "end", "exact",
        "code", "memo", "counter",
    ]  # fmt: skip
    names = ["fase", "valentie", "pole", "argument"]
    plain = zip(ordered[shown].to_dict("records"), ordered[names].to_dict("records"), strict=True)
    return [
        {
            **{str(key): value for key, value in row.items()},
            "attributes": {str(key): value for key, value in attributes.items() if value},
        }
        for row, attributes in plain
    ]
