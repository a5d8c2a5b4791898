"""Tables in words say what is missing, and what is hidden."""

from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.engine.balance import Shown
from innokumppanuus_parasta_itaa.engine.levels import levels
from innokumppanuus_parasta_itaa.faces.grids import (
    carried_grid,
    partners_grid,
    roles_grid,
    shown_text,
)


def test_successor_stands_beside_who_came_before(real: Consortium, finnish: Texts) -> None:
    followers = {row[0]: row[4] for row in partners_grid(real, finnish).rows if row[4] != "–"}

    assert followers == {
        "Etelä-Savon sosiaali- ja terveyspalvelujen kuntayhtymä": "Etelä-Savon hyvinvointialue"
    }


def test_inferred_legal_form_is_told_as_such(real: Consortium, finnish: Texts) -> None:
    first = partners_grid(real, finnish).rows[0]

    assert first[1].startswith("osakeyhtiö (")


def test_practice_that_nothing_carries_is_last_and_told(
    exercise: Consortium, finnish: Texts
) -> None:
    last = carried_grid(exercise, levels(exercise), finnish).rows[-1]

    assert last == ("Kymenlaakso: Työkokeilujen kierros", "ei kirjattu")


def test_empty_seat_is_told_as_nobody(exercise: Consortium, finnish: Texts) -> None:
    (row,) = (one for one in roles_grid(exercise, finnish).rows if one[0] == "Kymenlaakso")

    assert row[-1] == "ei ketään"


def test_hidden_and_unrecorded_numbers_differ_from_zero(finnish: Texts) -> None:
    words = [shown_text(one, finnish) for one in (Shown(0, 0), Shown(1, 4), None)]

    assert words == ["0", "1–4 (peitetty)", "ei kirjattu"]
