"""`panel rounds` and `panel calibrate`: own scores beside agreed ones and a reference."""

from pathlib import Path

import openpyxl
import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_call_folder


@pytest.fixture
def given(tmp_path: Path) -> tuple[object, ...]:
    ruleset, applications, sheets = a_call_folder(tmp_path)
    return (ruleset, "--applications", applications, "--sheets", sheets)


@pytest.mark.parametrize(
    ("language", "title"),
    [("fi", "Omat ja sovitut"), ("sv", "Egna och överenskomna"), ("en", "Own and agreed")],
)
def test_own_scores_are_told_in_every_language(
    given: tuple[object, ...], language: str, title: str
) -> None:
    answer = ask("panel", "rounds", *given, "--lang", language)

    assert (answer.code, title in answer.out) == (Code.DONE, True)


def test_the_form_of_the_second_round_reads_back_with_its_scores(
    tmp_path: Path, given: tuple[object, ...]
) -> None:
    out, listed = tmp_path / "konsensus.xlsx", tmp_path / "arvioijat.csv"
    listed.write_text("Arvioija;Kielet\nX;fi\n", encoding="utf-8")
    ask("panel", "rounds", *given, "--out", out, "--lang", "fi")
    book = openpyxl.load_workbook(out)
    page = book["Konsensus"]
    ids = {cell.value: cell.column for cell in page[2]}
    scored = next(one for one in ids if f"{one} own" in ids)
    page.cell(3, ids["present"]).value = "X"
    page.cell(3, ids[scored]).value = 2
    book.save(out)

    panel = ("--panel", out, "--panel", listed)
    drifts = ask("panel", "rounds", *given, *panel, "--json").document["result"]["drifts"]

    application = str(page.cell(3, ids["application"]).value)
    agreed = {(one["application"], one["item"]): one["consensus"] for one in drifts}
    assert agreed[application, scored] == "2"


def test_a_reference_that_is_a_sheet_itself_is_in_line_with_itself(
    given: tuple[object, ...],
) -> None:
    sheets = Path(str(given[4]))
    reference = min(sheets.iterdir()) if sheets.is_dir() else sheets

    answer = ask("panel", "calibrate", *given, "--reference", reference, "--json")

    found = answer.document["result"]["calibration"]
    assert answer.code == Code.DONE
    assert all(one["leaning"] for one in found)


def test_a_reference_that_is_not_there_is_told(given: tuple[object, ...]) -> None:
    answer = ask("panel", "calibrate", *given, "--reference", "nothing.xlsx")

    assert answer.code == Code.USAGE
