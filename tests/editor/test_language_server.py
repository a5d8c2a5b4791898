"""With our schemas a real editor marks mistakes where they are, offers keys and tells meanings."""

import re
from pathlib import Path
from typing import Any

import pytest

from innokumppanuus.domain.call import FieldType
from innokumppanuus.domain.tables import HitPolicy
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import schema
from innokumppanuus.testing.rulesets import the_text
from innokumppanuus.workspace import Workspace

ROOT = Path(__file__).parents[2]
TABLE = """\
tables:
  - id: share
    name: {fi: Osuus, sv: Andel, en: Share}
    hit: ¦
"""
PARAMETERS = """\
innokumppanuus: 1
sources:
  act: {title: Kuvitteellinen laki}
parameters:
  - key: koe.ceiling
    name: Katto
    unit: money
    values: [{valid_from: 2017-01-01, value: 300000 EUR, source: act}]
"""
CASES = """\
innokumppanuus: 1
bases:
  basic: {amount: 10000 EUR, submitted: 2026-08-01 12:00, local: true, areas: [north]}
cases:
  - sentence: Sentti yli katon on liikaa.
    base: basic
    given: {amount: 10000.01 EUR, duration_months: null}
    expect: {rules: {cap: not_met}, outcome: not_met, asks: [], values: {amount: 10000.01 EUR}}
"""


PLUGINS = Plugins.load()
PROGRAMMES = {one.path.resolve(): one.noun.__name__ for one in PLUGINS.programmes().values()}
CITIES = {one.path.resolve() for one in PLUGINS.cities().values()}
READ_BY_PLUGINS = {"grounds", "pathways", "vignettes", "cards", "notes", "steps", "facts"}
"""Keys of files that only a plugin reads; they have no schema."""
FILES = tuple(sorted((ROOT / "plugins").glob("*/src/**/*.yaml")))


def opened_as(path: Path) -> str:
    """Return the name under which the editor knows what kind of file it is; empty for none."""
    text = path.read_text(encoding="utf-8")
    keys = re.findall(r"^(\w+):", text, re.MULTILINE)
    if "cases" in keys:
        return "koe.tapaukset.yaml"
    if re.search(r"^parameters:\n  - ", text, re.MULTILINE):
        return "parameters.yaml"
    if path.resolve() in PROGRAMMES:
        return f"{PROGRAMMES[path.resolve()]}.yaml"
    if path.resolve() in CITIES:
        return "city.yaml"
    if READ_BY_PLUGINS & {*keys} and "id" not in keys:
        return ""
    return "haku.yaml" if "id" in keys and "extend" not in keys else "pack.yaml"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name} {path.name}")
def test_nothing_is_marked_in_a_file_that_a_plugin_ships(editor: Any, path: Path) -> None:
    name = opened_as(path)
    if not name:
        pytest.skip("the file is read by its plugin alone and has no schema")

    assert editor.marks(path.read_text(encoding="utf-8"), name) == []


def test_every_rule_set_and_pack_that_a_plugin_ships_is_looked_at() -> None:
    plugins = Workspace.open().plugins

    rulesets = {one.path.resolve() for one in plugins.rulesets().values()}
    packs = {one.path.resolve() for one in plugins.packs().values()}

    assert rulesets and rulesets | packs <= {path.resolve() for path in FILES}


def test_nothing_is_marked_in_a_valid_rule_set(editor: Any) -> None:
    assert editor.marks(the_text()) == []


def line_of(text: str, words: str) -> int:
    (line,) = (number for number, one in enumerate(text.split("\n"), 1) if words in one)
    return line


@pytest.mark.parametrize(
    ("old", "new", "at", "words"),
    [
        ("purpose:", "purpos:", "purpos:", "purpos is not allowed"),
        ("join: any", "join: joku", "join: joku", '"all", "any"'),
        ("    type: money\n", "    type: rahaa\n", "rahaa", '"money"'),
        ("least_evaluators: 2", "least_evaluators: 0", "least_evaluators", "minimum of 1"),
        ("is_fictional: true\n\n", "is_fictional: 1\n\n", "is_fictional: 1", '"boolean"'),
        ("50000 EUR", "50 000 euroa", "50 000 euroa", "a sum with its currency"),
        ("2026-09-07 23:59", "7.9.2026", "7.9.2026", "must be a time, as 2017-09-06"),
        ("target: 3–5", "target: muutama", "muutama", "Count"),
        ("latest: 2026-09-10, ", "", "earliest: 2026-09-01", '"latest"'),
        ("    name: {fi: Tavoitteet, sv: Mål, en: Goals}\n", "", "- id: goals", '"name"'),
        ("{fi: Tavoitteet, ", "{fii: Tavoitteet, ", "fii:", "fii is not allowed"),
        ("status: inferred", "status: luultu", "luultu", '"inferred"'),
        ("[criteria_order, lower_cost, lottery]", "[arpa]", "arpa", '"lottery"'),
    ],
)
def test_a_mistake_is_marked_on_its_line(
    editor: Any, old: str, new: str, at: str, words: str
) -> None:
    text = the_text((old, new))

    (mark,) = editor.marks(text)

    assert mark.line == line_of(text, at)
    assert words in mark.words


