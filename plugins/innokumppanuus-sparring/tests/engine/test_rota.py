"""The rota is the best there is: shown by theory where all are there, by brute force where not."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.errors import InvalidValue
from innokumppanuus_sparring.domain.rota import MOST_TURNS, Rota, Sitting, turns_of
from innokumppanuus_sparring.engine.rota import fewest_rests, rota, rota_of, sittings

NAMES = tuple(f"m{number:02}" for number in range(1, 13))


def everyone(members: int, meetings: int) -> tuple[Sitting, ...]:
    return tuple(Sitting(session=f"t{at}", present=NAMES[:members]) for at in range(meetings))


def some(present: Sequence[Sequence[int]]) -> tuple[Sitting, ...]:
    return tuple(
        Sitting(session=f"t{at}", present=tuple(NAMES[one] for one in sorted(each)))
        for at, each in enumerate(present)
    )


def groupings(present: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield every way to pair those present, one resting when their number is odd."""
    if not present:
        yield ()
    elif len(present) % 2:
        for one in present:
            left = tuple(each for each in present if each != one)
            yield from ((*groups, (one,)) for groups in groupings(left))
    else:
        first, rest = present[0], present[1:]
        for one in rest:
            left = tuple(each for each in rest if each != one)
            yield from ((*groups, (first, one)) for groups in groupings(left))


def key_of(meetings: Sequence[Sequence[tuple[str, ...]]]) -> tuple[int, ...]:
    """Return what the module promises to make least, reckoned in the plainest way."""
    met: dict[tuple[str, ...], int] = {}
    rested: dict[str, int] = {}
    repeats, burden, profile = 0, 0, []
    for groups in meetings:
        for group in groups:
            if len(group) == 1:
                rested[group[0]] = rested.get(group[0], 0) + 1
                continue
            pair = tuple(sorted(group))
            repeats += met.get(pair, 0) > 0
            burden += met.get(pair, 0)
            met[pair] = met.get(pair, 0) + 1
        profile.append(repeats)
    return (repeats, burden, *profile, sum(one * one for one in rested.values()))


def groups_of(made: Rota) -> list[list[tuple[str, ...]]]:
    return [[*one.pairs, *((each,) for each in one.resting)] for one in made.meetings]


def best_by_brute_force(meetings: Sequence[Sitting]) -> tuple[int, ...]:
    rotas: list[list[tuple[tuple[str, ...], ...]]] = [[]]
    for one in meetings:
        rotas = [[*made, groups] for made in rotas for groups in groupings(one.present)]
    return min(key_of(made) for made in rotas)


def is_whole(made: Rota, meetings: Sequence[Sitting]) -> bool:
    """Everyone who is there stands in exactly one group, and at most one rests."""
    return all(
        sorted(one for group in groups for one in group) == sorted(sitting.present)
        and sum(len(group) == 1 for group in groups) == len(sitting.present) % 2
        for groups, sitting in zip(groups_of(made), meetings, strict=True)
    )


@pytest.mark.parametrize("members", range(2, 13))
def test_no_pair_meets_twice_in_a_whole_cycle(members: int) -> None:
    rounds = members - 1 if members % 2 == 0 else members

    made = rota(everyone(members, rounds))

    assert made.times() == dict.fromkeys(combinations(NAMES[:members], 2), 1)


@pytest.mark.parametrize("members", range(2, 13))
@pytest.mark.parametrize("meetings", (1, 5, 13, 25))
def test_no_pair_meets_again_before_every_pair_has_met(members: int, meetings: int) -> None:
    made = rota(everyone(members, meetings))

    for end in range(1, meetings + 1):
        met = [pair for one in made.meetings[:end] for pair in one.pairs]
        pairs = members * (members - 1) // 2
        assert len(set(met)) == min(len(met), pairs)


@pytest.mark.parametrize("members", range(2, 13))
@pytest.mark.parametrize("meetings", (1, 5, 13, 25))
def test_pairs_and_rests_differ_by_one_at_most(members: int, meetings: int) -> None:
    made = rota(everyone(members, meetings))

    times = [made.times().get(pair, 0) for pair in combinations(NAMES[:members], 2)]
    rests = [made.rests().get(one, 0) for one in NAMES[:members]]
    assert max(times) - min(times) <= 1
    assert max(rests) - min(rests) <= 1
    assert is_whole(made, everyone(members, meetings))


