"""Functions of literals, as `eur(10000)`: they become values when the expression is compiled."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

import attrs

from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus.ruleset.expressions.syntax import Literal
from innokumppanuus.ruleset.expressions.value_types import Type, is_int64

_TIMESTAMP = re.compile(
    r"\d{4}-\d\d-\d\dT[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-][0-2]\d:[0-5]\d)", re.ASCII
)
_LOCAL = re.compile(r"\d{4}-\d\d-\d\dT[0-2]\d:[0-5]\d(:[0-5]\d)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@attrs.frozen(kw_only=True)
class Folding:
    """
    A function whose arguments are literals.

    Attributes:
        returns: Type of the value.
        count: How many arguments it takes.
        is_number: Whether they are numbers; else they are texts.
        example: How it is written.
        fold: Gets the arguments as texts; raises InvalidValue.
    """

    returns: Type
    count: int = 1
    is_number: bool = False
    example: str
    fold: Callable[..., object]

    def takes(self, argument: object) -> bool:
        """Return whether *argument* is a literal of the right kind."""
        if not isinstance(argument, Literal) or isinstance(argument.value, bool):
            return False
        return isinstance(argument.value, str) != self.is_number


def _timestamp(text: str) -> datetime:
    if not _TIMESTAMP.fullmatch(text):
        raise InvalidValue("expression-timestamp", got=text)
    try:
        moment = datetime.fromisoformat(text)
        moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise InvalidValue("expression-timestamp", got=text) from error
    return moment


def _local(text: str, place: str) -> datetime:
    where = zone(place)
    if not _LOCAL.fullmatch(text):
        raise InvalidValue("expression-local", got=text)
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=where)
        back = moment.astimezone(UTC).astimezone(where)
    except (ValueError, OverflowError) as error:
        raise InvalidValue("expression-local", got=text) from error
    if back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise InvalidValue("expression-local-skipped", got=text, zone=place)
    if moment.utcoffset() != moment.replace(fold=1).utcoffset():
        raise InvalidValue("expression-local-twice", got=text, zone=place)
    return moment


def _date(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise InvalidValue("expression-date", got=text)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidValue("expression-date", got=text) from error


def _money(text: str) -> Money:
    amount, _, currency = text.rpartition(" ") if " " in text else (text, "", "")
    return _checked(Money.of(amount, currency))


def _eur(amount: str) -> Money:
    return _checked(Money.of(amount, "EUR"))


def _checked(amount: Money) -> Money:
    if not is_int64(amount.cents):
        raise InvalidValue("expression-number-range", got=amount.amount)
    return amount


FOLDINGS: Mapping[str, Folding] = {
    "timestamp": Folding(
        returns=Type.TIMESTAMP, example='timestamp("2017-09-06T23:59:00+03:00")', fold=_timestamp
    ),
    "local": Folding(
        returns=Type.TIMESTAMP,
        count=2,
        example='local("2017-09-06T23:59", "Europe/Helsinki")',
        fold=_local,
    ),
    "date": Folding(returns=Type.DATE, example='date("2018-12-31")', fold=_date),
    "money": Folding(returns=Type.MONEY, example='money("10000.00 GBP")', fold=_money),
    "eur": Folding(returns=Type.MONEY, is_number=True, example="eur(10000.50)", fold=_eur),
}
"""The functions of literals by name."""