def test_a_missing_key_of_the_file_is_marked(editor: Any) -> None:
    (mark,) = editor.marks(the_text(("id: koehaku-2026\n", "\n")))

    assert mark.words == 'Missing property "id".'


def test_keys_of_the_money_are_offered_but_those_that_are_there(editor: Any) -> None:
    asked = the_text(("  target: 3–5\n  maximum: 5\n", "  ¦\n"))

    assert sorted(editor.offers(asked)) == ["maximum", "target"]


def offered(editor: Any, *change: str) -> list[str]:
    old, new = change
    return sorted(editor.offers(the_text((old, new))))


def test_both_meanings_of_the_closing_minute_are_offered(editor: Any) -> None:
    found = offered(editor, "closing_minute: whole", "closing_minute: ¦")

    assert found == ["start", "whole"]


def test_every_kind_of_field_is_offered(editor: Any) -> None:
    found = offered(editor, "    type: money\n", "    type: ¦\n")

    assert found == sorted(kind.value for kind in FieldType)


def test_every_tie_rule_is_offered(editor: Any) -> None:
    found = offered(editor, "[criteria_order, lower_cost, lottery]", "[¦]")

    assert found == sorted(schema()["$defs"]["TieRule"]["enum"])


def test_every_hit_policy_of_a_table_is_offered(editor: Any) -> None:
    found = editor.offers(the_text(("eligibility:\n", f"{TABLE}eligibility:\n")))

    assert sorted(found) == sorted(policy.value for policy in HitPolicy)


def test_every_key_of_a_rule_set_is_offered(editor: Any) -> None:
    found = editor.offers("innokumppanuus: 1\n¦\n")

    assert set(schema()["properties"]) - {"innokumppanuus"} <= set(found)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("\nbudget:", "\nbud¦get:", "three different things"),
        ("cap_per_pilot: 10000", "cap_¦per_pilot: 10000", "The most that one pilot may get."),
        ("closing_minute: whole", "closing_min¦ute: whole", "whole minute is in time"),
        ("missing_scores: inc", "missing_sc¦ores: inc", "Never zero by accident"),
        ("is_public: false", "is_pub¦lic: false", "trade secret"),
        ("status: inferred", "stat¦us: inferred", "How it is known."),
    ],
)
def test_a_key_tells_what_it_means(editor: Any, old: str, new: str, words: str) -> None:
    assert words in editor.hint(the_text((old, new)))


def test_every_key_of_every_file_has_something_to_tell() -> None:
    whole = schema()
    tables = [whole, *whole["$defs"].values()]
    tables += [one for table in tables for one in table.get("anyOf", ())]

    silent = [
        (table.get("title"), key)
        for table in tables
        for key, shape in table.get("properties", {}).items()
        if "description" not in shape and "$ref" not in shape
    ]

    assert silent == []


def test_the_first_line_of_a_file_may_name_its_schema(editor: Any) -> None:
    line = f"# yaml-language-server: $schema={(editor.folder / 'ruleset.schema.json').as_uri()}\n"
    text = the_text(("purpose:", "purpos:"))

    (mark,) = editor.marks(line + text, "other-name.yaml")

    assert "purpos is not allowed" in mark.words


def test_the_schema_may_stand_beside_the_file(editor: Any) -> None:
    line = "# yaml-language-server: $schema=../ruleset.schema.json\n"

    (mark,) = editor.marks(line + the_text(("purpose:", "purpos:")), "other-name.yaml")

    assert mark.line == 6


def test_nothing_is_marked_in_valid_cases(editor: Any) -> None:
    assert editor.marks(CASES, "koe.tapaukset.yaml") == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("outcome: not_met", "outcome: maybe", '"not_met"'),
        ("sentence: Sentti", "sentense: Sentti", "sentense"),
        ("rules: {cap: not_met}", "rules: {cap: no}", '"cannot_tell"'),
        ("asks: []", "asks: amount", "array"),
    ],
)
def test_a_mistake_in_cases_is_marked(editor: Any, old: str, new: str, words: str) -> None:
    assert CASES.count(old) == 1

    marks = editor.marks(CASES.replace(old, new), "koe.tapaukset.yaml")

    assert marks and any(words in mark.words for mark in marks)


def test_outcomes_of_a_case_are_offered(editor: Any) -> None:
    asked = CASES.replace("outcome: not_met", "outcome: ¦")

    assert sorted(editor.offers(asked, "koe.tapaukset.yaml")) == ["cannot_tell", "met", "not_met"]


def test_nothing_is_marked_in_valid_dated_values(editor: Any) -> None:
    assert editor.marks(PARAMETERS, "parameters.yaml") == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("unit: money", "unit: raha", '"money"'),
        ("unit: money", "unit: days", '"integer"'),
        ("300000 EUR", "300 000 €", "a sum with its currency"),
        ("valid_from: 2017-01-01", "valid_from: 1.1.2017", "must be a day"),
        (", source: act", "", '"source"'),
    ],
)
def test_a_mistake_in_dated_values_is_marked(editor: Any, old: str, new: str, words: str) -> None:
    assert PARAMETERS.count(old) == 1

    marks = editor.marks(PARAMETERS.replace(old, new), "parameters.yaml")

    assert marks and any(words in mark.words for mark in marks)
