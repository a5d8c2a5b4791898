"""What a form tells a spreadsheet to check and to hint at while somebody fills it in."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from innokumppanuus.domain.call import Field, FieldType
from innokumppanuus.domain.criteria import Scale
from innokumppanuus.intake import words
from innokumppanuus.intake.writing import DAY_FORMAT, MOMENT_FORMAT, Value, money_format, put

LISTS_SHEET = "_luettelot"
"""The hidden sheet of what drop-down lists offer; a list in the cell itself is too short."""

_MOST_TITLE, _MOST_PROMPT = 32, 255
_MOST_SCORES = 101
_TEXT_FORMAT = "@"


class Lists:
    """The drop-down lists of one workbook, each offered list written once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._page: Any = None
        self._ranges: dict[tuple[Value, ...], str] = {}

    def offer(self, values: Sequence[Value]) -> str:
        """Return the range that holds *values*, as a formula of a validation."""
        key = tuple(values)
        if key not in self._ranges:
            if self._page is None:
                self._page = self._book.create_sheet(LISTS_SHEET)
                self._page.sheet_state = "hidden"
            column = len(self._ranges) + 1
            for row, value in enumerate(key, start=1):
                put(self._page.cell(row, column), value)
            letter = get_column_letter(column)
            self._ranges[key] = f"'{LISTS_SHEET}'!${letter}$1:${letter}${len(key)}"
        return self._ranges[key]


def field_validation(field: Field, lists: Lists, language: str) -> DataValidation | None:
    """Return what may be typed in the column of a field; None when anything may and no hint is."""
    hint = field.help.say(language) if field.help else ""
    check: DataValidation | None = None
    match field.type:
        case FieldType.CHOICE if field.options:
            names = [option.name.say(language) for option in field.options]
            check = _list(lists.offer(names))
        case FieldType.YES_NO:
            check = yes_no_validation(lists, language)
        case FieldType.INTEGER:
            check = _within("whole", -(10**9), 10**9)
        case FieldType.NUMBER | FieldType.MONEY:
            check = _within("decimal", -(10**12), 10**12)
        case FieldType.DATE | FieldType.MOMENT:
            check = _within("date", "DATE(1990,1,1)", "DATE(2099,12,31)")
        case FieldType.CHOICES:
            names = [option.name.say(language) for option in field.options]
            hint = "\n".join(part for part in (hint, "; ".join(names)) if part)
    if not hint:
        return check
    return _hinted(check or DataValidation(), field.name.say(language), hint)


def yes_no_validation(lists: Lists, language: str) -> DataValidation:
    """Return the choice between yes and no in the language."""
    return _list(lists.offer([words.YES.say(language), words.NO.say(language)]))


def list_validation(lists: Lists, names: Sequence[str]) -> DataValidation:
    """Return the choice between the names."""
    return _list(lists.offer(names))


def score_validation(scale: Scale, title: str, lists: Lists, language: str) -> DataValidation:
    """Return the scores of the scale, with its described levels as a hint."""
    count = (scale.top - scale.bottom) / scale.step + 1
    if count <= _MOST_SCORES:
        scores = [scale.bottom + scale.step * n for n in range(int(count))]
        check = _list(lists.offer([plain_number(score) for score in scores]))
    else:
        check = _within("decimal", float(scale.bottom), float(scale.top))
    levels = [f"{plain_number(one.score)} = {one.name.say(language)}" for one in scale.levels]
    return _hinted(check, title, "\n".join(levels)) if levels else check


def number_format(field: Field) -> str:
    """Return how the column of a field shows what is typed; text keeps its leading zeros."""
    match field.type:
        case FieldType.MONEY:
            return money_format(field.currency)
        case FieldType.DATE:
            return DAY_FORMAT
        case FieldType.MOMENT:
            return MOMENT_FORMAT
        case FieldType.TEXT | FieldType.BUSINESS_ID:
            return _TEXT_FORMAT
        case _:
            return "General"


def plain_number(score: Fraction) -> int | float:
    """Return the score as a spreadsheet holds it."""
    return int(score) if score.denominator == 1 else float(score)


def _list(formula: str) -> DataValidation:
    return DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)


def _within(
    kind: Literal["whole", "decimal", "date"], least: object, most: object
) -> DataValidation:
    return DataValidation(
        type=kind,
        operator="between",
        formula1=str(least),
        formula2=str(most),
        allow_blank=True,
        showErrorMessage=True,
    )


def _hinted(check: DataValidation, title: str, hint: str) -> DataValidation:
    check.promptTitle = _cut(title, _MOST_TITLE)
    check.prompt = _cut(hint, _MOST_PROMPT)
    check.showInputMessage = True
    return check


def _cut(text: str, most: int) -> str:
    """Keep what a spreadsheet can show; it counts characters in UTF-16."""
    if len(text.encode("utf-16-le")) // 2 <= most:
        return text
    kept = text[: most - 1]
    while len(kept.encode("utf-16-le")) // 2 > most - 1:
        kept = kept[:-1]
    return f"{kept}…"
