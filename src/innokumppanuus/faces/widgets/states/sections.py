"""Which section is looked at, and how far its reckoning is. It reckons and tells nothing itself."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.plugins import Section
from innokumppanuus.faces.widgets.runner import Runner, Task, TaskStatus
from innokumppanuus.faces.widgets.states.settings import check_known
from innokumppanuus.plugin.manager import Plugins


class Stage(StrEnum):
    """How the section that is looked at stands."""

    CLOSED = "closed"
    UNASKED = "unasked"
    RUNNING = "running"
    READY = "ready"
    NOTHING = "nothing"
    STOPPED = "stopped"
    FAILED = "failed"


_STAGES: Mapping[TaskStatus, Stage] = {
    TaskStatus.WAITING: Stage.RUNNING,
    TaskStatus.RUNNING: Stage.RUNNING,
    TaskStatus.STOPPED: Stage.STOPPED,
    TaskStatus.FAILED: Stage.FAILED,
}


class SectionsState:
    """
    The sections of one decision at a time, of which one is looked at (osiot).

    A quick section is reckoned as soon as it is looked at, a long one when it is asked for. What
    was reckoned of a decision is kept, so that going back to earlier settings takes no time.
    """

    def __init__(
        self,
        decision: Decision,
        plugins: Plugins,
        sections: Mapping[str, Section],
        runner: Runner,
    ) -> None:
        """Return the state with nothing looked at."""
        ordered = sorted(sections.values(), key=lambda one: (one.order, one.key))
        self.sections = {one.key: one for one in ordered}
        self.looked_at = ""
        self._decision = decision
        self._plugins = plugins
        self._runner = runner
        self._task: Task | None = None
        self._kept: dict[tuple[str, str], Any] = {}
        self._listeners: list[Callable[[], None]] = []

    @property
    def names(self) -> Mapping[str, Label]:
        """Name by key of every section, in their order."""
        return {key: one.name for key, one in self.sections.items()}

    @property
    def decision(self) -> Decision:
        """What the sections are reckoned of."""
        return self._decision

    @property
    def section(self) -> Section | None:
        """The section that is looked at."""
        return self.sections.get(self.looked_at)

    @property
    def stage(self) -> Stage:
        """How the section that is looked at stands."""
        if not self.looked_at:
            return Stage.CLOSED
        if self._place in self._kept:
            return Stage.NOTHING if self._kept[self._place] is None else Stage.READY
        if self._task is None:
            return Stage.UNASKED
        is_left = self._task.is_given_up and self._task.error is None
        return Stage.STOPPED if is_left else _STAGES[self._task.status]

    @property
    def result(self) -> Any:
        """What the section came to; None unless it is ready."""
        return self._kept.get(self._place)

    @property
    def progress(self) -> tuple[int, int]:
        """Steps done and of how many; 0 of 0 while nobody knows."""
        return self._task.progress if self._task else (0, 0)

    @property
    def error(self) -> Exception | None:
        """Why the reckoning failed; None unless it did."""
        return self._task.error if self._task else None

    def listen(self, listener: Callable[[], None]) -> None:
        """Call *listener* whenever a reckoning moves on, in whatever thread it runs."""
        self._listeners.append(listener)

    def look(self, key: str) -> None:
        """Look at the section with the key; empty text looks at none."""
        if key:
            check_known(key, self.sections)
        self._leave()
        self.looked_at = key
        self._start_quick()

    def follow(self, decision: Decision) -> None:
        """Look at the same section of another decision."""
        if decision.ruleset_hash == self._decision.ruleset_hash:
            return
        self._leave()
        self._decision = decision
        self._start_quick()

    def start(self) -> None:
        """Reckon the section that is looked at, unless its result is there or on its way."""
        section, place, decision = self.section, self._place, self._decision
        if section is None or self.stage in (Stage.READY, Stage.NOTHING, Stage.RUNNING):
            return
        task = Task(
            lambda pace: section.reckon(decision, self._plugins, pace),
            lambda one: self._heard(one, place),
        )
        self._task = task
        self._runner.run(task, is_long=section.is_long)

    def stop(self) -> None:
        """Stop the reckoning that is under way; there will be no result."""
        if self._task is not None:
            self._task.stop()

    @property
    def _place(self) -> tuple[str, str]:
        return self.looked_at, self._decision.ruleset_hash

    def _leave(self) -> None:
        self.stop()
        self._task = None

    def _start_quick(self) -> None:
        if self.section is not None and not self.section.is_long:
            self.start()

    def _heard(self, task: Task, place: tuple[str, str]) -> None:
        if task.status is TaskStatus.DONE:
            self._kept[place] = task.result
        if task is self._task:
            for listener in self._listeners:
                listener()
