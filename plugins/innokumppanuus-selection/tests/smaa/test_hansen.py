"""
SMAA of scores that are spread jointly, against a published table.

Source:
    van Valkenhoef, Tervonen, Zhao, de Brock, Hillege, Postmus (2012), Multicriteria benefit-risk
    assessment using network meta-analysis, J Clin Epidemiol 65: log odds of a common baseline and
    of relative effects; Hansen, Gartlehner, Lohr, Gaynes, Carey (2005). The shares are those of a
    run of 10 000 draws with even weights (test data `hansen` of the R package smaa). Its drawn
    scores are not at hand; the parameters here are those that were published with the example
    workspace of the same model, whose shares are within 0.03 of that run, not within its error.
"""

import numpy as np
import numpy.typing as npt
import pytest

from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus_selection.smaa.alternatives import Drawing, acceptabilities
from innokumppanuus_selection.smaa.scores import Drawn

NAMES = ("Fluoxetine", "Paroxetine", "Placebo", "Sertraline", "Venlafaxine")
CRITERIA = ("HAM-D", "Diarrhea", "Dizziness", "Headache", "Insomnia", "Nausea")
COUNT = 50_000
BASELINES = (
    (-0.171436, 0.112993),
    (-2.189737, 0.207451),
    (-2.229952, 0.610308),
    (-1.195991, 0.292664),
    (-2.607277, 0.190585),
    (-2.017171, 0.191705),
)
EFFECTS = (
    (0.4718129, 0.7258847, 0.6715258, 0.8211993),
    (0.60820293, 0.14088424, 0.93203685, 0.09601785),
    (0.1203208, 0.6538699, -0.2203627, 1.1915229),
    (0.1964591, 0.1263129, 0.2029933, -0.2254059),
    (0.7978386, 0.7486351, 1.0663029, 0.9744811),
    (0.3951561, 0.6442827, 0.6469638, 0.9771107),
)
COVARIANCES = (
    (0.013445532, 0.010394690, 0.009881156, 0.010499559, 0.023006616, 0.008196856, 0.010732709)
    + (0.019023866, 0.009210099, 0.019107243),
    (0.05366822, 0.04117003, 0.03407600, 0.03788519, 0.08108542, 0.03778130, 0.04324302)
    + (0.05394404, 0.03338272, 0.09859621),
    (0.09124249, 0.07387436, 0.08086186, 0.06457527, 0.14080128, 0.10328788, 0.07030520)
    + (0.14662864, 0.06920427, 0.08590214),
    (0.03519380, 0.02755068, 0.02189916, 0.02919822, 0.04847513, 0.02374509, 0.03277411)
    + (0.03259199, 0.02356638, 0.05920276),
    (0.04388258, 0.03516051, 0.02560003, 0.03283164, 0.06255486, 0.02807280, 0.03474863)
    + (0.05402063, 0.02592013, 0.06738850),
    (0.04167875, 0.03492591, 0.02952693, 0.03559971, 0.05629741, 0.03102295, 0.03658295)
    + (0.04396177, 0.02899487, 0.05369960),
)
"""Upper triangles of fluoxetine, paroxetine, sertraline, venlafaxine, row by row."""

RANKS = {
    "Fluoxetine": (0.0244, 0.2601, 0.3195, 0.3216, 0.0744),
    "Paroxetine": (0.1450, 0.3298, 0.2559, 0.2207, 0.0486),
    "Placebo": (0.6002, 0.1156, 0.0980, 0.0616, 0.1246),
    "Sertraline": (0.0768, 0.1304, 0.1895, 0.2254, 0.3779),
    "Venlafaxine": (0.1536, 0.1641, 0.1371, 0.1707, 0.3745),
}
CONFIDENCES = (0.1183, 0.5217, 0.9860, 0.5188, 0.6458)
PLACEBO = (0.09041, 0.17209, 0.17868, 0.16479, 0.19704, 0.19699)
"""Central weights of the placebo."""


def values() -> npt.NDArray[np.float64]:
    generator = np.random.default_rng(12)
    found = np.empty((COUNT, len(NAMES), len(CRITERIA)))
    for place, (mean, deviation) in enumerate(BASELINES):
        square = np.zeros((4, 4))
        square[np.triu_indices(4)] = COVARIANCES[place]
        square = square + square.T - np.diag(square.diagonal())
        effects = generator.multivariate_normal(EFFECTS[place], square, COUNT)
        odds = generator.normal(mean, deviation, COUNT)[:, None] + np.insert(effects, 2, 0, axis=1)
        share = 1 / (1 + np.exp(-odds))
        found[:, :, place] = share if place == 0 else 1 - share
    return found


def test_antidepressants_have_nearly_the_published_shares() -> None:
    region = WeightRegion.free(CRITERIA)

    found = acceptabilities(NAMES, Drawn(scores=values()), region, Drawing(count=COUNT, seed=2))

    ranks = {one.application: [float(share) for share in one.ranks] for one in found.applications}
    assert ranks == {name: pytest.approx(given, abs=0.03) for name, given in RANKS.items()}
    placebo = [float(weight) for weight in found.applications[2].central.values()]
    assert placebo == pytest.approx(PLACEBO, abs=0.01)
    # Means of few first places move the confidence: half a tenth for the rarest.
    sure = [float(one.confidence or 0) for one in found.applications]
    assert sure == pytest.approx(CONFIDENCES, abs=0.05)
