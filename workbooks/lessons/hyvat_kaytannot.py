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
from innokumppanuus_edellakavijat.domain import AdoptionState
from innokumppanuus_edellakavijat.faces.twin import practices_panel_html

desk = ProgrammeDesk.open("edellakavijat-harjoitus", LANGUAGE)

# %% [markdown] tags=["fi"]
# Hyvä käytäntö leviää harvoin sellaisenaan. Kunta ottaa siitä osan, muuttaa jotakin ja oppii myös siitä, mikä
# ei onnistunut. Oppitunnilla viiden kunnan verkosto etsii käytäntöjä, ottaa niitä käyttöön ja kertoo
# epäonnistumisista turvallisesti.
#
# Oppitunnin jälkeen osaat erottaa kopioinnin käyttöönotosta, kirjata muutoksen ja opin sekä arvioida, mitä
# toisesta kunnasta saa näyttää.
#
# **Kunnat, käytännöt, kokeilut ja arviot ovat kuvitteellisia.**

# %% [markdown] tags=["sv"]
# God praxis sprids sällan som sådan. En kommun tar en del av den, ändrar något och lär sig också av det som
# inte lyckades. På lektionen söker ett nätverk av fem kommuner praxis, tar den i bruk och berättar tryggt om
# misslyckanden.
#
# Efter lektionen kan du skilja mellan att kopiera och att ta i bruk, skriva ned ändringen och lärdomen och
# bedöma vad man får visa av en annan kommun.
#
# **Kommunerna, praxisen, försöken och bedömningarna är påhittade.**

# %% [markdown] tags=["en"]
# A good practice seldom spreads as it is. A municipality takes a part of it, changes something, and learns also
# from what did not succeed. In the lesson a network of five municipalities searches for practices, adopts them,
# and tells of failures safely.
#
# After the lesson you can tell copying from adopting, write down the change and the lesson, and judge what may be
# shown of another municipality.
#
# **The municipalities, practices, trials and assessments are made up.**

# %% [markdown] tags=["fi"]
# ## Verkosto

# %% [markdown] tags=["sv"]
# ## Nätverket

# %% [markdown] tags=["en"]
# ## The network

# %%
desk.programme()

# %% [markdown] tags=["fi"]
# ## Kulku
#
# 1. Jokainen pari valitsee kunnan ja katsoo paneelia sen silmin (5 min).
# 2. Pari etsii käytännön omaan tarpeeseensa ja sopii, mitä siinä on muutettava (10 min).
# 3. Pari kirjaa käyttöönoton ja kertoo sen toiselle parille (10 min).

# %% [markdown] tags=["sv"]
# ## Förlopp
#
# 1. Varje par väljer en kommun och ser på panelen med dess ögon (5 min).
# 2. Paret söker en praxis för sitt behov och kommer överens om vad som måste ändras (10 min).
# 3. Paret antecknar ibruktagandet och berättar om det för ett annat par (10 min).

# %% [markdown] tags=["en"]
# ## How it goes
#
# 1. Each pair chooses a municipality and looks at the panel with its eyes (5 min).
# 2. The pair searches for a practice for its need and agrees on what has to be changed (10 min).
# 3. The pair records the adoption and tells another pair of it (10 min).

# %%
desk.panel("edellakavijat.practices")

# %% [markdown] tags=["fi"]
# ## Tehtävä 1: mitä muutat?
#
# Niemisaari ottaa kokeiluun asukasraadin. Saari on harvaan asuttu eikä kaikilla ole kyytiä. Mitä muutat, ja mitä
# tarvitset Selkävedeltä? Vastauksessa on yksi mahdollinen kirjaus.

# %% [markdown] tags=["sv"]
# ## Uppgift 1: vad ändrar du?
#
# Niemisaari tar invånarrådet på försök. Ön är glest bebodd och alla har ingen skjuts. Vad ändrar du, och vad
# behöver du av Selkävesi? Svaret visar en möjlig anteckning.

# %% [markdown] tags=["en"]
# ## Task 1: what do you change?
#
# Niemisaari takes the residents' panel on trial. The island is thinly peopled and not everybody has a ride. What do
# you change, and what do you need from Selkävesi? The answer shows one possible record.

