"""Tie rules as sums over applications, for choosing among more best sets than can be listed."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, TypeAlias

from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.precedence import TieRule
from innokumppanuus.domain.selection import Candidate
from innokumppanuus.engine.precedence import lot

Stage: TypeAlias = Mapping[str, Fraction]
"""What each application adds to a set in one comparison; the higher sum stays."""

_AT_ONCE: Final = 16


def stages_of(
    rule: TieRule,
    policy: SelectionPolicy,
    candidates: Sequence[Candidate],
    order: Sequence[Sequence[str]],
) -> tuple[Stage, ...]:
    """
    Return the comparisons that the rule makes, one after another; none when it is no sum.

    Args:
        rule: One of the policy's.
        policy: With the seed of the lottery.
        candidates: Everyone who could be chosen.
        order: Items from the most to the least important; a group counts together.
    """
    if rule is TieRule.CRITERIA_ORDER:
        return tuple(_by_items(candidates, group) for group in order)
    if rule is TieRule.LOWER_COST:
        return ({one.application: Fraction(-one.cost.cents) for one in candidates},)
    if rule is TieRule.LOTTERY_IN_ORDER:
        return tuple(_by_lots(in_lot_order(policy.lottery_seed, candidates)))
    return ()


def in_lot_order(seed: str, candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """Return the applications by their lots, the smallest first."""
    ids = (one.application for one in candidates)
    return tuple(sorted(ids, key=lambda one: (lot(seed, [one]), one)))


def _by_items(candidates: Sequence[Candidate], group: Sequence[str]) -> Stage:
    return {
        one.application: sum((one.scores[item] for item in group), Fraction(0))
        for one in candidates
    }


def _by_lots(drawn: Sequence[str]) -> Iterator[Stage]:
    """Yield the lots in lots of sixteen: each outweighs all those after it together."""
    for start in range(0, len(drawn), _AT_ONCE):
        block = drawn[start : start + _AT_ONCE]
        counting = {one: Fraction(2 ** (len(block) - place)) for place, one in enumerate(block)}
        yield {**dict.fromkeys(drawn, Fraction(0)), **counting}
