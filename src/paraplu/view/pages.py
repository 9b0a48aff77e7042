"""The one page of the app; its rooms are made in the browser."""

from __future__ import annotations

from html import escape
from string import Template

from paraplu.messages import view as words

__all__ = ["page"]

SHELL = Template("""\
<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>$title</title>
<link rel="icon" type="image/svg+xml" href="/static/icon.svg">
<link rel="stylesheet" href="/static/coding.css">
<link rel="stylesheet" href="/static/room_anonymise.css">
<link rel="stylesheet" href="/static/app.css">
<script type="module" src="/static/app.js"></script>
</head>
<body class="paraplu" data-titel="$title">
<a class="sla-over" href="#inhoud">$skip</a>
<header>
$band<div class="kop">
<a class="merk" href="#/">
<svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" focusable="false">
<path class="scherm" d="M3 17a13 13 0 0 1 26 0c-2-2-4.5-2-6.5 0-2-2-4.5-2-6.5 0-2-2-4.5-2-6.5 \
0-2-2-4.5-2-6.5 0z"/>
<path class="stok" d="M16 17v8a3 3 0 0 0 6 0M16 4V2"/>
</svg>
<span>$title</span>
</a>
<nav aria-label="$rooms"><ul id="vertrekken"></ul></nav>
<p class="wachten" id="wachten" role="status"></p>
<p class="codeur">$coding_as <strong>$coder</strong></p>
</div>
</header>
<main id="inhoud" tabindex="-1"><noscript>$no_script</noscript></main>
</body>
</html>
""")


def page(*, title: str, fictional: bool, coder: str) -> str:
    """Return the HTML of the app: no script or style within it, everything from ``/static/``.

    Parameters
    ----------
    title
        The title of the study.
    fictional
        Whether the page says that all material is invented.
    coder
        The id of the coder who works here.

    """
    band = f'<p class="fictief-band" role="note">{escape(words.FICTIONAL)}</p>\n'
    return SHELL.substitute(
        title=escape(title, quote=True),
        coder=escape(coder),
        band=band if fictional else "",
        skip=escape(words.SKIP),
        rooms=escape(words.ROOMS),
        coding_as=escape(words.CODING_AS),
        no_script=escape(words.NO_SCRIPT),
    )
