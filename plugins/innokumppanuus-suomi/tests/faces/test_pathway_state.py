"""The state of the pathway panel: changes, guesses and points, without widgets."""

import subprocess
import sys
from datetime import date

import pytest

from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_suomi.faces.pathway_state import NOT_KNOWN, PathwayState
from innokumppanuus_suomi.procurement import Kind
from innokumppanuus_suomi.vignettes import Access


@pytest.fixture
def state(plugins: Plugins) -> PathwayState:
    return PathwayState.of(None, plugins)


def access(state: PathwayState, key: str) -> Access:
    return state.routing.route(key).access


def test_the_first_vignette_is_looked_at_and_its_pathways_are_hidden(state: PathwayState) -> None:
    assert state.vignette.id == "robot-2026"
    assert (state.is_shown, state.is_changed) == (False, False)


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (date(2015, 6, 1), Access.CLOSED),
        (date(2017, 1, 1), Access.OPEN),
        (date(2026, 5, 4), Access.OPEN),
        (None, Access.CANNOT_TELL),
    ],
)
def test_the_day_varies_the_innovation_partnership(
    state: PathwayState, starts: date | None, expected: Access
) -> None:
    state.set_starts(starts)

    assert access(state, "innovation_partnership") is expected


def test_another_value_takes_another_lane(state: PathwayState) -> None:
    state.choose("group-at")
    state.set_value("59 999,99")

    assert access(state, "small_purchase") is Access.OPEN
    assert state.value_words == "59999,99"


def test_a_value_that_is_taken_away_is_asked_for(state: PathwayState) -> None:
    state.choose("group-at")
    state.set_value(" ")

    assert access(state, "small_purchase") is Access.CANNOT_TELL


@pytest.mark.parametrize("words", ["paljon", "-1", "1,234"])
def test_what_is_no_sum_is_refused_and_changes_nothing(state: PathwayState, words: str) -> None:
    before = state.vignette

    with pytest.raises(InvalidValue):
        state.set_value(words)

    assert state.vignette == before


def test_kind_buyer_and_supplier_can_be_changed_and_forgotten(state: PathwayState) -> None:
    state.set_kind("goods")
    state.set_buyer("central")
    state.set_supplier("in_house")

    assert state.vignette.kind is Kind.GOODS
    for forget in (state.set_kind, state.set_buyer, state.set_supplier):
        forget(NOT_KNOWN)
    assert (state.vignette.kind, state.vignette.buyer, state.vignette.from_whom) == (None,) * 3


@pytest.mark.parametrize("answer", [True, False, None])
def test_a_fact_is_so_or_not_so_or_not_known(state: PathwayState, answer: bool | None) -> None:
    state.set_fact("one_supplier", answer)

    expected = {True: Access.OPEN, False: Access.CLOSED, None: Access.CANNOT_TELL}
    assert access(state, "direct_award") is expected[answer]


@pytest.mark.parametrize(
    ("act", "word"),
    [
        (PathwayState.choose, "nobody"),
        (PathwayState.set_kind, "servise"),
        (PathwayState.set_buyer, "city"),
        (PathwayState.set_supplier, "friend"),
    ],
)
def test_unknown_words_are_refused(state: PathwayState, act, word: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InvalidValue, match=word):
        act(state, word)


def test_unknown_facts_and_pathways_are_refused(state: PathwayState) -> None:
    with pytest.raises(InvalidValue):
        state.set_fact("has_retrun", True)
    with pytest.raises(InvalidValue):
        state.guess("grand", True)


def test_right_guesses_are_counted_over_all_pathways(state: PathwayState) -> None:
    open_ones = [one.pathway.key for one in state.routing.with_access(Access.OPEN)]
    for key in open_ones:
        state.guess(key, True)

    told = state.check()

    assert all(one.is_right for one in told)
    assert state.points == {"robot-2026": (18, 18)}
    assert state.is_shown


def test_a_guess_can_be_taken_back(state: PathwayState) -> None:
    state.guess("grant", True)
    state.guess("grant", False)

    (grant,) = [one for one in state.check() if one.pathway.key == "grant"]

    assert grant.is_right


def test_the_first_check_counts_and_a_later_one_does_not(state: PathwayState) -> None:
    state.check()
    first = state.points["robot-2026"]
    state.guess("innovation_partnership", True)
    state.check()

    assert state.points["robot-2026"] == first
    assert state.total == first


@pytest.mark.parametrize("how", ["changed", "shown"])
def test_no_points_for_what_was_changed_or_already_seen(state: PathwayState, how: str) -> None:
    if how == "changed":
        state.set_starts(date(2015, 1, 1))
    else:
        state.show(True)

    state.check()

    assert state.points == {}


def test_another_vignette_forgets_the_guesses(state: PathwayState) -> None:
    state.guess("grant", True)
    state.check()
    state.choose("pilot-money")

    assert (state.guesses, state.is_shown) == (frozenset(), False)


def test_hooks_and_faces_load_no_widgets() -> None:
    code = (
        "import sys; sys.modules.update(dict.fromkeys(('ipywidgets', 'IPython', 'numpy')));"
        "import innokumppanuus_suomi.hooks, innokumppanuus_suomi.faces"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
