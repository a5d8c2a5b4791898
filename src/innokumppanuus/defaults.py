"""The core's own hook implementations: they enter by the same door as everyone's."""

from collections.abc import Iterable

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.principles import Principle
from innokumppanuus.engine.funding import AsApplied
from innokumppanuus.engine.principles import GoalsAreMeasurable, Holds
from innokumppanuus.engine.ranked_list import RankedList
from innokumppanuus.engine.selection import ExactSum
from innokumppanuus.engine.share import Share
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import FundingScheme, Indicator, Selector

_PARTS: dict[Principle, dict[str, Label]] = {
    Principle.PARTNERSHIP: {
        "goals": Label("Yhteiset tavoitteet", "Gemensamma mål", "Shared goals"),
        "responsibilities": Label("Vastuut", "Ansvar", "Responsibilities"),
        "trust_practices": Label(
            "Luottamuksen ja avoimuuden käytännöt",
            "Praxis för förtroende och öppenhet",
            "Practices of trust and openness",
        ),
    },
    Principle.USER_CENTREDNESS: {
        "groups": Label("Käyttäjäryhmät", "Användargrupper", "User groups"),
        "knowledge_use": Label(
            "Käyttäjien tiedon hyödyntäminen",
            "Användning av användarnas kunskap",
            "Use of what users know",
        ),
        "feedback": Label("Palaute", "Respons", "Feedback"),
    },
    Principle.PROCUREMENT: {
        "routes": Label("Hankinnan tapa", "Upphandlingens väg", "Route of procurement"),
        "combines": Label(
            "Mitä ratkaisu yhdistää", "Vad lösningen förenar", "What the solution combines"
        ),
    },
}


@hookimpl
def register_selectors() -> Iterable[Selector]:
    yield ExactSum()
    yield RankedList()


@hookimpl
def register_schemes() -> Iterable[FundingScheme]:
    yield AsApplied()
    yield Share()


@hookimpl
def register_indicators(principle: Principle) -> Iterable[Indicator]:
    for part, name in _PARTS[principle].items():
        yield Holds(key=f"{principle.value}.{part}", name=name, principle=principle, part=part)
    if principle is Principle.PARTNERSHIP:
        yield GoalsAreMeasurable(
            key="partnership.measurable_goals",
            name=Label("Mitattavat tavoitteet", "Mätbara mål", "Measurable goals"),
        )
