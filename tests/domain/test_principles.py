"""The 3P hold what was said and nothing more."""

import pytest

from innokumppanuus.domain.principles import Goal, Principle, Principles, Responsibility
from innokumppanuus.testing.builders import label


def test_a_goal_without_a_measure_is_kept_and_shows_as_such() -> None:
    assert not Goal(name=label("tavoite")).is_measurable
    assert Goal(name=label("tavoite"), measure=label("mitta")).is_measurable


def test_there_are_three_principles() -> None:
    assert {str(one) for one in Principle} == {"partnership", "user_centredness", "procurement"}


def test_nothing_said_is_empty_and_not_filled_in() -> None:
    nothing = Principles()

    assert nothing.partnership.goals == ()
    assert nothing.user_centredness.groups == ()
    assert nothing.procurement.routes == ()


def test_somebody_must_answer_for_a_task() -> None:
    with pytest.raises(ValueError, match="party"):
        Responsibility(party="", task=label())
