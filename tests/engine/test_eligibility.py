from collections.abc import Mapping
from datetime import date

import attrs
import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, EligibilityRule, Field, FieldType
from innokumppanuus.domain.criteria import Factor, FactorKind
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import ParameterUse
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.errors import UnknownKey
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.testing.builders import (
    a_call,
    a_form,
    a_ruleset,
    an_application,
    label,
    moment,
)
from innokumppanuus.testing.parameters import a_parameter, a_value, calling

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


LIMIT = a_parameter(
    a_value("2010-01-01", "2016-12-31", Money.of(10_000), verified=False),
    a_value("2017-01-01", "2017-12-31", Money.of(20_000)),
)
GRANTED = Field(id="granted", name=label("myönnetty"), type=FieldType.DATE, required=False)


def with_limit(on: str) -> RuleSet:
    rule = EligibilityRule(id="limit", name=label(), when="amount <= parameter.raja")
    return a_ruleset(
        {"raja": LIMIT},
        parameters={"raja": ParameterUse(key="koe.raja", on=on)},
        form=(*a_form(), GRANTED),
        eligibility=(rule,),
    )


@pytest.mark.parametrize(
    ("day", "verdict"), [("2016-12-31", Verdict.NOT_MET), ("2017-01-01", Verdict.MET)]
)
def test_the_value_in_force_on_the_day_decides(day: str, verdict: Verdict) -> None:
    application = an_application(amount=Money.of(15_000), granted=date.fromisoformat(day))

    assert screen(with_limit("granted"), application, {}).verdict is verdict


@pytest.mark.parametrize(("day", "verified"), [("2016-12-31", False), ("2017-01-01", True)])
def test_a_finding_keeps_the_dated_value_with_its_day_and_source(day: str, verified: bool) -> None:
    found = screen(with_limit(day), an_application(), {})

    (used,) = found.findings[0].parameters
    assert (used.variable, used.day, used.verified) == (
        "parameter.raja",
        date.fromisoformat(day),
        verified,
    )
    assert used.source is not None and used.source.title == "Kuvitteellinen laki"


def test_a_value_that_is_not_in_force_bars_nobody_and_asks_for_nothing() -> None:
    found = screen(with_limit("granted"), an_application(granted=date(2018, 1, 1)), {})

    (finding,) = found.findings
    assert (finding.verdict, finding.missing) == (Verdict.CANNOT_TELL, ())
    assert (finding.note, found.to_supplement()) == ("cannot-find-value", ())


def test_a_day_that_the_applicant_has_not_given_is_asked_for() -> None:
    found = screen(with_limit("granted"), an_application(), {})

    assert (found.verdict, found.to_supplement()) == (Verdict.CANNOT_TELL, ("granted",))


def with_exception(**changes: object) -> RuleSet:
    given = {"when": "amount <= eur(10000)", "unless": 'sector == "association"', **changes}
    return a_ruleset(eligibility=(EligibilityRule(id="cap", name=label(), **given),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("euros", "sector", "verdict", "by_exception"),
    [
        (10_000, "company", Verdict.MET, False),
        (10_000, "association", Verdict.MET, False),
        (10_000, None, Verdict.MET, False),
        (10_001, "company", Verdict.NOT_MET, False),
        (10_001, "association", Verdict.MET, True),
        (10_001, None, Verdict.CANNOT_TELL, False),
        (None, "company", Verdict.CANNOT_TELL, False),
        (None, "association", Verdict.MET, True),
        (None, None, Verdict.CANNOT_TELL, False),
    ],
)
def test_a_rule_is_met_when_it_is_or_its_exception(
    euros: int | None, sector: str | None, verdict: Verdict, by_exception: bool
) -> None:
    amount = None if euros is None else Money.of(euros)

    found = screen(with_exception(), an_application(amount=amount, sector=sector), {})

    (finding,) = found.findings
    assert (finding.verdict, finding.by_exception) == (verdict, by_exception)


@pytest.mark.parametrize(
    ("euros", "sector", "missing"),
    [
        (10_001, None, ("sector",)),
        (None, "company", ("amount",)),
        (None, None, ("amount", "sector")),
    ],
)
def test_what_could_still_meet_a_rule_is_asked_for(
    euros: int | None, sector: str | None, missing: tuple[str, ...]
) -> None:
    amount = None if euros is None else Money.of(euros)

    found = screen(with_exception(), an_application(amount=amount, sector=sector), {})

    assert found.findings[0].missing == missing


class Asked:
    """A rule of a plugin that says what it was made with."""

    key = "koe.asked"
    name = label()

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict

    def check(self, application: Application, call: Call, options: Mapping[str, object]) -> Finding:
        missing = ("area",) if self.verdict is Verdict.CANNOT_TELL else ()
        return Finding(rule=self.key, verdict=self.verdict, missing=missing)


@pytest.mark.parametrize(
    ("said", "sector", "verdict", "by_exception", "missing"),
    [
        (Verdict.MET, "company", Verdict.MET, False, ()),
        (Verdict.NOT_MET, "company", Verdict.NOT_MET, False, ()),
        (Verdict.NOT_MET, "association", Verdict.MET, True, ()),
        (Verdict.NOT_MET, None, Verdict.CANNOT_TELL, False, ("sector",)),
        (Verdict.CANNOT_TELL, "company", Verdict.CANNOT_TELL, False, ("area",)),
        (Verdict.CANNOT_TELL, "association", Verdict.MET, True, ()),
        (Verdict.CANNOT_TELL, None, Verdict.CANNOT_TELL, False, ("area", "sector")),
    ],
)
def test_a_rule_of_a_plugin_has_its_exception_too(
    said: Verdict,
    sector: str | None,
    verdict: Verdict,
    by_exception: bool,
    missing: tuple[str, ...],
) -> None:
    ruleset = with_exception(when="", rule="koe.asked")

    found = screen(ruleset, an_application(sector=sector), {"koe.asked": Asked(said)})

    (finding,) = found.findings
    assert (finding.verdict, finding.by_exception, finding.missing) == (
        verdict,
        by_exception,
        missing,
    )


def test_a_finding_tells_the_dated_value_that_a_function_looked_up() -> None:
    cap = a_parameter(a_value("2010-01-01", None, Money.of(8_000), verified=False))

    found = screen(calling(cap), an_application(amount=Money.of(9_000)), {})

    (finding,) = (one for one in found.findings if one.parameters)
    assert [(one.key, one.value) for one in finding.parameters] == [(cap.key, Money.of(8_000))]
