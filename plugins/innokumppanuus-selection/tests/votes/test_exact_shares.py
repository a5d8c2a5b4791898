"""Purses in whole numbers."""

from fractions import Fraction

from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus_selection.votes.domain import Election, Project
from innokumppanuus_selection.votes.exact_shares import ExactShares
from innokumppanuus_selection.votes.profile import Profile


def a_profile() -> Profile:
    """Return two projects of 3 and 5, wanted by two ballots and by one of them."""
    return Profile.of(
        Election(
            projects=(
                Project(id="a", cost=Fraction(3)),
                Project(id="b", cost=Fraction(5)),
            ),
            budget=Fraction(9),
            votes=Votes(
                kind=BallotKind.APPROVAL,
                ballots=(
                    Ballot(applications=("a", "b"), voters=2),
                    Ballot(applications=("b",), voters=1),
                ),
            ),
        )
    )


def test_supporters_pay_alike_while_they_can() -> None:
    purses = ExactShares(a_profile(), Fraction(3))

    assert purses.price(0) == Fraction(3, 2)


def test_those_who_have_less_pay_all_they_have() -> None:
    purses = ExactShares(a_profile(), Fraction(3))
    purses.pay(0, Fraction(3, 2))

    # The two have 1.5 each and the third 3: 5 is 1.5 + 1.5 + 2.
    assert purses.price(1) == 2


def test_what_nobody_can_pay_has_no_price() -> None:
    purses = ExactShares(a_profile(), Fraction(1))

    assert purses.price(1) is None


def test_equal_purses_have_equal_keys_however_they_came() -> None:
    one, other = (ExactShares(a_profile(), Fraction(3)) for _ in range(2))

    one.pay(0, Fraction(1, 3))
    one.pay(0, Fraction(2, 3))
    other.pay(0, Fraction(1))

    assert one.key() == other.key()


def test_a_copy_goes_on_by_itself() -> None:
    purses = ExactShares(a_profile(), Fraction(3))
    before = purses.key()

    purses.copy().pay(0, Fraction(1))

    assert purses.key() == before
