"""The core's exact sharing out, by the cheapest flow in whole numbers. For small panels."""

from collections import deque
from collections.abc import Sequence
from heapq import heappop, heappush
from typing import Final

import attrs

from innokumppanuus.domain.assignment import Assignment, AssignmentTask, Reading
from innokumppanuus.domain.labels import Label
from innokumppanuus.engine.assignment_shortage import shortages
from innokumppanuus.errors import TooManyReadings

MOST_READINGS: Final = 2500
"""So many possible readings still take seconds, since the costs are numbers of as many digits."""


@attrs.frozen
class ExactFlow:
    """
    Cheapest flow by successive shortest paths: every limit at once, and only one answer.

    Source:
        Edmonds & Karp 1972, "Theoretical improvements in algorithmic efficiency for network flow
        problems", J. ACM 19: 248-264 (potentials that keep all costs non-negative).
    """

    key: str = "exact_flow"
    name: Label = Label(
        "tarkka jako, pienet paneelit", "exakt fördelning, små paneler", "exact, small panels"
    )

    def assign(self, task: AssignmentTask) -> Assignment:
        """See `plugin.interfaces.Assigner`."""
        if len(task.possible) > MOST_READINGS:
            raise TooManyReadings(len(task.possible), MOST_READINGS)
        lacking = shortages(task)
        if lacking:
            return Assignment(shortages=lacking, method=self.key)
        taken = _taken(task)
        return Assignment(
            readings=taken,
            fit=sum(one.fit for one in taken),
            lots=sum(one.lot for one in taken),
            method=self.key,
        )


def costs_of(possible: Sequence[Reading]) -> list[int]:
    """
    Return a cost for each reading, so that no two sets of readings cost the same.

    A reading weighs more than all fits, a fit more than all lots, a lot more than the places of all
    readings, and a place more than all later ones.
    """
    count = len(possible)
    place = 1 << count
    fit = (sum(one.lot for one in possible) + 1) * place
    reading = (sum(one.fit for one in possible) + 1) * fit
    return [
        reading - one.fit * fit + one.lot * place - (1 << (count - 1 - at))
        for at, one in enumerate(possible)
    ]


class _Network:
    """Arcs with room and cost; arc n and its way back are n and n ^ 1."""

    def __init__(self, nodes: int) -> None:
        self.arcs: list[list[int]] = [[] for _ in range(nodes)]
        self.to: list[int] = []
        self.room: list[int] = []
        self.cost: list[int] = []

    def add(self, start: int, end: int, room: int, cost: int) -> int:
        self.arcs[start].append(len(self.to))
        self.arcs[end].append(len(self.to) + 1)
        self.to += [end, start]
        self.room += [room, 0]
        self.cost += [cost, -cost]
        return len(self.to) - 2


def _taken(task: AssignmentTask) -> tuple[Reading, ...]:
    """Return the readings of the cheapest flow in which every least is kept."""
    application = {one.id: at for at, one in enumerate(task.readers, start=2)}
    evaluator = {one.id: at for at, one in enumerate(task.loads, start=2 + len(application))}
    costs = costs_of(task.possible)
    duty = -(sum(costs) + 1)
    net = _Network(2 + len(application) + len(evaluator))
    source, sink = 0, 1
    for span in task.readers:
        net.add(source, application[span.id], span.least, duty)
        net.add(source, application[span.id], span.most - span.least, 0)
    arcs = [
        net.add(application[one.application], evaluator[one.evaluator], 1, cost)
        for one, cost in zip(task.possible, costs, strict=True)
    ]
    for span in task.loads:
        net.add(evaluator[span.id], sink, span.least, duty)
        net.add(evaluator[span.id], sink, span.most - span.least, 0)
    potential = _potential(net, source)
    while True:
        path = _cheapest(net, source, sink, potential)
        if not path or sum(net.cost[arc] for arc in path) >= 0:
            break
        amount = min(net.room[arc] for arc in path)
        for arc in path:
            net.room[arc] -= amount
            net.room[arc ^ 1] += amount
    return tuple(one for one, arc in zip(task.possible, arcs, strict=True) if not net.room[arc])


def _potential(net: _Network, source: int) -> list[int]:
    """Return the distance of each node from the source; costs below 0 are on its own arcs too."""
    far = sum(abs(cost) for cost in net.cost) + 1
    distance = [far] * len(net.arcs)
    distance[source] = 0
    waiting = deque([source])
    while waiting:
        node = waiting.popleft()
        for arc in net.arcs[node]:
            end, reached = net.to[arc], distance[node] + net.cost[arc]
            if net.room[arc] and reached < distance[end]:
                distance[end] = reached
                waiting.append(end)
    return distance


def _cheapest(net: _Network, source: int, sink: int, potential: list[int]) -> list[int]:
    """Return the arcs of the cheapest way to the sink, and move the potentials; none without."""
    best: dict[int, int] = {source: 0}
    by: dict[int, int] = {}
    heap, done = [(0, source)], set()
    while heap:
        length, node = heappop(heap)
        if node in done:
            continue
        done.add(node)
        for arc in net.arcs[node]:
            end = net.to[arc]
            if not net.room[arc] or end in done:
                continue
            reached = length + net.cost[arc] + potential[node] - potential[end]
            if end not in best or reached < best[end]:
                best[end], by[end] = reached, arc
                heappush(heap, (reached, end))
    if sink not in best:
        return []
    last = max(best.values())
    for node in range(len(potential)):
        potential[node] += best.get(node, last)
    path, node = [], sink
    while node != source:
        path.append(by[node])
        node = net.to[by[node] ^ 1]
    return path[::-1]
