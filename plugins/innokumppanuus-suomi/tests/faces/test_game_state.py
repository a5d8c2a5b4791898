"""The state of the game: naming, checking, points and dealing, without widgets."""

import pytest

from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_suomi.faces.game_state import GameState


@pytest.fixture
def state(plugins: Plugins) -> GameState:
    return GameState.of(None, plugins)


def test_the_first_card_is_dealt_and_nothing_is_named(state: GameState) -> None:
    assert (state.card.id, state.named, state.is_checked) == ("owner", frozenset(), False)


def test_the_first_answer_to_a_card_counts(state: GameState) -> None:
    state.check()
    state.name("party", True)
    state.name("benefit", True)
    state.check()

    assert state.result.is_right
    assert state.total == (0, 1)


def test_a_right_first_answer_gives_a_point(state: GameState) -> None:
    state.choose("colleague")
    state.check()

    assert state.total == (1, 1)


def test_naming_hides_the_answer_again(state: GameState) -> None:
    state.check()
    state.name("other", True)

    assert not state.is_checked


def test_a_named_ground_can_be_taken_back(state: GameState) -> None:
    state.name("other", True)
    state.name("other", False)

    assert state.named == frozenset()


def test_after_the_last_card_comes_the_first(state: GameState) -> None:
    seen = []
    for _ in state.file.cards:
        seen.append(state.card.id)
        state.deal()

    assert state.card.id == seen[0]
    assert len(set(seen)) == len(state.file.cards)


def test_unknown_cards_and_grounds_are_refused(state: GameState) -> None:
    with pytest.raises(InvalidValue, match="nobody"):
        state.choose("nobody")
    with pytest.raises(InvalidValue, match="friendship"):
        state.name("friendship", True)
