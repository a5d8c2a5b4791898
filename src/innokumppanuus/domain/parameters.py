"""Dated numbers of law and policy: a value holds from a day to a day, and has a source."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.later import LATER
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import Source
from innokumppanuus.errors import InvalidValue, ParameterNotInForce

ParameterAmount: TypeAlias = Money | int | Fraction | str
"""A sum, a whole number, a share or number, or a word such as the name of a way of counting."""


class Unit(StrEnum):
    """
    What a value is counted in (yksikkö).

    A share is from 0 to 1; days, months, years and counts are whole numbers from 0.
    """

    MONEY = "money"
    SHARE = "share"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    COUNT = "count"
    POINTS = "points"
    WORD = "word"


AMOUNTS: Final[Mapping[Unit, type]] = MappingProxyType(
    {
        Unit.MONEY: Money,
        Unit.SHARE: Fraction,
        Unit.DAYS: int,
        Unit.MONTHS: int,
        Unit.YEARS: int,
        Unit.COUNT: int,
        Unit.POINTS: Fraction,
        Unit.WORD: str,
    }
)
"""What the values of a unit are."""


@attrs.frozen(kw_only=True)
class ParameterValue:
    """
    A value with its time of validity (voimassa oleva arvo).

    Attributes:
        valid_from: First day.
        valid_to: Last day; None while nobody has set one.
        value: In the unit of the parameter.
        source: Who says so; `verified` tells whether somebody of this project has read it.
        note: What to know of it.
    """

    valid_from: date
    valid_to: date | None = None
    value: ParameterAmount
    source: Source
    note: str = ""

    def __attrs_post_init__(self) -> None:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise InvalidValue("period-order", earliest=self.valid_from, latest=self.valid_to)

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@attrs.frozen(kw_only=True)
class Parameter:
    """
    A dated value of law or policy (säädetty arvo, parametri). Looked up by a day that somebody
    names, never by "today".

    Attributes:
        key: Its name, as `suomi.de_minimis.ceiling`.
        name: What it is.
        unit: What its values are counted in.
        values: By rising validity; their times do not overlap, gaps are allowed.
        words: What values that are words are called, by the word.
    """

    key: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    unit: Unit
    values: tuple[ParameterValue, ...] = attrs.field(validator=attrs.validators.min_len(1))
    words: Mapping[str, Label] = attrs.field(factory=dict, hash=False, metadata=LATER)

    def __attrs_post_init__(self) -> None:
        for index, one in enumerate(self.values):
            if not _fits(one.value, self.unit):
                raise InvalidValue(
                    "parameter-unit", unit=self.unit.value, got=str(one.value), index=index
                )
            if self.words and one.value not in self.words:
                raise InvalidValue("parameter-word", got=str(one.value), index=index)
        for index, (earlier, later) in enumerate(
            zip(self.values, self.values[1:], strict=False), start=1
        ):
            if earlier.valid_to is None or later.valid_from <= earlier.valid_to:
                raise InvalidValue("parameter-overlap", day=later.valid_from, index=index)

    def on(self, day: date) -> ParameterValue:
        """
        Return the value that holds on *day*.

        Raises:
            ParameterNotInForce: When none does.
        """
        for one in self.values:
            if one.holds_on(day):
                return one
        raise ParameterNotInForce(self.key, day)


@attrs.frozen(kw_only=True)
class ParameterUse:
    """
    How a rule set uses a dated value (parametrin käyttö).

    Attributes:
        key: Key of a parameter that a plugin offers.
        on: The day that counts: a day, `opens`, `closes`, `decided` or `starts` of the timetable,
            or the id of a field that holds a day or a moment.
    """

    key: str = attrs.field(validator=attrs.validators.min_len(1))
    on: str = attrs.field(validator=attrs.validators.min_len(1))


@attrs.frozen(kw_only=True)
class UsedParameter:
    """
    A dated value as a rule used it (käytetty arvo).

    Attributes:
        variable: Its name in expressions, as `parameter.ceiling`; empty when a plugin used it.
        key: Key of the parameter.
        name: What it is.
        unit: What the value is counted in.
        day: The day that it was looked up by; None when that day is missing.
        value: What held on the day; None when nothing did, or the day is missing.
        valid_from: First day of the value.
        valid_to: Last day of the value; None while nobody has set one.
        source: Who says so; None when there is no value.
        word: What a value that is a word is called; None when nobody has said.
    """

    variable: str = ""
    key: str
    name: Label
    unit: Unit
    day: date | None = None
    value: ParameterAmount | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    source: Source | None = None
    word: Label | None = attrs.field(default=None, eq=False, metadata=LATER)

    @property
    def verified(self) -> bool:
        """Whether somebody of this project has read the source of the value."""
        return self.source is not None and self.source.verified

    @classmethod
    def of(cls, parameter: Parameter, day: date | None, variable: str = "") -> "UsedParameter":
        """Return *parameter* looked up by *day*; without a value when none holds on it."""
        said: dict[str, Any] = {}
        try:
            held = parameter.on(day) if day is not None else None
        except ParameterNotInForce:
            held = None
        if held is not None:
            said = {
                "value": held.value,
                "valid_from": held.valid_from,
                "valid_to": held.valid_to,
                "source": held.source,
                "word": parameter.words.get(held.value) if isinstance(held.value, str) else None,
            }
        return cls(
            variable=variable,
            key=parameter.key,
            name=parameter.name,
            unit=parameter.unit,
            day=day,
            **said,
        )


@attrs.frozen(kw_only=True)
class StatedValue:
    """
    A number or sum of a rule set that is given as a dated value (säädettynä arvona annettu luku).

    Attributes:
        path: What it is in the rule set, as `criteria[K1].threshold`.
        used: The value, looked up by a day that is the same for all applications.
    """

    path: str
    used: UsedParameter


def _fits(value: object, unit: Unit) -> bool:
    if not isinstance(value, AMOUNTS[unit]) or isinstance(value, bool) or value == "":
        return False
    if isinstance(value, int):
        return value >= 0
    return unit is not Unit.SHARE or (isinstance(value, Fraction) and 0 <= value <= 1)
