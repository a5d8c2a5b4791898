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
from innokumppanuus.faces.widgets.desk import Desk
from innokumppanuus.faces.widgets.twins.negotiation import negotiation_html

desk = Desk.open("kumppanuuskiihdyttamo-2017", LANGUAGE)

# %% [markdown] tags=["fi"]
# Valintaperusteiden painot ovat politiikkaa: ne kertovat, mitä pidetään tärkeänä. Haku ilmoitti perusteille
# järjestyksen mutta ei painoja. Oppitunnilla jokainen jakaa 100 pistettä perusteille yksin, ryhmä keskustelee ja
# sopii, ja nähdään, mitä painoista riippuu.
#
# Oppitunnin jälkeen osaat perustella painon, nähdä, milloin painot kääntävät järjestyksen, ja kertoa, milloin niillä
# ei ole väliä.
#
# Haun tiedot ovat vuodelta 2017. **Hakemukset, hakijat ja arvioinnit ovat kuvitteellisia.**

# %% [markdown] tags=["sv"]
# Urvalsgrundernas vikter är politik: de säger vad som anses viktigt. Utlysningen angav en ordning men inga vikter. På
# lektionen fördelar var och en 100 poäng på grunderna ensam, gruppen samtalar och enas, och man ser vad som beror på
# vikterna.
#
# Efter lektionen kan du motivera en vikt, se när vikterna vänder ordningen och berätta när de inte spelar någon roll.
#
# Uppgifterna om utlysningen är från år 2017. **Ansökningarna, de sökande och bedömningarna är påhittade.**

# %% [markdown] tags=["en"]
# The weights of criteria are policy: they tell what is held to be important. The call gave an order and no weights. In
# the lesson each splits 100 points on the criteria alone, the group talks and agrees, and one sees what hangs on the
# weights.
#
# After the lesson you can give a reason for a weight, see when weights turn an order, and tell when they do not matter.
#
# The facts of the call are from 2017. **The applications, applicants and assessments are made up.**

# %% [markdown] tags=["fi"]
# ## Mistä valitaan

# %% [markdown] tags=["sv"]
# ## Vad man väljer mellan

# %% [markdown] tags=["en"]
# ## What there is to choose from

# %%
desk.call()

# %% [markdown] tags=["fi"]
# ## Kulku
#
# 1. Jokainen jakaa pisteensä yksin, paperille tai paneeliin (5 min). Jäsenillä on numerot, ei nimiä.
# 2. Ryhmä katsoo taulukkoa ja keskustelee suurimmasta erosta (8 min).
# 3. Jokainen jakaa pisteensä uudelleen (4 min).
# 4. Ryhmä sopii yhteisistä pisteistä ja kirjaa ne (8 min).

# %% [markdown] tags=["sv"]
# ## Förlopp
#
# 1. Var och en fördelar sina poäng ensam, på papper eller i panelen (5 min). Medlemmarna har nummer, inte namn.
# 2. Gruppen ser på tabellen och talar om den största skillnaden (8 min).
# 3. Var och en fördelar sina poäng på nytt (4 min).
# 4. Gruppen enas om gemensamma poäng och antecknar dem (8 min).

# %% [markdown] tags=["en"]
# ## How it goes
#
# 1. Each splits the points alone, on paper or in the panel (5 min). Members have numbers and no names.
# 2. The group looks at the table and talks about the largest difference (8 min).
# 3. Each splits the points again (4 min).
# 4. The group agrees on common points and writes them down (8 min).

# %%
desk.panel("weights")

# %% [markdown] tags=["fi"]
# ## Tehtävä 1: mitä painoista riippuu?
#
# Jäsen 1 painottaa toteutettavuutta ja jäsen 2 skaalautuvuutta. Arvaa ensin, kuinka moni valituista vaihtuu. Katso
# sitten vastaus. Kuinka monen hakemusparin järjestys kääntyy, ja vaihtuuko yksikään valinta?

