"""Good practices: who may see which, how they are found and adopted, and what failures taught."""

from collections.abc import Iterable, Iterator

import attrs

from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.domain.principles import Principle
from innokumppanuus.errors import InvalidValue
from innokumppanuus_edellakavijat.domain import (
    Adoption,
    AdoptionState,
    Forerunners,
    Hit,
    Learned,
    Openness,
    Practice,
    Trial,
    TrialOutcome,
)

PUBLIC = ""
"""Who looks when it is nobody of the group."""


def may_see(noun: Forerunners, one: Practice | Trial, viewer: str) -> bool:
    """Return whether *viewer*, the id of a city or `PUBLIC`, may see a practice or trial."""
    if one.openness is Openness.PUBLIC or (viewer and one.city == viewer):
        return True
    return one.openness is Openness.GROUP and is_member(noun, viewer)


def is_member(noun: Forerunners, viewer: str) -> bool:
    """Return whether *viewer* is the id of a city of the group."""
    return noun.city(viewer) is not None


def search(
    noun: Forerunners, viewer: str, words: str = "", principle: Principle | None = None
) -> tuple[Hit, ...]:
    """
    Return the practices that *viewer* may see and that have one of the words at least.

    The words are looked for in names, descriptions and keywords of all three languages, also as
    parts of longer words. Most words first, then by id; without words all are returned.
    """
    wanted = tuple(dict.fromkeys(words.casefold().split()))
    hits = []
    for one in noun.practices:
        if not may_see(noun, one, viewer):
            continue
        if principle is not None and principle not in one.principles:
            continue
        text = _text(one)
        matched = tuple(word for word in wanted if word in text)
        if matched or not wanted:
            hits.append(Hit(practice=one, matched=matched, adopted_by=_users(noun, one, viewer)))
    return tuple(sorted(hits, key=lambda hit: (-len(hit.matched), hit.practice.id)))


def adopt(noun: Forerunners, adoption: Adoption) -> Forerunners:
    """
    Return the network with the adoption recorded; an earlier record of the city stays beside it.

    Raises:
        InvalidValue: When the city is not of the group, may not see the practice or made it
            itself, when the record is older than one there is, or gives up without a lesson.
    """
    for key, values in refusals(noun, adoption):
        raise InvalidValue(key, **values)
    return attrs.evolve(noun, adoptions=(*noun.adoptions, adoption))


def refusals(noun: Forerunners, adoption: Adoption) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield why an adoption cannot be recorded: key and values of each problem."""
    practice = noun.practice(adoption.practice)
    city = noun.name_of(adoption.city)
    if not is_member(noun, adoption.city):
        yield "edellakavijat.adoption_city", {"got": adoption.city}
    if practice is None or not may_see(noun, practice, adoption.city):
        yield "edellakavijat.adoption_practice", {"got": adoption.practice}
    elif practice.city == adoption.city:
        yield "edellakavijat.adoption_own", {"got": practice.name}
    if adoption.state is AdoptionState.GIVEN_UP and not adoption.learned:
        yield "edellakavijat.lesson_needed", {"got": adoption.state.value}
    latest = _latest(noun, adoption.practice).get(adoption.city)
    if latest is not None and latest.on > adoption.on:
        yield (
            "edellakavijat.adoption_older",
            {"city": city, "latest": latest.on, "got": adoption.on},
        )


def standings(noun: Forerunners, viewer: str) -> tuple[tuple[Practice, dict[str, Adoption]], ...]:
    """
    Return each practice that *viewer* may see with the latest record of every city that has one.

    What is only tried, or was given up, is told inside the group and to nobody else.
    """
    return tuple(
        (one, _shown(noun, one.id, viewer)) for one in noun.practices if may_see(noun, one, viewer)
    )


def learned(noun: Forerunners, viewer: str) -> tuple[Learned, ...]:
    """Return what failures taught that *viewer* may see: trials, then practices given up."""
    trials = [
        Learned(name=one.name, city=one.city, lessons=one.lessons)
        for one in noun.trials
        if one.outcome is TrialOutcome.LEARNED_FROM_FAILURE and may_see(noun, one, viewer)
    ]
    given_up = [
        Learned(name=practice.name, city=one.city, lessons=one.learned, is_adoption=True)
        for practice, latest in standings(noun, viewer)
        for one in latest.values()
        if one.state is AdoptionState.GIVEN_UP
    ]
    return (*trials, *given_up)


def _latest(noun: Forerunners, practice: str) -> dict[str, Adoption]:
    """Return the latest record of every city; of two of one day the later in the file."""
    found: dict[str, Adoption] = {}
    for one in noun.adopted(practice):
        if one.city not in found or found[one.city].on <= one.on:
            found[one.city] = one
    return {city: found[city] for city in sorted(found)}


def _shown(noun: Forerunners, practice: str, viewer: str) -> dict[str, Adoption]:
    latest = _latest(noun, practice)
    if is_member(noun, viewer):
        return latest
    return {city: one for city, one in latest.items() if one.state is AdoptionState.IN_USE}


def _users(noun: Forerunners, practice: Practice, viewer: str) -> tuple[str, ...]:
    shown = _shown(noun, practice.id, viewer)
    return tuple(city for city, one in shown.items() if one.state is not AdoptionState.GIVEN_UP)


def _text(one: Practice) -> str:
    labels: Iterable[Label] = (one.name, one.what, *one.keywords)
    words = (label.say(language) for label in labels for language in LANGUAGES)
    return " ".join(words).casefold()
