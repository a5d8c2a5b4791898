"""
The 3P principles as nouns: partnership, user-centredness, innovative public procurement.

They say what a call, an application or a pilot holds of each; how much that is, is for indicators.

Source:
    KIITO action programme of the Finnish Ministry of Employment and the Economy, as shown on
    22.12.2010 to the nine forerunner cities.
"""

from collections.abc import Mapping
from enum import StrEnum

import attrs

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import Label


class Principle(StrEnum):
    """The three principles by code (3P); no Finnish word of them starts with P."""

    PARTNERSHIP = "partnership"
    USER_CENTREDNESS = "user_centredness"
    PROCUREMENT = "procurement"


class UserRole(StrEnum):
    """What users do beside the providers (käyttäjän rooli)."""

    SOURCE_OF_KNOWLEDGE = "source_of_knowledge"
    TESTER = "tester"
    CO_DEVELOPER = "co_developer"
    DECISION_MAKER = "decision_maker"


class ProcurementRoute(StrEnum):
    """How demand makes something new (hankinnan tapa)."""

    NEW_SOLUTIONS = "new_solutions"
    RESEARCH_SERVICES = "research_services"
    DEMAND_FAVOURS_INNOVATION = "demand_favours_innovation"


ROUTE_NAMES: Mapping[ProcurementRoute, Label] = {
    ProcurementRoute.NEW_SOLUTIONS: Label(
        "uusien ratkaisujen ostaminen", "köp av nya lösningar", "buying new solutions"
    ),
    ProcurementRoute.RESEARCH_SERVICES: Label(
        "tutkimus- ja kehittämispalvelujen hankinta",
        "upphandling av forsknings- och utvecklingstjänster",
        "buying R&D services",
    ),
    ProcurementRoute.DEMAND_FAVOURS_INNOVATION: Label(
        "kysynnän kehittäminen innovaatioita suosivaksi",
        "utveckling av efterfrågan så att den gynnar innovationer",
        "making demand favour innovation",
    ),
}
"""What each route is called."""


@attrs.frozen(kw_only=True)
class Goal:
    """
    A goal that the partners set together (yhteinen tavoite).

    Attributes:
        name: What is to be reached.
        measure: How one sees that it is reached; None when nobody has said.
        target: The value to reach, in the unit of the measure; None when nobody has said.
        unit: Unit of the target.
        by: When it is to be reached.
    """

    name: Label
    measure: Label | None = None
    target: float | None = None
    unit: str = ""
    by: When | None = None

    @property
    def is_measurable(self) -> bool:
        return self.measure is not None


@attrs.frozen(kw_only=True)
class Responsibility:
    """
    Who answers for what (vastuu).

    Attributes:
        party: Id of a party or of a role.
        task: What it answers for.
    """

    party: str = attrs.field(validator=attrs.validators.min_len(1))
    task: Label


@attrs.frozen(kw_only=True)
class Partnership:
    """
    Partnership (kumppanuus): jointly set measurable goals, assigned responsibilities, trust.

    Attributes:
        goals: Shared goals; those without a measure are allowed and can be asked for.
        responsibilities: Who answers for what.
        trust_practices: How trust and openness are kept up in practice.
    """

    goals: tuple[Goal, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    trust_practices: tuple[Label, ...] = ()


@attrs.frozen(kw_only=True)
class UserGroup:
    """
    A group of users and what they do (käyttäjäryhmä).

    Attributes:
        name: Who they are.
        roles: What they do.
    """

    name: Label
    roles: tuple[UserRole, ...] = ()


@attrs.frozen(kw_only=True)
class UserCentredness:
    """
    User-centredness (käyttäjälähtöisyys): users as a resource beside the providers.

    Attributes:
        groups: Who the users are and what they do.
        knowledge_use: How what users know is used.
        feedback: How users' feedback is gathered and answered.
    """

    groups: tuple[UserGroup, ...] = ()
    knowledge_use: tuple[Label, ...] = ()
    feedback: tuple[Label, ...] = ()


@attrs.frozen(kw_only=True)
class InnovativeProcurement:
    """
    Innovative public procurement (innovatiiviset julkiset hankinnat).

    Attributes:
        routes: Buying new solutions, buying R&D services, making demand favour innovation.
        combines: What the solution combines, as a service and a technology.
    """

    routes: tuple[ProcurementRoute, ...] = ()
    combines: tuple[Label, ...] = ()


@attrs.frozen(kw_only=True)
class Principles:
    """What a call, an application or a pilot holds of each principle (3P-sisältö)."""

    partnership: Partnership = attrs.field(factory=Partnership)
    user_centredness: UserCentredness = attrs.field(factory=UserCentredness)
    procurement: InnovativeProcurement = attrs.field(factory=InnovativeProcurement)
