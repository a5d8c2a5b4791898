"""Small valid nouns to test with: mention only what matters, the rest is filled in."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.assessment import Declaration, Mark, ScoreSheet
from innokumppanuus.domain.call import (
    AssessmentPolicy,
    Budget,
    Call,
    EligibilityRule,
    Field,
    FieldType,
    Lifecycle,
    Option,
    SelectionPolicy,
    Timetable,
)
from innokumppanuus.domain.criteria import Criterion, Level, Scale, Weighting, WeightingKind
from innokumppanuus.domain.dates import Count, When, zone
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter, ParameterUse
from innokumppanuus.domain.sources import stated
from innokumppanuus.ruleset import RuleSet, fingerprint, freeze
from innokumppanuus.ruleset.conditions import together
from innokumppanuus.ruleset.expressions import Environment, compile
from innokumppanuus.ruleset.model import CALL_TYPES, FIELD_TYPES
from innokumppanuus.ruleset.parameters import PARAMETER_TYPES, PREFIX

ZONE = "Europe/Helsinki"


def label(words: str = "jotakin") -> Label:
    """Return a label that differs in each language, so that a mix-up shows."""
    return Label(f"{words} fi", f"{words} sv", f"{words} en")


def moment(text: str) -> datetime:
    """Return `2017-09-06 23:59` in Helsinki."""
    return datetime.fromisoformat(text).replace(tzinfo=zone(ZONE))


def a_form() -> tuple[Field, ...]:
    """Return the standard fields and a duration."""
    sectors = tuple(Option(id=one, name=label(one)) for one in ("company", "association"))
    return (
        Field(id="id", name=label("tunnus")),
        Field(id="applicant", name=label("hakija")),
        Field(id="sector", name=label("sektori"), type=FieldType.CHOICE, options=sectors),
        Field(id="submitted", name=label("saapunut"), type=FieldType.MOMENT),
        Field(id="amount", name=label("haettu"), type=FieldType.MONEY),
        Field(id="duration_months", name=label("kesto"), type=FieldType.INTEGER),
    )


def a_scale() -> Scale:
    """Return 0–5 in whole steps with the ends described."""
    return Scale(
        levels=(
            Level(score=Fraction(0), name=label("ei lainkaan")),
            Level(score=Fraction(5), name=label("erinomainen")),
        )
    )


def a_call(**changes: Any) -> Call:
    """Return a call of three ordered criteria with 50 000 euros for at most five pilots."""
    given: dict[str, Any] = {
        "id": "koehaku",
        "name": label("koehaku"),
        "is_fictional": True,
        "form": a_form(),
        "timetable": Timetable(
            opens=stated(When.instant(moment("2017-06-01 00:00"))),
            closes=stated(When.instant(moment("2017-09-06 23:59"))),
        ),
        "budget": Budget(
            total=stated(Money.of(50_000)),
            cap_per_pilot=stated(Money.of(10_000)),
            target=stated(Count(least=3, most=5)),
            maximum=stated(5),
        ),
        "eligibility": (
            EligibilityRule(
                id="cap", name=label("katto"), when="amount <= call.budget.cap_per_pilot"
            ),
        ),
        "criteria": tuple(Criterion(id=f"K{i}", name=label(f"K{i}")) for i in (1, 2, 3)),
        "assessment": AssessmentPolicy(
            scale=a_scale(),
            weighting=Weighting(kind=WeightingKind.ORDER, order=(("K1",), ("K2",), ("K3",))),
        ),
        "selection": SelectionPolicy(tie_rules=("criteria_order", "lower_cost")),
        "lifecycle": Lifecycle(duration_months=stated(Count(least=8, most=12))),
    }
    return Call(**{**given, **changes})


def an_application(id: str = "H01", **changes: Answer | None) -> Application:
    """Return an eligible application; a change to None leaves the answer out."""
    given: dict[str, Answer | None] = {
        "id": id,
        "applicant": f"Kuvitteellinen hakija {id}",
        "sector": "company",
        "submitted": moment("2017-09-01 12:00"),
        "amount": Money.of(10_000),
        "duration_months": 10,
    }
    answers = {key: value for key, value in {**given, **changes}.items() if value is not None}
    return Application(id=id, answers=answers)


def a_sheet(
    evaluator: str,
    scores: Mapping[str, Mapping[str, int | str | None]],
    conflicts: Mapping[str, str] | None = None,
) -> ScoreSheet:
    """
    Return a sheet from `{application: {item: score}}`; *conflicts* gives a ground by application.

    A score of None is left empty; every other application is declared free of conflict.
    """
    grounds = conflicts or {}
    declarations = tuple(
        Declaration(application=one, has_conflict=one in grounds, ground=grounds.get(one, ""))
        for one in sorted({*scores, *grounds})
    )
    marks = tuple(
        Mark(
            application=one,
            item=item,
            score=None if score is None else Fraction(score),
            reason="perustelu",
        )
        for one in sorted(scores)
        for item, score in scores[one].items()
    )
    return ScoreSheet(evaluator=evaluator, declarations=declarations, marks=marks)


def a_ruleset(dated: Mapping[str, Parameter] | None = None, **changes: Any) -> RuleSet:
    """
    Return the rule set of `a_call` with its expressions compiled.

    Args:
        dated: Dated values by their name in the call; each is looked up when the call closes.
    """
    dated = dated or {}
    uses = {name: ParameterUse(key=one.key, on="closes") for name, one in dated.items()}
    changes = {"parameters": uses, **changes}
    call = a_call(**changes)
    fields = {field.id: FIELD_TYPES[field.type] for field in call.form}
    types = {f"{PREFIX}{name}": PARAMETER_TYPES[one.unit] for name, one in dated.items()}
    environment = Environment(variables={**fields, **CALL_TYPES, **types})
    excepted = [one for one in call.eligibility if one.unless]
    conditions = {one.id: one.when for one in call.eligibility if one.when}
    conditions.update({one.id: one.when for one in call.factors if one.when})
    regular = {one.id: one.when for one in excepted if one.when}
    unless = {one.id: one.unless for one in excepted}
    conditions.update({one: together(when, unless[one]) for one, when in regular.items()})
    return RuleSet(
        call=call,
        rules={one: compile(when, environment) for one, when in conditions.items()},
        regular={one: compile(when, environment) for one, when in regular.items()},
        exceptions={one: compile(when, environment) for one, when in unless.items()},
        parameters=dated,
        hash=fingerprint(freeze(call)),
    )
