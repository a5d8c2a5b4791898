"""
The few words that forms need for headings and sheets. Sentences are for the faces.

They are read back in all three languages, so changing one makes older forms unreadable by their
headings; the hidden row of ids still tells.
"""

from innokumppanuus.domain.labels import Label

APPLICATION = Label("Hakemuksen tunnus", "Ansökans nummer", "Application number")
APPLICANT = Label("Hakija", "Sökande", "Applicant")
EVALUATOR = Label("Arvioija", "Bedömare", "Evaluator")
CALL = Label("Haku", "Utlysning", "Call")
CONFLICT = Label("Olen esteellinen", "Jag är jävig", "I have a conflict of interest")
GROUND = Label("Esteellisyyden peruste", "Grund för jävet", "Ground of the conflict")
SCORE = Label("pisteet", "poäng", "score")
REASON = Label("perustelu", "motivering", "reason")
CRITERION = Label("Arvioitava asia", "Det som bedöms", "What is scored")
DESCRIPTION = Label("Kuvaus", "Beskrivning", "Description")
NOTE = Label("Huomautus", "Anmärkning", "Note")
LEVEL = Label("Taso", "Nivå", "Level")
YES = Label("kyllä", "ja", "yes")
NO = Label("ei", "nej", "no")

APPLICATIONS_SHEET = Label("Hakemukset", "Ansökningar", "Applications")
CONFLICTS_SHEET = Label("Esteellisyys", "Jäv", "Conflicts")
SCORES_SHEET = Label("Pisteet", "Poäng", "Scores")
SCALE_SHEET = Label("Asteikko", "Skala", "Scale")
APPLICATIONS_FILE = Label("hakemukset", "ansokningar", "applications")
SHEET_FILE = Label("arviointi", "bedomning", "scores")
