"""What the plugin offers to the core: rule sets, a pack and fictional cities, all of them data."""

from collections.abc import Iterator
from pathlib import Path

from innokumppanuus.domain.labels import Label
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.cities import CityFile
from innokumppanuus.plugin.interfaces import PackFile, RuleSetFile

_DATA = Path(__file__).parent / "data"
_RULE_SETS = {
    "horizon-ria": Label(
        "Horisontti Eurooppa, tutkimus- ja innovaatiotoimi, kuvitteelliset hakemukset",
        "Horisont Europa, forsknings- och innovationsåtgärd, påhittade ansökningar",
        "Horizon Europe, research and innovation action, fictional applications",
    ),
    "horizon-ia": Label(
        "Horisontti Eurooppa, innovaatiotoimi, kuvitteelliset hakemukset",
        "Horisont Europa, innovationsåtgärd, påhittade ansökningar",
        "Horizon Europe, innovation action, fictional applications",
    ),
    "leader": Label(
        "Leader-ryhmän haku, kuvitteelliset hakemukset",
        "En Leadergrupps utlysning, påhittade ansökningar",
        "Call of a Leader group, fictional applications",
    ),
    "tempo": Label(
        "Tempo-rahoitus, kuvitteelliset hakemukset",
        "Tempo-finansiering, påhittade ansökningar",
        "Tempo funding, fictional applications",
    ),
}
_CITIES = {
    "harjula": "Harjula",
    "niemenkunta": "Niemenkunta",
    "salmenkyla": "Salmenkylä",
    "koivuranta": "Koivuranta",
    "kuusikunta": "Kuusikunta",
    "lehtola": "Lehtola",
    "mantykyla": "Mäntykylä",
    "rantakunta": "Rantakunta",
}


@hookimpl
def register_cities() -> Iterator[CityFile]:
    for stem, name in _CITIES.items():
        yield CityFile(
            key=f"esimerkki-{stem}",
            name=Label(f"{name} (kuvitteellinen)", f"{name} (påhittad)", f"{name} (fictional)"),
            path=_DATA / "kaupungit" / f"{stem}.yaml",
            is_fictional=True,
        )


@hookimpl
def register_packs() -> Iterator[PackFile]:
    yield PackFile(
        key="esimerkit.horizon",
        name=Label(
            "Horisontti Eurooppa -hakujen arviointi",
            "Bedömning i Horisont Europas utlysningar",
            "Evaluation in Horizon Europe calls",
        ),
        path=_DATA / "packs" / "horizon.yaml",
    )


@hookimpl
def register_rulesets() -> Iterator[RuleSetFile]:
    for stem, name in _RULE_SETS.items():
        field = _DATA / "kuvitteellinen" / stem
        yield RuleSetFile(
            key=f"esimerkki-{stem}",
            name=name,
            path=_DATA / f"{stem}.yaml",
            applications=field / "hakemukset.csv",
            sheets=field / "arviot",
            is_fictional=True,
        )
