"""Reasons for the value of an expression."""

import pytest

from innokumppanuus.domain.findings import Step
from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus.testing.expressions import compiled, trace_of
from innokumppanuus.testing.parameters import a_parameter, a_value, looking_up

CAP = looking_up(a_parameter(a_value("2018-01-01", None, Money.of(8_000), verified=False)))


def test_steps_are_the_parts_with_their_values_in_the_order_of_the_text() -> None:
    trace = trace_of("amount <= eur(5000) || months > 3")

    assert trace.steps == (
        Step(text="amount <= eur(5000) || months > 3", value=True, depth=0),
        Step(text="amount <= eur(5000)", value=False, depth=1),
        Step(text="amount", value=Money.of(10_000), depth=2),
        Step(text="months > 3", value=True, depth=1),
        Step(text="months", value=10, depth=2),
    )


def test_step_without_a_value_has_none() -> None:
    trace = trace_of("months > 3", months=None)

    assert [step.value for step in trace.steps] == [None, None]


def test_branch_that_is_not_taken_is_no_step() -> None:
    texts = [step.text for step in trace_of("eligible ? months : size(areas)").steps]

    assert texts == ["eligible ? months : size(areas)", "eligible", "months"]


def test_literal_alone_is_a_step() -> None:
    assert trace_of("true").steps == (Step(text="true", value=True),)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("months > 1 && share > 0.1", ("months", "share")),
        ("months > 1 || share > 0.1", ("months", "share")),
        ("months > 1 && eligible", ("months",)),
        ("months > 1 || eligible", ()),
        ("months > 1 && !eligible", ()),
        ("has(months)", ()),
        ("eligible ? months : size(summary)", ("months",)),
        ("eligible ? 1 : months", ()),
        ("months > 1 ? share : 2.0", ("months",)),
        ("double(months) + share > 1.0", ("months", "share")),
        ("1 in [1, months] && (months > 3 || months < 1)", ("months",)),
    ],
)
def test_missing_are_the_values_that_matter(text: str, missing: tuple[str, ...]) -> None:
    assert trace_of(text, months=None, share=None).missing == missing


def test_missing_value_and_failed_part_are_both_told() -> None:
    trace = trace_of("months > 1 && 1 / 0 > 1", months=None)

    assert (trace.missing, trace.note) == (("months",), "cannot-divide-by-zero")


def test_failed_part_that_does_not_matter_is_not_told() -> None:
    trace = trace_of("1 / 0 > 1 || eligible")

    assert (trace.value, trace.note) == (True, "")


def test_given_number_that_is_not_finite_is_no_missing_value() -> None:
    trace = trace_of("share > 0.1", share=float("nan"))

    assert (trace.value, trace.missing, trace.note) == (UNKNOWN, (), "cannot-use-number")


@pytest.mark.parametrize("months", [None, 3, 10])
def test_trace_has_the_value_of_evaluation(months: int | None) -> None:
    expression = compiled("months >= 8 && months <= 12")
    row = {"months": months}

    assert expression.trace(row).value is expression.evaluate(row)


def test_dated_value_that_a_function_looks_up_is_told_once() -> None:
    trace = trace_of("amount <= koe.katto(start) || amount == koe.katto(start)", CAP)

    (used,) = trace.parameters
    assert (used.key, str(used.day), used.value) == ("koe.raja", "2018-01-31", Money.of(8_000))
    assert not used.verified


def test_dated_value_that_is_not_in_force_is_told_without_a_value() -> None:
    (used,) = trace_of('amount <= koe.katto(date("2017-12-31"))', CAP).parameters

    assert used.value is None


def test_function_that_is_not_called_looks_nothing_up() -> None:
    missing = trace_of("amount <= koe.katto(start)", CAP, start=None)
    not_taken = trace_of("eligible ? amount > eur(1) : amount <= koe.katto(start)", CAP)

    assert (missing.parameters, not_taken.parameters) == ((), ())
