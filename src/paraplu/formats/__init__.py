"""File formats: text in, records and problems out. Nothing here touches the disk."""

from __future__ import annotations

from paraplu.formats.codebook_editing import edit_codebook
from paraplu.formats.codebook_yaml import parse_codebook
from paraplu.formats.decisions_yaml import is_replacement, parse_decisions, write_decisions
from paraplu.formats.figures_yaml import parse_figures
from paraplu.formats.findings_yaml import edit_findings, parse_findings
from paraplu.formats.ledger_lines import parse_ledger, write_event
from paraplu.formats.network_yaml import parse_network
from paraplu.formats.parsed import Parsed
from paraplu.formats.plan_yaml import parse_plan
from paraplu.formats.polarities_yaml import parse_polarities
from paraplu.formats.questions_yaml import parse_questions
from paraplu.formats.respondents_csv import mark_withdrawn, parse_respondents
from paraplu.formats.transcript_text import parse_transcript, write_transcript

__all__ = [
    "Parsed",
    "edit_codebook",
    "edit_findings",
    "is_replacement",
    "mark_withdrawn",
    "parse_codebook",
    "parse_decisions",
    "parse_figures",
    "parse_findings",
    "parse_ledger",
    "parse_network",
    "parse_plan",
    "parse_polarities",
    "parse_questions",
    "parse_respondents",
    "parse_transcript",
    "write_decisions",
    "write_event",
    "write_transcript",
]
