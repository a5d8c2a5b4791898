"""What a call changes in its packs bears on the rules that use it, and on no others."""

import pytest

from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.packs import Override
from innokumppanuus.engine.overrides import bearing_on, bearing_on_choice
from innokumppanuus.errors import Place


def an_override(path: str) -> Override:
    return Override(path=path, now=Place(file="b"), before=Place(file="a"), was="1", becomes="2")


def a_finding(*names: str) -> Finding:
    return Finding(rule="cap", verdict=Verdict.NOT_MET, values=dict.fromkeys(names))


@pytest.mark.parametrize("path", ["eligibility[cap].when", "eligibility[cap]", "factors[cap].when"])
def test_a_change_of_the_rule_bears_on_it(path: str) -> None:
    assert bearing_on(a_finding(), [an_override(path)]) == (an_override(path),)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("call.budget.cap_per_pilot", "budget.cap_per_pilot"),
        ("call.timetable.last_moment", "timetable.closes"),
        ("call.timetable.last_moment", "timetable.closing_minute"),
        ("call.lifecycle.most_months", "lifecycle.duration_months"),
        ("parameter.ceiling", "parameters.ceiling.on"),
        ("table.share", "tables[share].rows"),
    ],
)
def test_a_change_of_a_value_that_it_looked_at_bears_on_it(name: str, path: str) -> None:
    assert bearing_on(a_finding(name), [an_override(path)]) == (an_override(path),)


@pytest.mark.parametrize(
    "path", ["eligibility[capital].when", "budget.total", "amount", "criteria[cap].name"]
)
def test_other_changes_do_not(path: str) -> None:
    found = bearing_on(a_finding("call.budget.cap_per_pilot", "amount"), [an_override(path)])

    assert found == ()


@pytest.mark.parametrize(
    "path", ["assessment.weighting.order", "criteria[K1].name", "budget.maximum", "funding.options"]
)
def test_a_change_of_what_applications_are_compared_by_bears_on_the_choice(path: str) -> None:
    assert bearing_on_choice([an_override(path)]) == (an_override(path),)


@pytest.mark.parametrize(
    "path", ["eligibility[cap].when", "form[3].name", "selection.limits.exclusions[a].applications"]
)
def test_a_change_of_what_bars_or_names_applications_is_not_of_the_choice(path: str) -> None:
    assert bearing_on_choice([an_override(path)]) == ()
