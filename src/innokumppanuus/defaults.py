"""The core's own hook implementations: they enter by the same door as everyone's."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from innokumppanuus.domain.conflicts import ConflictGround, InterestKind
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.profile import LevelDescription
from innokumppanuus.engine.assignment_flow import ExactFlow
from innokumppanuus.engine.funding import AsApplied
from innokumppanuus.engine.principles import GoalsAreMeasurable, Holds
from innokumppanuus.engine.ranked_list import RankedList
from innokumppanuus.engine.selection import ExactSum
from innokumppanuus.engine.share import Share
from innokumppanuus.engine.small_votes import SmallVotes
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import Assigner, FundingScheme, Indicator, Selector
from innokumppanuus.ruleset import read_parameters
from innokumppanuus.ruleset.level_files import read_levels

_DATA: Final = Path(__file__).parent / "data"
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

_GROUNDS: dict[InterestKind, Label] = {
    InterestKind.OWN_INTEREST: Label("oma etu", "egen fördel", "own interest"),
    InterestKind.CLOSE_PERSON: Label("läheisen etu", "närståendes fördel", "a close person"),
    InterestKind.EMPLOYER: Label("palvelussuhde", "anställning", "employment"),
    InterestKind.BOARD: Label(
        "hallituksen tai johdon tehtävä", "uppdrag i styrelse eller ledning", "board or management"
    ),
    InterestKind.SERVICE: Label(
        "toimeksianto tai palvelu", "uppdrag eller tjänst", "commission or service"
    ),
    InterestKind.GROUP: Label(
        "saman konsernin yritys", "företag i samma koncern", "company of the same group"
    ),
    InterestKind.RIVAL: Label(
        "side kilpailevaan hakijaan",
        "band till en konkurrerande sökande",
        "tie to a rival applicant",
    ),
    InterestKind.OTHER: Label("muu erityinen syy", "annat särskilt skäl", "other special reason"),
}
_NEVER_WAIVED = (InterestKind.OWN_INTEREST, InterestKind.CLOSE_PERSON, InterestKind.BOARD)


@hookimpl
def register_conflict_grounds() -> Iterable[ConflictGround]:
    for kind, name in _GROUNDS.items():
        can_be_waived = kind not in _NEVER_WAIVED
        yield ConflictGround(key=str(kind), name=name, kinds=(kind,), can_be_waived=can_be_waived)


@hookimpl
def register_assigners() -> Iterable[Assigner]:
    yield ExactFlow()


@hookimpl
def register_selectors() -> Iterable[Selector]:
    yield ExactSum()
    yield RankedList()
    yield SmallVotes()


@hookimpl
def register_schemes() -> Iterable[FundingScheme]:
    yield AsApplied()
    yield Share()


@hookimpl
def register_indicators(principle: Principle) -> Iterable[Indicator]:
    for part, name in _PARTS[principle].items():
        key = f"{principle.value}.{part}"
        levels = _levels().get(key, ())
        yield Holds(key=key, name=name, principle=principle, part=part, levels=levels)
    if principle is Principle.PARTNERSHIP:
        yield GoalsAreMeasurable(
            key="partnership.measurable_goals",
            name=Label("Mitattavat tavoitteet", "Mätbara mål", "Measurable goals"),
        )


@hookimpl
def register_parameters() -> Iterable[Parameter]:
    """Offer from which numbers on people look at a panel, and how many cities a summary needs."""
    return (*_bounds_of_panels(), *_bounds_of_profiles())


@cache
def _bounds_of_panels() -> tuple[Parameter, ...]:
    return tuple(read_parameters(_DATA / "panel_health.yaml"))


@cache
def _bounds_of_profiles() -> tuple[Parameter, ...]:
    return tuple(read_parameters(_DATA / "profile.yaml"))


@cache
def _levels() -> Mapping[str, tuple[LevelDescription, ...]]:
    return read_levels(_DATA / "profile_levels.yaml")
