from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.call import EligibilityRule, SelectionPolicy
from innokumppanuus.domain.criteria import (
    Criterion,
    Factor,
    FactorKind,
    Weighting,
    WeightingKind,
)
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.explanation import Reason
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.packs import Override
from innokumppanuus.domain.precedence import TieBy, TieStep
from innokumppanuus.domain.sources import missing, stated
from innokumppanuus.engine.decision import choose, decide
from innokumppanuus.engine.explanation import reasons
from innokumppanuus.errors import Place
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import a_call, a_ruleset, a_sheet, an_application, label
from innokumppanuus.testing.parameters import a_parameter, a_value

PLUGINS = Plugins.load()
SCORES = {f"H0{number}": (number, 5 - number % 3, 2) for number in range(1, 6)} | {
    "H06": (0, 1, 0),
    "H07": (1, 1, 1),
}


def decision(scores: dict[str, tuple[int, int, int]] | None = None, **changes: object) -> Decision:
    given = SCORES if scores is None else scores
    marks = {
        one: {f"K{place}": score for place, score in enumerate(three, 1)}
        for one, three in given.items()
    }
    applications = [an_application(one) for one in given]
    return decide(a_ruleset(**changes), applications, [a_sheet("A", marks)], PLUGINS)


def by_key(found: tuple[Reason, ...], key: str) -> Reason:
    return next(one for one in found if one.key == key)


def test_one_over_the_cap_is_told_the_rule_and_the_values() -> None:
    made = decide(a_ruleset(), [an_application("H01", amount=Money.of(15_000))], [], PLUGINS)

    (reason,) = reasons(made, "H01", PLUGINS)

    assert reason.key == "rule_not_met"
    assert ("amount", Money.of(15_000)) in reason.values["details"]  # type: ignore[operator]


def test_a_missing_answer_is_asked_for_by_name_with_the_rule_that_needs_it() -> None:
    made = decide(a_ruleset(), [an_application("H01", amount=None)], [], PLUGINS)

    (reason,) = reasons(made, "H01", PLUGINS)

    assert reason.key == "needs_answer"
    assert reason.values == {"field": label("haettu"), "rule": label("katto")}


def test_points_short_are_exact_to_a_tie() -> None:
    made = decision()
    short = by_key(reasons(made, "H06", PLUGINS), "points_short").values["points"]
    assert isinstance(short, Fraction)

    value = {one.application: one.value for one in made.ranking}
    lowest = min(value[one] for one in made.selection.chosen.applications)  # type: ignore[union-attr]
    assert short == lowest - value["H06"]


def test_raising_the_one_criterion_by_the_points_short_makes_a_tie() -> None:
    made = decision()
    raised = by_key(reasons(made, "H07", PLUGINS), "points_short_item")
    item = next(one.id for one in made.call.criteria if one.name == raised.values["item"])
    points = raised.values["points"]
    assert isinstance(points, Fraction)

    assessments = tuple(
        attrs.evolve(
            one,
            items=tuple(
                attrs.evolve(score, score=score.score + points)  # type: ignore[operator]
                if (one.application, score.item) == ("H07", item)
                else score
                for score in one.items
            ),
        )
        for one in made.assessments
    )
    again = choose(attrs.evolve(made, assessments=assessments), PLUGINS)
    sets = [one.applications for one in again.selection.optima.portfolios]  # type: ignore[union-attr]
    assert any("H07" in one for one in sets)
    assert any("H07" not in one for one in sets)


def test_a_criterion_that_cannot_make_up_the_points_is_said_to_be_out_of_reach() -> None:
    made = decision()

    keys = [one.key for one in reasons(made, "H06", PLUGINS)]

    assert "points_short_unreachable" in keys


def test_a_full_house_is_named_as_the_limit() -> None:
    reason = by_key(reasons(decision(), "H06", PLUGINS), "limit_maximum")

    assert reason.values == {"maximum": 5}


def test_a_chosen_one_is_told_its_rank_and_whether_the_set_holds() -> None:
    found = reasons(decision(), "H05", PLUGINS)

    assert found[0].key == "chosen"
    assert {one.key for one in found} & {"set_holds", "set_depends"}


def test_a_tie_that_a_rule_decided_names_the_rule_and_the_number_of_sets() -> None:
    # H1 and H2 differ on every criterion and come to the same total: 11/18·3 + 5/18·3 + 2/18·0
    twins = {f"H{number}": (5, 5, 5) for number in range(1, 5)} | {"H5": (3, 3, 0), "H6": (3, 3, 0)}
    policy = attrs.evolve(
        a_call().selection,
        tie_rules=("criteria_order", "lottery"),
        lottery_seed="2017",  # type: ignore[arg-type]
    )

    made = decision(twins, selection=policy)

    reason = by_key(reasons(made, "H5", PLUGINS), "tie_decided")
    assert reason.values == {"rule": "lottery", "sets": 2}


