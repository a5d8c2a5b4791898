"""What scripts get is plain data with the same keys whatever was found."""

import json
from typing import Any

from innokumppanuus_networks.domain import ServiceNetworks
from innokumppanuus_networks.engine.bridges import bridges
from innokumppanuus_networks.engine.coverage import coverage, gaps, overlaps
from innokumppanuus_networks.engine.growth import added, growth
from innokumppanuus_networks.faces import data
from innokumppanuus_networks.faces.wording import Wording


def test_everything_that_is_found_is_plain_data(exercise: ServiceNetworks, texts: Any) -> None:
    told = growth(exercise, [one.id for one in exercise.additions])
    wording = Wording(added(exercise, told.additions), texts("fi"))

    plain = [
        *(data.of_actor(exercise, one) for one in exercise.actors),
        *(data.of_tie(one) for one in exercise.ties),
        *(data.of_cell(one) for one in coverage(exercise)),
        *(data.of_gap(one, wording) for one in gaps(exercise)),
        *(data.of_overlap(one, wording) for one in overlaps(exercise)),
        *(data.of_bridge(one, wording) for one in bridges(exercise)),
        data.of_growth(told, wording),
    ]

    assert json.loads(json.dumps(plain)) == plain


def test_need_that_nobody_told_is_null(three: ServiceNetworks, actor: Any, texts: Any) -> None:
    (gap, *_) = gaps(three)

    assert data.of_gap(gap, Wording(three, texts("fi")))["kind"] is None
