"""Experts take as many as they can, and nobody is left out more often than must be."""

from itertools import product

import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.programme import Participant
from innokumppanuus_sparring.domain.rota import ExpertTurns
from innokumppanuus_sparring.domain.sparring import Expert, Meeting, Sparring
from innokumppanuus_sparring.engine.experts import expert_turns, takes_part
from innokumppanuus_sparring.engine.rota import sittings

EXPERTS = (Participant(id="e1", name=same("myynti")), Participant(id="e2", name=same("rahoitus")))


def squares_of_leaving_out(sparring: Sparring, made: ExpertTurns) -> int:
    left = {one.participant: 0 for one in sparring.members}
    for _, without in made.without:
        for one in without:
            left[one] += 1
    return sum(one * one for one in left.values())


def best_by_brute_force(sparring: Sparring) -> tuple[int, int]:
    """Return the most turns, and the least sum of squares of leaving out, of all ways to share."""
    ways: list[list[tuple[int, frozenset[str]]]] = []
    for meeting, sitting in zip(sparring.meetings, sittings(sparring), strict=True):
        there = [one for one in sparring.experts if takes_part(one, meeting)]
        found = set()
        for choice in product([None, *range(len(there))], repeat=len(sitting.present)):
            fits = all(choice.count(at) <= one.turns for at, one in enumerate(there))
            apart = all(
                at is None or member not in there[at].apart_from
                for member, at in zip(sitting.present, choice, strict=True)
            )
            if fits and apart:
                left = frozenset(
                    member for member, at in zip(sitting.present, choice, strict=True) if at is None
                )
                found.add((len(sitting.present) - len(left), left))
        ways.append(sorted(found, key=lambda one: (one[0], sorted(one[1]))))
    results = []
    for way in product(*ways):
        times = [sum(one.participant in left for _, left in way) for one in sparring.members]
        results.append((sum(turns for turns, _ in way), sum(one * one for one in times)))
    most = max(turns for turns, _ in results)
    return most, min(squares for turns, squares in results if turns == most)


@pytest.mark.parametrize("members", (1, 2, 3, 4))
@pytest.mark.parametrize("turns", ((1, 1), (2, 1), (3, 3)))
@pytest.mark.parametrize("apart", ((), ("m1",), ("m1", "m2")))
@pytest.mark.parametrize("away", ({}, {"m1": ["t1"], "m2": ["t3"]}))
def test_turns_are_as_many_and_as_even_as_any(a_sparring, members, turns, apart, away) -> None:
    apart = tuple(one for one in apart if int(one[1:]) <= members)
    sparring = a_sparring(
        members=members,
        meetings=3,
        away=away,
        people=EXPERTS,
        experts=(
            Expert(participant="e1", turns=turns[0], apart_from=apart),
            Expert(participant="e2", turns=turns[1], away=("t2",)),
        ),
    )

    made = expert_turns(sparring)

    found = (len(made.turns), squares_of_leaving_out(sparring, made))
    assert found == best_by_brute_force(sparring)


def test_expert_never_takes_more_than_it_can_in_a_meeting(a_sparring) -> None:
    expert = Expert(participant="e1", turns=2)
    sparring = a_sparring(members=5, meetings=5, people=EXPERTS, experts=(expert,))

    made = expert_turns(sparring)

    per_meeting = [sum(one.session == f"t{at}" for one in made.turns) for at in range(1, 6)]
    assert per_meeting == [2, 2, 2, 2, 2]
    assert {made.count(f"m{at}") for at in range(1, 6)} == {2}


def test_expert_spars_on_its_own_themes_only(a_sparring) -> None:
    expert = Expert(participant="e1", turns=9, themes=("t2-teema",))
    sparring = a_sparring(members=2, meetings=2, people=EXPERTS, experts=(expert,))

    assert {one.session for one in expert_turns(sparring).turns} == {"t2"}


def test_expert_does_not_spar_a_member_it_is_apart_from(a_sparring) -> None:
    expert = Expert(participant="e1", turns=9, apart_from=("m1",))
    sparring = a_sparring(members=2, meetings=1, people=EXPERTS, experts=(expert,))

    assert [one.member for one in expert_turns(sparring).turns] == ["m2"]


def test_meeting_with_several_themes_gets_the_experts_of_each() -> None:
    both = Meeting(session="t1", themes=("a", "b"))

    assert takes_part(Expert(participant="e1", themes=("b",)), both)
    assert not takes_part(Expert(participant="e1", themes=("c",)), both)


def times_met(made: ExpertTurns) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for one in made.turns:
        found[one.expert, one.member] = found.get((one.expert, one.member), 0) + 1
    return found


def test_member_meets_another_expert_before_the_same_one_again(a_sparring) -> None:
    experts = (Expert(participant="e1", turns=2), Expert(participant="e2", turns=2))
    sparring = a_sparring(members=4, meetings=2, people=EXPERTS, experts=experts)

    assert set(times_met(expert_turns(sparring)).values()) == {1}


@pytest.mark.parametrize("turns", ((1, 1), (2, 1), (2, 2)))
@pytest.mark.parametrize("apart", ((), ("m1",)))
def test_no_meeting_could_be_shared_out_with_fewer_repeats(a_sparring, turns, apart) -> None:
    experts = (
        Expert(participant="e1", turns=turns[0], apart_from=apart),
        Expert(participant="e2", turns=turns[1]),
    )
    sparring = a_sparring(members=4, meetings=4, people=EXPERTS, experts=experts)
    made = expert_turns(sparring)

    for meeting in sparring.meetings:
        mine = {one.member: one.expert for one in made.turns if one.session == meeting.session}
        others = [one for one in made.turns if one.session != meeting.session]

        def repeats(taken: dict[str, str], others=others) -> int:
            return sum((one.member, one.expert) == pair for pair in taken.items() for one in others)

        ways = [
            dict(zip(mine, choice, strict=True))
            for choice in product(("e1", "e2"), repeat=len(mine))
            if all(choice.count(one.participant) <= one.turns for one in experts)
        ]
        allowed = [way for way in ways if all(way.get(one) != "e1" for one in apart if one in way)]
        assert repeats(mine) == min(map(repeats, allowed))
