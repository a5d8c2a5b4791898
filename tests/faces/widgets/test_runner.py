"""Work beside the page is watched by its values, and stops when a person stops it."""

import threading

import pytest

from innokumppanuus.errors import Stopped
from innokumppanuus.faces.widgets.runner import Beside, Here, Task, TaskStatus, runner

LONG = 30


def ended(work, where, stop=None):
    """Return the task after it is over, and what was heard of it."""
    heard, over = [], threading.Event()

    def hear(task):
        heard.append((task.status, task.progress))
        if task.is_over:
            over.set()

    task = Task(work, hear)
    where.run(task)
    if stop is not None:
        stop(task)
    assert over.wait(LONG)
    return task, heard


@pytest.mark.parametrize("where", [Here(), Beside()])
def test_task_gives_what_the_work_comes_to(where):
    task, _ = ended(lambda pace: 42, where)

    assert (task.status, task.result, task.error) == (TaskStatus.DONE, 42, None)


@pytest.mark.parametrize("where", [Here(), Beside()])
def test_steps_are_heard_in_order(where):
    def work(pace):
        for done in range(1, 5):
            pace(done, 4)

    _, heard = ended(work, where)

    assert [progress for _, progress in heard] == [(1, 4), (2, 4), (3, 4), (4, 4), (4, 4)]
    assert heard[-1][0] is TaskStatus.DONE


def test_watcher_hears_at_most_a_hundred_steps():
    def work(pace):
        for done in range(10_000):
            pace(done, 10_000)

    _, heard = ended(work, Here())

    assert len(heard) == 100


def test_what_the_work_raises_is_kept_and_ends_nothing_else():
    where = Beside()

    failed, _ = ended(lambda pace: 1 // 0, where)
    after, _ = ended(lambda pace: "well", where)

    assert failed.status is TaskStatus.FAILED
    assert isinstance(failed.error, ZeroDivisionError)
    assert after.result == "well"


def test_stopped_work_ends_at_its_next_step_without_a_result():
    began, steps = threading.Event(), []

    def work(pace):
        for done in range(10**9):
            began.set()
            pace(done, 10**9)
            steps.append(done)
        return "too late"

    def stop(task):
        assert began.wait(LONG)
        task.stop()

    task, _ = ended(work, Beside(), stop)

    assert (task.status, task.result) == (TaskStatus.STOPPED, None)
    assert len(steps) < 10**9


def test_task_that_is_stopped_while_it_waits_never_begins():
    where, gate, began = Beside(), threading.Event(), []
    where.run(Task(lambda pace: gate.wait(LONG), lambda task: None))

    def stop(task):
        task.stop()
        gate.set()

    task, _ = ended(lambda pace: began.append(True), where, stop)

    assert (task.status, began) == (TaskStatus.STOPPED, [])


def test_result_that_comes_after_the_stop_is_not_given():
    held = threading.Event()

    def stop(task):
        task.stop()
        held.set()

    task, _ = ended(lambda pace: held.wait(LONG), Beside(), stop)

    assert (task.status, task.result) == (TaskStatus.STOPPED, None)


def test_caller_does_not_wait_for_work_beside():
    gate = threading.Event()

    where = Beside()
    task = Task(lambda pace: gate.wait(LONG), lambda task: None)
    where.run(task)

    assert not task.is_over
    gate.set()


def test_work_that_stops_itself_counts_as_stopped():
    def work(pace):
        raise Stopped

    task, _ = ended(work, Here())

    assert task.status is TaskStatus.STOPPED


def test_page_outside_the_browser_runs_its_work_beside():
    assert isinstance(runner(), Beside)


def test_nothing_waits_for_a_long_task_that_takes_its_time_to_stop():
    where, gate = Beside(), threading.Event()
    slow = Task(lambda pace: gate.wait(LONG), lambda task: None)
    where.run(slow, is_long=True)
    slow.stop()

    after, _ = ended(lambda pace: "well", where)

    assert (after.result, slow.is_given_up, slow.is_over) == ("well", True, False)
    gate.set()
