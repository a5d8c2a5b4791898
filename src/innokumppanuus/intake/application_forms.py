"""Writes the table of applications as a workbook, with lists, hints and checks for its answers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import Call, Field, FieldType
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.intake import words
from innokumppanuus.intake.applications import form_of
from innokumppanuus.intake.marker import FormKind, add_marker
from innokumppanuus.intake.validation import Lists, field_validation, number_format
from innokumppanuus.intake.writing import Value, finish, head, new_workbook, put

_LEAST_WIDTH, _MOMENT_WIDTH = 14, 20
_LEAST_ROWS = 200
_HEADING_FILL = PatternFill("solid", fgColor="DDE6EE")


def applications_bytes(call: Call, applications: Sequence[Application], language: str) -> bytes:
    """Return the table of applications, filled in as far as there are any."""
    book = new_workbook()
    page = book.create_sheet(words.APPLICATIONS_SHEET.say(language))
    lists = Lists(book)
    last = len(applications) + _LEAST_ROWS
    for column, field in enumerate(form_of(call), start=1):
        _heading(page, column, field, language)
        check = field_validation(field, lists, language)
        letter = get_column_letter(column)
        if check is not None:
            check.add(f"{letter}3:{letter}{last}")
            page.add_data_validation(check)
        for row, application in enumerate(applications, start=3):
            answer = application.answers.get(field.id)
            if answer is not None:
                cell = page.cell(row, column)
                put(cell, said(answer, field, call.zone, language))
                if cell.number_format == "General":
                    cell.number_format = number_format(field)
    page.row_dimensions[2].hidden = True
    page.freeze_panes = "B3"
    add_marker(book, call.id, FormKind.APPLICATIONS)
    return finish(book)


def said(answer: Answer, field: Field, zone_name: str, language: str) -> Value:
    """Return the answer as a person would fill it in."""
    if isinstance(answer, bool):
        return (words.YES if answer else words.NO).say(language)
    if isinstance(answer, BusinessId):
        return str(answer)
    if isinstance(answer, datetime):
        return answer.astimezone(zone(zone_name))
    names = {option.id: option.name.say(language) for option in field.options}
    if isinstance(answer, tuple):
        return "; ".join(names.get(one, one) for one in answer)
    return names.get(answer, answer) if isinstance(answer, str) else answer


def _heading(page: Any, column: int, field: Field, language: str) -> None:
    heading = field.name.say(language)
    head(page.cell(1, column), heading)
    page.cell(1, column).fill = _HEADING_FILL
    put(page.cell(2, column), field.id)
    whole = page.column_dimensions[get_column_letter(column)]
    least = _MOMENT_WIDTH if field.type is FieldType.MOMENT else _LEAST_WIDTH
    whole.width = min(max(len(heading) + 2, least), 40)
    whole.number_format = number_format(field)
