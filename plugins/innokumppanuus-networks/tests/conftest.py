"""Small networks to test with: two age bands, a special group, and only what a test adds."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.parties import Sector
from innokumppanuus.domain.principles import Goal, Partnership, Principles
from innokumppanuus.domain.programme import Participant, Programme, ProgrammeKind
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace
from innokumppanuus_networks.domain import (
    Actor,
    ActorKind,
    AgeBand,
    Group,
    Need,
    Service,
    ServiceNetworks,
    ServiceRole,
    Tie,
)

YOUNG, OLD, CARERS = "age_0_6", "over_6", "carers"


def a_programme() -> Programme:
    """Return a fictional forum with one goal that has a measure and one that has none."""
    goals = (Goal(name=same("kumppanuus"), measure=same("sopimukset")), Goal(name=same("ideat")))
    return Programme(
        id="foorumi",
        name=Label("Foorumi", "Forum", "Forum"),
        kind=ProgrammeKind.FORUM,
        is_fictional=True,
        principles=Principles(partnership=Partnership(goals=goals)),
        participants=(Participant(id="edustaja", name=same("edustaja"), sector=Sector.COMPANY),),
    )


def an_actor(id_: str, kind: ActorKind = ActorKind.CITY, **changes: Any) -> Actor:
    """Return an actor that is called as its id, or close ones, who are not called anything."""
    name = None if kind is ActorKind.CLOSE_ONES else same(id_)
    return Actor(id=id_, kind=kind, **{"name": name, **changes})


def a_service(id_: str, actor: str, groups: tuple[str, ...] = (YOUNG,), **changes: Any) -> Service:
    """Return what a provider does for the group of the young."""
    given: dict[str, Any] = {"role": ServiceRole.PROVIDER, "need": "talk", **changes}
    return Service(id=id_, actor=actor, groups=groups, **given)


def a_tie(first: str, second: str, **changes: Any) -> Tie:
    """Return cooperation from 2017 on."""
    return Tie(between=(first, second), **{"since": date(2017, 1, 2), **changes})


def a_network(**changes: Any) -> ServiceNetworks:
    """Return networks of two bands and one special group with two needs and nobody in them."""
    given: dict[str, Any] = {
        "programme": a_programme(),
        "bands": (
            AgeBand(id=YOUNG, name=Label("0–6", "0–6", "0–6"), least=0, most=6),
            AgeBand(id=OLD, name=Label("yli 6", "över 6", "over 6"), least=7),
        ),
        "special_groups": (Group(id=CARERS, name=Label("hoitajat", "vårdare", "carers")),),
        "needs": (
            Need(id="talk", name=Label("keskustelu", "samtal", "talk"), groups=(YOUNG, OLD)),
            Need(id="peer", name=Label("vertaistuki", "kamratstöd", "peers"), groups=(CARERS,)),
        ),
        **changes,
    }
    return ServiceNetworks(**given)


@pytest.fixture(scope="session")
def network() -> Callable[..., ServiceNetworks]:
    return a_network


@pytest.fixture(scope="session")
def actor() -> Callable[..., Actor]:
    return an_actor


@pytest.fixture(scope="session")
def service() -> Callable[..., Service]:
    return a_service


@pytest.fixture(scope="session")
def tie() -> Callable[..., Tie]:
    return a_tie


@pytest.fixture(scope="session")
def three(network: Any, actor: Any, service: Any, tie: Any) -> ServiceNetworks:
    """Return three actors in a row: the middle one holds both ends."""
    return a_network(
        actors=(an_actor("a"), an_actor("b"), an_actor("c")),
        services=(
            a_service("s-a", "a"),
            a_service("s-b", "b", (YOUNG, OLD)),
            a_service("s-c", "c", (OLD,)),
        ),
        ties=(a_tie("a", "b"), a_tie("b", "c")),
    )


@pytest.fixture(scope="session")
def exercise() -> ServiceNetworks:
    """Return the fictional network that comes with the Jyväskylä plugin."""
    pytest.importorskip("innokumppanuus_jyvaskyla")
    noun = Workspace.open().programme("hyvinvointifoorumi-harjoitus")
    assert isinstance(noun, ServiceNetworks)
    return noun


@pytest.fixture(scope="session")
def texts() -> Callable[[str], Texts]:
    sources = tuple(FacePlugins.load().texts().values())
    return lambda language: Texts.load(language, sources)
