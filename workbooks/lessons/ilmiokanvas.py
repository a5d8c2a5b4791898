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

desk = ProgrammeDesk.open("parasta-itaa-harjoitus", LANGUAGE)

# %% [markdown] tags=["fi"]
# Ihmisen arki ei jakaudu organisaatioiden mukaan. Ilmiölähtöisessä yhteiskehittämisessä aloitetaan ilmiöstä,
# jonka keskellä ihmiset elävät, ja kootaan sen ympärille neljä roolia: **asiakkaat, eri alojen asiantuntijat,
# sidosryhmät ja päättäjät**. Oppitunnilla täytetään ilmiökanvas ja katsotaan, mitä siitä puuttuu.
#
# Oppitunnin jälkeen osaat siirtyä organisaatiosta ilmiöön, huomata puuttuvan roolin ennen kokeilua ja valita
# mittarin, josta muutos näkyy.
#
# Maakunnat ovat oikeita. **Organisaatiot, ilmiöt, osallistujat ja luvut ovat kuvitteellisia.**

# %% [markdown] tags=["sv"]
# En människas vardag är inte indelad efter organisationer. I fenomenbaserat samskapande börjar man med ett
# fenomen som människor lever mitt i och samlar fyra roller kring det: **klienter, sakkunniga från olika områden,
# intressenter och beslutsfattare**. På lektionen fyller man i en fenomenkanvas och ser vad som saknas.
#
# Efter lektionen kan du gå från organisation till fenomen, märka en roll som saknas före försöket och välja en
# mätare som visar förändringen.
#
# Landskapen är verkliga. **Organisationerna, fenomenen, deltagarna och siffrorna är påhittade.**

# %% [markdown] tags=["en"]
# Everyday life is not divided by organisations. Phenomenon-based co-creation begins with a phenomenon that people
# live in the middle of, and gathers four roles around it: **clients, experts from different fields, stakeholders
# and decision-makers**. The lesson fills in a phenomenon canvas and sees what it lacks.
#
# After the lesson you can go from organisation to phenomenon, see a missing role before the experiment, and
# choose a measure that shows the change.
#
# The regions are real. **The organisations, phenomena, participants and numbers are made up.**

# %% [markdown] tags=["fi"]
# ## Konsortio

# %% [markdown] tags=["sv"]
# ## Konsortiet

# %% [markdown] tags=["en"]
# ## The consortium

# %%
desk.programme()

# %% [markdown] tags=["fi"]
# ## Kulku
#
# 1. Ryhmä (4–6 henkeä) valitsee ilmiön omasta työstään (5 min).
# 2. Kanvas täytetään yhdessä alla olevaan paneeliin tai paperille (15 min). Kirjoittakaa ryhmiä ja
#    organisaatioita, älkää henkilöiden nimiä.
# 3. Ryhmä sopii, kuka toimii jokaisessa puuttuvassa roolissa (5 min).

# %% [markdown] tags=["sv"]
# ## Förlopp
#
# 1. Gruppen (4–6 personer) väljer ett fenomen ur sitt eget arbete (5 min).
# 2. Kanvasen fylls i tillsammans i panelen nedan eller på papper (15 min). Skriv grupper och organisationer,
#    inte personers namn.
# 3. Gruppen kommer överens om vem som tar varje roll som saknas (5 min).

# %% [markdown] tags=["en"]
# ## How it goes
#
# 1. The group (4 to 6 people) chooses a phenomenon from its own work (5 min).
# 2. The canvas is filled in together, in the panel below or on paper (15 min). Write groups and organisations,
#    not names of persons.
# 3. The group agrees on who takes each missing role (5 min).

# %%
desk.panel("consortium.canvas")

# %% [markdown] tags=["fi"]
# ## Tehtävä 1: ilmiö vai palvelu?
#
# Kirjoita ilmiöksi jokin palvelu, esimerkiksi *nuorten työpaja*. Kenen arki katoaa näkyvistä? Muuta se ilmiöksi:
# minkä keskellä nuori elää? Vastauksessa on yksi mahdollinen kanvas.

# %% [markdown] tags=["sv"]
# ## Uppgift 1: fenomen eller tjänst?
#
# Skriv en tjänst som fenomen, till exempel *ungdomsverkstad*. Vems vardag försvinner ur sikte? Ändra den till ett
# fenomen: mitt i vad lever den unga? Svaret visar en möjlig kanvas.

# %% [markdown] tags=["en"]
# ## Task 1: phenomenon or service?
#
# Write a service as the phenomenon, such as *a youth workshop*. Whose everyday life goes out of sight? Turn it
# into a phenomenon: what does the young person live in the middle of? The answer shows one possible canvas.

# %%
from innokumppanuus_parasta_itaa.faces.canvas_twin import canvas_html

