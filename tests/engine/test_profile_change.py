"""Change is told only where both profiles say; not knowing is no fall."""

import attrs
import pytest

from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.profile import Profile, ProfileEntry, ProfileMove, SubjectKind
from innokumppanuus.engine.profile_change import changes
from innokumppanuus.testing.builders import label

MET, NOT, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL


def a_profile(level: int | None = None, verdict: Verdict = UNKNOWN, key: str = "a") -> Profile:
    entry = ProfileEntry(
        indicator=key,
        name=label(key),
        principle=Principle.PARTNERSHIP,
        verdict=verdict,
        is_rated=True,
        level=level,
    )
    return Profile(kind=SubjectKind.CITY, subject="harjula", name=label(), entries=(entry,))


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        ((1, UNKNOWN), (3, UNKNOWN), ProfileMove.ROSE),
        ((3, UNKNOWN), (1, UNKNOWN), ProfileMove.FELL),
        ((0, UNKNOWN), (0, UNKNOWN), ProfileMove.SAME),
        ((0, UNKNOWN), (None, UNKNOWN), ProfileMove.CANNOT_TELL),
        ((None, UNKNOWN), (0, UNKNOWN), ProfileMove.CANNOT_TELL),
        ((3, MET), (None, NOT), ProfileMove.CANNOT_TELL),
        ((None, NOT), (None, MET), ProfileMove.ROSE),
        ((None, MET), (None, NOT), ProfileMove.FELL),
        ((None, MET), (None, MET), ProfileMove.SAME),
        ((None, MET), (None, UNKNOWN), ProfileMove.CANNOT_TELL),
        ((2, MET), (2, NOT), ProfileMove.SAME),
    ],
)
def test_levels_are_compared_with_levels_and_verdicts_only_without_any(
    before: tuple[int | None, Verdict], after: tuple[int | None, Verdict], move: ProfileMove
) -> None:
    (change,) = changes(a_profile(*before), a_profile(*after))

    assert change.move is move


def test_an_indicator_that_one_profile_did_not_look_at_cannot_be_told() -> None:
    found = changes(a_profile(3, key="old"), a_profile(3, key="new"))

    assert [(one.indicator, one.move) for one in found] == [
        ("new", ProfileMove.CANNOT_TELL),
        ("old", ProfileMove.CANNOT_TELL),
    ]
    assert (found[0].before, found[1].after) == (None, None)


def test_turning_time_round_turns_the_change() -> None:
    first, second = a_profile(1), a_profile(4)

    forth, back = changes(first, second), changes(second, first)

    assert (forth[0].move, back[0].move) == (ProfileMove.ROSE, ProfileMove.FELL)
    assert attrs.evolve(forth[0], move=ProfileMove.SAME, before=None, after=None) == attrs.evolve(
        back[0], move=ProfileMove.SAME, before=None, after=None
    )
