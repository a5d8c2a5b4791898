"""Csv score sheets are read however they come back; what is not one is told apart."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.intake import FileKind, Sheets, read_sheets, write_forms, write_sheet
from innokumppanuus.testing.builders import a_call, a_sheet, an_application
from innokumppanuus.testing.tables import a_csv, a_workbook, csv_edited, csv_rows, csv_saved

APPLICATIONS = tuple(an_application(id) for id in ("H01", "H02"))
FULL = a_sheet("Arvioija Ä", {id: {"K1": 3, "K2": 4, "K3": 5} for id in ("H01", "H02")})


def write(folder: Path, sheet: ScoreSheet = FULL, language: str = "fi") -> Path:
    return write_sheet(folder, a_call(), APPLICATIONS, sheet, language, kind=FileKind.CSV)


def read(path: Path) -> Sheets:
    return read_sheets(path, a_call(), APPLICATIONS)


def told(found: Sheets) -> list[tuple[str, str]]:
    return [(problem.place.cell, problem.key) for problem in found.problems]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_sheet_is_read_whatever_its_separator(tmp_path: Path, separator: str) -> None:
    path = write(tmp_path)

    found = read(csv_saved(path, csv_rows(path), separator))

    assert (found.sheets, found.problems) == ((FULL,), ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_sheet_is_read_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path)

    found = read(csv_saved(path, csv_rows(path), encoding=encoding))

    assert (found.sheets, found.problems) == ((FULL,), ())


def test_a_sheet_in_the_encoding_of_windows_is_read_and_told(tmp_path: Path) -> None:
    path = write(tmp_path)

    found = read(csv_saved(path, csv_rows(path), encoding="cp1252"))

    assert found.sheets == (FULL,)
    assert [(one.key, one.severity) for one in found.problems] == [
        ("file-encoding-assumed", "warning")
    ]


def test_the_columns_of_a_csv_sheet_may_be_moved(tmp_path: Path) -> None:
    path = write(tmp_path)
    rows = csv_rows(path)

    found = read(csv_saved(path, [*rows[:2], *([row[4:] + row[:4] for row in rows[2:]])]))

    assert (found.sheets, found.problems) == ((FULL,), ())


def test_blank_rows_and_columns_at_the_end_do_no_harm(tmp_path: Path) -> None:
    path = write(tmp_path)
    rows = [[*row, "", ""] for row in csv_rows(path)]

    found = read(csv_saved(path, [*rows, [""] * 12, ["", " "]]))

    assert (found.sheets, found.problems) == ((FULL,), ())


@pytest.mark.parametrize("row", [2, 3])
def test_either_row_of_headings_is_enough(tmp_path: Path, row: int) -> None:
    path = write(tmp_path, language="sv")
    rows = csv_rows(path)

    found = read(csv_saved(path, rows[:row] + rows[row + 1 :]))

    assert (found.sheets, found.problems) == ((FULL,), ())


def test_a_sheet_without_its_line_of_the_call_is_read(tmp_path: Path) -> None:
    path = write(tmp_path)
    rows = csv_rows(path)

    assert read(csv_saved(path, [rows[0], *rows[2:]])) == Sheets(sheets=(FULL,))


def test_a_sheet_of_another_call_is_told(tmp_path: Path) -> None:
    found = read_sheets(write(tmp_path), a_call(id="toinen-haku"), APPLICATIONS)

    assert [one.key for one in found.problems] == ["form-other-call"]


def test_a_csv_sheet_saved_as_a_workbook_is_read(tmp_path: Path) -> None:
    rows = csv_rows(write(tmp_path / "csv"))

    found = read(a_workbook(tmp_path / "arviointi.xlsx", {"arviointi": rows}))

    assert (found.sheets, found.problems) == ((FULL,), ())


def test_a_second_table_in_that_workbook_is_not_passed_over(tmp_path: Path) -> None:
    rows = csv_rows(write(tmp_path / "csv"))

    found = read(a_workbook(tmp_path / "a.xlsx", {"a": rows, "b": rows, "c": [["Kysy lisää"]]}))

    assert [(one.key, one.place.sheet, one.severity) for one in found.problems] == [
        ("sheet-unread", "b", "error"),
        ("sheet-unread", "c", "warning"),
    ]


@pytest.mark.parametrize(
    ("cell", "typed", "key"),
    [
        ("B1", "", "evaluator-absent"),
        ("C5", "ehkä", "cell-yes-no"),
        ("E5", "6", "scale-step"),
        ("E5", "hyvä", "cell-number"),
        ("A5", "H1", "application-unknown-meant"),
        ("A5", "", "row-without-id"),
        ("A6", "H01", "application-twice"),
    ],
)
def test_what_is_amiss_is_told_once_at_its_cell(
    tmp_path: Path, cell: str, typed: str, key: str
) -> None:
    found = read(csv_edited(write(tmp_path), {cell: typed}))

    place = "A1" if cell == "B1" else cell
    assert told(found) == [(place, key)]


def test_scores_without_a_declaration_stop_the_work(tmp_path: Path) -> None:
    found = read(csv_edited(write(tmp_path), {"C5": ""}))

    assert [(one.key, one.severity) for one in found.problems] == [("declaration-absent", "error")]
    assert found.sheets[0].declarations[0].has_conflict is None


def test_a_sheet_not_begun_is_told_without_stopping(tmp_path: Path) -> None:
    found = read(write(tmp_path, ScoreSheet(evaluator="Arvioija Ä")))

    assert {(one.key, one.severity) for one in found.problems} == {
        ("declaration-absent", "warning")
    }


def test_a_decimal_comma_between_commas_is_told_and_its_row_not_taken(tmp_path: Path) -> None:
    path = write(tmp_path)
    lines = [",".join(row) for row in csv_rows(path)]

    path.write_text("\n".join(lines).replace("H01,Kuv", "H01,3,5,Kuv"), encoding="utf-8")

    found = read(path)
    assert told(found) == [("A5", "row-long")]
    assert [one.application for one in found.sheets[0].declarations] == ["H02"]


def test_a_row_cut_short_is_told_and_read(tmp_path: Path) -> None:
    path = write(tmp_path)
    rows = csv_rows(path)

    found = read(csv_saved(path, [*rows[:-1], rows[-1][:-1]]))

    assert [(one.key, one.severity) for one in found.problems] == [("row-short", "warning")]


@pytest.mark.parametrize(("column", "taken"), [(2, 0), (4, 1)])
def test_a_column_that_is_gone_is_told(tmp_path: Path, column: int, taken: int) -> None:
    path = write(tmp_path)
    rows = [row[:column] + row[column + 1 :] for row in csv_rows(path)]

    found = read(csv_saved(path, rows))

    assert [one.key for one in found.problems] == ["column-lacking"]
    assert len(found.sheets) == taken


@pytest.mark.parametrize("text", ["", "soita;minulle\n"])
def test_csv_without_the_headings_is_told(tmp_path: Path, text: str) -> None:
    assert [one.key for one in read(a_csv(tmp_path / "a.csv", text)).problems] == [
        "headings-absent"
    ]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("applications", [(), APPLICATIONS])
def test_the_table_of_applications_in_the_folder_is_passed_over_and_told(
    tmp_path: Path, language: str, applications: tuple[()]
) -> None:
    write(tmp_path)
    table, *_ = write_forms(tmp_path, a_call(), applications, language=language, kind=FileKind.CSV)

    found = read(tmp_path)

    assert found.sheets == (FULL,)
    assert [(one.place.file, one.key, one.severity) for one in found.problems] == [
        (table.name, "form-of-applications", "warning")
    ]


def test_the_table_of_applications_is_known_however_it_was_saved(tmp_path: Path) -> None:
    (table,) = write_forms(tmp_path, a_call(), APPLICATIONS, kind=FileKind.CSV)
    rows = csv_rows(table)
    csv_saved(table, [rows[0], *rows[2:]], "\t", "cp1252")

    assert [one.key for one in read(tmp_path).problems] == ["form-of-applications"]


def test_an_evaluator_with_a_csv_sheet_and_a_workbook_is_told(tmp_path: Path) -> None:
    write(tmp_path)
    write_sheet(tmp_path, a_call(), APPLICATIONS, FULL)

    found = read(tmp_path)

    assert (len(found.sheets), [one.key for one in found.problems]) == (1, ["evaluator-twice"])


def test_csv_sheets_and_workbooks_may_lie_in_one_folder(tmp_path: Path) -> None:
    other = a_sheet("Arvioija B", {id: {"K1": 1, "K2": 1, "K3": 1} for id in ("H01", "H02")})
    write(tmp_path)
    write_sheet(tmp_path, a_call(), APPLICATIONS, other)

    assert read(tmp_path) == Sheets(sheets=(other, FULL))


@given(st.binary(max_size=300), st.integers(0, 200))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_arbitrary_bytes_in_a_csv_sheet_are_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, at: int
) -> None:
    path = write_sheet(
        tmp_path_factory.getbasetemp() / "mielivaltaista",
        a_call(),
        APPLICATIONS,
        FULL,
        kind=FileKind.CSV,
        overwrite=True,
    )
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + raw + whole[at:])

    found = read(path)

    assert found.sheets or found.problems
