"""The tables of a decision as one workbook: values to work on, not sentences."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import attrs

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.faces.reports import view
from innokumppanuus.faces.texts import Texts
from innokumppanuus.intake import Sheet, workbook_bytes
from innokumppanuus.intake.writing import Value
from innokumppanuus.plugin.manager import Plugins


@attrs.frozen
class Tables:
    """The xlsx format: ranking, applications, scores and grants, a sheet each."""

    key: str = "xlsx"
    name: Label = Label("Taulukot (Excel)", "Tabeller (Excel)", "Tables (Excel)")

    def write(self, decision: Decision, texts: Texts, plugins: Plugins) -> Mapping[str, bytes]:
        """Return `decision.xlsx`; what is not public is in it too."""
        return {"decision.xlsx": workbook_bytes(_sheets(decision, texts))}


def _sheets(decision: Decision, texts: Texts) -> Iterator[Sheet]:
    if view.is_fictional(decision):
        banner = [[texts.say("report.fictional")]]
        yield Sheet(
            title=texts.say("sheet.about"),
            headings=[decision.call.name.say(texts.language)],
            rows=banner,
        )
    yield _ranking(decision, texts)
    yield _applications(decision, texts)
    yield _scores(decision, texts)
    yield _grants(decision, texts)


def _ranking(decision: Decision, texts: Texts) -> Sheet:
    least = view.least_points(decision.call)
    points = () if least is None else ("points",)
    columns = ("rank", "id", "applicant", *points, "total", "best", "worst", "outcome")
    rows = [
        (
            row.ranked.rank,
            row.id,
            row.name,
            *(() if least is None else (row.points,)),
            row.ranked.value,
            row.ranked.best,
            row.ranked.worst,
            texts.say(f"outcome.{row.outcome.value}"),
        )
        for row in view.ranked_rows(decision)
        if row.ranked is not None
    ]
    return _sheet("ranking", columns, rows, texts)


def _applications(decision: Decision, texts: Texts) -> Sheet:
    fields = decision.call.form
    rows = [
        (
            *(_value(decision, row, field.id, texts) for field in fields),
            texts.say(f"outcome.{row.outcome.value}"),
        )
        for row in view.rows(decision)
    ]
    headings = [*(texts.show(field.name) for field in fields), texts.say("column.outcome")]
    return Sheet(title=texts.say("sheet.applications"), headings=headings, rows=rows)


def _value(decision: Decision, row: view.Row, field_id: str, texts: Texts) -> Value:
    """Return an answer as a value that a spreadsheet can count with, choices by their names."""
    answer = row.application.answers.get(field_id)
    match answer:
        case None | bool() | int() | float() | Money() | date():
            return answer
        case _:
            return view.shown(decision.call, field_id, answer, texts)


def _scores(decision: Decision, texts: Texts) -> Sheet:
    columns = ("application", "criterion", "evaluator", "score", "reason")
    rows = [
        (mark.application, mark.item, sheet.evaluator, mark.score, mark.reason)
        for sheet in decision.sheets
        for mark in sheet.marks
    ]
    return _sheet("scores", columns, rows, texts)


def _grants(decision: Decision, texts: Texts) -> Sheet:
    columns = ("id", "applicant", "grant", "instalment", "paid", "due")
    rows: list[tuple[Value, ...]] = []
    for row in view.rows(decision):
        if row.grant is None:
            continue
        first: tuple[Value, ...] = (row.id, row.name, row.grant.amount)
        parts: list[tuple[Value, ...]] = [
            (texts.show(one.name), one.amount, texts.show(one.due) if one.due else None)
            for one in row.grant.instalments
        ]
        rows += [(*first, *part) for part in parts or [(None, None, None)]]
    return _sheet("grants", columns, rows, texts)


def _sheet(
    name: str, columns: Sequence[str], rows: Sequence[Sequence[Value]], texts: Texts
) -> Sheet:
    headings = [texts.say(f"column.{one}") for one in columns]
    return Sheet(title=texts.say(f"sheet.{name}"), headings=headings, rows=rows)
