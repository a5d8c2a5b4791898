import hashlib
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.precedence import OpenTie, TieBy, TieStep
from innokumppanuus.engine.precedence import Ties, lot, ties_of

COVERS = TieStep(by=TieBy.NEW_ASPECT, of=("aspects",))
EXCELLENCE = TieStep(by=TieBy.CRITERIA, of=("E", "I"))
BALANCE = TieStep(by=TieBy.BALANCE, of=("women", "men"))
COUNTRIES = TieStep(by=TieBy.MOST_NEW, of=("countries",))


def ties(*steps: TieStep, scores: Any = None, **answers: dict[str, Any]) -> Ties:
    applications = {one: Application(id=one, answers=given) for one, given in answers.items()}
    marks = {
        one: {item: Fraction(score) for item, score in given.items()}
        for one, given in (scores or {}).items()
    }
    return Ties(steps=steps, applications=applications, scores=marks, seed="siemen")


def equal(of: Ties) -> dict[str, Fraction]:
    return dict.fromkeys(of.applications, Fraction(10))


def test_a_higher_total_stands_first_whatever_the_steps_say() -> None:
    field = ties(COVERS, A={"aspects": ("x",)}, B={"aspects": ()})

    order, decided = field.order({"A": Fraction(9), "B": Fraction(10)})

    assert order == (("B",), ("A",))
    assert decided.pairs == ()


def test_an_aspect_that_nobody_above_covers_stands_before_a_better_score() -> None:
    field = ties(
        COVERS,
        EXCELLENCE,
        scores={"A": {"E": 5, "I": 3}, "B": {"E": 3, "I": 5}, "T": {"E": 5, "I": 5}},
        A={"aspects": ("x",)},
        B={"aspects": ("y",)},
        T={"aspects": ("x",)},
    )

    order, decided = field.order({"T": Fraction(12), "A": Fraction(10), "B": Fraction(10)})

    assert order == (("T",), ("B",), ("A",))
    (pair,) = decided.pairs
    assert (pair.above, pair.below, pair.step, pair.higher, pair.lower) == ("B", "A", 1, ("y",), ())


def test_what_the_first_of_a_group_covers_is_no_longer_new_for_the_rest() -> None:
    scores = {"A": {"E": 4, "I": 4}, "B": {"E": 3, "I": 5}, "C": {"E": 5, "I": 3}}
    field = ties(
        COVERS,
        EXCELLENCE,
        scores=scores,
        A={"aspects": ("x",)},
        B={"aspects": ("x",)},
        C={"aspects": ()},
    )

    order, _ = field.order(equal(field))

    assert order == (("A",), ("C",), ("B",))


def test_the_criterion_that_decided_is_told() -> None:
    scores = {"A": {"E": 4, "I": 3}, "B": {"E": 4, "I": 5}}
    field = ties(EXCELLENCE, scores=scores, A={}, B={})

    order, decided = field.order(equal(field))

    assert order == (("B",), ("A",))
    (pair,) = decided.pairs
    assert (pair.step, pair.of, pair.higher, pair.lower) == (1, ("I",), Fraction(5), Fraction(3))


def test_the_more_even_counts_stand_first() -> None:
    field = ties(BALANCE, A={"women": 1, "men": 3}, B={"women": 6, "men": 4})

    order, decided = field.order(equal(field))

    assert order == (("B",), ("A",))
    assert (decided.pairs[0].higher, decided.pairs[0].lower) == (Fraction(2, 5), Fraction(1, 4))


def test_the_most_countries_that_nobody_above_has_stand_first() -> None:
    field = ties(
        COUNTRIES,
        A={"countries": ("fi", "se", "ee")},
        B={"countries": ("lv", "lt")},
        T={"countries": ("fi", "se")},
    )

    order, _ = field.order({"T": Fraction(12), "A": Fraction(10), "B": Fraction(10)})

    assert order == (("T",), ("B",), ("A",))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (3, 2),
        (Money.of("10000.01"), Money.of(10_000)),
        (date(2026, 1, 2), date(2026, 1, 1)),
        (2.5, 2),
        (True, False),
    ],
)
def test_the_larger_answer_stands_first_and_the_smaller_one_under_smaller(
    more: object, less: object
) -> None:
    by_larger = ties(TieStep(by=TieBy.LARGER, of=("x",)), A={"x": less}, B={"x": more})
    by_smaller = ties(TieStep(by=TieBy.SMALLER, of=("x",)), A={"x": less}, B={"x": more})

    assert by_larger.order(equal(by_larger))[0] == (("B",), ("A",))
    assert by_smaller.order(equal(by_smaller))[0] == (("A",), ("B",))


