from collections.abc import Mapping, Sequence

import attrs

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.pace import Pace, unwatched
from innokumppanuus.domain.selection import Candidate, Limits, Optima
from innokumppanuus.engine.selection import ExactSum
from innokumppanuus.plugin.guard import guarded
from innokumppanuus.plugin.interfaces import Selector
from innokumppanuus.plugin.pacing import TakesPace


@attrs.frozen
class Watched:
    """A method that tells of one step and finds nothing."""

    key: str = "watched"
    name: Label = same("watched")
    pace: Pace = unwatched

    def with_pace(self, pace: Pace) -> Selector:
        return attrs.evolve(self, pace=pace)

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        self.pace(0, 1)
        return Optima(portfolios=())


def test_method_of_a_plugin_tells_its_steps_to_the_pace_it_is_given() -> None:
    method: Selector = guarded("somebody", Watched(), {})
    told: list[tuple[int, int]] = []

    assert isinstance(method, TakesPace)
    method.with_pace(lambda done, of: told.append((done, of))).select((), Limits(), {})

    assert told == [(0, 1)]


def test_method_that_offers_nothing_of_the_kind_takes_no_pace() -> None:
    assert not isinstance(ExactSum(), TakesPace)
