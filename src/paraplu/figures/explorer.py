"""The map of passages to move through, and a card per topic: HTML for a notebook, no scripts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from paraplu.figures.style import INK, LINE, PAPER, SOFT, TEAL
from paraplu.messages import figures as words
from paraplu.messages.numbers import say_number

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import pandas as pd

__all__ = ["Page", "explore_topics", "show_cards", "tell"]

SHOWN = 220
"""Letters of a passage that appear when it is pointed at."""

SIZE = 270
RIM = 245
OUTSIDE = 15
"""Room between the rim and the numbers around it."""

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of HTML that a notebook shows; `text` says the same without it."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        return self.html


def tell(*sentences: str) -> Page:
    """Show sentences as text, without the quotation marks of code."""
    written = [f"{sentence[:1].upper()}{sentence[1:].rstrip('.')}." for sentence in sentences]
    html = "".join(f"<p>{escape(sentence)}</p>" for sentence in written)
    return Page(html, " ".join(written))


def explore_topics(segments: pd.DataFrame, topics: pd.DataFrame) -> Page:
    """Show every passage as a dot: point at one to read it, choose a topic to single it out.

    Works with a keyboard: the topics are a list of choices. It shows words of respondents, so it
    is for evaluators and not for publication.

    Parameters
    ----------
    segments
        Columns ``interview, turn, topic, x, y, text`` of a `TopicResult`.
    topics
        Columns ``topic, name, n_segments, angle`` of a `TopicResult`.

    """
    if topics.empty:
        return Page(f"<p>{escape(words.NOTHING)}</p>", words.NOTHING)
    numbers = [int(topic) for topic in topics["topic"]]
    rules = "".join(
        f".pp-map:has(#pp-t{number}:checked) circle:not(.t{number}){{opacity:.08}}"
        for number in numbers
    )
    choices = "".join(
        _choice(number, words.EXPLORE_TOPIC.format(number=number + 1, name=name, n=count))
        for number, name, count in zip(numbers, topics["name"], topics["n_segments"], strict=True)
    )
    stands = "".join(
        _stand(number, float(angle)) for number, angle in zip(numbers, topics["angle"], strict=True)
    )
    dots = "".join(_dot(segment) for segment in segments.to_dict("records"))
    html = (
        f"<style>{_STYLE}{rules}</style><div class='pp-map'><fieldset>"
        f"<legend>{escape(words.EXPLORE_LEGEND)}</legend>{_choice(-2, words.EXPLORE_ALL)}{choices}"
        f"</fieldset><svg viewBox='{-SIZE} {-SIZE} {2 * SIZE} {2 * SIZE}' role='img' "
        f"aria-label='{escape(words.EXPLORE_ALT.format(n=len(segments)), quote=True)}'>"
        f"<circle r='{RIM}' class='rim'/>{dots}{stands}</svg></div>"
    )
    return Page(html, words.EXPLORE_ALT.format(n=len(segments)))


def show_cards(topics: pd.DataFrame, passages: pd.DataFrame) -> Page:
    """Show a card per topic: its words, its size, whether it holds, and passages to read.

    Parameters
    ----------
    topics, passages
        Of a `TopicResult`.

    """
    if topics.empty:
        return Page(f"<p>{escape(words.NOTHING)}</p>", words.NOTHING)
    cards = "".join(
        _card(topic, passages[passages["topic"] == topic["topic"]])
        for topic in topics.to_dict("records")
    )
    names = words.enumerate_words([str(name) for name in topics["name"]])
    return Page(f"<style>{_STYLE}</style><div class='pp-cards'>{cards}</div>", names)


def _choice(number: int, label: str) -> str:
    """Write one choice of the list; all topics are chosen at first."""
    checked = " checked" if number < 0 else ""
    own = f"pp-t{number}" if number >= 0 else "pp-all"
    return (
        f"<label><input type='radio' name='pp-topic' id='{own}'{checked}> {escape(label)}</label>"
    )


def _stand(number: int, angle: float) -> str:
    """Write the number of a topic where it stands around the map."""
    turned = math.radians(angle)
    x, y = ((RIM + OUTSIDE) * one for one in (math.sin(turned), -math.cos(turned)))
    return f"<text x='{x:.1f}' y='{y:.1f}'>{number + 1}</text>"


def _dot(segment: Mapping[Hashable, object]) -> str:
    """Write one passage as a dot with its words."""
    text = str(segment["text"])
    said = text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + " …"
    x, y = (round(RIM * float(str(segment[name])), 1) for name in ("x", "y"))
    title = escape(f"{segment['interview']}:{segment['turn']} — {said}")
    kind = f"t{segment['topic']}" if int(str(segment["topic"])) >= 0 else "none"
    return f"<circle class='{kind}' cx='{x}' cy='{-y}' r='3'><title>{title}</title></circle>"


def _card(topic: Mapping[Hashable, object], passages: pd.DataFrame) -> str:
    """Write one card."""
    share = say_number(PERCENT * float(str(topic["share"])), decimals=0)
    known = topic["runs"] == topic["runs"]
    holds = str(topic["stability"])
    if known:
        holds = words.CARD_HOLDS.format(
            holds=holds, n=int(float(str(topic["returned"]))), of=int(float(str(topic["runs"])))
        )
    voice = f"<p><strong>{escape(words.CARD_ONE_VOICE)}</strong></p>" if topic["one_voice"] else ""
    read = "".join(
        f"<li><b>{escape(str(row['interview']))}:{row['turn']}</b> {escape(str(row['text']))}</li>"
        for row in passages.to_dict("records")
    )
    size = words.CARD_SIZE.format(n=topic["n_segments"], share=share, people=topic["n_respondents"])
    return (
        f"<article><h4>{escape(str(topic['name']))}</h4><p>{escape(str(topic['words']))}</p>"
        f"<p class='soft'>{escape(size)} {escape(holds)}.</p>{voice}"
        f"<details><summary>{escape(words.CARD_READ)}</summary><ol>{read}</ol></details></article>"
    )


_STYLE = (
    f".pp-map{{display:flex;flex-wrap:wrap;gap:1rem;background:{PAPER};color:{INK};padding:.5rem}}"
    ".pp-map fieldset{border:0;padding:0;display:flex;flex-direction:column;gap:.2rem;"
    "flex:1 1 12rem}"
    ".pp-map svg{flex:2 1 18rem;max-width:40rem;height:auto}"
    f".pp-map circle{{fill:{TEAL};opacity:.6}}.pp-map .none{{fill:none;stroke:{SOFT};opacity:.5}}"
    f".pp-map .rim{{fill:none;stroke:{LINE};opacity:1!important}}"
    f".pp-map text{{fill:{SOFT};font:14px sans-serif;text-anchor:middle;"
    "dominant-baseline:central}"
    ".pp-map circle:hover{opacity:1!important;stroke-width:2;stroke:#000}"
    f".pp-cards{{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1rem;"
    f"background:{PAPER};color:{INK};padding:.5rem}}"
    f".pp-cards article{{border-top:2px solid {TEAL};padding-top:.3rem}}"
    f".pp-cards h4{{margin:0}}.pp-cards .soft{{color:{SOFT}}}.pp-cards li{{margin:.4rem 0}}"
)