def test_a_tie_that_no_rule_decides_stays_open() -> None:
    twins = {f"H{number}": (5, 5, 5) for number in range(1, 5)} | {"H5": (3, 3, 0), "H6": (3, 3, 0)}

    made = decision(twins)

    assert made.outcome("H5") is Outcome.TIED
    assert made.outcome("H1") is Outcome.CHOSEN
    assert by_key(reasons(made, "H5", PLUGINS), "tied_open").values == {"sets": 2}


def test_one_in_some_of_the_best_sets_is_neither_chosen_nor_refused() -> None:
    twins = {f"H{number}": (5, 5, 5) for number in range(1, 5)} | {"H5": (3, 3, 0), "H6": (3, 3, 0)}

    found = reasons(decision(twins), "H5", PLUGINS)

    assert found[0].key == "tied"


@pytest.mark.parametrize(("threshold", "key"), [(3, "below_threshold"), (None, "not_chosen")])
def test_below_a_threshold_is_a_reason_of_its_own(threshold: int | None, key: str) -> None:
    least = None if threshold is None else Fraction(threshold)
    criteria = (attrs.evolve(a_call().criteria[0], threshold=least), *a_call().criteria[1:])

    made = decision(criteria=criteria)

    assert reasons(made, "H06", PLUGINS)[0].key == key


def test_an_unranked_one_is_told_whose_score_is_missing() -> None:
    marks = {"H01": {"K1": 3, "K2": None, "K3": 1}}
    made = decide(a_ruleset(), [an_application("H01")], [a_sheet("A", marks)], PLUGINS)

    (reason,) = reasons(made, "H01", PLUGINS)

    assert reason.key == "needs_score"
    assert reason.values == {"evaluator": "A", "item": made.call.criteria[1].name}


def test_criteria_are_named_not_numbered() -> None:
    made = decision(
        criteria=tuple(Criterion(id=f"K{i}", name=label(f"nimi {i}")) for i in (1, 2, 3))
    )

    items = [one.values["item"] for one in reasons(made, "H06", PLUGINS) if "item" in one.values]

    assert label("nimi 1") in items


def test_one_that_only_lost_the_tie_lacks_no_points() -> None:
    field = {f"H{number}": (5, 5, 5) for number in range(1, 5)} | {"H5": (3, 3, 0), "H6": (3, 3, 0)}
    policy = attrs.evolve(a_call().selection, tie_rules=("lottery",), lottery_seed="2017")  # type: ignore[arg-type]
    made = decision(field, selection=policy)
    lost = next(one for one in ("H5", "H6") if made.outcome(one) is Outcome.NOT_CHOSEN)

    keys = {one.key for one in reasons(made, lost, PLUGINS)}

    assert "tie_decided" in keys
    assert not any(key.startswith("points_short") for key in keys)


def test_one_dearer_than_the_whole_budget_is_told_the_budget() -> None:
    call = a_call(eligibility=())
    budget = attrs.evolve(call.budget, cap_per_pilot=missing())
    marks = {one: {"K1": 3, "K2": 3, "K3": 3} for one in ("H01", "H02")}
    field = [an_application("H01"), an_application("H02", amount=Money.of(60_000))]
    made = decide(a_ruleset(eligibility=(), budget=budget), field, [a_sheet("A", marks)], PLUGINS)

    found = reasons(made, "H02", PLUGINS)

    assert by_key(found, "limit_budget").values == {"budget": Money.of(50_000)}


def test_a_factor_that_scores_itself_is_raised_to_its_top_or_not_at_all() -> None:
    factor = Factor(id="L2", name=label("L2"), kind=FactorKind.SCORED, when='sector == "company"')
    order = Weighting(kind=WeightingKind.ORDER, order=(("K1",), ("L2",)))
    call = a_call(criteria=a_call().criteria[:1], factors=(factor,))
    policy = attrs.evolve(call.assessment, weighting=order)  # type: ignore[arg-type]
    budget = attrs.evolve(call.budget, maximum=stated(1), target=missing())
    field = [an_application("H01"), an_application("H02", sector="association")]
    sheet = a_sheet("A", {"H01": {"K1": 3}, "H02": {"K1": 3}})
    ruleset = a_ruleset(
        criteria=call.criteria, factors=call.factors, assessment=policy, budget=budget
    )

    found = reasons(decide(ruleset, field, [sheet], PLUGINS), "H02", PLUGINS)

    points = {one.values["item"]: one.values["points"] for one in found if "item" in one.values}
    assert points[label("L2")] == Fraction(5)


