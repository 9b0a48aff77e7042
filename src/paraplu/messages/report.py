"""Dutch texts of the room `report`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.messages import Text

TEXTS: dict[str, Text] = {}
