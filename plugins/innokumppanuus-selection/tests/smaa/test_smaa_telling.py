from fractions import Fraction
from functools import cache
from typing import Any

import attrs
import pytest

from innokumppanuus.domain.acceptability import Sampling
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.limits import ChoiceLimits, MinimumLimit
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.score_bands import Spread
from innokumppanuus.domain.sources import stated
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import a_call, label
from innokumppanuus.testing.decisions import a_decision, core_plugins
from innokumppanuus_selection.smaa.alternatives import Drawing
from innokumppanuus_selection.smaa.telling import Known, Robustness, region_of, robustness
from innokumppanuus_selection.smaa.wording import sentences

FIELD = {"H1": (5, 1, 2), "H2": (4, 4, 4), "H3": (1, 5, 5), "H4": (3, 3, 2), "H5": (2, 2, 1)}
AMOUNTS = {"H1": 9_000, "H2": 8_000, "H3": 7_500, "H4": 6_000, "H5": 5_000}


@cache
def made() -> tuple[Decision, Plugins]:
    budget = attrs.evolve(a_call().budget, total=stated(Money.of(20_000)))
    return a_decision(FIELD, AMOUNTS, budget=budget), core_plugins()


def found(**asked: Any) -> Robustness:
    result = robustness(*made(), Drawing(count=500), **asked)
    assert result is not None
    return result


def test_every_application_that_is_compared_has_its_ranks() -> None:
    compared = {one.application for one in made()[0].ranking}

    assert {one.application for one in found().ranks.applications} == compared


def test_the_sets_that_win_share_out_the_region() -> None:
    sets = found().sets

    assert sets is not None
    assert sum(one.share for one in sets.sets) == 1


def test_a_set_that_is_robust_at_every_corner_wins_everywhere() -> None:
    decision = made()[0]
    result = found()

    assert decision.selection is not None and result.sets is not None
    mine = sum(
        (one.share for one in result.sets.sets if one.applications == result.chosen), Fraction(0)
    )
    assert (mine == 1) == decision.selection.is_robust


def test_without_knowledge_of_the_weights_the_region_is_larger() -> None:
    decision = made()[0]

    assert region_of(decision, Known.NONE).rows == ()
    assert len(region_of(decision, Known.ORDER).rows) > 0


@pytest.mark.parametrize("spread", Spread)
def test_scores_of_one_evaluator_are_sure_whatever_the_spread(spread: Spread) -> None:
    assert found(spread=spread).ranks.draws.sampling is Sampling.EXACT


def test_without_sheets_there_is_nothing_to_reckon() -> None:
    decision = made()[0]
    bare = type(decision)(call=decision.call, ruleset_hash=decision.ruleset_hash)

    assert robustness(bare, made()[1], Drawing(count=10)) is None


def test_where_limits_contradict_that_is_said_and_no_set_wins() -> None:
    budget = attrs.evolve(a_call().budget, total=stated(Money.of(4_000)))
    limits = ChoiceLimits(minimum=MinimumLimit(name=label(), least=1))
    policy = a_call().selection
    assert policy is not None
    decision = a_decision(
        FIELD, AMOUNTS, budget=budget, selection=attrs.evolve(policy, limits=limits)
    )

    result = robustness(decision, core_plugins(), Drawing(count=50))

    assert result is not None and result.sets is None
    assert result.is_contradictory
    texts = Texts.load("en", FacePlugins.load().texts().values())
    assert next(sentences(result, texts)).startswith("The limits of the call contradict")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_equal_sets_are_said_to_share_their_part(language: str) -> None:
    budget = attrs.evolve(a_call().budget, total=stated(Money.of(10_000)))
    twins = {"H1": (4, 4, 4), "H2": (4, 4, 4), "H3": (1, 1, 5)}
    decision = a_decision(twins, budget=budget)

    result = robustness(decision, core_plugins(), Drawing(count=50))

    assert result is not None
    (equal,) = result.equals
    assert [one.applications for one in equal] == [("H1",), ("H2",)]
    texts = Texts.load(language, FacePlugins.load().texts().values())
    assert any("H1; H2" in one for one in sentences(result, texts))


def test_sets_that_weights_decide_between_are_not_said_to_share() -> None:
    assert found().equals == ()
