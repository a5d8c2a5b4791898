"""What does not fit together in the file of a network is told in its place."""

from collections.abc import Callable
from datetime import date

import attrs
import pytest

from innokumppanuus.testing.builders import label
from innokumppanuus_edellakavijat.domain import (
    AdoptionState,
    Continuation,
    Forerunners,
    TrialOutcome,
)
from innokumppanuus_edellakavijat.engine.checks import check


def first(noun: Forerunners, name: str, **changes: object) -> Forerunners:
    """Return the network with changes in the first member of the list."""
    one, *rest = getattr(noun, name)
    return attrs.evolve(noun, **{name: (attrs.evolve(one, **changes), *rest)})


def test_shipped_networks_fit_together(network: Forerunners, nine: Forerunners) -> None:
    assert [*check(network), *check(nine)] == []


CHANGES: list[tuple[Callable[[Forerunners], Forerunners], str]] = [
    (lambda n: first(n, "decisions", phase="vuosi-1"), "decisions[0].phase:unknown-name"),
    (lambda n: first(n, "decisions", by="johtoryhma"), "decisions[0].by:unknown-name"),
    (
        lambda n: first(n, "decisions", until=date(2027, 1, 1)),
        "decisions[0].until:edellakavijat.until_postponed",
    ),
    (
        lambda n: first(n, "decisions", outcome=Continuation.POSTPONED, until=date(2026, 11, 4)),
        "decisions[0].until:period-order",
    ),
    (lambda n: first(n, "workshops", event="iltapaiva"), "workshops[0].event:unknown-name"),
    (lambda n: first(n, "workshops", led_by="fasilitoia"), "workshops[0].led_by:unknown-name"),
    (lambda n: first(n, "practices", city="selkavessi"), "practices[0].city:unknown-name"),
    (lambda n: first(n, "practices", id="seurantataulu"), "practices[1].id:twice"),
    (lambda n: first(n, "trials", city="espoo"), "trials[0].city:unknown-name"),
    (lambda n: first(n, "trials", lessons=()), "trials[0]:edellakavijat.lesson_needed"),
    (lambda n: first(n, "adoptions", city="espoo"), "adoptions[0]:edellakavijat.adoption_city"),
    (
        lambda n: first(n, "adoptions", practice="raati"),
        "adoptions[0]:edellakavijat.adoption_practice",
    ),
    (
        lambda n: first(n, "adoptions", state=AdoptionState.GIVEN_UP, learned=()),
        "adoptions[0]:edellakavijat.lesson_needed",
    ),
    (lambda n: first(n, "cities", id="kuusirant"), "cities[0].id:unknown-name"),
]


@pytest.mark.parametrize(("change", "expected"), CHANGES, ids=[told for _, told in CHANGES])
def test_what_does_not_fit_is_told_by_its_path(
    network: Forerunners, change: Callable[[Forerunners], Forerunners], expected: str
) -> None:
    told = [f"{one.path}:{one.key}".removesuffix("-none") for one in check(change(network))]

    assert expected in told


def test_consent_to_a_stranger_is_told(network: Forerunners) -> None:
    consent = attrs.evolve(network.cities[0].consents[0], to=("harjula", "espoo"))

    told = [one.path for one in check(first(network, "cities", consents=(consent,)))]

    assert told == ["cities[0].consents[0].to[1]"]


def test_consent_to_oneself_is_told(network: Forerunners) -> None:
    consent = attrs.evolve(network.cities[0].consents[0], to=("kuusiranta",))

    told = [one.path for one in check(first(network, "cities", consents=(consent,)))]

    assert told == ["cities[0].consents[0].to[0]"]


def test_failure_with_a_lesson_fits(network: Forerunners) -> None:
    changed = first(
        network, "trials", outcome=TrialOutcome.LEARNED_FROM_FAILURE, lessons=(label(),)
    )

    assert [*check(changed)] == []
