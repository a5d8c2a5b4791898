"""Writes the panel's forms: evaluators with their ties and log, and that of the second round."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import Mark
from innokumppanuus.domain.call import APPLICANT_FIELD, Call, Option
from innokumppanuus.domain.conflicts import ConflictGround
from innokumppanuus.domain.panel import EvaluationPanel
from innokumppanuus.domain.rounds import Drift
from innokumppanuus.intake import panel_columns as columns
from innokumppanuus.intake import words
from innokumppanuus.intake.headings import Wanted
from innokumppanuus.intake.marker import FormKind, add_marker
from innokumppanuus.intake.panel_columns import TITLES, PanelTable, columns_of, own_id
from innokumppanuus.intake.scoring import APPLICATION, items_of, shown_applicant
from innokumppanuus.intake.validation import (
    Lists,
    list_validation,
    plain_number,
    score_validation,
    yes_no_validation,
)
from innokumppanuus.intake.writing import DAY_FORMAT, Value, finish, head, new_workbook, put

_FILL = PatternFill("solid", fgColor="DDE6EE")
_WIDTH, _ROOM = 22, 200
"""Width of a column, and how many rows the lists of an empty table reach."""


def panel_form_bytes(
    call: Call,
    panel: EvaluationPanel,
    grounds: Mapping[str, ConflictGround],
    language: str,
) -> bytes:
    """Return the workbook of evaluators, ties, groups, rulings and replacements, filled in."""
    book = new_workbook()
    lists = Lists(book)
    offered = {
        columns.TIE: columns.TIE_OPTIONS,
        columns.RULING: columns.RULING_OPTIONS,
        columns.GROUND: tuple(Option(id=key, name=one.name) for key, one in grounds.items()),
    }
    for kind, rows in (
        (PanelTable.EVALUATORS, _evaluators(call, panel, language)),
        (PanelTable.TIES, _ties(panel, language)),
        (PanelTable.GROUPS, _groups(panel)),
        (PanelTable.RULINGS, _rulings(panel, offered, language)),
        (PanelTable.REPLACEMENTS, _replacements(panel)),
    ):
        wanted = columns_of(kind)
        page = _page(book, TITLES[kind].say(language), wanted, rows, language)
        for id, options in offered.items():
            names = [one.name.say(language) for one in options]
            if names:
                _listed(page, wanted, id, list_validation(lists, names))
        _listed(page, wanted, columns.DECLARED, yes_no_validation(lists, language))
    add_marker(book, call.id, FormKind.PANEL)
    return finish(book)


def consensus_form_bytes(
    call: Call,
    applications: Sequence[Application],
    drifts: Iterable[Drift],
    panel: EvaluationPanel,
    language: str,
) -> bytes:
    """
    Return the form of the second round: own scores to be seen, agreed scores to be filled in.

    Args:
        call: Whose criteria are scored.
        applications: Those to talk about.
        drifts: Own scores, shown by evaluator.
        panel: What was agreed on already is filled in.
        language: Of the headings.
    """
    book = new_workbook()
    items = tuple(items_of(call))
    wanted = columns_of(PanelTable.CONSENSUS, items)
    own = {(one.application, one.item): _own(one) for one in drifts}
    agreed = {one.application: one for one in panel.consensus}
    rows = []
    for application in sorted(applications, key=lambda one: one.id):
        talk = agreed.get(application.id)
        row: dict[str, Value] = {
            APPLICATION: application.id,
            APPLICANT_FIELD: shown_applicant(call, application),
        }
        if talk is not None:
            row |= {columns.PRESENT: "; ".join(talk.present), columns.BY: talk.by}
            row[columns.ON] = talk.on
        marks: dict[str, Mark] = {one.item: one for one in talk.marks} if talk else {}
        for item in items:
            row[own_id(item)] = own.get((application.id, item.id), "")
            mark = marks.get(item.id)
            if mark is not None:
                row[item.id] = None if mark.score is None else plain_number(mark.score)
                row[item.reason_id] = mark.reason
        rows.append(row)
    title = TITLES[PanelTable.CONSENSUS].say(language)
    page = _page(book, title, wanted, rows, language)
    lists = Lists(book)
    for item in items:
        check = score_validation(item.scale, item.name.say(language), lists, language)
        _listed(page, wanted, item.id, check)
    add_marker(book, call.id, FormKind.PANEL)
    return finish(book)


def _own(drift: Drift) -> str:
    """Return own scores by evaluator, as words that are never read back."""
    said = (f"{name}: {plain_number(score)}" for name, score in sorted(drift.own.items()))
    return "; ".join(said)


def _evaluators(call: Call, panel: EvaluationPanel, language: str) -> list[dict[str, Value]]:
    return [
        {
            columns.EVALUATOR: one.id,
            columns.ORGANISATION: one.organisation,
            columns.BUSINESS_ID: str(one.business_id or ""),
            columns.LANGUAGES_READ: "; ".join(one.languages),
            columns.EXPERTISE: "; ".join(one.expertise),
            columns.LEAST: one.least,
            columns.MOST: one.most,
            columns.DECLARED: words.YES.say(language) if one.has_declared else None,
        }
        for one in panel.evaluators
    ]


def _ties(panel: EvaluationPanel, language: str) -> list[dict[str, Value]]:
    names = {one.id: one.name.say(language) for one in columns.TIE_OPTIONS}
    return [
        {
            columns.EVALUATOR: evaluator.id,
            columns.TIE: names[one.kind],
            columns.ORGANISATION: one.organisation,
            columns.BUSINESS_ID: str(one.business_id or ""),
            APPLICATION: one.application,
            columns.NOTE: one.note,
        }
        for evaluator in panel.evaluators
        for one in evaluator.interests
    ]


def _groups(panel: EvaluationPanel) -> list[dict[str, Value]]:
    return [
        {columns.GROUP: group.name, columns.BUSINESS_ID: str(one)}
        for group in panel.groups
        for one in group.members
    ]


def _rulings(
    panel: EvaluationPanel, offered: Mapping[str, tuple[Option, ...]], language: str
) -> list[dict[str, Value]]:
    names = {
        id: {one.id: one.name.say(language) for one in options} for id, options in offered.items()
    }
    return [
        {
            columns.EVALUATOR: one.evaluator,
            APPLICATION: one.application,
            columns.GROUND: names[columns.GROUND].get(one.ground, one.ground),
            columns.RULING: names[columns.RULING][one.kind],
            columns.BY: one.by,
            columns.ON: one.on,
            columns.REASON: one.reason,
        }
        for one in panel.rulings
    ]


def _replacements(panel: EvaluationPanel) -> list[dict[str, Value]]:
    return [
        {
            columns.EVALUATOR: one.evaluator,
            columns.SUBSTITUTE: one.substitute,
            APPLICATION: one.application,
            columns.BY: one.by,
            columns.ON: one.on,
            columns.REASON: one.reason,
        }
        for one in panel.replacements
    ]


def _page(
    book: Any,
    title: str,
    wanted: Sequence[Wanted],
    rows: Sequence[Mapping[str, Value]],
    language: str,
) -> Any:
    """Write headings for people, under them, hidden, the ids by which the form is read back."""
    page = book.create_sheet(title)
    for column, one in enumerate(wanted, start=1):
        head(page.cell(1, column), one.name.say(language))
        page.cell(1, column).fill = _FILL
        put(page.cell(2, column), one.id)
        page.column_dimensions[get_column_letter(column)].width = _WIDTH
        if one.id == columns.ON:
            for number in range(3, _ROOM + 3):
                page.cell(number, column).number_format = DAY_FORMAT
        for number, row in enumerate(rows, start=3):
            put(page.cell(number, column), row.get(one.id))
            if isinstance(row.get(one.id), str):
                page.cell(number, column).alignment = Alignment(wrap_text=True, vertical="top")
    page.row_dimensions[2].hidden = True
    page.freeze_panes = "B3"
    return page


def _listed(page: Any, wanted: Sequence[Wanted], id: str, check: Any) -> None:
    at = next((n for n, one in enumerate(wanted, start=1) if one.id == id), 0)
    if at:
        letter = get_column_letter(at)
        check.add(f"{letter}3:{letter}{_ROOM + 2}")
        page.add_data_validation(check)
