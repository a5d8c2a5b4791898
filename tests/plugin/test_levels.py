"""Levels are optional: an indicator without them keeps working and is never rated."""

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.principles import Principle, Principles
from innokumppanuus.domain.profile import LevelDescription
from innokumppanuus.engine.principles import GoalsAreMeasurable
from innokumppanuus.plugin.guard import INDICATOR, guarded
from innokumppanuus.plugin.interfaces import Observation
from innokumppanuus.plugin.levels import levels_of
from innokumppanuus.testing.builders import label

LEVELS = tuple(LevelDescription(level=one, words=label(str(one))) for one in (0, 5))


class Described:
    """An indicator with described levels."""

    key = "mycity.described"
    name: Label = label()
    principle = Principle.PARTNERSHIP
    levels = LEVELS

    def observe(self, principles: Principles) -> Observation:
        raise NotImplementedError


def test_an_indicator_that_describes_levels_has_them() -> None:
    assert levels_of(Described()) == LEVELS


def test_the_levels_are_there_also_when_a_plugin_hands_the_indicator_on() -> None:
    assert levels_of(guarded("mycity", Described(), INDICATOR)) == LEVELS


def test_an_indicator_without_levels_has_none() -> None:
    assert levels_of(GoalsAreMeasurable(key="m", name=label())) == ()
