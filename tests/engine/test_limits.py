import attrs
import pytest

from innokumppanuus.domain.call import Budget
from innokumppanuus.domain.dates import Count
from innokumppanuus.domain.decision import Screening
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Limits, Optima, Portfolio, Selection
from innokumppanuus.domain.sources import stated
from innokumppanuus.engine.limits import limits_of, notes_on_choice, notes_on_limits
from innokumppanuus.testing.builders import a_call


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


@pytest.mark.parametrize(("size", "keys"), [(2, ["note-below-target"]), (3, [])])
def test_fewer_than_the_target_is_a_note_and_no_more(size: int, keys: list[str]) -> None:
    call = a_call(budget=attrs.evolve(budget(40_000), target=stated(Count(least=3, most=5))))
    ids = tuple(f"H{i}" for i in range(size))
    only = Portfolio(
        applications=ids, value=a_call().scale_of(a_call().criteria[0]).top, cost=Money(0)
    )
    selection = Selection(chosen=only, optima=Optima(portfolios=(only,)))

    assert [one.key for one in notes_on_choice(call, (), selection)] == keys


def test_a_choice_before_the_supplements_is_said_to_be_provisional() -> None:
    waiting = Screening(
        application="H07", findings=(Finding(rule="cap", verdict=Verdict.CANNOT_TELL),)
    )

    notes = notes_on_choice(a_call(budget=budget(40_000)), (waiting,), None)

    assert [(one.key, one.values["applications"]) for one in notes] == [("note-waiting", "H07")]
