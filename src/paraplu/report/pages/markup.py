"""Evidence pages in HTML: the sentence, the number, who says it, what speaks against it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from paraplu.messages.pages import PAGES
from paraplu.report.pages.cells import HIDDEN
from paraplu.report.pages.drawing import aside_markup, label_markup, strip_markup
from paraplu.report.pages.shell import document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from paraplu.report.pages.page import EvidencePage, Link, Quotation, Row, Section, Sentence
    from paraplu.report.pages.shell import Study

__all__ = ["KINDS", "page_markup", "sentence_markup"]

KINDS = ("claim", "finding", "code")
LONG = 30
"""What is longer than this stands below its name."""
BESIDE = ("against", "nuance", "deviant")
"""The sections that speak against a claim, or beside it."""


def page_markup(page: EvidencePage, *, study: Study, known: Collection[str]) -> str:
    """Return a page.

    Parameters
    ----------
    page
        What it says.
    study
        What all pages share.
    known
        Ids of the pages that exist; others are named without a link.

    """
    parts = [
        *_title(page, study=study),
        *_number(page),
        *_groups(page, known=known),
        *_counts(page),
        *_voices(page, confidential=study.confidential),
        *_limits(page),
        *_links(page, known=known),
    ]
    return document(page.title, parts, study=study)


def sentence_markup(sentence: Sentence) -> str:
    """Return a sentence of an essay, with the words of its mark standing out."""
    before, marked, after = sentence.text.partition(sentence.marked)
    if not sentence.marked or not marked:
        return escape(sentence.text)
    return f"{escape(before)}<mark>{escape(marked)}</mark>{escape(after)}"


# -- the sentence ------------------------------------------------------------------------


def _title(page: EvidencePage, *, study: Study) -> Iterator[str]:
    """Yield what the page is about: for a claim, its sentence in the essay."""
    yield '<header class="titelblok">'
    family = f" · {page.family}" if page.family else ""
    yield f'<p class="soort">{escape(PAGES[page.kind] + family)}</p>'
    if page.sentences:
        first, *others = page.sentences
        yield f'<h1 class="zin">{sentence_markup(first)}</h1>'
        link = _to_essay(first, study=study)
        yield f'<p class="herkomst">{PAGES["from"].format(essay=link)}</p>'
        if others:
            yield f'<p class="herkomst">{escape(PAGES["also"])}:</p>\n<ul class="herkomst">'
            for one in others:
                yield f"<li>{sentence_markup(one)} {_to_essay(one, study=study)}</li>"
            yield "</ul>"
    else:
        yield f"<h1>{escape(page.title)}</h1>"
        if page.lead:
            yield f'<p class="ondertitel">{escape(page.lead)}</p>'
    yield "</header>"


def _to_essay(one: Sentence, *, study: Study) -> str:
    """Return a link to the place of a sentence in its essay."""
    place = f"{study.essays}/{one.essay}.html#{one.anchor}"
    line = f", {PAGES['line'].format(line=one.line)}" if one.line else ""
    return f'<a href="{escape(place)}">{escape(one.title)}</a>{escape(line)}'


# -- the number --------------------------------------------------------------------------


def _number(page: EvidencePage) -> Iterator[str]:
    """Yield the number in words, drawn, and how firmly it stands."""
    if not page.headline:
        return
    yield f'<section class="uitslag" aria-label="{escape(PAGES["numbers"])}">'
    label = f" {label_markup(page.label)}" if page.label else ""
    yield (
        f'<p class="kop-getal"><strong>{escape(page.headline)}</strong> '
        f"<span>{escape(page.about)}</span>{label}</p>"
    )
    for strip in page.strips:
        yield strip_markup(strip)
    if page.kind == "claim":
        yield f"<p>{escape(page.lead)}</p>"
    yield from (f"<p>{escape(remark)}</p>" for remark in page.remarks)
    yield "</section>"


def _counts(page: EvidencePage) -> Iterator[str]:
    """Yield the numbers, each with what it counts."""
    if not page.counts:
        return
    yield f'<h2>{escape(PAGES[f"{page.kind} counts"])}</h2>\n<dl class="telling">'
    for one in page.counts:
        kind = ' class="lang"' if len(one.shown) > LONG else ""
        yield f"<div{kind}><dt>{escape(one.label)}</dt><dd>{escape(one.shown)}</dd></div>"
    yield "</dl>"


def _groups(page: EvidencePage, *, known: Collection[str]) -> Iterator[str]:
    """Yield the table of groups, or of the codes of a finding; names with a strip below."""
    if not page.rows:
        return
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in page.columns)
    title = escape(PAGES["per code" if page.kind == "finding" else "per group"])
    widest = max((_width(row) for row in page.rows), default=1)
    yield f'<h2 id="per-groep">{title}</h2>'
    yield f'<table class="per-groep" aria-labelledby="per-groep">\n<thead><tr>{head}</tr></thead>'
    yield "<tbody>"
    for row in page.rows:
        name = escape(row.group)
        if row.id in known:
            name = f'<a href="{escape(row.id)}.html">{name}</a>'
        strip = "" if row.strip is None else strip_markup(row.strip, of=widest)
        cells = "".join(f"<td>{_cell(cell)}</td>" for cell in row.cells)
        yield f'<tr><th scope="row">{name}{strip}</th>{cells}</tr>'
    yield "</tbody>\n</table>"
    if any(HIDDEN in row.cells for row in page.rows):
        yield f'<p class="voetregel">{escape(PAGES["hidden note"])}</p>'


def _width(row: Row) -> int:
    """Return how wide a row is drawn, in respondents."""
    return 1 if row.strip is None else sum(segment.width for segment in row.strip.segments)


def _cell(text: str) -> str:
    """Return a cell; what is not shown is said as well."""
    if text != HIDDEN:
        return escape(text)
    said = escape(PAGES["hidden"])
    return f'<span aria-hidden="true">{HIDDEN}</span><span class="onzichtbaar">{said}</span>'


# -- who says it -------------------------------------------------------------------------


def _voices(page: EvidencePage, *, confidential: bool) -> Iterator[str]:
    """Yield what respondents say, for it and against it."""
    beside = [section for section in page.sections if section.id in BESIDE]
    for section in page.sections:
        if section not in beside:
            yield from _section(section, level=2)
            if section.quotations and not confidential:
                yield f'<p class="voetregel">{escape(PAGES["chosen"])}</p>'
    if page.kind == "claim":
        yield f'<section class="tegen">\n<h2>{escape(PAGES["other side"])}</h2>'
        if not beside:
            yield f"<p>{escape(_silence(page))}</p>"
        for section in beside:
            yield from _section(section, level=3)
        yield "</section>"
    else:
        for section in beside:
            yield from _section(section, level=2)


def _silence(page: EvidencePage) -> str:
    """Say why nothing speaks against a claim: nothing does, or it may not be shown."""
    return PAGES["nothing against" if page.sections else "not shown"]


def _section(section: Section, *, level: int) -> Iterator[str]:
    """Yield quotations under their heading."""
    yield (
        f'<section class="stemmen" id="{escape(section.id)}">\n'
        f"<h{level}>{escape(section.title)}</h{level}>"
    )
    if section.note:
        yield f'<p class="voetregel">{escape(section.note)}</p>'
    for one in section.quotations:
        yield _quotation(one)
    yield "</section>"


def _quotation(one: Quotation) -> str:
    """Return words with to whom they are attributed."""
    about = " · ".join(part for part in (one.attribution, one.source, one.stance) if part)
    memo = (
        f'\n<p class="memo">{escape(PAGES["memo"].format(memo=one.memo))}</p>' if one.memo else ""
    )
    return (
        f'<figure class="citaat">\n<blockquote><p>“{escape(one.text)}”</p></blockquote>\n'
        f'<figcaption class="toeschrijving">{escape(about)}</figcaption>{memo}\n</figure>'
    )


# -- below -------------------------------------------------------------------------------


def _limits(page: EvidencePage) -> Iterator[str]:
    """Yield what the count does not say."""
    if page.limits:
        yield f'<section class="grenzen">\n<h2>{escape(PAGES["limits"])}</h2>\n<ul>'
        yield from (f"<li>{escape(limit)}</li>" for limit in page.limits)
        yield "</ul>\n</section>"


def _links(page: EvidencePage, *, known: Collection[str]) -> Iterator[str]:
    """Yield the pages that this one leads to, by kind."""
    if not page.links:
        return
    yield f'<nav class="verder" aria-label="{escape(PAGES["leads"])}">'
    for kind in KINDS:
        own = [link for link in page.links if link.kind == kind]
        if own:
            heading = PAGES[kind if len(own) == 1 else f"{kind}s"]
            yield f"<h2>{escape(heading)}</h2>\n<ul>"
            yield from (f"<li>{_link(link, known=known)}</li>" for link in own)
            yield "</ul>"
    yield "</nav>"


def _link(link: Link, *, known: Collection[str]) -> str:
    """Return a link to a page with what it is about, or its title where there is none."""
    title = escape(link.title)
    if link.id in known:
        title = f'<a href="{escape(link.id)}.html">{title}</a>'
    return f"{title}{aside_markup(link.text, link.label)}"
