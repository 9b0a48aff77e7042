"""Detection on texts that nobody wrote."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.anonymise import apply_decisions
from paraplu.anonymise.finding import Finder
from paraplu.anonymise.proposal import propose
from paraplu.formats import parse_decisions, write_decisions
from paraplu.spans import normalise

WORDS = (
    "Jan", "van", "der", "Ploeg", "mevrouw", "in", "Holtwolde", "06", "12345678", "zes", "twaalf",
    "vierendertig", "apenstaartje", "punt", "nl", "Kerkstraat", "12", "3", "oktober", "2021",
    "de", "[lacht]", "“", "”", ".", ",", "?", "\n", "\n\nR:", "\n\nI:", "BZK", "'t", "é", "😀",
    "dertig", "jaar", "noemde", '"', "@", "x_y", "A&B", "&", "(", ")", "\u2028", "\t",
)  # fmt: skip
FINDER = Finder(partners=("BZK",))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=120))
def test_mentions(text: str) -> None:
    """Mentions are in order, do not overlap, cross no line, and can be applied and written."""
    text = normalise(text)
    found = FINDER.find(text)
    end = 0
    for mention in found.mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert "\n" not in mention.text
        assert 0 < mention.score <= 1
        end = mention.end
    decisions = propose(found.document, found.mentions, interview="R41")
    apply_decisions(text, decisions=decisions)
    assert parse_decisions(write_decisions(decisions), path="x").record == decisions
