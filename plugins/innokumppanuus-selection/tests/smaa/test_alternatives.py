"""SMAA against exact volumes, published tables and brute counting."""

from fractions import Fraction as F
from random import Random

import numpy as np
import pytest

from innokumppanuus.domain.acceptability import Acceptabilities
from innokumppanuus.domain.score_bands import ScoreBand
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.acceptability import acceptabilities as exactly
from innokumppanuus.errors import Stopped, TooManyApplications
from innokumppanuus.records import to_record
from innokumppanuus_selection.smaa.alternatives import (
    Drawing,
    acceptabilities,
    equal_ones,
    half_width,
)
from innokumppanuus_selection.smaa.scores import Drawn, Normal, Sure, normal, sure, uniform

TWO = WeightRegion.free(("K1", "K2"))
MANY = Drawing(count=40_000, seed=5)
Field = dict[str, dict[str, F]]


def field(**scores: tuple[object, ...]) -> Field:
    return {
        name: {f"K{place}": F(str(one)) for place, one in enumerate(given, 1)}
        for name, given in scores.items()
    }


def drawn(scores: Field, region: WeightRegion, drawing: Drawing = MANY) -> Acceptabilities:
    equals = equal_ones(scores, region)
    return acceptabilities(
        sorted(scores), sure(scores, region.items), region, drawing, equals=equals
    )


def ranks(found: Acceptabilities) -> dict[str, list[float]]:
    return {one.application: [float(share) for share in one.ranks] for one in found.applications}


def central(found: Acceptabilities) -> dict[str, list[float]]:
    return {
        one.application: [float(weight) for weight in one.central.values()]
        for one in found.applications
    }


THREE = field(A=(1, 0), B=(0, 1), C=("0.6", "0.6"))


def test_three_applications_have_the_ranks_worked_out_by_hand() -> None:
    found = drawn(THREE, TWO)

    assert ranks(found) == {
        "A": pytest.approx([0.4, 0.1, 0.5], abs=0.01),
        "B": pytest.approx([0.4, 0.1, 0.5], abs=0.01),
        "C": pytest.approx([0.2, 0.8, 0.0], abs=0.01),
    }
    assert central(found) == {
        "A": pytest.approx([0.8, 0.2], abs=0.01),
        "B": pytest.approx([0.2, 0.8], abs=0.01),
        "C": pytest.approx([0.5, 0.5], abs=0.01),
    }


def test_twins_have_exactly_the_same_shares() -> None:
    found = ranks(drawn(field(A=("0.5", "0.5"), B=("0.5", "0.5"), C=("0.2", "0.9")), TWO))

    assert found["A"] == found["B"] == pytest.approx([0.2143, 0.5, 0.2857], abs=0.006)
    assert found["C"][0] == pytest.approx(0.5714, abs=0.01)


def test_those_whose_totals_tie_with_given_weights_share_their_ranks() -> None:
    scores = field(A=(4, 0), B=(0, 4), C=(1, 1))

    found = drawn(scores, WeightRegion.exact({"K1": F(1), "K2": F(1)}))

    assert ranks(found) == {"A": [0.5, 0.5, 0], "B": [0.5, 0.5, 0], "C": [0, 0, 1]}


@pytest.mark.parametrize(
    "region",
    [
        WeightRegion.free(("K1", "K2", "K3")),
        WeightRegion.order([["K1"], ["K2", "K3"]]),
        WeightRegion.ratios(("K1", "K2", "K3"), [("K1", "K2", F(1), F(3))]),
        WeightRegion.free(("K1", "K2", "K3")).between({"K1": F(1, 4)}, {"K2": F(1, 2)}),
    ],
)
def test_drawn_shares_agree_with_the_exact_ones_of_the_core(region: WeightRegion) -> None:
    chance = Random(11)
    for _ in range(5):
        scores = field(**{n: tuple(chance.randint(0, 6) for _ in range(3)) for n in "ABCDEF"})

        exact, found = exactly(scores, region), drawn(scores, region)

        for one, other in zip(exact.applications, found.applications, strict=True):
            for true, share in zip(one.ranks, other.ranks, strict=True):
                assert float(share) == pytest.approx(float(true), abs=0.012)
            assert other.confidence in (None, one.confidence)


def test_wins_agree_with_the_exact_ones_of_the_core() -> None:
    scores = field(A=(3, 1), B=(2, 2), C=(0, 4), D=(2, 2))

    exact = exactly(scores, TWO).wins
    found = drawn(scores, TWO, Drawing(count=40_000, with_wins=True)).wins

    for one in exact:
        for other in exact[one]:
            assert float(found[one][other]) == pytest.approx(float(exact[one][other]), abs=0.01)


def test_every_rank_is_shared_out_exactly() -> None:
    chance = Random(2)
    scores = field(**{f"H{n}": tuple(chance.randint(0, 3) for _ in range(2)) for n in range(40)})

    found = [one.ranks for one in drawn(scores, TWO).applications]

    assert all(sum(one) == 1 for one in found)
    assert all(sum(column) == 1 for column in zip(*found, strict=True))


