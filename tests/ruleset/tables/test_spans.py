"""Spans of values with open and closed ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.ruleset.tables.spans import Extent, Span

ENDS = st.one_of(st.none(), st.integers(-3, 3))
SPANS = st.builds(Span, least=ENDS, most=ENDS, has_least=st.booleans(), has_most=st.booleans())


def plainly(span: Span, value: int) -> bool:
    above = span.least is None or value > span.least or (span.has_least and value == span.least)
    below = span.most is None or value < span.most or (span.has_most and value == span.most)
    return above and below


@given(SPANS, st.integers(-4, 4))
def test_a_span_holds_what_its_ends_say(span: Span, value: int) -> None:
    assert span.holds(value) == plainly(span, value)


@given(SPANS, st.integers(-4, 4))
def test_an_empty_span_holds_nothing(span: Span, value: int) -> None:
    assert not (span.is_empty and span.holds(value))


@pytest.mark.parametrize(
    "span",
    [Span(least=5, most=3), Span(least=3, most=3, has_least=True), Span(least=3, most=3)],
)
def test_a_span_without_room_is_empty(span: Span) -> None:
    assert span.is_empty


def test_everything_but_nothing_is_everything() -> None:
    assert Extent(spans=(), is_not=True).holds(7)


def test_the_ends_of_an_extent_leave_out_the_open_sides() -> None:
    assert Extent(spans=(Span(most=3), Span.point(5))).ends() == {3, 5}
