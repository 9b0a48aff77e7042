"""The page that leads to all evidence: claims by essay, findings, codes by family."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from paraplu.messages.pages import PAGES
from paraplu.messages.report import LABELS
from paraplu.report.pages.drawing import aside_markup
from paraplu.report.pages.markup import sentence_markup
from paraplu.report.pages.shell import document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paraplu.report.pages.page import EvidencePage
    from paraplu.report.pages.shell import Study

__all__ = ["index_markup"]

SCRIPT = """
<script>
(() => {
  const form = document.getElementById("zoek"), word = form.elements.woord;
  const only = form.elements.alleen, said = form.querySelector("output");
  const items = [...document.querySelectorAll("[data-soort]")];
  const groups = [...document.querySelectorAll(".bewijslijst")];
  const plain = (text) => text.normalize("NFD").replace(/\\p{M}/gu, "").toLowerCase();
  const texts = new Map(items.map((item) => [item, plain(item.textContent)]));
  const show = () => {
    const parts = plain(word.value).split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const item of items) {
      const found = parts.every((part) => texts.get(item).includes(part))
        && (!only.checked || item.dataset.soort === "wankel");
      item.hidden = !found;
      count += found;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-soort]:not([hidden])");
    }
    said.textContent = count ? said.dataset.gevonden.replace("#", count) : said.dataset.niets;
    if (!parts.length && !only.checked) said.textContent = "";
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
</script>"""
"""Without it the whole list is there; with it one can look for a word."""


def index_markup(pages: Sequence[EvidencePage], *, study: Study) -> str:
    """Return the page that leads to all others.

    Parameters
    ----------
    pages
        All pages, claims in the order of the essays.
    study
        What all pages share.

    """
    parts = [
        '<header class="titelblok">',
        f"<h1>{escape(PAGES['index title'])}</h1>",
        f'<p class="ondertitel">{escape(PAGES["index lead"])}</p>',
        "</header>",
        _form(len(pages)),
        *_claims([page for page in pages if page.kind == "claim"]),
        *_findings([page for page in pages if page.kind == "finding"]),
        *_codes([page for page in pages if page.kind == "code"]),
    ]
    return document(PAGES["index title"], parts, study=study, index=True, script=SCRIPT)


def _form(total: int) -> str:
    """Return where one looks for a word; it shows itself where scripts run."""
    found = PAGES["found"].format(count="#", total=total)
    return f"""<form id="zoek" role="search" hidden>
<label for="woord">{escape(PAGES["search"])}</label>
<input id="woord" name="woord" type="search" autocomplete="off" \
placeholder="{escape(PAGES["search example"])}">
<label class="keus"><input name="alleen" type="checkbox"> {escape(PAGES["only"])}</label>
<output data-gevonden="{escape(found)}" data-niets="{escape(PAGES["none found"])}"></output>
</form>"""


def _claims(pages: Sequence[EvidencePage]) -> Iterator[str]:
    """Yield the claims, by the essay in which they stand first."""
    if not pages:
        return
    yield f'<section class="bewijslijst" id="beweringen">\n<h2>{escape(PAGES["claims"])}</h2>'
    for title, own in groupby(pages, key=lambda page: page.sentences[0].title):
        heading = escape(PAGES["in essay"].format(essay=title))
        yield f'<section class="bewijslijst">\n<h3>{heading}</h3>\n<ul>'
        for page in own:
            kind = "vast" if page.label == LABELS["holds"] else "wankel"
            yield (
                f'<li data-soort="{kind}"><a href="{escape(page.id)}.html">'
                f"{sentence_markup(page.sentences[0])}</a>"
                f"{aside_markup(page.headline, page.label)}</li>"
            )
        yield "</ul>\n</section>"
    yield "</section>"


def _findings(pages: Sequence[EvidencePage]) -> Iterator[str]:
    """Yield the findings, each with its sentence."""
    if not pages:
        return
    yield f'<section class="bewijslijst" id="bevindingen">\n<h2>{escape(PAGES["findings"])}</h2>'
    yield "<ul>"
    yield from (_item(page) for page in pages)
    yield "</ul>\n</section>"


def _codes(pages: Sequence[EvidencePage]) -> Iterator[str]:
    """Yield the codes, by family."""
    if not pages:
        return
    yield f'<section class="bewijslijst" id="codes">\n<h2>{escape(PAGES["codes"])}</h2>'
    for family, own in groupby(pages, key=lambda page: page.family):
        heading = f"<h3>{escape(family)}</h3>\n" if family else ""
        yield f'<section class="bewijslijst">\n{heading}<ul>'
        yield from (_item(page) for page in own)
        yield "</ul>\n</section>"
    yield "</section>"


def _item(page: EvidencePage) -> str:
    """Return a finding or a code with what it says, and its number."""
    number = f' <span class="toelichting">{escape(page.headline)}</span>' if page.headline else ""
    return (
        f'<li data-soort="{page.kind}"><a href="{escape(page.id)}.html">{escape(page.title)}</a>'
        f"{number}{aside_markup(page.lead)}</li>"
    )
