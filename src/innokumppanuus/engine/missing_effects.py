"""Whether the way with missing scores decides who gets money. It recommends no way."""

from collections.abc import Iterator

from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.panel_health import PolicyEffect
from innokumppanuus.engine.decision import reassess
from innokumppanuus.engine.missing_scores import POLICIES
from innokumppanuus.plugin.manager import Plugins


def policy_effects(decision: Decision, plugins: Plugins) -> Iterator[PolicyEffect]:
    """
    Yield what would be with each way to handle missing scores, in a fixed order.

    Each is decided anew as a whole, with the same limits, tie rules and selection method, so that
    it may take as long as the decision did; whoever reads may stop in between.
    """
    policy = decision.call.assessment
    if policy is None or not decision.sheets:
        return
    now = _outcomes(decision)
    for way in POLICIES:
        in_force = way is policy.missing_scores
        made = decision if in_force else reassess(decision, plugins, way)
        outcomes = _outcomes(made)
        yield PolicyEffect(
            policy=way,
            in_force=in_force,
            totals={one.application: one.value for one in made.ranking},
            outcomes=outcomes,
            differs=tuple(sorted(id for id, one in outcomes.items() if one != now[id])),
        )


def _outcomes(decision: Decision) -> dict[str, Outcome]:
    return {one.id: decision.outcome(one.id) for one in decision.applications}
