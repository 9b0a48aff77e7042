"""The frame of a page: the same head, menu and foot as the essays have."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from paraplu.messages.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Study", "document"]

ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
    "%3Cpath d='M3 17a13 13 0 0 1 26 0c-2-2-4.5-2-6.5 0-2-2-4.5-2-6.5 0-2-2-4.5-2-6.5 0-2-2-4.5-2"
    "-6.5 0z' fill='%230b5c63'/%3E%3Cpath d='M16 17v8a3 3 0 0 0 6 0' fill='none' stroke='%231c2321'"
    " stroke-width='2.2' stroke-linecap='round'/%3E%3C/svg%3E"
)
ACCOUNT = "verantwoording"
"""The essay that says how was counted."""
UMBRELLA = """\
<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
<path class="scherm" d="M3 17a13 13 0 0 1 26 0c-2-2-4.5-2-6.5 0-2-2-4.5-2-6.5 0-2-2-4.5-2-6.5 \
0-2-2-4.5-2-6.5 0z"/>
<path class="stok" d="M16 17v8a3 3 0 0 0 6 0M16 4V2"/>
</svg>"""


@dataclass(frozen=True, slots=True)
class Study:
    """What all pages share.

    Parameters
    ----------
    title
        Title of the site.
    fictional
        Whether the study is made up.
    essays, theme
        Where the essays and the theme are, seen from a page.
    navigation
        The menu: what stands there, and the name of the essay.
    confidential
        Whether every passage is shown, with who said it.

    """

    title: str
    fictional: bool = False
    essays: str = "../essays"
    theme: str = "../theme"
    navigation: tuple[tuple[str, str], ...] = ()
    confidential: bool = False

    @property
    def start(self) -> str:
        """The page that the title leads to."""
        name = self.navigation[0][1] if self.navigation else "index"
        return f"{self.essays}/{name}.html"


def document(
    title: str, parts: Sequence[str], *, study: Study, index: bool = False, script: str = ""
) -> str:
    """Return a whole page.

    Parameters
    ----------
    title
        For the window.
    parts
        What stands on it.
    study
        What all pages share.
    index
        Whether this is the page that leads to all others.
    script
        What makes it handier where scripts run.

    """
    kind = "vertrouwelijk" if study.confidential else "openbaar"
    body = "\n".join(parts)
    return f"""<!DOCTYPE html>
<html lang="nl-NL">
{_head(title, study)}
<body class="{kind}">
<a class="sla-over" href="#inhoud">{escape(PAGES["skip"])}</a>
<header>
{_bands(study)}<div class="kop">
<a class="merk" href="{escape(study.start)}">
{UMBRELLA}
<span>{escape(study.title)}</span>
</a>
<nav aria-label="{escape(PAGES["site"])}">
<ul>
{_menu(study, index=index)}
</ul>
</nav>
</div>
</header>
<main id="inhoud">
<article class="bewijsblad">
{body}
</article>
</main>
<footer class="voet">
<div>
{_foot(study)}
</div>
</footer>{script}
</body>
</html>
"""


def _head(title: str, study: Study) -> str:
    """Return what stands above the page in its source."""
    robots = '\n<meta name="robots" content="noindex">' if study.confidential else ""
    return f"""<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">{robots}
<title>{escape(title)} · {escape(study.title)}</title>
<link rel="icon" href="{ICON}">
<link rel="stylesheet" href="{study.theme}/paraplu.css">
</head>"""


def _bands(study: Study) -> str:
    """Return what stands across the page: confidential, fictional."""
    bands = [
        f'<p class="{name}-band" role="note"><strong>{escape(PAGES[head])}</strong> '
        f"<span>{escape(PAGES[text])}</span></p>\n"
        for name, head, text, shown in (
            ("vertrouwelijk", "confidential", "keep", study.confidential),
            ("fictief", "fictional", "invented", study.fictional),
        )
        if shown
    ]
    return "".join(bands)


def _menu(study: Study, *, index: bool) -> str:
    """Return the entries of the menu: the essays, and evidence as the place where this is."""
    items = [
        f'<li><a href="{escape(f"{study.essays}/{name}.html")}">{escape(text)}</a></li>'
        for text, name in study.navigation
    ]
    current = "page" if index else "true"
    items.append(
        f'<li><a href="index.html" aria-current="{current}">{escape(PAGES["index"])}</a></li>'
    )
    return "\n".join(items)


def _foot(study: Study) -> str:
    """Return what stands below: what is shown here, and how it was counted."""
    return "\n".join(f"<p>{line}</p>" for line in _lines(study))


def _lines(study: Study) -> Iterator[str]:
    """Yield the lines of the foot."""
    account = next((name for _, name in study.navigation if name == ACCOUNT), "")
    closing = escape(PAGES["closing confidential" if study.confidential else "closing"])
    if account:
        link = f'<a href="{study.essays}/{account}.html">{escape(PAGES["account title"])}</a>'
        closing += f" {escape(PAGES['account'])}{link}."
    if study.fictional:
        yield f"<strong>{escape(PAGES['fictional'])}</strong> {escape(PAGES['invented'])}"
    yield closing
