"""Dutch texts of the room `formats` (P1)."""

from __future__ import annotations

from paraplu.errors import Severity
from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    "P101": Text(
        "het bestand is {size} MB groot",
        "tot {limit} MB",
        "Zet hier alleen tekst van de studie neer",
    ),
    "P102": Text(
        "het bestand is geen UTF-8 (byte {byte})",
        do="Sla het op als UTF-8; het is niet gewijzigd",
    ),
    "P103": Text(
        "het bestand heeft {what}",
        "UTF-8 (NFC) zonder BOM, regels eindigend op LF",
        "Sla het zo op; offsets in andere programma's kloppen anders niet",
    ),
    "P104": Text(
        "dit is geen leesbare YAML",
        do="Kijk naar inspringing, dubbele punten en haakjes",
    ),
    "P105": Text("een veld staat er twee keer", do="Verwijder of hernoem er een"),
    "P106": Text("{what}", do="Verbeter het en draai 'paraplu check'"),
    "P107": Text("{what}", "{allowed}", "Verbeter het en draai 'paraplu check'"),
    "P108": Text(
        "{what} '{id}' staat er twee keer (eerst op regel {first})",
        do="Hernoem er een en draai 'paraplu check'",
    ),
    "P109": Text(
        "de codes vormen een kring ({cycle})",
        do="Haal bij een van deze codes 'parent' weg",
    ),
    "P110": Text(
        "de geschiedenis van versie {version} noemt code '{code}', die niet bestaat",
        do="Herstel de code of de geschiedenis",
    ),
    "P111": Text(
        "code '{code}' hoort bij '{parent}', die niet bestaat",
        do="Verbeter 'parent' of voeg de code toe",
    ),
    "P112": Text(
        "codeur '{coder}' staat niet onder 'coders'",
        do="Voeg de codeur toe of verbeter de naam",
    ),
    "P113": Text(
        "bron '{source}' staat niet onder 'sources'",
        do="Voeg de bron toe: een feit zonder bron kan niet in een essay",
    ),
    "P114": Text(
        "code '{code}' ging op in '{into}', die niet bestaat",
        do="Verbeter 'merged_into', of haal het weg om de code terug te krijgen",
    ),
    "P115": Text(
        "deze vervanging kan niet",
        "een paar woorden tussen rechte haken, op één regel, zoals [persoon 1]",
        "Verbeter 'replacement'",
    ),
    "P116": Text(
        "de staat is '{state}', maar er staat niet bij wie dat las",
        "een naam bij reviewed_by, en een andere bij second_by voor een tweede lezer",
        "Zet de staat terug op machine en sluit het nalezen af met --done",
    ),
    "P117": Text(
        "het bestand heet anders dan de id erin ('{id}')",
        do="Hernoem het bestand of verbeter de id",
    ),
    "P118": Text(
        "een vermelding is leeg, of loopt buiten één beurt",
        "woorden van één spreker, zonder de letter ervoor",
        "Verbeter start, end en text",
    ),
    "P120": Text("kolommen ontbreken: {columns}", do="Voeg ze toe in de eerste regel"),
    "P121": Text(
        "de regel heeft niet {columns} velden",
        do="Kijk naar komma's en aanhalingstekens",
    ),
    "P122": Text("'{value}' bestaat niet in kolom {column}", "{allowed}"),
    "P123": Text(
        "respondent '{id}' past niet bij interview '{interview}'",
        "R07 in R07, of R10.1 en R10.2 in R10",
    ),
    "P124": Text(
        "vanaf hier is de tabel niet te lezen",
        do="Kijk naar aanhalingstekens die niet gesloten zijn",
    ),
    "P130": Text(
        "het transcript begint niet met een kop tussen '---'",
        do="Zet id, kind, sha256, version en status erboven",
    ),
    "P131": Text(
        "de tekst is veranderd: de hash klopt niet meer met de kop",
        do="Zet de oude tekst terug, of leg een correctie vast als nieuwe versie",
    ),
    "P132": Text(
        "een alinea begint niet met een spreker",
        "'I: ', 'R: ', 'R1: ' of 'R2: '",
    ),
    "P133": Text(
        "de woorden van een afspraak (tekens {start}–{end}) staan daar niet",
        do="Verbeter start, end en exact",
    ),
    "P140": Text(
        "deze regel is geen JSON",
        do="Herstel de regel uit git; de andere regels zijn gelezen",
    ),
    "P141": Text(
        "de laatste regel is afgebroken",
        do="De eerdere regels zijn heel; haal de halve regel weg en codeer die passage opnieuw",
    ),
    "P142": Text(
        "veld '{field}' ontbreekt of heeft niet de juiste vorm",
        do="Herstel de regel uit git",
    ),
    "P150": Text(
        "de map bevat een bestand dat geen transcript is",
        "R01.md … of D01.md …",
        "Verplaats of hernoem het",
        Severity.NOTICE,
    ),
}
