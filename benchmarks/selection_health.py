"""
Measures a panel of 136 evaluators, 270 applications and 5 000 evaluations, and compares alpha.

The package krippendorff is under the GPL: it has an environment of its own and is only run beside
ours.
"""

import random
from collections.abc import Callable, Iterator
from typing import Any

TITLE = "Health of a panel"
NEEDS = {"ours": (), "krippendorff": ("krippendorff",)}
CONTENDERS = {
    "arrays": "ours",
    "exact": "ours",
    "krippendorff": "krippendorff",
    "decision": "ours",
    "ratings": "ours",
    "agreement": "ours",
    "intervals": "ours",
    "spread": "ours",
    "severity": "ours",
    "connection": "ours",
    "health": "ours",
    "policies": "ours",
    "evaluators": "ours",
    "applications": "ours",
}
ALPHAS = ("arrays", "exact", "krippendorff")
FIGURES = {
    "decision": "decision from what was read",
    "ratings": "scores by item, and weighted totals",
    "agreement": "alpha at four levels, W, six ICC of one item, exact",
    "intervals": "intervals of six of them, 1 000 samples",
    "spread": "spread of one item, exact",
    "severity": "severity with intervals, means as given and corrected, of one item",
    "connection": "connected parts",
    "health": "all of these of three items and the total, with warnings",
    "policies": "six ways with missing scores, each decided anew (long, shows its steps)",
    "evaluators": "one step of leaving out each evaluator (long, shows its steps)",
    "applications": "one step of leaving out each application (long, shows its steps)",
}
SEED = 2017
EVALUATORS, APPLICATIONS, EVALUATIONS = 136, 270, 5_000
SMALL = (20, 40, 200)
STEPS = 10


def contender(name: str, quick: bool) -> Callable[[], Any]:
    """Return what measures the panel once it is drawn."""
    size = SMALL if quick else (EVALUATORS, APPLICATIONS, EVALUATIONS)
    if name in ALPHAS:
        return {"arrays": _arrays, "exact": _exact, "krippendorff": _krippendorff}[name](*size)
    return _figure(name, *size)


def drawn(evaluators: int, applications: int, evaluations: int) -> list[list[int | None]]:
    """Return scores by evaluator and application, None where nobody evaluated; seeded."""
    dice = random.Random(SEED)
    pairs = [(one, other) for one in range(evaluators) for other in range(applications)]
    given = set(dice.sample(pairs, evaluations))
    worth = [dice.gauss(3, 1) for _ in range(applications)]
    return [
        [
            min(5, max(0, round(worth[other] + dice.gauss(0, 0.8))))
            if (one, other) in given
            else None
            for other in range(applications)
        ]
        for one in range(evaluators)
    ]


def _ratings(*size: int) -> Any:
    from fractions import Fraction

    from innokumppanuus.domain.panel_health import Ratings

    scores: dict[str, dict[str, Fraction]] = {}
    for one, row in enumerate(drawn(*size)):
        for other, score in enumerate(row):
            mine = scores.setdefault(f"H{other:03}", {})
            if score is not None:
                mine[f"A{one:03}"] = Fraction(score)
    return Ratings(item="K1", scores=scores)


def _arrays(*size: int) -> Callable[[], list[float]]:
    from innokumppanuus_selection.panel.reliability import point

    ratings = _ratings(*size)
    return lambda: [round(one, 6) for name, one in point(ratings).items() if "alpha" in name]


def _exact(*size: int) -> Callable[[], list[float]]:
    from innokumppanuus.engine.agreement import alphas

    ratings = _ratings(*size)
    return lambda: [round(float(one.value or 0), 6) for one in alphas(ratings)]


def _krippendorff(*size: int) -> Callable[[], list[float]]:
    import krippendorff
    import numpy

    table = numpy.array(
        [[numpy.nan if score is None else score for score in row] for row in drawn(*size)]
    )

    def run() -> list[float]:
        levels = ("nominal", "ordinal", "interval", "ratio")
        return [
            round(float(krippendorff.alpha(table, level_of_measurement=level)), 6)
            for level in levels
        ]

    return run


def _figure(name: str, evaluators: int, applications: int, evaluations: int) -> Callable[[], Any]:
    from innokumppanuus.engine.absences import without_applications, without_evaluators
    from innokumppanuus.engine.agreement import agreements
    from innokumppanuus.engine.decision import decide
    from innokumppanuus.engine.missing_effects import policy_effects
    from innokumppanuus.engine.panel_health import components, panel_health, ratings_of, spread_of
    from innokumppanuus.plugin.manager import Plugins
    from innokumppanuus.testing.panels import a_panel
    from innokumppanuus_selection.panel.meter import NumericPanel

    field = a_panel(evaluators=evaluators, applications=applications, evaluations=evaluations)
    plugins, meter = Plugins.load(), NumericPanel()
    made = decide(field.ruleset, field.applications, field.sheets, plugins)
    one = ratings_of(made)[0]
    steps: dict[str, Iterator[Any]] = {
        "evaluators": without_evaluators(made, plugins),
        "applications": without_applications(made, plugins),
    }
    if name in steps:
        next(steps[name])
    figures: dict[str, Callable[[], Any]] = {
        "decision": lambda: decide(field.ruleset, field.applications, field.sheets, plugins),
        "ratings": lambda: ratings_of(made),
        "agreement": lambda: agreements(one),
        "intervals": lambda: meter.intervals(one, SEED),
        "spread": lambda: spread_of(one),
        "severity": lambda: meter.severity(one),
        "connection": lambda: components(one),
        "health": lambda: panel_health(made, plugins),
        "policies": lambda: list(policy_effects(made, plugins)),
        "evaluators": lambda: next(steps["evaluators"]),
        "applications": lambda: next(steps["applications"]),
    }
    figure = figures[name]

    def run() -> None:
        figure()

    return run


def section(runs: Any, quick: bool) -> list[str]:
    """Return alpha beside its peer, and how long each figure takes."""
    rounds = 3 if quick else 7
    found = runs.timed(list(ALPHAS), rounds)
    same = len({tuple(one.digest) for one in found.values()}) == 1
    peer = found["krippendorff"].best("cpu")
    lines = [
        f"{EVALUATORS} evaluators, {APPLICATIONS} applications, {EVALUATIONS} evaluations of "
        "unequal number per application, drawn with a fixed seed; all of it fictional."
        if not quick
        else "A small panel, drawn with a fixed seed.",
        "",
        f"Krippendorff's alpha at four levels: {'the same' if same else '**different**'} to six "
        "decimals in all three.",
        "",
        "| alpha | CPU (ms) | against krippendorff |",
        "|---|---|---|",
    ]
    for name, one in found.items():
        spent = one.best("cpu")
        lines.append(f"| {name} | {1000 * spent:.1f} | {spent / peer:.2f} |")
    lines += ["", "| figure | wall (s) | CPU (s) |", "|---|---|---|"]
    for name, words in FIGURES.items():
        one = runs.timed([name], 1 if name == "policies" else 3)[name]
        lines.append(f"| {words} | {one.best():.3f} | {one.best('cpu'):.3f} |")
    return [
        *lines,
        "",
        "The best of the rounds. The longest step is what a person who stops waits.",
    ]
