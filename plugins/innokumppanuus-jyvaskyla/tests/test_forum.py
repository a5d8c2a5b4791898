"""The wellbeing forum of 2017 as its source tells it, the fictional network, and its measures."""

import re
from pathlib import Path

import pytest

from innokumppanuus.domain.parties import RoleKind, Sector
from innokumppanuus.domain.programme import Ending, ProgrammeKind
from innokumppanuus.domain.sources import Status
from innokumppanuus.engine.boundaries import boundaries
from innokumppanuus.engine.cases import run_cases, untouched
from innokumppanuus.ruleset.case_files import beside, read_cases
from innokumppanuus.workspace import Workspace
from innokumppanuus_networks.domain import (
    ActorKind,
    Existence,
    ServiceNetworks,
    ServiceRole,
)
from innokumppanuus_networks.engine.coverage import Coverage, gaps

MEASURES = "hyvinvointifoorumi-toimenpiteet"
DATA = Path(__file__).parents[1] / "src" / "innokumppanuus_jyvaskyla" / "data"


def networks_of(workspace: Workspace, key: str) -> ServiceNetworks:
    noun = workspace.programme(key)
    assert isinstance(noun, ServiceNetworks)
    return noun


@pytest.fixture(scope="module")
def forum(workspace: Workspace) -> ServiceNetworks:
    return networks_of(workspace, "hyvinvointifoorumi")


@pytest.fixture(scope="module")
def exercise(workspace: Workspace) -> ServiceNetworks:
    return networks_of(workspace, "hyvinvointifoorumi-harjoitus")


def test_forum_is_standing_and_has_no_call(forum: ServiceNetworks) -> None:
    programme = forum.programme

    assert programme.kind is ProgrammeKind.FORUM
    assert programme.calls == ()
    assert programme.ends.status is Status.MISSING
    assert programme.ending.value is Ending.OPEN_ENDED


def test_members_are_of_city_associations_and_companies(forum: ServiceNetworks) -> None:
    sectors = [one.shown_sector for one in forum.programme.participants]

    assert sectors.count(Sector.MUNICIPALITY) == 4
    assert sectors.count(Sector.ASSOCIATION) == 2
    assert sectors.count(Sector.COMPANY) == 2


def test_entrepreneurs_of_the_field_are_a_role_without_a_name(forum: ServiceNetworks) -> None:
    unnamed = [one.id for one in forum.programme.participants if one.party is None]

    assert unnamed == ["hankkeet", "alan-yrittajat"]


def test_everybody_is_a_member_by_the_news(forum: ServiceNetworks) -> None:
    assert all(
        [role.value for role in one.roles] == [RoleKind.MEMBER]
        for one in forum.programme.participants
    )


def test_six_shared_goals_have_no_measure(forum: ServiceNetworks) -> None:
    goals = forum.programme.principles.partnership.goals

    assert len(goals) == 6
    assert not any(one.is_measurable for one in goals)


def test_bands_are_those_of_the_news(forum: ServiceNetworks) -> None:
    assert [(one.least, one.most) for one in forum.bands] == [
        (0, 6),
        (7, 21),
        (22, 65),
        (66, None),
    ]


def test_special_groups_are_an_open_list_beside_the_bands(
    forum: ServiceNetworks, exercise: ServiceNetworks
) -> None:
    assert [one.id for one in forum.special_groups] == ["mental_substance"]
    assert [one.id for one in exercise.special_groups] == ["mental_substance", "carers"]


def test_network_of_a_young_child_has_seven_nodes(forum: ServiceNetworks) -> None:
    assert len({one.actor for one in forum.services if "age_0_6" in one.groups}) == 7


def test_region_did_not_exist_yet(forum: ServiceNetworks) -> None:
    assert forum.actor("maakunta-sote").existence is Existence.PLANNED
    kinds = [one for one in gaps(forum) if one.kind is ActorKind.REGION]
    assert [one.coverage for one in kinds] == [Coverage.PLANNED]


def test_associations_provide_and_volunteer(forum: ServiceNetworks) -> None:
    roles = {one.role for one in forum.services if one.actor == "jarjestot"}

    assert roles == {ServiceRole.PROVIDER, ServiceRole.VOLUNTEER}


def test_close_ones_are_in_the_network_without_a_name(forum: ServiceNetworks) -> None:
    assert forum.actor("laheiset").name is None


def test_network_of_working_age_is_the_next_step(forum: ServiceNetworks) -> None:
    phase = forum.programme.phase("tyoikaiset")

    assert phase is not None
    assert phase.starts.value is not None
    assert phase.starts.value.text == "syksyn aikana"


def test_working_age_is_read_as_22_to_65(forum: ServiceNetworks) -> None:
    (fact,) = (one for one in forum.programme.facts if one.id == "tyoikaisten-ikaryhma")

    assert fact.says.status is Status.INFERRED


def test_what_the_news_leaves_open_is_a_gap(forum: ServiceNetworks) -> None:
    assert [one.id for one in forum.programme.gaps()] == [
        "paatosvalta",
        "puheenjohtaja",
        "kokousrytmi",
        "mittarit",
    ]


def test_contact_is_a_role_and_nobody_is_named(forum: ServiceNetworks) -> None:
    text = (DATA / "hyvinvointifoorumi.yaml").read_text(encoding="utf-8")

    (fact,) = (one for one in forum.programme.facts if one.id == "yhteyshenkilo")
    assert fact.says.value is not None
    assert not re.search(r"@|\b0\d{2} ?\d{3}", text)


def test_made_up_network_says_so(exercise: ServiceNetworks) -> None:
    assert exercise.programme.is_fictional
    named = [one for one in exercise.actors if one.name is not None]
    assert all(
        "kuvitteelli" in one.called.fi.lower() or one.existence is Existence.PLANNED
        for one in named
    )


def test_cases_of_measures_hold_and_show_every_outcome_and_boundary(
    workspace: Workspace,
) -> None:
    plugins, measures = workspace.plugins, workspace.ruleset(MEASURES)
    (path,) = beside(workspace.shipped(MEASURES).path)

    results = run_cases(measures, read_cases(path, measures, plugins.functions()), plugins)

    assert [one.case.sentence.fi for one in results if not one.holds] == []
    assert untouched(measures, results) == ()
    assert boundaries(measures, results) == ()


def test_measures_are_checked_without_money_scores_or_choice(workspace: Workspace) -> None:
    call = workspace.ruleset(MEASURES).call

    assert (call.criteria, call.selection) == ((), None)
    assert not call.budget.total.is_known
