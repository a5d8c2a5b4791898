"""What the plugin offers to the core: rules, indicators, pilot money, the city's pack and calls."""

from collections.abc import Iterator
from pathlib import Path

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.principles import Principle
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.examples import ExamplePanel, RuleSetWithPanel
from innokumppanuus.plugin.interfaces import (
    FundingScheme,
    Indicator,
    PackFile,
    Rule,
    RuleSetFile,
)
from innokumppanuus.plugin.programmes import ProgrammeFile
from innokumppanuus_jyvaskyla.engine import INDICATORS, InArea, ObjectOfTrial, PilotMoney
from innokumppanuus_networks.checks import problems_of as network_problems
from innokumppanuus_networks.domain import ServiceNetworks
from innokumppanuus_sparring.domain.events import EventSeries
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.engine.checks import check_series, check_sparring

_DATA = Path(__file__).parent / "data"
_FIELD = _DATA / "kuvitteellinen"
_PANEL = _FIELD / "paneeli"


@hookimpl
def register_rules() -> Iterator[Rule]:
    yield InArea()
    yield ObjectOfTrial()


@hookimpl
def register_indicators(principle: Principle) -> Iterator[Indicator]:
    yield from (one for one in INDICATORS if one.principle is principle)


@hookimpl
def register_schemes() -> Iterator[FundingScheme]:
    yield PilotMoney()


@hookimpl
def register_packs() -> Iterator[PackFile]:
    yield PackFile(
        key="jyvaskyla.city",
        name=Label("Jyväskylän yhteiset säännöt", "Jyväskyläs regler", "Rules of Jyväskylä"),
        path=_DATA / "kaupunki.yaml",
    )


@hookimpl
def register_rulesets() -> Iterator[RuleSetFile]:
    yield RuleSetFile(
        key="hyvinvointifoorumi-toimenpiteet",
        name=Label(
            "Hyvinvointifoorumin toimenpide-ehdotukset",
            "Förslag till åtgärder i välfärdsforumet",
            "Measures proposed to the wellbeing forum",
        ),
        path=_DATA / "hyvinvointifoorumi-toimenpiteet.yaml",
    )
    yield RuleSetFile(
        key="jyvaskyla-harjoitushaku",
        name=Label(
            "Harjoitushaku kaupungin ja valtakunnan säännöillä",
            "Övningsutlysning på stadens och landets regler",
            "Exercise call on the rules of the city and the country",
        ),
        path=_DATA / "jyvaskyla-harjoitushaku.yaml",
    )
    yield RuleSetWithPanel(
        key="kumppanuuskiihdyttamo-2017",
        name=Label(
            "Kumppanuuskiihdyttämön pilottihaku 2017, kuvitteelliset hakemukset",
            "Partnerskapsacceleratorns pilotutlysning 2017, påhittade ansökningar",
            "Partnership accelerator, call for pilots 2017, fictional applications",
        ),
        path=_DATA / "kumppanuuskiihdyttamo-2017.yaml",
        applications=_FIELD / "hakemukset.xlsx",
        sheets=_FIELD / "arviot",
        is_fictional=True,
        panel=ExamplePanel(
            files=(_PANEL / "paneeli.xlsx", _PANEL / "konsensus.xlsx"),
            samples=_PANEL / "mallit.xlsx",
            sheets=_PANEL / "malliarviot",
            reference=_PANEL / "vertailu.xlsx",
        ),
    )


@hookimpl
def register_programmes() -> Iterator[ProgrammeFile]:
    yield ProgrammeFile(
        key="hyvinvoinnista-elinvoimaa",
        name=Label(
            "Hyvinvoinnista elinvoimaa, Jyväskylä 2017–",
            "Hyvinvoinnista elinvoimaa, Jyväskylä 2017–",
            "Hyvinvoinnista elinvoimaa, Jyväskylä 2017–",
        ),
        path=_DATA / "hyvinvoinnista-elinvoimaa.yaml",
        is_fictional=False,
    )
    yield ProgrammeFile(
        key="hyvinvointifoorumi",
        name=Label(
            "Hyvinvointifoorumi, Jyväskylä 2017",
            "Välfärdsforumet, Jyväskylä 2017",
            "Wellbeing forum, Jyväskylä 2017",
        ),
        path=_DATA / "hyvinvointifoorumi.yaml",
        noun=ServiceNetworks,
        check=network_problems,
        is_fictional=False,
    )
    yield ProgrammeFile(
        key="hyvinvointifoorumi-harjoitus",
        name=Label(
            "Hyvinvointifoorumi, kuvitteellinen palveluverkosto",
            "Välfärdsforumet, påhittat servicenätverk",
            "Wellbeing forum, fictional service network",
        ),
        path=_DATA / "hyvinvointifoorumi-harjoitus.yaml",
        noun=ServiceNetworks,
        check=network_problems,
    )
    yield ProgrammeFile(
        key="rikastamo-2017",
        name=Label(
            "Rikastamo 2017–2018, kuvitteelliset jäsenet",
            "Rikastamo 2017–2018, påhittade medlemmar",
            "Rikastamo 2017–2018, fictional members",
        ),
        path=_DATA / "rikastamo-2017.yaml",
        noun=Sparring,
        check=check_sparring,
        is_fictional=True,
    )
    yield ProgrammeFile(
        key="soteuttamo-2017",
        name=Label(
            "Soteuttamo-tilaisuudet 2017", "Soteuttamo-träffarna 2017", "Soteuttamo events 2017"
        ),
        path=_DATA / "soteuttamo-2017.yaml",
        noun=EventSeries,
        check=check_series,
        is_fictional=False,
    )
