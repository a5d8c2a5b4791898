"""What nobody has read or said yet: sources, values of law, languages."""

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
    for name, parameter in sorted(desk.ruleset.parameters.items()):
        unread = [one for one in parameter.values if not one.source.verified]
        if unread:
            values = {"parameter": parameter.name, "source": unread[0].source.title}
            yield desk.finding("parameter-unverified", f"parameters.{name}", **values)
    for rule, expression in sorted(desk.ruleset.rules.items()):
        for parameter in may_look_up(expression.node):
            unread = [one for one in parameter.values if not one.source.verified]
            if unread:
                values = {"parameter": parameter.name, "source": unread[0].source.title}
                yield desk.finding("parameter-unverified", _path(desk, rule), **values)


def _path(desk: Desk, rule: str) -> str:
    is_condition = any(one.id == rule for one in desk.call.eligibility)
    return f"{'eligibility' if is_condition else 'factors'}[{rule}].when"
