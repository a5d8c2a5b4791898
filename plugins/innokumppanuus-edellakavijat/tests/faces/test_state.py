"""The panel of practices shows what one city may see, and records what it adopts."""

import pytest

from innokumppanuus.domain.principles import Principle
from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_edellakavijat.domain import AdoptionState, Forerunners
from innokumppanuus_edellakavijat.faces.state import PracticesState


@pytest.fixture
def state(network: Forerunners) -> PracticesState:
    return PracticesState.of(network, Plugins())


def ids(state: PracticesState) -> list[str]:
    return [hit.practice.id for hit in state.hits]


def test_panel_begins_as_the_first_city(state: PracticesState) -> None:
    assert state.viewer == "kuusiranta"
    assert ids(state) == ["asukasraati", "seurantataulu", "tulosperusteinen"]


def test_other_city_sees_its_own(state: PracticesState) -> None:
    state.look_as("niemisaari")

    assert "kokeilulupa" in ids(state)
    assert "kokeilulupa" not in [one.id for one in state.adoptable]


def test_city_that_is_not_there_is_refused(state: PracticesState) -> None:
    with pytest.raises(InvalidValue):
        state.look_as("atlantis")

    assert state.viewer == "kuusiranta"


def test_search_by_words_and_principle(state: PracticesState) -> None:
    state.look_for("", Principle.PROCUREMENT)

    assert ids(state) == ["tulosperusteinen"]


def test_adoption_is_recorded_with_what_was_changed(state: PracticesState) -> None:
    state.adopt("asukasraati", "2026-11-22", changed="Nuoria\n\n Kaksi iltaa ")

    (adoption,) = state.added
    assert [one.fi for one in adoption.changed] == ["Nuoria", "Kaksi iltaa"]
    assert adoption in state.noun.adoptions


def test_nothing_changed_is_a_record_too(state: PracticesState) -> None:
    state.adopt("asukasraati", "2026-11-22")

    assert state.added[0].changed == ()


@pytest.mark.parametrize("day", ["", "22.11.2026", "2026-02-30"])
def test_day_that_is_none_is_refused(state: PracticesState, day: str) -> None:
    with pytest.raises(InvalidValue, match="edellakavijat.day"):
        state.adopt("asukasraati", day)

    assert state.added == ()


def test_adopting_nothing_is_refused(state: PracticesState) -> None:
    with pytest.raises(InvalidValue, match="adoption_practice"):
        state.adopt("", "2026-11-22")


def test_giving_up_without_a_lesson_is_refused(state: PracticesState) -> None:
    with pytest.raises(InvalidValue, match="lesson_needed"):
        state.adopt("asukasraati", "2026-11-22", AdoptionState.GIVEN_UP)


def test_giving_up_with_a_lesson_teaches_the_group(state: PracticesState) -> None:
    state.adopt("asukasraati", "2026-11-22", AdoptionState.GIVEN_UP, learned="Aikaa tarvitaan")

    assert [one.lessons[0].fi for one in state.learned if one.city == "kuusiranta"] == [
        "Aikaa tarvitaan"
    ]


def test_network_that_is_shipped_is_not_touched(
    state: PracticesState, network: Forerunners
) -> None:
    before = network.adoptions

    state.adopt("asukasraati", "2026-11-22")

    assert network.adoptions == before


def test_network_without_cities_has_no_panel(nine: Forerunners) -> None:
    with pytest.raises(InvalidValue, match="no_cities"):
        PracticesState.of(nine, Plugins())
