"""Functions and methods."""

from datetime import UTC, date, datetime

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import HookRaised, InvalidValue
from innokumppanuus.plugin.guard import FUNCTION, guarded
from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus.ruleset.expressions.functions import offered
from innokumppanuus.testing.expressions import a_function, trace_of, value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("size(summary)", 11),
        ("summary.size()", 11),
        ("size(areas)", 1),
        ('summary.startsWith("Jyv")', True),
        ('summary.endsWith("😀")', True),
        ('summary.contains("ä")', True),
        ('summary.contains("a\u0308")', True),
        ("double(months) / 4.0", 2.5),
        ("add_months(start, 1)", date(2018, 2, 28)),
        ("add_months(start, -2)", date(2017, 11, 30)),
        ('last_day(date("2018-02-01"), 12)', date(2019, 1, 31)),
    ],
)
def test_function_gives_its_value(text: str, value: object) -> None:
    assert value_of(text) == value


def test_size_of_decomposed_text_counts_whole_characters() -> None:
    assert value_of("size(summary)", summary="Jyva\u0308skyla\u0308") == 9


def test_day_is_that_of_the_named_zone() -> None:
    late = datetime(2017, 9, 6, 21, 30, tzinfo=UTC)

    assert value_of('day(submitted, "Europe/Helsinki")', submitted=late) == date(2017, 9, 7)
    assert value_of('day(submitted, "UTC")', submitted=late) == date(2017, 9, 6)


@pytest.mark.parametrize(
    "text",
    [
        "add_months(start, 9223372036854775807)",
        "last_day(start, 120000)",
        'last_day(date("0001-01-01"), 0)',
    ],
)
def test_day_beyond_the_calendar_is_unknown(text: str) -> None:
    assert trace_of(text).note == "cannot-reach-day"


def test_function_of_a_plugin_gives_its_value() -> None:
    assert value_of("mycity.words(summary)", a_function()) == 2


def test_function_of_a_plugin_never_gets_a_missing_value() -> None:
    got: list[object] = []
    function = a_function(call=lambda text: got.append(text) or 1)

    assert value_of("mycity.words(summary)", function, summary=None) is UNKNOWN
    assert got == []


def test_function_that_returns_nothing_makes_the_result_unknown() -> None:
    trace = trace_of("mycity.words(summary) > 1", a_function(call=lambda text: None))

    assert (trace.value, trace.note) == (UNKNOWN, "cannot-call-function")


@pytest.mark.parametrize("call", [lambda text: 1 / 0, lambda text: Money.of("x"), lambda: 1])
def test_function_that_raises_stops_the_work_and_names_the_plugin(call: object) -> None:
    function = guarded("mycity", a_function(call=call), FUNCTION)

    with pytest.raises(HookRaised, match="'mycity' failed in 'mycity.words") as caught:
        value_of("mycity.words(summary)", function)

    assert caught.value.plugin == "mycity"


def test_function_that_gives_another_type_stops_the_work_and_names_the_plugin() -> None:
    function = guarded("mycity", a_function(call=lambda text: "two"), FUNCTION)

    with pytest.raises(HookRaised, match="'mycity' must give int in 'mycity.words', got str"):
        value_of("mycity.words(summary)", function)


def test_function_with_a_type_that_there_is_not_is_refused() -> None:
    with pytest.raises(InvalidValue, match="'text'"):
        offered(a_function(arguments=("text",)))


def test_what_a_function_looks_up_must_be_dated_values() -> None:
    function = guarded("mycity", a_function(looks_up=lambda text: ["katto"]), FUNCTION)

    with pytest.raises(HookRaised, match="'mycity' must give UsedParameter in 'mycity.words'"):
        trace_of("mycity.words(summary)", function)


def test_function_that_raises_while_it_tells_what_it_looked_up_names_the_plugin() -> None:
    function = guarded("mycity", a_function(looks_up=lambda text: 1 / 0), FUNCTION)

    with pytest.raises(HookRaised, match="'mycity' failed in 'mycity.words"):
        trace_of("mycity.words(summary)", function)
