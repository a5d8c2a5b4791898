"""From the typed line to the exit code, with files as an official has them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.faces.cli import inventory
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_call_folder

COMMANDS = ("check", "forms", "screen", "assess", "select", "run", "plugins", "schema", "workbook")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", [(), *((one,) for one in COMMANDS), ("plugins", "show")])
def test_every_command_tells_about_itself_in_each_language(
    line: tuple[str, ...], language: str
) -> None:
    answer = ask(*line, "--help", "--lang", language)

    heading = {"fi": "Käyttö", "sv": "Användning", "en": "Usage"}[language]
    assert answer.code == Code.DONE
    assert answer.out.startswith(f"{heading}: innokumppanuus")
    assert "Options" not in answer.out or language == "en"


def test_no_command_at_all_shows_the_help() -> None:
    assert ask().out == ask("--help").out


def test_all_commands_are_listed() -> None:
    listed = ask("--help").out

    assert [command for command in COMMANDS if f"  {command} " not in listed] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("chek",), "Did you mean check?"),
        (("frobnicate",), "Commands: assess, check"),
        (("check",), "lacks: RULESET"),
        (("check", "x", "y"), "too many"),
        (("run", "x"), "lacks: --out DIR"),
        (("run", "x", "--otu", "y"), "Did you mean --out?"),
        (("run", "x", "--out"), "--out must have a value"),
        (("check", "--jsno"), "Did you mean --json?"),
        (("plugins", "lits"), "Did you mean list?"),
        (("check", "--lang", "de"), "one of fi, sv, en"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_what_was_meant(line: tuple[str, ...], told: str) -> None:
    answer = ask(*line, INNOKUMPPANUUS_LANG="en")

    assert answer.code == Code.USAGE
    assert told in answer.err
    assert answer.out == ""


def test_the_language_of_the_environment_is_spoken() -> None:
    assert "Det finns inte" not in ask("chek", LANG="fi_FI.UTF-8").err
    assert "finns inte" in ask("chek", LANG="sv_FI.UTF-8").err


def test_a_usage_problem_has_the_same_json_shape() -> None:
    document = ask("chek", "--json").document

    assert sorted(document) == ["code", "command", "innokumppanuus", "problems", "result"]
    assert document["code"] == Code.USAGE
    assert "check" in document["result"]["message"]


def test_a_file_that_is_not_there_is_named() -> None:
    answer = ask("check", "no-such-file.yaml", "--lang", "en")

    assert (answer.code, answer.err) == (
        Code.USAGE,
        "There is no file or folder no-such-file.yaml.\n",
    )


def test_an_unknown_key_lists_the_shipped_rule_sets() -> None:
    answer = ask("check", "no-such-key", "--lang", "en")

    assert answer.code == Code.USAGE
    assert "There is no “no-such-key”." in answer.err


@pytest.fixture
def broken_plugin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    entry = EntryPoint(name="broken", value="no_such_package_of_anyone", group="innokumppanuus")

    def with_broken(group: str) -> list[EntryPoint]:
        extra = [entry] if group == entry.group else []
        return [*entry_points(group=group), *extra]

    monkeypatch.setattr("innokumppanuus.plugin.manager.entry_points", with_broken)
    yield


@pytest.mark.usefixtures("broken_plugin")
def test_a_plugin_at_fault_is_named_without_a_traceback() -> None:
    answer = ask("plugins", "list", "--lang", "en")

    assert answer.code == Code.PLUGIN
    assert "'broken'" in answer.err
    assert "--block broken" in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.usefixtures("broken_plugin")
def test_blocking_the_plugin_at_fault_lets_the_work_go_on() -> None:
    answer = ask("plugins", "list", "--block", "broken", "--json")

    assert answer.code == Code.DONE
    assert "broken" not in [one["name"] for one in answer.document["result"]["plugins"]]


def test_a_fault_of_ours_shows_its_trace_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr(inventory, "plugins", fail)

    told, debugged = ask("plugins", "list", "--lang", "en"), ask("plugins", "list", "--debug")

    assert (told.code, debugged.code) == (Code.FAULT, Code.FAULT)
    assert "Traceback" not in told.err
    assert "a fault of ours" in told.err
    assert "Traceback" in debugged.err


def test_an_interruption_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(inventory, "plugins", interrupt)

    answer = ask("plugins", "list", "--lang", "en")

    assert (answer.code, answer.err) == (Code.INTERRUPTED, "The work was interrupted.\n")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = [sys.executable, "-c", "from innokumppanuus.faces.cli import main; main(['schema'])"]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        run.stdout.close()
        assert run.stderr is not None
        told = run.stderr.read()

    assert (run.returncode, told) == (0, b"")


def test_the_command_line_works_where_neither_numpy_nor_notebooks_can_be_loaded() -> None:
    """
    Made impossible rather than looked for: the reader of workbooks takes numpy if it can.

    The plugin of numeric selection stands on numpy, so it is left out, as where it is not there.
    """
    heavy = ["numpy", "pandas", "scipy", "IPython", "ipywidgets", "jupyterlab", "voila"]
    words = f"import sys; sys.modules.update(dict.fromkeys({heavy})); \
from innokumppanuus.faces.cli import main; \
raise SystemExit(main(['check', '--help', '--block', 'selection']))"

    done = subprocess.run([sys.executable, "-c", words], capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_that_lacks_letters_does_not_stop_the_work() -> None:
    words = "from innokumppanuus.faces.cli import main; raise SystemExit(main(['--lang', 'sv']))"

    done = subprocess.run(
        [sys.executable, "-c", words],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )

    assert b"Anv\\xe4ndning" in done.stdout


def test_a_folder_in_place_of_a_rule_set_is_named(tmp_path: Path) -> None:
    answer = ask("check", tmp_path, "--lang", "en")

    assert (answer.code, "is a folder" in answer.err) == (Code.USAGE, True)


@pytest.mark.parametrize("option", ["--applications", "--sheets", "--mapping"])
def test_every_file_that_is_not_there_is_a_matter_of_usage(tmp_path: Path, option: str) -> None:
    ruleset, table, sheets = a_call_folder(tmp_path)
    given = {"--applications": table, "--sheets": sheets, option: tmp_path / "absent"}

    answer = ask("select", ruleset, *(word for pair in given.items() for word in pair))

    assert (answer.code, str(tmp_path / "absent") in answer.err) == (Code.USAGE, True)


def test_a_group_of_commands_alone_shows_its_help() -> None:
    assert ask("plugins").out == ask("plugins", "--help").out


def test_scripts_are_told_which_command_answered() -> None:
    assert ask("plugins", "list", "--json").document["command"] == "plugins list"
