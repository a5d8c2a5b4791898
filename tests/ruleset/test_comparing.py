"""Two versions of a call: every difference once, named as people name it, and nothing else."""

from fractions import Fraction

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from innokumppanuus.domain.call import Budget, Call, EligibilityRule
from innokumppanuus.domain.comparison import Change, ChangeKind
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import Fact, Status, missing, stated
from innokumppanuus.ruleset.comparing import changes, differences
from innokumppanuus.testing.builders import a_call, label
from innokumppanuus.testing.strategies import nouns


def a_rule(id: str, when: str = "amount > eur(1)") -> EligibilityRule:
    return EligibilityRule(id=id, name=label(id), when=when)


def paths(before: Call, after: Call) -> list[tuple[str, str]]:
    return [(one.path, one.kind.value) for one in changes(before, after)]


@given(nouns(Call))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_call_does_not_differ_from_itself(call: Call) -> None:
    assert changes(call, call) == ()


@given(nouns(Call), nouns(Call))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_calls_that_differ_are_told_to(one: Call, other: Call) -> None:
    assert bool(changes(one, other)) == (one != other)


@given(nouns(Call), nouns(Call))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_way_back_has_the_same_places(one: Call, other: Call) -> None:
    there, back = changes(one, other), changes(other, one)

    assert {change.path for change in there} == {change.path for change in back}


def test_a_changed_condition_is_named_by_its_rule() -> None:
    before = a_call(eligibility=(a_rule("a"), a_rule("b")))
    after = a_call(eligibility=(a_rule("a"), a_rule("b", "amount > eur(2)")))

    assert changes(before, after) == (
        Change(
            path="eligibility[b].when",
            kind=ChangeKind.CHANGED,
            before="amount > eur(1)",
            after="amount > eur(2)",
        ),
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("a", "ab", [("eligibility[b]", "added")]),
        ("ab", "a", [("eligibility[b]", "removed")]),
        ("ab", "ba", [("eligibility", "reordered")]),
        ("ab", "bc", [("eligibility[a]", "removed"), ("eligibility[c]", "added")]),
    ],
)
def test_members_are_followed_by_their_id(
    before: str, after: str, told: list[tuple[str, str]]
) -> None:
    rules = [tuple(a_rule(id) for id in ids) for ids in (before, after)]

    assert paths(a_call(eligibility=rules[0]), a_call(eligibility=rules[1])) == told


def test_the_value_of_a_fact_stands_at_the_fact() -> None:
    before, after = Budget(total=stated(Money.of(1))), Budget(total=stated(Money.of(2)))

    (one,) = differences(before, after, "budget")

    assert (one.path, one.before, one.after) == ("budget.total", Money.of(1), Money.of(2))


def test_a_fact_that_is_no_longer_known_is_told_as_removed() -> None:
    before, after = Budget(maximum=stated(5)), Budget(maximum=missing())

    told = {one.path: one.kind for one in differences(before, after)}

    assert told == {"maximum": ChangeKind.REMOVED, "maximum.status": ChangeKind.CHANGED}


def test_how_a_fact_is_known_is_told_apart_from_its_value() -> None:
    before = Fact(value=5)
    after = Fact(value=5, status=Status.DISPUTED, note="kaksi lähdettä")

    assert [one.path for one in differences(before, after, "f")] == ["f.status", "f.note"]


def test_words_are_compared_in_each_language() -> None:
    (one,) = differences(Label("a", "b", "c"), Label("a", "d", "c"), "name")

    assert (one.path, one.before, one.after) == ("name.sv", "b", "d")


def test_an_order_of_criteria_is_one_value() -> None:
    call = a_call()
    assert call.assessment is not None
    order = (("K2",), ("K1",), ("K3",))
    weighting = attrs.evolve(call.assessment.weighting, order=order)
    other = a_call(assessment=attrs.evolve(call.assessment, weighting=weighting))

    assert paths(call, other) == [("assessment.weighting.order", "changed")]


def test_numbers_of_different_types_are_different() -> None:
    assert differences({"a": 1}, {"a": Fraction(1)}) != ()
    assert differences({"a": True}, {"a": 1}) != ()
