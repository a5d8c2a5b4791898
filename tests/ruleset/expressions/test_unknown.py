"""The third truth value."""

import pytest

from innokumppanuus.problem_texts import PROBLEM_TEXTS
from innokumppanuus.ruleset.expressions import UNKNOWN, unknown
from innokumppanuus.ruleset.expressions.unknown import Unknown


def test_unknown_cannot_be_taken_for_true_or_false() -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(UNKNOWN)


def test_unknown_equals_only_itself() -> None:
    assert Unknown() != UNKNOWN
    assert UNKNOWN == UNKNOWN


def test_every_cause_has_words() -> None:
    causes = [one for one in vars(unknown).values() if isinstance(one, Unknown) and one.note]

    assert causes
    assert {one.note for one in causes} <= set(PROBLEM_TEXTS)
