"""Nobody is passed by, no place stays empty while one waits, and every promotion has a cause."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.dates import When, start_of
from innokumppanuus.domain.parties import Sector
from innokumppanuus.domain.sources import Fact
from innokumppanuus_sparring.domain.events import (
    Booking,
    PlaceChange,
    PlaceOrder,
    PlaceState,
    Registration,
)
from innokumppanuus_sparring.engine.places import lot, place_lists, places

START = start_of(date(2017, 6, 1), "Europe/Helsinki")
FIRST_COME = Booking(session="s1")


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


def lottery(closes: int, seed: str = "siemen") -> Booking:
    return Booking(
        session="s1",
        closes=Fact(value=When.instant(at(closes))),
        order=PlaceOrder.LOTTERY,
        seed=seed,
    )


def test_first_to_register_get_the_places(registered) -> None:
    made = places([registered("c", 3), registered("a", 1), registered("b", 2)], 2, FIRST_COME)

    assert (made.seated, made.waiting) == (("a", "b"), ("c",))


def test_first_who_waits_gets_the_place_of_one_who_cancels(registered) -> None:
    given_ = [
        registered("a", 1, cancelled=10),
        registered("b", 2),
        registered("c", 3),
        registered("d", 4),
    ]

    made = places(given_, 2, FIRST_COME)

    assert (made.seated, made.waiting, made.cancelled) == (("b", "c"), ("d",), ("a",))
    (promoted,) = [one for one in made.steps if one.change is PlaceChange.PROMOTED]
    assert (promoted.registration, promoted.because_of, promoted.when) == ("c", "a", at(10))


def test_one_who_cancels_while_waiting_frees_no_place(registered) -> None:
    made = places([registered("a", 1), registered("b", 2, cancelled=5)], 1, FIRST_COME)

    assert (made.seated, made.waiting) == (("a",), ())


def test_one_who_registers_after_a_cancelling_gets_the_place_when_nobody_waits(registered) -> None:
    made = places([registered("a", 1, cancelled=5), registered("b", 6)], 1, FIRST_COME)

    assert made.seated == ("b",)


def test_place_cancelled_in_the_moment_of_a_registration_goes_to_the_one_who_waits(
    registered,
) -> None:
    given_ = [registered("a", 1, cancelled=5), registered("b", 2), registered("c", 5)]

    assert places(given_, 1, FIRST_COME).seated == ("b",)


def test_without_a_stated_capacity_everyone_has_a_place(registered) -> None:
    made = places([registered(str(one), one) for one in range(9)], None, FIRST_COME)

    assert (len(made.seated), made.waiting, made.capacity) == (9, (), None)


def test_lot_is_the_sha_256_of_seed_session_and_registration() -> None:
    assert lot("siemen", "s1", "a") == sha256(b"siemen\ns1\na").hexdigest()


def test_lottery_orders_those_in_time_by_their_lots(registered) -> None:
    ids = ["a", "b", "c", "d"]

    made = places([registered(one, at_) for at_, one in enumerate(ids)], 2, lottery(closes=60))

    by_lot = sorted(ids, key=lambda one: lot("siemen", "s1", one))
    assert [*made.seated, *made.waiting] == by_lot
    assert {one.when for one in made.steps} == {at(60)}


def test_another_seed_gives_another_order(registered) -> None:
    given_ = [registered(str(one), one) for one in range(8)]

    orders = {places(given_, 3, lottery(60, seed)).seated for seed in ("1", "2", "3", "4")}

    assert len(orders) > 1


def test_late_registration_comes_after_everyone_in_the_lottery(registered) -> None:
    given_ = [*(registered(str(one), one) for one in range(4)), registered("late", 61)]

    assert places(given_, 2, lottery(60)).waiting[-1] == "late"


def test_registration_at_the_closing_moment_is_in_the_lottery(registered) -> None:
    given_ = [registered("x", 60), registered("y", 61)]

    steps = places(given_, 1, lottery(60)).steps

    assert [one.lot != "" for one in steps] == [True, False]


def test_one_who_cancels_before_the_lottery_takes_no_part_in_it(registered) -> None:
    made = places([registered("a", 1, cancelled=5), registered("b", 2)], 1, lottery(60))

    assert (made.seated, made.cancelled) == (("b",), ("a",))


def test_one_who_cancels_after_the_lottery_gives_the_place_to_the_next_lot(registered) -> None:
    ids = sorted("abc", key=lambda one: lot("siemen", "s1", one))
    given_ = [registered(one, 1, cancelled=90 if one == ids[0] else None) for one in ids]

    made = places(given_, 1, lottery(60))

    assert (made.seated, made.waiting) == ((ids[1],), (ids[2],))


def test_sectors_of_those_with_a_place_are_counted(registered) -> None:
    given_ = [
        registered("a", 1, sector=Sector.ASSOCIATION),
        registered("b", 2, sector=Sector.COMPANY),
        registered("c", 3, sector=Sector.COMPANY),
    ]

    assert places(given_, 2, FIRST_COME).sectors == ((Sector.COMPANY, 1), (Sector.ASSOCIATION, 1))


def test_each_session_has_its_own_list(a_series, registered) -> None:
    came = [registered("a", 1), registered("b", 2), registered("c", 3)]

    (made,) = place_lists(a_series(capacity=2), came)

    assert (made.session, made.capacity, made.waiting) == ("s1", 2, ("c",))


def test_state_of_each_registration_is_told(registered) -> None:
    given_ = [registered("a", 1), registered("b", 2), registered("c", 3, cancelled=4)]

    made = places(given_, 1, FIRST_COME)

    assert [made.state(one) for one in "abc"] == [
        PlaceState.SEATED,
        PlaceState.WAITING,
        PlaceState.CANCELLED,
    ]
    with pytest.raises(KeyError):
        made.state("x")


def naive(given_: Sequence[tuple[int, int | None]], capacity: int) -> tuple[list[int], list[int]]:
    """Return who has a place and who waits, by looking at the whole queue minute by minute."""
    order: list[int] = []
    for minute in range(200):
        order = [one for one in order if given_[one][1] != minute]
        order += [one for one, (came, _) in enumerate(given_) if came == minute]
    return order[:capacity], order[capacity:]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.integers(0, 90).flatmap(
            lambda came: st.tuples(st.just(came), st.one_of(st.none(), st.integers(came + 1, 150)))
        ),
        max_size=9,
        unique_by=lambda one: one[0],
    ),
    st.integers(0, 4),
    st.randoms(use_true_random=False),
)
def test_places_are_as_if_the_queue_were_looked_at_every_minute(given_, capacity, random) -> None:
    known = [
        Registration(
            id=f"r{number}",
            session="s1",
            registered=at(came),
            cancelled=None if left is None else at(left),
        )
        for number, (came, left) in enumerate(given_)
    ]
    shuffled = [*known]
    random.shuffle(shuffled)

    made = places(shuffled, capacity, FIRST_COME)

    seated, waiting = naive(given_, capacity)
    assert {*made.seated} == {f"r{one}" for one in seated}
    assert list(made.waiting) == [f"r{one}" for one in waiting]
    assert made == places(known, capacity, FIRST_COME)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 90), st.one_of(st.none(), st.integers(0, 150))), max_size=9),
    st.integers(0, 4),
    st.randoms(use_true_random=False),
)
def test_lottery_keeps_places_full_and_loses_nobody(given_, capacity, random) -> None:
    known = [
        Registration(
            id=f"r{number}",
            session="s1",
            registered=at(came),
            cancelled=None if left is None else at(max(left, came)),
        )
        for number, (came, left) in enumerate(given_)
    ]
    shuffled = [*known]
    random.shuffle(shuffled)

    made = places(shuffled, capacity, lottery(60))

    assert sorted([*made.seated, *made.waiting, *made.cancelled]) == [one.id for one in known]
    assert {*made.cancelled} == {one.id for one in known if one.cancelled}
    assert len(made.seated) <= capacity
    assert not made.waiting or len(made.seated) == capacity
    assert made == places(known, capacity, lottery(60))
