from collections.abc import Mapping

import attrs

from innokumppanuus.domain.call import MissingScores
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.panel_health import PolicyEffect
from innokumppanuus.domain.sources import stated
from innokumppanuus.engine.decision import decide
from innokumppanuus.engine.missing_effects import policy_effects
from innokumppanuus.engine.missing_scores import POLICIES
from innokumppanuus.testing.builders import a_call, a_ruleset, a_sheet, an_application
from innokumppanuus.testing.decisions import core_plugins


def decided(scores: Mapping[str, tuple[int, int | None]], how: MissingScores) -> Decision:
    """Return the decision of two evaluators, with money for one application."""
    base = a_call()
    assert base.assessment is not None
    ruleset = a_ruleset(
        assessment=attrs.evolve(base.assessment, missing_scores=how),
        budget=attrs.evolve(base.budget, total=stated(Money.of(10_000))),
    )
    sheets = [
        a_sheet(
            name, {one: dict.fromkeys(("K1", "K2", "K3"), pair[i]) for one, pair in scores.items()}
        )
        for i, name in enumerate("AB")
    ]
    return decide(ruleset, [an_application(one) for one in scores], sheets, core_plugins())


def effects(decision: Decision) -> dict[MissingScores, PolicyEffect]:
    return {one.policy: one for one in policy_effects(decision, core_plugins())}


ONE_MISSING: Mapping[str, tuple[int, int | None]] = {"H01": (5, None), "H02": (4, 4)}


def test_every_way_is_told_in_the_same_order() -> None:
    assert list(effects(decided(ONE_MISSING, MissingScores.EXCLUDED))) == list(POLICIES)


def test_the_way_that_the_rule_set_names_is_the_one_in_force() -> None:
    found = effects(decided(ONE_MISSING, MissingScores.LOWEST))

    assert [how for how, one in found.items() if one.in_force] == [MissingScores.LOWEST]


def test_a_missing_score_takes_the_money_from_the_best_where_it_counts_as_zero() -> None:
    found = effects(decided(ONE_MISSING, MissingScores.EXCLUDED))

    told = {how: one.differs for how, one in found.items()}
    assert (told[MissingScores.EXCLUDED], told[MissingScores.ZERO]) == ((), ("H01", "H02"))


def test_an_application_that_would_wait_is_told_to_wait() -> None:
    found = effects(decided(ONE_MISSING, MissingScores.EXCLUDED))

    assert found[MissingScores.INCOMPLETE].outcomes["H01"] is Outcome.UNRANKED


def test_no_way_makes_a_difference_when_nothing_is_missing() -> None:
    found = effects(decided({"H01": (5, 5), "H02": (4, 4)}, MissingScores.INCOMPLETE))

    assert {one.differs for one in found.values()} == {()}


def test_the_decision_itself_is_not_made_anew_for_the_way_in_force() -> None:
    decision = decided(ONE_MISSING, MissingScores.EXCLUDED)

    found = effects(decision)[MissingScores.EXCLUDED]

    assert found.totals == {one.application: one.value for one in decision.ranking}
