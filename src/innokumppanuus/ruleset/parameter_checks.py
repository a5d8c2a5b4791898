"""
How a rule set uses dated values: that they are offered, and that the day that counts can be told.

What law they state is not looked at; a warning tells which of them nobody has verified.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from innokumppanuus.domain.call import Call, FieldType
from innokumppanuus.domain.dates import When
from innokumppanuus.domain.parameters import Parameter, ParameterValue, UsedParameter
from innokumppanuus.errors import InvalidValue, Problem
from innokumppanuus.ruleset.checked import (
    Checked,
    Found,
    fields_by_id,
    offered,
    type_of,
    unknown_name,
)
from innokumppanuus.ruleset.document import show
from innokumppanuus.ruleset.drafts import BROKEN, Draft
from innokumppanuus.ruleset.expressions.complaints import closest
from innokumppanuus.ruleset.expressions.value_types import Type
from innokumppanuus.ruleset.parameters import (
    PARAMETER_TYPES,
    PREFIX,
    TIMETABLE_DAYS,
    days_of,
    is_day,
    on_days,
)
from innokumppanuus.ruleset.scalars import read_date
from innokumppanuus.ruleset.stated_values import Asked, Stated

_DAY_FIELDS = (FieldType.DATE, FieldType.MOMENT)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def parameters_of(checked: Checked) -> dict[str, Parameter]:
    """Return the dated values that the call uses and plugins offer, by their name in the call."""
    return {use.name: use.parameter for use in _uses(checked) if use.parameter is not None}


def parameter_types(checked: Checked) -> dict[str, Type]:
    """Return the type of each dated value that is offered, by its name in expressions."""
    offered = parameters_of(checked)
    return {f"{PREFIX}{name}": PARAMETER_TYPES[one.unit] for name, one in offered.items()}


def unsure_parameters(checked: Checked) -> set[str]:
    """Return the names in expressions of dated values whose key has had its problem told."""
    return {use.variable for use in _uses(checked) if use.parameter is None}


def parameter_keys(checked: Checked) -> Found:
    """Every dated value has a name that expressions can use, and a plugin offers it."""
    for use in _uses(checked):
        if not _NAME.fullmatch(use.name):
            yield checked.problem("parameter-name", use.draft, got=use.name[:40])
        key = use.draft.at("key")
        if key is not None and key.value:
            yield from offered(checked, key, checked.plugins.parameters())


def parameter_days(checked: Checked) -> Found:
    """The day that counts is a day, a time of the timetable or a field that holds a day."""
    form = checked.call.each("form")
    fields = fields_by_id(form)
    days = [name for name, one in fields.items() if type_of(one) in _DAY_FIELDS]
    unsure = {name for name, one in fields.items() if type_of(one) is None}
    is_form_lost = checked.is_lost("form") or len(fields) < len(form)
    known = (*TIMETABLE_DAYS, *days)
    for use in _uses(checked):
        at, on = use.draft.at("on"), use.on
        if at is None or not on or on in known or on in unsure:
            continue
        if is_day(on):
            yield from _impossible_day(checked, at, on)
            continue
        if is_form_lost and on not in fields:
            continue
        meant = closest(on, known)
        if meant is None:
            yield checked.problem(
                "parameter-day-none", at, got=show(at.node), known=", ".join(known)
            )
        else:
            yield checked.problem("parameter-day", at, got=show(at.node), meant=meant)


def parameters_in_force(checked: Checked) -> Found:
    """A value is in force on some of the days that the rule set itself names."""
    for use in _uses(checked):
        at = use.draft.at("on")
        if at is not None and use.parameter is not None and use.days is not None and not use.held:
            values = {"parameter": use.parameter.key, "day": use.days[1]}
            yield checked.problem("parameter-not-in-force", at, **values)


def unverified_parameters(checked: Checked) -> Found:
    """Yield the values that may be used and whose source nobody of this project has read."""
    for use in _uses(checked):
        for one in use.held:
            if not one.source.verified:
                values = {"name": use.variable, "day": one.valid_from}
                yield checked.problem("parameter-unverified", use.draft, **values)


def parameter_days_not_known(checked: Checked) -> Found:
    """Yield the times that are missing, or known too roughly to tell which value holds."""
    for use in _uses(checked):
        at = use.draft.at("on")
        if at is None or use.parameter is None or use.on not in TIMETABLE_DAYS:
            continue
        if on_days(use.parameter, use.days, use.variable).day is None:
            yield checked.problem("parameter-day-not-known", at, name=use.variable)


def stated_values(checked: Checked, asked: Iterable[Asked]) -> Stated:
    """
    Return the dated values that stand in the place of numbers and sums, and what is wrong.

    What is told by the other checks of dated values is not told here.
    """
    uses = {use.name: use for use in _uses(checked)}
    values: dict[str, UsedParameter] = {}
    problems: list[Problem] = []
    for one in asked:
        at = Draft(kind=one.kind, node=one.node, path=one.path, value=BROKEN)
        use = uses.get(one.name)
        if use is None:
            if not checked.is_lost("parameters"):
                known = [f"{PREFIX}{name}" for name in uses]
                problems.append(unknown_name(checked, at, f"{PREFIX}{one.name}", known))
            continue
        if use.parameter is None or not use.on:
            continue
        opening = use.on == TIMETABLE_DAYS[0]
        used = on_days(use.parameter, use.days, use.variable, opening=opening)
        if used.value is not None:
            values[one.name] = used
        elif use.on in fields_by_id(checked.call.each("form")) and use.on not in TIMETABLE_DAYS:
            problems.append(checked.problem("stated-by-answer", at, got=use.variable, field=use.on))
        elif use.on in TIMETABLE_DAYS and used.day is None and use.held:
            problems.append(checked.problem("stated-day-open", at, got=use.variable, time=use.on))
    return Stated(values=values, problems=tuple(problems))


@attrs.frozen(kw_only=True)
class _Use:
    """
    A use of a dated value in the file.

    Attributes:
        name: Its name in the call.
        draft: Where it stands.
        on: What it says of the day that counts; empty when that cannot be read.
        parameter: What a plugin offers under its key; None when none does.
        days: The first and the last day that the rule set itself names; None when it names none.
    """

    name: str
    draft: Draft
    on: str
    parameter: Parameter | None
    days: tuple[date, date] | None

    @property
    def variable(self) -> str:
        return f"{PREFIX}{self.name}"

    @property
    def held(self) -> tuple[ParameterValue, ...]:
        """The values that may be used: those of the days, or all when no day is named."""
        values = self.parameter.values if self.parameter is not None else ()
        if self.days is None:
            return values
        first, last = self.days
        return tuple(
            one
            for one in values
            if one.valid_from <= last and (one.valid_to is None or first <= one.valid_to)
        )


def _uses(checked: Checked) -> Iterator[_Use]:
    whole = checked.call.at("parameters")
    for name, draft in (whole.parts if whole is not None else {}).items():
        on = draft.known(str, "on") or ""
        yield _Use(
            name=name,
            draft=draft,
            on=on,
            parameter=checked.plugins.parameters().get(draft.known(str, "key") or ""),
            days=_named_days(checked, on),
        )


def _named_days(checked: Checked, on: str) -> tuple[date, date] | None:
    if is_day(on):
        try:
            day = read_date(on)
        except InvalidValue:
            return None
        return day, day
    when = checked.call.known(When, "timetable", on, "value") if on in TIMETABLE_DAYS else None
    zone = checked.call.known(str, "zone") or str(attrs.fields(Call).zone.default)
    return None if when is None else days_of(when, zone)


def _impossible_day(checked: Checked, at: Draft, on: str) -> Found:
    try:
        read_date(on)
    except InvalidValue as problem:
        yield checked.problem(problem.key, at, **problem.values)
