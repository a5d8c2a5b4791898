"""Core indices as nouns: what a share of the sets comes to."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.core_index import (
    CoreIndex,
    CoreIndices,
    CoreStanding,
    UnbeatenSet,
    Withdrawal,
    shares,
    standing_of,
)
from innokumppanuus.domain.money import Money


def a_set(*applications: str) -> UnbeatenSet:
    return UnbeatenSet(
        applications=applications, least=Fraction(0), most=Fraction(1), cost=Money(1)
    )


@pytest.mark.parametrize(
    ("share", "standing"),
    [
        (1, CoreStanding.CORE),
        (Fraction(99, 100), CoreStanding.BORDERLINE),
        (0, CoreStanding.EXTERIOR),
    ],
)
def test_only_all_of_the_sets_make_core_and_only_none_exterior(
    share: Fraction, standing: CoreStanding
) -> None:
    assert standing_of(Fraction(share)) is standing


def test_a_share_is_that_of_the_sets_that_hold_the_application() -> None:
    found = shares((a_set("H1", "H2"), a_set("H1")), ("H1", "H2", "H3"))

    assert found == {"H1": 1, "H2": Fraction(1, 2), "H3": 0}


def test_without_sets_nobody_has_a_share() -> None:
    assert shares((), ("H1",)) == {"H1": 0}


def test_applications_are_told_by_their_standing() -> None:
    index = CoreIndex(application="H1", share=Fraction(1), standing=CoreStanding.CORE)
    indices = CoreIndices(sets=(a_set("H1"),), indices=(index,))

    assert indices.named(CoreStanding.CORE) == ("H1",)
    assert indices.named(CoreStanding.EXTERIOR) == ()
    assert indices.standing("H1") is CoreStanding.CORE


def test_a_withdrawal_that_leaves_the_same_sets_changes_no_choice() -> None:
    same = Withdrawal(selector="s", application="H3", before=(("H1",),), after=(("H1",),))
    other = Withdrawal(selector="s", application="H3", before=(("H1",),), after=(("H2",),))

    assert not same.changes_choice
    assert other.changes_choice
