"""The state of the panel changes absences and meetings, and refuses what is not there."""

import attrs
import pytest

from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.programme_desk import ProgrammeDesk
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_sparring.faces import rota_twin
from innokumppanuus_sparring.faces.rota_state import RotaState


@pytest.fixture
def state(a_sparring) -> RotaState:
    return RotaState.of(a_sparring(members=4, meetings=3), Plugins())


@pytest.fixture
def desk() -> ProgrammeDesk:
    return ProgrammeDesk.open("sparraus-harjoitus", "fi")


def test_state_begins_with_what_the_file_states(state: RotaState) -> None:
    assert not state.is_changed
    assert (state.rota.repeats, state.away("m1")) == (0, ())


def test_absence_changes_the_rota(state: RotaState) -> None:
    state.set_away("m1", ["t2", "t1"])

    assert state.away("m1") == ("t1", "t2")
    assert [len(one.pairs) for one in state.rota.meetings] == [1, 1, 2]
    assert state.is_changed


def test_absence_can_be_taken_back(state: RotaState) -> None:
    state.set_away("m1", ["t1"])
    state.set_away("m1", [])

    assert not state.is_changed


def test_fewer_meetings_can_be_held(state: RotaState) -> None:
    state.set_meetings(1)

    assert len(state.rota.meetings) == 1
    assert state.sessions == ("t1", "t2", "t3")


def test_reset_goes_back_to_the_file(state: RotaState) -> None:
    state.set_meetings(1)
    state.set_away("m1", ["t1"])
    state.reset()

    assert not state.is_changed
    assert len(state.rota.meetings) == 3


@pytest.mark.parametrize("count", [0, 4])
def test_number_of_meetings_that_there_are_not_is_refused(state: RotaState, count: int) -> None:
    with pytest.raises(InvalidValue):
        state.set_meetings(count)


@pytest.mark.parametrize(("member", "session"), [("x", "t1"), ("m1", "x")])
def test_unknown_member_or_meeting_is_refused(state: RotaState, member: str, session: str) -> None:
    with pytest.raises(InvalidValue):
        state.set_away(member, [session])


def test_twin_tells_in_words_what_the_panel_shows(desk: ProgrammeDesk) -> None:
    html = rota_twin.rota_html(desk.state("sparring.rota"), desk.texts)

    assert "Yksikään pari ei tapaa toistamiseen." in html
    assert "kuvitteellinen" in html
    assert html.count("<table>") == 3


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_panel_can_be_built_in_every_language(language: str) -> None:
    desk = ProgrammeDesk.open("sparraus-harjoitus", language)

    panel = desk.panel("sparring.rota")

    assert "inno-panel" in panel._dom_classes


def test_real_programme_is_not_called_made_up(a_sparring) -> None:
    sparring = a_sparring()
    real = attrs.evolve(sparring, programme=attrs.evolve(sparring.programme, is_fictional=False))

    assert rota_twin.notice_html(RotaState.of(real, Plugins()), Texts.load("fi")) == ""
