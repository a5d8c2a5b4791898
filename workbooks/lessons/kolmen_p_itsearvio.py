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

from innokumppanuus.faces.widgets.profile_desk import ProfileDesk

OTHERS = (
    "niemenkunta",
    "salmenkyla",
    "koivuranta",
    "kuusikunta",
    "lehtola",
    "mantykyla",
    "rantakunta",
)
desk = ProfileDesk.open(
    "esimerkki-harjula", LANGUAGE, date(2026, 11, 20), [f"esimerkki-{one}" for one in OTHERS]
)

# %% [markdown] tags=["fi"]
# Kolme periaatetta eli 3P: **kumppanuus, käyttäjälähtöisyys ja innovatiiviset julkiset hankinnat**. Oppitunnilla ryhmä
# arvioi, millä tasolla kunta on kussakin, ja kirjaa jokaiselle tasolle näytön, jonka muutkin voivat tarkistaa.
# Tavoitteena on rehellinen lähtötaso, johon verrataan puolen vuoden tai vuoden kuluttua.
#
# **Harjula ja muut kunnat ovat kuvitteellisia.** Omassa työpajassa kirjataan vain ryhmän yhteinen tulos, ei nimiä.

# %% [markdown] tags=["sv"]
# Tre principer, 3P: **partnerskap, användarorientering och innovativ offentlig upphandling**. På lektionen bedömer gruppen
# på vilken nivå kommunen är i var och en och skriver för varje nivå ned belägg som också andra kan kontrollera.
# Målet är ett ärligt utgångsläge som man jämför med efter ett halvt eller ett helt år.
#
# **Harjula och de andra kommunerna är påhittade.** I den egna workshoppen skrivs bara gruppens gemensamma resultat ned, inga namn.

# %% [markdown] tags=["en"]
# Three principles, 3P: **partnership, user-centredness and innovative public procurement**. In the lesson the group rates
# on which level the municipality is in each, and writes down for every level evidence that others can check. The aim is
# an honest baseline to compare with in half a year or a year.
#
# **Harjula and the other municipalities are fictional.** In a workshop of your own, write down what the group agreed on, and no names.

# %% [markdown] tags=["fi"]
# ## Lähtötilanne
#
# Harjula on arvioinut itsensä keväällä. Mitkä tasot seisovat näytön varassa, ja mitä profiilista puuttuu?

# %% [markdown] tags=["sv"]
# ## Utgångsläget
#
# Harjula har bedömt sig självt på våren. Vilka nivåer vilar på belägg, och vad saknas i profilen?

# %% [markdown] tags=["en"]
# ## Where we stand
#
# Harjula rated itself in the spring. Which levels stand on evidence, and what does the profile lack?

# %%
desk.profile(date(2026, 4, 1))

# %% [markdown] tags=["fi"]
# ## Tee itsearvio
#
# Valitse mittari, lue tasojen kuvaukset alhaalta ylös ja pysähdy ensimmäiseen, joka ei enää pidä paikkaansa. Kirjaa
# sitten, mikä tason osoittaa ja kuka niin sanoo. Taso ilman näyttöä jää kuvaan ontoksi ympyräksi.

# %% [markdown] tags=["sv"]
# ## Gör självbedömningen
#
# Välj en indikator, läs nivåernas beskrivningar nedifrån och upp och stanna vid den första som inte längre stämmer. Skriv
# sedan ned vad som visar nivån och vem som säger det. En nivå utan belägg blir en ihålig cirkel i bilden.

# %% [markdown] tags=["en"]
# ## Rate yourselves
#
# Choose an indicator, read the descriptions of the levels from the lowest up, and stop at the first that is no longer
# true. Then write down what shows the level and who says so. A level without evidence stays a hollow circle in the picture.

# %%
desk.panel()

# %% [markdown] tags=["fi"]
# ## Tehtävä 1: taso ja sen näyttö
#
# Anna tavoitteille taso 4 ja katso, mitä paneeli pyytää. Lisää sitten näyttö. Muuttuiko taso vai se, kuinka vahvasti se
# seisoo? Vastauksessa taso on annettu ensin näytöllä tavoitteille ja sitten ilman näyttöä palautteelle.

# %% [markdown] tags=["sv"]
# ## Uppgift 1: nivån och dess belägg
#
# Ge målen nivå 4 och se vad panelen ber om. Lägg sedan till belägg. Ändrades nivån, eller hur stadigt den står? I svaret har
# målen fått en nivå med belägg och responsen en nivå utan.

# %% [markdown] tags=["en"]
# ## Task 1: a level and its evidence
#
# Give the goals level 4 and see what the panel asks for. Then add evidence. Did the level change, or how firmly it stands?
# In the answer the goals have a level with evidence, and feedback has one without.

# %%
with_evidence = desk.state()
with_evidence.look("partnership.goals")
with_evidence.rate(4)
with_evidence.show("Ohjausryhmän pöytäkirja 3/2026, liite 1", "kehittämispalvelut")
with_evidence.look("user_centredness.feedback")
with_evidence.rate(2)
desk.answer(with_evidence)