# %%
words = {
    "fi": "Raati kokoontuu etänä\nÄänestys kirjastoautossa",
    "sv": "Rådet möts på distans\nRöstning i bokbussen",
    "en": "The panel meets remotely\nVoting in the library bus",
}
adopting = desk.state("edellakavijat.practices")
adopting.look_as("niemisaari")
adopting.adopt("asukasraati", "2026-11-22", changed=words[LANGUAGE])
desk.answer(practices_panel_html(adopting, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tehtävä 2: luovuttu ei ole hukkaan heitetty
#
# Peltokoski luopui tulosperusteisesta hankinnasta. Etsi paneelista, mitä se muutti ja mitä siitä opittiin. Mitä
# Harjulan kannattaa tehdä toisin? Kirjaa Harjulan kokeilu.

# %% [markdown] tags=["sv"]
# ## Uppgift 2: att avstå är inte bortkastat
#
# Peltokoski avstod från upphandling som beskriver resultatet. Sök i panelen vad kommunen ändrade och vad man lärde
# sig. Vad bör Harjula göra annorlunda? Anteckna Harjulas försök.

# %% [markdown] tags=["en"]
# ## Task 2: giving up is not waste
#
# Peltokoski gave up procurement that describes the result. Find in the panel what it changed and what was learned.
# What should Harjula do differently? Record Harjula's trial.

# %%
otherwise = {
    "fi": "Kaksi markkinavuoropuhelua ja asukkaan arki esimerkkinä",
    "sv": "Två marknadsdialoger och invånarens vardag som exempel",
    "en": "Two market dialogues, with a resident's day as the example",
}
second = desk.state("edellakavijat.practices")
second.look_as("harjula")
second.adopt("tulosperusteinen", "2026-11-22", AdoptionState.TRIED, changed=otherwise[LANGUAGE])
desk.answer(practices_panel_html(second, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tehtävä 3: jatketaanko?
#
# Ohjausryhmä päättää, alkaako seuraava vuosi. Päätös tehtiin myöhässä. Mikä silloin olisi voinut mennä vikaan?
# Riittävätkö perustelut sinulle?

# %% [markdown] tags=["sv"]
# ## Uppgift 3: fortsätter man?
#
# Styrgruppen beslutar om nästa år börjar. Beslutet fattades för sent. Vad hade kunnat gå fel då? Räcker
# motiveringen för dig?

# %% [markdown] tags=["en"]
# ## Task 3: does it go on?
#
# The steering group decides whether the next year begins. The decision was made late. What could have gone wrong
# then? Are the reasons enough for you?

# %%
desk.section("edellakavijat.stages", date(2026, 11, 22))

# %% [markdown] tags=["fi"]
# ## Tehtävä 4: mitä saa näyttää?
#
# Arvaa ensin: montako kuntaa on antanut tasolleen näytön? Katso sitten. Miksi taulukossa on määriä mutta ei
# yhdenkään kunnan tasoa?

# %% [markdown] tags=["sv"]
# ## Uppgift 4: vad får man visa?
#
# Gissa först: hur många kommuner har gett bevis för sin nivå? Se sedan. Varför finns det antal i tabellen men inte
# en enda kommuns nivå?

# %% [markdown] tags=["en"]
# ## Task 4: what may be shown?
#
# Guess first: how many municipalities have given evidence for their level? Then look. Why are there numbers in the
# table and not the level of any municipality?

# %%
desk.section("edellakavijat.progress", date(2026, 11, 22))

# %% [markdown] tags=["fi"]
# ## Tarkistus
#
# - Kirjauksessa on muutos, päivä ja se, kuinka pitkällä ollaan.
# - Luopumisesta on kirjattu ainakin yksi oppi.
# - Jatkopäätöksellä on perustelut ja päivä, johon mennessä se tarvitaan.
#
# ## Keskusteltavaksi
#
# - Minkä oman epäonnistumisenne kertoisitte muille kunnille, ja mitä se edellyttää?
# - Mikä käytäntö kannattaisi luopua tekemästä, jotta uudelle on tilaa?
# - Kuka kunnassasi päättää, mitä muille näytetään?

# %% [markdown] tags=["sv"]
# ## Kontroll
#
# - Anteckningen har en ändring, en dag och hur långt man har kommit.
# - Den som avstår har skrivit ned minst en lärdom.
# - Beslutet om fortsättning har en motivering och en dag då det senast behövs.
#
# ## Att diskutera
#
# - Vilket eget misslyckande skulle ni berätta för andra kommuner, och vad kräver det?
# - Vilken praxis borde ni sluta med för att ge rum för något nytt?
# - Vem i din kommun beslutar vad som visas för andra?

# %% [markdown] tags=["en"]
# ## Check
#
# - The record has a change, a day, and how far it has come.
# - Giving up has left one lesson at least.
# - The decision to go on has reasons, and a day by which it is needed.
#
# ## To talk about
#
# - Which failure of your own would you tell other municipalities, and what does it take?
# - Which practice should you stop, to make room for a new one?
# - Who in your municipality decides what is shown to others?
