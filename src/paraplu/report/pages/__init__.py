"""Evidence pages: one per claim, finding and code, linked both ways.

The public build holds counts and quotations that may be shown; the confidential one all passages
with who said them. It is written inside ``.paraplu`` and never into the site.
"""

from __future__ import annotations

from paraplu.report.pages.building import build_pages
from paraplu.report.pages.page import Count, EvidencePage, Link, Quotation, Row, Section, Sentence
from paraplu.report.pages.writing import (
    CONFIDENTIAL,
    DATA,
    write_confidential,
    write_data,
    write_site,
)

__all__ = [
    "CONFIDENTIAL",
    "DATA",
    "Count",
    "EvidencePage",
    "Link",
    "Quotation",
    "Row",
    "Section",
    "Sentence",
    "build_pages",
    "write_confidential",
    "write_data",
    "write_site",
]
