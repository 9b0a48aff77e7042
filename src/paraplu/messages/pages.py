"""Texts of the evidence pages."""

from __future__ import annotations

__all__ = ["CONDITIONS", "EXPLAINED", "LIMITS", "PAGES", "REFERRED", "STRIPS"]

REFERRED = {"fig": "de figuur", "tbl": "de tabel", "sec": "dat deel"}
"""What a numbered reference of an essay is called where its number means nothing."""

PAGES: dict[str, str] = {
    "claim": "Bewering",
    "claims": "Beweringen",
    "finding": "Bevinding",
    "findings": "Bevindingen",
    "code": "Code",
    "codes": "Codes",
    "claim title": "{text}: {about}",
    # the frame
    "index": "Bewijs",
    "site": "Website",
    "skip": "Naar de inhoud",
    "fictional": "Fictief materiaal.",
    "invented": "Personen, gesprekken en uitkomsten zijn verzonnen.",
    "confidential": "Vertrouwelijk: niet verspreiden.",
    "keep": "Hier staan alle passages, met wie ze uitsprak. Alleen voor de onderzoekers.",
    "closing": "Deze bladzijde toont aantallen, en alleen citaten die getoond mogen worden. Wie "
    "wat zei, staat er niet op.",
    "closing confidential": "Deze bladzijde toont alle passages met wie ze uitsprak. Deel haar met "
    "niemand buiten het onderzoek.",
    "account": "Hoe er geteld is, staat in de ",
    "account title": "verantwoording",
    # what stands on a page
    "from": "Lees de zin in {essay}",
    "also": "De bewering staat ook hier",
    "line": "regel {line}",
    "numbers": "De telling",
    "claim counts": "De telling",
    "finding counts": "Bij deze bevinding",
    "code counts": "Bij deze code",
    "per group": "Per groep",
    "per code": "Waar de bevinding op rust",
    "group": "Groep",
    "held": "Wel",
    "base": "Van",
    "holders": "Respondenten die eraan voldoen",
    "voices": "Respondenten",
    "compared": "In de groep waarmee wordt vergeleken",
    "opposed": "Respondenten die het tegendeel zeggen",
    "across": "Respondenten bij wie de andere kant vooropstaat",
    "mixed": "Daarvan zeggen ook wat de bewering zegt",
    "some": "een deel van hen",
    "nuanced": "Respondenten met een nuancering in hetzelfde gesprek",
    "deviants": "Afwijkende gevallen die de bevinding noemt",
    "unread": "Niet bekeken",
    "out of": "{count} van {total}",
    "headline": "{count} van de {total}",
    "fewer": "minder dan {least}",
    "firm": "Houdt het stand?",
    "without one": "Zonder telkens een respondent",
    "without group": "Zonder telkens een groep",
    "without coder": "Zonder telkens een codeur",
    "reading": "Passages en tegenspraak gelezen",
    "not read": "nog niet",
    "read": "op {date}{who}",
    "read before": "op {date}{who}; sindsdien veranderd",
    "by": " door {who}",
    "alpha": "Overeenstemming tussen codeurs (α)",
    "confidence": "Zekerheid",
    "bearing": "Raakt aan de keuze",
    "answers": "Antwoord op de vraag",
    "include": "Wel",
    "exclude": "Niet",
    "family": "Familie",
    "voicing": "Wie het zegt",
    "other side": "Wat ertegen spreekt",
    "support": "Citaten",
    "against": "Tegenspraak",
    "nuance": "Nuancering binnen hetzelfde gesprek",
    "deviant": "Afwijkende gevallen",
    "passages": "{count} passages",
    "no quotation": "Hier staat geen citaat: daarvoor zijn het te weinig mensen, of zij willen "
    "niet geciteerd worden.",
    "chosen": "Van elke respondent ten hoogste één citaat, verspreid over de groepen. Wie niet "
    "geciteerd wil worden, telt mee en komt hier niet aan het woord.",
    "not shown": "Hier worden geen passages getoond.",
    "nothing against": "Bij deze bewering is geen tegenspraak, nuancering of afwijkend geval "
    "gecodeerd.",
    "source": "{who}, beurt {turn} (tekens {start}–{end})",
    "memo": "Memo: {memo}",
    "hidden": "niet getoond",
    "hidden note": "· staat voor een aantal dat niet getoond wordt, omdat het klein is of een "
    "klein aantal zou verraden.",
    "limits": "Wat deze telling niet zegt",
    "rests": "Waar dit op rust",
    "leads": "Zie ook",
    # whom a claim counts
    "everyone": "alle respondenten",
    "of everyone": "respondenten",
    "of speakers": "respondenten die erover spreken",
    "of placed": "respondenten met een positie",
    "in rest": "{of} in de andere groepen",
    "in group": "{of} in de groep ‘{group}’",
    "code lead": "Geteld is bij wie {about} ter sprake komt{condition}.",
    "than lead": "Vergeleken is met {group}.",
    "pole lead": "{question} Geteld is bij wie ‘{lean}’ vooropstaat.",
    "topic lead": "Geteld is bij wie het thema ‘{topic}’ voorkomt.",
    "code about": "bij wie deze code voorkomt",
    # the index
    "index title": "Het bewijs",
    "index lead": "Van elke bewering, bevinding en code: hoeveel respondenten, van hoeveel, uit "
    "welke groepen, wat ertegen spreekt, en citaten die getoond mogen worden.",
    "search": "Zoek in beweringen, bevindingen en codes",
    "search example": "bijvoorbeeld: melden",
    "only": "Alleen beweringen die niet zonder meer houden",
    "found": "{count} van {total} getoond",
    "none found": "Niets gevonden. Probeer een ander of korter woord.",
    "in essay": "In {essay}",
}
"""What stands on an evidence page."""

