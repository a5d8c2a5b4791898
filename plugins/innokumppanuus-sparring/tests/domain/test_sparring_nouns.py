"""The nouns go through records unchanged and find their parts by id."""

from pathlib import Path

import innokumppanuus_sparring
from innokumppanuus.domain.labels import LANGUAGES, same
from innokumppanuus.records import from_record, to_record
from innokumppanuus.workspace import Workspace
from innokumppanuus_sparring.domain.events import EventSeries
from innokumppanuus_sparring.domain.feedback import CODE_NAMES, FeedbackCode
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.reading import read_confidential

DATA = Path(innokumppanuus_sparring.__file__).parent / "data"


def test_sparring_programme_goes_through_records() -> None:
    noun = Workspace.open().programme("sparraus-harjoitus")

    assert isinstance(noun, Sparring)
    assert from_record(Sparring, to_record(noun)) == noun


def test_series_of_events_goes_through_records() -> None:
    noun = Workspace.open().programme("tapahtumat-harjoitus")

    assert isinstance(noun, EventSeries)
    assert from_record(EventSeries, to_record(noun)) == noun


def test_record_of_the_programme_holds_nothing_confidential() -> None:
    noun = Workspace.open().programme("sparraus-harjoitus")
    assert isinstance(noun, Sparring)
    closed = read_confidential(DATA / "sparraus-harjoitus.luottamuksellinen.yaml", noun)

    record = repr(to_record(noun))

    assert closed.notes
    assert not [one.id for one in closed.notes if one.text in record]
    assert "CodedAnswer" not in record and "'answers': [{'group'" not in record


def test_the_eight_codes_have_names_in_three_languages() -> None:
    assert [*CODE_NAMES] == [*FeedbackCode]
    assert len({CODE_NAMES[one].say(language) for one in FeedbackCode for language in LANGUAGES})
    assert all(not [*one.missing()] for one in CODE_NAMES.values())


def test_who_is_not_there_is_called_by_its_id(a_sparring) -> None:
    assert a_sparring().name_of("poissa") == same("poissa")


def test_parts_are_found_by_id(a_sparring) -> None:
    sparring = a_sparring(meetings=1)

    assert sparring.theme("t1-teema") == sparring.themes[0]
    assert sparring.theme("x") is None
    assert sparring.session("t1") is not None
    assert sparring.session("x") is None
