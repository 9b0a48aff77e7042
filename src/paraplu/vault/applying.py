"""Writing a pseudonymised interview, and who is behind its pseudonyms, in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu import messages
from paraplu.errors import Refused
from paraplu.study.anonymising import make_transcript, read_decisions, transcript_path
from paraplu.study.deciding import held_decisions
from paraplu.study.rewriting import rewriting
from paraplu.vault.location import vault_file

if TYPE_CHECKING:
    from paraplu.records import Decisions
    from paraplu.study import Study
    from paraplu.vault.vault import Vault

__all__ = ["goes_without_key", "write_interview"]


def goes_without_key(study: Study) -> bool:
    """Tell whether interviews are written without a key: in a fictional study that has none."""
    return study.settings.study.fictional and not vault_file(study).is_file()


def write_interview(
    study: Study, interview: str, *, vault: Vault | None, time: str, state: str | None = None
) -> Decisions:
    """Write the interview as decided, and its key in the vault: both, or neither.

    Parameters
    ----------
    study, interview
        Which interview of what study.
    vault
        The open vault; None where `goes_without_key`.
    time
        ISO 8601, for the log of the key.
    state
        The state of the decisions that was seen, as in `paraplu.study.deciding`.

    Returns
    -------
    Decisions
        What was carried out.

    Raises
    ------
    Refused
        P170 when there are no decisions yet, P160 to P162 when they do not fit the raw text,
        P174 when the interview stands there with another text, P530 when they changed since
        they were seen, P510 when the disk refuses, and what `Vault.remember` raises.

    """
    with held_decisions(study, interview, state=state):
        decisions = read_decisions(study, interview)
        if decisions is None:
            raise Refused([messages.problem("P170", "interviews/raw", interview=interview)])
        transcript = make_transcript(study, decisions)
        with rewriting({transcript_path(study, interview): transcript}):
            if vault is not None:
                vault.remember(interview, decisions, time=time)
    return decisions
