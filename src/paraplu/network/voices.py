"""Voices: who says it, partners of the network or people outside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paraplu.messages.network import ALL_VOICES, OUTSIDE, PARTNERS

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["PARTNER_GROUP", "group_voices"]

PARTNER_GROUP = "actieve participant"
"""The group that speaks from within the network."""


def group_voices(
    respondents: pd.DataFrame, *, partner_group: str = PARTNER_GROUP
) -> dict[str, frozenset[str]]:
    """Divide the respondents over the voices.

    Parameters
    ----------
    respondents
        Columns ``respondent, groep``.
    partner_group
        Value of ``groep`` for partners.

    Returns
    -------
    dict of str to frozenset of str
        *partners*, *buiten het netwerk* and *allen*, each with its respondents.

    """
    within = respondents["groep"] == partner_group
    return {
        PARTNERS: frozenset(respondents.loc[within, "respondent"]),
        OUTSIDE: frozenset(respondents.loc[~within, "respondent"]),
        ALL_VOICES: frozenset(respondents["respondent"]),
    }
