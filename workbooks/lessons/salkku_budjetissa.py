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

desk = Desk.open("kumppanuuskiihdyttamo-2017", LANGUAGE)

# %% [markdown] tags=["fi"]
# Kaupunki hakee pilotteja kumppanuuskiihdyttämöön. Rahaa on rajallisesti, hakijoita on enemmän kuin
# paikkoja, ja haussa on ilmoitettu valintaperusteiden **tärkeysjärjestys mutta ei painoja**.
# Oppitunnilla selvitetään, kuinka paljon valinta riippuu painoista, joita haku ei kerro.
#
# Haun tiedot ovat vuodelta 2017. **Hakemukset, hakijat ja arvioinnit ovat kuvitteellisia.**

# %% [markdown] tags=["sv"]
# En stad söker piloter till en partnerskapsaccelerator. Pengarna är begränsade, de sökande är fler än
# platserna, och utlysningen anger urvalsgrundernas **rangordning men inga vikter**.
# Lektionen visar hur mycket urvalet beror på vikter som utlysningen inte anger.
#
# Uppgifterna om utlysningen är från år 2017. **Ansökningarna, de sökande och bedömningarna är
# påhittade.**

# %% [markdown] tags=["en"]
# A city is looking for pilots for its partnership accelerator. Money is limited, there are more
# applicants than places, and the call states the **order of importance of its criteria but no
# weights**. The lesson finds out how much the choice depends on weights that the call does not give.
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
# ## Kokeile itse
#
# Siirrä valintaperusteita nuolipainikkeilla tai vaihda painoihin ja liikuta liukusäätimiä. Taulukko,
# kuva ja yhteenveto muuttuvat heti. Sijat, joille hakemus voi päätyä, kattavat **kaikki** painot, jotka
# noudattavat tärkeysjärjestystä.

# %% [markdown] tags=["sv"]
# ## Pröva själv
#
# Flytta urvalsgrunderna med pilknapparna, eller byt till vikter och dra i reglagen. Tabellen, bilden och
# sammanfattningen ändras genast. De möjliga placeringarna omfattar **alla** vikter som följer
# rangordningen.

# %% [markdown] tags=["en"]
# ## Try it yourself
#
# Move the criteria with the arrow buttons, or change to weights and move the sliders. The table, the
# picture and the summary follow at once. The possible ranks cover **all** weights that respect the order
# of importance.

# %%
desk.panel("portfolio")

# %% [markdown] tags=["fi"]
# ## Tehtävä 1: toinen järjestys
#
# Nosta viimeinen varsinainen valintaperuste (K3, skaalautuvuus) ensimmäiseksi. Mitkä hakemukset tulevat
# mukaan ja mitkä jäävät pois? Kuinka perustelisit muutoksen hakijalle, joka jäi pois?

# %% [markdown] tags=["sv"]
# ## Uppgift 1: en annan ordning
#
# Lyft den sista egentliga urvalsgrunden (K3, skalbarhet) till första plats. Vilka ansökningar kommer med
# och vilka faller bort? Hur skulle du motivera ändringen för en sökande som föll bort?

# %% [markdown] tags=["en"]
# ## Task 1: another order
#
# Raise the last of the criteria proper (K3, scalability) to the first place. Which applications come in
# and which are left out? How would you explain the change to an applicant who is left out?

# %%
scalability_first = desk.state("portfolio")
scalability_first.move("K3", to=1)
desk.answer(scalability_first)

# %% [markdown] tags=["fi"]
# ## Tehtävä 2: raha vai enimmäismäärä
#
# Palauta haun asetukset ja pienennä määrärahaa. Milloin valinta muuttuu ensimmäisen kerran? Kasvata
# sitten määrärahaa yli haussa ilmoitetun summan. Miksi mikään ei muutu? Vastauksessa rahaa on puolet.
# Menetelmä hakee joukon, jonka pisteiden summa on suurin: onko tulos se, mitä haulla tavoiteltiin?

