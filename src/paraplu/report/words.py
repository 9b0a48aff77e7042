"""Dutch words that say how many or how often, and those that turn such a word around.

The lists are defaults: ``[report] words`` in ``paraplu.toml`` takes their place. A star stands
for any ending.
"""

from __future__ import annotations

import re
from functools import cache

__all__ = [
    "COMING_UP", "DENIALS", "EVERYONE", "EXCEPTIONS", "LEANINGS", "MODIFIERS", "NUMERALS",
    "PERSONS", "QUANTIFIERS", "REFERRING", "TRENDS", "compile_words",
]  # fmt: skip

QUANTIFIERS = (
    # how many
    "veel", "vele", "velen", "veelal", "veelvuldig*", "weinig", "weinige", "weinigen",
    "sommige", "sommigen", "meerdere", "meerderen", "enkele", "enkelen", "enkeling", "enkelingen",
    "verscheidene", "diverse", "menig", "menige", "menigeen", "talrijk*", "tal van", "legio",
    "een aantal", "groot aantal", "klein aantal", "een paar", "een handvol", "handjevol",
    "een deel", "een gedeelte", "groot deel", "grote deel", "klein deel", "kleine deel",
    "groter deel", "grootste deel", "merendeel", "gros", "leeuwendeel", "overgrote",
    "meeste", "meesten", "minste", "minsten", "meerderheid", "minderheid", "helft", "kwart",
    "driekwart", "een derde van", "een derde deel", "de rest", "op een na", "op enkele na",
    "iedereen", "niemand", "allen", "alle", "allemaal",
    "elk", "elke", "ieder", "iedere", "eenieder", "geen enkel",
    "geen enkele", "geen van", "geeneen", "ongeveer", "vrijwel", "nagenoeg", "zo goed als",
    "tientallen", "talloze", "ettelijke", "ontelbare", "massaal", "massale",
    "honderden", "duizenden", "dozijn*", "tiental*", "honderdtal*",
    # how widely
    "breed gedeeld*", "breed gedragen", "breed herken*", "breed leven*", "algemeen gedeeld*",
    "alom", "wijdverbreid*", "unaniem*", "eensgezind*", "eenstemmig*", "overwegend*",
    "grotendeels", "merendeels", "hoofdzakelijk", "voornamelijk", "vooral",
    # how often
    "vaak", "vaker", "vaakst", "dikwijls", "geregeld", "regelmatig*", "soms", "zelden", "nooit",
    "altijd", "meestal", "doorgaans", "gewoonlijk", "steeds", "telkens", "voortdurend*",
    "herhaaldelijk*", "af en toe", "keer op keer", "om de haverklap", "nu en dan", "zo nu en dan",
    "meest genoemd*", "meest gehoord*", "minst genoemd*", "nauwelijks", "amper", "zeldzaam",
    # what is not there
    "geen cijfer", "geen cijfers",
)  # fmt: skip
EXCEPTIONS = ("nog steeds",)
MODIFIERS = (
    "niet", "lang niet", "allesbehalve", "bijna", "haast", "ruim", "zowat", "hooguit",
    "hoogstens", "minstens", "minimaal", "maximaal", "ten minste", "tenminste", "op zijn minst",
    "op z'n minst", "meer dan", "minder dan", "nog geen", "noch", "hoegenaamd", "zeker",
    "krap",
)  # fmt: skip
NUMERALS = (
    "nul", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig",
    "honderd", "duizend", "miljoen", "miljard", "tweeen", "drieen", "vieren", "tweeerlei",
    "drietal*", "viertal*", "vijftal*", "anderhalf", "anderhalve", "eenmaal",
    "tweemaal", "driemaal", "viermaal", "vijfmaal", "tweederde", "procent", "percent", "procenten",
    "percentage",
)  # fmt: skip
EVERYONE = (
    "respondent*", "mensen", "geinterviewde*", "gesprekspartner*", "iedereen", "niemand",
)  # fmt: skip
LEANINGS = (
    "neigen", "neigt", "neigde", "neigden", "helt over", "hellen over", "helde over",
    "helden over", "leunt", "leunen", "leunde", "leunden",
)  # fmt: skip
TRENDS = (
    "neemt toe", "nemen toe", "nam toe", "namen toe", "toegenomen", "toename", "toenemend*",
    "neemt af", "nemen af", "nam af", "namen af", "afgenomen", "afname", "afnemend*",
    "stijgt", "stijgen", "steeg", "stegen", "gestegen", "stijging", "daalt", "dalen", "gedaald",
    "groeit", "gegroeid", "verergert", "verergerd", "verhardt",
    "verhard", "verharding", "steeds vaker", "steeds meer", "steeds minder", "steeds erger",
    "vaker dan vroeger", "meer dan vroeger", "minder dan vroeger", "erger dan vroeger",
)  # fmt: skip
REFERRING = ("zij", "ze", "hij", "het", "dit", "dat", "die", "deze", "wie", "wat")
DENIALS = (
    "niet", "geen", "wel", "nooit", "nauwelijks", "niemand", "niets", "niks", "nergens", "noch",
    "zonder", "amper", "zelden", "evenmin", "allerminst", "allesbehalve", "geenszins", "nee",
    "neen", "ja", "nimmer", "geeneen", "geenerlei", "onmogelijk", "integendeel", "behalve",
    "tenzij", "slechts", "alleen", "misschien", "wellicht", "ontken*", "weiger*", "weinig", "iets",
)  # fmt: skip
PERSONS = (
    "respondent*", "geinterviewde*", "gesprek*", "interview*", "deelnemer*", "gesprekspartner*",
    "spreker*", "mensen", "ambtsdrager*", "bestuurder*", "politic*",
)  # fmt: skip
COMING_UP = (
    "noem*", "genoemd*", "benoem*", "ter sprake", "ter tafel", "aan de orde", "aan bod",
    "spreek*", "spraken", "sprak", "spreken", "praat", "praten", "vertel*", "verhaal", "verhalen",
    "bespreek*", "bespreken", "besproken", "begint over", "beginnen over", "begon over",
    "heeft het over", "hebben het over", "had het over", "komt voorbij", "komen voorbij",
    "komt terug", "komen terug", "gaat het over", "gaan over", "haalt aan", "halen aan",
    "brengt op", "brengen op", "kaart aan", "kaarten aan", "onderwerp van gesprek",
    "komt naar voren", "komen naar voren", "komt op", "roert aan", "roeren aan",
)  # fmt: skip


@cache
def compile_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds whole words in folded text, the longest first.

    Parameters
    ----------
    words
        Folded words or phrases; a star at the end stands for any ending.

    Examples
    --------
    >>> compile_words(("breed gedeeld*", "veel")).findall("dit is breed gedeelde zorg, veeleer")
    ['breed gedeelde']

    """
    ordered = sorted(words, key=len, reverse=True)
    parts = [
        re.escape(word.removesuffix("*")).replace(r"\ ", r"\s+")
        + (r"\w*" if word.endswith("*") else "")
        for word in ordered
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)")
