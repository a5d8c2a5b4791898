"""The desk opens a shipped call with its examples."""

import attrs
import pytest

from innokumppanuus.domain.decision import Outcome
from innokumppanuus.errors import InvalidValue, Place, Problem, UnknownKey
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.desk import Desk
from innokumppanuus.faces.widgets.states.portfolio import PortfolioState
from innokumppanuus.testing.decisions import a_decision, core_plugins

FIELD = {"H01": (5, 1, 1), "H02": (4, 4, 3)}


@pytest.fixture
def desk():
    plugins = core_plugins()
    return Desk(
        decision=a_decision(FIELD, plugins=plugins),
        plugins=plugins,
        panels=dict(FacePlugins.load().panels()),
        texts=Texts.load("fi"),
    )


def test_each_panel_has_a_state_of_its_own(desk):
    one, other = desk.state("portfolio"), desk.state("portfolio")

    one.set_maximum(1)

    assert isinstance(other, PortfolioState)
    assert other.settings == other.original_settings


def test_panel_is_built_by_its_key(desk):
    assert desk.panel("portfolio").children


def test_unknown_panel_tells_which_ones_there_are(desk):
    with pytest.raises(UnknownKey) as unknown:
        desk.panel("portfoilo")

    assert "portfolio" in unknown.value.known


def test_answer_is_hidden_until_it_is_asked_for(desk):
    html = desk.answer(desk.state("portfolio"))._repr_html_()

    assert "<details" in html and "<details open" not in html


def test_what_was_noticed_in_the_files_is_told(desk):
    noticed = Problem(key="empty", place=Place(file="hakemukset.xlsx", cell="B2"))

    html = attrs.evolve(desk, problems=(noticed,)).call()._repr_html_()

    assert "hakemukset.xlsx:B2" in html


def test_shipped_examples_are_decided_and_shown_as_made_up():
    desk = Desk.open("kumppanuuskiihdyttamo-2017", "fi")

    assert len(desk.decision.applications) == 19
    assert desk.decision.has_fictional_field


def test_rule_set_without_scoring_opens_from_its_applications_alone():
    desk = Desk.open("parasta-itaa-aluepilotit", "fi")

    outcomes = {one.id: desk.decision.outcome(one.id) for one in desk.decision.applications}
    assert outcomes["P1"] is Outcome.ELIGIBLE
    assert outcomes["P2"] is Outcome.NOT_ELIGIBLE
    assert "Täyttää ehdot" in desk.call()._repr_html_()


def test_weights_of_a_rule_set_without_scoring_cannot_be_negotiated():
    desk = Desk.open("parasta-itaa-aluepilotit", "fi")

    with pytest.raises(InvalidValue, match="nothing to weigh"):
        desk.state("weights")


def test_unknown_rule_set_tells_which_ones_there_are():
    with pytest.raises(UnknownKey):
        Desk.open("no-such-call", "fi")


def test_state_of_a_panel_gets_the_sections_of_the_desk(desk):
    section = attrs.make_class("Told", ["key", "order", "is_long"])("told", 1, True)

    state = attrs.evolve(desk, sections={"told": section}).state("portfolio")

    assert list(state.sections.sections) == ["told"]


def test_section_is_hidden_until_it_is_asked_for(desk):
    sections = dict(FacePlugins.load().sections())

    html = attrs.evolve(desk, sections=sections).section("near_sets")._repr_html_()

    assert "<details" in html and "<details open" not in html
    assert "<svg" in html and "<caption>" in html


def test_section_of_a_plugin_that_is_not_installed_says_what_can_be_done_without(desk):
    html = attrs.evolve(desk, sections={}).section("frontier")._repr_html_()

    assert "innokumppanuus-selection, jota ei ole asennettu" in html


def test_section_with_nothing_to_tell_says_so(desk):
    sections = dict(FacePlugins.load().sections())
    desk = attrs.evolve(desk, sections=sections, decision=attrs.evolve(desk.decision, ranking=()))

    assert "ei ole kerrottavaa" in desk.section("near_sets")._repr_html_()


def test_twin_of_any_panel_is_hidden_until_it_is_asked_for(desk):
    html = desk.hidden("<p>vastaus</p>")._repr_html_()

    assert "<p>vastaus</p></details>" in html and "<details open" not in html