# %% [markdown] tags=["sv"]
# ## Uppgift 2: pengarna eller det högsta antalet
#
# Återställ utlysningens inställningar och minska anslaget. När ändras urvalet för första gången? Öka
# sedan anslaget över det belopp som utlysningen anger. Varför ändras ingenting? I svaret är pengarna
# hälften. Metoden söker den uppsättning vars sammanlagda poäng är störst: är resultatet det som
# utlysningen eftersträvade?

# %% [markdown] tags=["en"]
# ## Task 2: the money or the maximum
#
# Go back to the settings of the call and lower the budget. When does the choice change for the first
# time? Then raise the budget above the sum the call states. Why does nothing change? In the answer there
# is half of the money. The method looks for the set with the highest sum of scores: is the result what
# the call was after?

# %%
from fractions import Fraction

half_the_money = desk.state("portfolio")
half_the_money.set_budget(half_the_money.settings.budget.share(Fraction(1, 2)))
desk.answer(half_the_money)

# %% [markdown] tags=["fi"]
# ## Tehtävä 3: miksi ei tämä?
#
# Valitse paneelin alareunasta hakemus, jota ei valittu, ja lue perustelut. Mikä puuttui, ja kuinka paljon?
# Vastauksessa on hakemus, joka haun omilla asetuksilla oli lähimpänä tulla valituksi.

# %% [markdown] tags=["sv"]
# ## Uppgift 3: varför inte denna?
#
# Välj längst ner i panelen en ansökan som inte valdes och läs motiveringen. Vad fattades, och hur mycket?
# Svaret visar den ansökan som med utlysningens egna inställningar var närmast att komma med.

# %% [markdown] tags=["en"]
# ## Task 3: why not this one?
#
# At the bottom of the panel, choose an application that was not chosen and read the reasons. What was
# missing, and how much? The answer shows the application that came closest with the settings of
# the call.

# %%
narrowest_miss = desk.state("portfolio")
narrowest_miss.ask(narrowest_miss.best_left_out)
desk.answer(narrowest_miss)

# %% [markdown] tags=["fi"]
# ## Tehtävä 4: kuinka lähellä toinen valinta oli
#
# Valitse paneelin luettelosta *Tutki valintaa tarkemmin* kohta *Parhaat ja lähes parhaat joukot*. Kuinka monta
# joukkoa jää parhaasta enintään kaksi prosenttia? Mitkä hakemukset ovat niistä jokaisessa, ja minkä hakemusten
# kohdalla pieni ero pisteissä ratkaisee?

# %% [markdown] tags=["sv"]
# ## Uppgift 4: hur nära ett annat urval var
#
# Välj i panelens lista *Granska urvalet närmare* punkten *De bästa och nästan bästa uppsättningarna*. Hur många
# uppsättningar är högst två procent sämre än den bästa? Vilka ansökningar finns i dem alla, och för vilka
# avgör en liten skillnad i poäng?

# %% [markdown] tags=["en"]
# ## Task 4: how close another choice was
#
# In the panel's list *Look closer at the choice*, choose *The best sets and those near them*. How many sets
# are worse than the best by at most two per cent? Which applications are in all of them, and for which does
# a small difference in scores decide?

# %%
desk.section("near_sets")

# %% [markdown] tags=["fi"]
# ## Tehtävä 5: mitä lisäraha toisi
#
# Valitse luettelosta *Mitä lisäraha toisi*. Millä summilla valinta muuttuisi? Huomaa, ettei parempi joukko aina
# sisällä entistä: lisäraha voi tuoda yhden hakemuksen mukaan ja pudottaa toisen pois.

# %% [markdown] tags=["sv"]
# ## Uppgift 5: vad mer pengar skulle ge
#
# Välj i listan *Vad mer pengar skulle ge*. Vid vilka belopp skulle urvalet ändras? Lägg märke till att en bättre
# uppsättning inte alltid innehåller den förra: mer pengar kan ta in en ansökan och lämna en annan utanför.

