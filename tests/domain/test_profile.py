"""A profile holds what was said and rated, and tells what it lacks."""

import pytest

from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.profile import (
    Evidence,
    EvidenceSupport,
    LevelDescription,
    Profile,
    ProfileEntry,
    ProfileNeed,
    Rating,
    SubjectKind,
)
from innokumppanuus.domain.sources import Status
from innokumppanuus.errors import InvalidValue
from innokumppanuus.testing.builders import label


def an_entry(
    *statuses: Status,
    level: int | None = 3,
    is_rated: bool = True,
    principle: Principle = Principle.PARTNERSHIP,
) -> ProfileEntry:
    return ProfileEntry(
        indicator=f"{principle}.goals",
        name=label(),
        principle=principle,
        verdict=Verdict.MET,
        is_rated=is_rated,
        level=level,
        evidence=tuple(Evidence(words=label(), status=one) for one in statuses),
    )


@pytest.mark.parametrize("level", [0, 5])
def test_levels_go_from_0_to_5(level: int) -> None:
    assert Rating(indicator="a", level=level).level == level


@pytest.mark.parametrize("level", [-1, 6])
def test_there_is_no_level_outside_them(level: int) -> None:
    with pytest.raises(InvalidValue, match="0 to 5"):
        Rating(indicator="a", level=level)


def test_no_level_outside_them_can_be_described() -> None:
    with pytest.raises(InvalidValue, match="0 to 5"):
        LevelDescription(level=6, words=label())


def test_a_level_that_cannot_be_told_is_not_zero() -> None:
    assert Rating(indicator="a").level is None


@pytest.mark.parametrize(
    ("statuses", "support"),
    [
        ((), EvidenceSupport.NONE),
        ((Status.MISSING,), EvidenceSupport.NONE),
        ((Status.DISPUTED,), EvidenceSupport.DISPUTED),
        ((Status.INFERRED,), EvidenceSupport.SHOWN),
        ((Status.STATED,), EvidenceSupport.SHOWN),
        ((Status.DISPUTED, Status.STATED), EvidenceSupport.SHOWN),
        ((Status.DISPUTED, Status.MISSING), EvidenceSupport.DISPUTED),
    ],
)
def test_only_evidence_that_is_there_supports_a_level(
    statuses: tuple[Status, ...], support: EvidenceSupport
) -> None:
    assert an_entry(*statuses).support is support


@pytest.mark.parametrize(
    ("entry", "need"),
    [
        (an_entry(level=None), ProfileNeed.LEVEL),
        (an_entry(level=None, is_rated=False), None),
        (an_entry(), ProfileNeed.EVIDENCE),
        (an_entry(Status.DISPUTED), ProfileNeed.AGREEMENT),
        (an_entry(Status.STATED), None),
        (an_entry(level=0), ProfileNeed.EVIDENCE),
    ],
)
def test_a_level_is_asked_for_and_then_its_evidence(
    entry: ProfileEntry, need: ProfileNeed | None
) -> None:
    assert entry.need is need


def test_a_profile_tells_every_need() -> None:
    whole, lacking = an_entry(Status.STATED), an_entry(principle=Principle.PROCUREMENT)
    profile = Profile(
        kind=SubjectKind.CITY, subject="harjula", name=label(), entries=(whole, lacking)
    )

    assert list(profile.needs()) == [(lacking, ProfileNeed.EVIDENCE)]


def test_entries_are_found_by_indicator_and_by_principle() -> None:
    first, second = an_entry(), an_entry(principle=Principle.PROCUREMENT)
    profile = Profile(kind=SubjectKind.CITY, subject="h", name=label(), entries=(first, second))

    assert profile.entry("procurement.goals") == second
    assert profile.entry("procurement.other") is None
    assert list(profile.of(Principle.PARTNERSHIP)) == [first]
