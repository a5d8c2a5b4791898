"""What may keep somebody from assessing an application, and what was decided about it."""

from datetime import date
from enum import StrEnum
from typing import Any

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.domain.sources import Source

_TEXT: Any = attrs.validators.min_len(1)


class InterestKind(StrEnum):
    """
    How somebody is tied to an organisation or an application (sidonnaisuuden laji).

    `group` is a tie to another company of the applicant's group, `rival` one to another applicant
    of the same call. Both are also found where other ties and business ids show them.
    """

    OWN_INTEREST = "own_interest"
    CLOSE_PERSON = "close_person"
    EMPLOYER = "employer"
    BOARD = "board"
    SERVICE = "service"
    GROUP = "group"
    RIVAL = "rival"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class ConflictGround:
    """
    A ground on which somebody may not assess an application (esteellisyysperuste).

    Attributes:
        key: Its name in rule sets and rulings.
        name: What it is, in short.
        kinds: Ties that make it; none for a ground that only people can state.
        source: Where it is laid down; None when it is a custom of this product.
        can_be_waived: Whether the organiser may let the evaluator go on nevertheless.
    """

    key: str = attrs.field(validator=_TEXT)
    name: Label
    kinds: tuple[InterestKind, ...] = ()
    source: Source | None = None
    can_be_waived: bool = False

    @property
    def verified(self) -> bool:
        """Whether its content was read from its source."""
        return self.source is not None and self.source.verified


@attrs.frozen(kw_only=True)
class Interest:
    """
    A tie that an evaluator has declared (sidonnaisuus).

    Attributes:
        kind: What kind of tie it is.
        organisation: With whom, by name.
        business_id: With whom, by business id.
        application: Id of the application, when the tie is with it and no organisation.
        note: What else is to be known of it.
    """

    kind: InterestKind
    organisation: str = ""
    business_id: BusinessId | None = None
    application: str = ""
    note: str = ""


class ConflictBasis(StrEnum):
    """How a conflict has come to be known: declared by the evaluator, or found by comparing."""

    DECLARED = "declared"
    FOUND = "found"


class RulingKind(StrEnum):
    """
    What was decided of a conflict (esteellisyysratkaisun laji).

    `cleared` says that there is none, as with a namesake; `waived` that there is one and that the
    evaluator may go on; `upheld` that there is one.
    """

    CLEARED = "cleared"
    WAIVED = "waived"
    UPHELD = "upheld"


@attrs.frozen(kw_only=True)
class Ruling:
    """
    A decision about a conflict, for the log (esteellisyysratkaisu).

    Attributes:
        kind: What was decided.
        evaluator: About whom.
        application: With which application.
        ground: Key of the ground; empty for all grounds.
        by: Who decided.
        on: When.
        reason: Why.
    """

    kind: RulingKind
    evaluator: str = attrs.field(validator=_TEXT)
    application: str = attrs.field(validator=_TEXT)
    ground: str = ""
    by: str = attrs.field(validator=_TEXT)
    on: date
    reason: str = attrs.field(validator=_TEXT)


@attrs.frozen(kw_only=True)
class Conflict:
    """
    A conflict of interest of one evaluator with one application (esteellisyys).

    Attributes:
        evaluator: Who.
        application: With which application.
        ground: Key of the ground; empty when a score sheet only says that there is one.
        basis: How it is known.
        because: The organisation or business id that ties them, or the evaluator's words.
        ruling: What was decided of it; None while nothing has been.
        counts: Whether it keeps the evaluator away.
    """

    evaluator: str
    application: str
    ground: str = ""
    basis: ConflictBasis = ConflictBasis.DECLARED
    because: str = ""
    ruling: Ruling | None = None
    counts: bool = True
