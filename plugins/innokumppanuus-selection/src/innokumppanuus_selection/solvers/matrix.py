"""A programme as arrays, the way solvers take it."""

from typing import Any

import attrs
import numpy as np
from scipy.sparse import csr_array

from innokumppanuus_selection.domain import Programme


@attrs.frozen(kw_only=True)
class Matrix:
    """
    Arrays of a programme with n columns and m constraints.

    Attributes:
        gains: (n), what is maximised.
        most: (n), upper bounds of the columns.
        is_whole: (n), 1 for whole numbers.
        terms: (m × n), sparse.
        low: (m), -inf without a bound.
        high: (m), inf without a bound.
    """

    gains: Any
    most: Any
    is_whole: Any
    terms: Any
    low: Any
    high: Any


def matrix(programme: Programme) -> Matrix:
    """Return the programme as arrays."""
    places = {one.name: place for place, one in enumerate(programme.columns)}
    starts, indices, values = [0], [], []
    for row in programme.constraints:
        indices += [places[name] for name in row.terms]
        values += list(row.terms.values())
        starts.append(len(indices))
    shape = (len(programme.constraints), len(programme.columns))
    return Matrix(
        gains=np.array([one.gain for one in programme.columns], dtype=float),
        most=np.array([one.most for one in programme.columns], dtype=float),
        is_whole=np.array([one.is_whole for one in programme.columns], dtype=int),
        terms=csr_array(
            (np.array(values, dtype=float), np.array(indices, dtype=int), np.array(starts)),
            shape=shape,
        ),
        low=np.array([_or(one.least, -np.inf) for one in programme.constraints], dtype=float),
        high=np.array([_or(one.most, np.inf) for one in programme.constraints], dtype=float),
    )


def _or(bound: float | None, none: float) -> float:
    return none if bound is None else bound
