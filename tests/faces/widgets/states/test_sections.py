"""What is reckoned of the section that is looked at, and when."""

import threading

import attrs
import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.engine.decision import rechoose
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.widgets.runner import Beside, Here
from innokumppanuus.faces.widgets.states.sections import SectionsState, Stage
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.decisions import a_decision, core_plugins

LONG = 30
FIELD = {"H01": (5, 1, 1), "H02": (4, 4, 3)}
PLUGINS = core_plugins()
DECISION = a_decision(FIELD, plugins=PLUGINS)
OTHER = rechoose(DECISION, PLUGINS, budget=Money.of(10_000))


@attrs.define
class Ranked:
    """A section that tells who is ranked, and counts how often it was reckoned."""

    key: str = "ranked"
    order: int = 10
    is_long: bool = False
    name: object = attrs.field(factory=label)
    times: int = 0

    def reckon(self, decision, plugins, pace):
        self.times += 1
        pace(1, 1)
        return tuple(one.application for one in decision.ranking) or None

    def html(self, result, decision, texts):
        return f"<p>{', '.join(result)}</p>"


def a_state(*sections, where=None):
    by_key = {one.key: one for one in sections}
    return SectionsState(DECISION, PLUGINS, by_key, where or Here())


def test_nothing_is_reckoned_until_it_is_looked_at():
    section = Ranked()

    state = a_state(section)

    assert (state.stage, section.times) == (Stage.CLOSED, 0)


def test_quick_section_is_ready_when_it_is_looked_at():
    state = a_state(Ranked())

    state.look("ranked")

    assert (state.stage, state.result) == (Stage.READY, ("H02", "H01"))


def test_long_section_waits_until_it_is_asked_for():
    state = a_state(Ranked(is_long=True))

    state.look("ranked")
    before = state.stage
    state.start()

    assert (before, state.stage) == (Stage.UNASKED, Stage.READY)


def test_sections_stand_in_their_order():
    state = a_state(Ranked("b", 20), Ranked("c", 10), Ranked("a", 20))

    assert list(state.names) == ["c", "a", "b"]


def test_section_that_nobody_offers_is_refused_with_the_nearest_name():
    with pytest.raises(InvalidValue) as refused:
        a_state(Ranked()).look("rankd")

    assert refused.value.values["meant"] == "ranked"


def test_other_settings_are_reckoned_anew():
    section = Ranked()
    state = a_state(section)
    state.look("ranked")

    state.follow(OTHER)

    assert (state.stage, section.times) == (Stage.READY, 2)


def test_settings_that_were_there_before_are_not_reckoned_again():
    section = Ranked()
    state = a_state(section)
    state.look("ranked")

    state.follow(OTHER)
    state.follow(DECISION)

    assert (state.stage, section.times) == (Stage.READY, 2)


def test_long_section_of_other_settings_waits_to_be_asked_for_again():
    state = a_state(Ranked(is_long=True))
    state.look("ranked")
    state.start()

    state.follow(OTHER)

    assert (state.stage, state.result) == (Stage.UNASKED, None)


def test_section_with_nothing_to_tell_says_so():
    state = SectionsState(attrs.evolve(DECISION, ranking=()), PLUGINS, {"ranked": Ranked()}, Here())

    state.look("ranked")

    assert (state.stage, state.result) == (Stage.NOTHING, None)


def test_what_the_reckoning_raises_is_kept_for_the_person():
    class Broken(Ranked):
        def reckon(self, decision, plugins, pace):
            raise ValueError("no such weights")

    state = a_state(Broken())

    state.look("ranked")

    assert state.stage is Stage.FAILED
    assert str(state.error) == "no such weights"


class Slow(Ranked):
    """A section that goes on until it is stopped."""

    def reckon(self, decision, plugins, pace):
        self.times += 1
        for done in range(10**12):
            pace(done % 50, 100)


def until(state, stage):
    """Wait until the state is there, told by itself."""
    there = threading.Event()
    state.listen(lambda: there.set() if state.stage is stage else None)
    if state.stage is not stage:
        assert there.wait(LONG)


def test_reckoning_that_is_stopped_has_no_result():
    state = a_state(Slow(is_long=True), where=Beside())
    state.look("ranked")
    state.start()
    running = state.stage

    state.stop()
    until(state, Stage.STOPPED)

    assert (running, state.result) == (Stage.RUNNING, None)


def test_stopped_reckoning_can_be_started_again():
    section = Slow(is_long=True)
    state = a_state(section, where=Beside())
    state.look("ranked")
    state.start()
    state.stop()
    until(state, Stage.STOPPED)

    state.start()
    until_moved(state)
    state.stop()

    assert section.times == 2


def until_moved(state):
    moved = threading.Event()
    state.listen(lambda: moved.set() if state.progress[1] else None)
    assert moved.wait(LONG)


def test_progress_is_told_while_the_reckoning_goes_on():
    state = a_state(Slow(is_long=True), where=Beside())
    state.look("ranked")

    state.start()
    until_moved(state)
    done, of = state.progress
    state.stop()

    assert of == 100
    assert 0 <= done < 50


def test_looking_elsewhere_stops_what_nobody_looks_at():
    state = a_state(Slow("slow", is_long=True), Ranked(), where=Beside())
    state.look("slow")
    state.start()

    state.look("ranked")
    until(state, Stage.READY)

    assert state.result == ("H02", "H01")


def test_stopped_reckoning_is_left_at_once_also_when_its_next_step_is_far():
    gate = threading.Event()

    class Far(Ranked):
        def reckon(self, decision, plugins, pace):
            gate.wait(LONG)
            return "too late"

    state = a_state(Far(is_long=True), where=Beside())
    state.look("ranked")
    state.start()

    state.stop()
    stage = state.stage
    gate.set()

    assert (stage, state.result) == (Stage.STOPPED, None)
