"""Sharing applications out to evaluators: what is asked for and what came of it."""

from enum import StrEnum

import attrs

_NOT_NEGATIVE = attrs.validators.ge(0)


@attrs.frozen(kw_only=True)
class Span:
    """
    How many, of one application or evaluator (määrän rajat).

    Attributes:
        id: Of the application or evaluator.
        least: At least so many.
        most: At most so many.
    """

    id: str
    least: int = attrs.field(default=0, validator=_NOT_NEGATIVE)
    most: int = attrs.field(default=0, validator=_NOT_NEGATIVE)


@attrs.frozen(kw_only=True)
class Reading:
    """
    An evaluator who may read an application (lukuvuoro).

    Attributes:
        application: What is read.
        evaluator: Who reads.
        fit: How many topics of the application the evaluator knows.
        lot: Number drawn for the pair; the smaller sum of lots decides between equals.
    """

    application: str
    evaluator: str
    fit: int = attrs.field(default=0, validator=_NOT_NEGATIVE)
    lot: int = attrs.field(default=0, validator=_NOT_NEGATIVE)


@attrs.frozen(kw_only=True)
class AssignmentTask:
    """
    What is to be shared out (arviointien jako).

    Attributes:
        readers: How many evaluators each application needs, sorted by application.
        loads: How many applications each evaluator reads, sorted by evaluator.
        possible: Readings that nothing bars, by application and evaluator.
    """

    readers: tuple[Span, ...]
    loads: tuple[Span, ...]
    possible: tuple[Reading, ...]


class ShortOf(StrEnum):
    """What there is too little of: readers for applications, or applications for evaluators."""

    READERS = "readers"
    WORK = "work"


@attrs.frozen(kw_only=True)
class Shortage:
    """
    Why the applications cannot be shared out (este jaolle).

    Attributes:
        of: What there is too little of.
        members: Applications, or evaluators, whose demands contradict the limits.
        others: Evaluators who may read these applications, or applications these may read.
        needed: Readings that the members need.
        available: Readings that the others can take at most.
        is_smallest: Whether no member could be left out; else they are all that the flow shows.
        lower_to: What the least of everybody would have to be lowered to, to be enough by itself
            against every shortage of the kind; None when not even 0 would be.
        raise_to: What the most of every other would have to be raised to, to be enough by itself
            against every shortage of the kind; None when no number would be, since too few may
            read.
    """

    of: ShortOf
    members: tuple[str, ...]
    others: tuple[str, ...]
    needed: int
    available: int
    is_smallest: bool = True
    lower_to: int | None = None
    raise_to: int | None = None

    @property
    def lacking(self) -> int:
        """How many readings are lacking."""
        return self.needed - self.available


@attrs.frozen(kw_only=True)
class Assignment:
    """
    Who reads what (arviointien jaon tulos).

    Attributes:
        readings: By application and evaluator; none when nothing fits.
        fit: Sum of the fits: as large as it can be with so few readings.
        lots: Sum of the lots: as small as it can be with that fit.
        shortages: Why nothing fits; none when something does.
        method: What shared them out, with its version.
    """

    readings: tuple[Reading, ...] = ()
    fit: int = 0
    lots: int = 0
    shortages: tuple[Shortage, ...] = ()
    method: str = ""
