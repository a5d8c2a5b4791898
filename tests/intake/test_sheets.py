"""Score sheets are read back however evaluators leave them; nothing is lost silently."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest

from innokumppanuus.domain.assessment import Declaration, ScoreSheet
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.criteria import Scale
from innokumppanuus.intake import Sheets, read_sheets, write_forms, write_sheet
from innokumppanuus.testing.builders import a_call, a_sheet, an_application
from innokumppanuus.testing.tables import edited

APPLICATIONS = tuple(an_application(id) for id in ("H01", "H02"))
FULL = a_sheet("Arvioija A", {id: {"K1": 3, "K2": 4, "K3": 5} for id in ("H01", "H02")})
EMPTY = ScoreSheet(evaluator="Arvioija A")


def write(folder: Path, sheet: ScoreSheet = FULL, language: str = "fi", **call: Any) -> Path:
    return write_sheet(folder, a_call(**call), APPLICATIONS, sheet, language)


def read(path: Path, call: Call | None = None) -> Sheets:
    return read_sheets(path, call or a_call(), APPLICATIONS)


def told(found: Sheets) -> list[tuple[str, str]]:
    return [(problem.place.cell, problem.key) for problem in found.problems]


def score(found: Sheets, application: str, item: str) -> Fraction | None:
    (sheet,) = found.sheets
    marks = {(mark.application, mark.item): mark.score for mark in sheet.marks}
    return marks[application, item]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_sheet_reads_back_from_every_language(tmp_path: Path, language: str) -> None:
    found = read(write(tmp_path, language=language))

    assert (found.sheets, found.problems) == ((FULL,), ())


def test_a_conflict_reads_back_with_its_ground(tmp_path: Path) -> None:
    sheet = a_sheet("Arvioija A", {"H01": {"K1": 3, "K2": 4, "K3": 5}}, {"H02": "työsuhde"})

    (found,) = read(write(tmp_path, sheet)).sheets

    assert found.declarations[1] == Declaration(
        application="H02", has_conflict=True, ground="työsuhde"
    )


def test_sheets_are_found_by_their_ids_whatever_they_are_called(tmp_path: Path) -> None:
    path = write(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Pisteet"].title = "Minun pisteeni"
    book.move_sheet("Asteikko", -2)
    book.save(path)

    assert read(path).sheets == (FULL,)


def test_a_sheet_whose_row_of_ids_is_gone_is_read_by_its_headings(tmp_path: Path) -> None:
    path = write(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Pisteet"].delete_rows(2)
    book["Esteellisyys"].delete_rows(4)
    book.save(path)

    assert read(path).sheets == (FULL,)


def test_columns_may_be_moved(tmp_path: Path) -> None:
    path = write(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Pisteet"].move_range("G1:H4", cols=10)
    book.save(path)

    assert read(path).sheets == (FULL,)


def test_scores_are_taken_by_their_row_and_not_by_their_order(tmp_path: Path) -> None:
    typed = {"A3": "H02", "C3": 1, "A4": "H01", "C4": 5}

    found = read(edited(write(tmp_path), {"Pisteet": typed}))

    assert (score(found, "H01", "K1"), score(found, "H02", "K1")) == (5, 1)


@pytest.mark.parametrize("typed", ["4", " 4 ", "4,0", 4.0])
def test_a_score_is_read_as_evaluators_type_it(tmp_path: Path, typed: Any) -> None:
    assert score(read(edited(write(tmp_path), {"Pisteet": {"C3": typed}})), "H01", "K1") == 4


@pytest.mark.parametrize("typed", [6, -1, 3.5])
def test_a_score_off_the_scale_is_told_and_not_taken(tmp_path: Path, typed: Any) -> None:
    found = read(edited(write(tmp_path), {"Pisteet": {"C3": typed}}))

    assert told(found) == [("C3", "scale-step")]
    assert score(found, "H01", "K1") is None


def test_thirds_are_the_steps_they_stand_for(tmp_path: Path) -> None:
    call = a_call()
    assert call.assessment is not None
    thirds = attrs.evolve(call.assessment, scale=Scale(top=Fraction(2), step=Fraction(1, 3)))
    given = {id: {one: Fraction(1, 3) for one in ("K1", "K2", "K3")} for id in ("H01", "H02")}
    sheet = a_sheet("Arvioija A", given)  # type: ignore[arg-type]

    path = write(tmp_path, sheet, assessment=thirds)

    assert read(path, a_call(assessment=thirds)).sheets == (sheet,)


@pytest.mark.parametrize(("typed", "key"), [("hyvä", "cell-number"), ("=1+1", "cell-formula")])
def test_what_is_no_score_is_told(tmp_path: Path, typed: str, key: str) -> None:
    assert told(read(edited(write(tmp_path), {"Pisteet": {"C3": typed}}))) == [("C3", key)]


def test_an_empty_score_is_empty_and_no_problem(tmp_path: Path) -> None:
    found = read(edited(write(tmp_path), {"Pisteet": {"C3": None}}))

    assert (score(found, "H01", "K1"), told(found)) == (None, [])


def test_scores_without_a_declaration_stop_the_work(tmp_path: Path) -> None:
    found = read(edited(write(tmp_path), {"Esteellisyys": {"C5": None}}))

    assert [(one.key, one.severity) for one in found.problems] == [("declaration-absent", "error")]
    assert found.sheets[0].declarations[0].has_conflict is None


def test_a_sheet_not_begun_is_told_without_stopping(tmp_path: Path) -> None:
    found = read(write(tmp_path, EMPTY))

    assert {one.severity for one in found.problems} == {"warning"}


def test_scores_of_an_application_whose_declaration_is_gone_stop_the_work(tmp_path: Path) -> None:
    path = write(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Esteellisyys"].delete_rows(6)
    book.save(path)

    assert [one.key for one in read(path).problems] == ["declaration-absent"]


def test_a_declaration_that_is_neither_yes_nor_no_is_told(tmp_path: Path) -> None:
    found = read(edited(write(tmp_path), {"Esteellisyys": {"C5": "ehkä"}}))

    assert told(found) == [("C5", "cell-yes-no")]


def test_a_sheet_without_its_evaluator_is_told_and_not_taken(tmp_path: Path) -> None:
    found = read(edited(write(tmp_path), {"Esteellisyys": {"B1": None}}))

    assert (found.sheets, told(found)) == ((), [("A1", "evaluator-absent")])


def test_an_evaluator_with_two_sheets_is_told_with_both_files(tmp_path: Path) -> None:
    first = write(tmp_path)
    (tmp_path / "kopio.xlsx").write_bytes(first.read_bytes())

    found = read(tmp_path)

    assert (len(found.sheets), [one.place.file for one in found.problems]) == (1, ["kopio.xlsx"])
    assert found.problems[0].values["first"] == first.name


def test_an_unknown_application_is_told_with_what_was_meant(tmp_path: Path) -> None:
    found = read(edited(write(tmp_path), {"Pisteet": {"A3": "H1"}}))

    assert ("A3", "application-unknown-meant") in told(found)


def test_an_application_on_two_rows_is_told(tmp_path: Path) -> None:
    found = read(edited(write(tmp_path), {"Pisteet": {"A4": "H01"}}))

    assert told(found) == [("A4", "application-twice")]


def test_scores_without_an_application_are_told(tmp_path: Path) -> None:
    found = read(edited(write(tmp_path), {"Pisteet": {"C9": 5}}))

    assert told(found) == [("A9", "row-without-id")]


def test_rows_that_other_sheets_have_and_this_one_lacks_are_told_together(tmp_path: Path) -> None:
    write(tmp_path)
    lacking = a_sheet("Arvioija Z", {"H01": {"K1": 3, "K2": 4, "K3": 5}})
    write_sheet(tmp_path, a_call(), APPLICATIONS[:1], lacking)

    found = read_sheets(tmp_path, a_call(), APPLICATIONS)

    assert [
        one.values["applications"] for one in found.problems if one.key == "applications-lacking"
    ] == ["H02"]


def test_applications_that_nobody_was_to_score_are_not_told(tmp_path: Path) -> None:
    more = (*APPLICATIONS, an_application("H03"), an_application("H04"))

    assert read_sheets(write(tmp_path), a_call(), more).problems == ()


def test_a_column_of_scores_that_is_gone_is_told(tmp_path: Path) -> None:
    path = write(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Pisteet"].delete_cols(3)
    book.save(path)

    assert [one.key for one in read(path).problems] == ["column-lacking"]


def test_a_part_that_is_gone_is_told(tmp_path: Path) -> None:
    path = write(tmp_path)
    book = openpyxl.load_workbook(path)
    del book["Pisteet"]
    book.save(path)

    assert "part-absent" in [one.key for one in read(path).problems]


def test_a_second_page_of_scores_is_not_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path)
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book["Pisteet"])
    book.save(path)

    assert [one.key for one in read(path).problems] == ["sheet-unread"]


def test_notes_beside_the_columns_are_told(tmp_path: Path) -> None:
    found = read(edited(write(tmp_path), {"Pisteet": {"K3": "soita minulle"}}))

    assert told(found) == [("K3", "column-unnamed")]


def test_a_sheet_of_notes_is_told(tmp_path: Path) -> None:
    path = write(tmp_path)
    book = openpyxl.load_workbook(path)
    book.create_sheet("Muistiinpanot")["A1"] = "Kysy lisää"
    book.save(path)

    assert [(one.key, one.place.sheet) for one in read(path).problems] == [
        ("sheet-unread", "Muistiinpanot")
    ]


def test_a_sheet_of_another_call_is_told(tmp_path: Path) -> None:
    found = read(write(tmp_path), a_call(id="toinen-haku"))

    assert [one.key for one in found.problems] == ["form-other-call"]


def test_a_refused_file_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "vanha.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

    found = read(tmp_path)

    assert (len(found.sheets), [one.key for one in found.problems]) == (1, ["file-old"])


def test_other_files_in_the_folder_are_told_and_lock_files_passed_over(tmp_path: Path) -> None:
    write(tmp_path)
    for name in ("muistio.docx", "~$arviointi-arvioija-a.xlsx", ".DS_Store"):
        (tmp_path / name).write_bytes(b"")

    assert [one.place.file for one in read(tmp_path).problems] == ["muistio.docx"]


def test_the_table_of_applications_in_the_folder_is_passed_over_and_told(tmp_path: Path) -> None:
    write_forms(tmp_path, a_call(), APPLICATIONS, ["Arvioija A"])

    found = read(tmp_path)

    assert len(found.sheets) == 1
    assert "form-of-applications" in [one.key for one in found.problems]


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    other = attrs.evolve(FULL, evaluator="Arvioija B")
    paths = [write(tmp_path), write(tmp_path, other)]

    one, two = (read_sheets(some, a_call(), APPLICATIONS) for some in (paths, paths[::-1]))

    assert one == two and len(one.sheets) == 2