@pytest.mark.parametrize("members", range(2, 13))
def test_search_is_as_good_as_the_circle_method_where_nobody_is_away(members: int) -> None:
    there = everyone(members, 3)
    away_at_the_end = (*there, Sitting(session="t9", present=()))

    made = rota(away_at_the_end)

    assert key_of(groups_of(made)[:3]) == key_of(groups_of(rota(there)))
    assert made.is_proven


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sets(st.integers(0, 4), min_size=0, max_size=5), min_size=1, max_size=4),
)
def test_rota_with_absences_is_as_good_as_any(present: list[set[int]]) -> None:
    meetings = some([sorted(one) for one in present])

    made = rota(meetings)

    assert is_whole(made, meetings)
    assert made.is_proven
    assert key_of(groups_of(made)) == best_by_brute_force(meetings)


def test_six_of_whom_two_are_away_in_turn_are_as_good_as_any() -> None:
    meetings = some([(0, 1, 2, 3, 4, 5), (0, 1, 2, 3), (2, 3, 4, 5), (0, 1, 4, 5)])

    made = rota(meetings)

    assert key_of(groups_of(made)) == best_by_brute_force(meetings)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sets(st.integers(0, 11), min_size=2, max_size=12), min_size=2, max_size=6),
)
def test_larger_rota_is_whole_and_tells_whether_it_is_proven(present: list[set[int]]) -> None:
    meetings = some([sorted(one) for one in present])

    made = rota(meetings, most_steps=3_000)

    assert is_whole(made, meetings)
    assert made.repeats == key_of(groups_of(made))[0]
    if made.is_proven:
        assert made.steps <= 3_000 + 1


def test_rota_says_when_it_has_not_searched_to_the_end() -> None:
    meetings = some([(0, 1, 2, 3), (0, 1, 2), (0, 1, 2, 3), (1, 2, 3), (0, 1, 2, 3), (0, 2, 3)])

    made = rota(meetings, most_steps=10)

    assert not made.is_proven


def test_pair_that_must_meet_again_does_so_as_late_as_can_be() -> None:
    meetings = some([(0, 1), (0, 1, 2, 3), (0, 1)])

    made = rota(meetings)

    assert [one.repeats for one in map(rota, (meetings[:1], meetings[:2], meetings))] == [0, 0, 1]
    assert made.meetings[1].pairs != (("m01", "m02"), ("m03", "m04"))


def test_who_rested_does_not_rest_again_before_the_others() -> None:
    meetings = some([(0, 1, 2), (0, 1, 2), (0, 1, 2), ()])

    made = rota(meetings)

    assert sorted(made.rests().values()) == [1, 1, 1]


def test_fewest_rests_are_as_even_as_any_choice_of_who_rests() -> None:
    meetings = some([(0, 1, 2), (0, 3, 4), (0,), (0, 1, 2, 3, 4)])

    assert fewest_rests(meetings) == 4


def test_rota_does_not_depend_on_anything_but_the_meetings() -> None:
    meetings = some([(0, 1, 2, 3, 4), (0, 1, 3, 4), (0, 1, 2, 3, 4), (1, 2, 3, 4)])

    assert rota(meetings) == rota(meetings)


def test_absence_known_beforehand_leaves_a_member_out_of_the_meeting(a_sparring) -> None:
    sparring = a_sparring(members=4, meetings=2, away={"m2": ["t2"]})

    assert [one.present for one in sittings(sparring)] == [
        ("m1", "m2", "m3", "m4"),
        ("m1", "m3", "m4"),
    ]


def test_pairs_are_told_in_the_order_of_the_members(a_sparring) -> None:
    sparring = a_sparring(members=6, meetings=5, away={"m1": ["t1"], "m4": ["t1", "t2"]})

    made = rota_of(sparring)

    assert [pair for one in made.meetings for pair in one.pairs if pair[0] > pair[1]] == []


def test_too_many_turns_to_search_for_are_refused() -> None:
    large = tuple(f"m{at:03}" for at in range(200))
    meetings = [Sitting(session=f"t{at}", present=large[at:]) for at in range(7)]

    with pytest.raises(InvalidValue) as caught:
        rota(meetings)

    assert caught.value.key == "sparring.rota-large"


def test_as_many_turns_as_are_searched_for_give_a_rota() -> None:
    large = tuple(f"m{at:03}" for at in range(200))
    meetings = [Sitting(session=f"t{at}", present=large[: 200 - 2 * at]) for at in range(6)]
    assert turns_of(meetings) == MOST_TURNS - 15

    made = rota(meetings, most_steps=2_000)

    assert is_whole(made, meetings)


def test_large_group_without_absences_has_no_limit() -> None:
    large = tuple(f"m{at:03}" for at in range(300))
    meetings = [Sitting(session=f"t{at}", present=large) for at in range(6)]

    assert rota(meetings).repeats == 0
