"""Exact money: whole cents of one currency. Not an accounting system."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

import attrs

from innokumppanuus.errors import InvalidValue

_CURRENCY = re.compile(r"[A-Z]{3}")
_AMOUNT = re.compile(r"(?P<sign>-?)(?P<whole>\d+)(?:\.(?P<part>\d{1,2}))?", re.ASCII)


@attrs.frozen
class Money:
    """
    A sum of money (rahasumma, penningbelopp).

    Attributes:
        cents: Hundredths of the currency unit, exact.
        currency: ISO 4217 code.
    """

    cents: int = attrs.field(validator=attrs.validators.instance_of(int))
    currency: str = attrs.field(default="EUR")

    @currency.validator
    def _three_letters(self, _: object, value: str) -> None:
        if not _CURRENCY.fullmatch(value):
            raise InvalidValue("currency", got=value)

    @classmethod
    def of(cls, amount: str | int, currency: str = "EUR") -> "Money":
        """Return *amount* in whole units or as `"10000.50"`: `Money.of("10000.50")`."""
        match = _AMOUNT.fullmatch(str(amount))
        if match is None:
            raise InvalidValue("money", got=amount)
        cents = int(match["whole"]) * 100 + int((match["part"] or "").ljust(2, "0"))
        return cls(-cents if match["sign"] else cents, currency)

    @property
    def amount(self) -> str:
        """The sum without its currency, always two decimals, as `"10000.50"`."""
        whole, part = divmod(abs(self.cents), 100)
        return f"{'-' if self.cents < 0 else ''}{whole}.{part:02}"

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def __add__(self, other: "Money") -> "Money":
        return attrs.evolve(self, cents=self.cents + self._same(other))

    def __sub__(self, other: "Money") -> "Money":
        return attrs.evolve(self, cents=self.cents - self._same(other))

    def __neg__(self) -> "Money":
        return attrs.evolve(self, cents=-self.cents)

    def __mul__(self, times: int) -> "Money":
        return attrs.evolve(self, cents=self.cents * times)

    def __lt__(self, other: "Money") -> bool:
        return self.cents < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.cents <= self._same(other)

    def __gt__(self, other: "Money") -> bool:
        return self.cents > self._same(other)

    def __ge__(self, other: "Money") -> bool:
        return self.cents >= self._same(other)

    def share(self, part: Fraction) -> "Money":
        """Return *part* of the sum (0–1 or more), rounded half away from zero to a cent."""
        exact = abs(self.cents) * part
        rounded = (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
        return attrs.evolve(self, cents=rounded if self.cents >= 0 else -rounded)

    def split(self, shares: Sequence[Fraction]) -> tuple["Money", ...]:
        """
        Return the sum in instalments whose cents add up to it exactly.

        Args:
            shares: Parts of the whole, summing to 1. The last one carries the rounding.

        Raises:
            InvalidValue: When the shares do not sum to 1.
        """
        if sum(shares) != 1:
            raise InvalidValue("shares-sum", got=str(sum(shares)))
        parts = [self.share(share) for share in shares[:-1]]
        return (*parts, self - total(parts, self.currency))

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise InvalidValue("currencies", first=self.currency, second=other.currency)
        return other.cents


def total(sums: Iterable[Money], currency: str = "EUR") -> Money:
    """Return the sum of *sums*; nothing at all is zero of *currency*."""
    result = Money(0, currency)
    for one in sums:
        result = result + one
    return result
