from innokumppanuus.domain.money import Money
from innokumppanuus.engine.funding import AsApplied, fund
from innokumppanuus.testing.builders import a_call, an_application


def test_each_chosen_application_gets_what_it_applies_for() -> None:
    grants = fund([an_application("H01", amount=Money.of(7_500))], a_call(), AsApplied())

    assert [(one.application, one.amount) for one in grants] == [("H01", Money.of(7_500))]
    assert [one.amount for one in grants[0].instalments] == [Money.of(7_500)]


def test_an_application_without_a_sum_gets_no_grant() -> None:
    assert fund([an_application("H01", amount=None)], a_call(), AsApplied()) == ()
