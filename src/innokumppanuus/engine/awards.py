"""What each member of a set gets when a part of the cost may do. It chooses no sets."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import attrs

from innokumppanuus.domain.selection import Candidate, LimitKind
from innokumppanuus.engine.rows import Row
from innokumppanuus.errors import SelectionError


@attrs.frozen(kw_only=True)
class Award:
    """
    What one member may get, in whole cents.

    Attributes:
        value: What it is worth whole; a part of the cost is worth the same part of it.
        least: The smallest sum that is viable.
        most: Its whole cost.
    """

    value: Fraction
    least: int
    most: int

    @classmethod
    def of(cls, one: Candidate) -> "Award":
        """Return what the candidate may get."""
        most = one.cost.cents
        least = most if one.least is None else min(one.least.cents, most)
        return cls(value=one.value, least=least, most=most)

    @property
    def is_partial(self) -> bool:
        return self.least < self.most

    @property
    def highest(self) -> Fraction:
        """The most that it can be worth: whole, or as little as may be of what is worth less."""
        return self.value if self.value >= 0 else self.worth(self.least)

    def worth(self, cents: int) -> Fraction:
        """Return what the sum is worth."""
        return self.value * Fraction(cents, self.most) if self.most else self.value


def divided(members: Mapping[str, Award], rows: Sequence[Row]) -> dict[str, int] | None:
    """
    Return the cents that each member gets so that the set is worth the most; None when none do.

    Everyone gets the smallest viable sum first. The rest goes where a euro is worth the most; among
    equals to the higher total, then to the lower cost, then by id, each up to its whole cost.

    Raises:
        SelectionError: When a limit in money holds for some of those who may get a part.
    """
    awards = {one: award.least for one, award in members.items()}
    partial = [one for one, award in members.items() if award.is_partial]
    if partial:
        _refuse_groups(rows, partial)
    budget = next((row.bound for row in rows if row.kind is LimitKind.BUDGET), None)
    left = None if budget is None else budget - sum(awards.values())
    if left is not None and left < 0:
        return None
    for one in sorted(partial, key=lambda one: _by_worth(one, members[one])):
        award = members[one]
        more = award.most - award.least if award.value >= 0 else 0
        more = more if left is None else min(more, left)
        awards[one] += more
        left = None if left is None else left - more
    return awards


def _by_worth(name: str, one: Award) -> tuple[Fraction, Fraction, int, str]:
    return (-one.value / one.most, -one.value, one.most, name)


def _refuse_groups(rows: Iterable[Row], partial: Iterable[str]) -> None:
    names = set(partial)
    for row in rows:
        if row.is_in_money and row.kind is not LimitKind.BUDGET and names & set(row.members):
            raise SelectionError("choice-parts-money", at="selection.limits", limit=row.limit)
