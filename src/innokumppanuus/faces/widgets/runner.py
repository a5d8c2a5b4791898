"""Runs what may take long beside the page. It knows no sections and no widgets."""

import sys
import threading
from collections.abc import Callable
from enum import StrEnum
from queue import SimpleQueue
from typing import Any, Protocol, TypeAlias

from innokumppanuus.domain.pace import Pace
from innokumppanuus.errors import Stopped

Work: TypeAlias = Callable[[Pace], Any]
"""What is to be done; it calls the pace as it goes."""

_PARTS = 100


class TaskStatus(StrEnum):
    """How a task stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


class Task:
    """
    One piece of work that can be watched and stopped (tehtävä).

    Attributes:
        status: How it stands.
        progress: Steps done, and of how many; the latter is 0 while nobody knows.
        result: What it came to; None until it is done.
        error: What it raised; None unless it failed.
    """

    def __init__(self, work: Work, heard: Callable[["Task"], None]) -> None:
        """
        Return the task, waiting for a runner.

        Args:
            work: What is to be done.
            heard: Called with the task when it ends, and at most a hundred times as it goes, in
                whatever thread it runs.
        """
        self.status = TaskStatus.WAITING
        self.progress = (0, 0)
        self.result: Any = None
        self.error: Exception | None = None
        self._work = work
        self._heard = heard
        self._is_to_stop = threading.Event()

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens to it."""
        return self.status in (TaskStatus.DONE, TaskStatus.STOPPED, TaskStatus.FAILED)

    @property
    def is_given_up(self) -> bool:
        """Whether it was asked to stop, also when it has not come to its next step yet."""
        return self._is_to_stop.is_set()

    def stop(self) -> None:
        """Ask it to stop; it does at its next step, or never begins."""
        self._is_to_stop.set()

    def run(self) -> None:
        """Do the work in this thread, whatever comes of it."""
        try:
            self._step(0, 0)
            self.status = TaskStatus.RUNNING
            self.result = self._work(self._step)
            self._step(*self.progress)
            self.status = TaskStatus.DONE
        except Stopped:
            self.result, self.status = None, TaskStatus.STOPPED
        except Exception as error:
            # Whoever watches tells the person; in this thread nobody would hear of it.
            self.error, self.status = error, TaskStatus.FAILED
        self._heard(self)

    def _step(self, done: int, of: int) -> None:
        if self._is_to_stop.is_set():
            raise Stopped
        before, self.progress = self.progress, (done, of)
        if of and _part(*before) != _part(done, of):
            self._heard(self)


class Runner(Protocol):
    """Where tasks are run."""

    def run(self, task: Task, is_long: bool = False) -> None:
        """Run the task, now or later; it says itself when it is over; none waits for a long one."""
        ...


class Here:
    """Runs tasks in the thread of the caller, which waits (suoritus heti)."""

    def run(self, task: Task, is_long: bool = False) -> None:
        task.run()


class Beside:
    """
    Runs tasks beside the caller, which does not wait (taustalla).

    Short ones run one after another, so that those given up meanwhile never begin; each long one
    has a thread of its own, because one that is given up may take its time to the next step.
    """

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Task] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def run(self, task: Task, is_long: bool = False) -> None:
        if is_long:
            _begun(task.run)
            return
        self._waiting.put(task)
        if self._thread is None:
            self._thread = _begun(self._work)

    def _work(self) -> None:
        while True:
            self._waiting.get().run()


def runner() -> Runner:
    """Return a runner that keeps the page alive; in a browser there are no threads to run in."""
    return Here() if sys.platform == "emscripten" else Beside()


def _begun(work: Callable[[], None]) -> threading.Thread:
    # A page that is closed must not wait for what nobody looks at any more.
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def _part(done: int, of: int) -> int:
    return _PARTS * done // of if of else 0
