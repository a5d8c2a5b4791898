"""The pathways as data: complete, in three languages, and refused with a place when broken."""

from pathlib import Path

import pytest

from innokumppanuus.domain.principles import ProcurementRoute
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.workspace import Workspace
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.pathways import FILE, Outlet, Pathway, pathways, read_pathways

PATHWAYS = pathways()


def problems(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "polut.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleSetProblems) as caught:
        read_pathways(path)
    return [str(one) for one in caught.value.problems]


def test_pathways_are_in_the_order_in_which_they_are_told() -> None:
    assert [one.key for one in PATHWAYS] == [
        "grant",
        "small_purchase",
        "research_services",
        "in_house",
        "cooperation",
        "national_procedure",
        "light_regime",
        "single_client",
        "concession",
        "open_restricted",
        "negotiated",
        "dialogue",
        "innovation_partnership",
        "direct_award",
        "framework",
        "dynamic_system",
        "design_contest",
        "new_solutions",
    ]


@pytest.mark.parametrize("pathway", PATHWAYS, ids=lambda one: one.key)
def test_every_word_of_a_pathway_is_in_three_languages(pathway: Pathway) -> None:
    labels = [pathway.name, pathway.about, *([pathway.caution] if pathway.caution else [])]

    assert [list(one.missing()) for one in labels] == [[] for _ in labels]


@pytest.mark.parametrize("pathway", PATHWAYS, ids=lambda one: one.key)
def test_every_condition_is_a_rule_of_the_rule_set(pathway: Pathway) -> None:
    ruleset = Workspace.open().ruleset(read_pathways(FILE).rules)

    assert set(pathway.conditions) <= set(ruleset.rules)


def test_every_rule_of_the_pack_serves_some_pathway() -> None:
    ruleset = Workspace.open().ruleset("suomi-pathway")
    used = {rule for one in PATHWAYS for rule in one.conditions}

    assert set(ruleset.rules) - used == {"innovation_partnership"}  # of the pack of thresholds


@pytest.mark.parametrize("route", list(ProcurementRoute))
def test_every_route_of_innovative_procurement_has_a_pathway(route: ProcurementRoute) -> None:
    assert [one.key for one in PATHWAYS if route in one.routes]


def test_what_the_act_knows_is_a_dated_value_with_its_section() -> None:
    laws = [parameters()[one.law] for one in PATHWAYS if one.law]

    assert all(value.source.section for law in laws for value in law.values)


def test_no_section_from_memory_passes_for_verified() -> None:
    laws = [parameters()[one.law] for one in PATHWAYS if one.law]

    assert [law.key for law in laws for value in law.values if value.source.verified] == []


def test_only_the_grant_leads_to_aid() -> None:
    assert [one.key for one in PATHWAYS if one.leads_to is Outlet.AID] == ["grant"]


def test_a_dated_value_that_nobody_has_is_told_in_its_place(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        "innokumppanuus: 1\nrules: r\npathways:\n"
        "  - {key: a, name: A, about: B, leads_to: aid, law: suomi.pathway.in_hous, "
        "conditions: [x]}\n",
    )

    assert found == [
        "polut.yaml:4:53: pathways[0].law: names 'suomi.pathway.in_hous', which is not there. "
        "Did you mean 'suomi.pathway.in_house'?"
    ]


def test_a_key_that_stands_twice_is_told_with_the_line_of_the_first(tmp_path: Path) -> None:
    one = "  - {key: a, name: A, about: B, leads_to: aid, conditions: [x]}\n"

    found = problems(tmp_path, f"innokumppanuus: 1\nrules: r\npathways:\n{one}{one}")

    assert found == [
        "polut.yaml:5:11: pathways[1].key: must be an id of its own, got 'a', which line 4 has "
        "already."
    ]


def test_a_pathway_without_conditions_is_refused(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        "innokumppanuus: 1\nrules: r\npathways:\n"
        "  - {key: a, name: A, about: B, leads_to: aid, conditions: []}\n",
    )

    assert found == ["polut.yaml:4:60: pathways[0].conditions: must not be empty."]
