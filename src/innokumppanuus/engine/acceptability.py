"""
SMAA of a small field, exact: shares of the region of weights as volumes, nothing drawn.

Source:
    Lahdelma, Hokkanen, Salminen (1998), SMAA - Stochastic multiobjective acceptability analysis;
    Lahdelma, Salminen (2001), SMAA-2: rank acceptability, central weights, confidence factor.
    Ranks here are read off the cells that the lines "equal total" cut out of the region.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

import attrs

from innokumppanuus.domain.acceptability import (
    Acceptabilities,
    Acceptability,
    Draws,
    SetShare,
    SetShares,
)
from innokumppanuus.domain.cones import Cone, Row, dot, whole
from innokumppanuus.domain.pace import Pace, unwatched
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.volumes import Extent, extent, full_coordinates
from innokumppanuus.errors import TooManyCells

MOST_CELLS: Final = 2_000
"""More parts of a region than these are for sampling."""

Scores = Mapping[str, Mapping[str, Fraction]]


@attrs.frozen(kw_only=True)
class _Cell:
    """A part of the region with one ranking: totals rise from group to group, equal in one."""

    groups: tuple[tuple[str, ...], ...]
    part: Extent


def acceptabilities(
    scores: Scores, region: WeightRegion, pace: Pace = unwatched
) -> Acceptabilities:
    """
    Return the acceptabilities of applications whose scores are known exactly.

    Args:
        scores: Score by application and item of the region.
        region: Not empty.
        pace: Told of each pair of applications that has been compared.

    Raises:
        TooManyCells: When the region falls into too many parts.
    """
    names = sorted(scores)
    cells = tuple(_cells(scores, names, region, pace))
    volume = sum((cell.part.volume for cell in cells), Fraction(0))
    ranks = {name: [Fraction(0)] * len(names) for name in names}
    firsts = dict.fromkeys(names, Fraction(0))
    central = {name: [Fraction(0)] * len(region.items) for name in names}
    wins = {name: {other: Fraction(0) for other in names if other != name} for name in names}
    for cell in cells:
        share, above = cell.part.volume / volume, 0
        for group in cell.groups:
            for name in group:
                for place in range(above, above + len(group)):
                    ranks[name][place] += share / len(group)
            above += len(group)
        best = cell.groups[0]
        for name in best:
            firsts[name] += share / len(best)
            for place, weight in enumerate(cell.part.centre):
                central[name][place] += weight * share / len(best)
        _count_wins(wins, cell.groups, share)
    found = [
        Acceptability(
            application=name,
            ranks=tuple(ranks[name]),
            central=_mean(region.items, central[name], firsts[name]),
            confidence=_confidence(name, scores, region, central[name], firsts[name]),
        )
        for name in names
    ]
    return Acceptabilities(draws=Draws(), applications=tuple(found), wins=wins)


def set_shares(
    sets: Sequence[Sequence[str]],
    scores: Scores,
    region: WeightRegion,
    pace: Pace = unwatched,
    most: int = MOST_CELLS,
) -> SetShares:
    """
    Return with how large a part of the weights each of the sets is the best.

    Args:
        sets: All that keep the limits.
        scores: Score by application and item of the region.
        region: Not empty.
        pace: Told of each set that has been looked at.
        most: How many sets may be best somewhere.

    Raises:
        TooManyCells: When too many sets may be best.
    """
    cone = region.cone()
    sums = {tuple(sorted(one)): _sums(one, scores, region.items) for one in sets}
    by_worth: dict[Row, list[tuple[str, ...]]] = {}
    scale = [tuple(value) for value in sums.values()]
    for one, value in zip(sums, _whole(scale), strict=True):
        at_rays = tuple(dot(value, ray) for ray in cone.rays)
        by_worth.setdefault(at_rays, []).append(one)
    leaders = _unbeaten(list(by_worth))
    if len(leaders) > most:
        raise TooManyCells(len(leaders), most)
    values = {key: _sums(by_worth[key][0], scores, region.items) for key in leaders}
    coordinates = full_coordinates(cone)
    entire = extent(cone, coordinates)
    assert entire is not None
    shares: list[SetShare] = []
    for done, key in enumerate(leaders):
        part: Cone | None = cone
        for other in leaders:
            if other != key and part is not None:
                row = whole([a - b for a, b in zip(values[key], values[other], strict=True)])
                part = _side(part, row, len(coordinates))
        found = extent(part, coordinates) if part is not None else None
        if found is not None:
            share = found.volume / entire.volume / len(by_worth[key])
            shares += [SetShare(applications=one, share=share) for one in by_worth[key]]
        pace(done + 1, len(leaders))
    return shares_of(shares, sorted(scores), Draws())


def shares_of(
    sets: Sequence[SetShare],
    applications: Sequence[str],
    draws: Draws,
    is_listed_whole: bool = True,
) -> SetShares:
    """Return the shares with those of the applications, the largest first."""
    ordered = sorted(sets, key=lambda one: (-one.share, one.applications))
    mine = {
        name: sum((one.share for one in sets if name in one.applications), Fraction(0))
        for name in applications
    }
    return SetShares(
        draws=draws, sets=tuple(ordered), applications=mine, is_listed_whole=is_listed_whole
    )


def _cells(
    scores: Scores, names: Sequence[str], region: WeightRegion, pace: Pace
) -> Iterator[_Cell]:
    cone = region.cone()
    coordinates = full_coordinates(cone)
    points = {name: [scores[name][item] for item in region.items] for name in names}
    pairs = [
        (first, second, whole([a - b for a, b in zip(points[first], points[second], strict=True)]))
        for first, second in combinations(names, 2)
    ]
    parts = [cone]
    for done, (_, _, row) in enumerate(pairs):
        parts = [side for part in parts for side in _sides(part, row, len(coordinates))]
        if len(parts) > MOST_CELLS:
            raise TooManyCells(len(parts), MOST_CELLS)
        pace(done + 1, len(pairs))
    for part in parts:
        found = extent(part, coordinates)
        assert found is not None
        above = dict.fromkeys(names, 0)
        for first, second, row in pairs:
            signs = [dot(row, ray) for ray in part.rays]
            above[second] += max(signs) > 0
            above[first] += min(signs) < 0
        levels = sorted(set(above.values()))
        groups = tuple(tuple(one for one in names if above[one] == level) for level in levels)
        yield _Cell(groups=groups, part=found)


def _sides(part: Cone, row: Row, dimensions: int) -> list[Cone]:
    signs = [dot(row, ray) for ray in part.rays]
    if min(signs) >= 0 or max(signs) <= 0:
        return [part]
    sides = (_side(part, row, dimensions), _side(part, tuple(-one for one in row), dimensions))
    return [side for side in sides if side is not None]


def _side(part: Cone, row: Row, dimensions: int) -> Cone | None:
    """Return the part where the row is zero or more; None when that is thinner than the part."""
    signs = [dot(row, ray) for ray in part.rays]
    if min(signs) >= 0:
        return part
    if max(signs) <= 0:
        return None
    side = part.where(row)
    return side if len(full_coordinates(side)) == dimensions else None


def _count_wins(
    wins: dict[str, dict[str, Fraction]], groups: Sequence[Sequence[str]], share: Fraction
) -> None:
    for place, group in enumerate(groups):
        below = [name for later in groups[place + 1 :] for name in later]
        for name in group:
            for other in below:
                wins[name][other] += share
            for other in group:
                if other != name:
                    wins[name][other] += share / 2


def _mean(items: Sequence[str], sums: Sequence[Fraction], share: Fraction) -> dict[str, Fraction]:
    if not share:
        return {}
    return {item: one / share for item, one in zip(items, sums, strict=True)}


def _confidence(
    name: str, scores: Scores, region: WeightRegion, sums: Sequence[Fraction], share: Fraction
) -> Fraction | None:
    """Return 1, or its part of a tie, when it is first with its central weights."""
    if not share:
        return None
    totals = {
        one: sum((w * given[i] for w, i in zip(sums, region.items, strict=True)), Fraction(0))
        for one, given in scores.items()
    }
    best = max(totals.values())
    equal = sum(value == best for value in totals.values())
    return Fraction(1, equal) if totals[name] == best else Fraction(0)


def _sums(members: Sequence[str], scores: Scores, items: Sequence[str]) -> tuple[Fraction, ...]:
    return tuple(sum((scores[one][item] for one in members), Fraction(0)) for item in items)


def _whole(rows: Sequence[Sequence[Fraction]]) -> list[Row]:
    """Return the rows in whole numbers of one and the same scale."""
    if not rows:
        return []
    flat = whole([*(one for row in rows for one in row), Fraction(1)])
    width = len(rows[0])
    return [flat[place : place + width] for place in range(0, len(flat) - 1, width)]


def _unbeaten(worths: Sequence[Row]) -> list[Row]:
    """Return those that no other one is at least as good as at every extreme ray."""
    kept: list[Row] = []
    for one in sorted(worths, key=lambda worth: (-sum(worth), worth)):
        if not any(all(a >= b for a, b in zip(other, one, strict=True)) for other in kept):
            kept.append(one)
    return sorted(kept, reverse=True)
