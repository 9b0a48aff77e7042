"""The things a study is made of, as frozen records without behaviour of their own."""

from __future__ import annotations

from paraplu.records.codebook import Attribute, Code, Codebook, CodebookVersion, Family
from paraplu.records.codebook_change import CodebookChange, NewCode
from paraplu.records.coding import Coding, Event
from paraplu.records.context import ContextFigure, ContextFigures
from paraplu.records.decision import Decisions, Entity, Occurrence, Verdict
from paraplu.records.finding import Finding, Findings
from paraplu.records.memo import Memo
from paraplu.records.network import Network, NetworkEvent, NetworkInstrument, Partner
from paraplu.records.plan import Coder, Plan, Round
from paraplu.records.polarity import Polarities, Polarity, Pole
from paraplu.records.question import CodeSet, Question, Questions
from paraplu.records.recording import RawTranscript, RawTurn, SpeakerMap, Voice
from paraplu.records.respondent import Respondent
from paraplu.records.transcript import Restriction, Transcript, Turn
from paraplu.records.value import Value

__all__ = [
    "Attribute",
    "Code",
    "CodeSet",
    "Codebook",
    "CodebookChange",
    "CodebookVersion",
    "Coder",
    "Coding",
    "ContextFigure",
    "ContextFigures",
    "Decisions",
    "Entity",
    "Event",
    "Family",
    "Finding",
    "Findings",
    "Memo",
    "Network",
    "NetworkEvent",
    "NetworkInstrument",
    "NewCode",
    "Occurrence",
    "Partner",
    "Plan",
    "Polarities",
    "Polarity",
    "Pole",
    "Question",
    "Questions",
    "RawTranscript",
    "RawTurn",
    "Respondent",
    "Restriction",
    "Round",
    "SpeakerMap",
    "Transcript",
    "Turn",
    "Value",
    "Verdict",
    "Voice",
]
