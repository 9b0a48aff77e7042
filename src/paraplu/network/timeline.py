"""The timeline of the network, from public sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from paraplu.records import Network

__all__ = ["TIMELINE_COLUMNS", "list_events"]

TIMELINE_COLUMNS = ("date", "year", "precision", "event", "source")

_PRECISION = {4: "jaar", 7: "maand", 10: "dag"}


def list_events(network: Network) -> pd.DataFrame:
    """List what happened, oldest first.

    Parameters
    ----------
    network
        Its events; a date is ``JJJJ``, ``JJJJ-MM`` or ``JJJJ-MM-DD``.

    Returns
    -------
    DataFrame
        ``date`` (as written), ``year``, ``precision`` (*jaar, maand, dag*), ``event``, and
        ``source`` (spelled out where the network file does so). Within a year, an event of which
        only the year is known comes first.

    """
    rows = [
        (
            event.date,
            int(event.date[:4]),
            _PRECISION.get(len(event.date), ""),
            event.event,
            network.sources.get(event.source, event.source),
        )
        for event in network.events
    ]
    frame = pd.DataFrame(rows, columns=list(TIMELINE_COLUMNS))
    return frame.sort_values("date", kind="stable", ignore_index=True)
