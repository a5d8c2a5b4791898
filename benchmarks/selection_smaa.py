"""SMAA beside a bare matrix product and sort, and beside packages that rank in a loop."""

from collections.abc import Callable
from typing import Any

TITLE = "SMAA: ranks over drawn weights"
NEEDS: dict[str, tuple[str, ...]] = {
    "ours": (),
    "pymcdm": ("pymcdm", "numpy"),
    "skcriteria": ("scikit-criteria", "numpy"),
}
CONTENDERS = {
    "bare": "ours",
    "bare-blocks": "ours",
    "ours": "ours",
    "ours-nouns": "ours",
    "ours-2-threads": "ours",
    "pymcdm": "pymcdm",
    "scikit-criteria": "skcriteria",
}
ITEMS = 5
LIMIT = 1.5
LOOPED = 100
BLOCK = 256
"""Draws of the packages that are called once for each; their time is scaled up."""


def contender(name: str, quick: bool, applications: int, draws: int) -> Callable[[], Any]:
    """Return one run of a contender; its digest is how often the first three are first."""
    import numpy as np

    generator = np.random.default_rng(1)
    scores = generator.integers(0, 2_000, (applications, ITEMS)) / 100
    makers: dict[str, Callable[[], Callable[[], Any]]] = {
        "bare": lambda: _bare(scores, draws, draws),
        "bare-blocks": lambda: _bare(scores, draws, BLOCK),
        "ours": lambda: _ours(scores, draws, False, 1),
        "ours-nouns": lambda: _ours(scores, draws, True, 1),
        "ours-2-threads": lambda: _ours(scores, draws, False, 2),
        "pymcdm": lambda: _pymcdm(scores, draws),
        "scikit-criteria": lambda: _skcriteria(scores, draws),
    }
    return makers[name]()


def _weights(draws: int) -> Any:
    import numpy as np

    drawn = np.random.default_rng(2).standard_exponential((draws, ITEMS))
    return drawn / drawn.sum(axis=1, keepdims=True)


def _bare(scores: Any, draws: int, block: int) -> Callable[[], Any]:
    import numpy as np

    weights = _weights(draws)
    room = np.empty((block, len(scores)))

    def run() -> Any:
        for start in range(0, draws, block):
            mine = weights[start : start + block]
            totals = np.matmul(mine, scores.T, out=room[: len(mine)])
            totals.sort(axis=1)
        return None

    return run


def _ours(scores: Any, draws: int, with_nouns: bool, threads: int) -> Callable[[], Any]:
    import numpy as np

    from innokumppanuus.domain.pace import unwatched
    from innokumppanuus.domain.weights import WeightRegion
    from innokumppanuus_selection.smaa.alternatives import Drawing, acceptabilities
    from innokumppanuus_selection.smaa.counting import tally
    from innokumppanuus_selection.smaa.sampling import sampler
    from innokumppanuus_selection.smaa.scores import Sure

    region = WeightRegion.free([f"K{n}" for n in range(ITEMS)])
    given = Sure(scores=np.ascontiguousarray(scores.T))
    names = [f"H{n:05}" for n in range(len(scores))]

    def run() -> Any:
        if with_nouns:
            told = acceptabilities(names, given, region, Drawing(count=draws, threads=threads))
            return _shares([float(one.ranks[0]) for one in told.applications])
        found = tally(sampler(region), given, draws, 0, unwatched, threads)
        return _shares((found.ranks[0] / draws).tolist())

    return run


def _pymcdm(scores: Any, draws: int) -> Callable[[], Any]:
    import numpy as np
    from pymcdm.methods import WSM

    weights, types = _weights(min(draws, LOOPED)), np.ones(ITEMS)
    counts = np.zeros((len(scores), len(scores)))
    method = WSM(normalization_function=lambda column, cost=False: column)

    def run() -> Any:
        counts[:] = 0
        for one in weights:
            order = np.argsort(-method(scores, one, types))
            counts[np.arange(len(order)), order] += 1
        return _shares((counts[0] / len(weights)).tolist())

    return run


def _skcriteria(scores: Any, draws: int) -> Callable[[], Any]:
    import numpy as np
    import skcriteria
    from skcriteria.agg.simple import WeightedSumModel

    weights = _weights(min(draws, LOOPED))
    counts = np.zeros((len(scores), len(scores)))
    method = WeightedSumModel()

    def run() -> Any:
        counts[:] = 0
        for one in weights:
            matrix = skcriteria.mkdm(scores, [max] * ITEMS, weights=one)
            rank = np.asarray(method.evaluate(matrix).rank_)
            counts[rank - 1, np.arange(len(rank))] += 1
        return _shares((counts[0] / len(weights)).tolist())

    return run


def _shares(shares: list[float]) -> list[float]:
    """Return the three largest shares of first ranks, to the digits that all draws agree on."""
    return [round(one, 2) for one in sorted(shares, reverse=True)[:3]]


def section(runs: Any, quick: bool) -> list[str]:
    """Return the lines below the heading."""
    draws, rounds = 10_000, 3 if quick else 7
    lines = [
        "Rank acceptabilities and central weights of applications with sure scores on five",
        "criteria, nothing known of the weights. *bare* is one matrix product and one sort of the",
        "values of 10 000 weights that were drawn before, into memory that is there already;",
        f"*bare-blocks* does it {BLOCK} weights at a time. Neither tells any ranks. `ours` draws",
        "the weights, too, and counts every rank of every application; `ours-nouns` also makes the",
        "results in exact fractions. The packages have no SMAA: they are called once for each",
        f"weight, for {LOOPED} weights, and their time is scaled up. Best wall time of {rounds}",
        "rounds, one BLAS thread.",
        "",
        "| applications | contender | seconds | × faster bare | × ours | shares of rank 1 |",
        "|---|---|---|---|---|---|",
    ]
    told = []
    for count in (20, 200, 1_000):
        found = runs.timed(list(CONTENDERS), rounds, applications=count, draws=draws)
        scale = dict.fromkeys(("pymcdm", "scikit-criteria"), draws / LOOPED)
        best = {name: one.best() * scale.get(name, 1) for name, one in found.items()}
        bare = min(best["bare"], best["bare-blocks"])
        for name, one in found.items():
            shares = ", ".join(f"{share:.2f}" for share in one.digest or ())
            lines.append(
                f"| {count:,} | {name} | {best[name]:.4f} | {best[name] / bare:.2f} "
                f"| {best[name] / best['ours']:.1f} | {shares or '–'} |".replace(",000", " 000")
            )
        if count == 1_000:
            for name in ("ours", "ours-nouns"):
                times = best[name] / bare
                word = "met" if times <= LIMIT else "**not met**"
                told.append(
                    f"- {name}, 10 000 weights × 1 000 applications × 5 criteria: {times:.2f} × "
                    f"the faster bare product and sort (target {LIMIT} ×: {word})."
                )
            for name in scale:
                times = best[name] / best["ours"]
                told.append(f"- {name} in a loop takes {times:.1f} × as long as `ours`.")
    return [*lines, "", *told]
