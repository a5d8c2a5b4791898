"""What voters have left in whole numbers, for where rounding could decide. It picks no project."""

from fractions import Fraction
from math import gcd, lcm
from typing import Self

from innokumppanuus_selection.votes.profile import Profile


class ExactShares:
    """
    The purses of the voters over one common denominator, which grows with each purchase.

    A purse is brought to the denominator of today only when somebody looks at it.
    """

    def __init__(self, profile: Profile, endowment: Fraction) -> None:
        self._profile = profile
        self._purse = [endowment.numerator] * profile.ballots
        self._at = [0] * profile.ballots
        self._denominators = [endowment.denominator]

    def copy(self) -> Self:
        """Return the same purses, to go on with otherwise."""
        other = object.__new__(type(self))
        other._profile = self._profile
        other._purse, other._at = list(self._purse), list(self._at)
        other._denominators = list(self._denominators)
        return other

    def price(self, project: int) -> Fraction | None:
        """
        Return what each supporter pays for a point of theirs; None when they cannot pay it all.

        Those who have less pay all they have.
        """
        support, cost = self._profile.support[project], self._profile.costs[project]
        denominator = self._denominators[-1]
        points, voters = support.points.tolist(), support.voters.tolist()
        purses = [self._today(one) for one in support.ballots.tolist()]
        needed = cost * denominator
        if sum(map(int.__mul__, purses, voters)) < needed:
            return None
        whole = lcm(1, *set(points))
        order = sorted(range(len(purses)), key=lambda i: purses[i] * (whole // points[i]))
        rich = sum(map(int.__mul__, points, voters))
        for i in order:
            if needed * points[i] <= purses[i] * rich:
                return Fraction(needed, rich * denominator)
            needed -= purses[i] * voters[i]
            rich -= points[i] * voters[i]
        return Fraction(0)

    def pay(self, project: int, price: Fraction) -> None:
        """Let each supporter pay the price of their points, or all they have."""
        support, before = self._profile.support[project], self._denominators[-1]
        today = lcm(before, price.denominator)
        each = price.numerator * (today // price.denominator)
        step, epoch = today // before, len(self._denominators)
        purses = [self._today(one) * step for one in support.ballots.tolist()]
        self._denominators.append(today)
        for one, purse, points in zip(
            support.ballots.tolist(), purses, support.points.tolist(), strict=True
        ):
            self._purse[one] = max(purse - each * points, 0)
            self._at[one] = epoch

    def key(self) -> tuple[int, ...]:
        """Return the purses in lowest terms, so that equal ones are equal however they came."""
        purses = [self._today(one) for one in range(self._profile.ballots)]
        common = gcd(self._denominators[-1], *purses)
        return (self._denominators[-1] // common, *(one // common for one in purses))

    def _today(self, ballot: int) -> int:
        epoch = self._at[ballot]
        if epoch < len(self._denominators) - 1:
            self._purse[ballot] *= self._denominators[-1] // self._denominators[epoch]
            self._at[ballot] = len(self._denominators) - 1
        return self._purse[ballot]
