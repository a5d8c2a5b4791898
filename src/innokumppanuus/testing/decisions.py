"""Whole decisions to test with, made by the engine from scores: mention only what matters."""

from collections.abc import Mapping
from typing import Any

from innokumppanuus import defaults
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.decision import decide
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import a_ruleset, a_sheet, an_application

ITEMS = ("K1", "K2", "K3")


def core_plugins() -> Plugins:
    """Return the core's own plugins and no others, whatever is installed."""
    plugins = Plugins()
    plugins.seam.register(defaults, "core")
    plugins.seam.check()
    return plugins


def a_decision(
    scores: Mapping[str, tuple[int, ...]],
    amounts: Mapping[str, int] | None = None,
    plugins: Plugins | None = None,
    **changes: Any,
) -> Decision:
    """
    Return the decision of one evaluator's scores.

    Args:
        scores: Scores of K1, K2 and K3 by application.
        amounts: Sum applied for by application, in whole euros; 10 000 of the others.
        plugins: Those of the core when none are given.
        changes: To the call; see `builders.a_call`.
    """
    asked = {one: Money.of((amounts or {}).get(one, 10_000)) for one in scores}
    applications = [an_application(one, amount=asked[one]) for one in scores]
    given = {one: dict(zip(ITEMS, marks, strict=True)) for one, marks in scores.items()}
    ruleset = a_ruleset(**changes)
    sheet = a_sheet("Arvioija A", given)
    return decide(ruleset, applications, [sheet], plugins or core_plugins())
