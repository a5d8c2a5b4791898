"""Scores of a field as arrays: sure, between bounds, or spread around a mean. No weights."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final, Protocol, TypeAlias

import attrs
import numpy as np
import numpy.typing as npt

from innokumppanuus.domain.score_bands import ScoreBand

Numbers: TypeAlias = npt.NDArray[np.float64]

_MOST_SMALL: Final = 262_144
"""Products up to this size are reckoned on one thread by every BLAS at hand."""


class Scores(Protocol):
    """What applications are worth with given weights."""

    @property
    def count(self) -> int:
        """How many applications there are."""
        ...

    @property
    def is_sure(self) -> bool:
        """Whether the scores are known exactly."""
        ...

    def totals(
        self, weights: Numbers, first: int, generator: np.random.Generator, out: Numbers
    ) -> None:
        """
        Put totals (draws × applications) into *out*.

        Args:
            weights: (draws × items).
            first: The number of the first of these draws among all.
            generator: For what is drawn of the scores.
            out: (draws × applications).
        """
        ...


@attrs.frozen(eq=False)
class Sure:
    """Scores (items × applications) that are known exactly."""

    scores: Numbers
    is_sure: bool = True

    @property
    def count(self) -> int:
        return int(self.scores.shape[1])

    def totals(
        self, weights: Numbers, first: int, generator: np.random.Generator, out: Numbers
    ) -> None:
        """See `Scores`."""
        np.matmul(weights, self.scores, out=out)


@attrs.frozen(eq=False)
class Normal:
    """
    Scores spread normally around a mean, each by itself.

    The total of given weights is normal, too: one draw for each application does for all its items,
    without loss.

    Attributes:
        means: (items × applications).
        deviations: (items × applications), zero or more.
    """

    means: Numbers
    deviations: Numbers
    is_sure: bool = False

    @property
    def count(self) -> int:
        return int(self.means.shape[1])

    def totals(
        self, weights: Numbers, first: int, generator: np.random.Generator, out: Numbers
    ) -> None:
        """See `Scores`."""
        np.matmul(weights**2, self.deviations**2, out=out)
        np.sqrt(out, out=out)
        out *= generator.standard_normal(out.shape)
        out += weights @ self.means


@attrs.frozen(eq=False)
class Uniform:
    """
    Scores anywhere between two bounds, each by itself.

    Attributes:
        least: (items × applications).
        most: (items × applications).
    """

    least: Numbers
    most: Numbers
    is_sure: bool = False

    @property
    def count(self) -> int:
        return int(self.least.shape[1])

    def totals(
        self, weights: Numbers, first: int, generator: np.random.Generator, out: Numbers
    ) -> None:
        """See `Scores`."""
        np.matmul(weights, self.least, out=out)
        width = self.most - self.least
        for item in np.flatnonzero(width.any(axis=1)):
            out += weights[:, item : item + 1] * width[item] * generator.random(out.shape)


@attrs.frozen(eq=False)
class Drawn:
    """Scores (draws × applications × items) that were drawn elsewhere, as jointly spread ones."""

    scores: Numbers
    is_sure: bool = False

    @property
    def count(self) -> int:
        return int(self.scores.shape[1])

    def totals(
        self, weights: Numbers, first: int, generator: np.random.Generator, out: Numbers
    ) -> None:
        """See `Scores`."""
        mine = self.scores[first : first + len(weights)]
        out[...] = np.einsum("dai,di->da", mine, weights)


def block_of(scores: Scores, items: int) -> int:
    """Return how many draws are worked on at once: few enough to stay near the processor."""
    return max(1, _MOST_SMALL // max(1, scores.count * items))


def sure(scores: Mapping[str, Mapping[str, Fraction]], items: Sequence[str]) -> Sure:
    """Return exact scores; applications by id."""
    return Sure(scores=_array([scores[name] for name in sorted(scores)], items))


def uniform(bands: Sequence[ScoreBand], items: Sequence[str]) -> Scores:
    """Return scores anywhere in their bands; bands by application."""
    least, most = (_array([getattr(one, end) for one in bands], items) for end in ("least", "most"))
    return Sure(scores=least) if (least == most).all() else Uniform(least=least, most=most)


def normal(bands: Sequence[ScoreBand], items: Sequence[str]) -> Scores:
    """Return scores around the middle of their bands, one deviation to each end."""
    least, most = (_array([getattr(one, end) for one in bands], items) for end in ("least", "most"))
    if (least == most).all():
        return Sure(scores=least)
    return Normal(means=(least + most) / 2, deviations=(most - least) / 2)


def _array(rows: Sequence[Mapping[str, Fraction]], items: Sequence[str]) -> Numbers:
    given = [[float(row[item]) for row in rows] for item in items]
    return np.ascontiguousarray(given, dtype=np.float64).reshape(len(items), len(rows))
