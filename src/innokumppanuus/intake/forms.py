"""Writes the forms of a call: the table of applications and a score sheet for each evaluator."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.call import Call, Field
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.errors import IntakeProblems, InvalidValue, Place, Problem
from innokumppanuus.intake import words
from innokumppanuus.intake.applications import form_of
from innokumppanuus.intake.marker import FormKind, add_marker
from innokumppanuus.intake.score_forms import score_sheet_bytes
from innokumppanuus.intake.validation import Lists, field_validation, number_format
from innokumppanuus.intake.writing import Value, finish, head, new_workbook, put

_LEAST_ROWS = 200
_HEADING_FILL = PatternFill("solid", fgColor="DDE6EE")


def write_forms(
    folder: Path,
    call: Call,
    applications: Iterable[Application] = (),
    evaluators: Iterable[str] = (),
    language: str = "fi",
    *,
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """
    Write the table of applications and a score sheet for each evaluator; return their paths.

    Args:
        folder: Made when it is not there.
        call: Whose forms they are.
        applications: Filled into the table and listed on the score sheets.
        evaluators: Names or codes, each once.
        language: Of headings, lists and hints; it does not matter for reading back.
        overwrite: Whether files of the same name may be written over.

    Raises:
        IntakeProblems: When a file of the same name is there already; nothing is written then.
        InvalidValue: When an evaluator is named twice.
    """
    listed = tuple(sorted(applications, key=lambda one: one.id))
    table = f"{words.APPLICATIONS_FILE.say(language)}.xlsx"
    files = {table: applications_bytes(call, listed, language)}
    for name, evaluator in _file_names(evaluators, language).items():
        sheet = ScoreSheet(evaluator=evaluator)
        files[name] = score_sheet_bytes(call, listed, sheet, language)
    return _write(folder, files, overwrite)


def write_sheet(
    folder: Path,
    call: Call,
    applications: Iterable[Application],
    sheet: ScoreSheet,
    language: str = "fi",
    *,
    overwrite: bool = False,
) -> Path:
    """Write a score sheet with what *sheet* already has filled in; return its path."""
    listed = tuple(sorted(applications, key=lambda one: one.id))
    name = next(iter(_file_names([sheet.evaluator], language)))
    files = {name: score_sheet_bytes(call, listed, sheet, language)}
    return _write(folder, files, overwrite)[0]


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
    whole.width = min(max(len(heading) + 2, 14), 40)
    whole.number_format = number_format(field)


def _file_names(evaluators: Iterable[str], language: str) -> dict[str, str]:
    """Return evaluators by the name of their file, which holds plain letters and digits only."""
    names: dict[str, str] = {}
    for evaluator in sorted(evaluators):
        if evaluator in names.values():
            raise InvalidValue("twice", got=evaluator)
        plain = unicodedata.normalize("NFKD", evaluator).encode("ascii", "ignore").decode().lower()
        stem = "-".join([words.SHEET_FILE.say(language), *re.findall(r"[a-z0-9]+", plain)])
        number = 1
        while (name := f"{stem}{f'-{number}' if number > 1 else ''}.xlsx") in names:
            number += 1
        names[name] = evaluator
    return names


def _write(folder: Path, files: dict[str, bytes], overwrite: bool) -> tuple[Path, ...]:
    there = [name for name in files if (folder / name).exists()]
    if there and not overwrite:
        raise IntakeProblems(Problem(key="file-there", place=Place(file=name)) for name in there)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return tuple(folder / name for name in files)
