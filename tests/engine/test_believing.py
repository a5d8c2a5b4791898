"""No selection method is believed unseen: each limit is reckoned again in whole numbers."""

from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import (
    GroupLimit,
    Infeasible,
    Limits,
    Needs,
    Optima,
    Portfolio,
)
from innokumppanuus.engine.believing import disbelief
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.portfolios import a_candidate

FIELD = {
    one.application: one for one in (a_candidate("H1", 4, 1000, 500), a_candidate("H2", 3, 1000))
}
BOTH = Portfolio(applications=("H1", "H2"), value=Fraction(7), cost=Money(2000))
PART = Portfolio(
    applications=("H1",), value=Fraction(3), cost=Money(750), awards={"H1": Money(750)}
)
FIRST = Portfolio(applications=("H1",), value=Fraction(4), cost=Money(1000))


def told(optima: Optima, limits: Limits | None = None) -> str:
    wrong = disbelief(optima, FIELD, limits or Limits(), is_by_value=True, method="omaperäinen")
    return "" if wrong is None else str(wrong)


def group(**bounds: object) -> Limits:
    one = GroupLimit(id="area", name=label(), members=("H1", "H2"), **bounds)  # type: ignore[arg-type]
    return Limits(groups=(one,))


@pytest.mark.parametrize("one", [BOTH, PART, FIRST])
def test_what_is_so_is_believed(one: Portfolio) -> None:
    assert told(Optima(portfolios=(one,))) == ""


@pytest.mark.parametrize(
    ("one", "limits", "wrong"),
    [
        (BOTH, group(most=1), "'area': must be at most 1, got 2"),
        (FIRST, group(least=2), "'area': must be at least 2, got 1"),
        (BOTH, group(most_money=Money(1999)), "at most 19.99 EUR, got 20.00 EUR"),
        (FIRST, Limits(minimum=2), "'minimum': must be at least 2"),
        (
            FIRST,
            Limits(needs=(Needs(id="n", name=label(), application="H1", other="H2"),)),
            "'n'",
        ),
        (BOTH, Limits(budget=Money(1999)), "'budget': must be at most 19.99 EUR, got 20.00 EUR"),
        (attrs.evolve(PART, awards={"H1": Money(499)}), Limits(), "viable from 5.00 EUR up"),
        (attrs.evolve(PART, awards={"H1": Money(1001)}), Limits(), "viable from"),
        (attrs.evolve(FIRST, awards={"H2": Money(500)}), Limits(), "not in it"),
        (attrs.evolve(PART, value=Fraction(4)), Limits(), "value and cost"),
    ],
)
def test_what_is_not_so_is_told(one: Portfolio, limits: Limits, wrong: str) -> None:
    assert wrong in told(Optima(portfolios=(one,)), limits)


def test_a_near_set_is_looked_at_as_closely() -> None:
    optima = Optima(portfolios=(BOTH,), near=(FIRST,), gap=Fraction(3))

    assert told(optima) == ""
    assert "'minimum'" in told(optima, Limits(minimum=2))
    assert "gap" in told(attrs.evolve(optima, gap=Fraction(2)))


def test_sets_and_a_contradiction_do_not_go_together() -> None:
    contradiction = Infeasible(limits=())

    assert told(Optima(portfolios=(), infeasible=contradiction)) == ""
    assert "none" in told(Optima(portfolios=(FIRST,), infeasible=contradiction))


def test_nothing_at_all_is_no_answer() -> None:
    assert "which limits contradict" in told(Optima(portfolios=()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_is_said_in_the_readers_language(language: str) -> None:
    texts, english = Texts.load(language), Texts.load("en")
    wrong = disbelief(
        Optima(portfolios=(BOTH,)), FIELD, group(most=1), is_by_value=True, method="omaperäinen"
    )

    assert wrong is not None
    said = texts.problem(wrong.problem)
    assert "omaperäinen" in said and "H1, H2" in said
    assert (said == english.problem(wrong.problem)) == (language == "en")
