"""One linear programme of readings, solved, and proven in whole numbers. It knows no ties."""

from collections.abc import Sequence
from typing import Any, Final

import attrs
import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, vstack

_INFEASIBLE: Final = 2


@attrs.frozen(kw_only=True)
class Face:
    """
    A polytope of readings: n readings between two sides of rows, each reading in one row of each.

    Attributes:
        row: (2 × n), row of each reading among all rows: applications first, then evaluators.
        least: (rows), least sum of each row.
        most: (rows), most sum of each row.
        low: (n), 0, or 1 where the reading is surely taken.
        high: (n), 1, or 0 where it is surely left.
    """

    row: Any
    least: Any
    most: Any
    low: Any
    high: Any


@attrs.frozen(kw_only=True)
class Solved:
    """
    An optimum with the face of all optima.

    Attributes:
        taken: (n), 1 for the readings taken.
        face: Every optimum, and nothing else.
    """

    taken: Any
    face: Face


def solved(face: Face, costs: Sequence[int]) -> Solved | None:
    """
    Return a cheapest point of the face, and the face of all such points; None when it is empty.

    The matrix is totally unimodular, so that a corner is whole and so are its prices. Both are
    rounded and the optimum is proven again in whole numbers: tolerances decide nothing.

    Raises:
        ArithmeticError: When the proof fails.

    Source:
        Hoffman & Kruskal 1956, "Integral boundary points of convex polyhedra", in Linear
        Inequalities and Related Systems; complementary slackness for the face.
    """
    count, rows = face.row.shape[1], len(face.least)
    ones = np.ones(2 * count)
    columns = np.concatenate([np.arange(count), np.arange(count)])
    matrix = csr_array((ones, (face.row.reshape(-1), columns)), shape=(rows, count))
    found = linprog(
        np.array(costs, dtype=float),
        A_ub=vstack([matrix, -matrix]),
        b_ub=np.concatenate([face.most, -face.least]).astype(float),
        bounds=np.column_stack([face.low, face.high]),
        method="highs-ds",
    )
    if found.status == _INFEASIBLE:
        return None
    if found.status != 0:
        raise ArithmeticError(f"the linear programme was not solved: {found.message}")
    taken = np.rint(found.x).astype(np.int64)
    marginals = np.rint(found.ineqlin.marginals).astype(np.int64)
    prices = marginals[:rows] - marginals[rows:]
    reduced = np.array(costs, dtype=np.int64) - prices[face.row[0]] - prices[face.row[1]]
    sums = np.bincount(face.row[0], taken, rows) + np.bincount(face.row[1], taken, rows)
    _prove(face, taken, sums.astype(np.int64), prices, reduced)
    return Solved(
        taken=taken,
        face=attrs.evolve(
            face,
            least=np.where(prices < 0, face.most, face.least),
            most=np.where(prices > 0, face.least, face.most),
            low=np.where(reduced < 0, face.high, face.low),
            high=np.where(reduced > 0, face.low, face.high),
        ),
    )


def _prove(face: Face, taken: Any, sums: Any, prices: Any, reduced: Any) -> None:
    """Raise ArithmeticError unless the point keeps every bound and its prices prove it best."""
    is_kept = (
        np.all((face.low <= taken) & (taken <= face.high))
        and np.all((face.least <= sums) & (sums <= face.most))
        and np.all((prices <= 0) | (sums == face.least))
        and np.all((prices >= 0) | (sums == face.most))
        and np.all((reduced <= 0) | (taken == face.low))
        and np.all((reduced >= 0) | (taken == face.high))
    )
    if not is_kept:
        raise ArithmeticError("the optimum of the linear programme could not be proven")
