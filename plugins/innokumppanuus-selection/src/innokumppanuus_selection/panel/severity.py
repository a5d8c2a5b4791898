"""How severe each evaluator is, by least squares over applications and evaluators."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from innokumppanuus.domain.panel_health import CorrectedScore, Ratings, Severity, SeverityReport
from innokumppanuus.engine.panel_health import components
from innokumppanuus.engine.sums import exact_mean
from innokumppanuus_selection.panel.reliability import SHARE, in_parts

_Floats: TypeAlias = NDArray[np.float64]
_PIVOT: Final = 1e-12


def severity(ratings: Ratings) -> SeverityReport | None:
    """
    Return how severe each evaluator is, and each application's mean with severity taken out.

    A score is taken to be the application's worth plus how lenient the evaluator is plus chance.
    Within each connected part of the panel leniencies sum to zero, so that severity is told against
    the mean evaluator of the part. Between parts nothing can be told.

    Returns:
        With intervals of Student's t at 95 %; without them where no score is left to tell chance
        by. None without scores.

    Source:
        Searle (1971), Linear models, chapter 7: two-way crossed classification without interaction,
        unequal numbers.
    """
    parts = components(ratings)
    if not parts:
        return None
    severities: list[Severity] = []
    corrected: dict[str, Fraction] = {}
    for number, (applications, evaluators) in enumerate(parts, start=1):
        rows = [ratings.scores[one] for one in applications]
        place = {one: index for index, one in enumerate(evaluators)}
        lenient, width = _leniency(rows, place)
        counts = [sum(one in row for row in rows) for one in evaluators]
        for one, index in place.items():
            middle, half = -lenient[index], width[index]
            severities.append(
                Severity(
                    evaluator=one,
                    item=ratings.item,
                    lower_by=in_parts(middle),
                    low=None if np.isnan(half) else in_parts(middle - half),
                    high=None if np.isnan(half) else in_parts(middle + half),
                    scores=counts[index],
                    component=number,
                )
            )
        for application, row in zip(applications, rows, strict=True):
            taken_out = sum(lenient[place[one]] for one in sorted(row)) / len(row)
            corrected[application] = in_parts(float(exact_mean(row.values())) - taken_out)
    part_of = {one: n for n, (mine, _) in enumerate(parts, start=1) for one in mine}
    raw = {one: exact_mean(ratings.scores[one].values()) for one in part_of}
    raw_ranks, ranks = _ranks(raw), _ranks(corrected)
    return SeverityReport(
        item=ratings.item,
        components=len(parts),
        severities=tuple(sorted(severities, key=lambda one: one.evaluator)),
        corrected=tuple(
            CorrectedScore(
                application=one,
                item=ratings.item,
                raw=raw[one],
                corrected=corrected[one],
                raw_rank=raw_ranks[one],
                corrected_rank=ranks[one],
                component=part_of[one],
            )
            for one in sorted(raw)
        ),
        share=SHARE,
    )


def _leniency(
    rows: Sequence[Mapping[str, Fraction]], place: Mapping[str, int]
) -> tuple[_Floats, _Floats]:
    """
    Return the leniency of each evaluator of a connected part, and half the width of its interval.

    Everything is added up in a fixed order and without a numeric library's own matrix routines, so
    that threads change no bit.
    """
    count = len(place)
    normal, right = np.zeros((count, count)), np.zeros(count)
    centred: list[tuple[list[int], _Floats]] = []
    for row in rows:
        ids = sorted(place[one] for one in row)
        scores = np.array([float(row[one]) for one in sorted(row)])
        off = scores - scores.sum() / len(scores)
        normal[np.ix_(ids, ids)] -= 1 / len(ids)
        normal[ids, ids] += 1
        right[ids] += off
        centred.append((ids, off))
    inverse = _inverse(normal + 1 / count) - 1 / count
    lenient = (inverse * right[None, :]).sum(axis=1)
    residue = 0.0
    for ids, off in centred:
        mine = lenient[ids]
        residue += float(((off - (mine - mine.sum() / len(ids))) ** 2).sum())
    free = sum(len(row) for row in rows) - len(rows) - count + 1
    if free <= 0 or count == 1:
        return lenient, np.full(count, np.nan)
    spread = np.sqrt(np.maximum(np.diag(inverse), 0) * residue / free)
    return lenient, spread * float(stdtrit(free, float((1 + SHARE) / 2)))


def _inverse(matrix: _Floats) -> _Floats:
    """Return the inverse of a symmetric positive definite matrix, by Gauss and Jordan."""
    count = len(matrix)
    left, right = matrix.copy(), np.eye(count)
    for pivot in range(count):
        assert left[pivot, pivot] > _PIVOT  # the part is connected, so that it is definite
        scale = left[pivot, pivot]
        left[pivot] /= scale
        right[pivot] /= scale
        factors = left[:, pivot].copy()
        factors[pivot] = 0
        left -= factors[:, None] * left[pivot][None, :]
        right -= factors[:, None] * right[pivot][None, :]
    return right


def _ranks(values: Mapping[str, Fraction]) -> dict[str, int]:
    ordered = sorted(values.values(), reverse=True)
    first: dict[Fraction, int] = {}
    for place, value in enumerate(ordered, start=1):
        first.setdefault(value, place)
    return {one: first[value] for one, value in values.items()}
