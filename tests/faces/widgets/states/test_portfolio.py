"""What follows from the settings of a portfolio."""

from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.decision import Outcome
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import missing
from innokumppanuus.engine.decision import rechoose
from innokumppanuus.engine.explanation import reasons
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.widgets.states.portfolio import Change, PortfolioState
from innokumppanuus.testing.builders import a_call
from innokumppanuus.testing.decisions import a_decision, core_plugins

FIELD = {"H01": (5, 1, 1), "H02": (4, 4, 3), "H03": (1, 5, 5), "H04": (0, 1, 4)}
TWO = {"budget": attrs.evolve(a_call().budget, maximum=missing(), target=missing())}


def a_state(field=FIELD, maximum=2, **changes):
    plugins = core_plugins()
    state = PortfolioState(a_decision(field, plugins=plugins, **{**TWO, **changes}), plugins)
    state.set_maximum(maximum)
    # The choice of two is what the tests call the original one.
    return PortfolioState(state.decision, plugins)


def test_nothing_moved_is_the_original_decision():
    state = a_state()

    assert state.decision is state.original


def test_first_criterion_decides_the_original_choice():
    assert a_state().chosen == ("H01", "H02")


def test_moving_the_last_criterion_first_changes_who_is_chosen():
    state = a_state()

    state.move("K3", 1)

    assert (state.came_in, state.fell_out) == (("H03",), ("H01",))


def test_change_is_told_on_the_row_of_each_application():
    state = a_state()

    state.move("K3", 1)

    changes = {row.application: row.change for row in state.rows}
    assert changes == {
        "H01": Change.FELL_OUT,
        "H02": Change.NONE,
        "H03": Change.CAME_IN,
        "H04": Change.NONE,
    }


def test_row_keeps_the_rank_it_had_before():
    state = a_state()

    state.move("K3", 1)

    ranks = {row.application: (row.rank_before, row.rank) for row in state.rows}
    assert ranks["H03"] == (3, 1)


def test_state_shows_what_the_engine_chooses_anew():
    plugins = core_plugins()
    decision = a_decision(FIELD, plugins=plugins)
    state = PortfolioState(decision, plugins)

    state.set_budget(Money.of(20_000))

    assert state.decision == rechoose(
        decision,
        plugins,
        weighting=decision.call.assessment.weighting,
        budget=Money.of(20_000),
        maximum=5,
    )


def test_budget_of_one_pilot_chooses_one():
    state = a_state()

    state.set_budget(Money.of(10_000))

    assert len(state.chosen) == 1
    assert state.spent == Money.of(10_000)


def test_budget_of_nothing_chooses_nothing():
    state = a_state()

    state.set_budget(Money.of(0))

    assert state.chosen == ()


def test_negative_budget_is_refused_and_nothing_changes():
    state = a_state()

    with pytest.raises(InvalidValue) as refused:
        state.set_budget(Money.of("-1"))

    assert refused.value.key == "budget-negative"
    assert state.settings == state.original_settings


def test_maximum_of_none_at_all_is_refused():
    with pytest.raises(InvalidValue) as refused:
        a_state().set_maximum(0)

    assert refused.value.key == "maximum-least"


def test_weights_that_nobody_moved_are_the_exact_ones():
    state = a_state()

    state.use_weights()

    assert state.weights == state.original.weights


def test_budget_moves_leave_stated_weights_exact():
    third = Weighting(
        kind=WeightingKind.WEIGHTS, weights=dict.fromkeys(("K1", "K2", "K3"), Fraction(1, 3))
    )
    state = a_state(assessment=attrs.evolve(a_call().assessment, weighting=third))

    state.set_budget(Money.of(10_000))

    assert set(state.weights.values()) == {Fraction(1, 3)}


def test_weight_of_one_criterion_alone_decides():
    state = a_state()

    state.use_weights()
    for item, points in (("K3", 100), ("K1", 0), ("K2", 0)):
        state.set_weight(item, points)

    assert state.weights["K3"] == 1
    assert state.chosen == ("H03", "H04")


def test_weights_wait_until_they_are_used():
    state = a_state()

    state.set_weight("K1", 0)

    assert state.chosen == state.original.selection.chosen.applications


def test_reset_goes_back_to_the_call():
    state = a_state()
    state.move("K3", 1)
    state.set_budget(Money.of(10_000))

    state.reset()

    assert state.decision is state.original


def test_same_settings_are_the_same_decision_whatever_the_way_to_them():
    one, other = a_state(), a_state()

    one.move("K3", 1)
    one.set_budget(Money.of(10_000))
    other.set_budget(Money.of(10_000))
    other.up("K3")
    other.up("K3")

    assert one.decision == other.decision


def test_answer_is_the_engines_with_the_present_settings():
    plugins = core_plugins()
    state = PortfolioState(a_decision(FIELD, plugins=plugins), plugins)
    state.set_maximum(1)

    told = state.ask("H04")

    assert told == reasons(state.decision, "H04", plugins)
    assert "not_chosen" in {reason.key for reason in told}


def test_question_stays_when_settings_change():
    state = a_state()
    before = state.ask("H01")

    state.move("K3", 1)

    assert state.reasons != before


def test_unknown_application_cannot_be_asked_about():
    with pytest.raises(InvalidValue):
        a_state().ask("H99")


def test_no_question_has_no_reasons():
    state = a_state()
    state.ask("H01")

    state.ask("")

    assert state.reasons == ()


def test_best_left_out_is_the_next_in_the_ranking():
    assert a_state().best_left_out == "H03"


def test_nobody_is_left_out_when_all_are_chosen():
    assert a_state(maximum=4).best_left_out == ""


def test_budget_slider_reaches_what_all_ask_for():
    state = a_state(field={f"H{n:02}": (1, 1, n % 5) for n in range(1, 9)})

    assert state.budget_top == Money.of(80_000)


def test_call_without_budget_has_no_budget_slider():
    nothing = attrs.evolve(TWO["budget"], total=missing())

    assert a_state(budget=nothing).budget_top is None


def test_unbroken_tie_is_left_to_people():
    policy = attrs.evolve(a_call().selection, tie_rules=())
    state = a_state({"H01": (5, 5, 5), "H02": (3, 3, 3), "H03": (3, 3, 3)}, selection=policy)

    assert state.chosen == ("H01",)
    assert state.tied == ("H02", "H03")
    assert state.rows[1].outcome is Outcome.TIED
    assert state.spent is None


def test_robust_choice_is_told():
    state = a_state({"H01": (5, 5, 5), "H02": (4, 4, 4), "H03": (1, 1, 1)})

    assert state.holds


def test_choice_that_weights_decide_is_told():
    state = a_state({"H01": (5, 0, 0), "H02": (4, 4, 4), "H03": (4, 3, 3)}, maximum=1)

    assert not state.holds
