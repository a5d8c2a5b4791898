"""Writes the forms of a call: the table of applications and a score sheet for each evaluator."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.call import Call
from innokumppanuus.errors import IntakeProblems, InvalidValue, Place, Problem
from innokumppanuus.intake import words
from innokumppanuus.intake.application_forms import applications_bytes
from innokumppanuus.intake.csv_forms import applications_csv, score_sheet_csv
from innokumppanuus.intake.kinds import FileKind
from innokumppanuus.intake.score_forms import score_sheet_bytes

_Table: TypeAlias = Callable[[Call, Sequence[Application], str], bytes]
_Sheet: TypeAlias = Callable[[Call, Sequence[Application], ScoreSheet, str], bytes]
_WRITERS: Mapping[FileKind, tuple[_Table, _Sheet]] = MappingProxyType(
    {
        FileKind.XLSX: (applications_bytes, score_sheet_bytes),
        FileKind.CSV: (applications_csv, score_sheet_csv),
    }
)


def write_forms(
    folder: Path,
    call: Call,
    applications: Iterable[Application] = (),
    evaluators: Iterable[str] = (),
    language: str = "fi",
    *,
    kind: FileKind = FileKind.XLSX,
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
        kind: Csv has no lists, hints and described levels; it is for those without a spreadsheet.
        overwrite: Whether files of the same name may be written over.

    Raises:
        IntakeProblems: When a file of the same name is there already; nothing is written then.
        InvalidValue: When an evaluator is named twice.
    """
    listed = tuple(sorted(applications, key=lambda one: one.id))
    write_table, write_scores = _WRITERS[kind]
    table = f"{words.APPLICATIONS_FILE.say(language)}.{kind}"
    files = {table: write_table(call, listed, language)}
    for name, evaluator in _file_names(evaluators, language, kind).items():
        files[name] = write_scores(call, listed, ScoreSheet(evaluator=evaluator), language)
    return _write(folder, files, overwrite)


def write_sheet(
    folder: Path,
    call: Call,
    applications: Iterable[Application],
    sheet: ScoreSheet,
    language: str = "fi",
    *,
    kind: FileKind = FileKind.XLSX,
    overwrite: bool = False,
) -> Path:
    """Write a score sheet with what *sheet* already has filled in; return its path."""
    listed = tuple(sorted(applications, key=lambda one: one.id))
    _, write_scores = _WRITERS[kind]
    name = next(iter(_file_names([sheet.evaluator], language, kind)))
    files = {name: write_scores(call, listed, sheet, language)}
    return _write(folder, files, overwrite)[0]


def _file_names(evaluators: Iterable[str], language: str, kind: FileKind) -> dict[str, str]:
    """Return evaluators by the name of their file, which holds plain letters and digits only."""
    names: dict[str, str] = {}
    for evaluator in sorted(evaluators):
        if evaluator in names.values():
            raise InvalidValue("twice", got=evaluator)
        plain = unicodedata.normalize("NFKD", evaluator).encode("ascii", "ignore").decode().lower()
        stem = "-".join([words.SHEET_FILE.say(language), *re.findall(r"[a-z0-9]+", plain)])
        number = 1
        while (name := f"{stem}{f'-{number}' if number > 1 else ''}.{kind}") in names:
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
