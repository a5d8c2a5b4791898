"""What the guides to writing a rule set show is true: examples, rules, keys, values, messages."""

import json
import re
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
import yaml

from innokumppanuus import ruleset
from innokumppanuus.domain import call, criteria, parties, principles, sources
from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, FieldType
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import Fact
from innokumppanuus.engine.assessment import assess
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.engine.weighting import centroid
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus.ruleset.model import CALL_TYPES, FIELD_TYPES, RuleSet
from innokumppanuus.ruleset.reading import VERSION_KEY, attribute_types
from innokumppanuus.testing.builders import a_sheet, moment
from innokumppanuus.testing.command_line import Answer, ask

HOW_TO = Path(__file__).parents[1] / "docs" / "how-to"
LANGUAGES = ("fi", "en")
PAGES = {
    one: (HOW_TO / f"write-a-rule-set.{one}.md").read_text(encoding="utf-8") for one in LANGUAGES
}
FILES = {"fi": "haku.yaml", "en": "call.yaml"}
SCHEMAS = {"fi": "saannosto.schema.json", "en": "rule-set.schema.json"}
KEY_HEADINGS = ("Avain | Merkitys", "Key | Meaning")
RULE_HEADINGS = ("Ehto | Lauseke", "Condition | Expression")
VALUE_HEADINGS = ("Tyyppi | Vastaus", "Type | Answer")
OF_ANYTHING = {"id", "name", "fi", "sv", "en", "value", "status", "sources", "note"}
"""Last parts of keys that mean the same wherever they stand."""
LEFT_TO_REFERENCE = {"parameters", "tables"}
"""Parts of the file that a first rule set does well without."""

CODE = re.compile(r"`(.+?)`")
MISTAKE = re.compile(r"(?ms)^\*\*.*?`(.+?)`.*?`(.+?)`\.\n\n```text\n(.*?)^```$")
"""What is right, what is written instead, and the message."""

OF_TYPE = {
    FieldType.TEXT: "plan",
    FieldType.INTEGER: "duration_months",
    FieldType.NUMBER: "double(duration_months)",
    FieldType.MONEY: "amount",
    FieldType.DATE: "starts",
    FieldType.MOMENT: "submitted",
    FieldType.YES_NO: "accessible",
    FieldType.CHOICE: "sector",
    FieldType.CHOICES: "objects",
    FieldType.BUSINESS_ID: "business_id",
}
"""A value of each type in expressions of the example."""

SOUND: dict[str, Any] = {
    "sector": "company",
    "submitted": moment("2027-03-31 16:00:59"),
    "amount": Money.of(15_000),
    "total_cost": Money.of(30_000),
    "starts": date(2027, 9, 1),
    "duration_months": 10,
    "area": "villages",
    "objects": ("service", "device"),
    "accessible": True,
    "plan": "x" * 3000,
}
UNSOUND: Mapping[str, Any] = SOUND | {
    "sector": "other",
    "submitted": moment("2027-03-31 16:01:00"),
    "amount": Money.of(15_000) + Money.of("0.01"),
    "starts": date(2027, 5, 31),
    "duration_months": 14,
    "area": "elsewhere",
    "objects": ("way_of_working",),
    "accessible": False,
    "plan": "x" * 3001,
}

both = pytest.mark.parametrize("language", LANGUAGES)
needs_jyvaskyla = pytest.mark.skipif(
    "jyvaskyla.pilot_money" not in Plugins.load().schemes(),
    reason="the plugin whose scheme the funding example names is not installed",
)


class AsEditor(yaml.SafeLoader):
    """Reads as YAML 1.2 does: only true, false and plain numbers are not text."""


AsEditor.yaml_implicit_resolvers = {}
AsEditor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])
AsEditor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("[0-9]+$"), list("0123456789"))


def blocks(language: str, kind: str) -> list[str]:
    return re.findall(rf"(?ms)^```{kind}\n(.*?)^```$", PAGES[language])


def example(language: str) -> str:
    return blocks(language, "yaml")[0]


def loaded(language: str, text: str | None = None) -> RuleSet:
    return ruleset.loads(text or example(language), FILES[language], Plugins.load())


def check(language: str, text: str, folder: Path) -> Answer:
    """Return what the command says of the rule set text in the language of the page."""
    file = folder / FILES[language]
    file.write_text(text, encoding="utf-8")
    return ask("check", file, "--lang", language)


def with_piece(text: str, piece: str) -> str:
    """Return the rule set with the top section of *piece* in place of its own."""
    key = piece.partition(":")[0]
    section = re.compile(rf"^{key}:\n(?:[ ].*\n|\n(?=[ ]))+", re.MULTILINE)
    changed, count = section.subn(lambda _: piece, text)
    assert count == 1
    return changed


