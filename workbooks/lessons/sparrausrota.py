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

desk = ProgrammeDesk.open("sparraus-harjoitus", LANGUAGE)

# %% [markdown] tags=["fi"]
# Pelkkä raha ei vie pilottia eteenpäin. Sparrausryhmässä pilotin tekijät saavat apua asiantuntijoilta ja
# **sparraavat toisiaan**. Jotta jokainen kohtaisi mahdollisimman monta muuta, parit on jaettava niin, ettei sama
# pari tapaa uudelleen ennen kuin on pakko.
#
# Oppitunnin jälkeen osaat suunnitella sparrausvuorot, huomata, mitä poissaolo maksaa muille, ja erottaa
# luottamuksellisen siitä, mikä kerrotaan kaikille.
#
# **Ohjelma, sen jäsenet, päivät ja sopimukset ovat kuvitteellisia.** Viisi teemaa ja neljä periaatetta ovat
# Jyväskylän Rikastamosta.

# %% [markdown] tags=["sv"]
# Bara pengar för inte en pilot framåt. I en sparringgrupp får de som gör piloterna hjälp av experter och
# **sparrar varandra**. För att var och en ska möta så många andra som möjligt fördelas paren så att samma par
# inte träffas igen förrän det är nödvändigt.
#
# Efter lektionen kan du planera sparringturerna, se vad en frånvaro kostar de andra och skilja det förtroliga
# från det som berättas för alla.
#
# **Programmet, medlemmarna, dagarna och avtalen är påhittade.** De fem temana och fyra principerna är från
# Rikastamo i Jyväskylä.

# %% [markdown] tags=["en"]
# Money alone takes no pilot forward. In a sparring group those who carry out pilots get help from experts and
# **spar each other**. For everyone to meet as many others as can be, the pairs are shared out so that no pair
# meets again before it must.
#
# After the lesson you can plan the turns of sparring, see what an absence costs the others, and tell what is
# confidential from what is told to all.
#
# **The programme, its members, days and agreements are fictional.** The five themes and four principles are those
# of Rikastamo in Jyväskylä.

# %%
desk.programme()

# %% [markdown] tags=["fi"]
# ## Kokeile itse
#
# Valitse jäsen ja merkitse, mistä tapaamisista hän on poissa. Muuta myös tapaamisten määrää. Ruudussa on sen
# tapaamisen numero, jossa pari kohtaa. Tyhjä ruutu on pari, joka ei kohtaa lainkaan.

# %% [markdown] tags=["sv"]
# ## Pröva själv
#
# Välj en medlem och markera vilka träffar hen är borta från. Ändra också antalet träffar. I rutan står numret på
# den träff där paret möts. En tom ruta är ett par som inte möts alls.

# %% [markdown] tags=["en"]
# ## Try it yourself
#
# Choose a member and mark which meetings it is away from. Change the number of meetings, too. A square has the
# number of the meeting in which the pair meets. An empty square is a pair that does not meet at all.

# %%
desk.panel("sparring.rota")

# %% [markdown] tags=["fi"]
# ## Tehtävä 1: montako tapaamista riittää
#
# Kaikki kuusi jäsentä ovat aina paikalla. Montako tapaamista tarvitaan, jotta jokainen pari kohtaa kerran? Laske
# ensin itse: pareja on 15, ja yhdessä tapaamisessa kohtaa kolme. Vastauksessa poissaolot on poistettu.

# %% [markdown] tags=["sv"]
# ## Uppgift 1: hur många träffar räcker
#
# Alla sex medlemmar är alltid på plats. Hur många träffar behövs för att varje par ska mötas en gång? Räkna först
# själv: paren är 15, och på en träff möts tre. I svaret har frånvaron tagits bort.

# %% [markdown] tags=["en"]
# ## Task 1: how many meetings are enough
#
# All six members are always there. How many meetings are needed for every pair to meet once? Reckon yourself
# first: there are 15 pairs, and three meet in a meeting. In the answer nobody is away.

# %%
from innokumppanuus_sparring.faces.rota_twin import rota_html

everyone = desk.state("sparring.rota")
for member in everyone.members:
    everyone.set_away(member, [])
