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
from datetime import date

from innokumppanuus.faces.widgets.programme_desk import ProgrammeDesk
from innokumppanuus_suomi.faces.pathway_twin import pathway_html

desk = ProgrammeDesk.open("", LANGUAGE)

# %% [markdown] tags=["fi"]
# Kunta voi saada uuden palvelun aikaan monella tavalla: antaa avustuksen, ostaa pienhankintana, kilpailuttaa, kehittää
# kumppanin kanssa tai tilata tutkimusta. Laki sanoo, mikä polku on auki. **Hankinnat, kunta ja yritykset ovat
# kuvitteellisia. Tämä ei ole oikeudellista neuvontaa.**
#
# **Tavoite:** oppia lajittelemaan hankinta poluille, perustelemaan valinta pykälällä ja huomaamaan, että ratkaiseva päivä
# on se, jona menettely alkaa.

# %% [markdown] tags=["sv"]
# En kommun kan få till stånd en ny tjänst på många sätt: ge ett understöd, köpa som liten upphandling, konkurrensutsätta,
# utveckla med en partner eller beställa forskning. Lagen säger vilken väg som är öppen. **Upphandlingarna, kommunen och
# företagen är påhittade. Detta är inte juridisk rådgivning.**
#
# **Mål:** att lära sig sortera en upphandling till vägarna, motivera valet med en paragraf och märka att den avgörande
# dagen är den då förfarandet börjar.

# %% [markdown] tags=["en"]
# A municipality can bring about a new service in many ways: give a grant, buy below the threshold, put it out to
# competition, develop it with a partner or order research. The law says which pathway is open. **The purchases, the
# municipality and the companies are made up. This is not legal advice.**
#
# **Goal:** to learn to sort a purchase to its pathways, to justify the choice by a section, and to notice that the day
# that counts is the one on which the procedure starts.

# %% [markdown] tags=["fi"]
# ## Kulku (25 minuuttia)
#
# 1. Lukekaa kertomus pareittain. Valitkaa polut, jotka ovat mielestänne auki, ja tarkistakaa. (10 min)
# 2. Muuttakaa päivää: 2015, 2017 ja 2026. Mikä muuttuu, ja miksi? (7 min)
# 3. Etsikää suljetulle polulle muutos, joka avaisi sen. Onko muutos järkevä vai kielletty? (5 min)
# 4. Kootkaa yhteen, mitä olisi pitänyt kysyä ennen kuin ketään pyydettiin tarjoamaan. (3 min)

# %% [markdown] tags=["sv"]
# ## Gång (25 minuter)
#
# 1. Läs berättelsen i par. Välj de vägar som ni anser är öppna och kontrollera. (10 min)
# 2. Ändra dagen: 2015, 2017 och 2026. Vad ändras, och varför? (7 min)
# 3. Sök en ändring som skulle öppna en stängd väg. Är ändringen förnuftig eller förbjuden? (5 min)
# 4. Samla ihop vad som borde ha frågats innan någon ombads lämna anbud. (3 min)

# %% [markdown] tags=["en"]
# ## How it runs (25 minutes)
#
# 1. Read the story in pairs. Choose the pathways that you hold to be open, and check. (10 min)
# 2. Change the day: 2015, 2017 and 2026. What changes, and why? (7 min)
# 3. Find a change that would open a closed pathway. Is it sensible, or forbidden? (5 min)
# 4. Gather what should have been asked before anybody was invited to tender. (3 min)

# %%
desk.panel("suomi.pathway")

# %% [markdown] tags=["fi"]
# ## Tehtävä 1: yksi päivä
#
# Valitkaa *Kotihoidon lääkerobotti 2016* ja sitten *2017*. Ostos on sama, päivien välissä on yksi yö. Mitkä polut aukesivat,
# ja mikä laki ne avasi? Vastauksessa on vuoden 2016 viimeinen päivä.

# %% [markdown] tags=["sv"]
# ## Uppgift 1: en dag
#
# Välj *Hemvårdens läkemedelsrobot 2016* och sedan *2017*. Köpet är detsamma, mellan dagarna ligger en natt. Vilka vägar
# öppnades, och vilken lag öppnade dem? Svaret visar den sista dagen år 2016.

# %% [markdown] tags=["en"]
# ## Task 1: one day
#
# Choose *Medicine robot for home care 2016* and then *2017*. The purchase is the same, one night lies between the days.
# Which pathways opened, and by which act? The answer shows the last day of 2016.

# %%
day_before = desk.state("suomi.pathway")
day_before.choose("robot-2016")
desk.answer(pathway_html(day_before, desk.texts, "day-before"))

