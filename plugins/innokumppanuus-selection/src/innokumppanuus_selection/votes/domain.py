"""An election of participatory budgeting and what a rule makes of it. It counts nothing."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from math import lcm

import attrs

from innokumppanuus.domain.votes import Votes


class Satisfaction(StrEnum):
    """
    What a project is worth to a voter who names it (tyytyväisyys).

    `cost` counts the money that the voter's projects get, `cardinality` their number; either is
    multiplied by the points where voters give points.
    """

    COST = "cost"
    CARDINALITY = "cardinality"


class Completion(StrEnum):
    """
    What is done with money that equal shares leave (täydennys).

    `add1` gives every voter one unit of money more, again and again, while the projects still fit
    in the true budget; `utilitarian` takes what fits from the most supported down; `add1u` does
    both, in that order.
    """

    NONE = "none"
    ADD1 = "add1"
    UTILITARIAN = "utilitarian"
    ADD1U = "add1u"


@attrs.frozen(kw_only=True)
class Project:
    """
    What may be funded (hanke).

    Attributes:
        id: Its id in the votes.
        cost: What it needs, in the money of the election; zero or more.
        name: What it is called; may be empty.
    """

    id: str
    cost: Fraction
    name: str = ""


@attrs.frozen(kw_only=True)
class Election:
    """
    An election (äänestys).

    Attributes:
        projects: In the order of the file.
        budget: All the money.
        votes: As they were cast.
        meta: What else the file says of itself, as words.
    """

    projects: tuple[Project, ...]
    budget: Fraction
    votes: Votes
    meta: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def parts(self) -> int:
        """In how many parts a unit of money is divided so that every sum is a whole number."""
        return lcm(self.budget.denominator, *(one.cost.denominator for one in self.projects))


@attrs.frozen(kw_only=True)
class Outcomes:
    """
    What a rule chooses (äänestyksen tulos): one set, or several where a tie decides.

    Attributes:
        sets: Ids of the projects of each, sorted; in canonical order.
        is_complete: False when there are more than are listed.
    """

    sets: tuple[tuple[str, ...], ...]
    is_complete: bool = True
