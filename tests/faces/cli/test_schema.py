"""`schema` hands the JSON Schema of rule sets to editors."""

import json
from pathlib import Path

import pytest

from innokumppanuus.ruleset import SCHEMAS, FileKind, case_schema, schema
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_ruleset_file, read_call


def test_the_schema_is_printed_as_json() -> None:
    assert json.loads(ask("schema").out) == schema()


def test_the_schema_is_written_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "haku.schema.json"

    ask("schema", "--out", path)

    assert json.loads(path.read_text(encoding="utf-8")) == schema()


def test_scripts_get_the_schema_as_part_of_the_answer() -> None:
    assert ask("schema", "--json").document["result"]["schema"] == schema()


def test_the_schema_of_a_part_is_asked_for() -> None:
    assert json.loads(ask("schema", "--partial").out) == schema(partial=True)


@pytest.mark.parametrize("kind", FileKind)
def test_the_schema_of_any_kind_of_file_is_asked_for(kind: FileKind) -> None:
    assert json.loads(ask("schema", "--for", kind.value).out) == SCHEMAS[kind]()


def test_the_schema_of_cases_knows_their_rule_set(tmp_path: Path) -> None:
    ruleset = a_ruleset_file(tmp_path)

    made = json.loads(ask("schema", "--cases-of", ruleset).out)

    assert made == case_schema(read_call(ruleset))


@pytest.mark.parametrize("more", [("--partial",), ("--cases-of", "haku.yaml")])
def test_two_schemas_at_once_are_refused(more: tuple[str, ...]) -> None:
    answer = ask("schema", "--for", "cases", *more, "--lang", "en")

    assert answer.code == 2
    assert "Give only one of these: --for, --cases-of or --partial." in answer.err


def test_a_kind_of_file_that_is_none_is_refused() -> None:
    answer = ask("schema", "--for", "letters", "--lang", "en")

    assert answer.code == 2 and "--for" in answer.err