whole = desk.state("consortium.canvas")
whole.begin("pilotti-pohjois-savo")
desk.answer(canvas_html(whole, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tehtävä 2: kuka puuttuu?
#
# Valitse paneelissa pohjaksi *Työn tuntuma*. Mikä rooli puuttuu? Mitä kokeilulle tapahtuu, jos rooli puuttuu
# vielä silloin, kun tuloksesta pitäisi päättää? Täydennä rooli ja mittari.

# %% [markdown] tags=["sv"]
# ## Uppgift 2: vem saknas?
#
# Välj *Känsla för arbete* som början i panelen. Vilken roll saknas? Vad händer med försöket om rollen saknas ännu
# när man borde besluta om resultatet? Fyll i rollen och mätaren.

# %% [markdown] tags=["en"]
# ## Task 2: who is missing?
#
# In the panel begin from *A feel for work*. Which role is missing? What becomes of the experiment if the role is
# still missing when its result should be decided on? Fill in the role and the measure.

# %%
from innokumppanuus_parasta_itaa.domain.canvas import CanvasPart, ParticipantRole

deciders = {"fi": "Kaupunginhallitus", "sv": "Stadsstyrelsen", "en": "City board"}
trades = {"fi": "Kokeiltuja ammatteja", "sv": "Prövade yrken", "en": "Trades tried"}
mended = desk.state("consortium.canvas")
mended.begin("pilotti-kymenlaakso")
mended.seat(ParticipantRole.DECISION_MAKERS, deciders[LANGUAGE])
mended.write(CanvasPart.MEASURE, trades[LANGUAGE])
mended.number("baseline", "0")
mended.number("target", "3")
desk.answer(canvas_html(mended, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tehtävä 3: paikalla vai mukana?
#
# Rooli voi olla kanvaksella ja silti poissa tapaamisista. Arvioi ensin: missä aluepilotissa asiakkaat olivat poissa
# silloin, kun päätettiin? Katso sitten osallistujamäärät. Miksi pienet luvut on peitetty, ja miksi summa on väli?

# %% [markdown] tags=["sv"]
# ## Uppgift 3: på plats eller med?
#
# En roll kan finnas på kanvasen och ändå saknas på mötena. Gissa först: i vilken regional pilot saknades klienterna
# när man beslutade? Se sedan på antalen deltagare. Varför är små antal dolda, och varför är summan ett intervall?

# %% [markdown] tags=["en"]
# ## Task 3: present or taking part?
#
# A role may stand on the canvas and still be away from the meetings. Guess first: in which regional pilot were the
# clients away when it was decided? Then look at the numbers. Why are small numbers hidden, and why is the sum a
# range?

# %%
desk.section("consortium.inclusion", date(2024, 1, 15))

# %% [markdown] tags=["fi"]
# ## Tehtävä 4: mikä säästö on säästö?
#
# Mitkä kuudesta säästöstä voi laskea yhteen? Mitä muista pitäisi mitata, jotta niistäkin voisi puhua?

# %% [markdown] tags=["sv"]
# ## Uppgift 4: vilken besparing är en besparing?
#
# Vilka av de sex besparingarna kan räknas ihop? Vad borde mätas i de andra för att man skulle kunna tala om dem?

# %% [markdown] tags=["en"]
# ## Task 4: which saving is a saving?
#
# Which of the six savings can be added up? What would have to be measured of the others before one may speak of
# them?

# %%
desk.section("consortium.results", date(2024, 1, 15))

# %% [markdown] tags=["fi"]
# ## Tarkistus
#
# - Kanvaksella on mukana 4/4 roolia.
# - Ilmiö on laajempi kuin yksikään organisaatio pöydän ympärillä.
# - Mittarilla on lähtötaso, joka on mitattu ennen kokeilua.
#
# ## Keskusteltavaksi
#
# - Mitä jäi näkemättä, kun aloitettiin aiemmin organisaatiosta?
# - Kuka puuttuvassa roolissa voisi toimia ensi kuussa, ja kuka pyytää häntä?
# - Mikä verkosto tai päätös vakiinnuttaa kokeilun, jos se onnistuu?

# %% [markdown] tags=["sv"]
# ## Kontroll
#
# - 4/4 roller är med på kanvasen.
# - Fenomenet är större än någon organisation runt bordet.
# - Mätaren har ett utgångsläge som är mätt före försöket.
#
# ## Att diskutera
#
# - Vad förblev osett när man förr började med organisationen?
# - Vem kunde ta rollen som saknas nästa månad, och vem frågar?
# - Vilket nätverk eller beslut gör försöket bestående om det lyckas?

# %% [markdown] tags=["en"]
# ## Check
#
# - 4/4 roles take part on the canvas.
# - The phenomenon is larger than any organisation around the table.
# - The measure has a baseline that was measured before the experiment.
#
# ## To discuss
#
# - What remained unseen when one used to begin with the organisation?
# - Who could take the missing role next month, and who asks them?
# - Which network or decision makes the experiment last if it succeeds?
