"""How far evaluators agree, exact: alpha, concordance and intraclass correlation. No warnings."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import lcm
from typing import TypeAlias

import attrs

from innokumppanuus.domain.panel_health import Agreement, Measure, Ratings, Unmeasured

_Block: TypeAlias = tuple[tuple[Fraction, ...], ...]
"""Rows of applications, columns of evaluators, nothing missing."""
ALPHAS = (
    Measure.ALPHA_NOMINAL,
    Measure.ALPHA_ORDINAL,
    Measure.ALPHA_INTERVAL,
    Measure.ALPHA_RATIO,
)
_LEAST_ROWS = 2


def agreements(ratings: Ratings) -> tuple[Agreement, ...]:
    """Return every measure of the item, in the order of the measures."""
    return (*alphas(ratings), concordance(ratings), *intraclass(ratings))


def alphas(ratings: Ratings) -> tuple[Agreement, ...]:
    """
    Return Krippendorff's alpha at each level of measurement; scores may be missing.

    An application that only one evaluator has scored says nothing of agreement and is left out.

    Source:
        Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania.
    """
    together = _together(_in_whole_parts(ratings))
    return tuple(
        _told(_alpha(together, measure), measure, ratings, len(together.units))
        for measure in ALPHAS
    )


def concordance(ratings: Ratings) -> Agreement:
    """
    Return Kendall's coefficient of concordance W of the complete part, corrected for ties.

    Ranks of different applications cannot be compared, so that only the largest set of applications
    that the same evaluators have scored is used; the others are counted as left out.

    Source:
        Kendall, Babington Smith (1939), The problem of m rankings, Annals of Mathematical
        Statistics 10; the correction for ties as in Siegel, Castellan (1988), section 9.3.
    """
    block = complete_part(ratings)
    return _told(_concordance(block), Measure.KENDALL, ratings, len(block))


def intraclass(ratings: Ratings) -> tuple[Agreement, ...]:
    """
    Return the six intraclass correlations.

    The one-way ones use every application with two scores or more, with the mean number of scores
    that unequal numbers come to; the two-way ones use the complete part as `concordance` does.

    Source:
        Shrout, Fleiss (1979), Intraclass correlations, Psychological Bulletin 86; unequal numbers
        as in Snedecor, Cochran (1967), Statistical methods, section 10.16.
    """
    rows, block = _in_whole_parts(ratings), complete_part(ratings)
    one, one_mean = _one_way(rows)
    two, two_mean, fixed, fixed_mean = _two_way(block)
    return (
        _told(one, Measure.ICC_ONE_WAY, ratings, len(rows)),
        _told(two, Measure.ICC_TWO_WAY, ratings, len(block)),
        _told(fixed, Measure.ICC_FIXED, ratings, len(block)),
        _told(one_mean, Measure.ICC_ONE_WAY_MEAN, ratings, len(rows)),
        _told(two_mean, Measure.ICC_TWO_WAY_MEAN, ratings, len(block)),
        _told(fixed_mean, Measure.ICC_FIXED_MEAN, ratings, len(block)),
    )


def complete_part(ratings: Ratings) -> _Block:
    """
    Return the scores of the most applications that the same two evaluators or more have scored.

    Of equally large parts the one with more evaluators is taken, then the one first by name.
    """
    groups: dict[tuple[str, ...], list[str]] = {}
    for application, given in sorted(ratings.scores.items()):
        if len(given) > 1:
            groups.setdefault(tuple(sorted(given)), []).append(application)
    if not groups:
        return ()
    panel = min(groups, key=lambda one: (-len(groups[one]), -len(one), one))
    return tuple(tuple(ratings.scores[row][one] for one in panel) for row in groups[panel])


@attrs.frozen
class _Together:
    """
    Applications with two scores or more.

    Attributes:
        units: How often each value was given, by application; values in whole parts of a point.
        counts: How often each value was given in all, by rising values.
    """

    units: tuple[Mapping[int, int], ...]
    counts: Mapping[int, int]

    def within(self, difference: Callable[[int, int], Fraction | int]) -> Fraction:
        """Return the sum over ordered pairs of an application, shared by one less its scores."""
        by_size: dict[int, dict[tuple[int, int], int]] = {}
        for unit in self.units:
            pairs = by_size.setdefault(sum(unit.values()) - 1, {})
            for low, high in combinations(sorted(unit), 2):
                pairs[low, high] = pairs.get((low, high), 0) + 2 * unit[low] * unit[high]
        weights: dict[tuple[int, int], Fraction] = {}
        for size, pairs in by_size.items():
            for pair, number in pairs.items():
                weights[pair] = weights.get(pair, Fraction(0)) + Fraction(number, size)
        return sum((weight * difference(*pair) for pair, weight in weights.items()), Fraction(0))

    def among_all(self, difference: Callable[[int, int], Fraction | int]) -> Fraction:
        """Return the sum over ordered pairs of all scores."""
        every = combinations(self.counts, 2)
        return sum(
            (2 * self.counts[a] * self.counts[b] * Fraction(difference(a, b)) for a, b in every),
            Fraction(0),
        )

    def unlike(self) -> tuple[Fraction, int]:
        """Return both sums where all that counts is whether two scores differ; no pairs either."""
        by_size: dict[int, int] = {}
        for unit in self.units:
            size = sum(unit.values())
            by_size[size] = by_size.get(size, 0) + _differing(unit, size)
        within = sum((Fraction(sum_, size - 1) for size, sum_ in by_size.items()), Fraction(0))
        return within, _differing(self.counts, sum(self.counts.values()))

    def squares(self, place: Mapping[int, int]) -> tuple[Fraction, int]:
        """Return both sums for squared differences of places, without going over pairs."""
        by_size: dict[int, int] = {}
        for unit in self.units:
            by_size[sum(unit.values())] = by_size.get(sum(unit.values()), 0) + _apart(unit, place)
        within = sum((Fraction(sum_, size - 1) for size, sum_ in by_size.items()), Fraction(0))
        return within, _apart(self.counts, place)


_Found: TypeAlias = Fraction | Unmeasured


def _in_whole_parts(ratings: Ratings) -> list[tuple[int, ...]]:
    """Return the scores of each application with two or more; no measure here has a unit."""
    rows = [tuple(given.values()) for given in ratings.scores.values() if len(given) > 1]
    part = lcm(1, *{score.denominator for row in rows for score in row})
    return [tuple(score.numerator * (part // score.denominator) for score in row) for row in rows]


def _together(rows: Iterable[Sequence[int]]) -> _Together:
    units = tuple(Counter(row) for row in rows)
    counts: Counter[int] = Counter()
    for unit in units:
        counts.update(unit)
    return _Together(units, {value: counts[value] for value in sorted(counts)})


def _differing(counts: Mapping[int, int], number: int) -> int:
    """Return how many ordered pairs of the scores differ."""
    return number**2 - sum(count**2 for count in counts.values())


def _apart(counts: Mapping[int, int], place: Mapping[int, int]) -> int:
    """Return the sum of squared differences of places over ordered pairs."""
    number = sum(counts.values())
    first = sum(count * place[value] for value, count in counts.items())
    second = sum(count * place[value] ** 2 for value, count in counts.items())
    return 2 * (number * second - first**2)


def _alpha(together: _Together, measure: Measure) -> _Found:
    values = tuple(together.counts)
    if not values:
        return Unmeasured.FEW
    if measure is Measure.ALPHA_RATIO and values[0] < 0:
        return Unmeasured.NEGATIVE
    observed: Fraction
    expected: Fraction | int
    if measure is Measure.ALPHA_INTERVAL:
        observed, expected = together.squares({value: value for value in values})
    elif measure is Measure.ALPHA_ORDINAL:
        observed, expected = together.squares(_doubled_mid_ranks(together.counts))
    elif measure is Measure.ALPHA_NOMINAL:
        observed, expected = together.unlike()
    else:
        observed, expected = together.within(_ratio), together.among_all(_ratio)
    if expected == 0:
        return Unmeasured.SAME
    return 1 - (sum(together.counts.values()) - 1) * observed / expected


def _ratio(low: int, high: int) -> Fraction:
    return Fraction(high - low, high + low) ** 2


def _doubled_mid_ranks(counts: Mapping[int, int]) -> dict[int, int]:
    places: dict[int, int] = {}
    below = 0
    for value, count in counts.items():
        places[value] = 2 * below + count
        below += count
    return places


def _concordance(block: _Block) -> _Found:
    if len(block) < _LEAST_ROWS:
        return Unmeasured.FEW
    count, panel = len(block), len(block[0])
    columns = [_mid_ranks(column) for column in zip(*block, strict=True)]
    sums = [sum(row, Fraction(0)) for row in zip(*columns, strict=True)]
    mean = Fraction(panel * (count + 1), 2)
    spread = sum(((one - mean) ** 2 for one in sums), Fraction(0))
    tied = sum(_tied(column) for column in columns)
    most = panel**2 * (count**3 - count) - panel * tied
    return 12 * spread / most if most else Unmeasured.SAME


def _mid_ranks(column: Sequence[Fraction]) -> list[Fraction]:
    place: dict[Fraction, Fraction] = {}
    ordered = sorted(column)
    for value in set(column):
        first, number = ordered.index(value) + 1, ordered.count(value)
        place[value] = first + Fraction(number - 1, 2)
    return [place[value] for value in column]


def _tied(ranks: Sequence[Fraction]) -> int:
    return sum(ranks.count(one) ** 3 - ranks.count(one) for one in set(ranks))


def _one_way(rows: Sequence[Sequence[int]]) -> tuple[_Found, _Found]:
    scores = sum(len(row) for row in rows)
    if len(rows) < _LEAST_ROWS:
        return Unmeasured.FEW, Unmeasured.FEW
    grand = Fraction(sum(map(sum, rows)) ** 2, scores)
    shared = sum((Fraction(sum(row) ** 2, len(row)) for row in rows), Fraction(0))
    squares = sum(score**2 for row in rows for score in row)
    between = (shared - grand) / (len(rows) - 1)
    within = (squares - shared) / (scores - len(rows))
    size = (scores - Fraction(sum(len(row) ** 2 for row in rows), scores)) / (len(rows) - 1)
    return (
        _share(between - within, between + (size - 1) * within),
        _share(between - within, between),
    )


def _two_way(block: _Block) -> tuple[_Found, _Found, _Found, _Found]:
    if len(block) < _LEAST_ROWS:
        return (Unmeasured.FEW,) * 4
    count, panel = len(block), len(block[0])
    grand = sum((sum(row, Fraction(0)) for row in block), Fraction(0)) / (count * panel)
    of_rows = [sum(row, Fraction(0)) / panel for row in block]
    of_columns = [sum(column, Fraction(0)) / count for column in zip(*block, strict=True)]
    total = sum(((one - grand) ** 2 for row in block for one in row), Fraction(0))
    rows = panel * sum(((one - grand) ** 2 for one in of_rows), Fraction(0))
    columns = count * sum(((one - grand) ** 2 for one in of_columns), Fraction(0))
    rest = (total - rows - columns) / ((count - 1) * (panel - 1))
    rows, columns = rows / (count - 1), columns / (panel - 1)
    bias = (columns - rest) / count
    return (
        _share(rows - rest, rows + (panel - 1) * rest + panel * bias),
        _share(rows - rest, rows + bias),
        _share(rows - rest, rows + (panel - 1) * rest),
        _share(rows - rest, rows),
    )


def _share(part: Fraction, whole: Fraction) -> _Found:
    return part / whole if whole else Unmeasured.SAME


def _told(found: _Found, measure: Measure, ratings: Ratings, used: int) -> Agreement:
    return Agreement(
        measure=measure,
        item=ratings.item,
        value=found if isinstance(found, Fraction) else None,
        why=found if isinstance(found, Unmeasured) else None,
        applications=used,
        left_out=sum(bool(given) for given in ratings.scores.values()) - used,
    )
