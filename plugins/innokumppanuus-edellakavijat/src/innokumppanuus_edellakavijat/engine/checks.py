"""What does not fit together in the file of a network, each with its path; values are read."""

from collections import Counter
from collections.abc import Iterable, Iterator

from innokumppanuus.errors import Problem, unknown_name
from innokumppanuus_edellakavijat.domain import Continuation, Forerunners, TrialOutcome
from innokumppanuus_edellakavijat.engine.practices import refusals


def check(noun: Forerunners) -> Iterator[Problem]:
    """Yield every problem of how the parts name each other."""
    people = [one.id for one in noun.programme.participants]
    cities = [one.id for one in noun.cities]
    events = [one.id for one in noun.programme.events]
    yield from _twice("cities", cities)
    yield from _twice("practices", [one.id for one in noun.practices])
    yield from _twice("trials", [one.id for one in noun.trials])
    for place, city in enumerate(noun.cities):
        yield from _named(f"cities[{place}].id", city.id, people)
        for number, consent in enumerate(city.consents):
            for index, other in enumerate(consent.to):
                path = f"cities[{place}].consents[{number}].to[{index}]"
                yield from _named(path, other, [one for one in cities if one != city.id])
    for place, workshop in enumerate(noun.workshops):
        yield from _named(f"workshops[{place}].event", workshop.event, events)
        if workshop.led_by:
            yield from _named(f"workshops[{place}].led_by", workshop.led_by, people)
    yield from _decisions(noun, people)
    for place, practice in enumerate(noun.practices):
        yield from _named(f"practices[{place}].city", practice.city, cities)
    for place, trial in enumerate(noun.trials):
        yield from _named(f"trials[{place}].city", trial.city, cities)
        if trial.outcome is TrialOutcome.LEARNED_FROM_FAILURE and not trial.lessons:
            values = {"got": trial.outcome.value}
            yield Problem(key="edellakavijat.lesson_needed", values=values, path=f"trials[{place}]")
    yield from _adoptions(noun)


def _decisions(noun: Forerunners, people: Iterable[str]) -> Iterator[Problem]:
    waiting = [one.id for one in noun.programme.phases if one.needs_decision]
    for place, one in enumerate(noun.decisions):
        path = f"decisions[{place}]"
        yield from _named(f"{path}.phase", one.phase, waiting)
        if one.by:
            yield from _named(f"{path}.by", one.by, people)
        if one.until is not None and one.outcome is not Continuation.POSTPONED:
            values: dict[str, object] = {"got": one.outcome.value}
            yield Problem(key="edellakavijat.until_postponed", values=values, path=f"{path}.until")
        if one.until is not None and one.until < one.on:
            values = {"earliest": one.on, "latest": one.until}
            yield Problem(key="period-order", values=values, path=f"{path}.until")


def _adoptions(noun: Forerunners) -> Iterator[Problem]:
    for place, one in enumerate(noun.adoptions):
        for key, values in refusals(noun, one):
            if key != "edellakavijat.adoption_older":  # the order of the file is free
                yield Problem(key=key, values=values, path=f"adoptions[{place}]")


def _named(path: str, got: str, known: Iterable[str]) -> Iterator[Problem]:
    words = tuple(known)
    if got not in words:
        told = unknown_name(got, words)
        yield Problem(key=told.key, values=told.values, path=path)


def _twice(key: str, ids: Iterable[str]) -> Iterator[Problem]:
    names = tuple(ids)
    for name, count in Counter(names).items():
        if count > 1:
            place = [index for index, one in enumerate(names) if one == name][1]
            yield Problem(key="twice", values={"got": name}, path=f"{key}[{place}].id")
