"""Moves of the settings, by values."""

from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.widgets.states.settings import (
    joined,
    lowered,
    moved,
    raised,
    settings_of,
    weighed,
)
from innokumppanuus.testing.builders import a_call
from innokumppanuus.testing.decisions import a_decision

ORDER = (("K1",), ("K2",), ("L1", "L2"))
FIELD = {"H01": (5, 1, 1), "H02": (1, 5, 5)}


def test_settings_begin_as_the_call_states_them():
    decision = a_decision(FIELD)

    settings = settings_of(decision)

    assert settings.kind is WeightingKind.ORDER
    assert settings.order == (("K1",), ("K2",), ("K3",))
    assert settings.maximum == 5


def test_points_sum_to_a_hundred_though_the_weights_are_no_whole_per_cents():
    decision = a_decision(FIELD)

    settings = settings_of(decision)

    assert settings.points == (("K1", 61), ("K2", 28), ("K3", 11))


def test_weights_give_their_falling_order_and_equal_ones_a_group():
    weights = {"K1": Fraction(1), "K2": Fraction(3), "K3": Fraction(1)}
    weighting = Weighting(kind=WeightingKind.WEIGHTS, weights=weights)
    policy = attrs.evolve(a_call().assessment, weighting=weighting)

    settings = settings_of(a_decision(FIELD, assessment=policy))

    assert settings.order == (("K2",), ("K1", "K3"))


@pytest.mark.parametrize(
    ("item", "to", "expected"),
    [
        ("K2", 1, (("K2",), ("K1",), ("L1", "L2"))),
        ("L2", 1, (("L2",), ("K1",), ("K2",), ("L1",))),
        ("K1", 3, (("K2",), ("L1", "L2"), ("K1",))),
        ("K1", 1, ORDER),
    ],
)
def test_moved_item_is_alone_at_its_new_place(item, to, expected):
    assert moved(ORDER, item, to) == expected


@pytest.mark.parametrize("to", [0, 4])
def test_place_outside_the_order_is_refused(to):
    with pytest.raises(InvalidValue) as refused:
        moved(ORDER, "K1", to)

    assert refused.value.key == "place-in-order"


def test_misspelt_item_gets_the_nearest_name():
    with pytest.raises(InvalidValue) as refused:
        moved(ORDER, "K22", 1)

    assert refused.value.values["meant"] == "K2"


def test_raised_item_leaves_its_group_before_it_passes_the_one_above():
    once = raised(ORDER, "L2")

    twice = raised(once, "L2")

    assert once == (("K1",), ("K2",), ("L2",), ("L1",))
    assert twice == (("K1",), ("L2",), ("K2",), ("L1",))


def test_lowered_item_leaves_its_group_downwards():
    assert lowered(ORDER, "L1") == (("K1",), ("K2",), ("L2",), ("L1",))


def test_lowered_item_passes_the_whole_group_below():
    assert lowered(ORDER, "K2") == (("K1",), ("L1", "L2"), ("K2",))


def test_joined_item_has_no_order_beside_the_one_above():
    assert joined(ORDER, "K2") == (("K1", "K2"), ("L1", "L2"))


def test_joined_item_leaves_the_others_of_its_group():
    assert joined(ORDER, "L1") == (("K1",), ("K2", "L1"), ("L2",))


def test_top_item_cannot_join_what_is_not_there():
    with pytest.raises(InvalidValue) as refused:
        joined(ORDER, "K1")

    assert refused.value.key == "place-above"


def test_weights_cannot_all_be_zero():
    with pytest.raises(InvalidValue) as refused:
        weighed((("K1", 5), ("K2", 0)), "K1", 0)

    assert refused.value.key == "points-all-zero"


@pytest.mark.parametrize("value", [-1, 101])
def test_weight_outside_the_slider_is_refused(value):
    with pytest.raises(InvalidValue) as refused:
        weighed((("K1", 5), ("K2", 0)), "K2", value)

    assert refused.value.key == "points-range"
