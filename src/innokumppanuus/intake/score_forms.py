"""Writes one evaluator's score sheet: the declaration of conflicts first, then the scores."""

from collections.abc import Sequence
from typing import Any

from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.call import Call
from innokumppanuus.intake import words
from innokumppanuus.intake.headings import Wanted
from innokumppanuus.intake.marker import FormKind, add_marker
from innokumppanuus.intake.scoring import (
    CONFLICT,
    GROUND,
    Item,
    conflict_columns,
    items_of,
    score_columns,
    shown_applicant,
)
from innokumppanuus.intake.validation import (
    Lists,
    plain_number,
    score_validation,
    yes_no_validation,
)
from innokumppanuus.intake.writing import Value, finish, head, new_workbook, put

_HEADING_FILL = PatternFill("solid", fgColor="DDE6EE")
_WIDE, _NARROW = 34, 16


def score_sheet_bytes(
    call: Call, applications: Sequence[Application], sheet: ScoreSheet, language: str
) -> bytes:
    """
    Return the workbook of one evaluator, with what *sheet* already has filled in.

    It holds of the applications their number and, when the call makes it public, the applicant.
    """
    book = new_workbook()
    items = tuple(items_of(call))
    lists = Lists(book)
    _conflicts(
        book.create_sheet(words.CONFLICTS_SHEET.say(language)),
        call,
        applications,
        sheet,
        lists,
        language,
    )
    _scores(
        book.create_sheet(words.SCORES_SHEET.say(language)),
        call,
        applications,
        sheet,
        lists,
        language,
    )
    _scales(book.create_sheet(words.SCALE_SHEET.say(language)), items, language)
    add_marker(book, call.id, FormKind.SCORES)
    return finish(book)


def _conflicts(
    page: Any,
    call: Call,
    applications: Sequence[Application],
    sheet: ScoreSheet,
    lists: Lists,
    language: str,
) -> None:
    head(page.cell(1, 1), words.EVALUATOR.say(language))
    put(page.cell(1, 2), sheet.evaluator)
    columns = conflict_columns()
    _headings(page, 3, columns, language)
    declared = {one.application: one for one in sheet.declarations}
    check = yes_no_validation(lists, language)
    for row, application in enumerate(applications, start=5):
        _who(page, row, application, call)
        one = declared.get(application.id)
        if one is not None and one.has_conflict is not None:
            word = words.YES if one.has_conflict else words.NO
            put(page.cell(row, _at(columns, CONFLICT)), word.say(language))
            put(page.cell(row, _at(columns, GROUND)), one.ground)
    if applications:
        letter = get_column_letter(_at(columns, CONFLICT))
        check.add(f"{letter}5:{letter}{len(applications) + 4}")
        page.add_data_validation(check)


def _scores(
    page: Any,
    call: Call,
    applications: Sequence[Application],
    sheet: ScoreSheet,
    lists: Lists,
    language: str,
) -> None:
    items = tuple(items_of(call))
    columns = score_columns(items)
    _headings(page, 1, columns, language)
    given = {(one.application, one.item): one for one in sheet.marks}
    for row, application in enumerate(applications, start=3):
        _who(page, row, application, call)
        for item in items:
            mark = given.get((application.id, item.id))
            if mark is not None and mark.score is not None:
                put(page.cell(row, _at(columns, item.id)), plain_number(mark.score))
            if mark is not None:
                put(page.cell(row, _at(columns, item.reason_id)), mark.reason)
            page.cell(row, _at(columns, item.reason_id)).alignment = Alignment(wrap_text=True)
    for item in items if applications else ():
        letter = get_column_letter(_at(columns, item.id))
        check = score_validation(item.scale, item.name.say(language), lists, language)
        check.add(f"{letter}3:{letter}{len(applications) + 2}")
        page.add_data_validation(check)
        page.column_dimensions[get_column_letter(_at(columns, item.reason_id))].width = _WIDE


def _scales(page: Any, items: tuple[Item, ...], language: str) -> None:
    """Everything that can be scored with every described level, for people to read."""
    titles = (words.CRITERION, words.LEVEL, words.DESCRIPTION)
    for column, title in enumerate(titles, start=1):
        head(page.cell(1, column), title.say(language))
        page.cell(1, column).fill = _HEADING_FILL
    row = 2
    for item in items:
        name = f"{item.id} {item.name.say(language)}"
        lines: list[tuple[Value, str]] = []
        if item.description is not None:
            lines.append((None, item.description.say(language)))
        lines += [(plain_number(one.score), one.name.say(language)) for one in item.scale.levels]
        if not item.scale.levels:
            ends = (item.scale.bottom, item.scale.top)
            lines.append((None, "–".join(str(plain_number(one)) for one in ends)))
        for level, description in lines:
            for column, value in enumerate((name, level, description), start=1):
                put(page.cell(row, column), value)
            page.cell(row, 3).alignment = Alignment(wrap_text=True, vertical="top")
            row += 1
    page.column_dimensions["A"].width = _WIDE
    page.column_dimensions["C"].width = 2 * _WIDE
    page.freeze_panes = "A2"


def _headings(page: Any, row: int, columns: tuple[Wanted, ...], language: str) -> None:
    """Headings for people, and under them, hidden, the ids by which the form is read back."""
    for column, wanted in enumerate(columns, start=1):
        head(page.cell(row, column), wanted.name.say(language))
        page.cell(row, column).fill = _HEADING_FILL
        put(page.cell(row + 1, column), wanted.id)
        page.column_dimensions[get_column_letter(column)].width = _NARROW
    page.column_dimensions["B"].width = _WIDE
    page.row_dimensions[row + 1].hidden = True
    page.freeze_panes = f"C{row + 2}"


def _who(page: Any, row: int, application: Application, call: Call) -> None:
    put(page.cell(row, 1), application.id)
    put(page.cell(row, 2), shown_applicant(call, application))


def _at(columns: tuple[Wanted, ...], id: str) -> int:
    return next(n for n, one in enumerate(columns, start=1) if one.id == id)
