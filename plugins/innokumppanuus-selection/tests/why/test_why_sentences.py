"""Explanations in words: the numbers of the result, in all three languages."""

from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import LimitKind, Relaxation
from innokumppanuus.domain.standing import (
    BoundLimit,
    BudgetSteps,
    LimitPrice,
    ScoreChange,
    Standing,
    WeightLatitude,
    WeightShift,
)
from innokumppanuus.engine.grounds import Grounds
from innokumppanuus.faces.texts import Texts
from innokumppanuus_selection.why import telling
from innokumppanuus_selection.why.commands import text_source
from innokumppanuus_selection.why.domain import Offer
from innokumppanuus_selection.why.sentences import Speaker

HALF = Fraction(1, 2)


def said(speaker: Speaker, **values: object) -> str:
    given = {"application": "H3", "is_in": False, **values}
    return " ".join(speaker.standing(Standing(**given)))  # type: ignore[arg-type]


def test_one_out_is_told_what_it_lacks_and_what_would_be_enough(speaker: Speaker) -> None:
    words = said(
        speaker,
        points=Fraction(5, 4),
        alone=(ScoreChange(item="K1", by=HALF), ScoreChange(item="K2", by=None)),
        leaves=("H1",),
        sum=Money.of(2_500),
    )

    assert "is not in the chosen set" in words
    assert "lacks 1.25 points" in words
    assert ": 0.5" in words and "H1" in words and "€2,500.00" in words


def test_one_in_is_told_what_it_may_lose(speaker: Speaker) -> None:
    words = said(
        speaker,
        is_in=True,
        points=Fraction(2),
        alone=(ScoreChange(item="K1", by=Fraction(1), is_threshold=True),),
        joins=("H2",),
    )

    assert "may fall by 2 points" in words
    assert "more than 1, below the threshold" in words
    assert "come in: H2" in words and "go out" not in words


def test_no_criterion_and_not_all_together_are_told_apart(speaker: Speaker) -> None:
    none_alone = (ScoreChange(item="K1", by=None),)
    both = (ScoreChange(item="K1", by=HALF), ScoreChange(item="K2", by=HALF))

    together = said(speaker, points=Fraction(3), alone=none_alone, together=both)
    never = said(speaker, points=Fraction(30), alone=none_alone)

    assert "No single criterion would be enough" in together and "rise of these" in together
    assert "Not even the highest scores in all criteria" in never


def test_a_tie_is_told_as_one_without_changes(speaker: Speaker) -> None:
    words = said(speaker, points=Fraction(0), alone=(ScoreChange(item="K1", by=Fraction(0)),))

    assert "The tie rule decided" in words
    assert "Any one of these" not in words


def test_limits_that_bar_are_named(speaker: Speaker) -> None:
    barred = (
        Relaxation(limit="budget", kind=LimitKind.BUDGET, money=Money.of(5)),
        Relaxation(limit="g", kind=LimitKind.MOST, name=Label(en="One of each theme"), count=1),
    )

    out = said(speaker, barred=barred)
    inside = said(speaker, is_in=True, barred=barred)

    assert "whatever its scores" in out and "the budget" in out and "One of each theme" in out
    assert "in every set" in inside


@pytest.mark.parametrize("kind", list(LimitKind))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_limit_has_words(kind: LimitKind, language: str, decision: Decision) -> None:
    speaker = Speaker(decision, Texts.load(language, [text_source()]))
    name = Label("Teema", "Tema", "Theme")
    bound = BoundLimit(limit="g", kind=kind, name=name, count=3)
    price = LimitPrice(limit="g", kind=kind, gain=Fraction(2), step_count=1, step_gain=HALF)

    words = (said(speaker, bound=(bound,)), speaker.price(price), speaker.demand(price))

    assert all(words) and "2" in words[1]


def test_what_a_limit_costs_is_told_with_its_smallest_easing(speaker: Speaker) -> None:
    costly = LimitPrice(
        limit="budget",
        kind=LimitKind.BUDGET,
        gain=Fraction(7, 2),
        step_money=Money.of(1_000),
        step_gain=HALF,
    )

    words = speaker.price(costly)

    assert "3.5 points better" in words and "€1,000.00" in words and "0.5" in words
    assert "costs no points" in speaker.price(attrs.evolve(costly, gain=Fraction(0)))


def test_weights_are_told_in_per_cent(speaker: Speaker) -> None:
    some = WeightLatitude(item="K1", weight=HALF, least=Fraction(1, 4), most=Fraction(3, 4))

    assert "from 25" in speaker.latitude(some) and "75" in speaker.latitude(some)
    assert "any weight" in speaker.latitude(attrs.evolve(some, least=Fraction(0), most=Fraction(1)))


def test_the_smallest_shift_is_told_with_the_weights_there(speaker: Speaker) -> None:
    shift = WeightShift(shift=Fraction(1, 10), weights={"K1": HALF}, applications=("H2", "H4"))

    words = " ".join(speaker.shift(shift))

    assert "10" in words and "H2 and H4" in words and "50" in words
    assert "No weights" in speaker.shift(WeightShift(shift=None))[0]
    assert "as they are" in speaker.shift(attrs.evolve(shift, shift=Fraction(0)))[0]


def test_more_money_is_told_by_who_comes_in_and_who_goes_out(
    speaker: Speaker, ground: Grounds
) -> None:
    found = telling.frontier(ground, more=[Money.of(1), Money.of(100_000)])

    nothing, much = map(speaker.offer, found.offers)

    assert "buy no better set" in nothing
    assert "would gain" in much and "come in: H" in much


def test_sets_that_are_as_good_and_steps_left_out_are_told(
    speaker: Speaker, ground: Grounds
) -> None:
    (first, *_) = telling.frontier(ground).steps.steps
    steps = BudgetSteps(steps=(attrs.evolve(first, is_only=False),), is_complete=False)

    words = " ".join(speaker.steps(steps))

    assert "as good for the same money" in words and "more than 1 steps" in words
    assert speaker.steps(BudgetSteps(steps=(first,))) == ()


def test_sums_that_buy_the_same_are_told_together(speaker: Speaker) -> None:
    offers = [Offer(more=Money.of(one), step=None) for one in (1, 2)]

    assert speaker.offers(offers) == ("€1.00 and €2.00 more would buy no better set.",)


def test_an_offer_of_nothing_better_names_the_money(speaker: Speaker) -> None:
    assert "€7.00" in speaker.offer(Offer(more=Money.of(7), step=None))
