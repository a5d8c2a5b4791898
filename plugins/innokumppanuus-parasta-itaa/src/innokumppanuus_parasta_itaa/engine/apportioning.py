"""A sum divided to the cent by the method of largest remainders. It decides no weights."""

from collections.abc import Mapping
from fractions import Fraction

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue


def apportion(whole: Money, weights: Mapping[str, Fraction | int]) -> Mapping[str, Money]:
    """
    Return parts of *whole* by weight, whose cents add up to it exactly.

    Each part is its exact share rounded down, and the cents that are left go one each to the
    largest remainders; equal remainders go in the order given.

    Args:
        whole: What is divided; 0 or more.
        weights: 0 or more each, and not all 0 unless there is nothing to divide.

    Raises:
        InvalidValue: When all weights are 0 and there is something to divide.

    Source:
        The method of largest remainders (Hamilton): M. L. Balinski and H. P. Young, Fair
        Representation, 1982.
    """
    everything = sum(weights.values(), Fraction(0))
    if not everything:
        if whole.cents:
            raise InvalidValue("shares-sum", got=0)
        return dict.fromkeys(weights, whole)
    exact = {key: whole.cents * Fraction(one) / everything for key, one in weights.items()}
    cents = {key: one.numerator // one.denominator for key, one in exact.items()}
    left = whole.cents - sum(cents.values())
    by_remainder = sorted(weights, key=lambda key: cents[key] - exact[key])
    for key in by_remainder[:left]:
        cents[key] += 1
    return {key: Money(one, whole.currency) for key, one in cents.items()}
