"""Conflicts: grounds have a key, and a log entry says who decided, when and why."""

from datetime import date

import pytest

from innokumppanuus.domain.conflicts import (
    Conflict,
    ConflictBasis,
    ConflictGround,
    Ruling,
    RulingKind,
)
from innokumppanuus.domain.sources import Source
from innokumppanuus.testing.builders import label


@pytest.mark.parametrize("lacking", ["evaluator", "application", "by", "reason"])
def test_a_ruling_cannot_lack_what_the_log_needs(lacking: str) -> None:
    given = {"evaluator": "A", "application": "H01", "by": "Pj", "reason": "Nimikaima"}

    with pytest.raises(ValueError):
        Ruling(kind=RulingKind.CLEARED, on=date(2026, 3, 1), **{**given, lacking: ""})


def test_a_ground_needs_a_key() -> None:
    with pytest.raises(ValueError):
        ConflictGround(key="", name=label())


@pytest.mark.parametrize(
    ("source", "verified"),
    [(None, False), (Source(title="Laki"), False), (Source(title="Laki", verified=True), True)],
)
def test_a_ground_is_as_verified_as_its_source(source: Source | None, verified: bool) -> None:
    assert ConflictGround(key="board", name=label(), source=source).verified is verified


def test_a_ground_cannot_be_waived_unless_it_says_so() -> None:
    assert not ConflictGround(key="own_interest", name=label()).can_be_waived


def test_a_conflict_counts_until_something_is_decided() -> None:
    conflict = Conflict(evaluator="A", application="H01")

    assert (conflict.counts, conflict.basis) == (True, ConflictBasis.DECLARED)