STRIPS: dict[str, str] = {
    "held": "{count} wel",
    "mixed": "{count} gemengd: wel, en ook het tegendeel",
    "opposed": "{count} het tegendeel",
    "rest": "{count} niet",
    "either": "{count} niet, of het tegendeel",
    "neither": "{count} geen van beide",
    "hidden": "minder dan {least} van de {total} wel",
    "withheld": "niet getoond, van {total}",
    "silent": "{count} niet besproken",
    "unread": "{count} niet bekeken",
    "unheard": "{count} niet besproken of niet bekeken",
    "few": "de rest",
}
"""What is said of each part of a strip."""

CONDITIONS: dict[str, str] = {
    "valentie=+": "op gunstige toon",
    "valentie=-": "op ongunstige toon",
    "valentie=0": "op neutrale of gemengde toon",
    "fase=preventie": "over de tijd vóór een incident",
    "fase=reactie": "over de tijd tijdens een incident",
    "fase=nazorg": "over de tijd na een incident",
    "pole=en": "over beide polen samen",
    "argument=wens": "als wens",
    "argument=voordeel": "als voordeel",
    "argument=nadeel": "als nadeel",
    "argument=waarneming": "als waarneming",
    "pole": "over de pool ‘{value}’",
    "other": "{name}: {value}",
}
"""How a condition is said after 'ter sprake komt'."""

EXPLAINED: dict[str, str] = {
    "holds": "Het woord in de zin past bij wat geteld is, en blijft passen in elke proef die "
    "hieronder staat.",
    "exact": "Het woord in de zin noemt een grens: één respondent meer of minder zou het onwaar "
    "maken.",
    "thin": "Het woord past bij wat geteld is, maar op het randje: het past niet meer als een "
    "bepaalde respondent wegvalt, of als wie ook het tegendeel zegt niet meetelt.",
    "one group": "Het woord past bij alle groepen samen, maar niet meer als een van de groepen "
    "wegvalt.",
    "composition": "Het woord past bij deze respondenten, maar niet meer als elke groep even zwaar "
    "weegt.",
    "coder": "Het woord past bij de codering die beslist, maar niet bij die van elke codeur "
    "afzonderlijk.",
    "reading": "Twee codeurs die los van elkaar werkten, waren het over deze code of eigenschap te "
    "weinig eens.",
}
"""What the label of a claim means."""

LIMITS: dict[str, str] = {
    "chosen": "De respondenten zijn gekozen, niet geloot. Dit aantal geldt voor deze gesprekken, "
    "en niet voor mensen die niet gesproken zijn.",
    "silence counts": "Wie er niet over begon, kan het wel hebben meegemaakt of vinden. Zwijgen is "
    "geen ontkenning.",
    "silence": "Wie er niet over sprak, telt niet mee. Zwijgen is geen tegenspraak.",
    "people": "Geteld zijn mensen. Hoe vaak, hoe lang of hoe stellig iemand erover sprak, maakt "
    "geen verschil.",
    "placed": "Een positie weegt alle passages van iemand. Wie naar een kant overhelt, kan de "
    "andere kant ook zien.",
    "mean": "Een neiging is een gemiddelde van een groep. Iemand uit die groep kan de andere kant "
    "op leunen.",
    "theme": "Het thema is zonder codes gevonden, aan woorden die samen voorkomen. Wat iemand "
    "ervan vindt, is niet geteld.",
    "meaning": "Nagerekend zijn aantallen en letterlijke woorden. Of de zin de passages recht "
    "doet, is een oordeel van lezers.",
    "consensus": "De code of eigenschap kwam erbij na de dubbele ronde. Of twee codeurs los van "
    "elkaar hetzelfde zien, is hier niet gemeten.",
    "partly": "Niet al deze gesprekken zijn door twee codeurs gecodeerd. Of de uitkomst van de "
    "codeur afhangt, is hier niet gemeten.",
    "finding": "Een bevinding duidt. De tellingen dragen haar, en bewijzen haar niet: een ander "
    "kan uit dezelfde passages iets anders lezen.",
    "unpublished": "De groep is gemaakt met een kenmerk dat niet gepubliceerd wordt. Daarom staan "
    "hier geen citaten.",
}
"""What a count does not say."""
