"""Tables of applications are read however officials leave them, and every row is accounted for."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, Field, FieldType
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.errors import IntakeProblems
from innokumppanuus.intake import Applications, read_applications
from innokumppanuus.testing.builders import a_call, a_form, label, moment
from innokumppanuus.testing.tables import HEADINGS, ROW, a_csv, a_table, a_workbook

PUBLISHED = Path(__file__).parents[3] / "shared/reference/360giving/published"
SEPARATOR = {";": ";", ",": ",", "tab": "\t"}
EXPECTED = {
    "id": "H01",
    "applicant": "Kuvitteellinen Oy",
    "sector": "company",
    "submitted": moment("2017-09-01 12:00"),
    "amount": Money.of(10_000),
    "duration_months": 10,
}


def row(**changes: Any) -> list[Any]:
    return [changes.get(name, value) for name, value in zip(HEADINGS, ROW, strict=True)]


def read(path: Path, **call: Any) -> Applications:
    found = read_applications(path, a_call(**call))
    assert found.rows == len(found.applications) + found.blank + found.set_aside
    return found


def told(found: Applications) -> list[tuple[str, str]]:
    return [(problem.place.cell, problem.key) for problem in found.problems]


def only(found: Applications) -> Application:
    assert found.problems == ()
    (application,) = found.applications
    return application


def test_an_ordinary_table_is_read(tmp_path: Path) -> None:
    assert only(read(a_table(tmp_path / "a.xlsx", ROW))).answers == EXPECTED


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    path = a_table(tmp_path / "a.xlsx", ROW[::-1], headings=HEADINGS[::-1])

    assert only(read(path)).answers == EXPECTED


def test_headings_may_be_names_in_any_language(tmp_path: Path) -> None:
    names = ("tunnus sv", "hakija fi", "sektori en", "saapunut sv", "haettu fi", "kesto en")

    assert only(read(a_table(tmp_path / "a.xlsx", ROW, headings=names))).answers == EXPECTED


def test_merged_titles_above_the_headings_do_no_harm(tmp_path: Path) -> None:
    rows = [["Pilottihaku 2017"], ["Hakemukset", None, "Luottamuksellinen"], [], HEADINGS, ROW]
    path = a_workbook(tmp_path / "a.xlsx", {"A": rows})
    book = openpyxl.load_workbook(path)
    book["A"].merge_cells("A1:F1")
    book.save(path)

    assert only(read(path)).answers == EXPECTED


def test_trailing_blank_rows_and_columns_do_no_harm(tmp_path: Path) -> None:
    path = a_table(tmp_path / "a.xlsx", (*ROW, None, " "), [""] * 6, [None] * 40)

    assert read(path).rows == 1


def test_blank_rows_inside_are_counted_and_told(tmp_path: Path) -> None:
    found = read(a_table(tmp_path / "a.xlsx", ROW, [], [], row(id="H02")))

    assert (found.rows, found.blank, told(found)) == (4, 2, [("A3", "rows-blank")])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", list(SEPARATOR))
def test_csv_is_read_like_a_workbook(tmp_path: Path, encoding: str, separator: str) -> None:
    text = "\n".join(SEPARATOR[separator].join(line) for line in (HEADINGS, ROW))

    assert only(read(a_csv(tmp_path / "a.csv", text, encoding))).answers == EXPECTED


def test_csv_in_the_old_encoding_is_read_and_told(tmp_path: Path) -> None:
    text = "\n".join(";".join(line) for line in (HEADINGS, row(applicant="Äiti & Öljy Oy")))

    found = read(a_csv(tmp_path / "a.csv", text, "cp1252"))

    assert found.applications[0].applicant == "Äiti & Öljy Oy"
    assert [problem.key for problem in found.problems] == ["file-encoding-assumed"]


def test_one_blank_row_is_told_as_one(tmp_path: Path) -> None:
    found = read(a_table(tmp_path / "a.xlsx", ROW, [], row(id="H02")))

    assert told(found) == [("A3", "row-blank")]


def test_a_business_id_that_lost_its_leading_zero_is_read(tmp_path: Path) -> None:
    form = (*a_form(), Field(id="y", name=label("Y-tunnus"), type=FieldType.BUSINESS_ID))
    path = a_table(tmp_path / "a.xlsx", (*ROW, 1120389), headings=(*HEADINGS, "y"))

    assert only(read(path, form=form)).answers["y"] == BusinessId("0112038-9")


def test_everything_that_cannot_be_read_is_told_at_once_by_cell(tmp_path: Path) -> None:
    first = row(sector="yhditys", submitted="6.9.2017", amount="10,000")
    second = row(id="H02", duration_months="8 kk", amount="=B1*2", submitted="9/6/2017")

    found = read(a_table(tmp_path / "a.xlsx", first, second))

    assert told(found) == [
        ("C2", "cell-choice"),
        ("D2", "cell-moment-clock"),
        ("E2", "cell-number-ambiguous"),
        ("D3", "cell-moment"),
        ("E3", "cell-formula"),
        ("F3", "cell-integer"),
    ]


def test_a_problem_names_the_sheet_the_cell_and_the_heading(tmp_path: Path) -> None:
    found = read(a_table(tmp_path / "a.xlsx", row(duration_months="8 kk")))

    assert str(found.problems[0]) == (
        "a.xlsx:Hakemukset!F2: duration_months: must be a whole number, got '8 kk'."
    )


def test_a_row_with_an_unreadable_cell_is_there_without_that_answer(tmp_path: Path) -> None:
    found = read(a_table(tmp_path / "a.xlsx", row(amount="paljon")))

    assert "amount" not in found.applications[0].answers


def test_a_blank_cell_is_a_missing_answer_and_no_problem(tmp_path: Path) -> None:
    assert only(read(a_table(tmp_path / "a.xlsx", row(amount=None)))).amount is None


def test_a_number_used_twice_is_told_and_the_later_row_set_aside(tmp_path: Path) -> None:
    found = read(a_table(tmp_path / "a.xlsx", ROW, row(applicant="Toinen ry")))

    assert (found.set_aside, told(found)) == (1, [("A3", "application-twice")])


def test_a_row_without_a_number_is_told_and_set_aside(tmp_path: Path) -> None:
    found = read(a_table(tmp_path / "a.xlsx", ROW, (None, "Yhteensä", None, None, 50000, None)))

    assert (found.set_aside, told(found)) == (1, [("A3", "row-without-id")])


def test_a_row_with_an_unreadable_number_is_set_aside(tmp_path: Path) -> None:
    found = read(a_table(tmp_path / "a.xlsx", row(id="=A9")))

    assert (found.set_aside, told(found)) == (1, [("A2", "cell-formula")])


def test_a_lacking_column_is_one_problem_however_many_rows(tmp_path: Path) -> None:
    rows = [row(id=f"H{n}")[:-1] for n in range(9)]

    found = read(a_table(tmp_path / "a.xlsx", *rows, headings=HEADINGS[:-1]))

    assert told(found) == [("A1", "column-lacking")]


def test_values_in_a_column_without_a_heading_are_told_once(tmp_path: Path) -> None:
    path = a_table(tmp_path / "a.xlsx", (*ROW, "huom"), (*row(id="H02"), "huom"))

    assert told(read(path)) == [("G2", "column-unnamed")]


def test_merged_answers_are_told_and_not_taken_for_missing(tmp_path: Path) -> None:
    path = a_table(tmp_path / "a.xlsx", ROW, row(id="H02", sector=None))
    book = openpyxl.load_workbook(path)
    book["Hakemukset"].merge_cells("C2:C3")
    book.save(path)

    assert told(read(path)) == [("C2", "cells-merged")]


def test_a_decimal_comma_that_splits_a_csv_row_is_told(tmp_path: Path) -> None:
    cut = "H02,Oy,company,2017-09-01 12:00,10000,50,8"
    text = "\n".join([",".join(HEADINGS), "H01,Oy,company,2017-09-01 12:00,10000,8", cut])

    found = read(a_csv(tmp_path / "a.csv", text))

    assert (found.set_aside, told(found)) == (1, [("A3", "row-long")])


def test_a_separator_that_ends_every_row_does_no_harm(tmp_path: Path) -> None:
    text = f"{';'.join(HEADINGS)}\n{';'.join(ROW)};\n"

    assert only(read(a_csv(tmp_path / "a.csv", text))).answers == EXPECTED


def test_a_csv_row_cut_short_is_told(tmp_path: Path) -> None:
    text = f"{';'.join(HEADINGS)}\n{';'.join(ROW[:4])}\n"

    assert told(read(a_csv(tmp_path / "a.csv", text))) == [("A2", "row-short")]


def test_the_sheet_that_fits_is_read_and_notes_beside_it_are_told(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"Ohje": [["Lue tämä"]], "Taulu": [HEADINGS, ROW]})

    found = read(path)

    assert [(one.place.sheet, one.severity) for one in found.problems] == [("Ohje", "warning")]


def test_a_second_sheet_of_applications_is_not_passed_over(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"1": [HEADINGS, ROW], "2": [HEADINGS, ROW]})

    assert [(one.key, one.severity) for one in read(path).problems] == [("sheet-unread", "error")]


def test_a_file_without_headings_is_told(tmp_path: Path) -> None:
    with pytest.raises(IntakeProblems) as caught:
        read(a_table(tmp_path / "a.xlsx", headings=("x", "y")))

    assert caught.value.problems[0].key == "headings-absent"


def test_a_form_without_a_number_field_still_wants_the_number(tmp_path: Path) -> None:
    form = tuple(field for field in a_form() if field.id != "id")
    path = a_table(tmp_path / "a.xlsx", ROW, headings=("Hakemuksen tunnus", *HEADINGS[1:]))

    assert only(read(path, form=form)).id == "H01"


def test_the_order_of_rows_changes_nothing(tmp_path: Path) -> None:
    rows = [row(id=f"H{n:02}") for n in range(5)]
    one, other = (
        a_table(tmp_path / f"{name}.xlsx", *some) for name, some in (("a", rows), ("b", rows[::-1]))
    )

    assert read(one).applications == read(other).applications


def test_a_mapping_reads_a_foreign_table(tmp_path: Path) -> None:
    mapping = tmp_path / "kartta.yaml"
    mapping.write_text(
        "innokumppanuus: 1\n"
        'decimal: "."\n'
        "columns: {Ref: id, Who: applicant, Sum: amount}\n"
        "constants: {sector: association, duration_months: 8, submitted: 2017-09-01 12:00}\n",
        encoding="utf-8",
    )
    path = a_csv(tmp_path / "a.csv", "Ref,Who,Sum,Note\nX1,Club,1.500,hello\n")

    found = read_applications(path, a_call(), mapping)

    (application,) = found.applications
    assert application.answers == {
        "id": "X1",
        "applicant": "Club",
        "sector": "association",
        "submitted": moment("2017-09-01 12:00"),
        "amount": Money.of("1.50"),
        "duration_months": 8,
    }
    assert told(found) == [("A1", "columns-left")]


def test_a_column_that_a_mapping_names_in_vain_is_told_in_the_mapping(tmp_path: Path) -> None:
    mapping = tmp_path / "kartta.yaml"
    mapping.write_text("innokumppanuus: 1\ncolumns:\n  Tunnus nro: id\n", encoding="utf-8")
    path = a_table(tmp_path / "a.xlsx", ROW, headings=("Tunnus no", *HEADINGS[1:]))

    found = read_applications(path, a_call(), mapping)

    assert "kartta.yaml:3:15" in [str(problem.place) for problem in found.problems]


def test_a_sheet_that_a_mapping_names_in_vain_is_told(tmp_path: Path) -> None:
    mapping = tmp_path / "kartta.yaml"
    mapping.write_text("innokumppanuus: 1\nsheet: grants\n", encoding="utf-8")

    with pytest.raises(IntakeProblems) as caught:
        read_applications(a_table(tmp_path / "a.xlsx", ROW), a_call(), mapping)

    assert caught.value.problems[0].key == "sheet-absent"


@given(st.lists(st.text(max_size=30), min_size=6, max_size=6))
def test_arbitrary_cells_are_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str]
) -> None:
    text = "\n".join(
        ";".join('"' + one.replace('"', '""') + '"' for one in line) for line in (HEADINGS, cells)
    )
    path = tmp_path_factory.getbasetemp() / "mita-tahansa.csv"
    path.write_bytes(text.replace("\x00", "").encode("utf-8", errors="replace"))

    read(path)


def a_grant_call() -> Call:
    fields = (
        Field(id="id", name=label("tunnus")),
        Field(id="applicant", name=label("hakija")),
        Field(id="amount", name=label("summa"), type=FieldType.MONEY, currency="GBP"),
        Field(id="awarded", name=label("päätetty"), type=FieldType.DATE),
        Field(id="duration_months", name=label("kesto"), type=FieldType.INTEGER),
        Field(id="is_open", name=label("avoin haku"), type=FieldType.YES_NO),
        Field(id="funder", name=label("rahoittaja")),
    )
    return a_call(form=fields, eligibility=())


@pytest.fixture
def grants(tmp_path: Path) -> dict[str, Applications]:
    if not PUBLISHED.is_dir():
        pytest.skip("the published grants of ../shared/reference are not here")
    mapping = tmp_path / "360giving.yaml"
    mapping.write_text(
        "innokumppanuus: 1\n"
        "columns:\n"
        "  Identifier: id\n"
        "  'Recipient Org:Name': applicant\n"
        "  Amount Awarded: amount\n"
        "  Award Date: awarded\n"
        "  'Planned Dates:Duration (months)': duration_months\n"
        "  From an open call?: is_open\n"
        "constants:\n"
        "  funder: Trafford Council\n",
        encoding="utf-8",
    )
    return {
        kind: read_applications(PUBLISHED / f"trafford.{kind}", a_grant_call(), mapping)
        for kind in ("xlsx", "csv")
    }


def test_every_published_grant_is_accounted_for(grants: dict[str, Applications]) -> None:
    for found in grants.values():
        assert (found.rows, len(found.applications), found.blank, found.set_aside) == (
            366,
            366,
            0,
            0,
        )
        assert [problem.key for problem in found.problems] == ["columns-left"]


def test_published_grants_are_the_same_from_both_kinds_of_file(
    grants: dict[str, Applications],
) -> None:
    assert grants["xlsx"].applications == grants["csv"].applications


def test_published_sums_are_exact(grants: dict[str, Applications]) -> None:
    by_id = {one.id: one for one in grants["xlsx"].applications}

    assert by_id["360G-traffordmbc-VSG1343"].amount == Money.of("3028.63", "GBP")
