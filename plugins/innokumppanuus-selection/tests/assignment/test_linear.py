"""The linear programme shares out as the core's flow does, whatever ties there are."""

from random import Random

import pytest

from innokumppanuus.domain.assignment import AssignmentTask, Reading, Span
from innokumppanuus.engine.assignment import disbelief
from innokumppanuus.engine.assignment_flow import ExactFlow
from innokumppanuus_selection.assignment.linear import LinearAssignment


def random_task(random: Random, most_lot: int, size: int = 6) -> AssignmentTask:
    applications = [f"H{n}" for n in range(random.randint(1, size))]
    evaluators = [f"A{n}" for n in range(random.randint(1, size))]
    return AssignmentTask(
        readers=tuple(
            Span(id=one, least=random.randint(0, 2), most=random.randint(2, 4))
            for one in applications
        ),
        loads=tuple(
            Span(id=one, least=random.randint(0, 2), most=random.randint(2, 5))
            for one in evaluators
        ),
        possible=tuple(
            Reading(
                application=one,
                evaluator=name,
                fit=random.randint(0, 2),
                lot=random.randint(0, most_lot),
            )
            for one in applications
            for name in evaluators
            if random.random() < 0.8
        ),
    )


@pytest.mark.parametrize("most_lot", [0, 1, 65535])
def test_it_agrees_with_the_core(most_lot: int) -> None:
    random = Random(most_lot)
    shared = 0
    for _ in range(150):
        task = random_task(random, most_lot)
        made, known = LinearAssignment().assign(task), ExactFlow().assign(task)
        assert disbelief(task, made) == ""
        assert (made.readings, made.shortages) == (known.readings, known.shortages)
        shared += bool(made.readings)
    assert shared > 50


def test_it_takes_more_than_the_core_does() -> None:
    random = Random(4)
    task = AssignmentTask(
        readers=tuple(Span(id=f"H{n:03}", least=3, most=40) for n in range(150)),
        loads=tuple(Span(id=f"A{n:02}", least=5, most=15) for n in range(40)),
        possible=tuple(
            Reading(
                application=f"H{n:03}",
                evaluator=f"A{m:02}",
                fit=random.randint(0, 3),
                lot=random.randint(0, 65535),
            )
            for n in range(150)
            for m in range(40)
        ),
    )

    made = LinearAssignment().assign(task)

    assert disbelief(task, made) == ""
    assert len(made.readings) == 450


def test_where_nothing_may_be_read_what_is_lacking_is_told() -> None:
    task = AssignmentTask(
        readers=(Span(id="H1", least=1, most=1),), loads=(Span(id="A", most=1),), possible=()
    )

    assert LinearAssignment().assign(task).shortages == ExactFlow().assign(task).shortages
