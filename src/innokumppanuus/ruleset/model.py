"""A checked rule set: the call, its compiled expressions and its hash. It decides nothing."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, FieldType
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.packs import Override, Pack
from innokumppanuus.domain.parameters import Parameter, StatedValue, UsedParameter
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.errors import Place, Problem
from innokumppanuus.ruleset.expressions import UNKNOWN, Expression
from innokumppanuus.ruleset.expressions.value_types import Type
from innokumppanuus.ruleset.parameters import seen, used_parameters
from innokumppanuus.ruleset.tables.compiling import CompiledTable, Result
from innokumppanuus.ruleset.tables.outcomes import results

FIELD_TYPES: Final[Mapping[FieldType, Type]] = MappingProxyType(
    {
        FieldType.TEXT: Type.STRING,
        FieldType.INTEGER: Type.INT,
        FieldType.NUMBER: Type.DOUBLE,
        FieldType.MONEY: Type.MONEY,
        FieldType.DATE: Type.DATE,
        FieldType.MOMENT: Type.TIMESTAMP,
        FieldType.YES_NO: Type.BOOL,
        FieldType.CHOICE: Type.STRING,
        FieldType.CHOICES: Type.LIST,
        FieldType.BUSINESS_ID: Type.STRING,
    }
)
"""What an answer is in expressions."""


@attrs.frozen(kw_only=True)
class RuleSet:
    """
    A rule set that can be used (säännöstö).

    Attributes:
        call: Everything that the file states.
        rules: What decides, compiled, by the id of the eligibility rule or factor: its `when`, or
            `when` and `unless` as one.
        regular: The `when` alone of rules that have an `unless` too, by id.
        exceptions: The `unless`, by id.
        parameters: The dated values that the call uses, by their name in it.
        tables: The decision tables, each after those that it uses.
        hash: SHA-256 of the canonical form, in hexadecimal; see `freezing`.
        warnings: What should be looked at and stops nothing.
        packs: Rule packs that it stands on, from the lowest up.
        overrides: What it changes in them, and they in each other.
        origins: Where each part stands, by path as in `Override`; packs have files of their own.
        written: Each value as the file writes it, by path.
        stated: Numbers and sums that are given as dated values, in the order of the file.
    """

    call: Call
    rules: Mapping[str, Expression]
    regular: Mapping[str, Expression] = attrs.field(factory=dict)
    exceptions: Mapping[str, Expression] = attrs.field(factory=dict)
    parameters: Mapping[str, Parameter] = attrs.field(factory=dict)
    tables: tuple[CompiledTable, ...] = ()
    hash: str
    warnings: tuple[Problem, ...] = ()
    packs: tuple[Pack, ...] = ()
    overrides: tuple[Override, ...] = ()
    origins: Mapping[str, Place] = attrs.field(factory=dict)
    written: Mapping[str, str] = attrs.field(factory=dict)
    stated: tuple[StatedValue, ...] = ()

    def values(self, application: Application) -> dict[str, object]:
        """Return what expressions see of application and call; what is missing is absent."""
        given = application.answers
        answers = {
            field.id: _answer(given[field.id]) for field in self.call.form if field.id in given
        }
        dated = {name: seen(one) for name, one in self.used(application).items()}
        known = {name: value for name, value in dated.items() if value is not None}
        values = {**answers, **call_values(self.call), **known}
        given_by_tables = ((name, one.value) for name, one in self.results(values).items())
        values.update((name, value) for name, value in given_by_tables if value is not UNKNOWN)
        return values

    def results(self, values: Mapping[str, object]) -> Mapping[str, Result]:
        """Return what each decision table says with *values*, by its name in expressions."""
        return results(self.tables, values)

    def place(self, path: str) -> Place:
        """Return where the path stands, or the nearest thing around it that the file has."""
        while path and path not in self.origins:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.origins.get(path, Place())

    def used(self, application: Application) -> Mapping[str, UsedParameter]:
        """Return the dated values on the days that count, by their name in expressions."""
        return used_parameters(self.call, self.parameters, application.answers)


def call_values(call: Call) -> dict[str, object]:
    """
    Return the values of the call by their name in expressions; missing facts are absent.

    Of a time that is not known exactly, an opening counts from its first moment and everything
    else to its last one, so that no rule bars for what is not known.
    """
    values = {name: value(call) for name, (_, value) in _CALL_VALUES.items()}
    return {name: value for name, value in values.items() if value is not None}


def _answer(answer: object) -> object:
    return answer.number if isinstance(answer, BusinessId) else answer


def _opens(call: Call) -> datetime | None:
    opens = call.timetable.opens.value
    return opens.earliest if opens else None


def _closes(call: Call) -> datetime | None:
    closes = call.timetable.closes.value
    return closes.latest if closes else None


def _ends_by(call: Call) -> date | None:
    ends_by = call.lifecycle.ends_by.value
    return ends_by.latest.astimezone(zone(call.zone)).date() if ends_by else None


def _report_due(call: Call) -> date | None:
    due = call.lifecycle.report_due.value
    return due.latest.astimezone(zone(call.zone)).date() if due else None


def _least_months(call: Call) -> int | None:
    duration = call.lifecycle.duration_months.value
    return duration.least if duration else None


def _most_months(call: Call) -> int | None:
    duration = call.lifecycle.duration_months.value
    return duration.most if duration else None


_CALL_VALUES: Mapping[str, tuple[Type, Callable[[Call], object]]] = {
    "call.timetable.opens": (Type.TIMESTAMP, _opens),
    "call.timetable.closes": (Type.TIMESTAMP, _closes),
    "call.timetable.last_moment": (Type.TIMESTAMP, lambda call: call.timetable.last_moment),
    "call.budget.total": (Type.MONEY, lambda call: call.budget.total.value),
    "call.budget.cap_per_pilot": (Type.MONEY, lambda call: call.budget.cap_per_pilot.value),
    "call.budget.maximum": (Type.INT, lambda call: call.budget.maximum.value),
    "call.lifecycle.least_months": (Type.INT, _least_months),
    "call.lifecycle.most_months": (Type.INT, _most_months),
    "call.lifecycle.ends_by": (Type.DATE, _ends_by),
    "call.lifecycle.report_due": (Type.DATE, _report_due),
}

CALL_TYPES: Final[Mapping[str, Type]] = MappingProxyType(
    {name: kind for name, (kind, _) in _CALL_VALUES.items()}
)
"""The type of each value of the call, by its name in expressions."""
