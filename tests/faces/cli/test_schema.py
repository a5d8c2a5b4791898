"""`schema` hands the JSON Schema of rule sets to editors."""

import json
from pathlib import Path

from innokumppanuus.ruleset import schema
from innokumppanuus.testing.command_line import ask


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
