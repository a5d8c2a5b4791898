"""What one city may see of others: what they agreed to, and a summary of the rest. No more."""

from datetime import date
from fractions import Fraction

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.profile import Profile


@attrs.frozen(kw_only=True)
class GroupSummary:
    """
    The levels of one indicator in cities that are not named (ryhmän yhteenveto).

    Attributes:
        indicator: Key of the indicator.
        name: What is looked at.
        principle: Which of the 3P.
        cities: How many cities it is of.
        lower: Lower quartile of the levels.
        median: Middle of the levels.
        upper: Upper quartile of the levels.
    """

    indicator: str
    name: Label
    principle: Principle
    cities: int
    lower: Fraction
    median: Fraction
    upper: Fraction


@attrs.frozen(kw_only=True)
class CityComparison:
    """
    A city beside others as it may see them (kaupunkien vertailu).

    Attributes:
        own: The profile of the city that looks.
        on: The day that consents are looked at.
        least_cities: How many unnamed cities a summary needs.
        agreed: Profiles of cities that agreed, with nothing in them but what they agreed to.
        others: How many other cities there are that agreed to nothing.
        group: Summaries over the cities whose levels are not shown, where there are enough.
    """

    own: Profile
    on: date
    least_cities: int
    agreed: tuple[Profile, ...] = ()
    others: int = 0
    group: tuple[GroupSummary, ...] = ()

    def summary(self, indicator: str) -> GroupSummary | None:
        """Return the summary of the indicator; None when there are too few cities."""
        return next((one for one in self.group if one.indicator == indicator), None)
