"""A programme keeps what is not known apart from what is known."""

from datetime import date

import pytest

from innokumppanuus.domain.dates import Count, When
from innokumppanuus.domain.parties import Party, RoleKind, Sector
from innokumppanuus.domain.programme import (
    Event,
    Participant,
    Programme,
    ProgrammeKind,
    Session,
    Statement,
)
from innokumppanuus.domain.sources import Fact, Status, missing, stated
from innokumppanuus.testing.builders import label, moment

ZONE = "Europe/Helsinki"
OLD = Party(id="kuntayhtyma", name=label("Kuntayhtymä"), sector=Sector.JOINT_AUTHORITY)


def day(text: str) -> Fact[When]:
    return stated(When.day(date.fromisoformat(text), ZONE))


def a_programme(**changes: object) -> Programme:
    whole: dict[str, object] = {"id": "koe", "name": label(), "kind": ProgrammeKind.FORUM}
    return Programme(**{**whole, **changes})  # type: ignore[arg-type]


def test_unnamed_role_is_called_by_its_own_name_and_sector() -> None:
    one = Participant(id="yrittajat", name=label("Yrittäjiä"), sector=Sector.COMPANY)

    assert (one.shown_name, one.shown_sector) == (label("Yrittäjiä"), Sector.COMPANY)


def test_named_party_gives_name_and_sector() -> None:
    one = Participant(id="ky", party=OLD, name=label("muu"))

    assert (one.shown_name, one.shown_sector) == (OLD.name, Sector.JOINT_AUTHORITY)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2020-12-31 23:59", False),
        ("2021-01-01 12:00", None),
        ("2021-06-01 12:00", True),
        ("2022-12-31 12:00", None),
        ("2023-01-01 00:00", False),
    ],
)
def test_participant_takes_part_between_its_days(at: str, expected: bool | None) -> None:
    one = Participant(id="ky", party=OLD, since=day("2021-01-01"), until=day("2022-12-31"))

    assert one.takes_part(moment(at)) is expected


def test_participant_without_days_cannot_be_told() -> None:
    assert Participant(id="ky", party=OLD).takes_part(moment("2021-06-01 12:00")) is None


def test_roles_that_nobody_states_stay_open() -> None:
    unknown: Fact[RoleKind] = Fact(status=Status.MISSING, note="the picture is lost")
    told = Participant(id="a", name=label(), roles=(stated(RoleKind.FUNDER),))
    silent = Participant(id="b", name=label(), roles=(unknown,))
    marked = Participant(id="c", name=label(), roles=(stated(RoleKind.UNKNOWN),))
    bare = Participant(id="d", name=label())

    programme = a_programme(participants=(told, silent, marked, bare))

    assert programme.roles_open() == (silent, marked, bare)


def test_inferred_role_counts_as_a_role() -> None:
    guess = Fact(value=RoleKind.OWNER, status=Status.INFERRED, note="by the label")
    owner = Participant(id="tem", name=label(), roles=(guess,))

    assert a_programme(participants=(owner,)).with_role(RoleKind.OWNER) == (owner,)


def test_participants_and_phases_are_found_by_id() -> None:
    one = Participant(id="ky", party=OLD)

    programme = a_programme(participants=(one,))

    assert (programme.participant("ky"), programme.participant("x")) == (one, None)
    assert programme.phase("x") is None


def test_statement_without_words_and_number_is_a_gap() -> None:
    told = Statement(id="haut", name=label(), count=stated(Count(least=0, most=19)))
    gap = Statement(id="jakso", name=label(), says=missing("nobody tells"))

    assert a_programme(facts=(told, gap)).gaps() == (gap,)


def test_sessions_come_with_their_event_in_the_order_of_the_file() -> None:
    first = Event(id="e1", name=label(), sessions=(Session(id="s2"), Session(id="s1")))
    second = Event(id="e2", name=label(), sessions=(Session(id="s3"),))

    found = [(event.id, one.id) for event, one in a_programme(events=(first, second)).sessions()]

    assert found == [("e1", "s2"), ("e1", "s1"), ("e2", "s3")]
