from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.assessment import Assessment, ItemScore
from innokumppanuus.domain.call import Budget
from innokumppanuus.domain.decision import Decision, Outcome, Screening
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.precedence import TieRule
from innokumppanuus.domain.selection import Limits, Optima, Portfolio, Selection
from innokumppanuus.domain.sources import stated
from innokumppanuus.engine.limits import limits_of, notes_on_choice, notes_on_limits
from innokumppanuus.testing.builders import a_call, an_application


def budget(total: int) -> Budget:
    return attrs.evolve(a_call().budget, total=stated(Money.of(total)))


def test_limits_are_the_budget_and_the_hard_maximum_but_not_the_target() -> None:
    assert limits_of(a_call()) == Limits(budget=Money.of(50_000), maximum=5)


@pytest.mark.parametrize(("total", "binds"), [(50_000, False), (49_999, True)])
def test_a_budget_that_the_cap_and_the_maximum_cannot_reach_never_binds(
    total: int, binds: bool
) -> None:
    notes = notes_on_limits(a_call(budget=budget(total)))

    assert [one.key for one in notes] == ([] if binds else ["note-budget-never-binds"])


def test_the_note_says_the_sum() -> None:
    (note,) = notes_on_limits(a_call())

    assert str(note).endswith(
        "The budget can never bind: 5 × 10000.00 EUR = 50000.00 EUR, and it is 50000.00 EUR."
    )


def decided(
    *screenings: Screening, size: int | None = None, assessments: tuple[Assessment, ...] = ()
) -> Decision:
    """Return a decision of those screened, with a set of *size* when one has been chosen."""
    only = Portfolio(
        applications=tuple(f"H{i}" for i in range(size or 0)), value=Fraction(1), cost=Money(0)
    )
    return Decision(
        call=a_call(budget=budget(40_000)),
        ruleset_hash="",
        applications=tuple(an_application(one.application) for one in screenings),
        screenings=screenings,
        assessments=assessments,
        selection=None
        if size is None
        else Selection(chosen=only, optima=Optima(portfolios=(only,))),
    )


def told(decision: Decision) -> list[tuple[str, object]]:
    return [(one.key, one.values.get("applications")) for one in notes_on_choice(decision)]


@pytest.mark.parametrize(
    ("size", "notes"), [(2, [("note-below-target", None)]), (3, []), (None, [])]
)
def test_fewer_than_the_target_is_a_note_and_no_more(
    size: int | None, notes: list[tuple[str, object]]
) -> None:
    assert told(decided(size=size)) == notes


WAITING = Screening(application="H07", findings=(Finding(rule="cap", verdict=Verdict.CANNOT_TELL),))
UNRANKED = Screening(application="H08", findings=())


def test_a_choice_before_the_supplements_and_scores_is_said_to_be_provisional() -> None:
    decision = decided(WAITING, UNRANKED, size=3)

    assert told(decision) == [("note-waiting", "H07"), ("note-unranked", "H08")]
    assert decision.is_provisional


def test_where_nothing_is_chosen_nothing_is_provisional() -> None:
    decision = decided(WAITING, UNRANKED)

    assert told(decision) == []
    assert not decision.is_provisional


def test_below_a_threshold_is_final() -> None:
    criteria = (attrs.evolve(a_call().criteria[0], threshold=Fraction(3)),)
    low = Assessment(application="H08", items=(ItemScore(item="K1", score=Fraction(2)),))
    decision = decided(UNRANKED, size=3, assessments=(low,))
    decision = attrs.evolve(decision, call=attrs.evolve(decision.call, criteria=criteria))

    assert decision.outcome("H08") is Outcome.BELOW_THRESHOLD
    assert not decision.is_provisional


def test_a_tie_settled_among_sets_that_are_not_all_listed_is_told_as_settled() -> None:
    only = Portfolio(applications=("H1",), value=Fraction(1), cost=Money.of(1))
    optima = Optima(portfolios=(only,), is_complete=False)
    decision = Decision(
        call=a_call(), ruleset_hash="", selection=Selection(chosen=only, optima=optima)
    )

    keys = {one.key for one in notes_on_choice(decision)}

    assert "note-optima-unlisted-decided" in keys and "note-optima-unlisted" not in keys


def test_a_lottery_among_sets_that_are_not_all_listed_is_told_with_what_to_name() -> None:
    only = Portfolio(applications=("H1",), value=Fraction(1), cost=Money.of(1))
    policy = a_call().selection
    assert policy is not None
    made = Selection(chosen=None, optima=Optima(portfolios=(only,), is_complete=False))

    told_of = {
        rule: {
            one.key
            for one in notes_on_choice(
                Decision(
                    call=a_call(selection=attrs.evolve(policy, tie_rules=(rule,))),
                    ruleset_hash="",
                    selection=made,
                )
            )
        }
        for rule in (TieRule.LOTTERY, TieRule.LOTTERY_IN_ORDER)
    }

    assert "note-lottery-unlisted" in told_of[TieRule.LOTTERY]
    assert "note-lottery-unlisted" not in told_of[TieRule.LOTTERY_IN_ORDER]
