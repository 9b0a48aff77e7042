"""Whether an interview is still what was read of it; for who holds a ledger and may write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paraplu import formats, messages
from paraplu.errors import Refused
from paraplu.study.reading import read_text

if TYPE_CHECKING:
    from paraplu.records import Transcript
    from paraplu.study.repository import Study

__all__ = ["refuse_stale"]

RESPONDENTS = "interviews/respondents.csv"
HASH = re.compile(rb"^sha256: *['\"]?([0-9a-f]{64})", re.MULTILINE)
HEAD = 100_000


def refuse_stale(study: Study, transcript: Transcript) -> None:
    """Refuse when the text was corrected or a speaker withdrew after the study was read.

    Whoever corrects or withdraws holds the ledgers meanwhile; whoever waited for one of them
    asks this before writing in it.

    Raises
    ------
    Refused
        P502 when the interview is gone or nobody of it takes part any more, P511 when its text
        is another one, or somebody in it withdrew.

    """
    interview = transcript.id
    try:
        with (study.root / "interviews" / f"{interview}.md").open("rb") as file:
            found = HASH.search(file.read(HEAD))
    except OSError as error:
        raise Refused([messages.problem("P502", "gesprek", interview=interview)]) from error
    if found is None or found[1].decode() != transcript.sha256:
        raise Refused([messages.problem("P511", interview, interview=interview)])
    if transcript.kind != "interview":
        return
    table = read_text(study.root / RESPONDENTS, root=study.root, strict=False)
    everyone = formats.parse_respondents(table.text, path=RESPONDENTS).record
    now = {each.id for each in everyone if each.interview == interview and not each.ingetrokken}
    if not now:
        raise Refused([messages.problem("P502", "gesprek", interview=interview)])
    if now != {each.id for each in study.people if each.interview == interview}:
        raise Refused([messages.problem("P511", interview, interview=interview)])
