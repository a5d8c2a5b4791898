"""What an applicant left out is missing, not zero."""

import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.money import Money
from innokumppanuus.testing.builders import an_application


def test_the_sum_applied_for_is_read_from_the_answers() -> None:
    assert an_application(amount=Money.of(8000)).amount == Money.of(8000)


def test_a_missing_sum_is_none_and_not_zero() -> None:
    assert an_application(amount=None).amount is None


def test_an_unnamed_applicant_goes_by_the_number() -> None:
    assert an_application("H07", applicant=None).applicant == "H07"


def test_an_application_has_a_number() -> None:
    with pytest.raises(ValueError, match="id"):
        Application(id="", answers={})
