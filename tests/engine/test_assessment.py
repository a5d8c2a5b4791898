from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.assessment import Assessment, Declaration, Need, NeedKind, ScoreSheet
from innokumppanuus.domain.call import Aggregate, AssessmentPolicy, Call, MissingScores
from innokumppanuus.domain.criteria import Aspect, Criterion, Factor, FactorKind, Join
from innokumppanuus.domain.decision import Screening
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.engine.assessment import assess
from innokumppanuus.testing.builders import a_call, a_sheet, label

ONE = Criterion(id="K1", name=label())
TWO_PARTS = (Aspect(id="a", name=label()), Aspect(id="b", name=label()))


def policy(call: Call, **changes: Any) -> AssessmentPolicy:
    assert call.assessment is not None
    return attrs.evolve(call.assessment, **changes)


def assessed(call: Call, *sheets: ScoreSheet, **changes: Any) -> Assessment:
    screening = Screening(application="H01", findings=())
    return assess(call, policy(call, **changes), screening, sheets)


def score(found: Assessment, item: str = "K1") -> Fraction | None:
    return next(one.score for one in found.items if one.item == item)


@pytest.mark.parametrize(
    ("how", "expected"), [(Aggregate.MEAN, Fraction(8, 3)), (Aggregate.MEDIAN, Fraction(2))]
)
def test_several_evaluators_make_an_exact_mean_or_median(
    how: Aggregate, expected: Fraction
) -> None:
    call = a_call(criteria=(ONE,))
    sheets = [
        a_sheet(name, {"H01": {"K1": given}}) for name, given in zip("ABC", (1, 2, 5), strict=True)
    ]

    assert score(assessed(call, *sheets, aggregate=how)) == expected


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (MissingScores.EXCLUDED, Fraction(4)),
        (MissingScores.LOWEST, Fraction(2)),
        (MissingScores.INCOMPLETE, None),
    ],
)
def test_a_missing_score_counts_as_the_rule_set_names(
    how: MissingScores, expected: Fraction | None
) -> None:
    call = a_call(criteria=(ONE,))
    sheets = [a_sheet("A", {"H01": {"K1": 4}}), a_sheet("B", {"H01": {"K1": None}})]

    assert score(assessed(call, *sheets, missing_scores=how)) == expected


def test_the_lowest_is_the_bottom_of_the_scale_and_not_zero() -> None:
    call = a_call(criteria=(ONE,))
    scale = attrs.evolve(policy(call).scale, bottom=Fraction(1), levels=())
    call = attrs.evolve(call, assessment=policy(call, scale=scale))

    found = assessed(call, a_sheet("A", {"H01": {"K1": None}}), missing_scores=MissingScores.LOWEST)

    assert score(found) == 1


def test_an_incomplete_assessment_says_who_owes_which_score() -> None:
    call = a_call(criteria=(ONE,))

    found = assessed(call, a_sheet("A", {"H01": {"K1": 4}}), a_sheet("B", {"H01": {"K1": None}}))

    assert found.missing == (Need(kind=NeedKind.SCORE, evaluator="B", item="K1"),)
    assert not found.is_complete


def test_an_excluded_score_that_nobody_gave_leaves_the_application_unranked() -> None:
    call = a_call(criteria=(ONE,))

    found = assessed(
        call, a_sheet("A", {"H01": {"K1": None}}), missing_scores=MissingScores.EXCLUDED
    )

    assert not found.is_complete


def of_two_aspects(
    join: Join, a: int | None, b: int | None, how: MissingScores = MissingScores.INCOMPLETE
) -> Assessment:
    call = a_call(criteria=(attrs.evolve(ONE, aspects=TWO_PARTS, join=join),))
    return assessed(call, a_sheet("A", {"H01": {"K1.a": a, "K1.b": b}}), missing_scores=how)


@pytest.mark.parametrize(("join", "expected"), [(Join.ANY, 4), (Join.ALL, 1)])
def test_any_takes_the_highest_aspect_and_all_the_lowest(join: Join, expected: int) -> None:
    assert score(of_two_aspects(join, 1, 4)) == expected


@pytest.mark.parametrize(("join", "other"), [(Join.ANY, 3), (Join.ALL, 3)])
def test_a_blank_aspect_that_could_decide_is_asked_for_by_its_name(join: Join, other: int) -> None:
    found = of_two_aspects(join, None, other)

    assert score(found) is None
    assert found.missing == (Need(kind=NeedKind.SCORE, evaluator="A", item="K1.a"),)