# %% [markdown] tags=["sv"]
# ## Uppgift 1: vad beror på vikterna?
#
# Medlem 1 betonar genomförbarhet och medlem 2 skalbarhet. Gissa först hur många av de valda som byts ut. Se sedan
# svaret. Hur många par av ansökningar byter ordning, och ändras ett enda val?

# %% [markdown] tags=["en"]
# ## Task 1: what hangs on the weights?
#
# Member 1 stresses feasibility and member 2 scalability. Guess first how many of those chosen change. Then look at the
# answer. How many pairs of applications change places, and does any choice change?

# %%
first = desk.state("weights")
first.split("1", {"K1": 50, "K2": 20, "K3": 10, "L1": 10, "L2": 10})
first.split("2", {"K1": 10, "K2": 20, "K3": 50, "L1": 10, "L2": 10})
desk.hidden(negotiation_html(first, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tehtävä 2: lähentyykö ryhmä?
#
# Sama ryhmä keskustelee ja jakaa pisteet uudelleen. Kendallin W on 1, kun kaikilla on sama tärkeysjärjestys, ja 0, kun
# yhteistä järjestystä ei ole. Miten W muuttui? Mitä siitä **ei** voi päätellä?

# %% [markdown] tags=["sv"]
# ## Uppgift 2: närmar sig gruppen?
#
# Samma grupp samtalar och fördelar poängen på nytt. Kendalls W är 1 när alla har samma rangordning och 0 när det inte
# finns någon gemensam. Hur ändrades W? Vad kan man **inte** sluta sig till av det?

# %% [markdown] tags=["en"]
# ## Task 2: does the group come closer?
#
# The same group talks and splits the points again. Kendall's W is 1 when all have the same order of importance, and 0
# when there is no common one. How did W change? What can one **not** conclude from it?

# %%
second = desk.state("weights")
second.split("1", {"K1": 50, "K2": 20, "K3": 10, "L1": 10, "L2": 10})
second.split("2", {"K1": 10, "K2": 20, "K3": 50, "L1": 10, "L2": 10})
second.split("3", {"K1": 20, "K2": 50, "K3": 10, "L1": 10, "L2": 10})
second.talk()
second.split("1", {"K1": 40, "K2": 25, "K3": 15, "L1": 10, "L2": 10})
second.split("2", {"K1": 35, "K2": 25, "K3": 20, "L1": 10, "L2": 10})
second.split("3", {"K1": 35, "K2": 30, "K3": 15, "L1": 10, "L2": 10})
second.agree({"K1": 35, "K2": 30, "K3": 15, "L1": 10, "L2": 10})
desk.hidden(negotiation_html(second, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tarkistus
#
# - Pisteiden summa on 100 jokaisella kierroksella.
# - Ryhmä osaa nimetä hakemuksen, jonka valinta riippuu painoista, tai sanoa, ettei sellaista ole.
# - Yhteisille pisteille on kirjattu perustelu, joka kestää kysymyksen *miksi ei toisin*.
#
# ## Keskusteltavaksi
#
# - Kenen pitäisi päättää painot, ja milloin: ennen hakua vai hakemusten jälkeen?
# - Mitä hakijalle kerrotaan, jos painot kääntäisivät hänen sijansa?

# %% [markdown] tags=["sv"]
# ## Kontroll
#
# - Poängens summa är 100 i varje omgång.
# - Gruppen kan nämna en ansökan vars val beror på vikterna, eller säga att det inte finns någon.
# - De gemensamma poängen har en motivering som tål frågan *varför inte annorlunda*.
#
# ## Att diskutera
#
# - Vem borde besluta om vikterna, och när: före utlysningen eller efter ansökningarna?
# - Vad berättar man för en sökande vars placering vikterna skulle vända?

# %% [markdown] tags=["en"]
# ## Check
#
# - The points sum to 100 in each round.
# - The group can name an application whose choice hangs on the weights, or say that there is none.
# - The common points have a reason that stands the question *why not otherwise*.
#
# ## To talk about
#
# - Who should decide on the weights, and when: before the call or after the applications?
# - What is an applicant told whose rank the weights would turn?
