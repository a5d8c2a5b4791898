"""What would open a closed pathway: nearest sums and days, tried before they are told."""

from datetime import date

import attrs
import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset import RuleSet
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.openings import Opening, changed
from innokumppanuus_suomi.pathways import pathways
from innokumppanuus_suomi.procurement import Buyer, Kind
from innokumppanuus_suomi.routing import Routing, route
from innokumppanuus_suomi.vignettes import Access, Vignette, application_of

SERVICE = Vignette(
    id="v",
    name=same("v"),
    kind=Kind.SERVICE,
    buyer=Buyer.LOCAL,
    starts=date(2015, 3, 2),
    value=Money.of("45000"),
    facts={"has_return": True},
)


def opens(ruleset: RuleSet, key: str, vignette: Vignette = SERVICE) -> tuple[Opening, ...]:
    return route(vignette, ruleset, pathways(), parameters()).route(key).openings


def told(found: tuple[Opening, ...]) -> list[dict[str, object]]:
    return [{one.field: one.after for one in opening.answers} for opening in found]


def test_a_small_purchase_opens_by_the_value_or_by_the_day(ruleset: RuleSet) -> None:
    assert told(opens(ruleset, "small_purchase"))[:2] == [
        {"procurement_value": Money.of("29999.99")},
        {"procurement_starts": date(2017, 1, 1)},
    ]


def test_rules_that_the_change_itself_makes_fail_are_turned_too(ruleset: RuleSet) -> None:
    assert told(opens(ruleset, "innovation_partnership")) == [
        {"procurement_value": Money.of("60000"), "procurement_starts": date(2017, 1, 1)}
    ]


def test_what_would_still_have_to_be_known_is_told(ruleset: RuleSet) -> None:
    (found,) = opens(ruleset, "innovation_partnership")

    assert found.asks == (
        "market_lacks_solution",
        "research_and_purchase_in_one",
        "phases_with_targets",
        "not_price_alone",
        "performance_and_cost_agreed",
    )


def test_facts_to_be_established_are_told_together(ruleset: RuleSet) -> None:
    facts = {"has_return": True, "repeated_needs": False, "commonly_available": False}

    found = opens(ruleset, "dynamic_system", attrs.evolve(SERVICE, facts=facts))

    assert told(found) == [{"repeated_needs": True, "commonly_available": True}]


def test_another_kind_of_purchase_is_told_last(ruleset: RuleSet) -> None:
    found = told(opens(ruleset, "small_purchase"))

    assert list(found[-1]) == ["procurement_kind"]


def test_an_earlier_day_is_told_after_what_lies_ahead(ruleset: RuleSet) -> None:
    below = attrs.evolve(SERVICE, starts=date(2017, 3, 1), value=Money.of("59999.99"))

    assert told(opens(ruleset, "national_procedure", below)) == [
        {"procurement_value": Money.of("60000")},
        {"procurement_starts": date(2016, 12, 31)},
    ]


def test_an_open_pathway_needs_no_opening(ruleset: RuleSet) -> None:
    assert opens(ruleset, "national_procedure") == ()


@pytest.mark.parametrize("place", range(15))
def test_no_opening_that_is_told_leaves_the_pathway_closed(
    ruleset: RuleSet, routings: tuple[Routing, ...], place: int
) -> None:
    found = routings[place]
    asked = application_of(found.vignette, parameters())

    for one in found.with_access(Access.CLOSED):
        for opening in one.openings:
            values = ruleset.values(changed(asked, opening.answers))
            said = [ruleset.rules[rule].evaluate(values) for rule in one.pathway.conditions]
            assert False not in said


@pytest.mark.parametrize("place", range(15))
def test_every_closed_pathway_of_the_vignettes_has_an_opening(
    routings: tuple[Routing, ...], place: int
) -> None:
    closed = routings[place].with_access(Access.CLOSED)

    assert [one.pathway.key for one in closed if not one.openings] == []


def test_changes_leave_other_answers_as_they_are(ruleset: RuleSet) -> None:
    asked = application_of(SERVICE, parameters())
    (first, *_) = opens(ruleset, "small_purchase")

    assert changed(asked, first.answers).answers == {
        **asked.answers,
        "procurement_value": Money.of("29999.99"),
    }
