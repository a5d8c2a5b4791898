"""The flow is as large as can be, and of the large ones the cheapest."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus_sparring.engine.flow import Flow


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(
            st.lists(st.one_of(st.none(), st.integers(-5, 5)), min_size=n, max_size=n),
            min_size=n,
            max_size=n,
        )
    )
)
def test_flow_matches_as_many_as_can_be_as_cheaply_as_can_be(costs: list[list[int | None]]) -> None:
    size = len(costs)
    flow = Flow()
    source, sink = flow.node(), flow.node()
    left, right = [[flow.node() for _ in range(size)] for _ in range(2)]
    for at in range(size):
        flow.arc(source, left[at])
        flow.arc(right[at], sink)
    for row, line in enumerate(costs):
        for column, cost in enumerate(line):
            if cost is not None:
                flow.arc(left[row], right[column], 1, cost)

    found = flow.run(source, sink)

    ways = []
    for order in permutations(range(size)):
        every = [costs[row][column] for row, column in enumerate(order)]
        for mask in range(1 << size):
            taken = [every[at] for at in range(size) if mask >> at & 1]
            if None not in taken:
                ways.append((len(taken), sum(one or 0 for one in taken)))
    most = max(count for count, _ in ways)
    assert found == (most, min(cost for count, cost in ways if count == most))
