"""The codings of every coder, as frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from paraplu.study.repository import Study

__all__ = ["codings_by_coder"]


def codings_by_coder(study: Study) -> dict[str, pd.DataFrame]:
    """Return the codings of each coder who has a ledger; those that decide come first.

    Parameters
    ----------
    study
        The study.

    Returns
    -------
    dict of str to DataFrame
        The coder on whom presence rests (`Plan.presence`) is always there and first, also
        without a ledger; the others follow in the order of their names.

    """
    decisive = study.plan().presence
    others = sorted(coder for coder in study.ledgers if coder != decisive)
    return {coder: study.codings(coder) for coder in (decisive, *others)}
