"""How what decides ties, and the threshold of the total, fit the rest of a rule set."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, cast

from innokumppanuus.domain.call import FieldType
from innokumppanuus.domain.criteria import Scale
from innokumppanuus.domain.precedence import TAKES, TieBy, TieRule
from innokumppanuus.ruleset.checked import Checked, Found, fields_by_id, type_of, unknown_name
from innokumppanuus.ruleset.document import show
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.parameters import PREFIX

_LISTS: Final = (FieldType.CHOICE, FieldType.CHOICES)
_MEASURES: Final = (
    FieldType.INTEGER,
    FieldType.NUMBER,
    FieldType.MONEY,
    FieldType.DATE,
    FieldType.MOMENT,
    FieldType.YES_NO,
)
_FIELDS: Final[Mapping[TieBy, tuple[FieldType, ...]]] = {
    TieBy.NEW_ASPECT: _LISTS,
    TieBy.MOST_NEW: _LISTS,
    TieBy.BALANCE: (FieldType.INTEGER,),
    TieBy.LARGER: _MEASURES,
    TieBy.SMALLER: _MEASURES,
}
"""Types of the form fields that a step can look at."""


def tie_rules(checked: Checked) -> Found:
    """Each rule between sets is given once."""
    seen: set[object] = set()
    for rule in checked.call.each("selection", "tie_rules"):
        if rule.value in seen and not rule.is_broken:
            yield checked.problem("twice", rule, got=show(rule.node))
        seen.add(rule.value)


def lottery(checked: Checked) -> Found:
    """A lottery has a published seed."""
    selection = checked.call.at("selection")
    if selection is None or selection.given("lottery_seed"):
        return
    for rule in selection.each("tie_rules"):
        if rule.value in (TieRule.LOTTERY, TieRule.LOTTERY_IN_ORDER):
            yield checked.problem("lottery-seed", rule)
    for step in selection.each("tie_steps"):
        if step.known(TieBy, "by") is TieBy.LOTTERY:
            yield checked.problem("lottery-seed", step)


def tie_steps(checked: Checked) -> Found:
    """Each step names as many as it looks at, and they are scored, or fields that it can read."""
    for step in checked.call.each("selection", "tie_steps"):
        by = step.known(TieBy, "by")
        of = step.at("of")
        if by is None or (of is not None and of.is_broken):
            continue
        yield from _how_many(checked, step, by, len(of.items) if of is not None else 0)
        for named in of.items if of is not None else ():
            if by is TieBy.CRITERIA:
                yield from _scored(checked, named)
            elif by in _FIELDS:
                yield from _field(checked, named, by)


def total_threshold(checked: Checked) -> Found:
    """The sum that is asked for can be reached, and can be missed."""
    at = checked.call.at("assessment", "total_threshold")
    scored = checked.scored()
    common = checked.call.at("assessment", "scale")
    drafts = [one.at("scale") or common for one in scored]
    scales = [one.value if one is not None else Scale() for one in drafts]
    is_whole = not (checked.is_lost("criteria") or checked.is_lost("factors"))
    if at is None or not isinstance(at.value, Fraction) or not scored or not is_whole:
        return
    if not all(isinstance(one, Scale) for one in scales):
        return
    known = [cast(Scale, one) for one in scales]
    bottom = sum((one.bottom for one in known), Fraction(0))
    top = sum((one.top for one in known), Fraction(0))
    if not bottom <= at.value <= top:
        yield checked.problem("off-scale", at, bottom=bottom, top=top, got=at.value)


def dated_options(checked: Checked) -> Found:
    """Dated values that options of the money or of the choice name are there."""
    whole = checked.call.at("parameters")
    names = {f"{PREFIX}{name}" for name in (whole.parts if whole is not None else ())}
    for owner in ("funding", "selection"):
        options = checked.call.at(owner, "options")
        for one in options.walk() if options is not None else ():
            value = one.value
            is_dated = isinstance(value, str) and value.startswith(PREFIX)
            if is_dated and value not in names and not checked.is_lost("parameters"):
                yield unknown_name(checked, one, str(value), names)


def _how_many(checked: Checked, step: Draft, by: TieBy, got: int) -> Found:
    least, most = TAKES[by]
    at = step.at("of") or step
    if got < least:
        yield checked.problem("tie-step-few", at, by=by.value, least=least, got=got)
    elif most == 0 and got:
        yield checked.problem("tie-step-none", at, by=by.value)
    elif most is not None and got > most:
        yield checked.problem("tie-step-many", at, by=by.value, most=most, got=got)


def _scored(checked: Checked, named: Draft) -> Found:
    known = [name for one in checked.scored() if (name := one.known(str, "id")) is not None]
    is_whole = len(known) == len(checked.scored()) and not checked.is_lost("criteria")
    if isinstance(named.value, str) and named.value not in known and is_whole:
        yield unknown_name(checked, named, named.value, known)


def _field(checked: Checked, named: Draft, by: TieBy) -> Found:
    form = checked.call.each("form")
    fields = fields_by_id(form)
    if not isinstance(named.value, str):
        return
    if named.value not in fields:
        if len(fields) == len(form) and not checked.is_lost("form"):
            yield unknown_name(checked, named, named.value, fields)
        return
    kind = type_of(fields[named.value])
    if kind is not None and kind not in _FIELDS[by]:
        must = ", ".join(one.value for one in _FIELDS[by])
        yield checked.problem(
            "tie-step-field", named, by=by.value, must=must, got=kind.value, field=named.value
        )
