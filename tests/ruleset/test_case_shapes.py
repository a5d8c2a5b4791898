"""An editor knows the fields and rules of the call whose cases are written."""

from typing import Any

import jsonschema
import pytest

from innokumppanuus.domain.call import Field, FieldType, Option
from innokumppanuus.ruleset import case_schema
from innokumppanuus.testing.builders import a_call, a_form, label


def a_case_schema() -> Any:
    options = (Option(id="north", name=label()), Option(id="south", name=label()))
    more = (
        Field(id="areas", name=label(), type=FieldType.CHOICES, options=options),
        Field(id="day", name=label(), type=FieldType.DATE),
        Field(id="share", name=label(), type=FieldType.NUMBER),
        Field(id="local", name=label(), type=FieldType.YES_NO),
    )
    return case_schema(a_call(form=(*a_form(), *more)))


def wrong(made: Any, *, given: dict[str, object], expect: dict[str, object]) -> list[str]:
    case = {"sentence": "Koe", "given": given, "expect": expect}
    file = {"innokumppanuus": 1, "cases": [case]}
    found = jsonschema.Draft202012Validator(made).iter_errors(file)
    return ["/".join(map(str, list(one.path)[2:])) for one in found]


MET = {"rules": {"cap": "met"}}


@pytest.mark.parametrize(
    ("field", "right", "bad"),
    [
        ("amount", "10000.01 EUR", 10000),
        ("duration_months", 12, "12 kk"),
        ("submitted", "2017-09-06 23:59:59", "2017-09-06"),
        ("sector", "company", "yritys"),
        ("areas", ["north"], ["east"]),
        ("day", "2017-09-06", "6.9.2017"),
        ("share", 0.5, "puolet"),
        ("local", True, "kyllä"),
        ("applicant", "Kuvitteellinen hakija", ["Kuvitteellinen hakija"]),
    ],
)
def test_an_answer_is_of_the_type_of_its_field(field: str, right: object, bad: object) -> None:
    made = a_case_schema()

    assert wrong(made, given={field: right}, expect=MET) == []
    assert wrong(made, given={field: None}, expect=MET) == []
    assert wrong(made, given={field: bad}, expect=MET) == [f"given/{field}"]


@pytest.mark.parametrize(
    ("given", "expect", "path"),
    [
        ({"amonut": "1 EUR"}, MET, "given"),
        ({}, {"rules": {"cup": "met"}}, "expect/rules"),
        ({}, {"asks": ["amonut"]}, "expect/asks/0"),
        ({}, {}, "expect"),
    ],
)
def test_a_name_that_the_call_does_not_have_is_marked(
    given: dict[str, object], expect: dict[str, object], path: str
) -> None:
    assert wrong(a_case_schema(), given=given, expect=expect) == [path]


def test_without_a_call_any_name_goes() -> None:
    given: dict[str, object] = {"mikä_tahansa": "1 EUR"}

    assert wrong(case_schema(), given=given, expect={"rules": {"jokin": "met"}}) == []


def test_the_question_of_the_form_is_shown_for_each_field() -> None:
    shapes = a_case_schema()["$defs"]["Given"]["properties"]

    assert shapes["amount"]["description"] == "haettu fi | haettu sv | haettu en"
