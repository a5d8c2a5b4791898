"""What is said of the panel fits the form, the plugins and itself."""

import pytest

from innokumppanuus.domain.panel import DecidingScores, PanelPolicy
from innokumppanuus.ruleset import loads
from innokumppanuus.testing.rulesets import core_plugins, the_text, told

LEAST = "  least_evaluators: 2\n"


def with_panel(panel: str) -> str:
    return the_text((LEAST, f"{LEAST}  panel: {panel}\n"))


@pytest.mark.parametrize(
    ("panel", "said"),
    [
        ("{grounds: [employer, employr]}", "employer"),
        ("{grounds: [board, board]}", "must be given once, got 'board' twice."),
        ("{assigner: exact_flo}", "Did you mean 'exact_flow'?"),
        ("{topic_field: nothing}", "names 'nothing', which is not there."),
        ("{topic_field: amount}", "must name a field of one of the types choice, choices"),
        ("{readers: 3, most_readers: 2}", "must be at least 3"),
        ("{least_load: 3, most_load: 2}", "must be at least 3"),
        ("{readers: 0}", "1"),
    ],
)
def test_a_panel_that_cannot_work_is_told(panel: str, said: str) -> None:
    found = told(with_panel(panel))

    assert len(found) == 1
    assert said in found[0]


def test_a_panel_that_can_work_is_taken() -> None:
    panel = "{scores: consensus, readers: 3, most_load: 20, topic_field: sector, lot_seed: kevät}"

    policy = loads(with_panel(panel), "haku.yaml", core_plugins()).call.assessment

    assert policy is not None
    assert policy.panel == PanelPolicy(
        scores=DecidingScores.CONSENSUS,
        readers=3,
        most_load=20,
        topic_field="sector",
        lot_seed="kevät",
    )
