"""A panel of 136 evaluators, 270 applications and 5 000 ratings can be worked with at once."""

import time
from collections import Counter
from fractions import Fraction
from itertools import pairwise

import attrs
import pytest

from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import missing, stated
from innokumppanuus.engine.decision import decide
from innokumppanuus.errors import Stopped
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.panels.portfolio import PortfolioPanel
from innokumppanuus.faces.widgets.runner import Here, Task, TaskStatus
from innokumppanuus.faces.widgets.states.portfolio import PortfolioState
from innokumppanuus.faces.widgets.states.sections import SectionsState, Stage
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import a_call, a_ruleset
from innokumppanuus.testing.large_panel import (
    APPLICATIONS,
    EVALUATORS,
    RATINGS,
    large_field,
    large_panel,
)

BOUND = 2.0
"""A second on a machine with nothing else to do; as much again where others work beside."""
WEIGHTS = {"K1": Fraction(5), "K2": Fraction(3), "K3": Fraction(2)}
FIELD = large_field()
SHEETS = large_panel(FIELD)
PLUGINS = Plugins.load()
SECTIONS = FacePlugins.load().sections()
LONG = sorted(key for key, one in SECTIONS.items() if one.is_long)
QUICK = sorted(key for key, one in SECTIONS.items() if not one.is_long)


def decided(weighting: Weighting) -> Decision:
    budget = attrs.evolve(
        a_call().budget, total=stated(Money.of(300_000)), maximum=missing(), target=missing()
    )
    assessment = a_call().assessment
    assert assessment is not None
    ruleset = a_ruleset(
        budget=budget,
        assessment=attrs.evolve(assessment, weighting=weighting),
        selection=SelectionPolicy(selector="exact_portfolio", tie_rules=("lower_cost",)),
    )
    return decide(ruleset, FIELD, SHEETS, PLUGINS)


@pytest.fixture(scope="module")
def decision() -> Decision:
    return decided(Weighting(kind=WeightingKind.WEIGHTS, weights=WEIGHTS))


def seconds(since: float) -> float:
    """Return the processor's time, so that what else runs on the machine does not count."""
    return time.process_time() - since


def test_panel_is_as_large_as_it_says_and_uneven() -> None:
    readings = Counter(mark.application for sheet in SHEETS for mark in sheet.marks)

    assert (len(SHEETS), len(FIELD)) == (EVALUATORS, APPLICATIONS)
    assert sum(readings.values()) == RATINGS * len(WEIGHTS)
    assert min(readings.values()) < max(readings.values()) / 5


def test_same_seed_gives_the_same_panel_and_another_seed_another() -> None:
    assert large_panel(FIELD) == SHEETS
    assert large_panel(FIELD, seed=2) != SHEETS


def test_everybody_is_ranked_and_a_set_is_chosen(decision: Decision) -> None:
    assert len(decision.ranking) == APPLICATIONS
    assert decision.selection is not None
    assert decision.selection.chosen is not None


def test_budget_slider_answers_at_once(decision: Decision) -> None:
    state = PortfolioState(decision, PLUGINS, where=Here())
    panel = PortfolioPanel(state, Texts.load("fi"))
    assert panel.budget is not None
    since = time.process_time()

    panel.budget.value = 200_000
    taken = seconds(since)

    assert state.spent is not None and state.spent <= Money.of(200_000)
    assert state.fell_out
    assert taken < BOUND


@pytest.mark.parametrize("key", QUICK)
def test_quick_section_answers_at_once(decision: Decision, key: str) -> None:
    state = SectionsState(decision, PLUGINS, {key: SECTIONS[key]}, Here())
    SECTIONS[key].reckon(decision, PLUGINS, lambda done, of: None)  # what has to be imported
    since = time.process_time()

    state.look(key)
    taken = seconds(since)

    assert state.stage in (Stage.READY, Stage.NOTHING)
    assert taken < BOUND


class Held:
    """Keeps a task until somebody lets it go."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []

    def run(self, task: Task, is_long: bool = False) -> None:
        self.tasks.append(task)


@pytest.mark.parametrize("key", LONG)
def test_long_section_waits_to_be_asked_for_and_can_be_left_at_once(
    decision: Decision, key: str
) -> None:
    where = Held()
    state = SectionsState(decision, PLUGINS, {key: SECTIONS[key]}, where)

    state.look(key)
    unasked, asked = state.stage, len(where.tasks)
    state.start()
    state.stop()
    stopped = state.stage
    where.tasks[0].run()

    assert (unasked, asked, stopped) == (Stage.UNASKED, 0, Stage.STOPPED)
    assert (where.tasks[0].status, state.result) == (TaskStatus.STOPPED, None)


@pytest.mark.parametrize("key", LONG)
def test_long_section_stops_at_its_next_step(decision: Decision, key: str) -> None:
    steps: list[tuple[int, int]] = []

    def stop_at_the_second(done: int, of: int) -> None:
        steps.append((done, of))
        if len(steps) == 2:
            raise Stopped

    with pytest.raises(Stopped):
        SECTIONS[key].reckon(decision, PLUGINS, stop_at_the_second)

    assert len(steps) == 2


def test_near_sets_of_all_are_there_at_once(decision: Decision) -> None:
    since = time.process_time()

    found = SECTIONS["near_sets_all"].reckon(decision, PLUGINS, lambda done, of: None)
    taken = seconds(since)

    assert len(found.optima.portfolios) + len(found.optima.near) > 1
    assert taken < BOUND


def test_no_step_of_the_budget_keeps_a_person_waiting(decision: Decision) -> None:
    told = [time.process_time()]

    def twenty_steps(done: int, of: int) -> None:
        told.append(time.process_time())
        if len(told) > 20:
            raise Stopped

    with pytest.raises(Stopped):
        SECTIONS["frontier_all"].reckon(decision, PLUGINS, twenty_steps)

    assert max(after - before for before, after in pairwise(told)) < BOUND


def test_moving_the_order_of_criteria_answers_at_once(decision: Decision) -> None:
    state = PortfolioState(decision, PLUGINS, where=Here())
    panel = PortfolioPanel(state, Texts.load("fi"))
    panel.kind.value = WeightingKind.ORDER
    since = time.process_time()

    state.up("K3")
    panel.show()
    taken = seconds(since)

    assert state.settings.order != state.original_settings.order
    assert any(row.best < row.rank < row.worst for row in state.rows)
    assert taken < BOUND


def test_order_without_weights_is_ranked_too() -> None:
    order = Weighting(kind=WeightingKind.ORDER, order=(("K1",), ("K2",), ("K3",)))

    decision = decided(order)

    assert any(one.best < one.rank < one.worst for one in decision.ranking)
