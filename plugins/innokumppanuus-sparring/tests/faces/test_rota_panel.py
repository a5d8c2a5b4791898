"""The panel shows what its state holds, and a press changes both."""

import pytest

from innokumppanuus.faces.widgets.programme_desk import ProgrammeDesk


@pytest.fixture
def desk() -> ProgrammeDesk:
    return ProgrammeDesk.open("sparraus-harjoitus", "fi")


def parts(panel):
    controls = panel.children[2].children
    boxes = [one for one in controls if type(one).__name__ == "Checkbox"]
    return controls[0], controls[1], boxes, controls[-1], panel.children[3], panel.children[-1]


def test_boxes_show_the_absences_of_the_member_chosen(desk: ProgrammeDesk) -> None:
    _, member, boxes, *_ = parts(desk.panel("sparring.rota"))

    member.value = "muistiraitti"

    assert [one.value for one in boxes] == [False, False, True, False, False]


def test_absence_that_is_ticked_changes_the_rota(desk: ProgrammeDesk) -> None:
    _, _, boxes, reset, _, results = parts(desk.panel("sparring.rota"))
    before = results.value

    boxes[0].value = True

    assert results.value != before
    assert not reset.disabled


def test_reset_shows_the_file_again(desk: ProgrammeDesk) -> None:
    _, _, boxes, reset, _, results = parts(desk.panel("sparring.rota"))
    before = results.value
    boxes[0].value = True

    reset.click()

    assert (results.value, boxes[0].value, reset.disabled) == (before, False, True)


def test_refused_value_is_shown_as_an_alert(desk: ProgrammeDesk) -> None:
    meetings, _, _, _, alert, _ = parts(desk.panel("sparring.rota"))

    meetings.value = 9

    assert alert.text
    assert meetings.value == 5