# %% [markdown] tags=["fi"]
# ## Tehtävä 2: yksi sentti ja kolme vuotta
#
# *Vertaisryhmän ohjaus rajalla* maksaa 60 000 euroa. Laskekaa arvoa sentillä. Mikä polku avautuu? Saako arvoa laskea
# jakamalla ostoksen kahtia? Vaihtakaa sitten päiväksi 2.3.2015. Vastauksessa ostetaan 45 000 eurolla vuonna 2015.

# %% [markdown] tags=["sv"]
# ## Uppgift 2: en cent och tre år
#
# *Handledning av en stödgrupp vid gränsen* kostar 60 000 euro. Sänk värdet med en cent. Vilken väg öppnas? Får värdet sänkas
# genom att köpet delas i två? Byt sedan dagen till 2.3.2015. I svaret köps för 45 000 euro år 2015.

# %% [markdown] tags=["en"]
# ## Task 2: one cent and three years
#
# *Leading a peer group at the limit* costs 60,000 euros. Lower the value by a cent. Which pathway opens? May the value be
# lowered by splitting the purchase in two? Then set the day to 2 March 2015. In the answer 45,000 euros are spent in 2015.

# %%
in_2015 = desk.state("suomi.pathway")
in_2015.choose("group-at")
in_2015.set_value("45000")
in_2015.set_starts(date(2015, 3, 2))
desk.answer(pathway_html(in_2015, desk.texts, "in-2015"))

# %% [markdown] tags=["fi"]
# ## Tehtävä 3: avustus vai ostos
#
# *Pilotointirahassa* kaupunki ei saa palvelua itselleen. Muuttakaa seikka *Antaja saa rahalla itselleen tavaran, palvelun tai
# urakan* todeksi. Mitä polkuja pitäisi nyt tutkia, ja mitä niistä pitäisi ensin kysyä?

# %% [markdown] tags=["sv"]
# ## Uppgift 3: understöd eller köp
#
# I *pilotpengarna* får staden ingen tjänst för egen del. Ändra omständigheten *Den som ger pengarna får en vara, tjänst eller
# entreprenad för egen del* till sann. Vilka vägar borde nu utredas, och vad borde först frågas om dem?

# %% [markdown] tags=["en"]
# ## Task 3: a grant or a purchase
#
# With *pilot money* the city gets no service for itself. Make *The giver gets goods, a service or works for the money* true.
# Which pathways would now have to be looked at, and what would have to be asked of them first?

# %%
bought = desk.state("suomi.pathway")
bought.choose("pilot-money")
bought.set_fact("has_return", True)
desk.answer(pathway_html(bought, desk.texts, "bought"))

# %% [markdown] tags=["fi"]
# ## Tehtävä 4: tutkimus, jonka hyöty jaetaan
#
# *Hyvinvointidatan tutkimuspalvelu* ja *Tilattu selvitys kaupungin omaan käyttöön* näyttävät samalta. Mikä kaksi tosiseikkaa
# erottaa ne? Miksi esikaupallinen hankinta ei anna oikeutta ostaa valmista ratkaisua?

# %% [markdown] tags=["sv"]
# ## Uppgift 4: forskning vars nytta delas
#
# *Forskningstjänst om välfärdsdata* och *Beställd utredning för stadens eget bruk* ser likadana ut. Vilka två fakta skiljer dem
# åt? Varför ger en förkommersiell upphandling ingen rätt att köpa den färdiga lösningen?

# %% [markdown] tags=["en"]
# ## Task 4: research whose benefit is shared
#
# *Research service on wellbeing data* and *A study ordered for the city's own use* look alike. Which two facts tell them apart?
# Why does pre-commercial procurement give no right to buy the finished solution?

# %%
shared = desk.state("suomi.pathway")
shared.choose("research-shared")
desk.answer(pathway_html(shared, desk.texts, "shared"))

# %% [markdown] tags=["fi"]
# ## Keskusteltavaksi
#
# - Kuinka monta polkua lajittelitte oikein ennen harjoitusta ja sen jälkeen?
# - Mikä kysymys jäi useimmin esittämättä?
# - Mitkä pykälät on merkitty tarkistamattomiksi, ja kuka teillä tarkistaa ne?

# %% [markdown] tags=["sv"]
# ## Att diskutera
#
# - Hur många vägar sorterade ni rätt före övningen och efter den?
# - Vilken fråga blev oftast oställd?
# - Vilka paragrafer har markerats som inte kontrollerade, och vem hos er kontrollerar dem?

# %% [markdown] tags=["en"]
# ## To discuss
#
# - How many pathways did you sort rightly before the exercise, and after it?
# - Which question was most often left unasked?
# - Which sections are marked as not verified, and who of you will check them?
