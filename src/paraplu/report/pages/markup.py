"""Evidence pages in HTML: one calm column, in the style of the site."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from paraplu.messages.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from paraplu.report.pages.page import EvidencePage, Link, Quotation, Section

__all__ = ["Study", "index_markup", "page_markup"]

KINDS = ("claim", "finding", "code")


@dataclass(frozen=True, slots=True)
class Study:
    """What all pages share: title, where the essays and the theme are, and for whom they are."""

    title: str
    fictional: bool = False
    essays: str = "../essays"
    theme: str = "../theme"
    confidential: bool = False


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
        f'<p class="soort">{escape(PAGES[page.kind])}</p>',
        f"<h1>{escape(page.title)}</h1>",
        *([f'<p class="ondertitel">{escape(page.lead)}</p>'] if page.lead else []),
        *([f'<p><span class="etiket">{escape(page.label)}</span></p>'] if page.label else []),
        *_sentences(page, study=study),
        *_counts(page),
        *_groups(page),
        *(line for section in page.sections for line in _section(section)),
        *_links(page, known=known),
    ]
    return _document(page.title, parts, study=study)


def index_markup(pages: Sequence[EvidencePage], *, study: Study) -> str:
    """Return the page that leads to all others."""
    parts = [f"<h1>{escape(PAGES['index'])}</h1>", f"<p>{escape(PAGES['index lead'])}</p>"]
    for kind in KINDS:
        own = [page for page in pages if page.kind == kind]
        if own:
            parts.append(f"<h2>{escape(PAGES[f'{kind}s'])}</h2>\n<ul>")
            parts += [
                f'<li><a href="{escape(page.id)}.html">{escape(page.title)}</a>'
                + (f' <span class="etiket">{escape(page.label)}</span>' if page.label else "")
                + "</li>"
                for page in own
            ]
            parts.append("</ul>")
    return _document(PAGES["index"], parts, study=study)


def _document(title: str, parts: Sequence[str], *, study: Study) -> str:
    """Return a whole document."""
    bands = []
    if study.fictional:
        band = f"<strong>{escape(PAGES['fictional'])}</strong> {escape(PAGES['invented'])}"
        bands.append(f'<p class="fictief-band" role="note">{band}</p>\n')
    if study.confidential:
        band = f"<strong>{escape(PAGES['confidential'])}</strong> {escape(PAGES['keep'])}"
        bands.append(f'<p class="fictief-band" role="note">{band}</p>\n')
    robots = '<meta name="robots" content="noindex">\n' if study.confidential else ""
    above, body = "".join(bands), "\n".join(parts)
    return f"""<!DOCTYPE html>
<html lang="nl-NL">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{robots}<title>{escape(title)} · {escape(study.title)}</title>
<link rel="stylesheet" href="{study.theme}/paraplu.css">
</head>
<body>
<a class="sla-over" href="#inhoud">{escape(PAGES["skip"])}</a>
<header>
{above}<div class="kop">
<a class="merk" href="{study.essays}/index.html"><span>{escape(study.title)}</span></a>
<nav aria-label="{escape(PAGES["index"])}"><ul>
<li><a href="index.html">{escape(PAGES["index"])}</a></li>
</ul></nav>
</div>
</header>
<main id="inhoud">
<article class="bewijsblad">
{body}
</article>
</main>
</body>
</html>
"""


def _sentences(page: EvidencePage, *, study: Study) -> Iterator[str]:
    """Yield where essays make the claim."""
    if not page.sentences:
        return
    yield f"<h2>{escape(PAGES['where'])}</h2>\n<ul>"
    for one in page.sentences:
        place = f"{study.essays}/{one.essay}.html#{one.anchor}"
        line = f", {PAGES['line'].format(line=one.line)}" if one.line else ""
        yield (
            f'<li>{escape(one.text)} <a href="{escape(place)}">{escape(one.title)}</a>'
            f"{escape(line)}</li>"
        )
    yield "</ul>"


def _counts(page: EvidencePage) -> Iterator[str]:
    """Yield the numbers."""
    if not page.counts:
        return
    yield f"<h2>{escape(PAGES['numbers'])}</h2>\n<dl>"
    for one in page.counts:
        yield f"<dt>{escape(one.label)}</dt><dd>{escape(one.shown)}</dd>"
    yield "</dl>"


def _groups(page: EvidencePage) -> Iterator[str]:
    """Yield the table of groups."""
    if not page.rows:
        return
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in page.columns)
    caption = f"<caption>{escape(PAGES['per group'])}</caption>"
    yield f"<table>\n{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>"
    for row in page.rows:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in row.cells)
        yield f'<tr><th scope="row">{escape(row.group)}</th>{cells}</tr>'
    yield "</tbody>\n</table>"


def _section(section: Section) -> Iterator[str]:
    """Yield quotations under their heading."""
    yield f'<section id="{escape(section.id)}">\n<h2>{escape(section.title)}</h2>'
    if section.note:
        yield f"<p>{escape(section.note)}</p>"
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
        f"<figcaption>{escape(about)}</figcaption>{memo}\n</figure>"
    )


def _links(page: EvidencePage, *, known: Collection[str]) -> Iterator[str]:
    """Yield the pages that this one leads to, by kind."""
    for kind in KINDS:
        own = [link for link in page.links if link.kind == kind]
        if own:
            yield f"<h2>{escape(PAGES[f'{kind}s'])}</h2>\n<ul>"
            yield from (f"<li>{_link(link, known=known)}</li>" for link in own)
            yield "</ul>"


def _link(link: Link, *, known: Collection[str]) -> str:
    """Return a link to a page, or its title where there is none."""
    title = escape(link.title)
    return f'<a href="{escape(link.id)}.html">{title}</a>' if link.id in known else title
