"""Nobody can be told from the feedback that is shown, not even by reckoning."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus_sparring.domain.feedback import CodedAnswer, FeedbackCode, Tally
from innokumppanuus_sparring.engine.feedback import tally

SKILLS, LATER = FeedbackCode.SKILLS, FeedbackCode.LATER_BENEFIT


def answers(**groups: tuple[int, int]) -> list[CodedAnswer]:
    """Return answers by group: so many about skills of so many in all."""
    return [
        CodedAnswer(group=name, codes=(SKILLS,) if at < about else (LATER,))
        for name, (about, size) in groups.items()
        for at in range(size)
    ]


def of_skills(made: Tally) -> dict[str, int | None]:
    return dict(next(one for one in made.counts if one.code is SKILLS).by_group)


def test_all_eight_codes_are_counted() -> None:
    made = tally(answers(a=(3, 3), b=(0, 3)), 3)

    assert [one.code for one in made.counts] == list(FeedbackCode)
    assert [one.all for one in made.counts if one.all] == [3, 3]


def test_too_few_answers_tell_nothing_not_even_their_number() -> None:
    made = tally(answers(a=(2, 2)), 3)

    assert (made.answers, made.counts, dict(made.groups)) == (None, (), {})


def test_as_many_answers_as_the_least_are_counted() -> None:
    assert tally(answers(a=(3, 3)), 3).answers == 3


def test_small_group_is_hidden_with_another_when_it_could_be_reckoned() -> None:
    made = tally(answers(a=(5, 5), b=(4, 4), c=(1, 1)), 3)

    assert (dict(made.groups), made.hidden_groups) == ({"a": 5}, 2)


def test_answers_without_a_group_are_never_shown_as_one() -> None:
    made = tally([*answers(a=(0, 4)), *(CodedAnswer(codes=(SKILLS,)) for _ in range(4))], 3)

    assert "" not in made.groups


def test_small_count_is_hidden_with_another_one() -> None:
    made = tally(answers(a=(1, 5), b=(4, 5), c=(5, 6)), 3)

    assert of_skills(made) == {"a": None, "b": None, "c": 5}


def test_large_counts_are_shown() -> None:
    assert of_skills(tally(answers(a=(3, 5), b=(4, 5)), 3)) == {"a": 3, "b": 4}


def test_order_of_the_answers_does_not_matter() -> None:
    given_ = answers(a=(1, 5), b=(4, 5), c=(5, 6))

    assert tally(given_, 3) == tally(given_[::-1], 3)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.integers(1, 5).flatmap(lambda size: st.tuples(st.integers(0, size), st.just(size))),
        min_size=1,
        max_size=4,
    ),
    st.integers(2, 4),
)
def test_no_small_count_can_be_reckoned_from_what_is_shown(
    groups: list[tuple[int, int]], least: int
) -> None:
    names = "abcd"
    made = tally(answers(**dict(zip(names, groups, strict=False))), least)
    if made.answers is None or not made.groups:
        return

    shown = of_skills(made)
    whole = next(one.all for one in made.counts if one.code is SKILLS)
    open_cells = [name for name, count in shown.items() if count is None]
    rest_size = made.answers - sum(made.groups.values())
    ranges = [range(made.groups[name] + 1) for name in open_cells]
    fixed = sum(count for count in shown.values() if count is not None)
    ways = [
        (*way, whole - fixed - sum(way))
        for way in product(*ranges)
        if 0 <= whole - fixed - sum(way) <= rest_size
    ]
    true = [dict(zip(names, groups, strict=False))[name][0] for name in open_cells]
    true.append(whole - fixed - sum(true))
    assert tuple(true) in ways
    for place, count in enumerate(true):
        if 0 < count < least:
            assert len({way[place] for way in ways}) > 1
