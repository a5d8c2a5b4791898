"""The exact choice of a small field: every best set within the limits, and named tie rules."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from math import lcm

import attrs

from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import total
from innokumppanuus.domain.selection import Candidate, Limits, Optima, Portfolio
from innokumppanuus.errors import TooManyApplications

MOST_CANDIDATES = 30
MOST_LISTED = 10_000
BY_PEOPLE = "people"


@attrs.frozen
class ExactSum:
    """
    The sets with the highest sum of totals within the limits (paras yhteispistemäärä), all of them.

    Branch and bound in whole numbers; the bound is the smaller of what the free places and what
    the money that is left could bring at most.
    """

    key: str = "exact_sum"
    name: Label = Label(
        "Suurin yhteispistemäärä rajoissa",
        "Högsta sammanlagda poäng inom gränserna",
        "Highest sum of totals within the limits",
    )

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        """See `plugin.interfaces.Selector`. Takes at most 30 candidates, lists at most 10 000."""
        if len(candidates) > MOST_CANDIDATES:
            raise TooManyApplications(len(candidates), MOST_CANDIDATES)
        scale = lcm(1, *(one.value.denominator for one in candidates))
        ordered = sorted(candidates, key=lambda one: (-one.value, one.cost.cents, one.application))
        search = _Search(
            values=[int(one.value * scale) for one in ordered],
            costs=[one.cost.cents for one in ordered],
            money=limits.budget.cents if limits.budget else None,
            places=limits.maximum if limits.maximum is not None else len(ordered),
        )
        found = search.all_best(MOST_LISTED + 1)
        sets = [tuple(ordered[i] for i in one) for one in found[:MOST_LISTED]]
        portfolios = sorted((portfolio(one) for one in sets), key=lambda one: one.applications)
        return Optima(portfolios=tuple(portfolios), is_complete=len(found) <= MOST_LISTED)


def portfolio(members: Iterable[Candidate]) -> Portfolio:
    """Return the set of *members* with its value and cost."""
    chosen = sorted(members, key=lambda one: one.application)
    currency = chosen[0].cost.currency if chosen else "EUR"
    return Portfolio(
        applications=tuple(one.application for one in chosen),
        value=sum((one.value for one in chosen), Fraction(0)),
        cost=total((one.cost for one in chosen), currency),
    )


def break_ties(
    optima: Optima,
    policy: SelectionPolicy,
    candidates: Iterable[Candidate],
    order: Sequence[Sequence[str]],
) -> tuple[Portfolio | None, str]:
    """
    Return the set that the tie rules leave and the rule that decided.

    Args:
        optima: Every best set.
        policy: Names the tie rules, in their order, and the seed of the lottery.
        candidates: Everyone who could be chosen.
        order: Items from the most to the least important; a group counts together.

    Returns:
        The set and `""` when there is one optimum; the set and the rule's name when a rule leaves
        one; None and `people` when none does, or when the optima are not all listed.
    """
    left = list(optima.portfolios)
    if len(left) <= 1 and optima.is_complete:
        return (left[0] if left else None), ""
    if not optima.is_complete:
        return None, BY_PEOPLE
    scores = {one.application: one.scores for one in candidates}
    rules: dict[str, Callable[[Portfolio], object]] = {
        "criteria_order": partial(_by_importance, scores=scores, order=order),
        "lower_cost": lambda one: one.cost.cents,
        "lottery": lambda one: lot(policy.lottery_seed, one.applications),
    }
    for name in policy.tie_rules:
        keyed = [(rules[name](one), one) for one in left]
        best = min(key for key, _ in keyed)  # type: ignore[type-var]
        left = [one for key, one in keyed if key == best]
        if len(left) == 1:
            return left[0], name
    return None, BY_PEOPLE


def lot(seed: str, applications: Iterable[str]) -> str:
    """
    Return the lot of a set: SHA-256 of the published seed and its ids, smallest wins.

    Anyone can check it: `printf '%s' 'seed|H01|H07' | sha256sum`.
    """
    drawn = "|".join((seed, *sorted(applications)))
    return hashlib.sha256(drawn.encode()).hexdigest()


def _by_importance(
    one: Portfolio,
    scores: Mapping[str, Mapping[str, Fraction]],
    order: Sequence[Sequence[str]],
) -> tuple[Fraction, ...]:
    return tuple(
        -sum((scores[member][item] for member in one.applications for item in group), Fraction(0))
        for group in order
    )


@attrs.define
class _Search:
    """Depth-first over candidates by falling value; values and costs are whole numbers."""

    values: list[int]
    costs: list[int]
    money: int | None
    places: int
    best: int = 0
    found: list[tuple[int, ...]] = attrs.field(factory=list)

    def all_best(self, most: int) -> list[tuple[int, ...]]:
        """Return the index sets of highest value, at most *most* of them."""
        self._walk(0, (), 0, self.money, self.places, ties=False, most=1)
        self.found = []
        self._walk(0, (), 0, self.money, self.places, ties=True, most=most)
        return self.found

    def _walk(
        self,
        index: int,
        taken: tuple[int, ...],
        value: int,
        money: int | None,
        places: int,
        *,
        ties: bool,
        most: int,
    ) -> None:
        if ties and len(self.found) >= most:
            return
        bound = value + self._bound(index, money, places)
        if bound < self.best or (not ties and bound == self.best and index < len(self.values)):
            return
        if index == len(self.values):
            self._keep(taken, value, ties=ties)
            return
        cost = self.costs[index]
        if places and (money is None or cost <= money):
            left = None if money is None else money - cost
            gained = value + self.values[index]
            self._walk(index + 1, (*taken, index), gained, left, places - 1, ties=ties, most=most)
        self._walk(index + 1, taken, value, money, places, ties=ties, most=most)

    def _keep(self, taken: tuple[int, ...], value: int, *, ties: bool) -> None:
        if ties and value == self.best:
            self.found.append(taken)
        elif value > self.best:
            self.best = value

    def _bound(self, index: int, money: int | None, places: int) -> int:
        """Return no less than what the candidates from *index* on can still bring."""
        by_places = sum(value for value in self.values[index : index + places] if value > 0)
        if money is None:
            return by_places
        return min(by_places, self._by_money(index, money))

    def _by_money(self, index: int, money: int) -> int:
        rest = [
            (value, cost)
            for value, cost in zip(self.values[index:], self.costs[index:], strict=True)
            if value > 0 and cost <= money
        ]
        rest.sort(
            key=lambda one: Fraction(one[0], one[1]) if one[1] else Fraction(one[0], 1),
            reverse=True,
        )
        brought = 0
        for value, cost in sorted(rest, key=lambda one: one[1] > 0):
            if cost <= money:
                brought, money = brought + value, money - cost
            else:
                return brought + -(-value * money // cost)
        return brought
