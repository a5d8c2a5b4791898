"""What explanations stand on is what the decision was made from."""

from fractions import Fraction

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Limits
from innokumppanuus.engine.best_sets import SmallSets
from innokumppanuus.engine.grounds import grounds_of
from innokumppanuus.testing.decisions import a_decision, core_plugins
from innokumppanuus.testing.grounds import one_of, some_grounds

SCORES = {"H1": (5, 4, 3), "H2": (3, 3, 3), "H3": (1, 2, 2)}


def test_the_grounds_are_the_field_limits_and_set_of_the_decision() -> None:
    made = a_decision(SCORES)

    grounds = grounds_of(made, core_plugins(), SmallSets())

    assert grounds is not None and made.selection is not None
    assert [one.application for one in grounds.field] == ["H1", "H2", "H3"]
    assert grounds.chosen == made.selection.chosen
    assert grounds.limits.budget == made.call.budget.total.value
    assert set(grounds.tops) == set(made.weights)


def test_a_call_without_scores_has_no_grounds() -> None:
    assert grounds_of(a_decision({}), core_plugins(), SmallSets()) is None


def test_the_scores_of_a_set_count_a_part_of_a_cost_as_a_part() -> None:
    field = (one_of("H1", (4, 2, 0), 100, least=50),)
    grounds = some_grounds(field, Limits(budget=Money(75)))

    scores = grounds.scores_of(grounds.chosen)

    assert scores == {"K1": 3, "K2": Fraction(3, 2), "K3": 0}
