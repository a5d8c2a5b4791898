"""Limits that can never bind, and limits that do not go together."""

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.criteria import Criterion
from innokumppanuus.ruleset.expressions.comparisons import constants
from innokumppanuus.ruleset.linting.desk import Desk, Found

_CAP, _LEAST, _MOST = (
    "call.budget.cap_per_pilot",
    "call.lifecycle.least_months",
    "call.lifecycle.most_months",
)
_LIMITS = (
    ("budget.cap_per_pilot", (_CAP,)),
    ("lifecycle.duration_months", (_LEAST, _MOST)),
    ("lifecycle.ends_by", ("call.lifecycle.ends_by",)),
    ("timetable.closes", ("call.timetable.closes", "call.timetable.last_moment")),
)
"""Limits that applications must keep, with their names in expressions."""


def money(desk: Desk) -> Found:
    """The total, the cap, the target and the maximum go together."""
    budget = desk.call.budget
    total, cap = budget.total.value, budget.cap_per_pilot.value
    target, maximum = budget.target.value, budget.maximum.value
    if total is not None and cap is not None:
        if cap > total:
            yield desk.finding("cap-never-binds", "budget.cap_per_pilot", cap=cap, total=total)
        if maximum is not None and cap * maximum <= total:
            values = {"maximum": maximum, "cap": cap, "most": cap * maximum, "total": total}
            yield desk.finding("budget-never-binds", "budget.total", **values)
        if target is not None and cap * target.least > total:
            values = {"least": target.least, "cap": cap, "total": total}
            yield desk.finding("target-above-money", "budget.target", **values)
    most = target.most if target is not None else None
    if most is not None and maximum is not None and maximum > most:
        yield desk.finding("maximum-above-target", "budget.maximum", maximum=maximum, most=most)


def thresholds(desk: Desk) -> Found:
    """A threshold parts scores that there are."""
    for one in desk.call.criteria:
        if one.threshold is not None:
            yield from _threshold(desk, one)


def _threshold(desk: Desk, criterion: Criterion) -> Found:
    scale, threshold = desk.call.scale_of(criterion), criterion.threshold
    assert threshold is not None
    path = f"criteria[{criterion.id}].threshold"
    values = {"criterion": criterion.name, "threshold": threshold}
    if threshold <= scale.bottom:
        yield desk.finding("threshold-never-binds", path, **values, bottom=scale.bottom)
    elif threshold == scale.top:
        yield desk.finding("threshold-at-top", path, **values)
    elif (threshold - scale.bottom) % scale.step:
        yield desk.finding("threshold-between-steps", path, **values, step=scale.step)


def limits_without_rule(desk: Desk) -> Found:
    """Every limit that is stated for applications is looked at by a rule."""
    used = {name for rule in desk.ruleset.rules.values() for name in rule.uses}
    known = desk.ruleset.values(_nothing())
    said = {one.value for rule in desk.ruleset.rules.values() for one in constants(rule.node)}
    for path, names in _LIMITS:
        stated = [name for name in names if name in known]
        lacking = [name for name in stated if name not in used and known[name] not in said]
        if lacking and (path != "timetable.closes" or len(lacking) == len(names)):
            yield desk.finding("limit-without-rule", path, limit=known[lacking[0]])


def _nothing() -> Application:
    return Application(id="-", answers={})
