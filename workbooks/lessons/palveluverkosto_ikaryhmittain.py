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

desk = ProgrammeDesk.open("hyvinvointifoorumi-harjoitus", LANGUAGE)

# %% [markdown] tags=["fi"]
# Hyvinvointifoorumi kartoittaa palveluverkostoja ikäryhmittäin: 0–6-, 7–21-, 22–65- ja yli 65-vuotiaat sekä
# erityisryhmät, jotka kulkevat iän poikki. **Toimijat, palvelut ja sopimukset ovat kuvitteellisia.**
#
# **Tavoite:** oppia näkemään, mitä verkostosta puuttuu, missä palvelut ovat päällekkäin ja kenen varassa verkosto
# on. Huomaa kaksi asiaa: järjestö voi olla sekä palveluntuottaja että vapaaehtoisten koti, ja läheiset ovat mukana
# jokaisessa verkostossa, mutta heitä ei nimetä.

# %% [markdown] tags=["sv"]
# Välfärdsforumet kartlägger servicenätverk enligt åldersgrupp: 0–6, 7–21, 22–65 och över 65 år samt specialgrupper
# som går tvärs över åldrarna. **Aktörerna, tjänsterna och avtalen är påhittade.**
#
# **Mål:** att lära sig se vad som saknas i nätverket, var tjänster överlappar och vem nätverket vilar på. Lägg märke
# till två saker: en förening kan vara både serviceproducent och de frivilligas hem, och de närstående finns i varje
# nätverk men namnges inte.

# %% [markdown] tags=["en"]
# The wellbeing forum maps service networks by age band: 0–6, 7–21, 22–65 and over 65 years, and special groups that
# cut across age. **The actors, services and agreements are made up.**
#
# **Goal:** to learn to see what a network lacks, where services overlap and on whom the network rests. Note two
# things: an association may be both a provider and the home of volunteers, and close ones are in every network but
# are never named.

# %%
desk.programme()

# %% [markdown] tags=["fi"]
# ## Kulku (25 minuuttia)
#
# 1. Jakautukaa 4–6 hengen ryhmiin, joissa on kaupungin, järjestön, yrityksen ja asiakkaan rooleja. (2 min)
# 2. Valitkaa yksi ikäryhmä ja yksi erityisryhmä. Nimetkää palveluaukot kartan ja palvelujen luettelon perusteella. (8 min)
# 3. Näyttäkää havainnot ja verratkaa. (5 min)
# 4. Lisätkää palveluja, yhteyksiä ja pilotteja. Mikä aukko sulkeutuu, ja mitä uutta syntyy? (7 min)
# 5. Tallentakaa luettelo ja sopikaa yhdestä teosta. (3 min)

# %% [markdown] tags=["sv"]
# ## Gång (25 minuter)
#
# 1. Bilda grupper på 4–6 personer med roller från staden, en förening, ett företag och en klient. (2 min)
# 2. Välj en åldersgrupp och en specialgrupp. Namnge luckorna utifrån kartan och listan över tjänster. (8 min)
# 3. Visa iakttagelserna och jämför. (5 min)
# 4. Lägg till tjänster, förbindelser och piloter. Vilken lucka försvinner, och vad nytt uppstår? (7 min)
# 5. Spara listan och kom överens om en sak som ni gör. (3 min)

# %% [markdown] tags=["en"]
# ## How it runs (25 minutes)
#
# 1. Form groups of 4–6 with roles of the city, an association, a company and a client. (2 min)
# 2. Choose one age band and one special group. Name the gaps by the map and the list of services. (8 min)
# 3. Show what is found and compare. (5 min)
# 4. Add services, ties and pilots. Which gap closes, and what else comes of it? (7 min)
# 5. Save the list and agree on one thing to do. (3 min)

# %%
desk.panel("networks.map")

# %% [markdown] tags=["fi"]
# ## Tehtävä 1: nimetkää aukot
#
# Mitkä palvelutarpeet jäävät omaishoitajilta vaille palveluntuottajaa? Miksi vertaistuki, jota järjestö antaa
# vapaaehtoisvoimin, näkyy aukkona? Vastauksessa on kaikki, mitä laskenta löytää.

# %% [markdown] tags=["sv"]
# ## Uppgift 1: namnge luckorna
#
# Vilka servicebehov saknar producent för närståendevårdarna? Varför syns kamratstöd som en förening ger med
# frivilliga som en lucka? Svaret innehåller allt som beräkningen hittar.

