"""What came later: left out of records while it says nothing, kept when it does."""

from fractions import Fraction

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.later import LATER
from innokumppanuus.domain.limits import ChoiceLimits, MinimumLimit
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Optima, Portfolio
from innokumppanuus.records import from_record, to_record
from innokumppanuus.ruleset import fingerprint, freeze
from innokumppanuus.testing.builders import a_call
from innokumppanuus.testing.rulesets import the_ruleset

BEFORE_LIMITS = "7c6f05510cd864c61814ae26685f08efbf365c6d608be328019658070485321c"
"""The hash that the rule set of the tests had before calls could declare limits."""


def test_an_older_rule_set_keeps_its_hash() -> None:
    assert the_ruleset().hash == BEFORE_LIMITS


def test_a_declared_limit_changes_the_hash() -> None:
    call = a_call()
    limits = ChoiceLimits(minimum=MinimumLimit(name=Label("Vähintään kaksi"), least=2))

    policy = {**to_record(call)["selection"], "limits": to_record(limits)}
    other = from_record(type(call), {**to_record(call), "selection": policy})

    assert other.selection is not None and other.selection.limits == limits
    assert fingerprint(freeze(other)) != fingerprint(freeze(call))


def test_a_set_without_parts_is_recorded_as_ever() -> None:
    one = Portfolio(applications=("H1",), value=Fraction(1), cost=Money.of(1))

    assert set(to_record(one)) == {"applications", "value", "cost"}


def test_what_says_something_is_recorded() -> None:
    record = to_record(Optima(portfolios=(), gap=Fraction(1, 2)))

    assert record["gap"] == "1/2"


def test_the_mark_cannot_be_changed() -> None:
    assert type(LATER).__name__ == "mappingproxy"
