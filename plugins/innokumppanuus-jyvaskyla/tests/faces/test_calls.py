"""The state of the panel of the call filters and counts; it needs no widgets."""

import subprocess
import sys

import pytest

from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace
from innokumppanuus_jyvaskyla.faces import twin
from innokumppanuus_jyvaskyla.faces.calls import ALL, CallsState


@pytest.fixture
def state(decision: Decision, workspace: Workspace) -> CallsState:
    return CallsState.of(decision, workspace.plugins)


def test_everybody_is_shown_at_first(state: CallsState) -> None:
    assert len(state.rows) == 19


def test_sector_leaves_only_its_applications(state: CallsState) -> None:
    state.show_sector("foundation")

    assert [row.application for row in state.rows] == ["H04", "H10"]


def test_both_filters_hold_together(state: CallsState) -> None:
    state.show_sector("company")
    state.show_outcome(Outcome.CHOSEN.value)

    assert [row.application for row in state.rows] == ["H01", "H18"]


def test_filter_can_be_taken_away(state: CallsState) -> None:
    state.show_sector("foundation")
    state.show_sector(ALL)

    assert len(state.rows) == 19


def test_counts_follow_the_filters(state: CallsState) -> None:
    state.show_outcome(Outcome.NOT_ELIGIBLE.value)

    assert state.count("company", Outcome.NOT_ELIGIBLE) == 3
    assert state.count("company", Outcome.CHOSEN) == 0


def test_outcomes_that_do_not_occur_are_not_offered(state: CallsState) -> None:
    assert Outcome.TIED not in state.outcomes


@pytest.mark.parametrize("choose", [CallsState.show_sector, CallsState.show_outcome])
def test_unknown_filter_is_refused(state: CallsState, choose) -> None:
    with pytest.raises(InvalidValue, match="'nobody'"):
        choose(state, "nobody")


def test_twin_says_how_much_is_shown(state: CallsState, finnish: Texts) -> None:
    state.show_sector("foundation")

    assert twin.status_text(state, finnish) == (
        "Näkyvissä on 2 hakemusta, kaikkiaan hakemuksia on 19. "
        "Rajaus: sektori Säätiö, lopputulos kaikki."
    )


def test_tables_have_captions_and_scopes_in_every_language(state: CallsState, texts: Texts) -> None:
    written = twin.calls_html(state, texts)

    assert written.count("<caption>") == written.count("<table") == 2
    assert written.count("<th ") == written.count("<th scope=")


@pytest.mark.parametrize("is_fictional", [True, False])
def test_fictional_field_is_labelled_and_a_real_one_is_not(
    state: CallsState, finnish: Texts, is_fictional: bool
) -> None:
    state.is_fictional = is_fictional

    assert ("kuvitteellisia" in twin.calls_html(state, finnish)) is is_fictional


def test_nothing_left_is_said_in_words(state: CallsState, finnish: Texts) -> None:
    state.show_sector("education")
    state.show_outcome(Outcome.CHOSEN.value)

    assert finnish.say("jyvaskyla.calls.nothing") in twin.calls_html(state, finnish)


def test_hooks_and_faces_load_no_widgets() -> None:
    code = (
        "import sys; sys.modules.update(dict.fromkeys(('ipywidgets', 'IPython', 'numpy')));"
        "import innokumppanuus_jyvaskyla.hooks, innokumppanuus_jyvaskyla.faces"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
