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


def test_small_count_hides_the_counts_of_all_groups() -> None:
    made = tally(answers(a=(1, 5), b=(4, 5), c=(5, 6)), 3)

    assert of_skills(made) == {"a": None, "b": None, "c": None}


def test_small_whole_is_not_shown() -> None:
    made = tally(answers(a=(2, 5), b=(0, 5)), 3)

    assert (next(iter(made.counts)).all, of_skills(made)) == (None, {"a": None, "b": None})


def test_groups_are_hidden_where_hiding_would_tell_which_is_small() -> None:
    small, large = tally(answers(a=(4, 4), b=(1, 2)), 2), tally(answers(a=(3, 4), b=(2, 2)), 2)

    assert of_skills(small) == of_skills(large) == {"a": None, "b": None}


def test_large_counts_are_shown() -> None:
    assert of_skills(tally(answers(a=(3, 5), b=(4, 5)), 3)) == {"a": 3, "b": 4}


def test_order_of_the_answers_does_not_matter() -> None:
    given_ = answers(a=(1, 5), b=(4, 5), c=(5, 6))

    assert tally(given_, 3) == tally(given_[::-1], 3)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=3), st.integers(2, 4))
def test_who_knows_the_rules_reckons_no_small_count(sizes: list[int], least: int) -> None:
    names = "abc"[: len(sizes)]
    seen: dict[tuple[int | None, str], list[tuple[int, ...]]] = {}
    for counts in product(*[range(size + 1) for size in sizes]):
        made = tally(
            answers(**dict(zip(names, zip(counts, sizes, strict=True), strict=True))), least
        )
        if made.groups:
            told = {name: counts[names.index(name)] for name in made.groups}
            split = (*told.values(), sum(counts) - sum(told.values()))
            seen.setdefault((made.counts[0].all, f"{of_skills(made)}"), []).append(split)

    for alike in seen.values():
        for possible in map(set, zip(*alike, strict=True)):
            assert len(possible) > 1 or not 0 < min(possible) < least
