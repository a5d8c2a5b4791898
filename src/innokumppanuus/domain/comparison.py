"""What differs between two versions of the same thing. It compares nothing by itself."""

from enum import StrEnum

import attrs


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
