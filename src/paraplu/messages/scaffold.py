"""Dutch texts of the room `scaffold` that are not problems."""

from __future__ import annotations

UNTITLED = "Naamloze studie"
RETENTION = "retention = 2035-12-31    tot wanneer transcripten bewaard worden: vul de datum in"

IGNORED = """
# Woorden van echte mensen blijven buiten git, zolang niet is vastgelegd dat de opslag
# besloten is ('private_repository = true' in paraplu.toml).
interviews/*.md
interviews/respondents.csv
codebook/codings/
codebook/memos/
"""

GIT_PRIVATE = """Deze studie staat in een besloten opslag: git bewaart ook transcripten,
coderingen en memo's. Ruwe gesprekken en beslissingen blijven er altijd buiten."""
GIT_PUBLIC = """Git bewaart codeboek, notebooks en essays. Transcripten, de tabel met
respondenten, coderingen en memo's blijven erbuiten: bewaar die op een plaats die alleen de
onderzoekers kunnen lezen, met een reservekopie. Staat de hele studie op zo'n besloten plaats,
zet dan `private_repository = true` in `paraplu.toml` en haal de onderste regels uit
`.gitignore`."""
