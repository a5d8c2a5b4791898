"""Fields that nothing uses and answers that may be lacking, each found and not found."""

from innokumppanuus.testing.builders import an_application
from innokumppanuus.testing.linting import linted, paths

MONTHS = "    type: integer\n"


def test_a_field_that_nothing_uses_is_found() -> None:
    assert "form[starts_on]" in paths("field-unused")


def test_a_field_that_a_rule_uses_is_not_found() -> None:
    used = ("when: local", 'when: local && starts_on > date("2026-01-01")')

    assert "form[starts_on]" not in paths("field-unused", used)


def test_a_field_that_the_options_of_a_plugin_name_is_not_found() -> None:
    named = ("    until: 23:59", "    until: starts_on")

    assert "form[starts_on]" not in paths("field-unused", named)


def test_texts_are_read_by_evaluators() -> None:
    assert "form[goals]" not in paths(
        "field-unused", ("    fills: partnership.goals\n    principle: partnership\n", "")
    )


def test_a_rule_on_an_answer_that_need_not_be_given_is_found() -> None:
    optional = (MONTHS, f"{MONTHS}    required: false\n")

    assert paths("decisive-not-required", optional) == {"eligibility[duration].when"}
    assert paths("decisive-not-required") == set()


def test_a_rule_that_asks_whether_it_is_answered_is_not_found() -> None:
    optional = (MONTHS, f"{MONTHS}    required: false\n")
    asks = (
        "duration_months >= call.lifecycle.least_months\n",
        "has(duration_months) && duration_months >= call.lifecycle.least_months\n",
    )

    assert paths("decisive-not-required", optional, asks) == set()


def test_a_field_that_nobody_has_answered_is_found() -> None:
    found = {one.path for one in linted(applications=[an_application()])}

    assert "form[goals]" in found
    assert "form[amount]" not in found
    assert "form[goals]" not in paths("field-unanswered")
