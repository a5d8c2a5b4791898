"""Calls with a large fictional panel to measure with; `large_panel` draws who scored what."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.call import AssessmentPolicy, Budget, MissingScores, SelectionPolicy
from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import stated
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.testing.builders import a_ruleset, a_scale, an_application
from innokumppanuus.testing.large_panel import large_panel

ITEMS: Mapping[str, Fraction] = {"K1": Fraction(5), "K2": Fraction(3), "K3": Fraction(2)}


@attrs.frozen(kw_only=True)
class Field:
    """A call with its applications and its panel."""

    ruleset: RuleSet
    applications: tuple[Application, ...]
    sheets: tuple[ScoreSheet, ...]


def a_panel(
    *,
    evaluators: int = 136,
    applications: int = 270,
    evaluations: int = 5000,
    lacking: float = 0.02,
    chosen: int = 40,
    selector: str = "ranked_list",
    missing: MissingScores = MissingScores.EXCLUDED,
    seed: int = 2017,
) -> Field:
    """
    Return a call whose applications were evaluated by unequally many.

    Args:
        evaluators: How many there are; each is more or less severe.
        applications: How many there are; each has a worth of its own.
        evaluations: How often somebody evaluated an application, in every criterion.
        lacking: Share of the scores that were left empty.
        chosen: For how many of the applications there is money.
        selector: The method of the choice.
        missing: What the rule set does with scores left empty.
        seed: What everything is drawn with.
    """
    field = tuple(an_application(f"H{number:03}") for number in range(1, applications + 1))
    return Field(
        ruleset=_ruleset(chosen, selector, missing),
        applications=field,
        sheets=large_panel(field, seed, evaluators, evaluations, lacking),
    )


def _ruleset(chosen: int, selector: str, missing: MissingScores) -> RuleSet:
    changes: dict[str, Any] = {
        "assessment": AssessmentPolicy(
            scale=a_scale(),
            missing_scores=missing,
            weighting=Weighting(kind=WeightingKind.WEIGHTS, weights=ITEMS),
        ),
        "selection": SelectionPolicy(
            selector=selector,
            tie_rules=("criteria_order", "lottery"),
            lottery_seed="kuvitteellinen",
        ),
        "budget": Budget(
            total=stated(Money.of(10_000 * chosen)),
            cap_per_pilot=stated(Money.of(10_000)),
            maximum=stated(chosen),
        ),
    }
    return a_ruleset(**changes)