def test_without_a_selection_policy_an_application_is_told_its_rank() -> None:
    made = decision(selection=None)

    found = reasons(made, "H05", PLUGINS)

    assert made.outcome("H05") is Outcome.RANKED
    assert [one.key for one in found] == ["ranked", "rank_range"]


def test_with_stated_weights_there_is_no_range_to_tell() -> None:
    weights = Weighting(
        kind=WeightingKind.WEIGHTS, weights={f"K{place}": Fraction(1) for place in (1, 2, 3)}
    )
    policy = attrs.evolve(a_call().assessment, weighting=weights)  # type: ignore[arg-type]

    found = reasons(decision(assessment=policy), "H05", PLUGINS)

    assert "rank_range" not in {one.key for one in found}


def test_a_rule_that_the_call_has_changed_says_so() -> None:
    made = decide(a_ruleset(), [an_application("H01", amount=Money.of(15_000))], [], PLUGINS)
    places = {"now": Place(file="haku.yaml", line=9), "before": Place(file="city.yaml", line=2)}
    cap = Override(path="budget.cap_per_pilot", was="9 EUR", becomes="1 EUR", **places)
    other = attrs.evolve(cap, path="budget.total")

    found = reasons(attrs.evolve(made, overrides=(other, cap)), "H01", PLUGINS)

    assert [one.key for one in found] == ["rule_not_met", "rule_changed"]
    assert found[1].values == {
        "path": "budget.cap_per_pilot",
        "was": "9 EUR",
        "becomes": "1 EUR",
        "before": "city.yaml:2",
        "now": "haku.yaml:9",
    }


def test_a_rule_met_by_its_exception_is_a_reason_also_of_the_chosen() -> None:
    rule = EligibilityRule(
        id="cap",
        name=label("katto"),
        when="amount < eur(10000)",
        unless='sector == "company"',
        exception=label("yritys"),
    )

    found = reasons(decision(eligibility=(rule,)), "H05", PLUGINS)

    reason = by_key(found, "met_by_exception")
    assert (reason.values["rule"], reason.values["exception"]) == (label("katto"), label("yritys"))


def test_a_reason_holds_the_dated_values_that_the_rule_used() -> None:
    limit = a_parameter(a_value("2017-01-01", None, Money.of(9_000)))
    rule = EligibilityRule(id="cap", name=label(), when="amount <= parameter.raja")

    found = reasons(decision(dated={"raja": limit}, eligibility=(rule,)), "H01", PLUGINS)

    (used,) = by_key(found, "rule_not_met").values["parameters"]  # type: ignore[misc]
    assert (used.key, used.value) == ("koe.raja", Money.of(9_000))


def test_what_cannot_be_computed_tells_which_dated_value_is_not_in_force() -> None:
    limit = a_parameter(a_value("2010-01-01", "2016-12-31", Money.of(9_000)))
    rule = EligibilityRule(id="cap", name=label(), when="amount <= parameter.raja")

    found = reasons(decision(dated={"raja": limit}, eligibility=(rule,)), "H01", PLUGINS)

    (used,) = by_key(found, "cannot_compute").values["parameters"]  # type: ignore[misc]
    assert (used.key, used.value) == ("koe.raja", None)


def test_a_sum_below_its_threshold_is_told_with_both_numbers() -> None:
    made = decision()
    policy = attrs.evolve(made.call.assessment, total_threshold=Fraction(10_000))  # type: ignore[type-var]
    again = choose(attrs.evolve(made, call=attrs.evolve(made.call, assessment=policy)), PLUGINS)

    told = by_key(reasons(again, "H06", PLUGINS), "below_total").values

    (mine,) = [one for one in again.assessments if one.application == "H06"]
    assert told == {"score": sum(mine.scores()), "threshold": Fraction(10_000)}


def test_the_step_between_equal_totals_is_told_to_both() -> None:
    made = decision()
    flat = tuple(
        attrs.evolve(one, items=tuple(attrs.evolve(i, score=Fraction(3)) for i in one.items))
        for one in made.assessments
    )
    steps = SelectionPolicy(tie_steps=(TieStep(by=TieBy.LOTTERY),), lottery_seed="s")
    call = attrs.evolve(made.call, selection=steps)

    again = choose(attrs.evolve(made, call=call, assessments=flat), PLUGINS)

    assert again.ties is not None
    pair = again.ties.pairs[0]
    for one in (pair.above, pair.below):
        told = [r.values for r in reasons(again, one, PLUGINS) if r.key == "tie_step"]
        assert (pair.above, pair.below) in [(said["above"], said["below"]) for said in told]
