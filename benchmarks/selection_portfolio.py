"""
Times the best set under all limits beside the bare solver on the same model.

*bare* is `scipy.optimize.milp` with a gap of zero on arrays that are ready. *first* begins with
applications and limits and ends with a best set that is proven and reckoned again in whole numbers.
*settled* goes on to every best set, or the proof that there is one, and to the tie rules.
"""

import random
from collections.abc import Callable
from typing import Any

TITLE = "Portfolio: the best set under all limits"
NEEDS = {"ours": ()}
CONTENDERS = {"bare": "ours", "first": "ours", "settled": "ours"}
SEED = 20_261_123
FINE, COARSE = 1, 100
"""Steps of scores in thousandths of a point; coarse ones tie many sets."""
FIELDS = (
    (200, FINE, 6, 3),
    (200, COARSE, 4, 3),
    (2_000, FINE, 3, 2),
    (2_000, COARSE, 2, 2),
)
"""Applications, step, so many fields, rounds."""
QUICK = ((200, FINE, 2, 2), (200, COARSE, 2, 2))
TARGETS = {"first": 1.2, "settled": 5.0}


def contender(name: str, quick: bool, count: int, step: int, number: int) -> Callable[[], Any]:
    """Return what chooses in one field; its digest is the value, and of ours what was proven."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    from innokumppanuus.engine.awards import Award
    from innokumppanuus.engine.rows import rows_of
    from innokumppanuus_selection.portfolio import ExactPortfolio
    from innokumppanuus_selection.programme import programme_of, scale_of
    from innokumppanuus_selection.sets import Sets
    from innokumppanuus_selection.solvers.matrix import matrix
    from innokumppanuus_selection.solvers.scipy_milp import ScipyMilp

    candidates, limits = drawn(count, step, number)

    def asked() -> tuple[Sets, Any]:
        things = {one.application: Award.of(one) for one in candidates}
        rows = rows_of(limits, things)
        return Sets(things=things, rows=rows, solver=ScipyMilp()), scale_of(things)

    sets, scale = asked()
    arrays = matrix(programme_of(sets.things, sets.rows, scale.gains))

    def bare() -> float:
        found = milp(
            -arrays.gains,
            integrality=arrays.is_whole,
            bounds=Bounds(0, arrays.most),
            constraints=LinearConstraint(arrays.terms, arrays.low, arrays.high),
            options={"mip_rel_gap": 0},
        )
        assert found.status == 0
        return round(-float(found.fun)) / float(scale.factor)

    def first() -> float:
        mine, points = asked()
        return float(mine.reckoned(mine.highest(points, mine.bound(points))).value)

    def settled() -> list[Any]:
        optima = ExactPortfolio().select(candidates, limits, {})
        chosen, rule = _decided(optima, candidates, limits)
        assert chosen is not None
        return [float(chosen.value), len(optima.portfolios), optima.is_complete, rule]

    ways: dict[str, Callable[[], Any]] = {"bare": bare, "first": first, "settled": settled}
    return ways[name]


def drawn(count: int, step: int, number: int) -> tuple[tuple[Any, ...], Any]:
    """Return candidates and limits of every kind; seeded."""
    from fractions import Fraction

    from innokumppanuus.domain.labels import same
    from innokumppanuus.domain.money import Money
    from innokumppanuus.domain.selection import Candidate, GroupLimit, Limits

    dice = random.Random(f"{SEED} {count} {step} {number}")
    candidates = []
    for place in range(count):
        score = Fraction(dice.randint(2_000 // step, 6_000 // step) * step, 1_000)
        cost = Money(dice.randint(30, 120) * 100_000)
        candidates.append(
            Candidate(
                application=f"H{place:04}", value=score, cost=cost, scores={"K1": score}, least=None
            )
        )
    ids = [one.application for one in candidates]
    wanted = [
        GroupLimit(id=f"t{place}", name=same("theme"), members=tuple(ids[place::9]), least=1)
        for place in range(9)
    ]
    applicants = [
        GroupLimit(
            id=f"p{place:04}", name=same("applicant"), members=tuple(dice.sample(ids, 3)), most=2
        )
        for place in range(count // 3)
    ]
    pairs = [
        GroupLimit(id=f"x{place:04}", name=same("pair"), members=tuple(dice.sample(ids, 2)), most=1)
        for place in range(count // 20)
    ]
    total = sum(one.cost.cents for one in candidates)
    limits = Limits(
        budget=Money(total // 4),
        minimum=count // 20,
        maximum=count // 3,
        groups=(*wanted, *applicants, *pairs),
    )
    return tuple(candidates), limits


def _decided(optima: Any, candidates: Any, limits: Any) -> tuple[Any, str]:
    """Return the set that the tie rules leave, and the rule; as a choice does."""
    from innokumppanuus.domain.call import SelectionPolicy
    from innokumppanuus.engine.selection import break_ties
    from innokumppanuus.engine.tie_stages import stages_of
    from innokumppanuus_selection.portfolio import ExactPortfolio

    policy = SelectionPolicy(tie_rules=("lower_cost", "lottery_in_order"), lottery_seed="2026")
    if optima.is_complete:
        return break_ties(optima, policy, candidates, [])
    stages: list[Any] = []
    for rule in policy.tie_rules:
        stages += stages_of(rule, policy, candidates, [])
        one = ExactPortfolio().settle(candidates, limits, {}, tuple(stages))
        if one is not None:
            return one, str(rule)
    return None, ""


def section(runs: Any, quick: bool) -> list[str]:
    """Return the table of all fields and whether the targets are met."""
    lines = [
        "Generated fields (seeded): costs 30 000–120 000 €, a budget of a quarter of all costs, at",
        "least a twentieth and at most a third of the applications, nine themes each with one at",
        "least, at most two of each of n/3 applicants, n/20 pairs that exclude each other. Scores",
        "in thousandths of a point, or in tenths, which ties sets. *bare* is the solver on arrays",
        "that are ready; *first* ends with a best set, proven and reckoned in whole numbers;",
        "*settled* with every best set (of more than 20 only that they are more) and the tie rules",
        "`lower_cost` and `lottery_in_order`. CPU seconds, the best of the rounds.",
        "",
        "| of | step | bare (s) | first (s) | × bare | settled (s) | × bare | best sets |",
        "|---|---|---|---|---|---|---|---|",
    ]
    told = []
    for count, step, fields, rounds in QUICK if quick else FIELDS:
        ratios: dict[str, list[float]] = {name: [] for name in TARGETS}
        spent = dict.fromkeys(CONTENDERS, 0.0)
        for number in range(fields):
            found = runs.timed(list(CONTENDERS), rounds, count=count, step=step, number=number)
            best = {name: one.best("cpu") for name, one in found.items()}
            value, listed, is_complete, rule = found["settled"].digest
            values = {found["bare"].digest, found["first"].digest, value}
            if len(values) != 1:
                raise SystemExit(f"The best values differ: {values}.")
            for name in CONTENDERS:
                spent[name] += best[name]
            for name, mine in ratios.items():
                mine.append(best[name] / best["bare"])
            many = f"{listed}{'' if is_complete else ' and more'}{', ' + rule if rule else ''}"
            lines.append(
                f"| {count} | {step / 1000:g} | {best['bare']:.3f} | {best['first']:.3f} | "
                f"{ratios['first'][-1]:.2f} | {best['settled']:.3f} | {ratios['settled'][-1]:.2f} |"
                f" {many} |"
            )
        for name, target in TARGETS.items():
            times = spent[name] / spent["bare"]
            word = "met" if times <= target else "**not met**"
            told.append(
                f"- {name}, {count} applications, steps of {step / 1000:g}: {times:.2f} × "
                f"bare in all, {min(ratios[name]):.2f}–{max(ratios[name]):.2f} × by field "
                f"(target {target} ×: {word})."
            )
    return [*lines, "", *told]
