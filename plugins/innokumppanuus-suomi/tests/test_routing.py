"""Pathways of purchases: vignettes as officials expect, the law by day, and what is not known."""

from datetime import date

import attrs
import pytest

from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import UnknownKey
from innokumppanuus.ruleset import RuleSet
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.pathways import pathways
from innokumppanuus_suomi.procurement import Buyer, Kind
from innokumppanuus_suomi.routing import LAW, Routing, access_of, route
from innokumppanuus_suomi.vignettes import Access, Supplier, Vignette

DAY = date(2026, 11, 21)
PARTNERSHIP = {
    "has_return": True,
    "market_lacks_solution": True,
    "research_and_purchase_in_one": True,
    "phases_with_targets": True,
    "performance_and_cost_agreed": True,
    "not_price_alone": True,
}
BEFORE, FIRST = date(2010, 5, 31), date(2010, 6, 1)
LAST_OLD, FIRST_NEW = date(2016, 12, 31), date(2017, 1, 1)


def a_purchase(**known: object) -> Vignette:
    usual: dict[str, object] = {
        "kind": Kind.SERVICE,
        "buyer": Buyer.LOCAL,
        "from_whom": Supplier.ANY_MARKET,
        "starts": DAY,
        "value": Money.of("600000"),
        "facts": {"has_return": True},
    }
    return Vignette(id="v", name=same("v"), **(usual | known))  # type: ignore[arg-type]


def routed(ruleset: RuleSet, **known: object) -> Routing:
    return route(a_purchase(**known), ruleset, pathways(), parameters())


def access(ruleset: RuleSet, key: str, **known: object) -> Access:
    return routed(ruleset, **known).route(key).access


@pytest.mark.parametrize("place", range(15))
def test_vignettes_stand_as_officials_expect(routings: tuple[Routing, ...], place: int) -> None:
    assert [one.pathway.key for one in routings[place].surprises] == []


def test_no_vignette_is_left_untried(routings: tuple[Routing, ...]) -> None:
    assert len(routings) == 15
    assert all(one.vignette.expect for one in routings)


def test_most_pathways_are_open_in_some_vignette(routings: tuple[Routing, ...]) -> None:
    expected = [one.vignette.expect for one in routings]

    open_somewhere = {key for one in expected for key, it in one.items() if it is Access.OPEN}
    assert open_somewhere >= {
        "grant", "small_purchase", "research_services", "national_procedure", "light_regime",
        "single_client", "concession", "open_restricted", "negotiated", "dialogue",
        "innovation_partnership", "new_solutions",
    }  # fmt: skip


def test_an_expectation_that_does_not_hold_is_a_surprise(ruleset: RuleSet) -> None:
    vignette = a_purchase(expect={"grant": Access.OPEN, "open_restricted": Access.OPEN})

    found = route(vignette, ruleset, pathways(), parameters())

    assert [one.pathway.key for one in found.surprises] == ["grant"]


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (BEFORE, Access.CANNOT_TELL),
        (FIRST, Access.CLOSED),
        (LAST_OLD, Access.CLOSED),
        (FIRST_NEW, Access.OPEN),
        (DAY, Access.OPEN),
    ],
)
def test_innovation_partnership_opens_with_the_act_of_2016(
    ruleset: RuleSet, starts: date, expected: Access
) -> None:
    assert access(ruleset, "innovation_partnership", starts=starts, facts=PARTNERSHIP) is expected


@pytest.mark.parametrize("lacking", sorted(set(PARTNERSHIP) - {"has_return"}))
def test_innovation_partnership_needs_each_of_its_conditions(
    ruleset: RuleSet, lacking: str
) -> None:
    facts = {**PARTNERSHIP, lacking: False}

    assert access(ruleset, "innovation_partnership", facts=facts) is Access.CLOSED


@pytest.mark.parametrize("lacking", sorted(PARTNERSHIP))
def test_what_is_not_known_is_asked_and_closes_nothing(ruleset: RuleSet, lacking: str) -> None:
    facts = {field: one for field, one in PARTNERSHIP.items() if field != lacking}

    found = routed(ruleset, facts=facts).route("innovation_partnership")

    assert (found.access, found.asks) == (Access.CANNOT_TELL, (lacking,))


@pytest.mark.parametrize(
    ("euros", "starts", "pathway"),
    [
        ("59999.99", FIRST_NEW, "small_purchase"),
        ("60000", FIRST_NEW, "national_procedure"),
        ("29999.99", LAST_OLD, "small_purchase"),
        ("30000", LAST_OLD, "national_procedure"),
        ("208999.99", FIRST_NEW, "national_procedure"),
        ("209000", FIRST_NEW, "open_restricted"),
        ("215999.99", DAY, "national_procedure"),
        ("216000", DAY, "open_restricted"),
    ],
)
def test_the_value_leads_to_one_of_three_lanes(
    ruleset: RuleSet, euros: str, starts: date, pathway: str
) -> None:
    found = routed(ruleset, value=Money.of(euros), starts=starts)

    lanes = ("small_purchase", "national_procedure", "open_restricted")
    assert [one for one in lanes if found.route(one).access is Access.OPEN] == [pathway]


@pytest.mark.parametrize(
    ("buyer", "expected"),
    [(Buyer.CENTRAL, Access.OPEN), (Buyer.LOCAL, Access.CLOSED), (Buyer.SUBSIDISED, Access.CLOSED)],
)
def test_central_government_reaches_the_eu_threshold_sooner(
    ruleset: RuleSet, buyer: Buyer, expected: Access
) -> None:
    assert access(ruleset, "open_restricted", buyer=buyer, value=Money.of("140000")) is expected


