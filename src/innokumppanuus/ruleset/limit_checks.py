"""How the declared limits of a choice fit the form and the money. What they mean is not judged."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from innokumppanuus.domain.call import FieldType
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import LimitKind
from innokumppanuus.ruleset.checked import Checked, Found, fields_by_id, once, one_of, type_of
from innokumppanuus.ruleset.document import show
from innokumppanuus.ruleset.drafts import Draft

_LISTS = ("groups", "exclusions", "requirements")
_RESERVED = (LimitKind.BUDGET.value, LimitKind.MAXIMUM.value, LimitKind.MINIMUM.value)
_GROUPING = (
    FieldType.CHOICE,
    FieldType.CHOICES,
    FieldType.TEXT,
    FieldType.BUSINESS_ID,
    FieldType.YES_NO,
)
_BOUNDS = ("least", "most", "least_money", "most_money")


def limits(checked: Checked) -> Found:
    """Yield everything that does not fit together in the limits of the choice."""
    declared = checked.call.at("selection", "limits")
    if declared is not None:
        for one in _CHECKS:
            yield from one(checked, declared)


def _ids(checked: Checked, declared: Draft) -> Found:
    limits = [one for key in _LISTS for one in declared.each(key)]
    yield from once(checked, limits)
    for one in limits:
        at = one.at("id")
        if at is not None and at.value in _RESERVED:
            yield checked.problem("limit-id", at, got=show(at.node))


def _fields(checked: Checked, declared: Draft) -> Found:
    """Yield fields that are not there, that make no groups, and answers that they do not offer."""
    for one in declared.each("groups"):
        at = one.at("field")
        if at is None:
            continue
        field = _field(checked, at)
        if field is None:
            yield from _unknown(checked, at)
            continue
        kind = type_of(field)
        if kind is not None and kind not in _GROUPING:
            known = ", ".join(str(each) for each in _GROUPING)
            yield checked.problem("limit-field-type", at, known=known, got=str(kind))
        yield from _values(checked, one, field, kind)


def _values(checked: Checked, limit: Draft, field: Draft, kind: FieldType | None) -> Found:
    values = limit.each("values")
    options = [name for one in field.each("options") if (name := one.known(str, "id")) is not None]
    offered = ["true", "false"] if kind is FieldType.YES_NO else options
    if offered:
        for value in values:
            yield from one_of(checked, value, offered)
    elif not values and kind is not None and not limit.known(bool, "each"):
        yield checked.problem("limit-values", limit)


def _bounds(checked: Checked, declared: Draft) -> Found:
    for one in declared.each("groups"):
        given = [one.at(key) for key in _BOUNDS]
        if not any(given):
            yield checked.problem("limit-bounds", one)
        for at in given:
            if at is not None and _is_negative(at.value):
                yield checked.problem("at-least", at, least=0, got=show(at.node))
        yield from _ordered(checked, one, int, "least", "most")
        yield from _ordered(checked, one, Money, "least_money", "most_money")


def _ordered(checked: Checked, limit: Draft, kind: type, low: str, high: str) -> Found:
    least, most = limit.known(kind, low), limit.known(kind, high)
    at = limit.at(high)
    if least is None or most is None or at is None or _currency(least) != _currency(most):
        return
    if least > most:
        yield checked.problem("limit-order", at, least=least, most=most)


def _currencies(checked: Checked, declared: Draft) -> Found:
    """Yield sums in another currency than the budget."""
    budget = checked.call.known(Money, "budget", "total", "value")
    currency = budget.currency if budget is not None else "EUR"
    for one in declared.each("groups"):
        for key in ("least_money", "most_money"):
            at = one.at(key)
            if at is not None and isinstance(at.value, Money) and at.value.currency != currency:
                got = at.value.currency
                yield checked.problem("currencies", at, first=currency, second=got)


def _named(checked: Checked, declared: Draft) -> Found:
    """Yield lists of applications that are too short, or name one twice."""
    for key, part, least in (("exclusions", "applications", 2), ("requirements", "needs", 1)):
        for one in declared.each(key):
            at = one.at(part)
            if at is None or at.is_broken:
                continue
            if len(at.items) < least:
                yield checked.problem("limit-too-few", at, least=least, got=len(at.items))
            seen: set[object] = set()
            for item in at.items:
                if item.value in seen:
                    yield checked.problem("twice", item, got=show(item.node))
                seen.add(item.value)


def _partial(checked: Checked, declared: Draft) -> Found:
    partial = declared.at("partial")
    if partial is None:
        return
    if partial.given("share") == partial.given("field"):
        yield checked.problem("partial-one", partial)
    share = partial.at("share")
    if share is not None and isinstance(share.value, Fraction) and not 0 <= share.value <= 1:
        yield checked.problem("must-be-share", share, got=show(share.node))
    at = partial.at("field")
    if at is None or not at.value:
        return
    field = _field(checked, at)
    if field is None:
        yield from _unknown(checked, at)
    elif type_of(field) not in (FieldType.MONEY, None):
        yield checked.problem("limit-money-field", at, got=str(type_of(field)))


_CHECKS: tuple[Callable[[Checked, Draft], Found], ...] = (
    _ids,
    _fields,
    _bounds,
    _currencies,
    _named,
    _partial,
)


def _field(checked: Checked, at: Draft) -> Draft | None:
    known = fields_by_id(checked.call.each("form"))
    return known.get(at.value) if isinstance(at.value, str) else None


def _unknown(checked: Checked, at: Draft) -> Found:
    form = checked.call.each("form")
    known: Mapping[str, Draft] = fields_by_id(form)
    if not checked.is_lost("form") and len(known) == len(form):
        yield from one_of(checked, at, known)


def _is_negative(value: object) -> bool:
    return value.cents < 0 if isinstance(value, Money) else isinstance(value, int) and value < 0


def _currency(value: object) -> str:
    return value.currency if isinstance(value, Money) else ""
