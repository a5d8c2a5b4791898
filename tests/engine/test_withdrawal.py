"""What changes among the others when one that is not chosen withdraws."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.selection import Candidate, Limits, Optima
from innokumppanuus.engine.choice import Choice
from innokumppanuus.engine.decision import choice_in
from innokumppanuus.engine.selection import portfolio
from innokumppanuus.engine.withdrawal import by_method, withdrawals, without
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.decisions import a_decision, core_plugins

WEIGHTS = {"K1": Fraction(1), "K2": Fraction(0), "K3": Fraction(0)}


@attrs.frozen
class BestOfAFullHouse:
    """Takes the highest, but the lowest when fewer than three apply: it depends on others."""

    key: str = "full_house"
    name: Label = label()

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        ordered = sorted(candidates, key=lambda one: one.value)
        taken = ordered[-1] if len(ordered) > 2 else ordered[0]
        return Optima(portfolios=(portfolio([taken]),))


def a_choice(scores: Mapping[str, tuple[int, ...]], **changes: object) -> Choice:
    choice = choice_in(a_decision(scores, **changes), core_plugins())
    assert choice is not None
    return choice


def test_the_best_sum_does_not_depend_on_who_is_left_out() -> None:
    marks = {f"H{n}": (n % 6, 3, 3) for n in range(1, 9)}

    found = list(withdrawals(a_choice(marks), WEIGHTS))

    assert found
    assert not any(one.changes_choice or one.turned for one in found)


def test_those_in_every_best_set_are_not_asked_about() -> None:
    marks = {f"H{n}": (n, 3, 3) for n in range(6)}

    found = list(withdrawals(a_choice(marks), WEIGHTS))

    assert [one.application for one in found] == ["H0"]


def test_of_equal_ones_the_best_sets_without_the_one_that_withdraws_stay() -> None:
    marks = {f"H{n}": (3, 3, 3) for n in range(6)}

    found = list(withdrawals(a_choice(marks), WEIGHTS))

    assert len(found) == 6
    assert all(len(one.before) == 1 and not one.changes_choice for one in found)


def test_a_method_that_looks_at_the_others_may_change_its_choice() -> None:
    marks = {"H1": (1, 1, 1), "H2": (3, 3, 3), "H3": (5, 5, 5)}

    choice = by_method(a_choice(marks), BestOfAFullHouse())
    found = {one.application: one for one in withdrawals(choice, WEIGHTS)}

    assert found["H1"].changes_choice
    assert (found["H1"].before, found["H1"].after) == ((("H3",),), (("H2",),))


def test_the_method_of_the_rule_set_keeps_its_options() -> None:
    choice = a_choice({"H1": (1, 1, 1)})

    assert by_method(choice, choice.selector) is choice
    assert by_method(choice, BestOfAFullHouse()).policy.options == {}


def test_a_choice_without_one_keeps_its_limits() -> None:
    choice = a_choice({"H1": (1, 1, 1), "H2": (2, 2, 2)})

    rest = without(choice, "H1")

    assert list(rest.costs) == list(rest.scores) == ["H2"]
    assert rest.limits == choice.limits
