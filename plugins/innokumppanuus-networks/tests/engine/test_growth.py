"""What additions change, and those of a decision's chosen applications."""

from typing import Any

import attrs
import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake import read_applications, read_sheets
from innokumppanuus.workspace import Workspace
from innokumppanuus_networks.domain import Addition, ServiceNetworks, ServiceRole
from innokumppanuus_networks.engine.growth import added, chosen_additions, compare, growth


@pytest.fixture(scope="module")
def grown(three: ServiceNetworks, actor: Any, service: Any, tie: Any) -> ServiceNetworks:
    """Return the row of three with a pilot for carers and an agreement from end to end."""
    pilot = Addition(
        id="pilot",
        name=same("pilotti"),
        call="koehaku",
        application="H1",
        actors=(actor("new"),),
        services=(service("s-new", "new", ("carers",), need="peer"),),
        ties=(tie("new", "a"),),
    )
    deal = Addition(id="deal", name=same("sopimus"), ties=(tie("a", "c"),))
    return attrs.evolve(three, additions=(pilot, deal))


def test_pilot_closes_the_gap_that_it_answers(grown: ServiceNetworks) -> None:
    told = growth(grown, ["pilot"])

    assert [(one.group, one.need) for one in told.closed] == [("carers", "peer")]
    assert told.actors == ("new",)
    assert told.services == ("s-new",)
    assert told.ties == (("a", "new"),)


def test_agreement_ends_a_bridge(grown: ServiceNetworks) -> None:
    told = growth(grown, ["deal"])

    assert [one.actors for one in told.bridges] == [("b",)]
    assert told.new_bridges == ()


def test_pilot_that_hangs_on_one_actor_makes_a_bridge(grown: ServiceNetworks) -> None:
    told = growth(grown, ["deal", "pilot"])

    assert [one.actors for one in told.new_bridges] == [("a",)]


def test_additions_are_told_in_the_order_of_the_file(grown: ServiceNetworks) -> None:
    assert growth(grown, ["deal", "pilot"]).additions == ("pilot", "deal")
    assert growth(grown, ["deal", "pilot"]) == growth(grown, ["pilot", "deal"])


def test_nothing_added_changes_nothing(grown: ServiceNetworks) -> None:
    told = compare(grown, added(grown, []))

    assert (told.closed, told.opened, told.bridges, told.new_bridges) == ((), (), (), ())
    assert told.parts_before == told.parts_after


def test_addition_that_is_not_there_is_refused(grown: ServiceNetworks) -> None:
    with pytest.raises(InvalidValue, match="pilot"):
        growth(grown, ["pilots"])


def test_volunteers_ease_a_gap_that_is_left(network: Any, actor: Any, service: Any) -> None:
    help_ = Addition(
        id="help",
        name=same("apu"),
        actors=(actor("a"),),
        services=(service("s", "a", role=ServiceRole.VOLUNTEER),),
    )

    told = growth(network(additions=(help_,)), ["help"])

    assert [one.need for one in told.eased] == ["talk"]
    assert set(told.eased) <= set(told.left)
    assert told.closed == ()


def test_third_provider_makes_an_overlap_larger(network: Any, actor: Any, service: Any) -> None:
    more = Addition(id="more", name=same("m"), actors=(actor("c"),), services=(service("s3", "c"),))
    given = network(
        actors=(actor("a"), actor("b")),
        services=(service("s1", "a"), service("s2", "b")),
        additions=(more,),
    )

    assert [one.actors for one in growth(given, ["more"]).overlaps] == [("a", "b", "c")]


@pytest.fixture(scope="module")
def decided() -> tuple[ServiceNetworks, Any]:
    """Return the fictional network and the decision on the fictional field of 2017."""
    pytest.importorskip("innokumppanuus_jyvaskyla")
    workspace = Workspace.open()
    shipped = workspace.shipped("kumppanuuskiihdyttamo-2017")
    rules = workspace.ruleset("kumppanuuskiihdyttamo-2017")
    assert shipped.applications is not None
    assert shipped.sheets is not None
    read = read_applications(shipped.applications, rules.call)
    sheets = read_sheets(shipped.sheets, rules.call, read.applications)
    noun = workspace.programme("hyvinvointifoorumi-harjoitus")
    assert isinstance(noun, ServiceNetworks)
    return noun, workspace.decide(rules, read.applications, sheets.sheets)


def test_chosen_pilots_bring_what_is_told_of_them(decided: Any) -> None:
    chosen = chosen_additions(*decided)

    assert chosen.additions == ("arkikuntoutus", "omaishoitajan-paiva", "avain-kotiin", "verstas")


def test_chosen_pilot_of_which_nothing_is_told_is_asked_about(decided: Any) -> None:
    assert chosen_additions(*decided).untold == ("H18",)


def test_addition_of_another_call_is_not_chosen(decided: Any) -> None:
    networks, decision = decided
    other = tuple(attrs.evolve(one, call="muu-haku") for one in networks.additions)

    assert chosen_additions(attrs.evolve(networks, additions=other), decision).additions == ()
