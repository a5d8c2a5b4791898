"""A form is known again in no language."""

from pathlib import Path

import pytest

from innokumppanuus.intake.cells import Table
from innokumppanuus.intake.marker import (
    SHEET,
    FormKind,
    add_marker,
    check_marker,
    has_marker,
    is_for_people,
    kind_of,
)
from innokumppanuus.intake.safety import take
from innokumppanuus.intake.workbook import read
from innokumppanuus.intake.writing import finish, new_workbook
from innokumppanuus.testing.tables import edited


@pytest.fixture
def form(tmp_path: Path) -> Path:
    book = new_workbook()
    book.create_sheet("Hakemukset")["A1"] = "Tunnus"
    add_marker(book, "koehaku", FormKind.SCORES)
    path = tmp_path / "a.xlsx"
    path.write_bytes(finish(book))
    return path


def keys(path: Path, call: str) -> list[str]:
    return [problem.key for problem in check_marker(read(take(path)), call)]


def test_a_form_of_the_call_is_in_order(form: Path) -> None:
    assert keys(form, "koehaku") == []


def test_a_form_says_what_it_is(form: Path) -> None:
    assert kind_of(read(take(form))) is FormKind.SCORES


def test_a_table_that_is_no_form_says_nothing_of_itself() -> None:
    assert kind_of((Table(file="a.csv"),)) is None


def test_a_form_of_another_call_is_told(form: Path) -> None:
    assert keys(form, "toinen-haku") == ["form-other-call"]


def test_a_form_of_a_later_version_is_told(form: Path) -> None:
    assert keys(edited(form, {SHEET: {"B1": "9"}}), "koehaku") == ["form-format"]


def test_a_table_that_is_no_form_is_in_order() -> None:
    assert check_marker((Table(file="a.csv"),), "koehaku") == []


def test_the_marker_is_not_for_people(form: Path) -> None:
    assert [one.sheet for one in read(take(form)) if is_for_people(one)] == ["Hakemukset"]


def test_only_a_form_has_the_marker(form: Path) -> None:
    assert has_marker(read(take(form))) and not has_marker((Table(file="a.csv"),))
