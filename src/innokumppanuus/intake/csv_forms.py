"""Writes the forms as csv: a table in each file, and under its headings the ids of the columns."""

from collections.abc import Sequence

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.call import APPLICANT_FIELD, Call
from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake import words
from innokumppanuus.intake.application_forms import said
from innokumppanuus.intake.applications import form_of
from innokumppanuus.intake.scoring import (
    APPLICATION,
    CONFLICT,
    GROUND,
    Item,
    items_of,
    shown_applicant,
    whole_columns,
)
from innokumppanuus.intake.validation import plain_number
from innokumppanuus.intake.writing import Value, csv_bytes

_SEPARATOR, _DECIMAL = ";", ","
"""As a Finnish or Swedish spreadsheet expects them, whatever the language of the headings."""


def applications_csv(call: Call, applications: Sequence[Application], language: str) -> bytes:
    """Return the table of applications, filled in as far as there are any."""
    form = form_of(call)
    rows: list[list[Value]] = [
        [field.name.say(language) for field in form],
        [field.id for field in form],
    ]
    for application in applications:
        answers = [(field, application.answers.get(field.id)) for field in form]
        rows.append(
            [
                None if answer is None else said(answer, field, call.zone, language)
                for field, answer in answers
            ]
        )
    return csv_bytes(rows, _SEPARATOR, _DECIMAL)


def score_sheet_csv(
    call: Call, applications: Sequence[Application], sheet: ScoreSheet, language: str
) -> bytes:
    """
    Return the table of one evaluator, with what *sheet* already has filled in.

    Above the headings it names the evaluator and the call, since csv has no place for a marker.

    Raises:
        InvalidValue: When something that is scored has the id of another column.
    """
    items = tuple(items_of(call))
    columns = whole_columns(items)
    ids = [one.id for one in columns]
    for id in ids:
        if ids.count(id) > 1:
            raise InvalidValue("twice", got=id)
    rows: list[list[Value]] = [
        [words.EVALUATOR.say(language), sheet.evaluator],
        [words.CALL.say(language), call.id],
        [one.name.say(language) for one in columns],
        [*ids],
    ]
    for application in applications:
        values = _row(call, application, items, sheet, language)
        rows.append([values.get(id) for id in ids])
    width = len(columns)
    return csv_bytes([[*row, *[None] * (width - len(row))] for row in rows], _SEPARATOR, _DECIMAL)


def _row(
    call: Call, application: Application, items: tuple[Item, ...], sheet: ScoreSheet, language: str
) -> dict[str, Value]:
    """Return what stands in each column, by its id."""
    row: dict[str, Value] = {
        APPLICATION: application.id,
        APPLICANT_FIELD: shown_applicant(call, application),
    }
    for one in sheet.declarations:
        if one.application == application.id and one.has_conflict is not None:
            row[CONFLICT] = (words.YES if one.has_conflict else words.NO).say(language)
            row[GROUND] = one.ground
    reasons = {item.id: item.reason_id for item in items}
    for mark in sheet.marks:
        if mark.application == application.id and mark.item in reasons:
            row[mark.item] = None if mark.score is None else plain_number(mark.score)
            row[reasons[mark.item]] = mark.reason
    return row
