"""A decision on five applications, and texts that say explanations."""

import attrs
import pytest

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import stated
from innokumppanuus.engine.grounds import Grounds
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_call
from innokumppanuus.testing.decisions import a_decision, core_plugins
from innokumppanuus_selection.why import telling
from innokumppanuus_selection.why.commands import text_source
from innokumppanuus_selection.why.sentences import Speaker

SCORES = {"H1": (5, 4, 3), "H2": (3, 3, 3), "H3": (1, 2, 2), "H4": (4, 4, 0), "H5": (2, 5, 1)}
AMOUNTS = {"H1": 9_000, "H2": 8_000, "H3": 3_000, "H4": 7_000, "H5": 6_000}


@pytest.fixture
def decision() -> Decision:
    budget = attrs.evolve(a_call().budget, total=stated(Money.of(20_000)))
    return a_decision(SCORES, AMOUNTS, budget=budget)


@pytest.fixture
def ground(decision: Decision) -> Grounds:
    found = telling.grounds(decision, core_plugins())
    assert found is not None
    return found


@pytest.fixture
def texts() -> Texts:
    return Texts.load("en", [text_source()])


@pytest.fixture
def speaker(decision: Decision, texts: Texts) -> Speaker:
    return Speaker(decision, texts)
