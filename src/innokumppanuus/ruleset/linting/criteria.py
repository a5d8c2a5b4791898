"""Scales that nobody has described, and principles that nothing measures."""

from innokumppanuus.domain.criteria import Scale
from innokumppanuus.domain.principles import Principle
from innokumppanuus.ruleset.linting.desk import Desk, Found


def scales(desk: Desk) -> Found:
    """Every scale that evaluators use has words for its levels, at least for both ends."""
    call = desk.call
    own = [
        (f"{kind}[{one.id}].scale", one.scale)
        for kind, items in (("criteria", call.criteria), ("factors", call.factors))
        for one in items
        if one.scale is not None
    ]
    is_common_used = any(one.scale is None for one in call.scored())
    common = [("assessment.scale", call.assessment.scale)] if call.assessment else []
    for path, scale in [*(common if is_common_used else []), *own]:
        yield from _scale(desk, path, scale)


def principles_served(desk: Desk) -> Found:
    """Every criterion says which of the 3P it serves."""
    for one in desk.call.scored():
        if one.principle is None:
            kind = "criteria" if one in desk.call.criteria else "factors"
            path = f"{kind}[{one.id}]"
            yield desk.finding("criterion-without-principle", path, criterion=one.name)


def principles_measured(desk: Desk) -> Found:
    """Each of the 3P is measured by a criterion, a factor or what a field of the form fills."""
    call = desk.call
    measured = {one.principle for one in call.criteria}
    measured |= {one.principle for one in call.factors}
    measured |= {one.principle for one in call.eligibility}
    measured |= {one.principle for one in call.form}
    for field in call.form:
        measured.update(one for one in Principle if field.fills.split(".")[0] == one)
    for one in Principle:
        if one not in measured:
            yield desk.finding("principle-unmeasured", "criteria", principle=one.value)


def _scale(desk: Desk, path: str, scale: Scale) -> Found:
    described = {level.score for level in scale.levels}
    values = {"bottom": scale.bottom, "top": scale.top}
    if not described:
        yield desk.finding("scale-without-levels", path, **values)
    elif not {scale.bottom, scale.top} <= described:
        yield desk.finding("scale-ends-undescribed", path, **values)
