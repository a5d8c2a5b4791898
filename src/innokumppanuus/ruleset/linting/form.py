"""Fields that nothing uses, and fields that decide without having to be answered."""

from collections.abc import Iterator, Mapping

from innokumppanuus.domain.call import (
    AMOUNT_FIELD,
    APPLICANT_FIELD,
    ID_FIELD,
    MOMENT_FIELD,
    SECTOR_FIELD,
    Field,
    FieldType,
)
from innokumppanuus.domain.criteria import Factor, FactorKind
from innokumppanuus.ruleset.expressions.comparisons import is_given
from innokumppanuus.ruleset.linting.desk import Desk, Found

_FIXED = (ID_FIELD, APPLICANT_FIELD, MOMENT_FIELD, SECTOR_FIELD, AMOUNT_FIELD)


def unused(desk: Desk) -> Found:
    """Every question is for a rule, an indicator, a plugin or the evaluators who read texts."""
    call = desk.call
    used = {name for rule in desk.ruleset.rules.values() for name in rule.uses}
    used |= set(_named(desk))
    is_read = any(not (isinstance(one, Factor) and one.when) for one in call.scored())
    for field in call.form:
        if field.id not in used and not _is_used_as_such(field, is_read):
            yield desk.finding("field-unused", f"form[{field.id}]", field=field.name)


def not_required(desk: Desk) -> Found:
    """A rule that bars rests on answers that must be given, or asks whether they are."""
    call = desk.call
    barring = [(f"eligibility[{one.id}]", one.id, one.name) for one in call.eligibility]
    gates = [one for one in call.factors if one.kind is FactorKind.GATE]
    barring += [(f"factors[{one.id}]", one.id, one.name) for one in gates]
    optional = [field for field in call.form if not field.required]
    for path, name, said in barring:
        rule = desk.ruleset.rules.get(name)
        for field in optional if rule is not None else ():
            if rule and field.id in rule.uses and not is_given(rule.node, field.id):
                values = {"rule": said, "field": field.name}
                yield desk.finding("decisive-not-required", f"{path}.when", **values)


def unanswered(desk: Desk) -> Found:
    """Of the applications, somebody has answered each question."""
    if not desk.applications:
        return
    answered = {name for one in desk.applications for name in one.answers}
    for field in desk.call.form:
        if field.id not in answered:
            count = len(desk.applications)
            path = f"form[{field.id}]"
            yield desk.finding("field-unanswered", path, field=field.name, count=count)


def _is_used_as_such(field: Field, is_read: bool) -> bool:
    if field.id in _FIXED or field.fills or field.principle is not None:
        return True
    return is_read and field.type is FieldType.TEXT


def _named(desk: Desk) -> Iterator[str]:
    """Yield every word in which options, tables or dated values may name a field."""
    call = desk.call
    yield from (use.on for use in call.parameters.values())
    for step in call.selection.tie_steps if call.selection else ():
        yield from step.of
    for table in call.tables:
        for one in table.inputs:
            yield from (field.id for field in call.form if field.id in one.value)
    for rule in call.eligibility:
        yield from _words(rule.options)
    yield from _words(call.funding.options)
    yield from _words(call.selection.options if call.selection else {})


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (word for one in value.values() for word in _words(one))
    elif isinstance(value, tuple | list):
        yield from (word for one in value for word in _words(one))
