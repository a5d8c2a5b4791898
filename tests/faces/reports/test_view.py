"""What reports read out of a decision."""

from fractions import Fraction

import attrs

from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.faces.reports import view
from innokumppanuus.faces.texts import Texts


def test_every_application_has_a_row(decision: Decision) -> None:
    rows = view.rows(decision)

    assert [row.id for row in rows] == [one.id for one in decision.applications]


def test_the_field_shows_every_outcome_that_a_decided_call_can_have(decision: Decision) -> None:
    outcomes = {row.outcome for row in view.rows(decision)}

    unscored = {Outcome.ELIGIBLE}
    others = {Outcome.TIED, Outcome.RANKED, Outcome.BELOW_THRESHOLD}
    assert outcomes == set(Outcome) - others - unscored


def test_ranked_rows_stand_best_first(decision: Decision) -> None:
    ranks = [row.ranked.rank for row in view.ranked_rows(decision) if row.ranked]

    assert ranks == sorted(ranks)


def test_a_choice_is_shown_by_the_name_of_its_option(decision: Decision, finnish: Texts) -> None:
    assert view.shown(decision.call, "sector", "association", finnish) == "yhdistys"


def test_a_call_value_has_a_title(decision: Decision, finnish: Texts) -> None:
    assert view.title(decision.call, "call.budget.total", finnish) == "Määräraha yhteensä"


def test_a_name_that_nobody_titled_stays_as_it_is(decision: Decision, finnish: Texts) -> None:
    assert view.title(decision.call, "jotain", finnish) == "jotain"


def test_evaluators_get_numbers_in_a_fixed_order(decision: Decision) -> None:
    codes = view.evaluator_codes(attrs.evolve(decision, sheets=decision.sheets[::-1]))

    assert list(codes.values()) == [1, 2, 3]


def test_a_spread_leaves_out_empty_scores() -> None:
    spread = view.spread({"A": Fraction(3), "B": None, "C": Fraction(5)})

    assert spread == (Fraction(3), Fraction(5))


def test_no_scores_have_no_spread() -> None:
    assert view.spread({"A": None}) is None


def test_a_made_up_field_in_a_real_call_is_fictional(decision: Decision) -> None:
    real = attrs.evolve(decision, call=attrs.evolve(decision.call, is_fictional=False))

    assert not view.is_fictional(real)
    assert view.is_fictional(attrs.evolve(real, has_fictional_field=True))


def test_file_names_are_safe_on_every_system() -> None:
    names = view.file_names(["../../etc/passwd", "2017/12", "H01", "h01", "H 1", "H/1"])

    assert names["H01"] == "H01"
    assert len({name.lower() for name in names.values()}) == 6
    assert not any(set(name) & set("/\\. :") for name in names.values())
