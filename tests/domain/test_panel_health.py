from fractions import Fraction

import pytest

from innokumppanuus.domain.panel_health import Absence, AbsenceEffect, Ratings


def test_evaluators_are_those_who_have_scored_something() -> None:
    one = Fraction(1)
    ratings = Ratings(item="K1", scores={"H1": {"B": one, "A": one}, "H2": {}, "H3": {"A": one}})

    assert (ratings.evaluators(), ratings.count()) == (("A", "B"), 3)


@pytest.mark.parametrize(
    ("effect", "holds"),
    [
        (AbsenceEffect(absence=Absence.EVALUATOR, id="A"), True),
        (AbsenceEffect(absence=Absence.EVALUATOR, id="A", entered=("H1",)), False),
        (AbsenceEffect(absence=Absence.EVALUATOR, id="A", is_open=True), False),
        (AbsenceEffect(absence=Absence.APPLICATION, id="H2", entered=("H1",)), False),
        (
            AbsenceEffect(absence=Absence.APPLICATION, id="H2", entered=("H1",), was_chosen=True),
            True,
        ),
        (
            AbsenceEffect(absence=Absence.APPLICATION, id="H2", dropped=("H1",), was_chosen=True),
            False,
        ),
    ],
)
def test_a_choice_holds_when_only_a_free_place_is_filled(
    effect: AbsenceEffect, holds: bool
) -> None:
    assert effect.holds is holds
