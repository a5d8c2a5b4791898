"""An integer programme, what solves it and what comes of it. It knows no applications."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol, runtime_checkable

import attrs


@attrs.frozen(kw_only=True)
class Column:
    """
    A variable, zero or more.

    Attributes:
        name: Of its own.
        most: Its largest value.
        is_whole: Whether it is 0, 1, 2, …
        gain: What one of it adds to the objective.
    """

    name: str
    most: float = 1
    is_whole: bool = True
    gain: float = 0


@attrs.frozen(kw_only=True)
class Constraint:
    """
    A sum of columns between two bounds; None is no bound.

    Attributes:
        terms: Coefficient by name of the column.
        least: The sum is this or more.
        most: The sum is this or less.
    """

    terms: Mapping[str, float]
    least: float | None = None
    most: float | None = None

    @property
    def is_kept_by_zero(self) -> bool:
        """Whether it is kept when every column is zero."""
        return (self.least is None or self.least <= 0) and (self.most is None or self.most >= 0)


@attrs.frozen(kw_only=True)
class Programme:
    """
    What is to be maximised, under what (kokonaislukuohjelma).

    Attributes:
        columns: In the order in which the solver gets them.
        constraints: In the order in which the solver gets them.
    """

    columns: tuple[Column, ...]
    constraints: tuple[Constraint, ...]

    @property
    def is_kept_by_zero(self) -> bool:
        """Whether every constraint is kept when every column is zero."""
        return all(one.is_kept_by_zero for one in self.constraints)


class Status(StrEnum):
    """How a solver ended: with a proven optimum, with proof that nothing fits, or without proof."""

    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"
    UNPROVEN = "unproven"


@attrs.frozen(kw_only=True)
class Solution:
    """
    What a solver found.

    Attributes:
        status: How it ended.
        values: By name of the column, as the solver gives them; none when it found nothing.
    """

    status: Status
    values: Mapping[str, float] = attrs.field(factory=dict)


@runtime_checkable
class Solver(Protocol):
    """
    Something that solves integer programmes (ratkaisija), with a gap of zero.

    Solvers are compared by what they say, never believed in what decides: the sets that come of
    them are reckoned again in whole numbers.
    """

    @property
    def key(self) -> str: ...

    @property
    def version(self) -> str:
        """Name and version, as `HiGHS through scipy 1.17.1`."""
        ...

    def solve(self, programme: Programme, seconds: float | None) -> Solution:
        """
        Return the optimum, or that there is none.

        Args:
            programme: One or more columns, and constraints; maximised.
            seconds: Time after which it gives up, about; None is no end.
        """
        ...
