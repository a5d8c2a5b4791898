"""A score sheet asks of conflicts first, offers the scale, and shows no more than it may."""

from io import BytesIO
from typing import Any

import attrs
import openpyxl
import pytest

from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.call import Call
from innokumppanuus.intake.score_forms import score_sheet_bytes
from innokumppanuus.testing.builders import a_call, an_application, label

APPLICATIONS = (an_application("H01"), an_application("H02"))


def book(call: Call | None = None, language: str = "fi") -> Any:
    sheet = ScoreSheet(evaluator="Arvioija A")
    raw = score_sheet_bytes(call or a_call(), APPLICATIONS, sheet, language)
    return openpyxl.load_workbook(BytesIO(raw))


def words(page: Any) -> set[str]:
    return {str(cell.value) for row in page for cell in row if cell.value is not None}


def test_the_declaration_of_conflicts_comes_first() -> None:
    visible = [page.title for page in book() if page.sheet_state == "visible"]

    assert visible == ["Esteellisyys", "Pisteet", "Asteikko"]


@pytest.mark.parametrize(("language", "answers"), [("fi", "kyllä ei"), ("sv", "ja nej")])
def test_conflicts_are_declared_by_a_list_in_the_language(language: str, answers: str) -> None:
    made = book(language=language)

    (check,) = made.worksheets[0].data_validations.dataValidation
    column = check.formula1.split("$")[1]
    assert [cell.value for cell in made["_luettelot"][column] if cell.value] == answers.split()
    assert str(check.sqref) == "C5:C6"


def test_the_evaluator_is_named_on_the_first_row() -> None:
    assert book()["Esteellisyys"]["B1"].value == "Arvioija A"


def test_every_score_is_checked_and_hinted_at() -> None:
    checks = book()["Pisteet"].data_validations.dataValidation

    assert {str(check.sqref) for check in checks} == {"C3:C4", "E3:E4", "G3:G4"}
    assert {check.prompt for check in checks} == {"0 = ei lainkaan fi\n5 = erinomainen fi"}


def test_the_scale_is_there_to_be_read() -> None:
    assert {"K1 K1 fi", "erinomainen fi"} <= words(book()["Asteikko"])


def test_a_scale_without_described_levels_shows_its_ends() -> None:
    call = a_call()
    assert call.assessment is not None
    bare = attrs.evolve(call.assessment, scale=attrs.evolve(call.assessment.scale, levels=()))

    assert "0–5" in words(book(a_call(assessment=bare))["Asteikko"])


def test_the_row_of_ids_is_hidden() -> None:
    page = book()["Pisteet"]

    assert page.row_dimensions[2].hidden
    assert [cell.value for cell in page[2]][:4] == ["application", "applicant", "K1", "K1 reason"]


def test_an_evaluator_gets_no_answer_but_the_applicant() -> None:
    every = set().union(*(words(page) for page in book()))

    assert "Kuvitteellinen hakija H01" in every
    assert not {"10000", "company", "company fi", "haettu fi"} & every


def test_an_applicant_who_is_not_public_is_not_in_the_file_at_all() -> None:
    form = tuple(attrs.evolve(field, is_public=field.id != "applicant") for field in a_call().form)

    every = set().union(*(words(page) for page in book(a_call(form=form))))

    assert not [word for word in every if "Kuvitteellinen" in word]


def test_what_to_look_at_is_told_beside_the_scale() -> None:
    criterion = attrs.evolve(a_call().criteria[0], description=label("katso tätä"))

    assert "katso tätä fi" in words(book(a_call(criteria=(criterion,)))["Asteikko"])