def rows(language: str, headings: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield the cells of every row of the tables that begin with one of the headings."""
    for heading in headings:
        table = rf"(?m)^\| {re.escape(heading)}.*\|\n\|[-|]+\|\n((?:\|.*\|\n)+)"
        for line in "".join(re.findall(table, PAGES[language])).splitlines():
            cells = re.split(r"(?<!\\)\|", line.strip()[1:-1])
            yield [cell.strip().replace("\\|", "|") for cell in cells]


def explained(language: str) -> list[str]:
    return [cells[0].strip("`") for cells in rows(language, KEY_HEADINGS)]


def ready_made(language: str) -> list[str]:
    return [cells[1].strip("`") for cells in rows(language, RULE_HEADINGS)]


def as_rule(language: str, expression: str) -> RuleSet:
    """Return the example with the expression written after `when:` of one of its rules."""
    line = 'when: sector in ["company", "association"]'
    text = example(language)
    assert text.count(line) == 1
    return loaded(language, text.replace(line, f"when: {expression}"))


def outcome(language: str, expression: str, answers: Mapping[str, Any]) -> object:
    made = as_rule(language, expression)
    values = made.values(Application(id="H01", answers=answers))
    return made.rules["who"].evaluate(values)


def inner(kind: Any) -> Any:
    """Return what a list, a mapping, a fact or an optional value holds."""
    while (found := [one for one in typing.get_args(kind) if one not in (type(None), ...)]) and (
        typing.get_origin(kind) is not Fact
    ):
        kind = found[-1]
    return kind


def is_key(path: str) -> bool:
    """Return whether the path of keys may stand in a rule set file."""
    kind: Any = Call
    for part in path.split("."):
        kind = inner(kind)
        noun = typing.get_origin(kind) or kind
        types = attribute_types(noun) if attrs.has(noun) else {}
        if part not in types:
            return path == VERSION_KEY
        kind = types[part]
    return True


def used_keys(node: object, path: str = "") -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            here = f"{path}.{key}" if path else str(key)
            yield here
            yield from used_keys(value, path if path == "sources" else here)
    elif isinstance(node, list):
        for one in node:
            yield from used_keys(one, path)


@both
def test_the_whole_example_can_be_used_without_a_warning(language: str) -> None:
    assert loaded(language).warnings == ()


def test_the_examples_of_both_pages_are_equal_but_for_remarks() -> None:
    bare = [re.sub(r"^# .*$", "#", example(one), flags=re.MULTILINE) for one in LANGUAGES]

    assert bare[0] == bare[1]
    assert loaded("fi").hash == loaded("en").hash


def test_both_pages_have_the_same_sections_tables_and_blocks() -> None:
    shape = re.compile(r"(?m)^(#+ \d*|```\w*|\||- \[ \])")

    assert shape.findall(PAGES["fi"]) == shape.findall(PAGES["en"])


def test_both_pages_show_the_same_rules_keys_and_pieces() -> None:
    fi, en = ((ready_made(one), explained(one), blocks(one, "yaml")[1:]) for one in LANGUAGES)

    assert fi == en
    assert (len(fi[0]), len(fi[2])) == (14, 5)


@both
@pytest.mark.parametrize(
    "number",
    [1, 3, pytest.param(4, marks=needs_jyvaskyla), 5],
    ids=["time", "weights", "pay", "gap"],
)
def test_each_shorter_example_fits_into_the_whole_one(language: str, number: int) -> None:
    piece = blocks(language, "yaml")[number]

    assert loaded(language, with_piece(example(language), piece)).warnings == ()


@pytest.mark.parametrize("expression", ready_made("fi"))
def test_a_ready_made_rule_is_met_on_the_boundary(expression: str) -> None:
    assert outcome("fi", expression, SOUND) is True


@pytest.mark.parametrize("expression", ready_made("fi"))
def test_a_ready_made_rule_is_not_met_beyond_the_boundary(expression: str) -> None:
    assert outcome("fi", expression, UNSOUND) is False


@pytest.mark.parametrize("expression", ready_made("en"))
def test_a_ready_made_rule_cannot_tell_without_answers(expression: str) -> None:
    assert outcome("en", expression, {}) is UNKNOWN


@both
def test_the_exception_asks_and_is_not_met_when_missing(language: str) -> None:
    assert "`has(users)`" in PAGES[language]
    assert outcome(language, "has(users)", {}) is False


@both
def test_each_type_of_field_is_there_and_its_value_is_of_that_type(language: str) -> None:
    table = rows(language, VALUE_HEADINGS)
    told = {kind.strip("`"): CODE.findall(value) for kind, _, value in table}

    for kind, known in OF_TYPE.items():
        for value in told[kind]:
            as_rule(language, f"{known} == {value}")

    assert set(told) == set(OF_TYPE) == set(FIELD_TYPES)


@both
def test_every_value_of_the_call_is_explained(language: str) -> None:
    assert set(re.findall(r"^\| `(call\.[a-z_.]+)` \|", PAGES[language], re.MULTILINE)) == {
        *CALL_TYPES
    }


@both
def test_no_key_is_explained_that_a_rule_set_does_not_have(language: str) -> None:
    assert [key for key in explained(language) if not is_key(key)] == []


@both
def test_every_part_of_the_file_is_explained(language: str) -> None:
    parts = {VERSION_KEY, *attribute_types(Call)}

    assert parts - set(explained(language)) <= LEFT_TO_REFERENCE


@both
def test_every_key_of_the_example_is_explained(language: str) -> None:
    used = set(used_keys(yaml.load(example(language), yaml.BaseLoader)))
    known = set(explained(language))

    lacking = {key for key in used - known if key.rpartition(".")[2] not in OF_ANYTHING}

    assert lacking - {"sources.ilmoitus"} == set()


@both
@pytest.mark.parametrize(
    "kind",
    [call.Aggregate, call.ClosingMinute, call.ConflictScope, call.MissingScores, call.Rest]
    + [call.TieRule, criteria.FactorKind, criteria.Join, criteria.WeightingKind, sources.Status]
    + [parties.RoleKind, principles.ProcurementRoute, principles.UserRole],
)
def test_every_choice_of_a_value_is_explained(language: str, kind: type[StrEnum]) -> None:
    page = PAGES[language]

    assert [one for one in kind if not re.search(rf"`(?:\w+: )?{one.value}`", page)] == []


@both
def test_the_shown_answer_to_a_sound_file_is_what_check_says(language: str, tmp_path: Path) -> None:
    assert check(language, example(language), tmp_path).out == blocks(language, "text")[0]


@both
@pytest.mark.parametrize("number", [0, 1, 2], ids=["key", "value", "option"])
def test_a_shown_message_is_what_check_says_of_the_mistake(
    language: str, number: int, tmp_path: Path
) -> None:
    right, wrong, message = MISTAKE.findall(PAGES[language])[number]
    assert example(language).count(right) == 1

    answer = check(language, example(language).replace(right, wrong), tmp_path)

    assert (answer.code, answer.out) == (Code.PROBLEMS, message)


@both
def test_all_three_mistakes_are_told_at_once(language: str, tmp_path: Path) -> None:
    text = example(language)
    mistakes = MISTAKE.findall(PAGES[language])
    for right, wrong, _ in mistakes:
        text = text.replace(right, wrong)

    answer = check(language, text, tmp_path)

    assert answer.out == "".join(message for _, _, message in mistakes)


@both
def test_an_editor_with_the_schema_marks_nothing_in_the_example(
    language: str, tmp_path: Path
) -> None:
    command = f"innokumppanuus schema --out {SCHEMAS[language]}"
    first_line = f"# yaml-language-server: $schema={SCHEMAS[language]}\n"

    ask("schema", "--out", tmp_path / SCHEMAS[language])
    made = json.loads((tmp_path / SCHEMAS[language]).read_text(encoding="utf-8"))
    read = ruleset.loads(first_line + example(language), FILES[language], Plugins.load())

    assert (blocks(language, "sh")[1], blocks(language, "text")[4]) == (f"{command}\n", first_line)
    assert read.hash == loaded(language).hash
    jsonschema.Draft202012Validator(made).validate(yaml.load(example(language), AsEditor))


@both
def test_the_weights_of_the_order_are_as_told(language: str) -> None:
    policy = loaded(language).call.assessment
    assert policy is not None

    weights = centroid(policy.weighting.order)

    told = re.search(r"K1 (\d+)\s?%, K2 \w+ K3 \D*(\d+)\s?%\D* L2 (\d+)\s?%", PAGES[language])
    assert told is not None
    assert weights["K2"] == weights["K3"]
    assert [*map(int, told.groups())] == [round(100 * weights[one]) for one in ("K1", "K2", "L2")]


def test_the_closing_minute_is_as_told() -> None:
    whole, start = example("fi"), with_piece(example("fi"), blocks("fi", "yaml")[1])

    last = [loaded("fi", text).call.timetable.last_moment for text in (whole, start)]

    assert [one and moment("2027-03-31 16:00:37") <= one for one in last] == [True, False]


@both
def test_aspects_make_one_score_as_told(language: str) -> None:
    made = loaded(language)
    policy = made.call.assessment
    assert policy is not None
    screening = screen(made, Application(id="H01", answers=SOUND), Plugins.load().rules())
    marks = {"K2.heard": 4, "K2.involved": 1, "K3.by_city": 4, "K3.by_market": 1}

    found = assess(made.call, policy, screening, [a_sheet("Arvioija A", {"H01": marks})])

    scores = {one.item: str(one.score) for one in found.items}
    told = dict(re.findall(r"^\| `(any|all)` \|.*\| (\d) \|$", PAGES[language], re.MULTILINE))
    assert (scores["K2"], scores["K3"]) == (told["all"], told["any"])


@both
def test_no_link_of_the_guide_leads_nowhere(language: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", PAGES[language])

    assert [to for to in links if not (HOW_TO / to).exists()] == []