def test_one_and_two_threads_give_the_same_bytes() -> None:
    generator = np.random.default_rng(1)
    scores = Normal(means=generator.random((3, 50)), deviations=np.full((3, 50), 0.2))
    region = WeightRegion.order([["K1"], ["K2", "K3"]])
    names = [f"H{n:02}" for n in range(50)]

    one, two = (
        acceptabilities(names, scores, region, Drawing(count=9_000, threads=n, with_wins=True))
        for n in (1, 2)
    )

    assert to_record(one) == to_record(two)


def test_a_person_may_stop_it() -> None:
    def stop(done: int, of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        acceptabilities(["A", "B"], sure(field(A=(1, 0), B=(0, 1)), TWO.items), TWO, MANY, stop)


def test_a_table_of_too_many_ranks_is_refused() -> None:
    scores = Sure(scores=np.zeros((2, 3_001)))

    with pytest.raises(TooManyApplications):
        acceptabilities([f"H{n}" for n in range(3_001)], scores, TWO, MANY)


def test_the_half_width_is_that_of_an_even_share() -> None:
    # 1.96 * sqrt(0.25 / 10 000) = 0.0098
    assert 0.0098 <= float(half_width(10_000)) < 0.009802


# Published: Lynd, O'Brien (2004), Advances in risk-benefit evaluation using probabilistic
# simulation methods, J Clin Epidemiol 57: heparin against enoxaparin; beta posteriors and linear
# partial values as in the data of the R package smaa (`thrombo`, N = 10 000). That run is a sample
# itself: its shares are right within 0.0098 at 95 %, hence the tolerances of three half-widths / 2.
BETAS = {
    "Enoxaparin": ((8, 121), (32, 97), (5, 124)),
    "Heparin": ((20, 116), (40, 96), (1, 135)),
}
RANGES = ((0.0, 0.25), (0.15, 0.40), (0.0, 0.10))
THROMBO = WeightRegion.free(("Prox DVT", "Dist DVT", "Bleed"))


def thrombo(count: int = 100_000) -> Drawn:
    generator = np.random.default_rng(4)
    values = [
        [
            (high - generator.beta(a, b, count)) / (high - low)
            for (a, b), (low, high) in zip(posteriors, RANGES, strict=True)
        ]
        for posteriors in BETAS.values()
    ]
    return Drawn(scores=np.ascontiguousarray(np.transpose(values, (2, 0, 1))))


def test_thrombolytics_have_the_published_shares() -> None:
    found = acceptabilities(sorted(BETAS), thrombo(), THROMBO, Drawing(count=100_000, seed=1))

    assert ranks(found)["Heparin"] == pytest.approx([0.3504, 0.6496], abs=0.015)
    assert ranks(found)["Enoxaparin"] == pytest.approx([0.6496, 0.3504], abs=0.015)
    assert central(found)["Heparin"] == pytest.approx([0.18651, 0.27722, 0.53627], abs=0.015)
    assert central(found)["Enoxaparin"] == pytest.approx([0.40731, 0.36415, 0.22854], abs=0.015)
    sure_ones = {one.application: float(one.confidence or 0) for one in found.applications}
    assert sure_ones == {
        "Heparin": pytest.approx(0.6682, abs=0.015),
        "Enoxaparin": pytest.approx(0.8956, abs=0.015),
    }


def test_thrombolytics_with_given_weights_have_the_published_shares() -> None:
    weights = {"Prox DVT": F(5), "Dist DVT": F(2), "Bleed": F(3)}
    region = WeightRegion.exact(weights)

    found = acceptabilities(sorted(BETAS), thrombo(), region, Drawing(count=100_000))

    assert ranks(found)["Heparin"][0] == pytest.approx(0.1279, abs=0.015)


def test_a_band_that_covers_the_other_by_half_wins_three_times_in_four() -> None:
    # Worked out by hand: uniform on 0–2 is above uniform on 0–1 with probability 3/4.
    bands = [
        ScoreBand(application="A", least={"K1": F(0)}, most={"K1": F(2)}),
        ScoreBand(application="B", least={"K1": F(0)}, most={"K1": F(1)}),
    ]
    region = WeightRegion.free(("K1",))

    found = acceptabilities(["A", "B"], uniform(bands, region.items), region, MANY)

    assert ranks(found)["A"] == pytest.approx([0.75, 0.25], abs=0.01)
    assert float(found.applications[0].confidence or 0) == pytest.approx(0.75, abs=0.01)


def test_normal_scores_win_as_often_as_their_difference_is_positive() -> None:
    # Means 1 and 0, deviations 3 and 4: Phi(1 / 5) = 0.5793.
    bands = [
        ScoreBand(application="A", least={"K1": F(-2)}, most={"K1": F(4)}),
        ScoreBand(application="B", least={"K1": F(-4)}, most={"K1": F(4)}),
    ]
    region = WeightRegion.free(("K1",))

    found = acceptabilities(["A", "B"], normal(bands, region.items), region, MANY)

    assert ranks(found)["A"][0] == pytest.approx(0.5793, abs=0.01)
    assert float(found.applications[0].confidence or 0) == pytest.approx(0.57926, abs=0.0001)


def test_bands_without_width_are_sure() -> None:
    bands = [ScoreBand.exact("A", {"K1": F(1)}), ScoreBand.exact("B", {"K1": F(2)})]

    assert uniform(bands, ("K1",)).is_sure
    assert normal(bands, ("K1",)).is_sure
