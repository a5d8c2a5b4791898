"""The principles of a programme as agreed rules: who has accepted which, who is to be asked."""

import attrs

from innokumppanuus_sparring.domain.sparring import Sparring


@attrs.frozen(kw_only=True)
class AcceptanceStanding:
    """
    What one who takes part has accepted.

    Attributes:
        participant: A member or an expert.
        accepted: Ids of the rules that it has accepted, in the order of the rules.
        lacking: Ids of those that it has not been recorded to accept; it is asked, not left out.
    """

    participant: str
    accepted: tuple[str, ...]
    lacking: tuple[str, ...]


def acceptance_standings(sparring: Sparring) -> tuple[AcceptanceStanding, ...]:
    """Return what each member and then each expert has accepted, in the order of the file."""
    people = [
        *(one.participant for one in sparring.members),
        *(one.participant for one in sparring.experts),
    ]
    return tuple(_standing(one, sparring) for one in dict.fromkeys(people))


def is_agreed(sparring: Sparring) -> bool:
    """Return whether everyone has accepted every rule; without rules there is nothing agreed."""
    standings = acceptance_standings(sparring)
    return bool(sparring.rules) and bool(standings) and not any(one.lacking for one in standings)


def _standing(participant: str, sparring: Sparring) -> AcceptanceStanding:
    given = {
        rule for one in sparring.acceptances if one.participant == participant for rule in one.rules
    }
    ids = [one.id for one in sparring.rules]
    return AcceptanceStanding(
        participant=participant,
        accepted=tuple(one for one in ids if one in given),
        lacking=tuple(one for one in ids if one not in given),
    )
