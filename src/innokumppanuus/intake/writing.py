"""
Writes tables so that no text in them can act as a formula and the same table is the same bytes.

Reports use it too. What the tables say is for others.
"""

import csv
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO, StringIO
from math import ceil
from typing import Any, TypeAlias

import attrs
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake.delimited import needs_neutralising
from innokumppanuus.intake.safety import MOST_CHARACTERS

Value: TypeAlias = str | int | float | bool | Money | Fraction | date | datetime | None
"""What can be written; a moment is written as the local time of its own zone."""

DAY_FORMAT = "d\\.m\\.yyyy"
MOMENT_FORMAT = "d\\.m\\.yyyy\\ hh:mm:ss"
_LINE = 15
"""Height of a line [pt]."""
_PAPER = 200
"""How wide a sheet may be to be readable on one page across [characters]."""
_FIXED = datetime(2000, 1, 1)  # noqa: DTZ001 - the package has no zone to state
_FIRST_SAFE_YEAR = 1901  # spreadsheets count a 29 February in 1900
_SURE = 10**15
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_THREE_DECIMALS = re.compile(r"^-?\d{1,3}\.\d{3}(?=e|$)")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_WIDEST, _NARROWEST = 60, 8


@attrs.frozen(kw_only=True)
class Sheet:
    """
    A sheet to write.

    Attributes:
        title: At most 31 characters, none of them `[]:*?/\\`.
        headings: One per column.
        rows: Values by row, as many as there are headings.
    """

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]


def workbook_bytes(sheets: Iterable[Sheet]) -> bytes:
    """Return a workbook of plain tables; the same sheets give the same bytes."""
    book = new_workbook()
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        for column, heading in enumerate(sheet.headings, start=1):
            head(page.cell(1, column), heading)
            longest = max([len(heading), *(len(_shown(row[column - 1])) for row in sheet.rows)])
            width = min(max(longest + 2, _NARROWEST), _WIDEST)
            page.column_dimensions[get_column_letter(column)].width = width
        for number, row in enumerate(sheet.rows, start=2):
            for column, value in enumerate(row, start=1):
                put(page.cell(number, column), value)
        page.freeze_panes = "A2"
    return finish(book)


def csv_bytes(rows: Iterable[Sequence[Value]], separator: str = ";", decimal: str = ".") -> bytes:
    """
    Return csv text in UTF-8 with a byte order mark, as spreadsheets open it best.

    Args:
        rows: Values by row.
        separator: Between cells.
        decimal: The decimal mark; a spreadsheet that has another takes 3.5 for a day in May.
    """
    text = StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerows([[_csv_text(value, decimal) for value in row] for row in rows])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def neutral(text: str) -> str:
    """Return *text* with an apostrophe before it if a spreadsheet might take it for a formula."""
    return f"'{text}" if needs_neutralising(text) else text


def put(cell: Any, value: Value) -> None:
    """Write *value* into a cell of a workbook; text stays text whatever it begins with."""
    if value is None or value == "":
        return
    if isinstance(value, bool):
        cell.value = value
    elif isinstance(value, Money):
        _put_money(cell, value)
    elif isinstance(value, datetime):
        _put_moment(cell, value)
    elif isinstance(value, date):
        _put_day(cell, value)
    elif isinstance(value, int | float | Fraction):
        _put_number(cell, value)
    else:
        _put_text(cell, value)


def head(cell: Any, heading: str) -> None:
    """Write a heading."""
    _put_text(cell, heading)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def money_format(currency: str) -> str:
    """Return how sums of the currency are shown in a cell."""
    return f'#,##0.00\\ "{currency}"'


def new_workbook() -> Workbook:
    """Return a workbook without sheets."""
    book = Workbook()
    del book[book.sheetnames[0]]
    book.properties.creator = "innokumppanuus"
    book.properties.created = _FIXED
    return book


def finish(book: Workbook) -> bytes:
    """Return the workbook as bytes that hold neither the time nor the machine it was made on."""
    raw, out = BytesIO(), BytesIO()
    for page in book.worksheets:
        _lay_out(page)
    book.save(raw)
    fixed = rb"\g<1>" + _FIXED.isoformat().encode() + rb"Z\g<2>"
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for info in made.infolist():
            content = made.read(info)
            if info.filename == "docProps/core.xml":
                content = _MODIFIED.sub(fixed, content)
            # Stored and not packed: packing differs from one library version to the next.
            part = zipfile.ZipInfo(info.filename, date_time=(1980, 1, 1, 0, 0, 0))
            part.external_attr = 0o600 << 16
            package.writestr(part, content)
    return out.getvalue()


def _lay_out(page: Any) -> None:
    """Make wrapped words show whole and the page fit the paper, unless it would be unreadable."""
    for row in page.iter_rows():
        lines = [
            ceil(1.2 * len(cell.value) / page.column_dimensions[cell.column_letter].width)
            for cell in row
            if cell.alignment.wrap_text and isinstance(cell.value, str)
        ]
        if lines and max(lines) > 1:
            page.row_dimensions[row[0].row].height = _LINE * max(lines)
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    widths = (
        page.column_dimensions[get_column_letter(column)].width
        for column in range(1, page.max_column + 1)
    )
    if sum(widths) <= _PAPER:
        page.page_setup.fitToHeight = 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    else:
        page.print_title_cols = "A:B"


def _put_text(cell: Any, text: str) -> None:
    cell.value = _ESCAPED.sub("_x005F_", _clean(text))
    cell.data_type = "s"
    if needs_neutralising(text):
        cell.quotePrefix = True


def _put_number(cell: Any, value: int | float | Fraction) -> None:
    number = float(value) if isinstance(value, Fraction) else value
    is_exact = abs(number) < _SURE if isinstance(number, int) else float(f"{number:.16g}") == number
    if is_exact:
        cell.value = number
    else:
        _put_text(cell, repr(number))


def _put_money(cell: Any, money: Money) -> None:
    if abs(money.cents) < _SURE:
        cell.value = Decimal(money.amount)
        cell.number_format = money_format(money.currency)
    else:
        _put_text(cell, str(money))


def _put_day(cell: Any, day: date) -> None:
    if day.year < _FIRST_SAFE_YEAR:
        _put_text(cell, day.isoformat())
        return
    cell.value = day
    cell.number_format = DAY_FORMAT


def _put_moment(cell: Any, moment: datetime) -> None:
    """Write local time, or words with the offset where local time would not say enough."""
    is_sure = moment.utcoffset() == moment.replace(fold=1 - moment.fold).utcoffset()
    if not is_sure or moment.microsecond % 1000 or moment.year < _FIRST_SAFE_YEAR:
        _put_text(cell, moment.isoformat(" "))
        return
    cell.value = moment.replace(tzinfo=None, fold=0)
    cell.number_format = MOMENT_FORMAT


def _shown(value: Value) -> str:
    return "" if value is None else max(str(value).splitlines(), key=len, default="")


def _csv_text(value: Value, decimal: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return neutral(_clean(value))
    if isinstance(value, Money):
        return str(value).replace(".", decimal)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date | bool):
        return str(value)
    if isinstance(value, Fraction):
        value = float(value)
    # Three decimals might be taken for thousands when the file is read back.
    return _THREE_DECIMALS.sub(r"\g<0>0", repr(value)).replace(".", decimal)


def _clean(text: str) -> str:
    """Return *text* as a cell can hold it; what is gone is seen to be gone."""
    if len(text) > MOST_CHARACTERS:
        raise InvalidValue("cell-too-long-to-write", size=len(text), limit=MOST_CHARACTERS)
    return _CONTROL.sub("\ufffd", text)
