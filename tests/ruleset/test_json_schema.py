"""The JSON Schema: an editor that has it accepts what loads and marks mistakes of structure."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
import yaml

from innokumppanuus.domain.call import Budget, Call, FieldType
from innokumppanuus.ruleset import (
    SCHEMAS,
    FileKind,
    case_schema,
    load,
    parameter_schema,
    read_parameters,
    schema,
)
from innokumppanuus.ruleset.shapes import summary, told
from innokumppanuus.testing.rulesets import the_text
from innokumppanuus.workspace import Workspace

VALIDATOR = jsonschema.Draft202012Validator


class Core(yaml.SafeLoader):
    """Reads as YAML 1.2 does, as editors do: only true, false and plain numbers are not text."""


Core.yaml_implicit_resolvers = {}
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("(?:null|~|)$"), ["n", "~", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), "tf")
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("-?[0-9]+$"), list("-0123456789"))
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"-?[0-9]+\.[0-9]+$"), list("-0123456789")
)


def as_editor(text: str) -> Any:
    return yaml.load(text, Core)


def marks(*changes: tuple[str, str]) -> list[str]:
    found = VALIDATOR(schema()).iter_errors(as_editor(the_text(*changes)))
    return sorted("/".join(map(str, one.path)) for one in found)


def test_the_schema_is_a_schema() -> None:
    VALIDATOR.check_schema(schema())


def test_a_valid_file_is_valid() -> None:
    assert marks() == []


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("purpose:", "purpos:", ""),
        ("innokumppanuus: 1", "innokumppanuus: 2", "innokumppanuus"),
        ("id: koehaku-2026", "id: Koehaku 2026", "id"),
        ("join: any", "join: joku", "criteria/0/join"),
        ("least_evaluators: 2", "least_evaluators: 0", "assessment/least_evaluators"),
        ("is_fictional: true\n\n", "is_fictional: yes\n\n", "is_fictional"),
        ("50000 EUR", "50 000 euroa", "budget/total"),
        ("closes: {value: 2026-09-07 23:59", "closes: {value: 7.9.2026", "timetable/closes"),
        ("target: 3–5", "target: muutama", "budget/target"),
        ("{fi: omarahoitus, sv: egenfinansiering, en: own funding}", "{}", "gaps/0/topic"),
        ("{fi: omarahoitus,", "{fii: omarahoitus,", "gaps/0/topic"),
        ("threshold: 2", "threshold: kaksi", "criteria/0/threshold"),
        ("id: duration_months", "id: 8kk", "form/5/id"),
        ("id: north", 'id: ""', "form/8/options/0/id"),
        ("[criteria_order, lower_cost, lottery]", "[arpa]", "selection/tie_rules/0"),
        ("aliases: [Hakijan nimi, NO]", "aliases: NO", "form/1/aliases"),
    ],
)
def test_a_mistake_of_structure_is_marked(old: str, new: str, path: str) -> None:
    assert marks((old, new)) == [path]


def test_every_attribute_of_a_call_is_a_key() -> None:
    keys = [one.name for one in attrs.fields(Call)]

    assert list(schema()["properties"]) == ["innokumppanuus", "extend", *keys]


def test_descriptions_are_those_of_the_nouns() -> None:
    budget = schema()["$defs"]["Budget"]

    assert budget["description"].startswith("The money of a call (määrärahat).")
    assert budget["properties"]["total"]["description"] == "All the money."


def test_a_description_over_two_lines_is_one_line() -> None:
    assert told(Call)["is_fictional"] == "True when made up for teaching or tests."
    assert "\n" not in summary(Budget)


def test_enumerations_list_their_words() -> None:
    assert schema()["$defs"]["FieldType"]["enum"] == [kind.value for kind in FieldType]


def test_no_table_takes_keys_that_nobody_knows() -> None:
    closed = [one for one in schema()["$defs"].values() if "properties" in one]

    assert closed and all(one["additionalProperties"] is False for one in closed)


PART = """\
innokumppanuus: 1
extend: [nation]
eligibility:
  - {id: cap, when: amount <= eur(5)}
  - {id: late, remove: true}
