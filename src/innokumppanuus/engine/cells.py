"""
Exact counting over a cone of weights: how many linear conditions can hold together.

A cone is held by its extreme rays in whole numbers, so that no rounding decides a rank. Not a
general linear programme.
"""

from collections.abc import Sequence
from fractions import Fraction

from innokumppanuus.domain.cones import Cone, Ray, Row, cut, dot, whole


def most_together(rows: Sequence[Sequence[Fraction | int]], cone: Cone) -> int:
    """
    Return the largest number of *rows* that can be zero or more at one and the same point.

    Args:
        rows: (conditions × dimensions): a condition is that its product with the point is zero or
            more.
        cone: Where the point may be, but for its apex.

    Source:
        Branch and bound over the cells of the arrangement; both sides of a condition are closed,
        which loses nothing because equality counts as holding.
    """
    if not rows:
        return 0
    conditions = [whole(row) for row in rows]
    rays = cone.marked()
    at_rays = max(sum(dot(row, ray) >= 0 for row in conditions) for ray in cone.rays)
    return _search(rays, conditions, len(cone.facets), 0, at_rays)


def _search(rays: list[Ray], rows: list[Row], bit: int, held: int, best: int) -> int:
    open_rows: list[tuple[int, Row]] = []
    for row in rows:
        signs = [dot(row, ray) for ray, _ in rays]
        if min(signs) >= 0:
            held += 1
        elif max(signs) >= 0:
            open_rows.append((sum(sign >= 0 for sign in signs), row))
    if held + len(open_rows) <= best:
        return best
    if not open_rows:
        return held
    open_rows.sort()
    row, rest = open_rows[0][1], [row for _, row in open_rows[1:]]
    best = _search(cut(rays, row, bit), rest, bit + 1, held + 1, best)
    other = tuple(-value for value in row)
    return _search(cut(rays, other, bit), rest, bit + 1, held, best)