# %% [markdown] tags=["en"]
# ## Task 5: what more money would buy
#
# Choose *What more money would buy* from the list. At which sums would the choice change? Note that a better set
# need not contain the one before: more money may bring one application in and put another out.

# %%
desk.section("frontier")

# %% [markdown] tags=["fi"]
# ## Tehtävä 6: toinen menetelmä, toinen valinta?
#
# Valitse luettelosta *Mitä muut menetelmät valitsisivat*. Mistä hakemuksista kaikki menetelmät ovat yhtä mieltä?
# Miksi menetelmä on nimettävä jo hakuilmoituksessa eikä vasta, kun pisteet tiedetään?

# %% [markdown] tags=["sv"]
# ## Uppgift 6: en annan metod, ett annat urval?
#
# Välj i listan *Vad andra metoder skulle välja*. Om vilka ansökningar är alla metoder överens? Varför ska metoden
# nämnas redan i utlysningen och inte först när poängen är kända?

# %% [markdown] tags=["en"]
# ## Task 6: another method, another choice?
#
# Choose *What other methods would choose* from the list. On which applications do all methods agree? Why must the
# method be named in the call already, and not only when the scores are known?

# %%
desk.section("methods")

# %% [markdown] tags=["fi"]
# ## Tehtävä 7: kuinka yksimielisiä arvioijat olivat?
#
# Valitse luettelosta *Arvioijien yksimielisyys*. Mistä kriteeristä arvioijat olivat vähiten yksimielisiä, ja kuka
# arvioi muita lievemmin? Arvioijan D pisteitä ei ole: hän on esteellinen. Komento
# `innokumppanuus panel conflicts kumppanuuskiihdyttamo-2017` näyttää kuvitteellisen paneelin sidonnaisuudet ja
# ratkaisut, ja komento `panel calibrate` arvioijien harjoituspisteet vertailupisteiden rinnalla.

# %% [markdown] tags=["sv"]
# ## Uppgift 7: hur samstämmiga var bedömarna?
#
# Välj i listan *Bedömarnas samstämmighet*. Om vilket kriterium var bedömarna minst samstämmiga, och vem bedömde
# mildare än de andra? Poängen av bedömare D saknas: hen är jävig. Kommandot
# `innokumppanuus panel conflicts kumppanuuskiihdyttamo-2017` visar den påhittade panelens bindningar och
# avgöranden, och kommandot `panel calibrate` bedömarnas övningspoäng bredvid referenspoängen.

# %% [markdown] tags=["en"]
# ## Task 7: how far did the evaluators agree?
#
# Choose *Agreement of the evaluators* from the list. On which criterion did they agree the least, and who scored
# more leniently than the others? There are no scores of evaluator D, who has a conflict of interest. The command
# `innokumppanuus panel conflicts kumppanuuskiihdyttamo-2017` shows the ties of the fictional panel and the rulings
# on them, and the command `panel calibrate` the evaluators' practice scores beside the reference.

# %%
desk.section("panel_health")

# %% [markdown] tags=["fi"]
# ## Keskusteltavaksi
#
# - Mitä hakuilmoituksessa olisi pitänyt kertoa painoista, jotta hakija olisi voinut ennakoida tuloksen?
# - Mitkä hakemukset tulisivat valituiksi kaikilla painoilla? Niiden kohdalla painoista ei tarvitse kiistellä.
# - Mitä tehdään, kun kaksi joukkoa on täsmälleen yhtä hyviä?

# %% [markdown] tags=["sv"]
# ## Att diskutera
#
# - Vad borde utlysningen ha sagt om vikterna för att en sökande skulle ha kunnat förutse resultatet?
# - Vilka ansökningar skulle väljas med alla vikter? För dem behöver man inte tvista om vikterna.
# - Vad gör man när två uppsättningar är exakt lika bra?

# %% [markdown] tags=["en"]
# ## To discuss
#
# - What should the call have said about weights, so that an applicant could have foreseen the result?
# - Which applications would be chosen with all weights? About those nobody needs to argue.
# - What is done when two sets are exactly equally good?
