"""How what is said of the evaluators' panel fits the rest of a rule set."""

from collections.abc import Mapping
from typing import Final

from innokumppanuus.domain.call import FieldType
from innokumppanuus.ruleset.checked import (
    Checked,
    Found,
    fields_by_id,
    offered,
    type_of,
    unknown_name,
)
from innokumppanuus.ruleset.document import show

_CHOICES: Final = (FieldType.CHOICE, FieldType.CHOICES)
_FIELDS: Final[Mapping[str, tuple[FieldType, ...]]] = {
    "topic_field": _CHOICES,
    "language_field": (*_CHOICES, FieldType.TEXT),
}
_ORDERED: Final = (("readers", "most_readers"), ("least_load", "most_load"))


def panel(checked: Checked) -> Found:
    """Grounds and the method are offered, fields are there, and no least is above its most."""
    given = checked.call.at("assessment", "panel")
    if given is None:
        return
    seen: set[str] = set()
    for ground in given.each("grounds"):
        if not isinstance(ground.value, str):
            continue
        if ground.value in seen:
            yield checked.problem("twice", ground, got=show(ground.node))
        else:
            yield from offered(checked, ground, checked.plugins.conflict_grounds())
        seen.add(ground.value)
    assigner = given.at("assigner")
    if assigner is not None:
        yield from offered(checked, assigner, checked.plugins.assigners())
    fields = fields_by_id(checked.call.each("form"))
    for name, types in _FIELDS.items():
        at = given.at(name)
        if at is None or not isinstance(at.value, str) or not at.value:
            continue
        field = fields.get(at.value)
        if field is None:
            yield unknown_name(checked, at, at.value, fields)
        elif (got := type_of(field)) is not None and got not in types:
            values = {"known": ", ".join(types), "got": str(got)}
            yield checked.problem("panel-field-type", at, **values)
    for low, high in _ORDERED:
        least, most = given.known(int, low), given.known(int, high)
        at = given.at(high)
        if at is not None and least is not None and most is not None and least > most:
            yield checked.problem("limit-order", at, least=least, most=most)