# %% [markdown] tags=["en"]
# ## Task 1: name the gaps
#
# Which needs of family carers have no provider? Why does peer support that an association gives by volunteers show
# as a gap? The answer has everything that the reckoning finds.

# %%
desk.section("network_findings", date(2017, 11, 1))

# %% [markdown] tags=["fi"]
# ## Tehtävä 2: kenen varassa verkosto on
#
# Etsikää kartasta toimija, jota ilman verkosto hajoaisi. Lisätkää yhteyksiä niin, ettei toimija enää ole silta.
# Vastauksessa seniorit alkavat tehdä yhteistyötä Hoivapolun ja liikuntapalvelujen kanssa.

# %% [markdown] tags=["sv"]
# ## Uppgift 2: vem nätverket vilar på
#
# Sök på kartan en aktör utan vilken nätverket skulle falla i delar. Lägg till förbindelser så att aktören inte
# längre är en bro. I svaret börjar seniorerna samarbeta med Hoivapolku och idrottstjänsterna.

# %% [markdown] tags=["en"]
# ## Task 2: on whom the network rests
#
# Find an actor on the map without whom the network would fall apart. Add ties so that the actor is no longer a
# bridge. In the answer the seniors begin to cooperate with Hoivapolku and the sports services.

# %%
from innokumppanuus_networks.domain import TieKind
from innokumppanuus_networks.faces.twin import network_html

joined = desk.state("networks.map")
joined.join("seniorit", "hoivapolku", TieKind.COOPERATION)
joined.join("seniorit", "liikuntapalvelut", TieKind.COOPERATION)
joined.show_group("over_65")
joined.reveal()
desk.answer(network_html(joined, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tehtävä 3: mitä pilotit toisivat
#
# Ottakaa mukaan pilotit, jotka kumppanuuskiihdyttämön harjoitusvalinta valitsi. Mitkä aukot sulkeutuvat? Mihin
# syntyy uusi päällekkäisyys, ja kenen kesken työnjaosta pitäisi sopia?

# %% [markdown] tags=["sv"]
# ## Uppgift 3: vad piloterna skulle ge
#
# Ta med piloterna som valdes i acceleratorns övningsurval. Vilka luckor försvinner? Var uppstår en ny överlappning,
# och vilka borde komma överens om arbetsfördelningen?

# %% [markdown] tags=["en"]
# ## Task 3: what the pilots would bring
#
# Take in the pilots that the accelerator's exercise chose. Which gaps close? Where does a new overlap come up, and
# who should agree on the division of work?

# %%
desk.section("network_growth", date(2017, 11, 1))

# %% [markdown] tags=["fi"]
# ## Tehtävä 4: mitä ei vielä tiedetä
#
# Tavoitteella, jolla ei ole mittaria, ei voi nähdä edistymistä. Keksikää mittari yhdelle tavoitteelle ja vastuutaho
# yhdelle toimenpiteelle.

# %% [markdown] tags=["sv"]
# ## Uppgift 4: vad som ännu inte är känt
#
# Ett mål utan mätare går inte att följa. Hitta på en mätare för ett mål och en ansvarig för en åtgärd.

# %% [markdown] tags=["en"]
# ## Task 4: what is not known yet
#
# One cannot see how far a goal without a measure has come. Think of a measure for one goal and of somebody who
# answers for one measure.

# %%
desk.section("network_measures", date(2017, 11, 1))

# %% [markdown] tags=["fi"]
# ## Keskusteltavaksi
#
# - Montako aukkoa nimesitte oikein, ja montako uutta toimijaa löysitte?
# - Milloin päällekkäisyys on hyväksi asukkaalle?
# - Kuka omassa kunnassanne on silta, ja tietääkö hän sen?

# %% [markdown] tags=["sv"]
# ## Att diskutera
#
# - Hur många luckor namngav ni rätt, och hur många nya aktörer hittade ni?
# - När är en överlappning bra för invånaren?
# - Vem är en bro i er egen kommun, och vet hen om det?

# %% [markdown] tags=["en"]
# ## To discuss
#
# - How many gaps did you name rightly, and how many new actors did you find?
# - When is an overlap good for the resident?
# - Who is a bridge in your own municipality, and do they know it?
