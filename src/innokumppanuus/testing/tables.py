"""Spreadsheets and csv files to test with, as careless or as hostile as a test wants them."""

import csv
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.cell import coordinate_to_tuple

HEADINGS = ("id", "applicant", "sector", "submitted", "amount", "duration_months")
"""Headings of the form of `builders.a_form`."""

ROW = ("H01", "Kuvitteellinen Oy", "company", "1.9.2017 klo 12.00", "10 000 €", "10")
"""An eligible application in the order of `HEADINGS`, as an official would type it."""


def a_workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """Write values by sheet, row and column, as a spreadsheet program would, and return *path*."""
    book = openpyxl.Workbook()
    del book[book.sheetnames[0]]
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(list(row))
    book.save(path)
    return path


def a_table(path: Path, *rows: Sequence[Any], headings: Sequence[Any] = HEADINGS) -> Path:
    """Write a sheet of applications and return *path*."""
    return a_workbook(path, {"Hakemukset": [headings, *rows]})


def a_csv(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write csv text and return *path*."""
    path.write_bytes(text.encode(encoding))
    return path


def with_parts(raw: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the package *raw* with *parts* added or put in the place of its own."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(raw)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def edited(path: Path, changes: Mapping[str, Mapping[str, Any]]) -> Path:
    """Change cells by sheet and address, as somebody filling in a form would, and return *path*."""
    book = openpyxl.load_workbook(path)
    for title, cells in changes.items():
        for address, value in cells.items():
            book[title][address] = value
    book.save(path)
    return path


def csv_rows(path: Path) -> list[list[str]]:
    """Return the cells of a csv form as it was written."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


def csv_saved(
    path: Path, rows: Sequence[Sequence[str]], separator: str = ";", encoding: str = "utf-8-sig"
) -> Path:
    """Write rows of csv cells as a spreadsheet program would save them, and return *path*."""
    text = StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def csv_edited(path: Path, cells: Mapping[str, str]) -> Path:
    """Change cells of a csv form by address, as somebody filling it in would; return *path*."""
    rows = csv_rows(path)
    for address, value in cells.items():
        row, column = coordinate_to_tuple(address)
        rows[row - 1][column - 1] = value
    return csv_saved(path, rows)
