from fractions import Fraction
from typing import Any

from innokumppanuus.domain.criteria import Aspect, Criterion, Join, Weighting, WeightingKind
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.panel_health import WHOLE, Measure, Ratings
from innokumppanuus.engine.decision import decide
from innokumppanuus.engine.panel_health import components, panel_health, ratings_of, spread_of
from innokumppanuus.testing.builders import a_call, a_ruleset, a_sheet, an_application, label
from innokumppanuus.testing.decisions import core_plugins

KINDS = {"K1": Fraction(3), "K2": Fraction(1)}
CRITERIA = tuple(Criterion(id=one, name=label(one)) for one in KINDS)


def decided(*sheets: Any, ids: tuple[str, ...] = ("H01", "H02"), **changes: Any) -> Decision:
    base = a_call()
    assert base.assessment is not None
    weighting = Weighting(kind=WeightingKind.WEIGHTS, weights=KINDS)
    policy = type(base.assessment)(scale=base.assessment.scale, weighting=weighting)
    changes = {"criteria": CRITERIA, "assessment": policy, **changes}
    ruleset = a_ruleset(**changes)
    return decide(ruleset, [an_application(one) for one in ids], sheets, core_plugins())


def of(decision: Decision, item: str) -> Ratings:
    return next(one for one in ratings_of(decision) if one.item == item)


def test_the_ratings_are_what_was_given_and_nothing_filled_in() -> None:
    sheet = a_sheet("A", {"H01": {"K1": 4, "K2": None}, "H02": {"K1": 2, "K2": 3}})

    assert of(decided(sheet), "K2").scores == {"H01": {}, "H02": {"A": 3}}


def test_the_weighted_sum_is_there_where_an_evaluator_scored_everything() -> None:
    full = a_sheet("A", {"H01": {"K1": 4, "K2": 0}, "H02": {"K1": 2, "K2": 2}})
    part = a_sheet("B", {"H01": {"K1": 1, "K2": 1}, "H02": {"K1": 2, "K2": None}})

    found = of(decided(full, part), WHOLE).scores

    assert found == {"H01": {"A": Fraction(3), "B": 1}, "H02": {"A": 2}}


def test_scores_that_a_conflict_removes_are_no_ratings() -> None:
    given = {"H01": {"K1": 4, "K2": 4}, "H02": {"K1": 2, "K2": 3}}
    sheets = [a_sheet("A", given), a_sheet("B", given, {"H01": "oma hanke"})]

    assert of(decided(*sheets), "K1").evaluators() == ("A",)


def test_aspects_are_joined_before_they_are_compared() -> None:
    parts = tuple(Aspect(id=one, name=label()) for one in "ab")
    criteria = (Criterion(id="K1", name=label(), aspects=parts, join=Join.ANY), CRITERIA[1])
    sheet = a_sheet("A", {"H01": {"K1.a": 1, "K1.b": 4, "K2": 3}})

    assert of(decided(sheet, ids=("H01",), criteria=criteria), "K1").scores == {"H01": {"A": 4}}


def test_the_spread_tells_how_far_apart_the_scores_of_an_application_are() -> None:
    scores = {"H01": {"A": Fraction(1), "B": Fraction(5)}, "H02": {"A": Fraction(3)}}

    found = spread_of(Ratings(item="K1", scores=scores))

    assert found is not None
    assert (found.least, found.most, found.mean) == (1, 5, 3)
    assert dict(found.differences) == {"H01": 4}


def test_the_deviation_is_pooled_over_applications_and_rounded_up() -> None:
    one, three, five = Fraction(1), Fraction(3), Fraction(5)
    scores = {"H01": {"A": one, "B": three}, "H02": {"A": five, "B": five}}

    found = spread_of(Ratings(item="K1", scores=scores))

    assert found is not None
    assert found.deviation == 1


def test_an_item_without_scores_has_no_spread() -> None:
    assert spread_of(Ratings(item="K1", scores={"H01": {}})) is None


def test_parts_that_no_evaluator_connects_are_told_apart() -> None:
    one = Fraction(1)
    scores = {"H1": {"A": one}, "H2": {"B": one, "C": one}, "H3": {"C": one}, "H4": {"A": one}}

    found = components(Ratings(item="K1", scores=scores))

    assert found == ((("H1", "H4"), ("A",)), (("H2", "H3"), ("B", "C")))


def test_the_health_has_every_measure_of_every_item_and_the_whole() -> None:
    given = {"H01": {"K1": 4, "K2": 3}, "H02": {"K1": 2, "K2": 5}}

    health = panel_health(decided(a_sheet("A", given), a_sheet("B", given)), core_plugins())

    told = [(one.item, one.measure) for one in health.agreements]
    assert told == [(item, measure) for item in ("K1", "K2", WHOLE) for measure in _in_order()]


def test_a_call_without_sheets_has_nothing_to_tell() -> None:
    health = panel_health(decided(), core_plugins())

    assert (health.agreements, health.components, health.warnings) == ((), 0, ())


def _in_order() -> list[Measure]:
    first = [one for one in Measure if one.value.startswith("alpha")]
    return [*first, Measure.KENDALL, *(one for one in Measure if one.value.startswith("icc"))]
