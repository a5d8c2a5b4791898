"""Records: every noun goes out and comes back the same."""

import json
from datetime import date
from fractions import Fraction
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innokumppanuus import domain
from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Budget, Call, EligibilityRule, Timetable
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import Fact
from innokumppanuus.errors import RecordProblems
from innokumppanuus.records import from_record, to_record
from innokumppanuus.testing.builders import a_call, an_application, label, moment
from innokumppanuus.testing.strategies import moments, nouns

LARGE = [HealthCheck.too_slow, HealthCheck.data_too_large]
"""A noun that holds whole decisions is large however it is drawn."""
THOROUGH = settings(max_examples=20, deadline=None, suppress_health_check=LARGE)


def all_nouns() -> list[type]:
    """Return every attrs class of the domain."""
    names = [one.name for one in iter_modules(domain.__path__)]
    modules = [import_module(f"{domain.__name__}.{name}") for name in names]
    found = {one for module in modules for one in vars(module).values() if is_noun(one)}
    return sorted(found, key=lambda noun: noun.__name__)


def is_noun(one: object) -> bool:
    return isinstance(one, type) and attrs.has(one) and one is not Fact


def through_json(noun: object) -> Any:
    return json.loads(json.dumps(to_record(noun), allow_nan=False))


def problems(kind: type, record: object) -> list[str]:
    with pytest.raises(RecordProblems) as caught:
        from_record(kind, record)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("kind", all_nouns(), ids=lambda kind: kind.__name__)
@given(data=st.data())
@THOROUGH
def test_every_noun_comes_back_the_same(kind: type, data: st.DataObject) -> None:
    noun = data.draw(nouns(kind))

    assert from_record(kind, through_json(noun)) == noun


@given(moments())
def test_a_moment_keeps_its_zone(written: Any) -> None:
    application = Application(id="H1", answers={"submitted": written})

    read = from_record(Application, through_json(application)).answers["submitted"]

    assert (read, str(read.tzinfo)) == (written, str(written.tzinfo))  # type: ignore[union-attr]


def test_a_moment_in_the_second_pass_of_the_clock_stays_there() -> None:
    second = moment("2026-10-25 03:30").replace(fold=1)

    read = from_record(Application, through_json(Application(id="H1", answers={"s": second})))

    assert read.answers["s"].utcoffset() == second.utcoffset()  # type: ignore[union-attr]


def test_money_and_fractions_are_written_exactly() -> None:
    options = {"share": Fraction(1, 3), "most": Money(1_000_001)}
    rule = EligibilityRule(id="r", name=label(), options=options)

    written = to_record(rule)["options"]

    assert written == {"share": {"fraction": "1/3"}, "most": {"money": "10000.01 EUR"}}


def test_text_that_looks_like_a_tag_stays_a_mapping() -> None:
    rule = EligibilityRule(id="r", name=label(), options={"a": {"money": "10.00 EUR"}})

    read = from_record(EligibilityRule, through_json(rule))

    assert read.options == {"a": {"money": "10.00 EUR"}}


def test_a_value_that_no_record_can_hold_is_refused() -> None:
    rule = EligibilityRule(id="r", name=label(), options={"a": {1, 2}})

    with pytest.raises(TypeError, match="cannot hold"):
        to_record(rule)


def test_every_problem_of_a_record_is_told_with_its_path() -> None:
    record = through_json(a_call())
    record["budget"]["total"]["value"] = "10 euroa"
    record["form"][2]["type"] = "kysymys"
    record["form"][3]["colour"] = "red"
    record["assessment"]["scale"]["step"] = "1/0"
    del record["criteria"][1]["id"]

    told = problems(Call, record)

    assert [line.partition(":")[0] for line in told] == [
        "assessment.scale.step",
        "budget.total.value",
        "criteria[1].id",
        "form[2].type",
        "form[3]",
    ]


def test_an_invariant_is_told_at_its_noun() -> None:
    record = through_json(a_call().budget)
    record["maximum"]["value"] = 2

    assert problems(Budget, record) == [
        "must be a range within the hard maximum, got 3 to 5 with a maximum of 2."
    ]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("name", "Koehaku"),
        ("id", 7),
        ("is_fictional", "true"),
        ("form", "abc"),
        ("form", {"a": 1}),
        ("sources", []),
        ("budget", None),
        ("assessment", 5),
    ],
)
def test_a_value_of_another_kind_is_a_problem_in_its_place(path: str, value: object) -> None:
    record = through_json(a_call()) | {path: value}

    told = problems(Call, record)

    assert told and all(line.startswith(path) for line in told)


@pytest.mark.parametrize(
    "written",
    ["2017-09-06", "2017-09-06T23:59:00", "2017-09-06T23:59:00+03:00[Europe/Nowhere]", "soon", 5],
)
def test_a_moment_without_its_offset_or_zone_is_refused(written: object) -> None:
    record = {"id": "H1", "answers": {"submitted": {"moment": written}}}

    assert problems(Application, record)


@pytest.mark.parametrize(
    "value",
    [{"money": "5"}, {"fraction": "1/0"}, {"nothing": 1}, {"a": 1, "b": 2}, {"date": "2017-13-01"}],
)
def test_a_tag_that_says_nothing_is_refused(value: object) -> None:
    rule = {"id": "r", "name": {"en": "rule"}, "options": {"a": value}}

    assert problems(EligibilityRule, rule)


def test_a_record_of_numbers_too_large_is_refused() -> None:
    record = {"id": "r", "name": {"en": "r"}, "options": {"a": {"fraction": "9" * 5000}}}

    assert problems(EligibilityRule, record)


def test_a_record_nested_too_deep_is_refused() -> None:
    deep: object = 1
    for _ in range(5000):
        deep = [deep]
    record = {"id": "r", "name": {"en": "r"}, "options": {"a": deep}}

    assert problems(EligibilityRule, record)


def test_a_fact_alone_can_be_read_back() -> None:
    total = Fact(value=Money(5), sources=("a",))

    assert from_record(Fact[Money], through_json(total)) == total


def test_an_application_reads_back_with_answers_of_every_type() -> None:
    application = an_application(starts_on=date(2018, 1, 1), areas=("north",), local=True)

    assert from_record(Application, through_json(application)) == application


def test_defaults_are_said_so_that_a_later_default_changes_nothing() -> None:
    assert set(to_record(Timetable())) == {one.name for one in attrs.fields(Timetable)}


def test_a_label_in_a_value_of_any_type_is_tagged() -> None:
    rule = EligibilityRule(id="r", name=label(), options={"a": Label("fi")})

    assert to_record(rule)["options"]["a"] == {"label": {"fi": "fi", "sv": "", "en": ""}}
