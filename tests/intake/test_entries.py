"""A plain list is read by its fields, and everything that cannot be read is told with its cell."""

from pathlib import Path

import pytest

from innokumppanuus.domain.call import Field, FieldType, Option
from innokumppanuus.domain.labels import same
from innokumppanuus.errors import IntakeProblems
from innokumppanuus.intake.entries import Entries, read_entries
from innokumppanuus.testing.builders import moment
from innokumppanuus.testing.tables import a_csv, a_workbook

FIELDS = (
    Field(id="id", name=same("Tunnus")),
    Field(id="when", name=same("Aika"), type=FieldType.MOMENT),
    Field(
        id="sector",
        name=same("Sektori"),
        type=FieldType.CHOICE,
        options=(Option(id="company", name=same("Yritys")),),
        required=False,
    ),
)
HEADINGS = ("Tunnus", "Aika", "Sektori")


def read(path: Path) -> Entries:
    return read_entries(path, FIELDS, "Europe/Helsinki")


def told(found: Entries) -> list[tuple[str, str]]:
    return [(one.place.cell, one.key) for one in found.problems]


def test_each_row_is_an_entry_by_field(tmp_path: Path) -> None:
    rows = [HEADINGS, ("I1", "1.6.2017 klo 9.00", "Yritys")]

    found = read(a_workbook(tmp_path / "a.xlsx", {"Ilmoittautumiset": rows}))

    (entry,) = found.entries
    assert entry.values == {"id": "I1", "when": moment("2017-06-01 09:00"), "sector": "company"}


def test_csv_is_read_the_same(tmp_path: Path) -> None:
    found = read(a_csv(tmp_path / "a.csv", "Tunnus;Aika;Sektori\nI1;1.6.2017 klo 9.00;Yritys\n"))

    assert [one.values["id"] for one in found.entries] == ["I1"]


def test_value_that_cannot_be_read_is_told_with_its_cell_and_left_out(tmp_path: Path) -> None:
    rows = [HEADINGS, ("I1", "huomenna", "Yritys")]

    found = read(a_workbook(tmp_path / "a.xlsx", {"A": rows}))

    assert told(found) == [("B2", "cell-moment")]
    assert "when" not in found.entries[0].values


def test_required_cell_that_is_blank_is_told_with_its_cell(tmp_path: Path) -> None:
    rows = [HEADINGS, ("I1", None, None)]

    found = read(a_workbook(tmp_path / "a.xlsx", {"A": rows}))

    assert told(found) == [("B2", "panel-cell-empty")]


def test_column_that_is_lacking_is_told_once(tmp_path: Path) -> None:
    found = read(a_workbook(tmp_path / "a.xlsx", {"A": [("Tunnus",), ("I1",), ("I2",)]}))

    assert [one.key for one in found.problems] == ["column-lacking"]


def test_every_sheet_with_the_headings_is_read(tmp_path: Path) -> None:
    first, second = [HEADINGS, ("I1", "1.6.2017 9:00")], [HEADINGS, ("I2", "1.6.2017 9:00")]

    found = read(a_workbook(tmp_path / "a.xlsx", {"A": first, "B": second}))

    assert [one.values["id"] for one in found.entries] == ["I1", "I2"]


def test_sheet_without_the_headings_is_told_of(tmp_path: Path) -> None:
    first, second = [HEADINGS, ("I1", "1.6.2017 9:00")], [("muuta",), ("sanottavaa",)]

    found = read(a_workbook(tmp_path / "a.xlsx", {"A": first, "B": second}))

    assert [(one.place.sheet, one.key) for one in found.problems] == [("B", "sheet-unread")]


def test_row_of_a_csv_file_that_is_too_long_is_set_aside(tmp_path: Path) -> None:
    text = "Tunnus;Aika;Sektori\nI1;1.6.2017 9:00;Yritys\nI2;1.6.2017 9:00;Yritys;liikaa\n"

    found = read(a_csv(tmp_path / "a.csv", text))

    assert [one.values["id"] for one in found.entries] == ["I1"]
    assert found.has_errors


def test_file_without_any_heading_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntakeProblems) as caught:
        read(a_workbook(tmp_path / "a.xlsx", {"A": [("x",), ("y",)]}))

    assert [one.key for one in caught.value.problems] == ["headings-absent"]
