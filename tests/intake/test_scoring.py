"""What evaluators score is what the rule set leaves to them."""

from fractions import Fraction

import attrs

from innokumppanuus.domain.criteria import Aspect, Criterion, Factor, FactorKind, Scale
from innokumppanuus.intake.scoring import items_of, score_columns
from innokumppanuus.testing.builders import a_call, label


def ids(**call: object) -> list[str]:
    return [item.id for item in items_of(a_call(**call))]


def test_each_criterion_is_scored() -> None:
    assert ids() == ["K1", "K2", "K3"]


def test_aspects_are_scored_in_place_of_their_criterion() -> None:
    aspects = tuple(Aspect(id=one, name=label(one)) for one in "ab")

    assert ids(criteria=(Criterion(id="K1", name=label(), aspects=aspects),)) == ["K1.a", "K1.b"]


def test_a_scored_factor_that_no_rule_decides_is_scored() -> None:
    factor = Factor(id="L1", name=label(), kind=FactorKind.SCORED)

    assert ids(factors=(factor,))[-1] == "L1"


def test_a_factor_that_a_rule_decides_is_not_scored_by_people() -> None:
    factor = Factor(id="L1", name=label(), kind=FactorKind.SCORED, when="amount > eur(1)")

    assert "L1" not in ids(factors=(factor,))


def test_a_noted_factor_is_not_scored() -> None:
    factor = Factor(id="L1", name=label(), kind=FactorKind.NOTED, when="amount > eur(1)")

    assert "L1" not in ids(factors=(factor,))


def test_an_item_has_the_scale_of_its_criterion() -> None:
    own = Scale(top=Fraction(3))
    criterion = attrs.evolve(a_call().criteria[0], scale=own)

    (item,) = items_of(a_call(criteria=(criterion,)))

    assert item.scale == own


def test_no_two_columns_of_a_sheet_share_a_name() -> None:
    columns = score_columns(tuple(items_of(a_call())))
    names = [name for column in columns for name in frozenset().union(*column.tiers)]

    assert len(names) == len(set(names))
