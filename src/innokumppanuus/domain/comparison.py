"""What differs between two versions of the same thing. It compares nothing by itself."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.later import LATER
from innokumppanuus.domain.parameters import ParameterValue, Unit


class ChangeKind(StrEnum):
    """What happened to it (muutoksen laji); `reordered` are the same members in another order."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REORDERED = "reordered"


@attrs.frozen(kw_only=True)
class Change:
    """
    One difference (muutos).

    Attributes:
        path: What differs, as `eligibility[cap].when`: members with an id by it, others by number.
        kind: What happened.
        before: Earlier value; None when there was none.
        after: Later value; None when there is none.
    """

    path: str
    kind: ChangeKind
    before: object = None
    after: object = None


@attrs.frozen(kw_only=True)
class ParameterChange:
    """
    A dated value that is not what it was (muuttunut säädetty arvo).

    Attributes:
        key: Key of the parameter.
        name: What it is.
        unit: What the value is counted in.
        valid_from: First day of the value.
        before: What was in force from that day on; None when nothing began on it.
        after: What is; None when nothing begins on it.
        words: What values that are words are called, on either side; today's name where both have
            one.
    """

    key: str
    name: Label
    unit: Unit
    valid_from: date
    before: ParameterValue | None
    after: ParameterValue | None
    words: Mapping[str, Label] = attrs.field(factory=dict, hash=False, metadata=LATER)
