"""Where respondents stand on a choice, for the claims about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from paraplu.messages.polarities import ALL_RESPONDENTS
from paraplu.polarities import compose, position
from paraplu.report.census import Tally

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from paraplu.records import Polarity
    from paraplu.report.census import Census
    from paraplu.report.claim import PoleClaim
    from paraplu.study.settings import Settings

__all__ = ["Stances"]


class Stances:
    """Positions and compositions, made once per choice and kept.

    Parameters
    ----------
    census
        The respondents and their codings.
    settings
        Of the study: draws, seed, smallest cell.

    """

    def __init__(self, census: Census, settings: Settings) -> None:
        """Keep what they are made of."""
        self._census, self._settings = census, settings
        self._positions: dict[str, pd.DataFrame] = {}
        self._compositions: dict[tuple[str, str], pd.DataFrame] = {}

    def positions(self, polarity: Polarity) -> pd.DataFrame:
        """Return the position of every respondent; see `paraplu.polarities.position`."""
        if polarity.id not in self._positions:
            self._positions[polarity.id] = position(
                self._census.deciding, polarity=polarity, respondents=self._census.people
            )
        return self._positions[polarity.id]

    def tally(self, claim: PoleClaim) -> Tally:
        """Count the respondents with whom a side leads, of those with a position."""
        frame = self.positions(claim.polarity)
        group = claim.group
        members = self._census.flags(None if group is None else group.members)
        base = members & (frame["n"].to_numpy() > 0)
        leading = frame["leading"].to_numpy(dtype=object)
        opposed = (leading == claim.across) if claim.across else np.zeros_like(base)
        return Tally(self._census.names, base, base & (leading == claim.lean), base & opposed)

    def directions(self, claim: PoleClaim) -> npt.NDArray[np.float64]:
        """Return direction per respondent, towards the pole of the claim; NaN without position.

        Returns
        -------
        ndarray of shape (n_people,)
            From -1 (the other pole) to 1 (this one).

        """
        direction = self.positions(claim.polarity)["direction"].to_numpy(dtype=float)
        return direction if claim.lean == claim.polarity.poles[1].id else -direction

    def draws(self, claim: PoleClaim) -> float:
        """Return the share of bootstrap draws in which the mean points the same way."""
        group = claim.group
        frame = self.positions(claim.polarity)
        key = (claim.polarity.id, "" if group is None else f"{group.attribute}={group.value}")
        if key not in self._compositions:
            own = frame if group is None else frame[frame["respondent"].isin(group.members)]
            self._compositions[key] = compose(
                own,
                polarity=claim.polarity,
                draws=self._settings.polarities.draws,
                seed=self._settings.study.seed,
                min_cell=self._settings.privacy.min_cell,
            )
        rows = self._compositions[key]
        return float(rows.loc[rows["groep"].eq(ALL_RESPONDENTS), "sign_draws"].to_numpy()[0])
