"""The one question whose answer would settle the most borderline applications. It asks nobody."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

import attrs
import numpy as np

from innokumppanuus.domain.core_index import CoreIndices, CoreStanding, RobustChoice
from innokumppanuus.domain.weights import WeightRow
from innokumppanuus.engine import core_index
from innokumppanuus.engine.stakes import Stakes, stakes_of
from innokumppanuus_selection.rpm.arrays import Arrays, Partial, unbeaten
from innokumppanuus_selection.rpm.domain import About, Answer, Question, Questions
from innokumppanuus_selection.rpm.giving_up import GivenUp, Watch, keep_on, look


def questions(choice: RobustChoice, indices: CoreIndices, watch: Watch = keep_on) -> Questions:
    """
    Return what could be asked, and what each answer would settle, exact for exact indices.

    Asked is which of two criteria weighs more, when that is not known, and whether a score is in
    the upper or the lower half of its bounds. For each answer the unbeaten sets are found anew.

    Args:
        choice: What is known now.
        indices: Of that choice.
        watch: Is told of each question.

    Source:
        What is known more exactly leaves no set unbeaten that was beaten before: Liesiö, Mild,
        Salo (2007), European Journal of Operational Research 181. Both answers hold points from
        the inside of what is possible, so that this is so for ties, too.
    """
    asked = [*_of_weights(choice), *_of_scores(choice)]
    found = []
    for number, (question, yes, no) in enumerate(asked):
        look(watch, number, len(asked))
        found.append(attrs.evolve(question, yes=_answer(yes, indices), no=_answer(no, indices)))
    look(watch, len(asked), len(asked))
    found = [one for one in found if one.worth[1]]
    found.sort(key=lambda one: (-one.worth[0], -one.worth[1], one.about, one.application, one.item))
    best = tuple(one for one in found if one.worth == found[0].worth)
    return Questions(
        borderline=len(indices.named(CoreStanding.BORDERLINE)),
        best=best,
        others=tuple(found[len(best) :]),
    )


_Asked = tuple[Question, RobustChoice, RobustChoice]
_OPEN = Answer(sets=0, settled=())


def _of_weights(choice: RobustChoice) -> Iterator[_Asked]:
    corners = choice.region.vertices()
    for first, second in combinations(choice.region.items, 2):
        more = [corner[first] - corner[second] for corner in corners]
        if not min(more) < 0 < max(more):
            continue
        row = {first: Fraction(1), second: Fraction(-1)}
        turned = {item: -factor for item, factor in row.items()}
        yes, no = (
            attrs.evolve(choice, region=choice.region.where([WeightRow(factors=one)]))
            for one in (row, turned)
        )
        yield Question(about=About.WEIGHTS, item=first, other=second, yes=_OPEN, no=_OPEN), yes, no


def _of_scores(choice: RobustChoice) -> Iterator[_Asked]:
    for place, one in enumerate(choice.candidates):
        for item in choice.region.items:
            low, high = one.band.least[item], one.band.most[item]
            if low == high:
                continue
            middle = (low + high) / 2
            upper = attrs.evolve(one.band, least={**one.band.least, item: middle})
            lower = attrs.evolve(one.band, most={**one.band.most, item: middle})
            yes, no = (
                attrs.evolve(
                    choice,
                    candidates=(
                        *choice.candidates[:place],
                        attrs.evolve(one, band=band),
                        *choice.candidates[place + 1 :],
                    ),
                )
                for band in (upper, lower)
            )
            question = Question(
                about=About.SCORE,
                item=item,
                application=one.application,
                middle=middle,
                yes=_OPEN,
                no=_OPEN,
            )
            yield question, yes, no


def _answer(choice: RobustChoice, before: CoreIndices) -> Answer:
    stakes = stakes_of(choice)
    left = _left(stakes, [stakes.mask(one.applications) for one in before.sets])
    now = stakes.indices(left)
    settled = (
        one
        for one in before.named(CoreStanding.BORDERLINE)
        if now.standing(one) is not CoreStanding.BORDERLINE
    )
    return Answer(sets=len(now.sets), settled=tuple(settled))


def _left(stakes: Stakes, sets: Sequence[int]) -> Sequence[int]:
    """Return those of the sets that none of them beats."""
    try:
        arrays = Arrays.of(stakes)
    except GivenUp:
        return core_index.unbeaten(stakes, sets)
    count = len(stakes.ids)
    taken = np.zeros((count, len(sets)), dtype=np.uint8)
    for number, one in enumerate(sets):
        taken[stakes.places(one), number] = 1
    whole = taken.astype(np.int64)
    partial = Partial(
        taken=taken,
        low=arrays.low @ whole,
        high=arrays.high @ whole,
        amounts=np.zeros((0, len(sets)), dtype=np.int64),
    )
    kept = unbeaten(partial, arrays.gaps if stakes.has_bands else None)
    return [sum(1 << int(place) for place in np.flatnonzero(one)) for one in kept.taken.T]
