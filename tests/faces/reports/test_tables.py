"""The workbook: values to count with, the same bytes, and nothing that acts."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from innokumppanuus.domain.decision import Decision
from innokumppanuus.faces.reports.tables import Tables
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins


@pytest.fixture
def book(decision: Decision, plugins: Plugins, finnish: Texts) -> Any:
    raw = Tables().write(decision, finnish, plugins)["decision.xlsx"]
    return openpyxl.load_workbook(BytesIO(raw))


def rows(book: Any, sheet: str) -> list[tuple[Any, ...]]:
    return list(book[sheet].iter_rows(values_only=True))


def test_the_same_decision_gives_the_same_bytes(
    decision: Decision, plugins: Plugins, texts: Texts
) -> None:
    first, second = (Tables().write(decision, texts, plugins) for _ in range(2))

    assert first == second


def test_each_matter_has_its_sheet(book: Any) -> None:
    assert book.sheetnames == [
        "Huomautus",
        "Paremmuusjärjestys",
        "Hakemukset",
        "Pisteet",
        "Avustukset",
    ]


def test_made_up_data_is_told_first(book: Any) -> None:
    assert str(rows(book, "Huomautus")[1][0]).startswith("Kuvitteellinen aineisto")


def test_sums_are_numbers(book: Any) -> None:
    headings, first = rows(book, "Hakemukset")[:2]

    assert dict(zip(headings, first, strict=True))["Haettu summa"] == 10_000


def test_choices_are_told_by_name(book: Any) -> None:
    headings, first = rows(book, "Hakemukset")[:2]

    assert dict(zip(headings, first, strict=True))["Sektori"] == "yritys"


def test_every_application_has_a_row(book: Any, decision: Decision) -> None:
    assert len(rows(book, "Hakemukset")) == 1 + len(decision.applications)


def test_the_ranking_stands_best_first(book: Any, decision: Decision) -> None:
    ids = [row[1] for row in rows(book, "Paremmuusjärjestys")[1:]]

    assert ids == [one.application for one in decision.ranking]


def test_a_formula_that_an_applicant_wrote_is_text(book: Any) -> None:
    cells = [cell for row in book["Hakemukset"].iter_rows() for cell in row]
    hostile = [cell for cell in cells if str(cell.value).startswith("=")]

    assert [cell.data_type for cell in hostile] == ["s"]


def test_grants_stand_with_their_instalments(book: Any, decision: Decision) -> None:
    paid = sum(row[4] for row in rows(book, "Avustukset")[1:])

    assert paid == sum(grant.amount.cents for grant in decision.grants) / 100
