"""How an application fared is read from the trace, and not knowing is never a no."""

from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.decision import Decision, Outcome, Screening
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Optima, Portfolio, Ranked, Selection
from innokumppanuus.testing.builders import a_call


def finding(verdict: Verdict, *missing: str) -> Finding:
    return Finding(rule=f"rule-{verdict}", verdict=verdict, missing=missing)


def portfolio(*applications: str) -> Portfolio:
    return Portfolio(applications=applications, value=Fraction(1), cost=Money.of(1))


def a_decision(*optima: Portfolio, chosen: Portfolio | None = None) -> Decision:
    ids = ("H01", "H02", "H03")
    ranking = tuple(
        Ranked(application=one, value=Fraction(1), rank=1, best=1, worst=3) for one in ids
    )
    return Decision(
        call=a_call(),
        ruleset_hash="0" * 64,
        screenings=tuple(Screening(application=one, findings=()) for one in ids),
        ranking=ranking,
        selection=Selection(chosen=chosen, optima=Optima(portfolios=optima)),
    )


@pytest.mark.parametrize(
    ("verdicts", "verdict"),
    [
        ((), Verdict.MET),
        ((Verdict.MET, Verdict.MET), Verdict.MET),
        ((Verdict.MET, Verdict.CANNOT_TELL), Verdict.CANNOT_TELL),
        ((Verdict.NOT_MET, Verdict.CANNOT_TELL), Verdict.NOT_MET),
    ],
)
def test_one_rule_surely_not_met_decides_and_not_knowing_does_not(
    verdicts: tuple[Verdict, ...], verdict: Verdict
) -> None:
    findings = tuple(finding(one) for one in verdicts)

    assert Screening(application="H01", findings=findings).verdict is verdict


def test_a_required_field_without_an_answer_cannot_be_told() -> None:
    screening = Screening(application="H01", findings=(), unanswered=("amount",))

    assert screening.verdict is Verdict.CANNOT_TELL


def test_each_missing_field_is_asked_for_once() -> None:
    screening = Screening(
        application="H01",
        findings=(finding(Verdict.CANNOT_TELL, "amount", "duration_months"),),
        unanswered=("applicant", "amount"),
    )

    assert screening.to_supplement() == ("amount", "duration_months", "applicant")


def test_the_chosen_set_decides() -> None:
    best = portfolio("H01", "H02")

    decision = a_decision(best, chosen=best)

    assert decision.outcome("H01") is Outcome.CHOSEN
    assert decision.outcome("H03") is Outcome.NOT_CHOSEN


def test_an_undecided_tie_is_told_of_those_it_touches_only() -> None:
    decision = a_decision(portfolio("H01", "H02"), portfolio("H01", "H03"))

    outcomes = [decision.outcome(one) for one in ("H01", "H02", "H03")]

    assert outcomes == [Outcome.CHOSEN, Outcome.TIED, Outcome.TIED]


def test_what_was_not_ranked_is_unranked() -> None:
    decision = attrs.evolve(a_decision(portfolio("H01")), ranking=())

    assert decision.outcome("H01") is Outcome.UNRANKED


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [
        (Verdict.NOT_MET, Outcome.NOT_ELIGIBLE),
        (Verdict.CANNOT_TELL, Outcome.TO_SUPPLEMENT),
    ],
)
def test_screening_comes_before_ranking(verdict: Verdict, outcome: Outcome) -> None:
    screening = Screening(application="H01", findings=(finding(verdict),))
    decision = attrs.evolve(a_decision(), screenings=(screening,))

    assert decision.outcome("H01") is outcome
