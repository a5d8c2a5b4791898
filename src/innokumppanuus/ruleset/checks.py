"""
How the values of a rule set fit together, one small function for each demand.

Every check looks only at what could be read: a value that is broken has had its problem told, and
is neither wrong nor missing here.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, cast

import attrs

from innokumppanuus.domain.call import (
    AMOUNT_FIELD,
    APPLICANT_FIELD,
    ID_FIELD,
    MOMENT_FIELD,
    SECTOR_FIELD,
    Field,
    FieldType,
    SelectionPolicy,
)
from innokumppanuus.domain.criteria import (
    FactorKind,
    Scale,
)
from innokumppanuus.domain.dates import Count, When
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import RoleKind
from innokumppanuus.domain.principles import Principles
from innokumppanuus.errors import InvalidValue, Problem
from innokumppanuus.ruleset.checked import (
    Checked,
    Found,
    offered,
    once,
    one_of,
    repeated_ids,
    type_of,
    unknown_name,
)
from innokumppanuus.ruleset.document import show
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.follow_up_checks import follow_up
from innokumppanuus.ruleset.limit_checks import limits
from innokumppanuus.ruleset.panel_checks import panel
from innokumppanuus.ruleset.parameter_checks import (
    parameter_days,
    parameter_keys,
    parameters_in_force,
)
from innokumppanuus.ruleset.tie_checks import (
    dated_options,
    lottery,
    tie_rules,
    tie_steps,
    total_threshold,
)
from innokumppanuus.ruleset.weight_checks import weighting

CHOICES = (FieldType.CHOICE, FieldType.CHOICES)
STANDARD_TYPES = {
    ID_FIELD: (FieldType.TEXT,),
    APPLICANT_FIELD: (FieldType.TEXT,),
    MOMENT_FIELD: (FieldType.MOMENT,),
    SECTOR_FIELD: (FieldType.CHOICE, FieldType.TEXT),
    AMOUNT_FIELD: (FieldType.MONEY,),
}


def check(checked: Checked) -> tuple[Problem, ...]:
    """Return everything that does not fit together."""
    return tuple(problem for one in _CHECKS for problem in one(checked))


def field_ids(checked: Checked) -> Found:
    yield from once(checked, checked.call.each("form"))


def option_ids(checked: Checked) -> Found:
    for field in checked.call.each("form"):
        yield from once(checked, field.each("options"))


def rule_and_item_ids(checked: Checked) -> Found:
    """Rules, criteria and factors share their ids: weights, findings and reasons name them."""
    call = checked.call
    yield from once(
        checked, (*call.each("eligibility"), *call.each("criteria"), *call.each("factors"))
    )


def aspect_ids(checked: Checked) -> Found:
    for criterion in checked.call.each("criteria"):
        yield from once(checked, criterion.each("aspects"))


def score_columns(checked: Checked) -> Found:
    """No criterion has the id under which an aspect of another is scored."""
    criteria = checked.call.each("criteria")
    ids = {name: one for one in criteria if (name := one.known(str, "id")) is not None}
    for name, criterion in ids.items():
        for aspect in criterion.each("aspects"):
            at, column = aspect.at("id"), f"{name}.{aspect.known(str, 'id')}"
            if at is not None and column in ids:
                line = ids[column].node.line
                yield checked.problem("id-twice", at, got=column, line=line)


def assessment_given(checked: Checked) -> Found:
    if checked.scored() and not checked.call.given("assessment"):
        yield checked.problem("assessment-missing", checked.scored()[0])


def thresholds(checked: Checked) -> Found:
    common = checked.call.at("assessment", "scale")
    for criterion in checked.call.each("criteria"):
        threshold = criterion.at("threshold")
        draft = criterion.at("scale") or common
        scale = draft.value if draft is not None else Scale()
        if threshold is None or not isinstance(scale, Scale):
            continue
        value = threshold.value
        if isinstance(value, Fraction) and not scale.bottom <= value <= scale.top:
            yield checked.problem(
                "off-scale", threshold, bottom=scale.bottom, top=scale.top, got=value
            )


def named_sources(checked: Checked) -> Found:
    """Every `sources` list names sources of the call; a name that is not there is told once."""
    sources = checked.call.at("sources")
    if checked.is_lost("sources"):
        return
    told: set[str] = set()
    for name in (name for draft in checked.call.walk() for name in draft.each("sources")):
        if sources is None:
            yield checked.problem("key-missing", checked.call, got="sources")
            return
        if isinstance(name.value, str) and name.value not in {*sources.parts, *told}:
            yield unknown_name(checked, name, name.value, sources.parts)
            told.add(name.value)


def options_of_choices(checked: Checked) -> Found:
    for field in checked.call.each("form"):
        options = field.at("options")
        kind = type_of(field)
        if kind in CHOICES and (options is None or options.value == ()):
            yield checked.problem("options-missing", field, type=str(kind))
        elif kind is not None and kind not in CHOICES and options is not None and options.items:
            yield checked.problem("options-unused", options, type=str(kind))


def standard_fields(checked: Checked) -> Found:
    form = checked.call.each("form")
    repeated = repeated_ids(form)
    for field in form:
        name, kind = field.known(str, "id"), type_of(field)
        if name is not None and kind is not None and name not in repeated:
            wanted = STANDARD_TYPES.get(name, (kind,))
            if kind not in wanted:
                at = field.at("type") or field
                must = ", ".join(str(one) for one in wanted)
                yield checked.problem("standard-field", at, id=name, must=must, got=str(kind))


def filled_parts(checked: Checked) -> Found:
    known = [
        f"{principle.name}.{part.name}"
        for principle in attrs.fields(Principles)
        for part in attrs.fields(cast(Any, principle.type))
    ]
    for field in checked.call.each("form"):
        fills = field.at("fills")
        if fills is not None and fills.value:
            yield from one_of(checked, fills, known)


def offered_rules(checked: Checked) -> Found:
    for rule in checked.call.each("eligibility"):
        named = rule.at("rule")
        if named is not None and named.value:
            yield from offered(checked, named, checked.plugins.rules())


def offered_selector(checked: Checked) -> Found:
    selection = checked.call.at("selection")
    if selection is None:
        return
    named = selection.at("selector")
    if named is not None:
        yield from offered(checked, named, checked.plugins.selectors())
    elif not selection.is_broken:
        default = str(attrs.fields(SelectionPolicy).selector.default)
        if default not in checked.plugins.selectors():
            yield unknown_name(checked, selection, default, checked.plugins.selectors())


def offered_scheme(checked: Checked) -> Found:
    named = checked.call.at("funding", "scheme")
    if named is not None and named.value:
        yield from offered(checked, named, checked.plugins.schemes())


def when_or_rule(checked: Checked) -> Found:
    for rule in checked.call.each("eligibility"):
        when, named = rule.given("when"), rule.given("rule")
        if when and named:
            yield checked.problem("when-and-rule", rule)
        elif not (when or named):
            yield checked.problem("when-or-rule", rule)


def factors_decided(checked: Checked) -> Found:
    for factor in checked.call.each("factors"):
        kind = factor.known(FactorKind, "kind")
        if kind in (FactorKind.GATE, FactorKind.NOTED) and not factor.given("when"):
            yield checked.problem("when-missing", factor, kind=str(kind))


def closing_after_opening(checked: Checked) -> Found:
    opens = checked.call.known(When, "timetable", "opens", "value")
    closes = checked.call.known(When, "timetable", "closes", "value")
    at = checked.call.at("timetable", "closes", "value")
    if opens and closes and at and closes.latest < opens.earliest:
        yield checked.problem("closes-before-opens", at, opens=opens.earliest, got=closes.latest)


def sums(checked: Checked) -> Found:
    """Sums are more than nothing and all in one currency."""
    found = [checked.call.at("budget", key, "value") for key in ("total", "cap_per_pilot")]
    budgeted = [(at, at.value) for at in found if at is not None and isinstance(at.value, Money)]
    for at, money in budgeted:
        if money.cents <= 0:
            yield checked.problem("more-than-zero", at, got=show(at.node))
    currencies = list(dict.fromkeys(money.currency for _, money in budgeted))
    if len(currencies) > 1:
        first, second = currencies
        yield checked.problem("currencies", budgeted[-1][0], first=first, second=second)
    for field in checked.call.each("form"):
        yield from _field_currency(checked, field, currencies)


def most_pilots(checked: Checked) -> Found:
    """At least one may be chosen; a target above the maximum has been told already."""
    at = checked.call.at("budget", "maximum", "value")
    target = checked.call.known(Count, "budget", "target", "value")
    if at is None or not isinstance(at.value, int) or at.value >= 1:
        return
    if target is None or max(target.least, target.most or 0) <= at.value:
        yield checked.problem("at-least", at, least=1, got=at.value)


def responsible_parties(checked: Checked) -> Found:
    """Who answers for something is a party of the roles, or a kind of role."""
    roles = checked.call.each("roles")
    if checked.is_lost("roles") or any(_is_nameless(role) for role in roles):
        return
    kinds = {str(role.known(RoleKind, "kind")) for role in roles}
    known = {*kinds, *(role.known(str, "party", "id") or "" for role in roles)} - {""}
    for task in checked.call.each("principles", "partnership", "responsibilities"):
        party = task.at("party")
        if party and isinstance(party.value, str) and party.value not in known:
            yield unknown_name(checked, party, party.value, known)


def _is_nameless(role: Draft) -> bool:
    """Return whether the role may have a name that cannot be read."""
    has_party = role.at("party") is not None
    is_known = role.known(RoleKind, "kind") is not None
    return not is_known or (has_party and role.known(str, "party", "id") is None)


_CHECKS: tuple[Callable[[Checked], Found], ...] = (
    field_ids,
    option_ids,
    rule_and_item_ids,
    aspect_ids,
    score_columns,
    weighting,
    assessment_given,
    thresholds,
    named_sources,
    follow_up,
    options_of_choices,
    standard_fields,
    filled_parts,
    offered_rules,
    offered_selector,
    offered_scheme,
    tie_rules,
    tie_steps,
    lottery,
    total_threshold,
    dated_options,
    when_or_rule,
    factors_decided,
    closing_after_opening,
    sums,
    most_pilots,
    limits,
    panel,
    responsible_parties,
    parameter_keys,
    parameter_days,
    parameters_in_force,
)


def _field_currency(checked: Checked, field: Draft, budgeted: list[str]) -> Found:
    at = field.at("currency")
    currency = field.known(str, "currency") if at is not None else None
    try:
        Money(0, currency if currency is not None else _default_currency())
    except InvalidValue as problem:
        yield checked.problem(problem.key, at or field, **problem.values)
        return
    if field.known(str, "id") == AMOUNT_FIELD and type_of(field) is FieldType.MONEY:
        given = currency if at is not None else _default_currency()
        if given and len(budgeted) == 1 and given != budgeted[0]:
            yield checked.problem("currencies", at or field, first=budgeted[0], second=given)


def _default_currency() -> str:
    return str(attrs.fields(Field).currency.default)