"""


def marks_of_part(text: str) -> list[str]:
    found = VALIDATOR(schema(partial=True)).iter_errors(as_editor(text))
    return sorted("/".join(map(str, one.path)) for one in found)


def test_a_part_of_a_rule_set_is_valid_as_a_part_only() -> None:
    VALIDATOR.check_schema(schema(partial=True))

    assert marks_of_part(PART) == []
    assert list(VALIDATOR(schema()).iter_errors(as_editor(PART))) != []


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("when: amount", "wehn: amount", "eligibility/0"),
        ("id: cap, ", "", "eligibility/0"),
        ("remove: true", "remove: false", "eligibility/1/remove"),
        ("[nation]", "nation", "extend"),
        ("extend: [nation]", "sources: {law: {section: 3 §}}", "sources/law"),
    ],
)
def test_a_mistake_of_structure_is_marked_in_a_part_too(old: str, new: str, path: str) -> None:
    assert old in PART

    assert marks_of_part(PART.replace(old, new)) == [path]


def wrong(made: Any, text: str) -> list[str]:
    """Return where the schema finds something."""
    found = VALIDATOR(made).iter_errors(as_editor(text))
    return ["/".join(map(str, one.path)) for one in found]


@pytest.mark.parametrize("kind", FileKind)
def test_the_schema_of_each_kind_of_file_is_a_schema(kind: FileKind) -> None:
    made = SCHEMAS[kind]()

    VALIDATOR.check_schema(made)
    assert made["required"][0] == "innokumppanuus"


ROOT = Path(__file__).parents[2]


def shipped(*patterns: str) -> Iterable[Path]:
    found = sorted(one for name in patterns for one in ROOT.glob(f"plugins/*/src/**/{name}"))
    assert found
    return found


def test_all_shipped_cases_fit_the_schema() -> None:
    for path in shipped("*.tapaukset.yaml", "*.cases.yaml"):
        assert wrong(case_schema(), path.read_text(encoding="utf-8")) == [], path.name


def test_all_shipped_cases_fit_the_schema_of_their_own_rule_set() -> None:
    plugins = Workspace.open().plugins
    seen = 0
    for one in plugins.rulesets().values():
        made = case_schema(load(one.path, plugins).call)
        for path in one.path.parent.glob(f"{one.path.stem}.tapaukset.yaml"):
            seen += 1
            assert wrong(made, path.read_text(encoding="utf-8")) == [], path.name
    assert seen


def test_all_shipped_dated_values_fit_the_schema() -> None:
    seen = 0
    for path in shipped("data/*.yaml"):
        text = path.read_text(encoding="utf-8")
        if re.search(r"^parameters:\n  - ", text, re.MULTILINE):
            seen += len(read_parameters(path))
            assert wrong(parameter_schema(), text) == [], path.name
    assert seen


def test_all_shipped_packs_fit_the_schema() -> None:
    packs = Workspace.open().plugins.packs()

    for pack in packs.values():
        assert wrong(schema(partial=True), pack.path.read_text(encoding="utf-8")) == [], pack.key


VALUES = """\
innokumppanuus: 1
sources: {act: {title: Laki}}
parameters:
  - key: koe.x
    name: X
    unit: share
    values: [{valid_from: 2017-01-01, valid_to: 2017-12-31, value: 1/3, source: act}]
"""


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("unit: share", "unit: money", "parameters/0/values/0/value"),
        ("unit: share", "unit: count", "parameters/0/values/0/value"),
        ("unit: share", "unit: osuus", "parameters/0/unit"),
        ("value: 1/3", "value: kolmannes", "parameters/0/values/0/value"),
        ("valid_from: 2017-01-01", "valid_from: 2017", "parameters/0/values/0/valid_from"),
        ("source: act", "source: {section: 3 §}", "parameters/0/values/0/source"),
        ("{title: Laki}", "Laki", "sources/act"),
    ],
)
def test_a_mistake_in_dated_values_is_marked(old: str, new: str, path: str) -> None:
    assert wrong(parameter_schema(), VALUES) == [] and old in VALUES

    assert wrong(parameter_schema(), VALUES.replace(old, new)) == [path]


def test_a_cell_of_a_table_may_look_like_a_number_or_a_truth_value() -> None:
    rows = "    rows: [{when: [5, true, <= 3], then: 0.5}]\n"
    table = f"tables:\n  - id: t\n    name: T\n    inputs: []\n    output: {{type: double}}\n{rows}"

    found = wrong(schema(partial=True), f"innokumppanuus: 1\n{table}")

    assert found == ["tables/0/inputs"]


def test_the_schema_of_cities_takes_every_shipped_city() -> None:
    validator = VALIDATOR(SCHEMAS[FileKind.CITY]())
    files = [one.path for one in Workspace.open().plugins.cities().values()]

    VALIDATOR.check_schema(validator.schema)
    assert files
    assert [
        str(error)
        for file in files
        for error in validator.iter_errors(as_editor(file.read_text(encoding="utf-8")))
    ] == []


@pytest.mark.parametrize("level", [-1, 6, "kaksi"])
def test_the_schema_of_cities_marks_a_level_that_there_is_not(level: object) -> None:
    rating = {"indicator": "partnership.goals", "level": level}
    city = {
        "innokumppanuus": 1,
        "id": "harjula",
        "name": "Harjula",
        "records": [{"on": "2026-03-01", "ratings": [rating]}],
    }

    errors = list(VALIDATOR(SCHEMAS[FileKind.CITY]()).iter_errors(city))

    assert ["/".join(map(str, one.path)) for one in errors] == ["records/0/ratings/0/level"]
