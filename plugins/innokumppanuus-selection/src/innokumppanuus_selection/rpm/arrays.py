"""A choice in arrays of 64-bit whole numbers, and which of many sets others beat. No search."""

from typing import Any, Final, TypeAlias

import attrs
import numpy as np
from numpy.typing import NDArray

from innokumppanuus.engine.stakes import Stakes
from innokumppanuus_selection.rpm.giving_up import GivenUp

Wholes: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

MOST_EXACT: Final = 2**52
"""Sums up to this are whole numbers in 64-bit floats, too, so that products of matrices are."""
_BLOCK: Final = 256
_BYTE: Final = 8


@attrs.frozen(kw_only=True, eq=False)
class Arrays:
    """
    What each candidate adds, by place.

    Attributes:
        low: (corners × candidates): at least.
        high: (corners × candidates): at most.
        factors: (lines × candidates): in the limits.
        bounds: (lines): at most.
    """

    low: Wholes
    high: Wholes
    factors: Wholes
    bounds: Wholes

    @classmethod
    def of(cls, stakes: Stakes) -> "Arrays":
        """
        Return the arrays of a choice.

        Raises:
            GivenUp: When the numbers are too large to be exact.
        """
        corners, count = len(stakes.low), len(stakes.ids)
        rows = [*stakes.low, *stakes.high, *(line.factors for line in stakes.lines)]
        largest = max((sum(map(abs, row)) for row in rows), default=0)
        beyond = max((abs(line.bound) for line in stakes.lines), default=0)
        # The order of sets adds the corners up, low and high: that has to be exact, too.
        if 2 * corners * largest > MOST_EXACT or beyond > MOST_EXACT:
            raise GivenUp("numbers")
        shape = (len(stakes.lines), count)
        return cls(
            low=np.array(stakes.low, dtype=np.int64).reshape(corners, count),
            high=np.array(stakes.high, dtype=np.int64).reshape(corners, count),
            factors=np.array([one.factors for one in stakes.lines], dtype=np.int64).reshape(shape),
            bounds=np.array([one.bound for one in stakes.lines], dtype=np.int64),
        )

    @property
    def gaps(self) -> Wholes:
        """(corners × candidates): how far the bounds of each lie apart."""
        return np.asarray(self.high - self.low)


@attrs.define(kw_only=True, eq=False)
class Partial:
    """
    Partial sets, one per column.

    Attributes:
        taken: (candidates × sets): 1 for members.
        low: (corners × sets): what they are worth at least.
        high: (corners × sets): what they are worth at most.
        amounts: (lines × sets): what they come to in the limits.
    """

    taken: NDArray[np.uint8]
    low: Wholes
    high: Wholes
    amounts: Wholes

    @property
    def count(self) -> int:
        return int(self.taken.shape[1])

    def only(self, which: Flags | Wholes) -> "Partial":
        """Return some of the sets."""
        return Partial(
            taken=self.taken[:, which],
            low=self.low[:, which],
            high=self.high[:, which],
            amounts=self.amounts[:, which],
        )

    def with_those(self, others: "Partial") -> "Partial":
        """Return these sets and others."""
        return Partial(
            taken=np.concatenate((self.taken, others.taken), axis=1),
            low=np.concatenate((self.low, others.low), axis=1),
            high=np.concatenate((self.high, others.high), axis=1),
            amounts=np.concatenate((self.amounts, others.amounts), axis=1),
        )

    @property
    def memory(self) -> int:
        """Bytes that they take."""
        arrays = (self.taken, self.low, self.high, self.amounts)
        return sum(int(one.nbytes) for one in arrays)


