"""
The words of a workbook of officials' cases: headings, sheets and answers. It reads nothing.

They are read back in all three languages, so changing one makes older workbooks unreadable by it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import Label

CASES_SHEET: Final = Label("Tapaukset", "Fall", "Cases")
EXAMPLES_SHEET: Final = Label("Esimerkkihakemukset", "Exempelansökningar", "Example applications")

SENTENCE: Final = Label("Lause", "Mening", "Sentence")
SENTENCE_IN: Final[Mapping[str, Label]] = MappingProxyType(
    {
        "fi": Label("Lause suomeksi", "Mening på finska", "Sentence in Finnish"),
        "sv": Label("Lause ruotsiksi", "Mening på svenska", "Sentence in Swedish"),
        "en": Label("Lause englanniksi", "Mening på engelska", "Sentence in English"),
    }
)
EXAMPLE: Final = Label(
    "Esimerkkihakemuksen nimi", "Exempelansökningens namn", "Name of the example application"
)
BASE: Final = Label("Esimerkkihakemus", "Exempelansökning", "Example application")
OUTCOME: Final = Label("Odotettu tulos", "Väntat resultat", "Expected outcome")
ASKS: Final = Label(
    "Täydennettävät tiedot", "Uppgifter som ska kompletteras", "Information to be supplemented"
)
CONFIRMED: Final = Label("Vahvistettu", "Bekräftat", "Confirmed")
RULE: Final = Label("Ehto", "Villkor", "Condition")
VALUE: Final = Label("Arvo", "Värde", "Value")

LEFT_OUT: Final = Label("(puuttuu)", "(saknas)", "(missing)")
NOTHING: Final = Label("(ei mitään)", "(inget)", "(nothing)")
NOT_TOLD: Final = Label("(ei voida laskea)", "(kan inte beräknas)", "(cannot be computed)")
VERDICTS: Final[Mapping[Verdict, Label]] = MappingProxyType(
    {
        Verdict.MET: Label("täyttyy", "uppfylls", "met"),
        Verdict.NOT_MET: Label("ei täyty", "uppfylls inte", "not met"),
        Verdict.CANNOT_TELL: Label("ei voida todeta", "kan inte fastställas", "cannot tell"),
    }
)
