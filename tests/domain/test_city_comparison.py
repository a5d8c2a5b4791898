from datetime import date
from fractions import Fraction

from innokumppanuus.domain.city_comparison import CityComparison, GroupSummary
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.profile import Profile, SubjectKind
from innokumppanuus.testing.builders import label


def test_an_indicator_without_a_summary_has_none() -> None:
    summary = GroupSummary(
        indicator="partnership.goals",
        name=label(),
        principle=Principle.PARTNERSHIP,
        cities=5,
        lower=Fraction(1),
        median=Fraction(2),
        upper=Fraction(3),
    )
    own = Profile(kind=SubjectKind.CITY, subject="harjula", name=label())
    compared = CityComparison(own=own, on=date(2026, 1, 1), least_cities=5, group=(summary,))

    assert compared.summary("partnership.goals") == summary
    assert compared.summary("partnership.responsibilities") is None
