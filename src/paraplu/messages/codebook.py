"""Dutch texts of the history of a codebook."""

from __future__ import annotations

CHANGES: dict[str, str] = {
    "edit": "omschrijving van '{code}' gewijzigd",
    "rename": "code '{code}' ({old}) heet nu: {name}",
    "add": "code '{code}' erbij",
    "merge": "code '{code}' ({old}) opgegaan in '{into}'",
    "split": "code '{code}' gesplitst in {parts}",
    "retire": "code '{code}' uit gebruik genomen",
}
"""What a version of the codebook changed, by kind of change."""

BY = " ({who})"
WHY = ": {why}"
