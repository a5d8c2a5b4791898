"""Aid that an applicant declares as a list in words: day and sum of each. It counts nothing."""

import re
from collections.abc import Iterator
from typing import Final

from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake.cells import Cell
from innokumppanuus.intake.clock import read_date
from innokumppanuus.intake.numerals import read_money
from innokumppanuus_suomi.de_minimis import AidRecord

DECLARED: Final = "applicant"
"""Recipient of declared aid: the applicant and its linked companies are one undertaking."""

_NONE: Final = ("-", "–", "0")
_AID = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2}|\d{1,2}\. ?\d{1,2}\. ?\d{4}):? +(?P<sum>.+)")


def read_aid(text: str) -> tuple[AidRecord, ...]:
    """
    Return the aid in the text, in its order.

    Args:
        text: As `12.5.2023 50 000 €; 2024-01-31 10000`, with a semicolon or a new line between;
            `-` or `0` is none.

    Raises:
        InvalidValue: When a part of it is no day with a sum in euros.
    """
    return () if text.strip() in _NONE else tuple(_records(text))


def _records(text: str) -> Iterator[AidRecord]:
    for part in (one.strip() for one in re.split(r"[;\n]", text)):
        match = _AID.fullmatch(part)
        if match is None:
            raise InvalidValue("cell-date", got=part)
        amount = read_money(_cell(match["sum"]), "EUR")
        if amount.cents < 0:
            raise InvalidValue("cell-money", got=match["sum"], currency="EUR")
        yield AidRecord(recipient=DECLARED, decided=read_date(_cell(match["day"])), amount=amount)


def _cell(text: str) -> Cell:
    return Cell(row=1, column=1, value=text)