# %% [markdown] tags=["fi"]
# ## Tehtävä 2: taso laskee
#
# Anna vastuille matalampi taso kuin keväällä. Miksi lasku voi olla hyvä uutinen? Huomaa, että mittari, jota ei arvioitu
# uudelleen, ei laske: siitä *ei voida todeta* mitään.

# %% [markdown] tags=["sv"]
# ## Uppgift 2: nivån sjunker
#
# Ge ansvaret en lägre nivå än på våren. Varför kan det vara en god nyhet? Lägg märke till att en indikator som inte bedömdes
# på nytt inte sjunker: om den *kan inget konstateras*.

# %% [markdown] tags=["en"]
# ## Task 2: a level falls
#
# Give responsibilities a lower level than in the spring. Why may a fall be good news? Note that an indicator that was not
# rated again does not fall: of it *nothing can be told*.

# %%
fallen = desk.state()
fallen.look("partnership.responsibilities")
fallen.rate(1)
fallen.show("Haastattelut: vastuu on yhden projektipäällikön varassa", "ohjausryhmä")
desk.answer(fallen)

# %% [markdown] tags=["fi"]
# ## Tehtävä 3: muiden rinnalla, luvan kanssa
#
# Vertailussa näkyy vain se, mihin toinen kunta on suostunut: Niemenkunta näyttää tasonsa ja näyttönsä, Salmenkylä vain
# kumppanuuden tasot. Viidestä muusta näkyy ainoastaan keskimmäinen taso, ja sekin vain, kun kuntia on tarpeeksi. Mitä
# oma kuntasi voisi jakaa, kenelle ja mihin asti? Kuka siitä päättää?

# %% [markdown] tags=["sv"]
# ## Uppgift 3: bredvid andra, med lov
#
# I jämförelsen syns bara det som en annan kommun har samtyckt till: Niemenkunta visar sina nivåer och belägg, Salmenkylä bara
# nivåerna för partnerskap. Av de fem andra syns bara den mittersta nivån, och den bara när kommunerna är tillräckligt många.
# Vad kunde din egen kommun dela, med vem och hur länge? Vem beslutar om det?

# %% [markdown] tags=["en"]
# ## Task 3: beside others, with their leave
#
# The comparison shows only what another municipality agreed to: Niemenkunta shows its levels and evidence, Salmenkylä only its
# levels of partnership. Of the five others only the middle level is shown, and that only when there are enough of them. What
# could your own municipality share, with whom and until when? Who decides it?

# %%
beside_others = desk.state()
for indicator, level in (
    ("partnership.goals", 4),
    ("user_centredness.groups", 4),
    ("procurement.routes", 2),
):
    beside_others.look(indicator)
    beside_others.rate(level)
    beside_others.show("Kuvitteellinen muistio", "kehittämispalvelut")
desk.answer(beside_others)

# %% [markdown] tags=["fi"]
# ## Tehtävä 4: kulkeeko periaate hausta loppuraporttiin
#
# Oma taso ei nouse, jos haku ei kysy eikä loppuraportti kerro. Matriisissa jokainen tyhjä solu on kohta, jossa periaate
# katkeaa. Mitkä solut täyttäisit ensin ennen seuraavaa hakua?

# %% [markdown] tags=["sv"]
# ## Uppgift 4: följer principen med från utlysningen till slutrapporten
#
# Den egna nivån stiger inte om utlysningen inte frågar och slutrapporten inte berättar. I matrisen är varje tom cell ett ställe
# där principen bryts. Vilka celler skulle du fylla först före nästa utlysning?

# %% [markdown] tags=["en"]
# ## Task 4: is the principle carried from the call to the final report
#
# A level does not rise when the call does not ask and the final report does not tell. Every empty cell of the matrix is a place
# where the principle breaks off. Which cells would you fill first before the next call?

# %%
desk.coverage("kumppanuuskiihdyttamo-2017")

# %% [markdown] tags=["fi"]
# ## Keskusteltavaksi
#
# - Missä ryhmä oli eniten eri mieltä, ja minkä näytön hankkiminen ratkaisisi asian?
# - Minkä yhden tason haluatte nostaa vuodessa? Mitä silloin on toisin, ja kuka siitä vastaa?
# - Mitä opitte tasosta, joka laski?

# %% [markdown] tags=["sv"]
# ## Att diskutera
#
# - Om vad var gruppen mest oense, och vilka belägg skulle avgöra saken?
# - Vilken nivå vill ni höja på ett år? Vad är då annorlunda, och vem ansvarar för det?
# - Vad lärde ni er av en nivå som sjönk?

# %% [markdown] tags=["en"]
# ## To discuss
#
# - On what did the group differ most, and which evidence would settle it?
# - Which one level do you want to raise in a year? What will be different then, and who answers for it?
# - What did you learn from a level that fell?