desk.answer(rota_html(everyone, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tehtävä 2: mitä poissaolo maksaa
#
# Palauta tiedoston tiedot ja merkitse sama jäsen poissa olevaksi kolmesta tapaamisesta. Kuka menettää eniten: hän
# itse vai ne, jotka jäävät ilman paria? Vastauksessa Kotisampo on poissa kolmesta ensimmäisestä tapaamisesta.

# %% [markdown] tags=["sv"]
# ## Uppgift 2: vad en frånvaro kostar
#
# Återställ filens uppgifter och markera samma medlem som borta från tre träffar. Vem förlorar mest: hen själv
# eller de som blir utan par? I svaret är Kotisampo borta från de tre första träffarna.

# %% [markdown] tags=["en"]
# ## Task 2: what an absence costs
#
# Go back to what the file states and mark one member as away from three meetings. Who loses most: the member, or
# those left without a pair? In the answer Kotisampo is away from the first three meetings.

# %%
one_away = desk.state("sparring.rota")
one_away.set_away("kotisampo", one_away.sessions[:3])
desk.answer(rota_html(one_away, desk.texts))

# %% [markdown] tags=["fi"]
# ## Tehtävä 3: periaatteet ja velvoite
#
# Keneltä hyväksyntä on kysyttävä ennen seuraavaa tapaamista? Kenen maksuerä odottaa, ja kuka siitä päättää? Mieti,
# mitä muuttuisi, jos velvoitetta ei olisi kerrottu lainkaan: **ei kerrottu ei ole sama kuin ei**.

# %% [markdown] tags=["sv"]
# ## Uppgift 3: principerna och skyldigheten
#
# Av vem ska godkännande begäras före nästa träff? Vems rat väntar, och vem beslutar om den? Fundera på vad som
# skulle ändras om ingen skyldighet angavs: **inte angiven är inte detsamma som nej**.

# %% [markdown] tags=["en"]
# ## Task 3: the principles and the obligation
#
# Of whom is acceptance to be asked before the next meeting? Whose instalment waits, and who decides on it? Think
# what would change if no obligation were stated at all: **not stated is not the same as no**.

# %%
desk.section("sparring.rules", date(2026, 12, 15))

# %% [markdown] tags=["fi"]
# ## Tehtävä 4: verkosto ennen ja jälkeen
#
# Vertaa verkostoa ensimmäisessä tapaamisessa ja lopussa. Mikä sopimus yhdistää eniten? Miksi yksi sopimus on
# piirretty pisteviivalla mutta laskettu vasta lopussa?

# %% [markdown] tags=["sv"]
# ## Uppgift 4: nätverket före och efter
#
# Jämför nätverket på den första träffen och i slutet. Vilket avtal förenar mest? Varför är ett avtal ritat med
# prickad linje men räknat först i slutet?

# %% [markdown] tags=["en"]
# ## Task 4: the network before and after
#
# Compare the network at the first meeting and at the end. Which agreement joins most? Why is one agreement drawn
# with a dotted line but counted at the end only?

# %%
desk.section("sparring.agreements", date(2026, 12, 15))

# %% [markdown] tags=["fi"]
# ## Tarkista
#
# - Viisi tapaamista riittää kuudelle jäsenelle, kun kaikki ovat paikalla: jokainen pari kohtaa kerran.
# - Rota kertoo, onko se todistetusti paras. Jos ei ole, se sanoo senkin.
# - Muistiinpanot ja yksittäiset palautteet ovat eri tiedostossa kuin ohjelma, joten mikään raportti ei kerro niitä.
#
# ## Keskusteltavaksi
#
# - Mitä teidän ryhmässänne saa kertoa ulkopuolisille, ja kuka siitä päättää?
# - Kannattaako osallistuminen sitoa maksuerään? Kenelle se on helppoa ja kenelle vaikeaa?
# - Minkä parin haluaisitte kohtaavan kaksi kertaa, ja miksi?

# %% [markdown] tags=["sv"]
# ## Kontrollera
#
# - Fem träffar räcker för sex medlemmar när alla är på plats: varje par möts en gång.
# - Rotan berättar om den bevisligen är den bästa. Om den inte är det säger den även det.
# - Anteckningar och enskilda svar finns i en annan fil än programmet, så ingen rapport berättar om dem.
#
# ## Att diskutera
#
# - Vad får man i er grupp berätta för utomstående, och vem beslutar om det?
# - Lönar det sig att binda deltagandet till en rat? För vem är det lätt och för vem svårt?
# - Vilket par skulle ni vilja se mötas två gånger, och varför?

# %% [markdown] tags=["en"]
# ## Check
#
# - Five meetings are enough for six members when all are there: every pair meets once.
# - The rota tells whether it is proven to be the best. Where it is not, it says that, too.
# - Notes and single answers are in another file than the programme, so no report tells them.
#
# ## To discuss
#
# - What may be told outside your group, and who decides on it?
# - Is it wise to tie attendance to an instalment? For whom is that easy, and for whom hard?
# - Which pair would you want to meet twice, and why?