def unbeaten(sets: Partial, gaps: Wholes | None, sides: Flags | None = None) -> Partial:
    """
    Return the sets that no other one beats, the highest sum first.

    A set beats another when it is worth at least as much at every corner whatever the scores, more
    with some, and comes to no more in any limit. What two sets share counts for neither.

    Args:
        sets: Partial sets over the same candidates.
        gaps: (corners × candidates): how far the bounds of each lie apart; None when all are exact.
        sides: Of which of two sides each set is, when only those of different sides are to be held
            against each other, since those of one side have been before.
    """
    total = sets.low.sum(axis=0) + sets.high.sum(axis=0)
    order = np.lexsort((sets.amounts.sum(axis=0), -total))
    sets = sets.only(order)
    field = _Field.of(sets, total[order], gaps)
    side = np.zeros(sets.count, dtype=np.bool_) if sides is None else sides[order]
    kept = np.zeros(sets.count, dtype=np.bool_)
    for start in range(0, sets.count, _BLOCK):
        block = np.arange(start, min(start + _BLOCK, sets.count))
        above = np.flatnonzero(kept[:start])
        if sides is None:
            block = _left(field, above, block)
            kept[block[~field.beaten(block, block)]] = True
            continue
        one, other = block[side[block]], block[~side[block]]
        one, other = _left(field, above[~side[above]], one), _left(field, above[side[above]], other)
        # Who beats is of a higher sum, so that nobody is beaten in a circle.
        kept[one[~field.beaten(other, one)]] = True
        kept[other[~field.beaten(one, other)]] = True
    return sets.only(kept)


def _left(field: "_Field", above: Wholes, block: Wholes) -> Wholes:
    """Return those of the block that none above beats."""
    # The highest sums beat the most: those first, and then ever more at a time.
    first, many = 0, _BLOCK
    while first < above.size and block.size:
        block = block[~field.beaten(above[first : first + many], block)]
        first, many = first + many, many * 4
    return block


@attrs.frozen(kw_only=True, eq=False)
class _Field:
    """
    Partial sets as they are held against each other.

    Attributes:
        total: Their order.
        ranks: (lines and corners × sets): the place of each among all in what it comes to in a
            line, turned round, and in the sum of what it is worth at least and at most. A set that
            beats another has no lower place anywhere. Small numbers are compared sooner.
        low: (corners × sets).
        high: (corners × sets).
        members: (bytes × sets): which candidates each holds, eight to a byte.
        shared: (corners × bytes × 256): how far the bounds of those in a byte lie apart.
    """

    total: Wholes
    ranks: NDArray[np.unsignedinteger[Any]]
    low: Wholes
    high: Wholes
    members: NDArray[np.uint8]
    shared: Wholes | None

    @classmethod
    def of(cls, sets: Partial, total: Wholes, gaps: Wholes | None) -> "_Field":
        middle = sets.low if gaps is None else sets.low + sets.high
        places = [np.unique(row, return_inverse=True)[1] for row in (*-sets.amounts, *middle)]
        small = np.uint16 if sets.count < 2**16 else np.uint32
        return cls(
            total=total,
            ranks=np.array(places).reshape(len(places), sets.count).astype(small),
            low=sets.low,
            high=sets.high,
            members=np.packbits(sets.taken, axis=0, bitorder="little"),
            shared=None if gaps is None else by_byte(gaps),
        )

    def beaten(self, above: Wholes, block: Wholes) -> Flags:
        """Return which of the block are beaten by one of those above."""
        beats = np.ones((above.size, block.size), dtype=np.bool_)
        for rank in self.ranks:
            beats &= rank[above][:, None] >= rank[block][None, :]
        rows, columns = np.nonzero(beats)
        first, second = above[rows], block[columns]
        left = self.total[first] > self.total[second]
        first, second, columns = first[left], second[left], columns[left]
        for corner, shared in enumerate(() if self.shared is None else self.shared):
            common = self.members[:, first] & self.members[:, second]
            low = self.low[corner, first]
            for byte, table in enumerate(shared):
                low = low + table[common[byte]]
            left = low >= self.high[corner, second]
            first, second, columns = first[left], second[left], columns[left]
        found = np.zeros(block.size, dtype=np.bool_)
        found[columns] = True
        return found


def by_byte(numbers: Wholes) -> Wholes:
    """
    Return the sums for each pattern of eight candidates, (corners × bytes × 256).

    Args:
        numbers: (corners × candidates).
    """
    corners, count = numbers.shape
    width = -(-count // _BYTE)
    padded = np.zeros((corners, width * _BYTE), dtype=np.int64)
    padded[:, :count] = numbers
    patterns = np.unpackbits(
        np.arange(256, dtype=np.uint8)[:, None], axis=1, bitorder="little"
    ).astype(np.int64)
    return np.asarray(padded.reshape(corners, width, _BYTE) @ patterns.T)
