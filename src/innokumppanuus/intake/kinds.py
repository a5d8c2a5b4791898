"""As which kind of file a form is written. Reading goes by the content and never asks."""

from enum import StrEnum


class FileKind(StrEnum):
    """What opens a form: a spreadsheet program only, or anything that reads text."""

    XLSX = "xlsx"
    CSV = "csv"
