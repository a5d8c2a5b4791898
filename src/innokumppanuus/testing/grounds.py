"""Small choices with scores on three items, to ask questions about and to try all their sets."""

import random
from fractions import Fraction

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, Limits, Portfolio
from innokumppanuus.engine.best_sets import BestSets, SmallSets
from innokumppanuus.engine.grounds import Grounds
from innokumppanuus.engine.weighting import total
from innokumppanuus.testing.portfolios import a_field, every_set

ITEMS = ("K1", "K2", "K3")
WEIGHTS = {"K1": Fraction(1, 2), "K2": Fraction(3, 10), "K3": Fraction(1, 5)}


def some_grounds(
    field: tuple[Candidate, ...], limits: Limits, sets: BestSets | None = None, **changes: object
) -> Grounds:
    """Return a choice of the first best set; scores go from 0 to 5 unless *changes* say."""
    given = Grounds(
        field=field,
        limits=limits,
        chosen=every_set(field, limits)[0],
        weights=WEIGHTS,
        bottoms=dict.fromkeys(ITEMS, Fraction(0)),
        tops=dict.fromkeys(ITEMS, Fraction(5)),
        sets=sets or SmallSets(),
    )
    return attrs.evolve(given, **changes)  # type: ignore[arg-type]


def one_of(id: str, scores: tuple[int, ...], cents: int, least: int | None = None) -> Candidate:
    """Return a candidate with scores of K1, K2 and K3; *least* cents are viable."""
    given = dict(zip(ITEMS, (Fraction(one) for one in scores), strict=True))
    return Candidate(
        application=id,
        value=total(WEIGHTS, given),
        cost=Money(cents),
        scores=given,
        least=None if least is None else Money(least),
    )


def random_grounds(
    dice: random.Random, sets: BestSets | None = None, most: int = 6, partial: bool = False
) -> Grounds | None:
    """Return a random choice under every kind of limit; None when its limits contradict."""
    field, limits = a_field(dice, most, partial)
    field = tuple(
        one_of(
            one.application,
            tuple(dice.randint(0, 5) for _ in ITEMS),
            one.cost.cents,
            None if one.least is None else one.least.cents,
        )
        for one in field
    )
    if dice.random() < 0.7:
        half = sum(one.cost.cents for one in field) // 2
        limits = attrs.evolve(limits, budget=Money(half))
    if not field or not every_set(field, limits):
        return None
    return some_grounds(field, limits, sets)


def best_value(field: tuple[Candidate, ...], limits: Limits) -> Fraction | None:
    """Return what the best of all sets is worth, by trying them; None when there is none."""
    found = every_set(field, limits)
    return found[0].value if found else None


def best_with(
    field: tuple[Candidate, ...], limits: Limits, application: str, is_in: bool
) -> Portfolio | None:
    """Return the best of the sets that have the application, or have it not."""
    found = every_set(field, limits)
    return next((one for one in found if (application in one.applications) is is_in), None)
