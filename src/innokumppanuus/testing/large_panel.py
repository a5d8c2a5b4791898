"""A large fictional panel, the same for the same seed: many evaluators who read different ones."""

from collections.abc import Mapping
from random import Random
from typing import Final

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.money import Money
from innokumppanuus.testing.builders import a_sheet, an_application

ITEMS: Final = ("K1", "K2", "K3")
EVALUATORS, APPLICATIONS, RATINGS = 136, 270, 5_000
_FEWEST, _TOP, _STEP = 2, 5, 500


def large_field(seed: int = 1, count: int = APPLICATIONS) -> tuple[Application, ...]:
    """Return made-up applications, H001 and on, for 2 000 … 10 000 euros each."""
    chance = Random(f"field {seed}")
    return tuple(
        an_application(f"H{number:03}", amount=Money.of(_STEP * chance.randint(4, 20)))
        for number in range(1, count + 1)
    )


def large_panel(
    field: tuple[Application, ...],
    seed: int = 1,
    evaluators: int = EVALUATORS,
    ratings: int = RATINGS,
    lacking: float = 0.0,
) -> tuple[ScoreSheet, ...]:
    """
    Return made-up sheets: each rating is an evaluator's scores of one application by K1, K2, K3.

    Every application has at least two ratings; the others fall unevenly, so that some have many.
    Evaluators differ in severity, applications in merit. *lacking* is the share of the scores that
    were left empty.
    """
    chance = Random(f"panel {seed}")
    names = [f"Kuvitteellinen arvioija {number:03}" for number in range(1, evaluators + 1)]
    severity = {name: chance.gauss(0, 0.6) for name in names}
    merit = {one.id: [chance.gauss(3, 0.9) for _ in ITEMS] for one in field}
    pull = {one.id: chance.paretovariate(1.5) for one in field}
    readers = {one.id: set(chance.sample(names, _FEWEST)) for one in field}
    left = ratings - _FEWEST * len(field)
    while left > 0:
        (one,) = chance.choices(list(pull), list(pull.values()))
        name = chance.choice(names)
        if name not in readers[one]:
            readers[one].add(name)
            left -= 1
    marks: dict[str, dict[str, Mapping[str, int | str | None]]] = {name: {} for name in names}
    for one, those in sorted(readers.items()):
        for name in sorted(those):
            drawn = (merit_ - severity[name] + chance.gauss(0, 0.7) for merit_ in merit[one])
            given = (min(_TOP, max(0, round(score))) for score in drawn)
            kept = (None if lacking and chance.random() < lacking else score for score in given)
            marks[name][one] = dict(zip(ITEMS, kept, strict=True))
    return tuple(a_sheet(name, given) for name, given in marks.items())
