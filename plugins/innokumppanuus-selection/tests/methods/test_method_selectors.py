"""Ranking methods and a consensus list as methods of choice."""

from fractions import Fraction
from typing import Any

import attrs
import pytest

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, GroupLimit, Limits
from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.interfaces import ChecksOptions, Form, Selector, TakesByRank
from innokumppanuus.testing.portfolios import a_candidate
from innokumppanuus_selection.methods.ranking import is_installed
from innokumppanuus_selection.methods.selectors import PROMETHEE, TOPSIS, VIKOR, ConsensusList

needs_library = pytest.mark.skipif(
    not is_installed(), reason="pymcdm is not installed; it is the extra 'methods'"
)
METHODS = [TOPSIS, PROMETHEE, VIKOR]


def field() -> tuple[Candidate, ...]:
    """Return H0 the best and dearest, then H1 and H2; 60, 50 and 40 cents."""
    weights = {"K1": Fraction(2, 3), "K2": Fraction(1, 3)}
    rows = {"H0": (5, 5, 60), "H1": (4, 3, 50), "H2": (1, 2, 40)}
    return tuple(
        attrs.evolve(
            a_candidate(id, Fraction(2 * first + second, 3), cents),
            scores={"K1": Fraction(first), "K2": Fraction(second)},
            weights=weights,
        )
        for id, (first, second, cents) in rows.items()
    )


def listed(*places: str, **options: object) -> dict[str, object]:
    """Return the options of a consensus list in this order."""
    given = [{"application": one, "reason": "perustelu"} for one in places]
    return {"places": given, **options}


def chosen(method: Selector, options: dict[str, Any], **limits: Any) -> list[tuple[str, ...]]:
    optima = method.select(field(), Limits(**limits), options)
    return [one.applications for one in optima.portfolios]


@needs_library
@pytest.mark.parametrize("method", METHODS)
def test_list_stops_at_the_first_that_does_not_fit(method: Selector) -> None:
    assert chosen(method, {}, budget=Money(100)) == [("H0",)]


@needs_library
@pytest.mark.parametrize("method", METHODS)
def test_list_may_go_on_to_those_that_fit(method: Selector) -> None:
    assert chosen(method, {"too_costly": "skip"}, budget=Money(100)) == [("H0", "H2")]


@pytest.mark.parametrize("method", [*METHODS, ConsensusList()])
def test_methods_say_that_they_take_by_rank_and_check_their_options(method: object) -> None:
    assert isinstance(method, TakesByRank) and method.takes_by_rank
    assert isinstance(method, ChecksOptions)


def test_consensus_list_is_taken_in_its_order() -> None:
    assert chosen(ConsensusList(), listed("H2", "H0", "H1"), maximum=2) == [("H0", "H2")]


def test_who_is_not_on_the_list_is_not_chosen() -> None:
    assert chosen(ConsensusList(), listed("H2")) == [("H2",)]


@pytest.mark.parametrize(("too_costly", "expected"), [("stop", ("H2",)), ("skip", ("H0", "H2"))])
def test_consensus_list_never_breaks_a_limit(too_costly: str, expected: tuple[str, ...]) -> None:
    limit = GroupLimit(id="g", name=Label("Ryhmä"), members=("H1", "H2"), most=1)

    sets = chosen(ConsensusList(), listed("H2", "H1", "H0", too_costly=too_costly), groups=(limit,))

    assert sets == [expected]


def test_list_that_names_no_candidate_is_told_where() -> None:
    with pytest.raises(InvalidValue) as caught:
        chosen(ConsensusList(), listed("H0", "H9"))

    assert caught.value.values["option"] == "places[1].application"


@pytest.mark.parametrize(
    ("options", "at"),
    [
        ({"places": [{"application": "H0"}]}, "places[0].reason"),
        ({"places": [{"application": "H0", "reason": "  "}]}, "places[0].reason"),
        ({"places": [{"reason": "perustelu"}]}, "places[0].application"),
        ({"places": ["H0"]}, "places[0]"),
        ({"places": "H0"}, "places"),
        (listed("H0", "H0"), "places[1].application"),
        (listed("H0", too_costly="maybe"), "too_costly"),
        (listed("H0", plases=1), "plases"),
    ],
)
def test_each_place_has_an_application_and_a_reason(options: dict[str, Any], at: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        ConsensusList().check_options(options, Form())

    assert caught.value.values["option"] == at


def test_list_is_needed() -> None:
    with pytest.raises(InvalidValue, match="places"):
        ConsensusList().check_options({}, Form())
