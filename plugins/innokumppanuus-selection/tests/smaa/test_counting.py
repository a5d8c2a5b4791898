import numpy as np

from innokumppanuus.domain.pace import unwatched
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus_selection.smaa.counting import BATCH, ranked, shared, tally
from innokumppanuus_selection.smaa.sampling import batches, sampler
from innokumppanuus_selection.smaa.scores import Sure, block_of


def test_packed_sorting_gives_the_ranking_of_plain_sorting() -> None:
    generator = np.random.default_rng(3)
    scores = Sure(scores=generator.normal(size=(4, 300)))
    weights = generator.dirichlet(np.ones(4), 700)

    found = ranked(weights, scores, 0, generator)

    assert (found == np.argsort(-(weights @ scores.scores), axis=1)).all()


def test_scores_below_zero_are_ranked_as_they_are() -> None:
    scores = Sure(scores=np.array([[-3.0, -1.0, -2.0]]))

    assert ranked(np.ones((1, 1)), scores, 0, np.random.default_rng(0)).tolist() == [[1, 2, 0]]


def test_equal_ones_get_what_they_have_together() -> None:
    counts = np.array([[3, 1, 0], [1, 3, 0], [0, 0, 4]])

    together, sizes = shared(counts, [(0, 1)])

    assert together.tolist() == [[4, 4, 0], [4, 4, 0], [0, 0, 4]]
    assert sizes.tolist() == [2, 2, 1]


def test_blocks_are_small_enough_for_one_thread_of_any_blas() -> None:
    scores = Sure(scores=np.zeros((5, 1000)))

    assert block_of(scores, 5) * 5 * 1000 <= 262_144


def test_ranks_of_more_than_one_span_and_batch_are_counted_as_one_by_one() -> None:
    scores = Sure(scores=np.random.default_rng(3).integers(0, 50, (3, 60)) / 10)
    draws = sampler(WeightRegion.free(("K1", "K2", "K3")))
    count = BATCH + 500

    found = tally(draws, scores, count, 7, unwatched, threads=2, with_wins=True)

    ranks, wins = np.zeros((60, 60), int), np.zeros((60, 60), int)
    for start, (size, seed) in zip(range(0, count, BATCH), batches(count, BATCH, 7), strict=True):
        of_weights, of_scores = seed.spawn(2)
        weights = draws.draw(size, of_weights)
        for row in ranked(weights, scores, start, np.random.default_rng(of_scores)).tolist():
            for rank, one in enumerate(row):
                ranks[rank, one] += 1
                wins[one, row[rank + 1 :]] += 1
    assert found.wins is not None
    assert (found.ranks == ranks).all()
    assert (found.wins == wins).all()
