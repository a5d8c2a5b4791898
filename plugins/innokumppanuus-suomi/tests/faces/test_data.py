"""What scripts get of a routing: plain values only, and sources with their verification."""

import json

from innokumppanuus.faces.texts import Texts
from innokumppanuus.ruleset import RuleSet
from innokumppanuus_suomi.faces.data import routing_data
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.pathways import pathways
from innokumppanuus_suomi.routing import route
from innokumppanuus_suomi.vignettes import shipped


def test_everything_is_plain_data(ruleset: RuleSet, finnish: Texts) -> None:
    for vignette in shipped(ruleset.call).vignettes[:4]:
        found = route(vignette, ruleset, pathways(), parameters())

        told = routing_data(found, finnish)

        assert json.loads(json.dumps(told)) == told


def test_only_the_pathway_that_is_asked_for_is_there(ruleset: RuleSet, finnish: Texts) -> None:
    found = route(shipped(ruleset.call).vignettes[0], ruleset, pathways(), parameters())

    (only,) = routing_data(found, finnish, "grant")["pathways"]  # type: ignore[misc]

    assert only["key"] == "grant"
    assert only["openings"][0]["changes"] == [
        {"field": "has_return", "before": "True", "after": "False"}
    ]


def test_each_source_says_whether_it_was_read(ruleset: RuleSet, finnish: Texts) -> None:
    found = route(shipped(ruleset.call).vignettes[0], ruleset, pathways(), parameters())

    (only,) = routing_data(found, finnish, "innovation_partnership")["pathways"]  # type: ignore[misc]

    read = {one["rule"]: one["verified"] for one in only["conditions"]}
    assert read["market_lacks"] is True
    assert read["not_price_alone"] is False
