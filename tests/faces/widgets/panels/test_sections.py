"""The panel of sections, driven by setting values as a browser does, without a kernel."""

import threading

import attrs
import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.panels.portfolio import PortfolioPanel
from innokumppanuus.faces.widgets.panels.sections import SectionsPanel
from innokumppanuus.faces.widgets.runner import Beside, Here
from innokumppanuus.faces.widgets.states.portfolio import PortfolioState
from innokumppanuus.faces.widgets.states.sections import SectionsState
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.decisions import a_decision, core_plugins

LONG = 30
FIELD = {"H01": (5, 1, 1), "H02": (4, 4, 3), "H03": (1, 5, 5)}
PLUGINS = core_plugins()


@attrs.define
class Chosen:
    """A section that tells who is chosen."""

    key: str = "chosen"
    order: int = 10
    is_long: bool = False
    name: object = attrs.field(factory=label)

    def reckon(self, decision, plugins, pace):
        return decision.selection.chosen.applications

    def html(self, result, decision, texts):
        return f"<p>in: {' '.join(result)}</p>"


class Slow(Chosen):
    """A section that goes on until it is stopped."""

    def reckon(self, decision, plugins, pace):
        for done in range(10**12):
            pace(done % 100, 100)


def a_panel(section, where=None, language="fi"):
    decision = a_decision(FIELD, plugins=PLUGINS)
    state = SectionsState(decision, PLUGINS, {section.key: section}, where or Here())
    return SectionsPanel(state, Texts.load(language))


def is_shown(widget):
    return widget.layout.display != "none"


def until(panel, condition):
    """Wait until the panel is as it should be, told by itself."""
    there = threading.Event()
    panel.state.listen(lambda: there.set() if condition() else None)
    if not condition():
        assert there.wait(LONG)


def test_quick_section_is_told_when_it_is_chosen_from_the_list():
    panel = a_panel(Chosen())

    panel.choice.value = "chosen"

    assert "<p>in: H01 H02 H03</p>" in panel.told.value
    assert panel.status.text.endswith("valmis, nykyisillä asetuksilla.")


def test_nothing_can_be_started_or_stopped_while_nothing_is_chosen():
    panel = a_panel(Chosen())

    assert not is_shown(panel.start) and not is_shown(panel.stop)


def test_long_section_has_a_button_to_start_it():
    panel = a_panel(Chosen(is_long=True))
    panel.choice.value = "chosen"
    before = (is_shown(panel.start), panel.told.value)

    panel.start.click()

    assert before == (True, "")
    assert "in: H01" in panel.told.value


def test_progress_is_a_bar_and_a_number():
    panel = a_panel(Slow(is_long=True), Beside())
    panel.choice.value = "chosen"

    panel.start.click()
    until(panel, lambda: "prosenttia laskettu" in panel.progress.value)
    shown = panel.progress.value
    panel.stop.click()

    assert 'aria-label="Laskennan edistyminen"' in shown
    assert 'max="100"' in shown


def test_stop_button_stops_and_says_that_there_is_no_result():
    panel = a_panel(Slow(is_long=True), Beside())
    panel.choice.value = "chosen"
    panel.start.click()
    until(panel, lambda: is_shown(panel.stop))

    panel.stop.click()
    until(panel, lambda: "keskeytettiin" in panel.status.text)

    assert panel.told.value == ""
    assert is_shown(panel.start) and not is_shown(panel.stop)


def test_failed_reckoning_is_an_alert_and_not_a_frozen_page():
    class Broken(Chosen):
        def reckon(self, decision, plugins, pace):
            raise ValueError("no such weights")

    panel = a_panel(Broken())

    panel.choice.value = "chosen"

    assert "no such weights" in panel.alert.text
    assert panel.told.value == ""


def test_telling_that_fails_is_an_alert_too():
    class Mute(Chosen):
        def html(self, result, decision, texts):
            return 1 // 0

    panel = a_panel(Mute())

    panel.choice.value = "chosen"

    assert "ZeroDivisionError" in panel.alert.text


def test_alert_goes_away_when_another_section_is_chosen():
    class Broken(Chosen):
        def reckon(self, decision, plugins, pace):
            raise ValueError("no such weights")

    panel = a_panel(Broken())
    panel.choice.value = "chosen"

    panel.choice.value = ""

    assert panel.alert.text == ""


def test_panel_without_sections_takes_no_place():
    decision = a_decision(FIELD, plugins=PLUGINS)

    panel = SectionsPanel(SectionsState(decision, PLUGINS, {}, Here()), Texts.load("fi"))

    assert not is_shown(panel.root)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_control_has_a_name(language):
    panel = a_panel(Chosen(), language=language)

    assert panel.choice.description and panel.start.description and panel.stop.description
    assert (panel.status.kind, panel.alert.kind) == ("status", "alert")


def test_section_follows_the_sliders_of_the_portfolio():
    decision = a_decision(FIELD, plugins=PLUGINS)
    state = PortfolioState(decision, PLUGINS, {"chosen": Chosen()}, Here())
    panel = PortfolioPanel(state, Texts.load("fi"))
    panel.sections.choice.value = "chosen"

    panel.maximum.value = 1

    assert "<p>in: H02</p>" in panel.sections.told.value
