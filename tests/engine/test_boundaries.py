"""Boundaries that no case is just at are told, and the cases suggested for them close them."""

from datetime import datetime

import attrs

from innokumppanuus.domain.cases import Case, CaseFile, Expectation
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.boundaries import boundaries, suggested
from innokumppanuus.engine.cases import run_cases
from innokumppanuus.ruleset import loads
from innokumppanuus.ruleset.case_files import cases_in
from innokumppanuus.testing.cases import the_cases
from innokumppanuus.testing.files import RULESET
from innokumppanuus.testing.rulesets import core_plugins

PLUGINS = core_plugins()
THE_RULES = loads(RULESET, "haku.yaml", PLUGINS)


def the_file(*changes: tuple[str, str]) -> CaseFile:
    return cases_in(the_cases(*changes), "haku.cases.yaml", THE_RULES, PLUGINS.functions())


def lacking(file: CaseFile) -> list[tuple[str, tuple[bool, ...]]]:
    found = boundaries(THE_RULES, run_cases(THE_RULES, file, PLUGINS))
    return [(one.rule, one.lacks) for one in found]


def test_a_boundary_with_a_case_just_at_either_side_is_not_told() -> None:
    assert lacking(the_file()) == [("in_time", (True, False))]


def test_a_case_that_is_not_just_at_the_boundary_does_not_show_it() -> None:
    file = the_file(("10000.01 EUR", "10000.02 EUR"), ("9999.01", "9999.02"))

    assert ("cap", (False,)) in lacking(file)


def test_suggestions_are_just_at_the_boundary_on_either_side() -> None:
    file = the_file()

    found = suggested(THE_RULES, file, boundaries(THE_RULES, run_cases(THE_RULES, file, PLUGINS)))

    helsinki = zone("Europe/Helsinki")
    last = datetime(2017, 9, 6, 23, 59, 59, tzinfo=helsinki)
    late = datetime(2017, 9, 7, tzinfo=helsinki)
    assert [(one.field, one.answer, one.verdict) for one in found] == [
        ("submitted", last, Verdict.MET),
        ("submitted", late, Verdict.NOT_MET),
    ]


def test_suggestions_close_the_boundaries_they_are_for() -> None:
    file = attrs.evolve(the_file(), cases=())

    found = suggested(THE_RULES, file, boundaries(THE_RULES, ()))
    cases = tuple(
        Case(
            sentence=same(str(one)),
            base=one.base,
            given={one.field: one.answer},
            expect=Expectation(rules={one.rule: one.verdict}),
        )
        for one in found
    )

    assert lacking(attrs.evolve(file, cases=cases)) == []


def test_a_sum_is_tried_at_the_cent() -> None:
    file = attrs.evolve(the_file(), cases=())

    found = suggested(THE_RULES, file, boundaries(THE_RULES, ()))

    sums = [one.answer for one in found if one.field == "amount"]
    assert sums == [Money.of(10_000), Money.of("10000.01")]
