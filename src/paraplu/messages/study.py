"""Dutch texts of the room `study` (P0)."""

from __future__ import annotations

from paraplu.errors import Severity
from paraplu.messages import Text

TEXTS: dict[str, Text] = {
    "P001": Text(
        "hier en hoger staat geen paraplu.toml",
        do="Ga naar de map van een studie, of maak er een met 'paraplu new MAP'",
    ),
    "P002": Text("dit is geen leesbare TOML", do="Kijk naar de regel in: {detail}"),
    "P003": Text("instelling '{field}' bestaat niet of past niet", "{allowed}", "Verbeter haar"),
    "P004": Text("het bestand ontbreekt", do="Zet het terug uit git, of maak het leeg aan"),
    "P005": Text("het bestand kan niet gelezen worden ({detail})", do="Kijk naar de rechten"),
    "P020": Text(
        "respondent {respondent} hoort bij interview {interview}, dat er niet is",
        do="Voeg interviews/{interview}.md toe of haal de regel weg",
    ),
    "P021": Text(
        "interview {interview} heeft geen respondent",
        do="Voeg een regel toe aan interviews/respondents.csv",
    ),
    "P022": Text(
        "het bestand heet anders dan de id in de kop ('{id}')",
        do="Hernoem het bestand of verbeter de id",
    ),
    "P023": Text(
        "interview {interview} is niet nagekeken",
        "nagekeken of tweede lezer",
        "Kijk het na; is dat gedaan, draai dan 'paraplu anonymise {interview} --apply'",
    ),
    "P024": Text(
        "spreker {speaker} van {interview} staat niet in respondents.csv",
        do="Verbeter het label of voeg een respondent toe",
    ),
    "P025": Text(
        "de kop zegt '{status}', maar volgens de beslissingen is {interview} '{state}'",
        "de staat van de beslissingen",
        "Sluit het nalezen af; 'paraplu anonymise {interview} --apply' schrijft de staat",
    ),
    "P030": Text(
        "ledger van een interview dat er niet is ({interview})",
        do="Verplaats of hernoem het bestand",
    ),
    "P031": Text("codeur '{coder}' staat niet in plan.yaml", do="Voeg de codeur toe aan het plan"),
    "P032": Text(
        "codeur {coder} heeft volgens het plan {interview} te coderen, maar er is geen ledger",
        do="Codeer het interview of pas het plan aan",
        severity=Severity.NOTICE,
    ),
    "P033": Text(
        "memo over '{about}', dat geen interview, code of familie is",
        do="Hernoem de memo, of laat haar als memo over de studie",
        severity=Severity.NOTICE,
    ),
    "P040": Text("{what} noemt code '{code}', die niet bestaat", do="Verbeter de code"),
    "P041": Text("{what} noemt familie '{family}', die niet bestaat", do="Verbeter de familie"),
    "P042": Text(
        "keuze '{polarity}' en code '{code}' hebben niet dezelfde polen",
        "{allowed}",
        "Maak ze gelijk in polarities.yaml en codebook.yaml",
    ),
    "P050": Text(
        "vraag {question} heeft geen bevinding",
        do="Schrijf er een in codebook/findings.yaml",
        severity=Severity.OPEN,
    ),
    "P051": Text(
        "bevinding '{finding}' hoort bij vraag '{question}', die niet bestaat",
        do="Verbeter de vraag",
    ),
    "P052": Text(
        "keuze '{polarity}' heeft geen bevinding die erop slaat",
        do="Noem de keuze onder 'bearing' van een bevinding",
        severity=Severity.OPEN,
    ),
    "P053": Text(
        "bevinding '{finding}' noemt respondent {respondent}, die er niet is",
        do="Verbeter 'deviant'",
    ),
    "P054": Text(
        "bevinding '{finding}' slaat op keuze '{polarity}', die niet bestaat",
        do="Verbeter 'bearing'",
    ),
}
