"""What the plugin offers to the core: dated values, rules, packs, and exercises on them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from innokumppanuus.domain.conflicts import ConflictGround
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import Function, PackFile, Rule, RuleSetFile
from innokumppanuus_suomi.conflicts import conflict_grounds
from innokumppanuus_suomi.functions import functions
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.rules import DeMinimis

_DATA = Path(__file__).parent / "data"
_TOPICS = {
    "appeals": Label("Muutoksenhaun määräajat", "Tider för ändringssökande", "Periods of appeal"),
    "conflicts": Label("Esteellisyysperusteet", "Jävsgrunder", "Grounds of disqualification"),
    "de_minimis": Label("De minimis -tuki", "Stöd av mindre betydelse", "De minimis aid"),
    "funding": Label("Rahoituksen osuudet", "Finansieringens andelar", "Shares of funding"),
    "pathway": Label("Hankintapolku", "Upphandlingens väg", "Procurement pathway"),
    "procurement": Label(
        "Hankinnan kynnysarvot", "Upphandlingens tröskelvärden", "Thresholds of procurement"
    ),
}
"""Each is a pack of rules, and an exercise that tries the rules out."""


@hookimpl
def register_parameters() -> Iterable[Parameter]:
    return tuple(parameters().values())


@hookimpl
def register_rules() -> Iterable[Rule]:
    return (DeMinimis(),)


@hookimpl
def register_functions() -> Iterable[Function]:
    return functions()


@hookimpl
def register_conflict_grounds() -> Iterable[ConflictGround]:
    return conflict_grounds()


@hookimpl
def register_packs() -> Iterator[PackFile]:
    for topic, name in _TOPICS.items():
        yield PackFile(key=f"suomi.{topic}", name=name, path=_DATA / "packs" / f"{topic}.yaml")


@hookimpl
def register_rulesets() -> Iterator[RuleSetFile]:
    for topic, name in _TOPICS.items():
        path = _DATA / "exercises" / f"{topic}.yaml"
        yield RuleSetFile(key=f"suomi-{topic.replace('_', '-')}", name=name, path=path)
