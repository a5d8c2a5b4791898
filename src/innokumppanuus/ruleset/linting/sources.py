"""What nobody has read or said yet: sources, values of law, languages."""

from collections.abc import Iterator

from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.ruleset.expressions.nodes import may_look_up
from innokumppanuus.ruleset.linting.desk import Desk, Found


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
    """Dated values of law whose source nobody of the project has read; any of their values."""
    for path, parameter in dict.fromkeys(_dated(desk)):
        unread = [one for one in parameter.values if not one.source.verified]
        if unread:
            values = {"parameter": parameter.name, "source": unread[0].source.title}
            yield desk.finding("parameter-unverified", path, **values)


def _dated(desk: Desk) -> Iterator[tuple[str, Parameter]]:
    """Yield the dated values that the call names or functions may look up, with where."""
    for name, parameter in sorted(desk.ruleset.parameters.items()):
        yield f"parameters.{name}", parameter
    conditions = {one.id for one in desk.call.eligibility}
    for rule, expression in sorted(desk.ruleset.rules.items()):
        path = f"{'eligibility' if rule in conditions else 'factors'}[{rule}].when"
        yield from ((path, one) for one in may_look_up(expression.node))
    for table in desk.ruleset.tables:
        for expression in (*table.rows, *table.thens):
            found = may_look_up(expression.node)
            yield from ((f"tables[{table.table.id}].rows", one) for one in found)
