"""What part of the weights speaks for a rank, an application or a set. It reckons nothing."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import overload

import attrs


class Sampling(StrEnum):
    """
    How the weights of a region were gone through (painojen otanta).

    `exact` reckons volumes and draws nothing. `order` and `simplices` draw evenly over the whole
    region, and so does `rejection`, which drops draws outside it. `walk` steps from point to point
    and shows thin corners of the region too rarely: then the shares are less sure than they look.
    """

    EXACT = "exact"
    ORDER = "order"
    SIMPLICES = "simplices"
    REJECTION = "rejection"
    WALK = "walk"

    @property
    def is_even(self) -> bool:
        """Whether every part of the region is shown as often as it is large."""
        return self is not Sampling.WALK


@attrs.frozen(kw_only=True)
class Draws:
    """
    What shares of a region rest on (otoksen tiedot).

    Attributes:
        sampling: How the weights were gone through.
        count: How many weights were drawn; 0 when the shares are exact.
        seed: Of the draws; the same seed gives the same shares.
        half_width: A share is this close to the true one with 95 % certainty, whichever it is; 0
            when exact.
    """

    sampling: Sampling = Sampling.EXACT
    count: int = 0
    seed: int = 0
    half_width: Fraction = Fraction(0)


class CountedShares(Sequence[Fraction]):
    """
    Counts of one whole as shares, each made when it is read.

    A table of all ranks of a thousand applications has a million of them, of which few are read.
    """

    __slots__ = ("_counts", "_whole")

    def __init__(self, counts: Sequence[int], whole: int) -> None:
        """
        Return the shares.

        Args:
            counts: How many of the whole.
            whole: More than zero.
        """
        self._counts = counts
        self._whole = whole

    def __len__(self) -> int:
        return len(self._counts)

    @overload
    def __getitem__(self, place: int) -> Fraction: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Fraction, ...]: ...

    def __getitem__(self, place: int | slice) -> Fraction | tuple[Fraction, ...]:
        if isinstance(place, slice):
            return tuple(Fraction(one, self._whole) for one in self._counts[place])
        return Fraction(self._counts[place], self._whole)

    def __eq__(self, other: object) -> bool:
        """Equal to every sequence of the same shares."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


@attrs.frozen(kw_only=True)
class Acceptability:
    """
    What speaks for one application (hyväksyttävyys), by SMAA.

    Attributes:
        application: Id of the application.
        ranks: Share of the region in which it has each rank, the first rank first; ties share
            their ranks evenly.
        central: Mean of the weights with which it is first; empty when it never is.
        confidence: How surely it is first with its central weights when scores are uncertain;
            None when it never is.
    """

    application: str
    ranks: Sequence[Fraction]
    central: Mapping[str, Fraction] = attrs.field(factory=dict)
    confidence: Fraction | None = None


@attrs.frozen(kw_only=True)
class Acceptabilities:
    """
    What speaks for each application (hyväksyttävyydet).

    Attributes:
        draws: What the shares rest on.
        applications: By id.
        wins: Share of the region in which the first has a higher total than the second, half of
            where they are equal; by application and other. Empty when not asked for.
    """

    draws: Draws
    applications: tuple[Acceptability, ...]
    wins: Mapping[str, Mapping[str, Fraction]] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class SetShare:
    """
    With how large a part of the weights one set is the best (salkun osuus).

    Attributes:
        applications: Ids, sorted.
        share: Share of the region; sets that are equally good share it evenly.
    """

    applications: tuple[str, ...]
    share: Fraction


@attrs.frozen(kw_only=True)
class SetShares:
    """
    With how large a part of the weights each set, and each application, wins under all limits.

    Attributes:
        draws: What the shares rest on.
        sets: Those that are best somewhere, the largest share first.
        applications: Share of the region in which the application is in the best set, by id.
        is_listed_whole: Whether every feasible set was gone through; else each draw was solved.
    """

    draws: Draws
    sets: tuple[SetShare, ...]
    applications: Mapping[str, Fraction]
    is_listed_whole: bool = True
