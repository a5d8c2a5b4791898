"""`forms` makes the empty tables that officials send out and evaluators fill in."""

from pathlib import Path

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.intake import read_applications
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import SCORES, a_call_folder, a_ruleset_file, read_call
from innokumppanuus.testing.tables import csv_rows, csv_saved

EVALUATORS = ("Arvioija A", "Arvioija B")
NO = {"fi": "ei", "sv": "nej", "en": "no"}


def filled_in(folder: Path, language: str) -> None:
    """Type into each csv score sheet what the workbooks of `a_call_folder` have in them."""
    for path in folder.iterdir():
        rows = csv_rows(path)
        if rows[3][0] != "application":
            continue
        for row in rows[4:]:
            scores = SCORES.get(row[0], {"K1": 1, "K2": 1})
            typed = (NO[language], "", str(scores["K1"]), "perustelu", str(scores["K2"]))
            row[2:] = [*typed, "perustelu"]
        csv_saved(path, rows)


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


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_csv_forms_filled_in_give_the_decision_that_workbooks_give(
    tmp_path: Path, language: str
) -> None:
    ruleset, table, sheets = a_call_folder(tmp_path)
    forms, by_csv, by_workbook = (tmp_path / one for one in ("lomakkeet", "csv", "xlsx"))

    made = ask(
        *("forms", ruleset, "--as", "csv", "--out", forms, "--applications", table),
        *(word for one in EVALUATORS for word in ("--evaluator", one)),
        *("--lang", language),
    )
    filled_in(forms, language)
    (csv_table,) = (one for one in forms.iterdir() if csv_rows(one)[1][0] == "id")
    for given, scores, out in ((csv_table, forms, by_csv), (table, sheets, by_workbook)):
        answer = ask("run", ruleset, "--applications", given, "--sheets", scores, "--out", out)
        assert answer.code == Code.DONE

    assert made.code == Code.DONE and len(list(forms.iterdir())) == 3
    assert contents(by_csv) == contents(by_workbook)


def test_forms_are_workbooks_unless_told_otherwise(tmp_path: Path) -> None:
    ask("forms", a_ruleset_file(tmp_path), "--out", tmp_path / "x")

    assert [path.name for path in (tmp_path / "x").iterdir()] == ["hakemukset.xlsx"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_kind_of_file_that_there_is_not_is_told(tmp_path: Path, language: str) -> None:
    answer = ask(
        *("forms", a_ruleset_file(tmp_path), "--out", tmp_path / "x"),
        *("--as", "ods", "--lang", language),
    )

    assert answer.code == Code.USAGE
    assert "ods" in answer.err and "xlsx, csv" in answer.err
    assert not (tmp_path / "x").exists()


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file that a run wrote."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}
