"""What an official should know of the declared limits once it is known who may be chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Infeasible, LimitKind, Limits, Relaxation
from innokumppanuus.engine.resolving import declared_in, unanswered
from innokumppanuus.engine.rows import Row, rows_of
from innokumppanuus.errors import Problem


def notes_on_declared(
    call: Call, candidates: Sequence[Application], limits: Limits, costs: Mapping[str, Money]
) -> tuple[Problem, ...]:
    """
    Return which declared limits can never bind, and of whom they cannot tell.

    Args:
        call: With its declared limits.
        candidates: Who may be chosen.
        limits: Over the candidates.
        costs: What each would get, by application.
    """
    return (*_never_binding(call, limits, costs), *_unanswered(call, candidates))


def notes_on_contradiction(contradiction: Infeasible) -> tuple[Problem, ...]:
    """Return what contradicts, and what each limit would have to give way by."""
    count = len(contradiction.limits)
    head = _note("note-contradiction", count=count) if count > 1 else _note("note-limit-impossible")
    return (head, *(_giving_way(one) for one in contradiction.limits))


def _giving_way(one: Relaxation) -> Problem:
    key = f"note-gives-way-{one.kind.value.replace('_', '-')}"
    if not one.is_enough:
        key = f"{key}-part"
    values: dict[str, object] = {"limit": one.name} if one.name else {}
    values |= {"more": one.count} if one.money is None else {"more": one.money}
    return _note(key, **values)


def _never_binding(call: Call, limits: Limits, costs: Mapping[str, Money]) -> Iterator[Problem]:
    rows = [row for row in rows_of(limits, costs) if row.limit not in _OF_BUDGET]
    for id, name in _declared(call):
        mine = [row for row in rows if row.limit == id or row.limit.startswith(f"{id}[")]
        if all(_binds_nobody(row, costs) for row in mine):
            yield _note("note-limit-never-binds", limit=name)


_OF_BUDGET = (LimitKind.BUDGET.value, LimitKind.MAXIMUM.value)


def _binds_nobody(row: Row, costs: Mapping[str, Money]) -> bool:
    """Return whether every set keeps the row."""
    if row.is_at_least:
        return row.bound <= 0
    if row.kind is LimitKind.NEEDS:
        return row.other in row.members
    if row.is_in_money:
        return sum(costs[one].cents for one in row.members) <= row.bound
    return len(row.members) <= row.bound


def _declared(call: Call) -> Iterator[tuple[str, Label]]:
    declared = declared_in(call)
    if declared is not None:
        yield from ((one.id, one.name) for one in declared.groups)
        yield from ((one.id, one.name) for one in declared.exclusions)
        yield from ((one.id, one.name) for one in declared.requirements)


def _unanswered(call: Call, candidates: Iterable[Application]) -> Iterator[Problem]:
    found: dict[str, list[str]] = {}
    names: dict[str, tuple[Label, str]] = {}
    for limit, application in unanswered(call, candidates):
        found.setdefault(limit.id, []).append(application)
        names[limit.id] = limit.name, limit.field
    for id, ids in found.items():
        name, field_id = names[id]
        field = call.field(field_id)
        yield _note(
            "note-limit-unanswered",
            limit=name,
            field=field.name if field else same(field_id),
            applications=", ".join(ids),
            count=len(ids),
        )


def _note(key: str, **values: object) -> Problem:
    return Problem(key=key, values=values, severity="warning")
