"""Exact sums and means of many fractions, sooner than one addition after another. No weights."""

from collections.abc import Collection, Iterable
from fractions import Fraction
from math import lcm


def exact_sum(numbers: Iterable[Fraction]) -> Fraction:
    """Return the sum; those of one denominator are added up as whole numbers."""
    by_denominator: dict[int, int] = {}
    for one in numbers:
        part = one.denominator
        by_denominator[part] = by_denominator.get(part, 0) + one.numerator
    whole = lcm(*by_denominator)
    return Fraction(sum(one * (whole // part) for part, one in by_denominator.items()), whole)


def exact_mean(numbers: Collection[Fraction]) -> Fraction:
    """Return the mean of one number or more."""
    return exact_sum(numbers) / len(numbers)


def squared_off(numbers: Collection[Fraction]) -> Fraction:
    """Return the sum of the squared distances from the mean of one number or more."""
    part = lcm(*(one.denominator for one in numbers))
    parts = [one.numerator * (part // one.denominator) for one in numbers]
    count = len(parts)
    return Fraction(count * sum(one * one for one in parts) - sum(parts) ** 2, count * part**2)
