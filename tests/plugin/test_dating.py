"""Dated values reach the plugins that take them, through the rule set, and leave a trace."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import ModuleType
from typing import Any

import attrs
import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.funding import Instalment
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter, UsedParameter
from innokumppanuus.engine.decision import decide
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.errors import HookRaised
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.dating import LookedUp, dated
from innokumppanuus.plugin.guard import RULE, guarded
from innokumppanuus.plugin.interfaces import FundingScheme, Rule
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import loads
from innokumppanuus.testing.builders import a_sheet, an_application, label, moment
from innokumppanuus.testing.parameters import a_parameter, a_value, offering
from innokumppanuus.testing.rulesets import the_text

CEILING = a_parameter(
    a_value("2026-01-01", "2026-09-01", Money.of(6_000)),
    a_value("2026-09-02", None, Money.of(9_000), verified=False),
    key="koe.ceiling",
)
OTHER = a_parameter(a_value("2026-01-01", None, Money.of(1)), key="koe.other")
DATED = """\
parameters:
  ceiling: {key: koe.ceiling, on: submitted}
  other: {key: koe.other, on: submitted}

form:
"""


@attrs.frozen
class Ceiling:
    """A rule and a funding scheme by the value that the rule set names `ceiling`."""

    key: str = "koe.by_ceiling"
    name: Label = attrs.field(factory=label)
    parameters: Mapping[str, UsedParameter] = attrs.field(factory=dict)

    def with_parameters(self, parameters: Mapping[str, UsedParameter]) -> "Ceiling":
        return attrs.evolve(self, parameters=parameters)

    def check(self, application: Application, call: Call, options: Mapping[str, Any]) -> Finding:
        ceiling = self.parameters["ceiling"].value
        if not isinstance(ceiling, Money) or application.amount is None:
            return Finding(rule=self.key, verdict=Verdict.CANNOT_TELL)
        met = application.amount <= ceiling
        return Finding(rule=self.key, verdict=Verdict.MET if met else Verdict.NOT_MET)

    def amount(self, application: Application, call: Call) -> Money | None:
        ceiling = self.parameters["ceiling"].value
        if not isinstance(ceiling, Money) or application.amount is None:
            return None
        return min(ceiling, application.amount)

    def instalments(self, amount: Money, call: Call) -> tuple[Instalment, ...]:
        return (Instalment(name=label("erä"), amount=amount),)


def plugins() -> Plugins:
    """Return the core and a plugin that offers the rule, the scheme and the dated values."""

    def register_rules() -> Iterable[Rule]:
        return (Ceiling(),)

    def register_schemes() -> Iterable[FundingScheme]:
        return (Ceiling(),)

    made, plugin = offering(CEILING, OTHER), ModuleType("katto")
    vars(plugin)["register_rules"] = hookimpl(register_rules)
    vars(plugin)["register_schemes"] = hookimpl(register_schemes)
    made.seam.register(plugin, "katto")
    return made


def text(*changes: tuple[str, str]) -> str:
    return the_text(("form:\n", DATED), *changes)


RULED = ('when: "amount <= call.budget.cap_per_pilot"', "rule: koe.by_ceiling")
FUNDED = ("scheme: as_applied", "scheme: koe.by_ceiling")


def applying(id: str, day: str) -> Application:
    when, asked = moment(f"{day} 12:00"), Money.of(8_000)
    return an_application(
        id, submitted=when, amount=asked, goals="koe", areas=("north",), local=True
    )


@pytest.mark.parametrize(
    ("day", "verdict", "value"),
    [
        ("2026-09-01", Verdict.NOT_MET, Money.of(6_000)),
        ("2026-09-02", Verdict.MET, Money.of(9_000)),
        ("2025-12-31", Verdict.CANNOT_TELL, None),
    ],
)
def test_a_rule_of_a_plugin_uses_the_value_of_the_day_that_counts(
    day: str, verdict: Verdict, value: Money | None
) -> None:
    offered = plugins()
    ruleset = loads(text(RULED), "haku.yaml", offered)

    found = screen(ruleset, applying("H01", day), offered.rules())

    (finding,) = (one for one in found.findings if one.rule == "cap")
    assert finding.verdict is verdict
    assert [(one.variable, one.value) for one in finding.parameters] == [
        ("parameter.ceiling", value)
    ]


def a_decision() -> Decision:
    """Return a decision where two are paid, by the ceilings of two days."""
    offered = plugins()
    ruleset = loads(text(FUNDED), "haku.yaml", offered)
    early, late = applying("H01", "2026-09-01"), applying("H02", "2026-09-02")
    columns = [name for item in ruleset.call.criteria for name, _ in item.columns()]
    marks = {one: dict.fromkeys((*columns, "L1"), 4) for one in ("H01", "H02")}
    sheets = [a_sheet(name, marks) for name in ("A", "B")]
    return decide(ruleset, (early, late), sheets, offered)


def test_a_funding_scheme_uses_the_value_of_the_day_that_counts() -> None:
    decision = a_decision()

    paid = {one.application: one.amount for one in decision.grants}
    assert paid == {"H01": Money.of(6_000), "H02": Money.of(8_000)}


def test_a_choice_counts_what_the_scheme_gives_on_the_day() -> None:
    decision = a_decision()

    assert decision.selection is not None and decision.selection.chosen is not None
    assert decision.selection.chosen.cost == Money.of(14_000)


def test_a_grant_names_the_version_and_source_of_the_value() -> None:
    _, late = a_decision().grants

    (used,) = late.parameters
    assert (used.key, used.valid_from, used.day) == (
        "koe.ceiling",
        date(2026, 9, 2),
        date(2026, 9, 2),
    )
    assert used.source is not None and used.source.section == "2026 §" and not used.verified


def looked_up(*parameters: Parameter) -> LookedUp:
    day = date(2026, 9, 1)
    names = (f"parameter.{one.key.partition('.')[2]}" for one in parameters)
    used = zip(parameters, names, strict=True)
    return LookedUp(UsedParameter.of(one, day, name) for one, name in used)


def test_only_what_is_looked_at_is_told() -> None:
    values = looked_up(CEILING, OTHER)

    assert sorted(values) == ["ceiling", "other"] and "other" in values
    assert values["ceiling"].value == Money.of(6_000)

    assert [one.key for one in values.seen] == ["koe.ceiling"]


def test_a_thing_that_takes_no_values_stays_as_it_is() -> None:
    thing = object()

    assert dated(thing, looked_up(CEILING), {}) is thing


def test_a_dated_thing_that_fails_names_its_plugin() -> None:
    rule = guarded("katto", Ceiling(), RULE)

    asked = dated(rule, looked_up(OTHER), RULE)

    with pytest.raises(HookRaised) as raised:
        asked.check(an_application(), object(), {})  # type: ignore[arg-type]
    assert raised.value.plugin == "katto"
