"""De minimis aid: what an undertaking may still get on a day. Its sums and years are data."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

import attrs

from innokumppanuus.domain.dates import add_months
from innokumppanuus.domain.money import Money, total
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.errors import InvalidValue, unknown_name

PREFIX: Final = "suomi.de_minimis"
_MONTHS_OF_A_YEAR: Final = 12


class Ceiling(StrEnum):
    """Which ceiling holds the aid (enimmäismäärän laji)."""

    GENERAL = "general"
    ROAD_FREIGHT = "road_freight"
    SGEI = "sgei"


class Window(StrEnum):
    """How earlier aid is counted (laskentatapa)."""

    FISCAL_YEARS = "fiscal_years"
    ROLLING_YEARS = "rolling_years"


class Sector(StrEnum):
    """What the aid is for, where that may exclude it (rajattu toimiala)."""

    PRIMARY_AGRICULTURE = "primary_agriculture"
    FISHERIES = "fisheries"
    EXPORT = "export"


@attrs.frozen(kw_only=True)
class AidRecord:
    """
    De minimis aid that somebody was granted (myönnetty tuki).

    Attributes:
        recipient: Id of who was granted it.
        decided: The day the right to it arose; the day of payment does not count.
        amount: Gross.
    """

    recipient: str
    decided: date
    amount: Money


@attrs.frozen(kw_only=True)
class Undertaking:
    """
    A single undertaking (yksi ainoa yritys).

    Attributes:
        members: Ids of the companies that are linked, the applicant among them.
        year_begins: Month and day on which its fiscal year begins.
    """

    members: Collection[str]
    year_begins: tuple[int, int] = (1, 1)

    def __attrs_post_init__(self) -> None:
        month, day = self.year_begins
        try:
            date(1, month, day)  # a year without a leap day
        except ValueError as error:
            raise InvalidValue("must-be-date", got=f"{month:02}-{day:02}") from error


def counted_from(
    on: date,
    undertaking: Undertaking,
    parameters: Mapping[str, Parameter],
    ceiling: Ceiling = Ceiling.GENERAL,
) -> date:
    """
    Return the first day whose aid counts against the ceiling on *on*.

    By fiscal years it is the first day of the earliest year that counts. By rolling years it is
    the same day so many years earlier: the cautious reading, by which that day still counts.

    Raises:
        ParameterNotInForce: When no value is known for the day.
    """
    where = f"{PREFIX}.sgei" if ceiling is Ceiling.SGEI else PREFIX
    window = Window(str(parameters[f"{where}.window"].on(on).value))
    years = parameters[f"{where}.window_years"].on(on).value
    assert isinstance(years, int)
    if window is Window.ROLLING_YEARS:
        return add_months(on, -years * _MONTHS_OF_A_YEAR)
    begins = date(on.year, *undertaking.year_begins)
    current = begins if begins <= on else begins.replace(year=on.year - 1)
    return current.replace(year=current.year - (years - 1))


def ceiling_on(
    on: date, parameters: Mapping[str, Parameter], ceiling: Ceiling = Ceiling.GENERAL
) -> Money:
    """
    Return the ceiling of a single undertaking on the day.

    Raises:
        ParameterNotInForce: When no value is known for the day.
    """
    value = parameters[ceiling_key(ceiling)].on(on).value
    assert isinstance(value, Money)
    return value


def ceiling_key(ceiling: Ceiling) -> str:
    """Return the key of the dated value that is the ceiling."""
    return f"{PREFIX}.ceiling" if ceiling is Ceiling.GENERAL else f"{PREFIX}.{ceiling}.ceiling"


def is_excluded(sector: str, on: date, parameters: Mapping[str, Parameter]) -> bool:
    """
    Return whether aid for the sector is outside de minimis aid on the day.

    Raises:
        InvalidValue: When there is no such sector.
        ParameterNotInForce: When nobody knows it for the day.
    """
    if sector not in list(Sector):
        raise unknown_name(sector, [one.value for one in Sector])
    return parameters[f"{PREFIX}.sector.{sector}"].on(on).value == "excluded"


def headroom(
    aid: Iterable[AidRecord],
    on: date,
    parameters: Mapping[str, Parameter],
    undertaking: Undertaking,
    *,
    ceiling: Ceiling = Ceiling.GENERAL,
    sector: str | None = None,
) -> Money:
    """
    Return the most that the undertaking may be granted as de minimis aid on the day.

    Args:
        aid: All that counts against this ceiling, of all authorities; of others than the members
            it is passed by, and so is aid of later days.
        on: The day the right to the new aid arises.
        parameters: The dated values, by key.
        undertaking: All linked companies as one.
        ceiling: Which ceiling holds it.
        sector: What the aid is for when that may exclude it; excluded aid has no headroom.

    Raises:
        InvalidValue: When the aid is in another currency, or there is no such sector.
        ParameterNotInForce: When a value is not known for the day.
    """
    most = ceiling_on(on, parameters, ceiling)
    if sector is not None and is_excluded(sector, on, parameters):
        return Money(0, most.currency)
    first = counted_from(on, undertaking, parameters, ceiling)
    counted = (
        one.amount
        for one in aid
        if one.recipient in undertaking.members and first <= one.decided <= on
    )
    return max(most - total(counted, most.currency), Money(0, most.currency))


def fits(new: Money, room: Money) -> bool:
    """Return whether a new grant is de minimis aid; one that would exceed is so in no part."""
    return new <= room
