"""A call keeps total, target and maximum apart, and says what its closing minute means."""

import pytest

from innokumppanuus.domain.call import Budget, ClosingMinute, Timetable
from innokumppanuus.domain.criteria import Factor, FactorKind, Scale
from innokumppanuus.domain.dates import Count, When
from innokumppanuus.domain.sources import stated
from innokumppanuus.errors import InvalidValue
from innokumppanuus.testing.builders import a_call, a_scale, label, moment

CLOSES = stated(When.instant(moment("2017-09-06 23:59")))


def test_the_whole_closing_minute_is_in_time() -> None:
    timetable = Timetable(closes=CLOSES, closing_minute=ClosingMinute.WHOLE)

    assert timetable.last_moment == moment("2017-09-06 23:59:59.999999")


def test_only_the_start_of_the_closing_minute_is_in_time_when_the_call_says_so() -> None:
    timetable = Timetable(closes=CLOSES, closing_minute=ClosingMinute.START)

    assert timetable.last_moment == moment("2017-09-06 23:59")


def test_a_call_that_never_said_when_it_closes_has_no_last_moment() -> None:
    assert Timetable().last_moment is None


@pytest.mark.parametrize("target", [Count(least=3, most=6), Count(least=6)])
def test_a_target_above_the_maximum_is_refused(target: Count) -> None:
    with pytest.raises(InvalidValue) as caught:
        Budget(target=stated(target), maximum=stated(5))

    assert caught.value.key == "target-range"


def test_a_target_without_a_maximum_is_fine() -> None:
    assert Budget(target=stated(Count(least=3))).maximum.value is None


def test_the_total_is_made_of_criteria_and_scored_factors_only() -> None:
    factors = tuple(Factor(id=str(kind), name=label(), kind=kind) for kind in FactorKind)

    call = a_call(factors=factors)

    assert [item.id for item in call.scored()] == ["K1", "K2", "K3", "scored"]


def test_an_item_without_a_scale_takes_the_common_one() -> None:
    call = a_call()

    assert call.scale_of(call.criteria[0]) == a_scale()


def test_an_item_keeps_its_own_scale() -> None:
    own = Scale(top=a_scale().top * 2)
    factor = Factor(id="L1", name=label(), kind=FactorKind.SCORED, scale=own)

    assert a_call(factors=(factor,)).scale_of(factor) == own


def test_a_field_that_is_not_on_the_form_is_none() -> None:
    assert a_call().field("no_such_field") is None


def test_an_id_of_a_call_is_small_letters_and_digits() -> None:
    with pytest.raises(ValueError, match="regex"):
        a_call(id="Koe Haku")
