"""Savings as they may be told: summed only where they are measured against a baseline."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum

import attrs

from innokumppanuus.domain.money import Money, total
from innokumppanuus_parasta_itaa.domain.results import CostPeriod, Saving


class SavingStatus(StrEnum):
    """How a saving is known (säästön peruste); only a measured one is summed."""

    MEASURED = "measured"
    NO_BASELINE = "no_baseline"
    NOT_YET = "not_yet"
    OTHER_LENGTH = "other_length"
    OVERLAPS = "overlaps"


@attrs.frozen(kw_only=True)
class ToldSaving:
    """
    A saving as it may be told.

    Attributes:
        saving: The saving.
        status: How it is known.
        amount: Cost before less cost after; below zero the cost has grown. None unless measured
            or overlapping.
    """

    saving: Saving
    status: SavingStatus
    amount: Money | None


@attrs.frozen(kw_only=True)
class Savings:
    """
    All savings (säästöt).

    Attributes:
        told: In the order of the file.
        summed: Sum of the measured ones by currency, in the order of currencies; empty when there
            are none.
    """

    told: tuple[ToldSaving, ...]
    summed: tuple[Money, ...]


def savings(said: Iterable[Saving]) -> Savings:
    """
    Return each saving with how it is known, and the sum of those that are measured.

    Those of one service that overlap would be counted twice: none of them is summed.
    """
    given = tuple(said)
    often = Counter(one.service for one in given if _status(one) is SavingStatus.MEASURED)
    told = tuple(_told(one, often[one.service] > 1) for one in given)
    measured = [
        one.amount for one in told if one.status is SavingStatus.MEASURED and one.amount is not None
    ]
    currencies = sorted({one.currency for one in measured})
    return Savings(
        told=told,
        summed=tuple(
            total((one for one in measured if one.currency == currency), currency)
            for currency in currencies
        ),
    )


def whole_months(period: CostPeriod) -> int | None:
    """
    Return how many calendar months the period is; None when it is not whole months.

    1.1.–31.12. is twelve; 15.1.–14.2. is not whole months.
    """
    starts, after = period.starts, period.ends + timedelta(days=1)
    if starts.day != 1 or after.day != 1:
        return None
    return (after.year - starts.year) * 12 + after.month - starts.month


def _told(saving: Saving, is_double: bool) -> ToldSaving:
    status = _status(saving)
    if status is not SavingStatus.MEASURED:
        return ToldSaving(saving=saving, status=status, amount=None)
    assert saving.baseline is not None and saving.after is not None
    amount = saving.baseline.amount - saving.after.amount
    if is_double:
        status = SavingStatus.OVERLAPS
    return ToldSaving(saving=saving, status=status, amount=amount)


def _status(saving: Saving) -> SavingStatus:
    if saving.baseline is None:
        return SavingStatus.NO_BASELINE
    if saving.after is None:
        return SavingStatus.NOT_YET
    if not _same_length(saving.baseline, saving.after):
        return SavingStatus.OTHER_LENGTH
    return SavingStatus.MEASURED


def _same_length(one: CostPeriod, other: CostPeriod) -> bool:
    """Return whether both are as many whole months, or as many days."""
    months = whole_months(one), whole_months(other)
    if None not in months:
        return months[0] == months[1]
    return _days(one) == _days(other)


def _days(period: CostPeriod) -> int:
    return (period.ends - period.starts).days + 1
