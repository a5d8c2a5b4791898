"""Lists of aid as applicants write them, and what is no list."""

from datetime import date

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus_suomi.aid_lists import read_aid


@pytest.mark.parametrize(
    "text",
    [
        "12.5.2023 50 000 €; 2024-01-31 10000,50",
        "12.5.2023: 50000 EUR\n31.1.2024: 10 000,50 euroa",
        " 2023-05-12 50 000,00 € ;  31. 1. 2024 10000.50 ",
    ],
)
def test_days_and_sums_are_read_in_their_order(text: str) -> None:
    records = [(one.decided, one.amount) for one in read_aid(text)]

    assert records == [
        (date(2023, 5, 12), Money.of(50_000)),
        (date(2024, 1, 31), Money.of("10000.50")),
    ]


@pytest.mark.parametrize("text", ["-", "–", " 0 "])
def test_a_dash_or_a_zero_is_no_aid(text: str) -> None:
    assert read_aid(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "noin 50 000 viime vuonna",
        "50 000 €",
        "12.5.2023",
        "31.2.2023 50 000 €",
        "12.5.2023 50 000 £",
        "12.5.2023 -50 000 €",
        "12.5.2023 50 000 €; muuta ei ole",
        "12.5.2023 50 000 €;",
    ],
)
def test_what_is_no_list_is_refused_and_not_taken_for_no_aid(text: str) -> None:
    with pytest.raises(InvalidValue):
        read_aid(text)
