"""The core's sharing out: what brute force finds, whatever the order, within its limits."""

from itertools import product
from random import Random

import pytest

from innokumppanuus.domain.assignment import AssignmentTask, Reading, Span
from innokumppanuus.engine.assignment import disbelief
from innokumppanuus.engine.assignment_flow import MOST_READINGS, ExactFlow, costs_of
from innokumppanuus.errors import TooManyReadings


def random_task(random: Random) -> AssignmentTask:
    applications = [f"H{n}" for n in range(random.randint(1, 3))]
    evaluators = [f"A{n}" for n in range(random.randint(1, 4))]
    possible = [
        Reading(application=one, evaluator=name, fit=random.randint(0, 2), lot=random.randint(0, 2))
        for one in applications
        for name in evaluators
        if random.random() < 0.75
    ]
    return AssignmentTask(
        readers=tuple(
            Span(id=one, least=random.randint(0, 2), most=random.randint(2, 3))
            for one in applications
        ),
        loads=tuple(
            Span(id=name, least=random.randint(0, 1), most=random.randint(1, 3))
            for name in evaluators
        ),
        possible=tuple(possible[:9]),
    )


def by_brute_force(task: AssignmentTask) -> tuple[Reading, ...] | None:
    """Return the best of all sets of readings that keep the limits."""
    best: tuple[object, tuple[Reading, ...]] | None = None
    for taken in product((1, 0), repeat=len(task.possible)):
        readings = tuple(one for one, is_in in zip(task.possible, taken, strict=True) if is_in)
        spans = [(span, [one.application for one in readings]) for span in task.readers]
        spans += [(span, [one.evaluator for one in readings]) for span in task.loads]
        if all(span.least <= names.count(span.id) <= span.most for span, names in spans):
            fit, lots = sum(one.fit for one in readings), sum(one.lot for one in readings)
            key = (len(readings), -fit, lots, tuple(-one for one in taken))
            if best is None or key < best[0]:  # type: ignore[operator]
                best = (key, readings)
    return best[1] if best else None


def test_it_finds_what_brute_force_finds() -> None:
    random = Random(2026)
    infeasible = 0
    for _ in range(1000):
        task = random_task(random)
        made, best = ExactFlow().assign(task), by_brute_force(task)
        assert disbelief(task, made) == ""
        if best is None:
            infeasible += 1
            assert made.shortages
        else:
            assert (made.readings, made.shortages) == (best, ())
    assert 100 < infeasible < 900


def test_no_two_sets_of_readings_cost_the_same() -> None:
    possible = [Reading(application=f"H{n}", evaluator="A", fit=n % 2, lot=n % 3) for n in range(8)]
    costs = costs_of(possible)

    sums = {
        sum(cost for cost, is_in in zip(costs, taken, strict=True) if is_in)
        for taken in product((0, 1), repeat=8)
    }

    assert len(sums) == 256


def test_more_readings_than_it_takes_are_refused() -> None:
    possible = tuple(
        Reading(application=f"H{n:04}", evaluator="A") for n in range(MOST_READINGS + 1)
    )

    with pytest.raises(TooManyReadings) as refused:
        ExactFlow().assign(AssignmentTask(readers=(), loads=(), possible=possible))

    assert (refused.value.count, refused.value.limit) == (MOST_READINGS + 1, MOST_READINGS)
