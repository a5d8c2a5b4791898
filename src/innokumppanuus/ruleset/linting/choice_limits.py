"""Declared limits of the choice that can never bind, or that cannot be kept with the budget."""

from innokumppanuus.domain.call import FieldType
from innokumppanuus.domain.limits import FieldLimit
from innokumppanuus.ruleset.linting.desk import Desk, Found

_PATH = "selection.limits"


def declared(desk: Desk) -> Found:
    """Every declared limit can bind and can be kept, as far as the rule set alone tells."""
    limits = desk.call.selection.limits if desk.call.selection else None
    if limits is None:
        return
    maximum = desk.call.budget.maximum.value
    if limits.minimum is not None and maximum is not None and limits.minimum.least > maximum:
        values = {"limit": limits.minimum.name, "least": limits.minimum.least, "maximum": maximum}
        yield desk.finding("limit-above-maximum", f"{_PATH}.minimum", **values)
    for one in limits.groups:
        path = f"{_PATH}.groups[{one.id}]"
        yield from _number(desk, one, path)
        yield from _money(desk, one, path)
    for two in limits.exclusions:
        if two.most >= len(two.applications):
            path = f"{_PATH}.exclusions[{two.id}]"
            yield desk.finding("limit-never-binds", path, limit=two.name)
    for three in limits.requirements:
        if set(three.needs) <= {three.application}:
            path = f"{_PATH}.requirements[{three.id}]"
            yield desk.finding("limit-never-binds", path, limit=three.name)


def _number(desk: Desk, one: FieldLimit, path: str) -> Found:
    maximum = desk.call.budget.maximum.value
    if one.most is not None and maximum is not None and one.most >= maximum:
        yield desk.finding("limit-never-binds", f"{path}.most", limit=one.name)
    if one.least == 0:
        yield desk.finding("limit-never-binds", f"{path}.least", limit=one.name)
    if one.least is None or maximum is None:
        return
    least = one.least * _groups_at_once(desk, one)
    if least > maximum:
        values = {"limit": one.name, "least": least, "maximum": maximum}
        yield desk.finding("limit-above-maximum", f"{path}.least", **values)


def _money(desk: Desk, one: FieldLimit, path: str) -> Found:
    total = desk.call.budget.total.value
    if one.most_money is not None and total is not None and one.most_money >= total:
        yield desk.finding("limit-never-binds", f"{path}.most_money", limit=one.name)
    if one.least_money is not None and one.least_money.cents == 0:
        yield desk.finding("limit-never-binds", f"{path}.least_money", limit=one.name)
    if one.least_money is None or total is None:
        return
    least = one.least_money * _groups_at_once(desk, one)
    if least > total:
        values = {"limit": one.name, "least": least, "total": total}
        yield desk.finding("limit-above-budget", f"{path}.least_money", **values)


def _groups_at_once(desk: Desk, one: FieldLimit) -> int:
    """Return in how many groups different applications are needed, each having one answer."""
    field = desk.call.field(one.field)
    if not one.each or field is None or field.type is FieldType.CHOICES:
        return 1
    return len(one.values or field.options) or 1
