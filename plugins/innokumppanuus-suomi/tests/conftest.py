"""The conditions of pathways and the shipped vignettes, each routed once for all tests."""

import pytest

from innokumppanuus.ruleset import RuleSet
from innokumppanuus.workspace import Workspace
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.pathways import pathways
from innokumppanuus_suomi.routing import Routing, route
from innokumppanuus_suomi.vignettes import shipped


@pytest.fixture(scope="session")
def ruleset() -> RuleSet:
    return Workspace.open().ruleset("suomi-pathway")


@pytest.fixture(scope="session")
def routings(ruleset: RuleSet) -> tuple[Routing, ...]:
    law = parameters()
    return tuple(route(one, ruleset, pathways(), law) for one in shipped(ruleset.call).vignettes)
