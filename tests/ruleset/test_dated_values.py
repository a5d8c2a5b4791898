"""Which dated values a rule set rests on, and what changed in them."""

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter, ParameterValue
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet, loads, packaged
from innokumppanuus.ruleset.dated_values import dated_values, lookups, parameter_changes
from innokumppanuus.testing.parameters import (
    a_parameter,
    a_value,
    calling,
    looking_up,
    offering,
    tabling,
)
from innokumppanuus.testing.rulesets import FILE, the_text

OLD = a_value("2016-01-01", None, Money.of(9000))
RULE = "eligibility:\n  - {{id: de_minimis, name: tuki, rule: suomi.de_minimis, options: {{{}}}}}\n"


def law(*values: ParameterValue) -> dict[str, Parameter]:
    return {"koe.raja": a_parameter(*values)}


def test_values_that_functions_of_rules_and_tables_look_up_are_among_them() -> None:
    parameter = a_parameter(OLD)
    plugins = offering(functions=[looking_up(parameter)])

    assert dated_values(calling(parameter), plugins) == {"koe.raja": parameter}
    assert dated_values(tabling(parameter), plugins) == {"koe.raja": parameter}


def test_who_looks_up_by_itself_is_named() -> None:
    parameter = a_parameter(OLD)
    plugins = offering(functions=[looking_up(parameter)])

    assert [one.user for one in lookups(calling(parameter), plugins)] == ["koe.katto"]


def by_law(plugins: Plugins) -> RuleSet:
    rule = RULE.format("earlier: amount, on: closes, ceiling: sgei")
    return loads(the_text(("eligibility:\n", rule)), FILE, plugins)


def test_the_package_keeps_what_a_rule_looks_up_by_itself() -> None:
    plugins = Plugins.load()

    package = packaged(by_law(plugins), plugins)

    assert [one.key for one in package.parameters] == ["suomi.de_minimis.sgei.ceiling"]


def test_the_package_keeps_what_the_exception_of_a_rule_looks_up() -> None:
    plugins = Plugins.load()
    limit = 'suomi.procurement.national_threshold("works", date("2017-09-06"))'
    rule = RULE.format("earlier: amount, on: closes")
    rule = rule.replace("}}", "}, unless: 'amount <= " + limit + "'}")
    ruleset = loads(the_text(("eligibility:\n", rule)), FILE, plugins)

    package = packaged(ruleset, plugins)

    keys = [key for one in package.suppliers for key in one.keys]
    assert "suomi.procurement.national.works" in [one.key for one in package.parameters]
    assert "register_functions: suomi.procurement.national_threshold" in keys


def test_the_same_values_have_not_changed() -> None:
    assert parameter_changes(law(OLD), law(OLD)) == ()


def test_another_value_from_the_same_day_is_told_with_both() -> None:
    new = attrs.evolve(OLD, value=Money.of(7000))

    (change,) = parameter_changes(law(OLD), law(new))

    assert (change.key, change.valid_from) == ("koe.raja", OLD.valid_from)
    assert (change.before, change.after) == (OLD, new)


def test_another_source_of_the_same_value_is_told() -> None:
    new = attrs.evolve(OLD, source=attrs.evolve(OLD.source, section="2 §"))

    (change,) = parameter_changes(law(OLD), law(new))

    assert change.after == new


def test_a_value_that_begins_later_is_told_with_the_end_of_the_earlier_one() -> None:
    ended = a_value("2016-01-01", "2019-12-31", Money.of(9000))
    later = a_value("2020-01-01", None, Money.of(12000))

    found = parameter_changes(law(OLD), law(ended, later))

    assert [(one.before, one.after) for one in found] == [(OLD, ended), (None, later)]


def test_a_value_that_is_gone_is_told() -> None:
    (change,) = parameter_changes(law(OLD), {})

    assert (change.before, change.after) == (OLD, None)


def test_another_note_alone_is_no_change() -> None:
    assert parameter_changes(law(OLD), law(attrs.evolve(OLD, note="selite"))) == ()