def test_anyone_can_draw_the_lots_again() -> None:
    drawn = lot("seed", ("H07", "H01"))

    assert drawn == hashlib.sha256(b"seed|H01|H07").hexdigest()


def test_a_lottery_leaves_no_tie() -> None:
    field = ties(TieStep(by=TieBy.LOTTERY), A={}, B={}, C={})

    order, decided = field.order(equal(field))

    drawn = [lot("siemen", one) for one in order]
    assert drawn == sorted(drawn)
    assert decided.open == ()


def test_a_missing_answer_stops_the_steps_and_leaves_the_tie_to_people() -> None:
    field = ties(BALANCE, TieStep(by=TieBy.LOTTERY), A={"women": 1, "men": 1}, B={"women": 3})

    order, decided = field.order(equal(field))

    assert order == (("A", "B"),)
    assert decided.open == (OpenTie(applications=("A", "B"), step=1, missing=("B",)),)


def test_what_somebody_above_has_not_told_cannot_be_new_for_sure() -> None:
    field = ties(COVERS, A={"aspects": ("x",)}, B={"aspects": ()}, T={})

    _, decided = field.order({"T": Fraction(12), "A": Fraction(10), "B": Fraction(10)})

    assert decided.open == (OpenTie(applications=("A", "B"), step=1, missing=("A", "B")),)


def test_nobody_named_has_no_balance() -> None:
    field = ties(BALANCE, A={"women": 0, "men": 0}, B={"women": 1, "men": 0})

    assert field.order(equal(field))[1].open[0].missing == ("A",)


def test_without_steps_a_tie_is_no_open_question_of_theirs() -> None:
    field = ties(A={}, B={})

    order, decided = field.order(equal(field))

    assert order == (("A", "B"),)
    assert decided.open == ()


def test_a_policy_without_steps_parts_nothing() -> None:
    assert ties_of(SelectionPolicy(), (), {}) == Ties()
    assert ties_of(None, (), {}) == Ties()


ASPECTS = st.lists(st.sampled_from("xyz"), unique=True).map(tuple)
FIELDS = st.lists(st.tuples(st.integers(0, 2), ASPECTS, st.integers(0, 2)), min_size=1, max_size=8)


@given(FIELDS, st.randoms(use_true_random=False))
def test_the_order_of_applications_changes_nothing(field: Any, random: Any) -> None:
    steps = (COVERS, TieStep(by=TieBy.CRITERIA, of=("E",)))
    rows = [(f"H{place}", *row) for place, row in enumerate(field)]
    mixed = random.sample(rows, len(rows))

    made = []
    for some in (rows, mixed):
        answers = {one: {"aspects": aspects} for one, _, aspects, _ in some}
        scores = {one: {"E": score} for one, _, _, score in some}
        values = {one: Fraction(value) for one, value, _, _ in some}
        made.append(ties(*steps, scores=scores, **answers).order(values))

    assert made[0] == made[1]


@given(FIELDS)
def test_each_place_is_taken_by_one_that_no_step_puts_after_another_then(field: Any) -> None:
    steps = (COVERS, TieStep(by=TieBy.CRITERIA, of=("E",)))
    rows = {f"H{place}": row for place, row in enumerate(field)}
    values = {one: Fraction(row[0]) for one, row in rows.items()}
    whole = ties(
        *steps,
        scores={one: {"E": row[2]} for one, row in rows.items()},
        **{one: {"aspects": row[1]} for one, row in rows.items()},
    )

    order, _ = whole.order(values)

    covered: set[str] = set()
    left = set(rows)
    for place in order:
        best = max((rows[o][0], bool({*rows[o][1]} - covered), rows[o][2]) for o in left)
        first = {o for o in left if (rows[o][0], bool({*rows[o][1]} - covered), rows[o][2]) == best}
        assert set(place) == first
        covered |= {aspect for o in place for aspect in rows[o][1]}
        left -= first
