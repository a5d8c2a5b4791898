"""Limits that never bind or do not go together, each found and not found."""

import pytest

from innokumppanuus.testing.linting import paths

K1, K3 = "    threshold: 2\n", "scale: {bottom: 0, top: 10, step: 0.5}"
TOTAL, CAP, TARGET, MAXIMUM = (
    "value: 50000 EUR",
    "cap_per_pilot: 10000.00 EUR",
    "target: 3–5",
    "maximum: 5",
)
IN_TIME = "submitted >= call.timetable.opens && submitted <= call.timetable.last_moment"


@pytest.mark.parametrize(
    ("key", "path", "with_it", "without"),
    [
        ("budget-never-binds", "budget.total", [], [(TOTAL, "value: 49999.99 EUR")]),
        (
            "cap-never-binds",
            "budget.cap_per_pilot",
            [(CAP, "cap_per_pilot: 50000.01 EUR")],
            [(CAP, "cap_per_pilot: 50000 EUR")],
        ),
        (
            "target-above-money",
            "budget.target",
            [(TOTAL, "value: 29999.99 EUR")],
            [(TOTAL, "value: 30000 EUR")],
        ),
        ("maximum-above-target", "budget.maximum", [(MAXIMUM, "maximum: 6")], []),
        (
            "threshold-never-binds",
            "criteria[K1].threshold",
            [(K1, "    threshold: 0\n")],
            [(K1, "    threshold: 1\n")],
        ),
        ("threshold-at-top", "criteria[K1].threshold", [(K1, "    threshold: 5\n")], []),
        (
            "threshold-between-steps",
            "criteria[K3].threshold",
            [(K3, f"{K3}\n    threshold: 2.25")],
            [(K3, f"{K3}\n    threshold: 2.5")],
        ),
        (
            "limit-without-rule",
            "budget.cap_per_pilot",
            [("amount <= call.budget.cap_per_pilot", "amount > eur(0)")],
            [("amount <= call.budget.cap_per_pilot", "amount <= eur(10000)")],
        ),
        ("limit-without-rule", "timetable.closes", [(IN_TIME, "has(submitted)")], []),
        ("limit-without-rule", "lifecycle.ends_by", [], [("  ends_by: 2027\n", "")]),
    ],
)
def test_a_limit_amiss_is_found_where_it_stands_and_only_then(
    key: str, path: str, with_it: list[tuple[str, str]], without: list[tuple[str, str]]
) -> None:
    assert path in paths(key, *with_it)
    assert path not in paths(key, *without)
