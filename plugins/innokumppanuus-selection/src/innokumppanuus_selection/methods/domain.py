"""What each of several methods would choose from the same data. It chooses nothing."""

from enum import StrEnum

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money


class Unanimity(StrEnum):
    """How the methods agree on one application (menetelmien yksimielisyys)."""

    EVERYWHERE = "everywhere"
    SOMEWHERE = "somewhere"
    NOWHERE = "nowhere"


class WhyNot(StrEnum):
    """
    Why a method cannot choose (miksi valintaa ei synny).

    `no_votes` lacks citizens' votes, `library` a library that is not installed; `limits` has limits
    that it does not keep, `contradiction` limits that nothing can keep; `too_many` takes fewer.
    """

    NO_VOTES = "no_votes"
    LIBRARY = "library"
    LIMITS = "limits"
    CONTRADICTION = "contradiction"
    TOO_MANY = "too_many"


@attrs.frozen(kw_only=True)
class MethodChoice:
    """
    What one method would choose (menetelmän valinta).

    Attributes:
        key: Of the method.
        name: What it is called.
        applications: Ids of the chosen, sorted; where a tie is left to people, of those in every
            set.
        tied: Ids of those that are in some of the tied sets only, sorted.
        cost: What the chosen set costs; None while a tie is open and when nothing could be chosen.
        sets: How many best sets there are; zero when nothing could be chosen.
        why_not: Why nothing could be chosen; None when something could.
    """

    key: str
    name: Label
    applications: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    cost: Money | None = None
    sets: int = 0
    why_not: WhyNot | None = None

    @property
    def is_made(self) -> bool:
        """Whether the method could choose at all."""
        return self.why_not is None


@attrs.frozen(kw_only=True)
class MethodComparison:
    """
    What each method would have chosen from the same data (menetelmien vertailu).

    Attributes:
        applications: Ids of all that could be chosen, best total first.
        named: Key of the method of the rule set.
        methods: That of the rule set first, the others by key.
    """

    applications: tuple[str, ...]
    named: str
    methods: tuple[MethodChoice, ...]

    @property
    def is_made(self) -> bool:
        """Whether any method could choose at all."""
        return any(one.is_made for one in self.methods)

    def unanimity(self, application: str) -> Unanimity:
        """
        Return whether all, some or none of the methods that could choose chose it.

        Where no method could, there is nothing to agree on; see `is_made`.
        """
        made = [one for one in self.methods if one.is_made]
        among = [application in one.applications for one in made]
        if among and all(among):
            return Unanimity.EVERYWHERE
        is_tied = any(application in one.tied for one in made)
        return Unanimity.SOMEWHERE if any(among) or is_tied else Unanimity.NOWHERE

    def of(self, unanimity: Unanimity) -> tuple[str, ...]:
        """Return the applications of which the methods agree so, best total first."""
        if not self.is_made:
            return ()
        return tuple(one for one in self.applications if self.unanimity(one) is unanimity)

    def differences(self, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return whom the method would choose beside the rule set's own, and whom it would not."""
        own = next(one for one in self.methods if one.key == self.named)
        other = next(one for one in self.methods if one.key == key)
        mine, theirs = set(own.applications), set(other.applications)
        return (
            tuple(one for one in self.applications if one in theirs - mine),
            tuple(one for one in self.applications if one in mine - theirs),
        )
