"""Limits that a call declares for its choice, each with a name of its own. They choose nothing."""

from fractions import Fraction

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money


@attrs.frozen(kw_only=True)
class MinimumLimit:
    """
    The fewest applications that may be chosen (vähimmäismäärä); fewer is no choice at all.

    Attributes:
        name: The limit as a short sentence.
        least: How many at least. The most is in `budget.maximum`.
        note: Why it is so.
        sources: Keys of the sources.
    """

    name: Label
    least: int = attrs.field(validator=attrs.validators.ge(1))
    note: str = ""
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class FieldLimit:
    """
    How many, or for how much, may be chosen of those with a certain answer (ryhmäraja).

    An applicant's own limit is one of `field: applicant` with `each: true`. Texts are compared
    without regard to case and to spaces around them. Who has not answered belongs to no group.

    Attributes:
        id: Stable.
        name: The limit as a short sentence.
        field: Form field that tells who belongs: a choice, text, business id or yes-or-no.
        values: Answers that are looked at; none looks at every option of a choice, and at every
            answer that is there of a text.
        each: Whether the limit holds for each answer by itself, as for each theme or applicant;
            else for all who have one of the answers together.
        least: How many at least.
        most: How many at most.
        least_money: For how much at least.
        most_money: For how much at most.
        note: Why it is so.
        sources: Keys of the sources.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    field: str
    values: tuple[str, ...] = ()
    each: bool = False
    least: int | None = None
    most: int | None = None
    least_money: Money | None = None
    most_money: Money | None = None
    note: str = ""
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ExclusionLimit:
    """
    Applications of which only some may be chosen (poissulkeva raja), as two that overlap.

    Attributes:
        id: Stable.
        name: The limit as a short sentence.
        applications: Their ids.
        most: How many of them at most.
        note: Why it is so.
        sources: Keys of the sources.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    applications: tuple[str, ...]
    most: int = attrs.field(default=1, validator=attrs.validators.ge(0))
    note: str = ""
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class RequirementLimit:
    """
    An application that is chosen only together with others (edellytysraja).

    Attributes:
        id: Stable.
        name: The limit as a short sentence.
        application: Which one.
        needs: Ids of those without which it is not chosen.
        note: Why it is so.
        sources: Keys of the sources.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    application: str
    needs: tuple[str, ...]
    note: str = ""
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class PartialFunding:
    """
    That an application may get a part of what it would cost (osarahoitus), in whole cents.

    A part is worth the same part of the application's total. Either *share* or *field* is given.

    Attributes:
        name: The rule as a short sentence.
        share: The smallest part of the cost that is viable, 0–1; rounded up to a cent.
        field: Money field in which the applicant tells the smallest viable sum; who leaves it
            empty gets all or nothing.
        note: Why it is so.
        sources: Keys of the sources.
    """

    name: Label
    share: Fraction | None = None
    field: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ChoiceLimits:
    """
    Limits of the choice beside the money and the most pilots of `budget` (valinnan rajat).

    Attributes:
        minimum: The fewest that may be chosen.
        groups: Of those with a certain answer, as of each applicant, theme or area.
        exclusions: Applications of which only some may be chosen.
        requirements: Applications that are chosen only together with others.
        partial: Whether a part of the cost may be granted; none means all or nothing.
    """

    minimum: MinimumLimit | None = None
    groups: tuple[FieldLimit, ...] = ()
    exclusions: tuple[ExclusionLimit, ...] = ()
    requirements: tuple[RequirementLimit, ...] = ()
    partial: PartialFunding | None = None
