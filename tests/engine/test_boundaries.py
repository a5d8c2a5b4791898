"""Boundaries that no case is just at are told, and the cases suggested for them close them."""

from collections.abc import Mapping
from datetime import datetime

import attrs
import pytest

from innokumppanuus.domain.application import Answer
from innokumppanuus.domain.cases import Case, CaseFile, Expectation, Suggestion
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.boundaries import boundaries, suggested
from innokumppanuus.engine.cases import run_cases
from innokumppanuus.ruleset import RuleSet, loads
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


FORM = """
  - {id: local, name: {fi: Seudulla, sv: I regionen, en: Local}, type: yes_no}
  - {id: area, name: {fi: Alue, sv: Område, en: Area}, type: choice, options: [
      {id: a, name: {en: A}}, {id: b, name: {en: B}}, {id: c, name: {en: C}}]}
  - {id: themes, name: {fi: Teemat, sv: Teman, en: Themes}, type: choices, options: [
      {id: x, name: {en: X}}, {id: y, name: {en: Y}}]}
eligibility:
"""
TABLE = """
tables:
  - id: most
    name: {en: Most}
    inputs: [{value: duration_months}, {value: area}]
    output: {type: money}
    rows:
      - {when: ["<= 6", "-"], then: 5000 EUR}
      - {when: ["> 6", "a, b"], then: 10000 EUR}
      - {when: ["> 6", "not(a, b)"], then: 8000 EUR}
eligibility:
"""
BASE: Mapping[str, Answer] = {
    "amount": Money.of(5_000),
    "duration_months": 10,
    "area": "a",
    "themes": ("y",),
    "local": True,
    "applicant": "Kuvitteellinen",
}


def of_rule(when: str, more: str = "eligibility:\n") -> RuleSet:
    """Return the small call with one rule only, and a form of every kind of choice."""
    head, _, rest = RULESET.partition("eligibility:\n")
    tail = rest[rest.index("criteria:") :]
    rule = f"  - id: rule\n    name: {{en: Rule}}\n    when: '{when}'\n"
    form = FORM.replace("eligibility:\n", more)
    return loads(f"{head.rstrip()}{form}{rule}{tail}", "haku.yaml", PLUGINS)


def suggestions(ruleset: RuleSet) -> tuple[Suggestion, ...]:
    file = CaseFile(bases={"hyvä": BASE}, cases=())
    return suggested(ruleset, file, boundaries(ruleset, ()))


def closing(ruleset: RuleSet) -> CaseFile:
    """Return the suggested cases as cases that expect what was suggested."""
    cases = tuple(
        Case(
            sentence=same(str(one)),
            base=one.base,
            given={one.field: one.answer, **one.also},
            expect=Expectation(rules={one.rule: one.verdict}),
        )
        for one in suggestions(ruleset)
    )
    return CaseFile(bases={"hyvä": BASE}, cases=cases)


EVERY_KIND = [
    ("local", "eligibility:\n"),
    ("!local || amount <= eur(100)", "eligibility:\n"),
    ("local == true", "eligibility:\n"),
    ("has(themes) || local", "eligibility:\n"),
    ('area in ["a", "b"]', "eligibility:\n"),
    ('area == "c"', "eligibility:\n"),
    ('"x" in themes', "eligibility:\n"),
    ('applicant != "Muu"', "eligibility:\n"),
    ('area == "a" && duration_months >= 3 && duration_months < 12', "eligibility:\n"),
    ("amount <= table.most", TABLE.lstrip()),
]


@pytest.mark.parametrize(("when", "more"), EVERY_KIND)
def test_suggestions_close_the_boundaries_of_every_kind_of_condition(when: str, more: str) -> None:
    ruleset = of_rule(when, more)

    results = run_cases(ruleset, closing(ruleset), PLUGINS)

    assert boundaries(ruleset, ()) != ()
    assert boundaries(ruleset, results) == ()


@pytest.mark.parametrize(("when", "more"), EVERY_KIND)
def test_suggested_cases_hold(when: str, more: str) -> None:
    ruleset = of_rule(when, more)

    assert all(one.holds for one in run_cases(ruleset, closing(ruleset), PLUGINS))


def test_a_yes_is_suggested_and_a_no() -> None:
    assert {one.answer for one in suggestions(of_rule("local"))} == {True, False}


def test_being_there_is_suggested_and_being_left_out() -> None:
    found = suggestions(of_rule("has(applicant) && local"))

    assert [one.answer for one in found if one.field == "applicant"] == ["Kuvitteellinen", None]


def test_each_option_that_a_rule_names_is_suggested_and_one_that_it_does_not() -> None:
    found = suggestions(of_rule('area in ["a", "b"]'))

    assert [one.answer for one in found] == ["a", "c", "b"]


def test_choices_are_suggested_with_the_named_option_and_without_it() -> None:
    found = suggestions(of_rule('"x" in themes'))

    assert [one.answer for one in found] == [("x", "y"), ("y",)]


def test_each_row_of_a_table_is_told_by_its_number_and_cell() -> None:
    texts = [one.text for one in boundaries(of_rule("amount <= table.most", TABLE.lstrip()), ())]

    assert "table.most[1] duration_months: <= 6" in texts
    assert "table.most[3] area: not(a, b)" in texts


def test_a_cell_is_not_shown_while_the_rest_of_its_row_does_not_hold() -> None:
    ruleset = of_rule("amount <= table.most", TABLE.lstrip())
    expect = Expectation(rules={"rule": Verdict.MET})
    cases = tuple(
        Case(sentence=same(str(months)), base="hyvä", given=given, expect=expect)
        for months in (6, 7)
        for given in [{"duration_months": months, "area": "c"}]
    )
    file = CaseFile(bases={"hyvä": BASE}, cases=cases)

    found = {one.text: one.lacks for one in boundaries(ruleset, run_cases(ruleset, file, PLUGINS))}

    assert "table.most[3] duration_months: > 6" not in found
    assert found["table.most[2] duration_months: > 6"] == (True, False)


def test_a_row_is_reached_by_changing_the_rest_of_its_answers() -> None:
    found = suggestions(of_rule("amount <= table.most", TABLE.lstrip()))

    assert any(one.field == "duration_months" and one.also == {"area": "c"} for one in found)


def test_each_end_of_a_range_in_a_cell_is_a_boundary() -> None:
    table = TABLE.replace('"<= 6", "-"', '"[2..6]", "-"').lstrip()

    texts = [one.text for one in boundaries(of_rule("amount <= table.most", table), ())]

    assert [one for one in texts if "[2..6]" in one] == [
        "table.most[1] duration_months: [2..6] (1)",
        "table.most[1] duration_months: [2..6] (2)",
    ]
