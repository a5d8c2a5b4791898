"""Who answers for a part on a day, when one participant goes on in the place of another."""

from datetime import date

import attrs

from innokumppanuus.domain.dates import When, end_of, start_of
from innokumppanuus.domain.programme import Participant, Programme
from innokumppanuus.domain.sources import Fact


@attrs.frozen(kw_only=True)
class Succession:
    """
    One participant that goes on in the place of another (seuraanto).

    Attributes:
        first: Who came before.
        second: Who goes on.
        since: From when; missing when nobody says.
        is_verified: Whether somebody of this project has read every source of the day; None when
            it names none.
    """

    first: Participant
    second: Participant
    since: Fact[When]
    is_verified: bool | None


def successions(programme: Programme) -> tuple[Succession, ...]:
    """Return who goes on in the place of whom, in the order of the file."""
    found = []
    for first in programme.participants:
        second = programme.participant(first.followed_by) if first.followed_by else None
        if second is not None:
            sources = [programme.sources.get(key) for key in second.since.sources]
            read = all(one is not None and one.verified for one in sources)
            verified = read if sources else None
            found.append(
                Succession(first=first, second=second, since=second.since, is_verified=verified)
            )
    return tuple(found)


def line(programme: Programme, id_: str) -> tuple[Participant, ...]:
    """Return the participant and all who go on in its place, one after another."""
    found: list[Participant] = []
    here = programme.participant(id_)
    while here is not None and here not in found:
        found.append(here)
        here = programme.participant(here.followed_by) if here.followed_by else None
    return tuple(found)


def answers_on(programme: Programme, id_: str, day: date) -> Participant | None:
    """
    Return who of the line of the participant answers on the day.

    None when nobody does, or when more than one may and it cannot be told.
    """
    zone = programme.zone
    may = [
        one
        for one in line(programme, id_)
        if not (has_ended(one, day, zone) or has_not_begun(one, day, zone))
    ]
    return may[0] if len(may) == 1 else None


def has_ended(one: Participant, day: date, zone: str) -> bool:
    """Return whether the participant surely takes no part any more on the day."""
    until = one.until.value
    return until is not None and until.latest < start_of(day, zone)


def has_not_begun(one: Participant, day: date, zone: str) -> bool:
    """Return whether the participant surely takes no part yet on the day."""
    since = one.since.value
    return since is not None and since.earliest > end_of(day, zone)
