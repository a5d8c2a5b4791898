"""The cheapest largest flow in whole numbers, for sharing out turns. It knows no sparring."""

from collections import deque


class Flow:
    """Nodes by number; arcs with room and cost. Arc n and its way back are n and n ^ 1."""

    def __init__(self) -> None:
        self._arcs: list[list[int]] = []
        self._to: list[int] = []
        self._room: list[int] = []
        self._cost: list[int] = []

    def node(self) -> int:
        """Return a new node."""
        self._arcs.append([])
        return len(self._arcs) - 1

    def arc(self, start: int, end: int, room: int = 1, cost: int = 0) -> int:
        """Return a new arc."""
        self._arcs[start].append(len(self._to))
        self._arcs[end].append(len(self._to) + 1)
        self._to += [end, start]
        self._room += [room, 0]
        self._cost += [cost, -cost]
        return len(self._to) - 2

    def is_used(self, arc: int) -> bool:
        """Return whether something flows in the arc."""
        return self._room[arc ^ 1] > 0

    def run(self, source: int, sink: int) -> tuple[int, int]:
        """Let as much flow as can, as cheaply as can; return how much flows and what it costs."""
        flows = costs = 0
        while path := self._cheapest(source, sink):
            for arc in path:
                self._room[arc] -= 1
                self._room[arc ^ 1] += 1
                costs += self._cost[arc]
            flows += 1
        return flows, costs

    def _cheapest(self, source: int, sink: int) -> list[int]:
        best: dict[int, int] = {source: 0}
        by: dict[int, int] = {}
        waiting = deque([source])
        while waiting:
            node = waiting.popleft()
            for arc in self._arcs[node]:
                end, cost = self._to[arc], best[node] + self._cost[arc]
                if self._room[arc] and (end not in best or cost < best[end]):
                    best[end], by[end] = cost, arc
                    waiting.append(end)
        path: list[int] = []
        node = sink
        while node != source:
            if node not in by:
                return []
            path.append(by[node])
            node = self._to[by[node] ^ 1]
        return path[::-1]
