"""Cities assess themselves; what is missing is asked for, and nothing is shown without consent."""

import json
from datetime import date

import attrs
import pytest

from innokumppanuus.domain.profile import ProfileNeed
from innokumppanuus.engine.profile import indicators_of
from innokumppanuus.errors import InvalidValue
from innokumppanuus.records import to_record
from innokumppanuus.workspace import Workspace
from innokumppanuus_edellakavijat.domain import Forerunners
from innokumppanuus_edellakavijat.engine.current_state import (
    CurrentState,
    benchmark,
    current_state,
    progress,
)

ON = date(2026, 11, 22)


def state(network: Forerunners, workspace: Workspace, city: str, on: date = ON) -> CurrentState:
    found = network.city(city)
    assert found is not None
    return current_state(found, on, indicators_of(workspace.plugins))


def needs(found: CurrentState) -> dict[str, ProfileNeed]:
    return {entry.indicator: need for entry, need in found.requests}


def test_level_without_evidence_becomes_a_request(
    network: Forerunners, workspace: Workspace
) -> None:
    found = needs(state(network, workspace, "kuusiranta"))

    assert found["user_centredness.knowledge_use"] is ProfileNeed.EVIDENCE


def test_level_that_is_missing_becomes_a_request(
    network: Forerunners, workspace: Workspace
) -> None:
    assert needs(state(network, workspace, "harjula"))["procurement.routes"] is ProfileNeed.LEVEL


def test_disputed_evidence_becomes_a_request_to_agree(
    network: Forerunners, workspace: Workspace
) -> None:
    found = needs(state(network, workspace, "selkavesi"))

    assert found["user_centredness.knowledge_use"] is ProfileNeed.AGREEMENT


def test_every_city_is_still_there_whatever_it_lacks(
    network: Forerunners, workspace: Workspace
) -> None:
    bare = tuple(attrs.evolve(one, records=()) for one in network.cities)
    indicators = indicators_of(workspace.plugins)

    found = progress(attrs.evolve(network, cities=bare), ON, indicators)

    assert {(one.cities, one.rated, one.shown) for one in found} == {(5, 0, 0)}


def test_level_rises_on_the_day_of_its_record(network: Forerunners, workspace: Workspace) -> None:
    levels = [
        entry.level
        for day in (date(2026, 9, 30), date(2026, 10, 1))
        if (
            entry := state(network, workspace, "kuusiranta", day).profile.entry("partnership.goals")
        )
    ]

    assert levels == [2, 3]


def test_progress_counts_and_tells_no_level(network: Forerunners, workspace: Workspace) -> None:
    found = {one.indicator: one for one in progress(network, ON, indicators_of(workspace.plugins))}

    routes = found["procurement.routes"]
    assert (routes.cities, routes.rated, routes.shown) == (5, 4, 3)
    assert "level" not in {one.name for one in attrs.fields(type(routes))}


def test_network_without_assessments_has_no_progress(
    nine: Forerunners, workspace: Workspace
) -> None:
    assert progress(nine, ON, indicators_of(workspace.plugins)) == ()


def test_city_sees_of_another_what_that_agreed_to(
    network: Forerunners, workspace: Workspace
) -> None:
    made = benchmark(network, "kuusiranta", ON, indicators_of(workspace.plugins), 3)

    (harjula,) = made.agreed
    assert harjula.subject == "harjula"
    assert {one.principle.value for one in harjula.entries} == {"partnership"}
    assert all(one.evidence == () for one in harjula.entries)


def test_consent_does_not_go_both_ways(network: Forerunners, workspace: Workspace) -> None:
    indicators = indicators_of(workspace.plugins)

    seen = {
        city: [one.subject for one in benchmark(network, city, ON, indicators, 3).agreed]
        for city in ("harjula", "selkavesi", "peltokoski")
    }

    assert seen == {"harjula": ["kuusiranta"], "selkavesi": ["kuusiranta"], "peltokoski": []}


def test_nothing_of_a_city_without_consent_is_in_the_data(
    network: Forerunners, workspace: Workspace
) -> None:
    indicators = indicators_of(workspace.plugins)

    for viewer in ("kuusiranta", "harjula", "selkavesi", "peltokoski"):
        made = benchmark(network, viewer, ON, indicators, 3)
        assert "niemisaari" not in json.dumps(to_record(made)).casefold()


def test_consent_holds_from_its_day(network: Forerunners, workspace: Workspace) -> None:
    indicators = indicators_of(workspace.plugins)

    before = benchmark(network, "kuusiranta", date(2026, 2, 28), indicators, 3)

    assert before.agreed == ()


def test_summary_of_too_few_cities_is_not_made(network: Forerunners, workspace: Workspace) -> None:
    few = attrs.evolve(network, cities=network.cities[:3])

    assert benchmark(few, "kuusiranta", ON, indicators_of(workspace.plugins), 3).group == ()


def test_city_that_is_not_there_is_told(network: Forerunners, workspace: Workspace) -> None:
    with pytest.raises(InvalidValue, match="Did you mean 'harjula'"):
        benchmark(network, "harjulla", ON, indicators_of(workspace.plugins), 3)
