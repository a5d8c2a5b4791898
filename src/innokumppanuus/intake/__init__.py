"""Spreadsheets and csv ↔ applications and score sheets. It decides nothing about them."""

from innokumppanuus.intake.applications import Applications, read_applications
from innokumppanuus.intake.forms import write_forms, write_sheet
from innokumppanuus.intake.kinds import FileKind
from innokumppanuus.intake.sheets import Sheets, read_sheets
from innokumppanuus.intake.writing import Sheet, csv_bytes, workbook_bytes

__all__ = [
    "Applications",
    "FileKind",
    "Sheet",
    "Sheets",
    "csv_bytes",
    "read_applications",
    "read_sheets",
    "workbook_bytes",
    "write_forms",
    "write_sheet",
]
