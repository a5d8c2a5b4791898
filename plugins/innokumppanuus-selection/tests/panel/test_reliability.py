"""Arrays agree with the exact measures of the core, and samples with the scatter of a panel."""

import os
import random
import subprocess
import sys
from fractions import Fraction

import pytest

from innokumppanuus.domain.panel_health import Measure, Ratings
from innokumppanuus.engine.agreement import agreements
from innokumppanuus_selection.panel.reliability import intervals, point

MEASURES = (
    Measure.ALPHA_NOMINAL,
    Measure.ALPHA_ORDINAL,
    Measure.ALPHA_INTERVAL,
    Measure.ALPHA_RATIO,
    Measure.ICC_ONE_WAY,
    Measure.ICC_ONE_WAY_MEAN,
)


def drawn(seed: int, applications: int = 9, evaluators: int = 5, lack: float = 0.3) -> Ratings:
    """Return random ratings in half points, some missing."""
    dice = random.Random(seed)
    return Ratings(
        item="K1",
        scores={
            f"H{a:03}": {
                f"A{e}": Fraction(dice.randint(0, 10), 2)
                for e in range(evaluators)
                if dice.random() > lack
            }
            for a in range(applications)
        },
    )


@pytest.mark.parametrize("seed", range(300))
def test_arrays_give_what_the_core_gives_exactly(seed: int) -> None:
    ratings = drawn(seed, applications=2 + seed % 9, lack=seed % 7 / 10)
    exact = {one.measure: one.value for one in agreements(ratings)}

    found = point(ratings)

    known = {one: float(exact[one] or 0) for one in MEASURES if exact[one] is not None}
    assert found == pytest.approx(known, abs=1e-9)


KRIPPENDORFF_2011 = (
    "1 2 3 3 2 1 4 1 2 * * *",
    "1 2 3 3 2 2 4 1 2 5 * 3",
    "* 3 3 3 2 3 4 2 2 5 1 *",
    "1 2 3 3 2 4 4 1 2 5 1 *",
)
"""Four observers, twelve units: Krippendorff (2011), Computing Krippendorff's alpha-reliability."""


def test_the_published_alphas_come_out_of_arrays() -> None:
    scores = {
        f"U{place:02}": {
            f"O{row}": Fraction(line.split()[place])
            for row, line in enumerate(KRIPPENDORFF_2011)
            if line.split()[place] != "*"
        }
        for place in range(12)
    }

    found = point(Ratings(item="K1", scores=scores))

    alphas = [round(found[one], 6) for one in MEASURES[:4]]
    assert alphas == [0.743421, 0.815388, 0.849107, 0.797403]


def test_an_interval_holds_the_measure_of_the_panel_itself() -> None:
    ratings = drawn(1, applications=60)

    found, itself = intervals(ratings, 500, 7), point(ratings)

    assert all(one.low <= itself[measure] <= one.high for measure, one in found.items())


def test_an_interval_is_narrower_with_more_applications() -> None:
    few, many = (intervals(drawn(2, count), 400, 7) for count in (20, 320))

    widths = [
        one[Measure.ALPHA_INTERVAL].high - one[Measure.ALPHA_INTERVAL].low for one in (few, many)
    ]
    assert widths[1] < widths[0] / 2


def test_equal_scores_have_no_interval_of_alpha() -> None:
    same = Ratings(
        item="K1", scores={f"H{i}": {"A": Fraction(3), "B": Fraction(3)} for i in range(5)}
    )

    assert intervals(same, 100, 7) == {}


def test_samples_without_variation_are_not_counted_as_drawn() -> None:
    scores = {f"H{i}": {"A": Fraction(i == 0), "B": Fraction(i == 0)} for i in range(3)}

    found = intervals(Ratings(item="K1", scores=scores), 1000, 7)[Measure.ALPHA_NOMINAL]

    # All draws are the one different application, or none is, in 1/27 + 8/27 of the samples.
    assert (found.low, found.high) == (Fraction(1), Fraction(1))
    assert found.draws == pytest.approx(1000 * 18 / 27, abs=4 * (1000 * 18 / 27 * 9 / 27) ** 0.5)


def test_the_order_of_files_changes_no_sample() -> None:
    ratings = drawn(3)
    turned = Ratings(item="K1", scores=dict(sorted(ratings.scores.items(), reverse=True)))

    assert intervals(turned, 200, 5) == intervals(ratings, 200, 5)


PROGRAM = """
from fractions import Fraction
from innokumppanuus.domain.panel_health import Ratings
from innokumppanuus_selection.panel.meter import NumericPanel
scores = {
    f"H{a:03}": {f"A{e:03}": Fraction((a * a + 7 * e * a + e) % 11, 2 + a % 3)
                 for e in range(a % 40, a % 40 + 18)}
    for a in range(270)
}
ratings = Ratings(item="", scores=scores)
meter = NumericPanel(draws=200)
print(sorted(meter.intervals(ratings, 3).items()), meter.severity(ratings))
"""


def test_one_thread_and_two_give_the_same_bytes() -> None:
    said = []
    for threads in ("1", "2"):
        names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
        environment = {**os.environ, **dict.fromkeys(names, threads)}
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, check=True
        )
        said.append(run.stdout)

    assert said[0] == said[1]
    assert len(said[0]) > 1000