def test_a_special_service_below_its_own_threshold_is_a_small_purchase(ruleset: RuleSet) -> None:
    found = routed(ruleset, kind=Kind.SOCIAL_HEALTH, value=Money.of("399999.99"))

    assert found.route("small_purchase").access is Access.OPEN
    assert found.route("light_regime").access is Access.CLOSED


@pytest.mark.parametrize(
    ("own", "paid", "expected"),
    [
        (True, True, Access.CLOSED),
        (True, False, Access.OPEN),
        (False, True, Access.OPEN),
        (False, None, Access.OPEN),
        (True, None, Access.CANNOT_TELL),
    ],
)
def test_research_is_outside_the_act_unless_benefit_and_cost_are_the_buyers_alone(
    ruleset: RuleSet, own: bool, paid: bool | None, expected: Access
) -> None:
    told = {"has_return": True, "benefit_only_own": own, "fully_paid_by_buyer": paid}
    facts = {field: one for field, one in told.items() if one is not None}

    assert access(ruleset, "research_services", kind=Kind.RD_SERVICE, facts=facts) is expected


def test_in_house_needs_all_three_conditions(ruleset: RuleSet) -> None:
    facts = {
        "has_return": True,
        "in_house_control": True,
        "in_house_no_private_capital": True,
        "in_house_little_outside": True,
    }

    assert access(ruleset, "in_house", from_whom=Supplier.IN_HOUSE, facts=facts) is Access.OPEN


def test_cooperation_before_the_act_of_2016_cannot_be_told(ruleset: RuleSet) -> None:
    facts = {
        "has_return": True,
        "cooperation_public_interest": True,
        "cooperation_little_market": True,
    }
    from_whom = Supplier.OTHER_AUTHORITY

    told = [
        access(ruleset, "cooperation", from_whom=from_whom, facts=facts, starts=starts)
        for starts in (LAST_OLD, FIRST_NEW)
    ]

    assert told == [Access.CANNOT_TELL, Access.OPEN]


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("direct_award", {"extreme_urgency": True}),
        ("framework", {"repeated_needs": True}),
        ("dynamic_system", {"repeated_needs": True, "commonly_available": True}),
    ],
)
def test_other_pathways_open_when_their_ground_is_there(
    ruleset: RuleSet, key: str, facts: dict[str, bool]
) -> None:
    assert access(ruleset, key, facts={"has_return": True, **facts}) is Access.OPEN


def test_a_design_contest_is_open_where_a_jury_chooses(ruleset: RuleSet) -> None:
    facts = {"has_return": True, "plan_by_jury": True}

    assert access(ruleset, "design_contest", kind=Kind.DESIGN_CONTEST, facts=facts) is Access.OPEN


@pytest.mark.parametrize("starts", [BEFORE, FIRST, LAST_OLD, FIRST_NEW, DAY])
def test_the_section_is_that_of_the_day(ruleset: RuleSet, starts: date) -> None:
    found = routed(ruleset, starts=starts)

    for pathway in (one for one in pathways() if one.law):
        held = [one for one in parameters()[pathway.law].values if one.holds_on(starts)]
        (law,) = [one for one in found.route(pathway.key).conditions if one.rule == LAW]
        assert law.sources == tuple(one.source for one in held)
        assert law.verdict is (Verdict.MET if held else Verdict.CANNOT_TELL)


def test_a_threshold_is_told_with_the_one_value_that_it_turned_on(ruleset: RuleSet) -> None:
    (found,) = [one for one in routed(ruleset).route("small_purchase").conditions
                if one.rule == "small_purchase"]  # fmt: skip

    assert [one.key for one in found.dated] == ["suomi.procurement.national.supplies_services"]
    assert found.verified


def test_a_condition_from_memory_is_not_verified(ruleset: RuleSet) -> None:
    (found,) = [one for one in routed(ruleset).route("direct_award").conditions
                if one.rule == "direct_ground"]  # fmt: skip

    assert not found.verified


def test_nothing_known_leaves_every_pathway_open_to_question(ruleset: RuleSet) -> None:
    nothing = Vignette(id="v", name=same("v"))

    found = route(nothing, ruleset, pathways(), parameters())

    assert {one.access for one in found.routes} == {Access.CANNOT_TELL}
    assert all(one.asks for one in found.routes)


def test_the_same_purchase_gives_the_same_routing(ruleset: RuleSet) -> None:
    assert routed(ruleset) == routed(ruleset)


def test_a_pathway_with_an_unknown_rule_is_refused(ruleset: RuleSet) -> None:
    broken = attrs.evolve(pathways()[0], conditions=("no_retrun",))

    with pytest.raises(UnknownKey, match="no_return"):
        route(a_purchase(), ruleset, [broken], parameters())


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ("", Access.OPEN),
        ("M", Access.OPEN),
        ("MU", Access.CANNOT_TELL),
        ("MUN", Access.CLOSED),
        ("N", Access.CLOSED),
    ],
)
def test_one_condition_that_is_not_met_closes_and_one_unknown_leaves_it_open(
    verdicts: str, expected: Access
) -> None:
    words = {"M": Verdict.MET, "N": Verdict.NOT_MET, "U": Verdict.CANNOT_TELL}

    assert access_of(words[one] for one in verdicts) is expected
