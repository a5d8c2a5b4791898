"""Where limits contradict, every command that makes or explains the choice says so alike."""

from pathlib import Path

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_call_folder

COMMANDS = (
    ("select",),
    ("why",),
    ("frontier",),
    ("core-index",),
    ("robustness",),
    ("methods", "compare"),
)


@pytest.fixture
def contradictory(tmp_path: Path) -> tuple[object, ...]:
    ruleset, table, sheets = a_call_folder(tmp_path)
    text = ruleset.read_text(encoding="utf-8")
    least = "selection:\n  limits: {minimum: {name: {fi: a, sv: a, en: a}, least: 3}}\n"
    changed = text.replace("selection:\n", least).replace("total: 20000 EUR", "total: 15000 EUR")
    ruleset.write_text(changed, encoding="utf-8")
    return (ruleset, "--applications", table, "--sheets", sheets)


@pytest.mark.parametrize("command", COMMANDS)
def test_limits_that_contradict_end_with_the_code_of_no_choice(
    contradictory: tuple[object, ...], command: tuple[str, ...]
) -> None:
    answer = ask(*command, *contradictory, "--lang", "en")

    assert answer.code == Code.NO_CHOICE, answer.out + answer.err


@pytest.mark.parametrize("command", COMMANDS)
def test_limits_that_contradict_are_told_with_what_each_would_have_to_give(
    contradictory: tuple[object, ...], command: tuple[str, ...]
) -> None:
    found = [ask(*one, *contradictory, "--json").document for one in (("select",), command)]

    told = [[one["key"] for one in each["problems"]] for each in found]
    assert told[0] and told[1] == told[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_limits_that_can_be_kept_end_with_the_code_of_success(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    ruleset, table, sheets = a_call_folder(tmp_path)

    answer = ask(*command, ruleset, "--applications", table, "--sheets", sheets)

    assert answer.code == Code.DONE
