"""What nobody has read or said yet: sources, values of law, languages."""

from collections.abc import Iterator

from innokumppanuus.domain.parameters import Parameter, ParameterValue
from innokumppanuus.ruleset.expressions.nodes import may_look_up
from innokumppanuus.ruleset.linting.desk import Desk, Found
from innokumppanuus.ruleset.parameters import day_field, fixed_days


def languages(desk: Desk) -> Found:
    for path, label in desk.labels():
        lacking = tuple(label.missing())
        if lacking:
            yield desk.finding("language-missing", path, languages=", ".join(lacking))


def sources_unread(desk: Desk) -> Found:
    for key, source in desk.call.sources.items():
        if not source.verified:
            yield desk.finding("source-unverified", f"sources.{key}", source=source.title)


def parameters_unread(desk: Desk) -> Found:
    """Dated values of law that may be used and whose source nobody of the project has read."""
    for path, parameter, held in dict.fromkeys(_dated(desk)):
        unread = dict.fromkeys(one.source.title for one in held if not one.source.verified)
        if unread:
            values = {"parameter": parameter.name, "source": "; ".join(unread)}
            yield desk.finding("parameter-unverified", path, **values)


def _dated(desk: Desk) -> Iterator[tuple[str, Parameter, tuple[ParameterValue, ...]]]:
    """Yield the dated values that the call names or functions may look up: where, and which."""
    for name, parameter in sorted(desk.ruleset.parameters.items()):
        yield f"parameters.{name}", parameter, _held(desk, name, parameter)
    conditions = {one.id for one in desk.call.eligibility}
    for rule, expression in sorted(desk.ruleset.rules.items()):
        path = f"{'eligibility' if rule in conditions else 'factors'}[{rule}].when"
        yield from ((path, one, one.values) for one in may_look_up(expression.node))
    for table in desk.ruleset.tables:
        for expression in (*table.rows, *table.thens):
            found = may_look_up(expression.node)
            path = f"tables[{table.table.id}].rows"
            yield from ((path, one, one.values) for one in found)


def _held(desk: Desk, name: str, parameter: Parameter) -> tuple[ParameterValue, ...]:
    """Return the values of the days that the call names; all when it names none or none holds."""
    call, use = desk.call, desk.call.parameters[name]
    is_asked = day_field(use) is not None
    days = None if is_asked else fixed_days(call.timetable, call.zone, use.on)
    if days is None:
        return parameter.values
    first, last = days
    held = tuple(
        one
        for one in parameter.values
        if one.valid_from <= last and (one.valid_to is None or first <= one.valid_to)
    )
    return held or parameter.values
