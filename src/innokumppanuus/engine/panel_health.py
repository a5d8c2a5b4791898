"""How a panel has scored: agreement, spread, connection, severity. It changes no score."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

import attrs

from innokumppanuus.domain.call import MissingScores
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.panel_health import (
    WHOLE,
    Agreement,
    ItemSpread,
    PanelHealth,
    Ratings,
    SeverityReport,
)
from innokumppanuus.engine.agreement import agreements
from innokumppanuus.engine.assessment import assess, by_application
from innokumppanuus.engine.conflicts import without_conflicts
from innokumppanuus.engine.panel_warnings import bounds_of, warnings
from innokumppanuus.engine.score_bands import root_up
from innokumppanuus.engine.sums import exact_mean, exact_sum, squared_off
from innokumppanuus.plugin.interfaces import PanelMeter
from innokumppanuus.plugin.manager import Plugins

SEED: Final = 2017
"""What samples are drawn with when nobody says."""


def panel_health(decision: Decision, plugins: Plugins, seed: int = SEED) -> PanelHealth:
    """
    Return what is known of how the panel scored, with what people should look at.

    Args:
        decision: With its sheets; without an assessment policy nothing is known.
        plugins: Their panel meters draw intervals and reckon severity; the rest is exact.
        seed: What samples are drawn with.
    """
    every = ratings_of(decision)
    meters = tuple(plugins.panel_meters().values())
    health = PanelHealth(
        agreements=tuple(
            one for ratings in every for one in _with_intervals(ratings, meters, seed)
        ),
        spreads=tuple(one for ratings in every if (one := spread_of(ratings)) is not None),
        components=len(components(every[0])) if every else 0,
        severities=tuple(_severities(every, meters)),
        bounds=bounds_of(decision.call, plugins.parameters()) if every else (),
    )
    return attrs.evolve(health, warnings=warnings(decision, every, health))


def ratings_of(decision: Decision) -> tuple[Ratings, ...]:
    """
    Return what evaluators gave, by item in the order of the rule set, and last their weighted sums.

    Aspects are joined, scores that conflicts remove and applications that are barred are left out,
    and nothing missing is filled in, whatever the rule set does with it. The weighted sum is of the
    items that evaluators score and is there where the evaluator has scored them all.
    """
    policy = decision.call.assessment
    if policy is None or not decision.sheets:
        return ()
    counted = without_conflicts(decision.sheets, decision.removals, policy.conflict_removes)
    bare = attrs.evolve(policy, missing_scores=MissingScores.INCOMPLETE, panel=None)
    parts = by_application(counted)
    given: dict[str, dict[str, dict[str, Fraction]]] = {}
    for screening in decision.screenings:
        if screening.verdict is Verdict.NOT_MET:
            continue
        mine = parts.get(screening.application, ())
        for item in assess(decision.call, bare, screening, mine).items:
            known = {one: score for one, score in item.by_evaluator.items() if score is not None}
            given.setdefault(item.item, {})[screening.application] = known
    items = [item for item, scores in given.items() if any(scores.values())]
    found = [Ratings(item=item, scores=given[item]) for item in items]
    whole = _whole({item: given[item] for item in items}, decision.weights)
    return (*found, *whole)


def spread_of(ratings: Ratings) -> ItemSpread | None:
    """Return how far apart the scores of the item are; None without scores."""
    scores = [score for given in ratings.scores.values() for score in given.values()]
    if not scores:
        return None
    shared = {one: tuple(given.values()) for one, given in ratings.scores.items() if len(given) > 1}
    squares, free = Fraction(0), 0
    for row in shared.values():
        squares += squared_off(row)
        free += len(row) - 1
    return ItemSpread(
        item=ratings.item,
        least=min(scores),
        most=max(scores),
        mean=exact_mean(scores),
        deviation=root_up(squares / free) if free else Fraction(0),
        differences={one: max(row) - min(row) for one, row in shared.items()},
    )


def components(ratings: Ratings) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """
    Return the parts that no evaluator connects: their applications and evaluators, sorted.

    Scores of different parts cannot be compared: nobody has seen both sides.
    """
    left = {one: set(given) for one, given in ratings.scores.items() if given}
    found = []
    while left:
        first = min(left)
        applications, evaluators = {first}, left.pop(first)
        while joined := [one for one, given in left.items() if given & evaluators]:
            for one in joined:
                applications.add(one)
                evaluators |= left.pop(one)
        found.append((tuple(sorted(applications)), tuple(sorted(evaluators))))
    return tuple(found)


def _whole(
    given: Mapping[str, Mapping[str, Mapping[str, Fraction]]], weights: Mapping[str, Fraction]
) -> Iterable[Ratings]:
    sum_ = sum((weights.get(item, Fraction(0)) for item in given), Fraction(0))
    if len(given) < 2 or not sum_:
        return
    shares = {item: weights.get(item, Fraction(0)) / sum_ for item in given}
    first = next(iter(given.values()))
    scores: dict[str, dict[str, Fraction]] = {}
    for application in first:
        rows = {item: given[item].get(application, {}) for item in given}
        everyone = set.intersection(*(set(row) for row in rows.values()))
        scores[application] = {
            one: exact_sum(shares[item] * rows[item][one] for item in given)
            for one in sorted(everyone)
        }
    if any(scores.values()):
        yield Ratings(item=WHOLE, scores=scores)


def _with_intervals(
    ratings: Ratings, meters: Iterable[PanelMeter], seed: int
) -> Iterable[Agreement]:
    drawn = {
        measure: interval
        for meter in meters
        for measure, interval in meter.intervals(ratings, seed).items()
    }
    for one in agreements(ratings):
        interval = drawn.get(one.measure) if one.value is not None else None
        yield attrs.evolve(one, interval=interval)


def _severities(every: Iterable[Ratings], meters: Iterable[PanelMeter]) -> Iterable[SeverityReport]:
    for ratings in every:
        for meter in meters:
            report = meter.severity(ratings)
            if report is not None:
                yield report
                break
