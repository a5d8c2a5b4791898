"""Writes officials' cases as a workbook that reads back the same. It checks nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

import attrs
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from innokumppanuus.domain.call import Field
from innokumppanuus.domain.cases import Case, CaseFile, Given
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import LANGUAGES, same
from innokumppanuus.intake import words
from innokumppanuus.intake.case_cells import value_field, write_given, write_names, write_words
from innokumppanuus.intake.case_columns import (
    ASKS_ID,
    BASE_ID,
    CONFIRMED_ID,
    EXAMPLE_ID,
    OUTCOME_ID,
    SENTENCE_ID,
    given_id,
    judged_rules,
    rule_heading,
    rule_id,
    sentence_id,
    value_heading,
)
from innokumppanuus.intake.case_words import (
    ASKS,
    BASE,
    CASES_SHEET,
    CONFIRMED,
    EXAMPLE,
    EXAMPLES_SHEET,
    OUTCOME,
    SENTENCE,
    SENTENCE_IN,
    VERDICTS,
)
from innokumppanuus.intake.marker import FormKind, add_marker
from innokumppanuus.intake.validation import Lists, field_validation, number_format
from innokumppanuus.intake.writing import Value, finish, head, new_workbook, put
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.case_files import environment_of
from innokumppanuus.ruleset.expressions import compile

T = TypeVar("T")

_TOLD_FILL = PatternFill("solid", fgColor="DDE6EE")
_EXPECTED_FILL = PatternFill("solid", fgColor="E2EDDC")
_SENTENCE_WIDTH, _WIDTH = 48, 18
_FIRST_ROW, _ROOM = 3, 100
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def cases_bytes(
    file: CaseFile, ruleset: RuleSet, functions: Mapping[str, Function], language: str
) -> bytes:
    """
    Return the workbook of the cases: the same cases give the same bytes.

    Args:
        file: Cases of the rule set; without any, the workbook is a form to fill in.
        ruleset: Whose cases they are.
        functions: Those that expressions may call, by key.
        language: Of headings and words; it does not matter for reading back.
    """
    book = new_workbook()
    lists = Lists(book)
    first, second = (book.create_sheet(one.say(language)) for one in (CASES_SHEET, EXAMPLES_SHEET))
    columns = tuple(_case_columns(file, ruleset, functions, language, lists))
    _write(first, columns, file.cases)
    _write(second, tuple(_example_columns(ruleset, language, lists)), tuple(file.bases.items()))
    add_marker(book, ruleset.call.id, FormKind.CASES)
    return finish(book)


@attrs.frozen(kw_only=True)
class _Column(Generic[T]):
    """
    A column to write.

    Attributes:
        id: By which it is read back; empty when its heading tells.
        heading: For people.
        value: What it holds of one case or example.
        width: In characters.
        fill: Of the heading.
        check: What the spreadsheet offers in it.
        format: How it shows what is typed.
    """

    id: str
    heading: str
    value: Callable[[T], Value]
    width: int = _WIDTH
    fill: PatternFill = _TOLD_FILL
    check: DataValidation | None = None
    format: str = "General"


def _case_columns(
    file: CaseFile,
    ruleset: RuleSet,
    functions: Mapping[str, Function],
    language: str,
    lists: Lists,
) -> Iterator[_Column[Case]]:
    call = ruleset.call
    yield from _sentences(file, language)
    yield _Column(
        id=BASE_ID,
        heading=BASE.say(language),
        value=lambda case: write_words(case.base) if case.base else None,
        check=_offered(lists, [write_words(one) for one in file.bases if one]),
    )
    for field in _shown_fields(file, ruleset):
        yield _answers(field, call.zone, language, lists, lambda case: case.given)
    verdicts = [one.say(language) for one in VERDICTS.values()]
    for id, name in judged_rules(call):
        yield _Column(
            id=rule_id(id),
            heading=rule_heading(name).say(language),
            value=lambda case, id=id: _verdict(case.expect.rules.get(id), language),  # type: ignore[misc]
            fill=_EXPECTED_FILL,
            check=_offered(lists, verdicts),
        )
    yield _Column(
        id=OUTCOME_ID,
        heading=OUTCOME.say(language),
        value=lambda case: _verdict(case.expect.outcome, language),
        fill=_EXPECTED_FILL,
        check=_offered(lists, verdicts),
    )
    yield _Column(
        id=ASKS_ID,
        heading=ASKS.say(language),
        value=lambda case: (
            None if case.expect.asks is None else write_names(case.expect.asks, call.form, language)
        ),
        fill=_EXPECTED_FILL,
    )
    environment = environment_of(ruleset, functions)
    for text in dict.fromkeys(one for case in file.cases for one in case.expect.values):
        field = value_field(text, compile(text, environment).type)
        yield _Column(
            id="",
            heading=value_heading(write_words(text), language),
            value=_expected(text, field, call.zone, language),
            fill=_EXPECTED_FILL,
        )
    yield _Column(
        id=CONFIRMED_ID,
        heading=CONFIRMED.say(language),
        value=lambda case: (words.YES if case.confirmed else words.NO).say(language),
        width=_WIDTH,
        check=_offered(lists, [one.say(language) for one in (words.YES, words.NO)]),
    )


def _example_columns(
    ruleset: RuleSet, language: str, lists: Lists
) -> Iterator[_Column[tuple[str, Given]]]:
    yield _Column(
        id=EXAMPLE_ID, heading=EXAMPLE.say(language), value=lambda one: write_words(one[0])
    )
    for field in ruleset.call.form:
        yield _answers(field, ruleset.call.zone, language, lists, lambda one: one[1])


def _sentences(file: CaseFile, language: str) -> Iterator[_Column[Case]]:
    """Yield the column of sentences, and one for each language that some differ in."""
    yield _Column(
        id=SENTENCE_ID,
        heading=SENTENCE.say(language),
        value=lambda case: write_words(case.sentence.fi) if _is_same(case) else None,
        width=_SENTENCE_WIDTH,
    )
    apart = [case.sentence for case in file.cases if not _is_same(case)]
    for one in LANGUAGES:
        if any(getattr(sentence, one) for sentence in apart):
            yield _Column(
                id=sentence_id(one),
                heading=SENTENCE_IN[one].say(language),
                value=_sentence_in(one),
                width=_SENTENCE_WIDTH,
            )


def _is_same(case: Case) -> bool:
    return bool(case.sentence.fi) and case.sentence == same(case.sentence.fi)


def _sentence_in(language: str) -> Callable[[Case], Value]:
    def value(case: Case) -> Value:
        told: str = getattr(case.sentence, language)
        return write_words(told) if told and not _is_same(case) else None

    return value


def _shown_fields(file: CaseFile, ruleset: RuleSet) -> Iterator[Field]:
    """Yield the fields that cases answer or rules look at; others can be added by heading."""
    wanted = {name for case in file.cases for name in case.given}
    wanted.update(name for one in ruleset.rules.values() for name in one.uses)
    wanted.update(name for one in ruleset.exceptions.values() for name in one.uses)
    for table in ruleset.tables:
        wanted.update(table.uses)
    return (field for field in ruleset.call.form if field.id in wanted)


def _answers(
    field: Field, zone: str, language: str, lists: Lists, given: Callable[[T], Given]
) -> _Column[T]:
    check = field_validation(field, lists, language)
    if check is not None:
        check.showErrorMessage = False  # an answer may be left out by a word
    format = number_format(field)

    def value(one: T) -> Value:
        answers = given(one)
        if field.id not in answers:
            return None
        return write_given(answers[field.id], field, zone, language)

    return _Column(
        id=given_id(field.id),
        heading=field.name.say(language),
        value=value,
        check=check,
        format=format,
    )


def _expected(text: str, field: Field, zone: str, language: str) -> Callable[[Case], Value]:
    def value(case: Case) -> Value:
        if text not in case.expect.values:
            return None
        return write_given(case.expect.values[text], field, zone, language)

    return value


def _verdict(verdict: Verdict | None, language: str) -> Value:
    return None if verdict is None else VERDICTS[verdict].say(language)


def _offered(lists: Lists, offered: Sequence[str]) -> DataValidation | None:
    if not offered:
        return None
    return DataValidation(
        type="list", formula1=lists.offer(offered), allow_blank=True, showErrorMessage=False
    )


def _write(page: Any, columns: Sequence[_Column[T]], rows: Sequence[T]) -> None:
    last = _FIRST_ROW + len(rows) + _ROOM
    for place, column in enumerate(columns, start=1):
        letter = get_column_letter(place)
        head(page.cell(1, place), column.heading)
        page.cell(1, place).fill = column.fill
        put(page.cell(2, place), column.id)
        whole = page.column_dimensions[letter]
        whole.width, whole.number_format = column.width, column.format
        if column.check is not None:
            column.check.add(f"{letter}{_FIRST_ROW}:{letter}{last}")
            page.add_data_validation(column.check)
        for number, row in enumerate(rows, start=_FIRST_ROW):
            cell = page.cell(number, place)
            put(cell, column.value(row))
            cell.alignment = _WRAPPED
            if cell.number_format == "General":
                cell.number_format = column.format
    page.row_dimensions[2].hidden = True
    page.freeze_panes = f"B{_FIRST_ROW}"
