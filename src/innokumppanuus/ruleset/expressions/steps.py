"""Values of a type as a row of steps: the cent, the day, the second. It knows no fields."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions.value_types import LEAST_INT, MOST_INT, Type

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_MOST_WHOLE_DOUBLE = 2**53


@attrs.frozen(kw_only=True)
class Steps:
    """
    Values of one type in their order, by the number of the step.

    Attributes:
        number: Number of the step at the value, or of the one just below it.
        value: Value at a step; the second argument is a value whose currency or zone it takes.
        least: Number of the lowest step.
        zero: Number of the step at nothing; None where the type has no such value.
        most: Number of the highest step.
    """

    number: Callable[[Any], int]
    value: Callable[[int, Any], object]
    least: int
    zero: int | None = None
    most: int

    def within(self, number: int) -> bool:
        return self.least <= number <= self.most


def steps_of(kind: Type) -> tuple[Steps, ...]:
    """Return the ways to step through values of *kind*, the coarsest first; none when unordered."""
    return _STEPS.get(kind, ())


def _moment(number: int, like: object) -> datetime:
    moment = _EPOCH + timedelta(seconds=number)
    return moment.astimezone(like.tzinfo if isinstance(like, datetime) else UTC)


def _sum(number: int, like: object) -> Money:
    return Money(number, like.currency) if isinstance(like, Money) else Money(number)


def _decimals(count: int) -> Steps:
    """Return numbers of so many decimals."""
    scale = 10**count
    return Steps(
        number=lambda number: int(Fraction(repr(number)) * scale // 1),
        value=lambda number, _: number / scale,
        least=-_MOST_WHOLE_DOUBLE,
        zero=0,
        most=_MOST_WHOLE_DOUBLE,
    )


_DAY_AWAY = timedelta(days=1)
_WHOLE = Steps(
    number=lambda number: int(number),
    value=lambda number, _: number,
    least=LEAST_INT,
    zero=0,
    most=MOST_INT,
)
_STEPS: dict[Type, tuple[Steps, ...]] = {
    Type.INT: (_WHOLE,),
    Type.MONEY: (
        Steps(
            number=lambda amount: int(amount.cents),
            value=_sum,
            least=LEAST_INT,
            zero=0,
            most=MOST_INT,
        ),
    ),
    Type.DATE: (
        Steps(
            number=lambda day: int(day.toordinal()),
            value=lambda number, _: date.fromordinal(number),
            least=date.min.toordinal(),
            most=date.max.toordinal(),
        ),
    ),
    Type.TIMESTAMP: (
        Steps(
            number=lambda moment: (moment.astimezone(UTC) - _EPOCH) // _SECOND,
            value=_moment,
            least=(datetime.min.replace(tzinfo=UTC) + _DAY_AWAY - _EPOCH) // _SECOND,
            most=(datetime.max.replace(tzinfo=UTC) - _DAY_AWAY - _EPOCH) // _SECOND,
        ),
    ),
    Type.DOUBLE: (_decimals(2), _decimals(6)),
    Type.BOOL: (
        Steps(
            number=lambda answer: int(answer), value=lambda number, _: bool(number), least=0, most=1
        ),
    ),
}
"""By type. Numbers step by hundredths as people write them, then by millionths."""
