"""How what a rule set knows of the weights fits together, and whether it leaves any weights."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.ruleset.checked import Checked, Found, named_once, unknown_name
from innokumppanuus.ruleset.document import show
from innokumppanuus.ruleset.drafts import Draft

MOST_CENTRED: Final = 6
"""Totals are made with the centre of a region of so many weights at most, unless some are given."""

_KEYS: Final = ("weights", "order", "intervals", "ratios", "panel")
_MAY_HAVE: Final = {
    WeightingKind.WEIGHTS: ("weights",),
    WeightingKind.ORDER: ("order", "intervals", "ratios"),
    WeightingKind.INTERVALS: ("intervals", "ratios", "weights"),
    WeightingKind.RATIOS: ("ratios", "intervals", "weights"),
    WeightingKind.PANEL: ("panel",),
    WeightingKind.NONE: ("weights",),
}
"""What may stand beside each kind; the first of them must, but of `none`."""


def weighting(checked: Checked) -> Found:
    """Yield everything that does not fit together in the weighting."""
    draft = checked.call.at("assessment", "weighting")
    kind = draft.known(WeightingKind, "kind") if draft is not None else None
    if draft is None or kind is None:
        return
    found = [*_keys(checked, draft, kind)]
    if not found:
        found = [problem for one in _CHECKS for problem in one(checked, draft)]
    yield from found
    if not found:
        yield from _region(checked, draft)


def _keys(checked: Checked, draft: Draft, kind: WeightingKind) -> Found:
    """Yield what must be there and is not; then what does not belong to the kind."""
    must = _MAY_HAVE[kind][0]
    if kind is not WeightingKind.NONE:
        given = draft.at(must)
        is_empty = given is not None and not (given.items or given.parts or given.is_broken)
        if given is None or (is_empty and checked.scored()):
            yield checked.problem("key-missing", draft, got=must)
            return
    for key in _KEYS:
        if key not in _MAY_HAVE[kind] and draft.given(key):
            yield checked.problem("not-with-kind", draft.parts[key], kind=kind.value)


def _order(checked: Checked, draft: Draft) -> Found:
    """The order names every scored item once."""
    order = draft.at("order")
    if order is None or draft.known(WeightingKind, "kind") is not WeightingKind.ORDER:
        return
    for group in order.items:
        if not group.items and not group.is_broken:
            yield checked.problem("empty", group)
    named = [word for group in order.items for word in group.items]
    yield from named_once(checked, order, [(str(word.value), word) for word in named])


def _weights(checked: Checked, draft: Draft) -> Found:
    """The weights name every scored item, and are more than 0."""
    weights = draft.at("weights")
    if weights is None or not weights.parts:
        return
    for weight in weights.parts.values():
        if isinstance(weight.value, Fraction) and weight.value <= 0:
            yield checked.problem("more-than-zero", weight, got=show(weight.node))
    yield from named_once(checked, weights, list(weights.parts.items()))


def _panel(checked: Checked, draft: Draft) -> Found:
    """Each member gives every scored item points, of which some are more than 0."""
    panel = draft.at("panel")
    for member in panel.parts.values() if panel is not None else ():
        points = [one.value for one in member.parts.values() if isinstance(one.value, Fraction)]
        for one in member.parts.values():
            if isinstance(one.value, Fraction) and one.value < 0:
                yield checked.problem("at-least", one, least=0, got=show(one.node))
        if not member.is_broken and not any(points):
            yield checked.problem("weight-nothing", member)
        yield from named_once(checked, member, list(member.parts.items()))


def _named(checked: Checked, draft: Draft) -> Found:
    """Bounds and ratios name items that are scored."""
    items = checked.scored()
    known = [name for one in items if (name := one.known(str, "id")) is not None]
    if len(known) < len(items) or checked.is_lost("criteria") or checked.is_lost("factors"):
        return
    intervals = draft.at("intervals")
    for name, one in intervals.parts.items() if intervals is not None else ():
        if name not in known:
            yield unknown_name(checked, one, name, known)
    for ratio in draft.each("ratios"):
        for key in ("first", "second"):
            at = ratio.at(key)
            if at is not None and isinstance(at.value, str) and at.value not in known:
                yield unknown_name(checked, at, at.value, known)


_CHECKS: tuple[Callable[[Checked, Draft], Found], ...] = (_order, _weights, _panel, _named)


def _region(checked: Checked, draft: Draft) -> Found:
    """Some weights keep all that is said of them, and those for the totals are among these."""
    value = draft.value
    items = [name for one in checked.scored() if (name := one.known(str, "id")) is not None]
    if not isinstance(value, Weighting) or len(set(items)) < len(checked.scored()) or not items:
        return
    if value.kind is WeightingKind.WEIGHTS or not _all_named(value) <= set(items):
        return
    region = WeightRegion.of(value, items)
    if region.rows and region.is_empty:
        yield checked.problem("weight-empty", draft)
        return
    if value.weights:
        whole = sum(value.weights.values())
        shares = {item: weight / whole for item, weight in value.weights.items()}
        if not region.holds(shares):
            yield checked.problem("weight-outside", draft.parts["weights"])
    elif len(items) > MOST_CENTRED and _needs_centre(value):
        yield checked.problem("weight-centre", draft, most=MOST_CENTRED, got=len(items))


def _needs_centre(value: Weighting) -> bool:
    is_plain_order = value.kind is WeightingKind.ORDER and not (value.intervals or value.ratios)
    return not is_plain_order and value.kind is not WeightingKind.PANEL


def _all_named(value: Weighting) -> set[str]:
    ordered = {item for group in value.order for item in group}
    members = {item for given in value.panel.values() for item in given}
    return {*value.weights, *value.intervals, *ordered, *members}
