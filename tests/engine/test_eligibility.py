import attrs
import pytest

from innokumppanuus.domain.call import EligibilityRule
from innokumppanuus.domain.criteria import Factor, FactorKind
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.errors import UnknownKey
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.testing.builders import a_call, a_ruleset, an_application, label, moment

IN_TIME = EligibilityRule(
    id="in_time", name=label(), when="submitted <= call.timetable.last_moment"
)


@pytest.mark.parametrize(
    ("euros", "verdict"),
    [(10_000, Verdict.MET), (10_001, Verdict.NOT_MET), (None, Verdict.CANNOT_TELL)],
)
def test_the_cap_has_three_outcomes(euros: int | None, verdict: Verdict) -> None:
    amount = None if euros is None else Money.of(euros)

    found = screen(a_ruleset(), an_application(amount=amount), {})

    assert found.verdict is verdict


def test_a_missing_sum_is_asked_for_and_never_rejects() -> None:
    found = screen(a_ruleset(), an_application(amount=None), {})

    assert found.findings[0].verdict is Verdict.CANNOT_TELL
    assert found.to_supplement() == ("amount",)


@pytest.mark.parametrize(
    ("submitted", "verdict"),
    [
        ("2017-09-06 23:59:59", Verdict.MET),
        ("2017-09-07 00:00:00", Verdict.NOT_MET),
    ],
)
def test_the_whole_closing_minute_is_in_time(submitted: str, verdict: Verdict) -> None:
    ruleset = a_ruleset(eligibility=(IN_TIME,))

    assert screen(ruleset, an_application(submitted=moment(submitted)), {}).verdict is verdict


def test_a_sure_no_is_a_no_even_when_something_else_is_missing() -> None:
    ruleset = a_ruleset(eligibility=(IN_TIME, *a_call().eligibility))
    late = an_application(submitted=moment("2017-09-08 10:00"), amount=None)

    assert screen(ruleset, late, {}).verdict is Verdict.NOT_MET


def test_a_finding_keeps_the_values_it_looked_at() -> None:
    found = screen(a_ruleset(), an_application(amount=Money.of(15_000)), {})

    assert found.findings[0].values == {
        "amount": Money.of(15_000),
        "call.budget.cap_per_pilot": Money.of(10_000),
    }


def test_a_required_answer_that_no_rule_needs_is_asked_for_too() -> None:
    found = screen(a_ruleset(), an_application(duration_months=None), {})

    assert (found.verdict, found.to_supplement()) == (Verdict.CANNOT_TELL, ("duration_months",))


def test_an_answer_that_is_not_required_is_not_asked_for() -> None:
    form = tuple(
        attrs.evolve(field, required=field.id != "duration_months") for field in a_call().form
    )

    found = screen(a_ruleset(form=form), an_application(duration_months=None), {})

    assert found.verdict is Verdict.MET


def factor(kind: FactorKind) -> RuleSet:
    return a_ruleset(
        eligibility=(),
        factors=(Factor(id="L2", name=label(), kind=kind, when='sector == "company"'),),
    )


@pytest.mark.parametrize(
    ("kind", "verdict"), [(FactorKind.GATE, Verdict.NOT_MET), (FactorKind.NOTED, Verdict.MET)]
)
def test_a_gate_bars_and_a_note_does_not(kind: FactorKind, verdict: Verdict) -> None:
    association = an_application(sector="association")

    assert screen(factor(kind), association, {}).verdict is verdict


def test_what_a_factor_scores_itself_by_is_asked_for_when_missing() -> None:
    form = tuple(attrs.evolve(field, required=False) for field in a_call().form)
    ruleset = a_ruleset(
        form=form,
        eligibility=(),
        factors=(
            Factor(id="L2", name=label(), kind=FactorKind.SCORED, when='sector == "company"'),
        ),
    )

    found = screen(ruleset, an_application(sector=None), {})

    assert found.unanswered == ("sector",)


class IsBig:
    key = "koe.is_big"
    name = Label(en="is big")

    def check(self, application, call, options):  # type: ignore[no-untyped-def]
        met = application.amount >= Money.of(options["least"])
        return Finding(rule=self.key, verdict=Verdict.MET if met else Verdict.NOT_MET)


def test_a_rule_of_a_plugin_is_asked_with_its_options() -> None:
    by_plugin = EligibilityRule(id="big", name=label(), rule=IsBig.key, options={"least": 20_000})
    ruleset = a_ruleset(eligibility=(by_plugin,))

    found = screen(ruleset, an_application(), {IsBig.key: IsBig()})

    assert [(one.rule, one.verdict) for one in found.findings] == [("big", Verdict.NOT_MET)]


def test_a_rule_that_no_plugin_offers_is_named() -> None:
    ruleset = a_ruleset(eligibility=(EligibilityRule(id="x", name=label(), rule="koe.gone"),))

    with pytest.raises(UnknownKey, match=r"koe\.gone"):
        screen(ruleset, an_application(), {})
