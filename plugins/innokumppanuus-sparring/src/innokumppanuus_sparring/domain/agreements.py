"""Agreements on co-operation that are made while a group works, and the network that they make."""

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parties import Party
from innokumppanuus.domain.sources import Fact, missing
from innokumppanuus.errors import InvalidValue


@attrs.frozen(kw_only=True)
class Agreement:
    """
    An agreement on co-operation (yhteistyösopimus) of members with each other or with others.

    Attributes:
        id: Stable.
        name: What it is about.
        members: Ids of the members of the group who made it.
        others: Parties outside the group who made it.
        signed: When it was made.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    members: tuple[str, ...] = attrs.field(validator=attrs.validators.min_len(1))
    others: tuple[Party, ...] = ()
    signed: Fact[When] = attrs.field(factory=missing)

    def __attrs_post_init__(self) -> None:
        if len(self.members) + len(self.others) < 2:
            raise InvalidValue("sparring.agreement-alone", got=self.id)

    @property
    def is_inside(self) -> bool:
        """Whether it was made inside the group only."""
        return not self.others


class Known(StrEnum):
    """Whether something held on a day (voimassa tiettynä päivänä)."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot_tell"


@attrs.frozen(kw_only=True)
class Node:
    """
    Who stands in the network (verkoston solmu).

    Attributes:
        id: Of a member or of a party outside.
        name: What it is called.
        is_member: Whether it is of the group.
        partners: With how many it surely has an agreement.
    """

    id: str
    name: Label
    is_member: bool
    partners: int


@attrs.frozen(kw_only=True)
class Tie:
    """
    Two who have an agreement, or may have one (verkoston side).

    Attributes:
        first: Id of the one that comes first in the network.
        second: Id of the other.
        agreements: Ids of the agreements that tie them.
        is_sure: Whether one of them surely was made by the day.
        is_inside: Whether both are of the group.
    """

    first: str
    second: str
    agreements: tuple[str, ...]
    is_sure: bool
    is_inside: bool


@attrs.frozen(kw_only=True)
class Network:
    """
    The network on a day (yhteistyöverkosto).

    Attributes:
        until: Which moment it shows; None for all that was ever made.
        nodes: The members in the order of the file, then the others by id.
        ties: By their first and second.
        inside: Agreements inside the group only that were surely made.
        outside: Agreements with others that were surely made.
        unsure: Agreements of which the day does not tell whether they were made.
        groups: Into how many parts sure ties join the members; each alone is one part.
        reach: Share of the pairs of members that have a sure tie [0–1].
    """

    until: When | None
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    inside: tuple[str, ...]
    outside: tuple[str, ...]
    unsure: tuple[str, ...]
    groups: int
    reach: Fraction

    def node(self, id_: str) -> Node | None:
        """Return the node with the id, or None."""
        return next((one for one in self.nodes if one.id == id_), None)


def parties_of(agreements: Iterable[Agreement]) -> dict[str, Party]:
    """Return the parties outside the group by id, in the order of the ids."""
    found = {party.id: party for one in agreements for party in one.others}
    return dict(sorted(found.items()))
