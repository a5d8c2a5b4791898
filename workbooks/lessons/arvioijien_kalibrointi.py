# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
# ---

# %% tags=["parameters"]
LANGUAGE = "fi"

# %%
from fractions import Fraction

from innokumppanuus.faces.widgets.desk import Desk
from innokumppanuus.faces.widgets.twins.calibration import calibration_html

desk = Desk.open("kumppanuuskiihdyttamo-2017", LANGUAGE)

# %% [markdown] tags=["fi"]
# Kaksi arvioijaa voi lukea saman hakemuksen ja nähdä siinä eri asiat. Kalibroinnissa pisteytetään yksi hakemus ensin
# yksin ja sitten yhdessä, jotta ennen varsinaista arviointia tiedetään, missä näkemykset eroavat ja mistä ne johtuvat.
#
# Oppitunnin jälkeen osaat erottaa hajonnan linjaerosta, johtaa konsensuskeskustelun ja kirjata sen perustelut.
#
# Haun tiedot ovat vuodelta 2017. **Hakemukset, hakijat ja arvioinnit ovat kuvitteellisia.**

# %% [markdown] tags=["sv"]
# Två bedömare kan läsa samma ansökan och se olika saker. I kalibreringen poängsätts en ansökan först ensam och sedan
# tillsammans, så att man före den egentliga bedömningen vet var synerna skiljer sig och varför.
#
# Efter lektionen kan du skilja spridning från skillnad i linje, leda ett konsensussamtal och anteckna motiveringen.
#
# Uppgifterna om utlysningen är från år 2017. **Ansökningarna, de sökande och bedömningarna är påhittade.**

# %% [markdown] tags=["en"]
# Two evaluators may read the same application and see different things in it. In calibration one application is scored
# first alone and then together, so that it is known before the assessment proper where views differ and why.
#
# After the lesson you can tell spread from a difference in line, lead a talk towards consensus and write its reasons
# down.
#
# The facts of the call are from 2017. **The applications, applicants and assessments are made up.**

# %% [markdown] tags=["fi"]
# ## Haku

# %% [markdown] tags=["sv"]
# ## Utlysningen

# %% [markdown] tags=["en"]
# ## The call

# %%
desk.call()

# %% [markdown] tags=["fi"]
# ## Kulku
#
# 1. Jokainen pisteyttää saman hakemuksen yksin eikä näytä pisteitään (7 min). Jäsenillä on numerot, ei nimiä.
# 2. Pisteet kirjataan paneeliin, ja ryhmä puhuu ensin kohdasta, jossa hajonta on suurin (8 min).
# 3. Ryhmä sopii yhteisen pistemäärän ja kirjaa, mikä hakemuksen kohta sen ratkaisi (8 min).
# 4. Vasta sitten verrataan aiempiin pisteisiin (2 min).

# %% [markdown] tags=["sv"]
# ## Förlopp
#
# 1. Var och en poängsätter samma ansökan ensam och visar inte poängen (7 min). Medlemmarna har nummer, inte namn.
# 2. Poängen skrivs in i panelen, och gruppen talar först om den punkt där spridningen är störst (8 min).
# 3. Gruppen enas om gemensamma poäng och antecknar vilken del av ansökan som avgjorde (8 min).
# 4. Först därefter jämför man med tidigare poäng (2 min).

# %% [markdown] tags=["en"]
# ## How it goes
#
# 1. Each scores the same application alone and does not show the scores (7 min). Members have numbers and no names.
# 2. The scores are written into the panel, and the group talks first about what is widest apart (8 min).
# 3. The group agrees on a common score and writes down which part of the application settled it (8 min).
# 4. Only then the scores are compared with the earlier ones (2 min).

# %%
desk.panel("calibration")

# %% [markdown] tags=["fi"]
# ## Tehtävä 1: hajonta vai linja?
#
# Kolme arvioijaa antoi pisteet. Arvioija 3 on joka kohdassa pisteen alempana kuin muut, ja arvioijat 1 ja 2 eroavat
# yhdessä kohdassa paljon. Kumpi ero haittaa valintaa enemmän, ja kumpaan auttaa keskustelu tasojen kuvauksista?

# %% [markdown] tags=["sv"]
# ## Uppgift 1: spridning eller linje?
#
# Tre bedömare gav poäng. Bedömare 3 ligger en poäng lägre än de andra i varje punkt, och bedömarna 1 och 2 skiljer sig
# mycket i en punkt. Vilken skillnad stör urvalet mer, och för vilken hjälper ett samtal om nivåernas beskrivningar?

# %% [markdown] tags=["en"]
# ## Task 1: spread or line?
#
# Three evaluators gave scores. Evaluator 3 is a point lower than the others in everything, and evaluators 1 and 2 differ
# much in one thing. Which difference harms the choice more, and for which does a talk about the described levels help?

# %%
scored = desk.state("calibration")
for column in scored.columns:
    scored.score("1", column, Fraction(4))
    scored.score("2", column, Fraction(1 if column == "K3" else 4))
    scored.score("3", column, Fraction(3))
desk.hidden(calibration_html(scored, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tehtävä 2: kirjaa konsensus
#
# Ryhmä sopii kohdasta K3. Kirjoita perustelu niin, että hakija voi lukea sen. Vertaa sitten vastaukseen: mikä siitä
# puuttuu?

# %% [markdown] tags=["sv"]
# ## Uppgift 2: anteckna konsensus
#
# Gruppen enas om punkten K3. Skriv motiveringen så att den sökande kan läsa den. Jämför sedan med svaret: vad saknas i
# det?

# %% [markdown] tags=["en"]
# ## Task 2: write the consensus down
#
# The group agrees on K3. Write the reason so that the applicant may read it. Then compare with the answer: what does it
# lack?

# %%
reasons = {
    "fi": "Kasvun suunta on kuvattu, mutta markkinaa ei ole arvioitu.",
    "sv": "Tillväxtens riktning är beskriven, men marknaden är inte bedömd.",
    "en": "The direction of growth is described, but the market is not assessed.",
}
scored.agree("K3", Fraction(3), reasons[LANGUAGE])
desk.hidden(calibration_html(scored, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tarkistus
#
# - Pisteet annettiin ennen keskustelua.
# - Jokaisella yhteisellä pistemäärällä on perustelu hakemuksesta.
# - Ryhmä osaa sanoa, onko jonkun linja muita tiukempi vai onko kyse yhdestä kohdasta.
#
# ## Keskusteltavaksi
#
# - Milloin hajonta on tieto eikä virhe?
# - Mitä tehdään, jos konsensusta ei synny?

# %% [markdown] tags=["sv"]
# ## Kontroll
#
# - Poängen gavs före samtalet.
# - Varje gemensam poäng har en motivering ur ansökan.
# - Gruppen kan säga om någons linje är strängare än de andras eller om det gäller en enda punkt.
#
# ## Att diskutera
#
# - När är spridning en uppgift och inte ett fel?
# - Vad gör man om det inte blir någon konsensus?

# %% [markdown] tags=["en"]
# ## Check
#
# - The scores were given before the talk.
# - Each common score has a reason from the application.
# - The group can tell whether somebody's line is stricter, or whether it is about one thing only.
#
# ## To talk about
#
# - When is spread a piece of knowledge and not a fault?
# - What is done when there is no consensus?
