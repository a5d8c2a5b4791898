"""A case changes its example application, and expects something."""

import pytest

from innokumppanuus.domain.cases import Case, CaseFile, Expectation
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue


def a_case(**changes: object) -> Case:
    expect = Expectation(outcome=Verdict.MET)
    return Case(sentence=same("näin"), base="hyvä", given=changes, expect=expect)  # type: ignore[arg-type]


def test_a_case_starts_from_its_base_and_changes_or_leaves_out_answers() -> None:
    case = a_case(amount=Money.of(5), area=None)
    bases = {"hyvä": {"id": "T1", "amount": Money.of(1), "area": "x", "sector": "company"}}

    application = CaseFile(bases=bases, cases=(case,)).application(case)

    assert application.answers == {"id": "T1", "amount": Money.of(5), "sector": "company"}


def test_a_case_must_expect_something() -> None:
    with pytest.raises(InvalidValue) as told:
        Expectation()

    assert told.value.key == "case-expects-nothing"


def test_asking_for_nothing_is_an_expectation() -> None:
    assert Expectation(asks=()).asks == ()