@pytest.mark.parametrize(("join", "decisive"), [(Join.ANY, 5), (Join.ALL, 0)])
def test_a_blank_aspect_is_no_obstacle_when_the_other_decides(join: Join, decisive: int) -> None:
    found = of_two_aspects(join, None, decisive)

    assert (score(found), found.missing) == (decisive, ())


@pytest.mark.parametrize(
    ("how", "join", "expected"),
    [
        (MissingScores.EXCLUDED, Join.ANY, 3),
        (MissingScores.EXCLUDED, Join.ALL, 3),
        (MissingScores.LOWEST, Join.ANY, 3),
        (MissingScores.LOWEST, Join.ALL, 0),
    ],
)
def test_a_blank_aspect_counts_as_the_rule_set_names(
    how: MissingScores, join: Join, expected: int
) -> None:
    assert score(of_two_aspects(join, None, 3, how)) == expected


@given(
    st.sampled_from(Join),
    st.lists(st.none() | st.integers(0, 5), min_size=2, max_size=2),
    st.lists(st.integers(0, 5), min_size=2, max_size=2),
)
def test_no_score_that_is_told_changes_when_a_blank_is_filled_in(
    join: Join, marks: list[int | None], filling: list[int]
) -> None:
    before = score(of_two_aspects(join, *marks))
    filled = [new if old is None else old for old, new in zip(marks, filling, strict=True)]

    assert before is None or before == score(of_two_aspects(join, *filled))


def test_marks_without_a_declaration_do_not_count() -> None:
    call = a_call(criteria=(ONE,))
    sheet = a_sheet("A", {"H01": {"K1": 4}})
    undeclared = attrs.evolve(sheet, declarations=(Declaration(application="H01"),))

    found = assessed(call, undeclared)

    assert found.missing[0] == Need(kind=NeedKind.DECLARATION, evaluator="A")
    assert score(found) is None


def test_too_few_evaluators_leave_the_application_unranked() -> None:
    call = a_call(criteria=(ONE,))

    found = assessed(
        call,
        a_sheet("A", {"H01": {"K1": 4}}),
        least_evaluators=2,
        missing_scores=MissingScores.EXCLUDED,
    )

    assert found.missing == (Need(kind=NeedKind.EVALUATORS),)


def test_an_evaluator_who_did_not_get_the_application_owes_nothing() -> None:
    call = a_call(criteria=(ONE,))

    found = assessed(call, a_sheet("A", {"H01": {"K1": 4}}), a_sheet("B", {"H02": {"K1": 1}}))

    assert found.is_complete
    assert score(found) == 4


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [(Verdict.MET, Fraction(5)), (Verdict.NOT_MET, Fraction(0)), (Verdict.CANNOT_TELL, None)],
)
def test_a_factor_with_an_expression_scores_itself(
    verdict: Verdict, expected: Fraction | None
) -> None:
    factor = Factor(id="L2", name=label(), kind=FactorKind.SCORED, when="area == 'a'")
    call = a_call(criteria=(ONE,), factors=(factor,))
    noted = (Finding(rule="L2", verdict=verdict),)
    screening = Screening(application="H01", findings=(), noted=noted)

    found = assess(call, policy(call), screening, [a_sheet("A", {"H01": {"K1": 4}})])

    assert score(found, "L2") == expected
    assert found.is_complete == (expected is not None)


def test_the_order_of_sheets_changes_nothing() -> None:
    call = a_call(criteria=(ONE,))
    sheets = [a_sheet(name, {"H01": {"K1": 3}}) for name in "AB"]

    assert assessed(call, *sheets) == assessed(call, *reversed(sheets))


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (MissingScores.IMPUTED, Fraction(4)),
        (MissingScores.ZERO, Fraction(2)),
        (MissingScores.RAW_SUM, Fraction(2)),
    ],
)
def test_a_way_to_be_compared_makes_a_score_of_what_is_there(
    how: MissingScores, expected: Fraction
) -> None:
    call = a_call(criteria=(ONE,))
    sheets = [a_sheet("A", {"H01": {"K1": 4}}), a_sheet("B", {"H01": {"K1": None}})]

    assert score(assessed(call, *sheets, missing_scores=how)) == expected


def test_zero_is_below_the_scale_where_the_scale_begins_higher() -> None:
    call = a_call(criteria=(attrs.evolve(ONE, aspects=TWO_PARTS, join=Join.ALL),))
    scale = attrs.evolve(policy(call).scale, bottom=Fraction(1), levels=())
    call = attrs.evolve(call, assessment=policy(call, scale=scale))
    sheet = a_sheet("A", {"H01": {"K1.a": 1, "K1.b": None}})

    assert score(assessed(call, sheet, missing_scores=MissingScores.ZERO)) == 0
