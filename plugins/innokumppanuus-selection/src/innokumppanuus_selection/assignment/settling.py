"""Ties that even lots leave: the readings that come first win, whatever the solver found."""

from collections import deque
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from innokumppanuus_selection.assignment.face import Face


def settled(face: Face, taken: Any) -> Any:
    """
    Return the one point of the face that takes the earliest readings.

    Only readings on a cycle of exchanges can be otherwise; without such a cycle the point is the
    only one. Each of them, in turn, is taken if any way round the cycle takes it, and then stays.

    Args:
        face: All optima.
        taken: (n), any one of them.
    """
    taken = taken.copy()
    rows = len(face.least)
    hub = rows
    sums = (np.bincount(face.row[0], taken, rows) + np.bincount(face.row[1], taken, rows)).astype(
        np.int64
    )
    free = np.flatnonzero(face.low < face.high)
    inside = _on_cycles(face, taken, sums, free, hub)
    readings: list[list[int]] = [[] for _ in range(rows)]
    for one in inside:
        readings[face.row[0][one]].append(one)
        readings[face.row[1][one]].append(one)
    fixed: set[int] = set()
    is_application = np.zeros(rows, dtype=bool)
    is_application[face.row[0]] = True
    for one in inside:
        if not taken[one]:
            path = _way(face, taken, sums, readings, fixed | {one}, one, is_application, hub)
            if path is not None:
                _exchange(face, taken, sums, path, one)
        fixed.add(one)
    return taken


def _on_cycles(face: Face, taken: Any, sums: Any, free: Any, hub: int) -> list[int]:
    """Return the free readings that lie on a cycle of exchanges, in their order."""
    application, evaluator = face.row[0][free], face.row[1][free]
    is_in = taken[free] == 1
    start = np.where(is_in, evaluator, application)
    end = np.where(is_in, application, evaluator)
    rows = np.arange(hub)
    is_application = np.zeros(hub, dtype=bool)
    is_application[face.row[0]] = True
    more, less = sums < face.most, sums > face.least
    into = (is_application & more) | (~is_application & less)
    out = (is_application & less) | (~is_application & more)
    starts = np.concatenate([start, np.full(into.sum(), hub), rows[out]])
    ends = np.concatenate([end, rows[into], np.full(out.sum(), hub)])
    graph = csr_array((np.ones(len(starts)), (starts, ends)), shape=(hub + 1, hub + 1))
    _, part = connected_components(graph, directed=True, connection="strong")
    return [int(one) for one in free[part[start] == part[end]]]


def _way(
    face: Face,
    taken: Any,
    sums: Any,
    readings: list[list[int]],
    barred: set[int],
    wanted: int,
    is_application: Any,
    hub: int,
) -> list[int] | None:
    """Return the nodes and readings from the evaluator of *wanted* back to its application."""
    source, target = int(face.row[1][wanted]), int(face.row[0][wanted])
    came: dict[int, tuple[int, int]] = {source: (-1, -1)}
    waiting = deque([source])
    while waiting:
        node = waiting.popleft()
        if node == target:
            return _back(came, target)
        for end, by in _next(face, taken, sums, readings, barred, node, is_application, hub):
            if end not in came:
                came[end] = (node, by)
                waiting.append(end)
    return None


def _next(
    face: Face,
    taken: Any,
    sums: Any,
    readings: list[list[int]],
    barred: set[int],
    node: int,
    is_application: Any,
    hub: int,
) -> list[tuple[int, int]]:
    """Return where an exchange can go on from a node, and by which reading; -1 is by none."""
    if node == hub:
        more, less = sums < face.most, sums > face.least
        into = (is_application & more) | (~is_application & less)
        return [(int(one), -1) for one in np.flatnonzero(into)]
    side, other = (0, 1) if is_application[node] else (1, 0)
    found = [
        (int(face.row[other][one]), one)
        for one in readings[node]
        if one not in barred and bool(taken[one]) == bool(side)
    ]
    limit = sums[node] > face.least[node] if side == 0 else sums[node] < face.most[node]
    return [*found, (hub, -1)] if limit else found


def _back(came: dict[int, tuple[int, int]], node: int) -> list[int]:
    path = []
    while node >= 0:
        node, by = came[node]
        if by >= 0:
            path.append(by)
    return path


def _exchange(face: Face, taken: Any, sums: Any, path: list[int], wanted: int) -> None:
    for one in (*path, wanted):
        change = -1 if taken[one] else 1
        taken[one] += change
        sums[face.row[0][one]] += change
        sums[face.row[1][one]] += change
