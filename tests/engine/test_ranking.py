from fractions import Fraction

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import Assessment, ItemScore, Need, NeedKind
from innokumppanuus.domain.criteria import Criterion, Weighting, WeightingKind
from innokumppanuus.domain.decision import Screening
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.precedence import TieBy, TieStep
from innokumppanuus.engine.precedence import Ties
from innokumppanuus.engine.ranking import comparable, order_of, rank, ranking
from innokumppanuus.engine.weighting import region
from innokumppanuus.testing.builders import a_call, label

ORDER = Weighting(kind=WeightingKind.ORDER, order=(("K1",), ("K2",)))
MET = Finding(rule="cap", verdict=Verdict.MET)


def assessment(id: str, *scores: int, missing: tuple[Need, ...] = ()) -> Assessment:
    items = tuple(
        ItemScore(item=f"K{place}", score=Fraction(score)) for place, score in enumerate(scores, 1)
    )
    return Assessment(application=id, items=items, missing=missing)


def test_only_those_that_met_every_rule_and_lack_nothing_are_compared() -> None:
    screenings = [
        Screening(application="H1", findings=(MET,)),
        Screening(application="H2", findings=(MET,), unanswered=("amount",)),
        Screening(application="H3", findings=(MET,)),
    ]
    owed = (Need(kind=NeedKind.SCORE, evaluator="A", item="K1"),)
    assessments = [assessment("H1", 3), assessment("H2", 3), assessment("H3", 3, missing=owed)]

    assert list(comparable(a_call(), screenings, assessments)) == ["H1"]


def test_a_score_below_its_threshold_leaves_the_comparison() -> None:
    call = a_call(criteria=(Criterion(id="K1", name=label(), threshold=Fraction(3)),))
    screenings = [Screening(application=one, findings=(MET,)) for one in ("H1", "H2")]
    assessments = [assessment("H1", 2), assessment("H2", 3)]

    assert list(comparable(call, screenings, assessments)) == ["H2"]
    assert assessments[0].below(call.thresholds()) == ("K1",)


def test_equal_totals_share_a_rank_and_the_next_one_is_skipped() -> None:
    scores = {
        one: {"K1": Fraction(k1), "K2": Fraction(1)}
        for one, k1 in (("H1", 2), ("H2", 5), ("H3", 2), ("H4", 1))
    }

    ranks = {one.application: one.rank for one in rank(scores, region(ORDER))}

    assert ranks == {"H2": 1, "H1": 2, "H3": 2, "H4": 4}


def test_the_rank_used_lies_within_the_range() -> None:
    scores = {
        one: {"K1": Fraction(k1), "K2": Fraction(k2)}
        for one, k1, k2 in (("H1", 2, 5), ("H2", 5, 0), ("H3", 3, 3), ("H4", 1, 1))
    }

    for one in rank(scores, region(ORDER)):
        assert one.best <= one.rank <= one.worst


def test_equal_weights_make_a_group_in_the_order_of_importance() -> None:
    weights = Weighting(
        kind=WeightingKind.WEIGHTS,
        weights={"K1": Fraction(20), "K2": Fraction(60), "K3": Fraction(20)},
    )

    assert order_of(weights, weights.weights) == (("K2",), ("K1", "K3"))


def test_a_sum_below_the_threshold_of_the_total_leaves_the_comparison() -> None:
    call = a_call(criteria=tuple(Criterion(id=one, name=label()) for one in ("K1", "K2")))
    policy = attrs.evolve(call.assessment, total_threshold=Fraction(6))  # type: ignore[type-var]
    call = attrs.evolve(call, assessment=policy)
    screenings = [Screening(application=one, findings=(MET,)) for one in ("H1", "H2")]
    assessments = [assessment("H1", 5, 0), assessment("H2", 2, 4)]

    assert list(comparable(call, screenings, assessments)) == ["H2"]


def test_the_steps_part_equal_totals_and_are_told() -> None:
    scores = {one: {"K1": Fraction(2), "K2": Fraction(k2)} for one, k2 in (("H1", 1), ("H2", 1))}
    ties = Ties(
        steps=(TieStep(by=TieBy.SMALLER, of=("amount",)),),
        applications={
            one: Application(id=one, answers={"amount": Money.of(euros)})
            for one, euros in (("H1", 20), ("H2", 10))
        },
        scores=scores,
    )

    made = ranking(scores, region(ORDER), ties)

    assert [(one.application, one.rank) for one in made.ranked] == [("H2", 1), ("H1", 2)]
    assert made.ties is not None and made.ties.pairs[0].above == "H2"
