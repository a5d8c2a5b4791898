"""Thresholds of procurement: which ones an estimated value reaches on a day. No sums stand here."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

import attrs

from innokumppanuus.domain.money import Money, total
from innokumppanuus.domain.parameters import Parameter

PREFIX: Final = "suomi.procurement"


class Buyer(StrEnum):
    """Who buys (hankintayksikön laji)."""

    LOCAL = "local"
    SUBSIDISED = "subsidised"
    CENTRAL = "central"


class Kind(StrEnum):
    """What is bought (hankinnan laji)."""

    SUPPLIES_SERVICES = "supplies_services"
    GOODS = "goods"
    SERVICE = "service"
    RD_SERVICE = "rd_service"
    DESIGN_CONTEST = "design_contest"
    WORKS = "works"
    SOCIAL_HEALTH = "social_health"
    OTHER_SPECIAL = "other_special"
    WORKS_CONCESSION = "works_concession"
    SERVICE_CONCESSION = "service_concession"


class Level(StrEnum):
    """Which threshold (kynnysarvon laji)."""

    NATIONAL = "national"
    EU = "eu"


class Reach(StrEnum):
    """How far a value reaches (kynnysarvon ylittyminen)."""

    BELOW = "below"
    NATIONAL = "national"
    EU = "eu"


_ORDINARY = (Kind.GOODS, Kind.SERVICE, Kind.RD_SERVICE)
_SPECIAL = (Kind.SOCIAL_HEALTH, Kind.OTHER_SPECIAL)
_CONCESSIONS = (Kind.WORKS_CONCESSION, Kind.SERVICE_CONCESSION)


@attrs.frozen(kw_only=True)
class Lot:
    """
    One part of a procurement (osa).

    Attributes:
        value: Without value added tax; of a month when the contract is open-ended.
        options: All that may be added by options and extensions.
        is_open_ended: Whether the contract holds until further notice.
    """

    value: Money
    options: Money | None = None
    is_open_ended: bool = False


def threshold_key(level: Level, kind: Kind, buyer: Buyer = Buyer.LOCAL) -> str:
    """Return the key of the dated value that is the threshold."""
    if level is Level.NATIONAL:
        group = Kind.SUPPLIES_SERVICES if kind in _ORDINARY else kind
        return f"{PREFIX}.national.{group}"
    if kind in _SPECIAL:
        return f"{PREFIX}.eu.special"
    if kind in _CONCESSIONS:
        return f"{PREFIX}.eu.concession"
    if kind is Kind.WORKS:
        return f"{PREFIX}.eu.works"
    whose = Buyer.CENTRAL if buyer is Buyer.CENTRAL else Buyer.LOCAL
    return f"{PREFIX}.eu.supplies_services.{whose}"


def threshold(
    level: Level,
    kind: Kind,
    on: date,
    parameters: Mapping[str, Parameter],
    buyer: Buyer = Buyer.LOCAL,
) -> Money:
    """
    Return the threshold for a procurement that begins on the day.

    Raises:
        ParameterNotInForce: When none is known for the day.
    """
    value = parameters[threshold_key(level, kind, buyer)].on(on).value
    assert isinstance(value, Money)
    return value


def reach(
    value: Money,
    kind: Kind,
    on: date,
    parameters: Mapping[str, Parameter],
    buyer: Buyer = Buyer.LOCAL,
) -> Reach:
    """
    Return the highest threshold that the estimated value reaches; to be equal is to reach.

    Raises:
        ParameterNotInForce: When a threshold that decides is not known for the day.
    """
    if value < threshold(Level.NATIONAL, kind, on, parameters, buyer):
        return Reach.BELOW
    if value < threshold(Level.EU, kind, on, parameters, buyer):
        return Reach.NATIONAL
    return Reach.EU


def estimated_value(
    lots: Iterable[Lot], on: date, parameters: Mapping[str, Parameter], currency: str = "EUR"
) -> Money:
    """
    Return the largest total of all lots with their options.

    An open-ended lot counts by so many months as the law of the day says.

    Raises:
        ParameterNotInForce: When that number is needed and not known for the day.
    """
    return total((_value(lot, on, parameters) for lot in lots), currency)


def _value(lot: Lot, on: date, parameters: Mapping[str, Parameter]) -> Money:
    value = lot.value
    if lot.is_open_ended:
        months = parameters[f"{PREFIX}.open_ended_months"].on(on).value
        assert isinstance(months, int)
        value = value * months
    return value if lot.options is None else value + lot.options
