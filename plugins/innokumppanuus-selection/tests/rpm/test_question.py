"""The question that settles the most: each answer as if everything were found anew."""

import random
from fractions import Fraction

import attrs

from innokumppanuus.domain.core_index import CoreIndices, CoreStanding, RobustChoice
from innokumppanuus.domain.weights import WeightRegion, WeightRow
from innokumppanuus.engine.core_index import core_indices
from innokumppanuus.testing.robust_choices import a_banded, a_robust_choice
from innokumppanuus_selection.rpm.domain import About, Question
from innokumppanuus_selection.rpm.question import questions

RIVALS = [a_banded("H1", {"K1": 3, "K2": 1}, 10), a_banded("H2", {"K1": 1, "K2": 3}, 10)]


def answered(choice: RobustChoice, question: Question, is_yes: bool) -> RobustChoice:
    """Return what is known after an answer, made in another way than the question makes it."""
    if question.about is About.WEIGHTS:
        sign = Fraction(1 if is_yes else -1)
        row = WeightRow(factors={question.item: sign, question.other: -sign})
        return attrs.evolve(choice, region=choice.region.where([row]))
    assert question.middle is not None
    bounds = {question.item: question.middle}
    candidates = []
    for one in choice.candidates:
        band = one.band
        if one.application == question.application:
            band = (
                attrs.evolve(band, least={**band.least, **bounds})
                if is_yes
                else attrs.evolve(band, most={**band.most, **bounds})
            )
        candidates.append(attrs.evolve(one, band=band))
    return attrs.evolve(choice, candidates=tuple(candidates))


def settled(before: CoreIndices, after: CoreIndices) -> tuple[str, ...]:
    now = after.named(CoreStanding.BORDERLINE)
    return tuple(one for one in before.named(CoreStanding.BORDERLINE) if one not in now)


def test_which_criterion_weighs_more_settles_two_that_trade_them() -> None:
    choice = a_robust_choice(RIVALS, 10)

    asked = questions(choice, core_indices(choice))

    (one,) = asked.best
    assert (one.about, one.item, one.other) == (About.WEIGHTS, "K1", "K2")
    assert one.yes.settled == one.no.settled == ("H1", "H2")


def test_a_known_order_is_not_asked_for() -> None:
    choice = a_robust_choice(RIVALS, 10, WeightRegion.order([["K1"], ["K2"]]))

    assert questions(choice, core_indices(choice)).best == ()


def test_a_score_in_the_upper_half_of_its_bounds_may_settle_the_choice() -> None:
    field = [a_banded("H1", {"K1": 4}, 10, spread=1), a_banded("H2", {"K1": 4}, 10)]
    choice = a_robust_choice(field, 10)

    asked = questions(choice, core_indices(choice))

    (one,) = asked.best
    assert (one.about, one.application, one.middle) == (About.SCORE, "H1", 4)
    assert one.yes.settled == ("H1", "H2")


def test_questions_that_settle_equally_much_are_all_best() -> None:
    field = [a_banded(id, {"K1": 4}, 10, spread=1) for id in ("H1", "H2", "H3")]
    choice = a_robust_choice(field, 10)

    asked = questions(choice, core_indices(choice))

    worths = {one.worth for one in asked.best}
    assert len(worths) <= 1
    assert all(one.worth < next(iter(worths)) for one in asked.others)


def test_each_answer_settles_what_finding_all_sets_anew_settles() -> None:
    told = 0
    for seed in range(120):
        dice = random.Random(seed)
        field = [
            a_banded(
                f"H{n}",
                {"K1": dice.randint(0, 6), "K2": dice.randint(0, 6)},
                cents=dice.randint(3, 9),
                spread=dice.choice([0, 1, 2]),
            )
            for n in range(4)
        ]
        choice = a_robust_choice(field, 14)
        before = core_indices(choice)

        asked = questions(choice, before)

        for one in (*asked.best, *asked.others):
            for is_yes, answer in ((True, one.yes), (False, one.no)):
                after = core_indices(answered(choice, one, is_yes))
                assert answer.settled == settled(before, after)
                assert answer.sets == len(after.sets)
                told += 1
    assert told > 50


def test_numbers_beyond_the_exact_ones_of_arrays_change_no_answer() -> None:
    huge = 2**53
    field = [
        a_banded("H1", {"K1": 3 * huge, "K2": huge}, 10),
        a_banded("H2", {"K1": huge, "K2": 3 * huge}, 10),
    ]
    choice = a_robust_choice(field, 10)

    (one,) = questions(choice, core_indices(choice)).best

    assert one.surely == 2
