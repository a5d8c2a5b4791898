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
from innokumppanuus.faces.widgets.programme_desk import ProgrammeDesk
from innokumppanuus_suomi.faces.game_twin import game_html

desk = ProgrammeDesk.open("", LANGUAGE)

# %% [markdown] tags=["fi"]
# Kymmenen ihmistä on tulossa käsittelemään pilottihaun hakemuksia. Kuka heistä on esteellinen, ja millä hallintolain 28 §:n
# perusteella? **Ihmiset, hakijat ja tunnukset ovat kuvitteellisia. Tämä ei ole oikeudellista neuvontaa.**
#
# **Tavoite:** oppia nimeämään peruste eikä vain aavistamaan estettä. Yhdellä kortilla voi olla monta perustetta tai ei yhtään.

# %% [markdown] tags=["sv"]
# Tio människor är på väg att handlägga ansökningarna i en pilotutlysning. Vem av dem är jävig, och på vilken grund i
# förvaltningslagens 28 §? **Människorna, sökandena och numren är påhittade. Detta är inte juridisk rådgivning.**
#
# **Mål:** att lära sig namnge grunden och inte bara ana ett jäv. Ett kort kan ha flera grunder eller ingen alls.

# %% [markdown] tags=["en"]
# Ten people are about to handle the applications of a call for pilots. Who of them is disqualified, and on which ground of
# section 28 of the administrative procedure act? **The people, applicants and numbers are made up. This is not legal advice.**
#
# **Goal:** to learn to name the ground and not merely to sense a conflict. A card may have several grounds, or none.

# %% [markdown] tags=["fi"]
# ## Kulku (15 minuuttia)
#
# 1. Jakakaa kortit. Kukin lukee omansa ääneen ja nimeää perusteet ennen kuin ne tarkistetaan. (8 min)
# 2. Lukekaa palaute. Mikä virhe toistui? (3 min)
# 3. Sopikaa, miten sidonnaisuudet kysytään omassa haussanne ja kuka päättää esteestä. (4 min)

# %% [markdown] tags=["sv"]
# ## Gång (15 minuter)
#
# 1. Dela ut korten. Var och en läser sitt högt och namnger grunderna innan de kontrolleras. (8 min)
# 2. Läs responsen. Vilket misstag återkom? (3 min)
# 3. Kom överens om hur bindningar frågas i er egen utlysning och vem som avgör jävet. (4 min)

# %% [markdown] tags=["en"]
# ## How it runs (15 minutes)
#
# 1. Deal the cards. Each reads theirs aloud and names the grounds before they are checked. (8 min)
# 2. Read the feedback. Which mistake came up again? (3 min)
# 3. Agree how ties are asked about in your own call, and who decides on a conflict. (4 min)

# %%
desk.panel("suomi.conflict_game")

# %% [markdown] tags=["fi"]
# ## Tehtävä 1: omistaja
#
# Kehittäjä omistaa puolet hakijayrityksestä. Useimmat nimeävät yhden perusteen. Miksi niitä on kaksi, ja miksi omistaminen ei
# ole palvelussuhde?

# %% [markdown] tags=["sv"]
# ## Uppgift 1: ägaren
#
# Utvecklaren äger hälften av det sökande företaget. De flesta namnger en grund. Varför finns det två, och varför är ägande inte
# ett anställningsförhållande?

# %% [markdown] tags=["en"]
# ## Task 1: the owner
#
# The developer owns half of a company that applies. Most people name one ground. Why are there two, and why is ownership no
# employment?

# %%
owner = desk.state("suomi.conflict_game")
owner.choose("owner")
owner.name("party", True)
owner.name("employment", True)
desk.answer(game_html(owner, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tehtävä 2: side, jota kukaan ei ilmoittanut
#
# Sisaryhtiön asiantuntija ei tunne hakemusta eikä ole ilmoittanut mitään. Mistä side löytyy? Mikä side taas jää ohjelmalta
# näkemättä?

# %% [markdown] tags=["sv"]
# ## Uppgift 2: ett band som ingen anmälde
#
# Systerbolagets expert känner inte till ansökan och har inte anmält något. Var hittas bandet? Vilket band ser programmet
# däremot inte?

# %% [markdown] tags=["en"]
# ## Task 2: a tie that nobody declared
#
# The expert of a sister company does not know the application and has declared nothing. Where is the tie found? And which tie
# does the program not see?

# %%
sister = desk.state("suomi.conflict_game")
sister.choose("sister-company")
sister.name("employment", True)
desk.answer(game_html(sister, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tehtävä 3: ei estettä
#
# Kaksi korttia näyttää epäilyttävältä, mutta perustetta ei ole. Mitkä, ja miksi? Mitä menetetään, jos jokainen tuttu
# suljetaan pois?

# %% [markdown] tags=["sv"]
# ## Uppgift 3: inget jäv
#
# Två kort ser misstänkta ut men saknar grund. Vilka, och varför? Vad förlorar man om varje bekant utesluts?

# %% [markdown] tags=["en"]
# ## Task 3: no conflict
#
# Two cards look suspicious but have no ground. Which, and why? What is lost if every acquaintance is shut out?

# %%
old_job = desk.state("suomi.conflict_game")
old_job.choose("old-job")
desk.answer(game_html(old_job, desk.texts))

# %% [markdown] tags=["fi"]
# ## Keskusteltavaksi
#
# - Miksi side yhteen hakijaan vaikuttaa koko hakuun?
# - Missä vaiheessa sidonnaisuudet kysytään: ennen hakemusten avaamista vai sen jälkeen?
# - Mitä tehdään, kun ihminen itse ei pidä itseään esteellisenä?

# %% [markdown] tags=["sv"]
# ## Att diskutera
#
# - Varför påverkar ett band till en sökande hela utlysningen?
# - När frågas bindningarna: innan ansökningarna öppnas eller efter det?
# - Vad gör man när personen inte själv anser sig jävig?

# %% [markdown] tags=["en"]
# ## To discuss
#
# - Why does a tie with one applicant affect the whole call?
# - When are ties asked about: before the applications are opened, or after?
# - What is done when the person does not think there is a conflict?
