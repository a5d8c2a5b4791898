"""When a decision that was made again counts as the same."""

import pytest

from innokumppanuus.domain.comparison import Change, ChangeKind
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.replay import OutcomeChange, Replay
from innokumppanuus.testing.builders import a_call

CHANGE = Change(path="x", kind=ChangeKind.CHANGED, before="a", after="b")


def a_replay(**changes: object) -> Replay:
    decision = Decision(call=a_call(), ruleset_hash="")
    return Replay(before=decision, after=decision, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["plugins", "parameters"])
def test_other_versions_alone_make_no_difference(name: str) -> None:
    assert a_replay(**{name: (CHANGE,)}).is_equal


def test_another_value_makes_a_difference() -> None:
    assert not a_replay(values=(CHANGE,)).is_equal


def test_another_outcome_makes_a_difference() -> None:
    other = OutcomeChange(application="H01", before=Outcome.CHOSEN, after=None)

    assert not a_replay(outcomes=(other,)).is_equal
