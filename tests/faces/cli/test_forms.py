"""`forms` makes the empty tables that officials send out and evaluators fill in."""

from pathlib import Path

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.intake import read_applications
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_call_folder, a_ruleset_file, read_call


def test_an_empty_application_table_is_made(tmp_path: Path) -> None:
    ruleset = a_ruleset_file(tmp_path)

    answer = ask("forms", ruleset, "--out", tmp_path / "lomakkeet", "--json")

    (table,) = answer.document["result"]["files"]
    assert answer.code == Code.DONE
    assert read_applications(Path(table), read_call(ruleset)).applications == ()


def test_each_evaluator_gets_a_score_sheet(tmp_path: Path) -> None:
    ruleset, table, _ = a_call_folder(tmp_path)
    out = tmp_path / "uudet"

    answer = ask(
        *("forms", ruleset, "--out", out, "--applications", table),
        *("--evaluator", "Arvioija C", "--evaluator", "Arvioija D"),
    )

    assert answer.code == Code.DONE
    assert len(list(out.iterdir())) == 3


def test_score_sheets_are_made_of_applications(tmp_path: Path) -> None:
    answer = ask(
        *("forms", a_ruleset_file(tmp_path), "--out", tmp_path / "x"),
        *("--evaluator", "Arvioija C", "--lang", "en"),
    )

    assert answer.code == Code.USAGE
    assert "--applications" in answer.err


def test_a_form_that_somebody_may_have_filled_in_is_not_replaced(tmp_path: Path) -> None:
    ruleset = a_ruleset_file(tmp_path)
    first = ask("forms", ruleset, "--out", tmp_path / "x")

    again = ask("forms", ruleset, "--out", tmp_path / "x")

    assert (first.code, again.code) == (Code.DONE, Code.PROBLEMS)
