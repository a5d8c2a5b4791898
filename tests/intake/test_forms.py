"""Forms are written so that they read back, in every language, and never over somebody's work."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import attrs
import openpyxl
import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import IntakeProblems, InvalidValue
from innokumppanuus.intake import read_applications, read_sheets, write_forms, write_sheet
from innokumppanuus.testing.builders import a_call, a_sheet, an_application, label, moment
from innokumppanuus.testing.tables import edited

APPLICATIONS = (an_application("H01"), an_application("H02", amount=None, sector="association"))


def test_a_form_filled_in_reads_back(tmp_path: Path) -> None:
    (path,) = write_forms(tmp_path, a_call(), APPLICATIONS)

    found = read_applications(path, a_call())

    assert (found.applications, found.problems) == (APPLICATIONS, ())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_form_reads_back_from_every_language(tmp_path: Path, language: str) -> None:
    path, *_ = write_forms(tmp_path, a_call(), APPLICATIONS, language=language)

    assert read_applications(path, a_call()).applications == APPLICATIONS


def test_an_empty_form_has_no_applications(tmp_path: Path) -> None:
    (path,) = write_forms(tmp_path, a_call())

    assert read_applications(path, a_call()).rows == 0


def test_a_row_typed_into_a_form_is_read(tmp_path: Path) -> None:
    (path,) = write_forms(tmp_path, a_call())
    typed = {"A3": "H01", "C3": "company fi", "E3": "9 500,50 €", "F3": 8, "D3": date(2017, 9, 1)}

    found = read_applications(edited(path, {"Hakemukset": typed}), a_call())

    assert found.applications[0].answers["amount"] == Money.of("9500.50")


def test_a_form_with_renamed_headings_reads_back(tmp_path: Path) -> None:
    (path,) = write_forms(tmp_path, a_call(), APPLICATIONS)

    found = read_applications(edited(path, {"Hakemukset": {"E1": "Paljonko?"}}), a_call())

    assert (found.applications, found.problems) == (APPLICATIONS, ())


def test_a_form_of_another_call_is_told(tmp_path: Path) -> None:
    (path,) = write_forms(tmp_path, a_call(), APPLICATIONS)

    found = read_applications(path, a_call(id="toinen-haku"))

    assert [problem.key for problem in found.problems] == ["form-other-call"]


def test_dangerous_text_reads_back_as_it_was(tmp_path: Path) -> None:
    dangerous = an_application(applicant="=cmd|' /C calc'!A0")

    (path,) = write_forms(tmp_path, a_call(), [dangerous])

    assert read_applications(path, a_call()).applications == (dangerous,)


def test_no_cell_of_a_form_is_a_formula(tmp_path: Path) -> None:
    paths = write_forms(tmp_path, a_call(), [an_application(applicant="=1+1")], ["=1+1"])

    for path in paths:
        cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row]
        assert "f" not in {cell.data_type for cell in cells}


def test_forms_are_the_same_bytes_whatever_the_order(tmp_path: Path) -> None:
    one = write_forms(tmp_path / "a", a_call(), APPLICATIONS, ["B", "A"])
    other = write_forms(tmp_path / "b", a_call(), APPLICATIONS[::-1], ["A", "B"])

    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_forms_are_never_written_over(tmp_path: Path) -> None:
    write_forms(tmp_path, a_call(), evaluators=["A"])

    with pytest.raises(IntakeProblems) as caught:
        write_forms(tmp_path, a_call(), evaluators=["A", "B"])

    assert len(caught.value.problems) == 2
    assert not (tmp_path / "arviointi-b.xlsx").exists()


def test_forms_are_written_over_when_asked(tmp_path: Path) -> None:
    write_forms(tmp_path, a_call())

    assert write_forms(tmp_path, a_call(), overwrite=True)


def test_each_evaluator_has_a_file_of_a_plain_name(tmp_path: Path) -> None:
    paths = write_forms(tmp_path, a_call(), evaluators=["Arvioija Ä", "Arvioija A", "../x"])

    assert sorted(path.name for path in paths[1:]) == [
        "arviointi-arvioija-a-2.xlsx",
        "arviointi-arvioija-a.xlsx",
        "arviointi-x.xlsx",
    ]


def test_an_evaluator_named_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue):
        write_forms(tmp_path, a_call(), evaluators=["A", "A"])


def test_a_filled_sheet_is_written_alone(tmp_path: Path) -> None:
    sheet = a_sheet("Arvioija A", {"H01": {"K1": 3, "K2": 4, "K3": 5}})

    path = write_sheet(tmp_path, a_call(), APPLICATIONS[:1], sheet)

    assert read_sheets(path, a_call(), APPLICATIONS[:1]).sheets == (sheet,)


def test_choices_are_offered_in_the_language_of_the_form(tmp_path: Path) -> None:
    (path,) = write_forms(tmp_path, a_call(), language="sv")
    book = openpyxl.load_workbook(path)

    (check,) = [
        one for one in book["Ansökningar"].data_validations.dataValidation if one.type == "list"
    ]
    assert str(check.sqref).startswith("C3:")
    assert [cell.value for cell in book["_luettelot"]["A"]] == ["company sv", "association sv"]


def test_help_is_the_hint_of_its_column(tmp_path: Path) -> None:
    fields = tuple(attrs.evolve(one, help=label("ohje")) for one in a_call().form)

    (path,) = write_forms(tmp_path, a_call(form=fields))

    checks = openpyxl.load_workbook(path)["Hakemukset"].data_validations.dataValidation
    assert {check.prompt for check in checks} == {"ohje fi"}


def test_a_form_holds_no_path_and_no_time(tmp_path: Path) -> None:
    (path,) = write_forms(tmp_path, a_call())

    with zipfile.ZipFile(path) as package:
        content = b"".join(package.read(name) for name in package.namelist())
    assert str(tmp_path).encode() not in content


def test_a_moment_that_comes_twice_reads_back(tmp_path: Path) -> None:
    late = an_application(submitted=moment("2017-10-29 03:30").replace(fold=1))

    (path,) = write_forms(tmp_path, a_call(), [late])

    found = read_applications(path, a_call()).applications[0].answers["submitted"]
    assert (
        isinstance(found, datetime) and found.utcoffset() == late.answers["submitted"].utcoffset()
    )  # type: ignore[union-attr]
