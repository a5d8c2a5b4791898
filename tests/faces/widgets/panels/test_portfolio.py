"""The portfolio panel, driven by setting values as a browser does, without a kernel."""

import re

import attrs
import ipywidgets
import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import missing
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.panels.portfolio import PortfolioPanel, build
from innokumppanuus.faces.widgets.states.portfolio import PortfolioState
from innokumppanuus.testing.builders import a_call
from innokumppanuus.testing.decisions import a_decision, core_plugins

FIELD = {"H01": (5, 1, 1), "H02": (4, 4, 3), "H03": (1, 5, 5), "H04": (0, 1, 4)}
AMOUNTS = {"H04": 9_000}


def a_panel(language="fi", **changes):
    plugins = core_plugins()
    decision = a_decision(FIELD, AMOUNTS, plugins, **changes)
    return PortfolioPanel(PortfolioState(decision, plugins), Texts.load(language))


def rows(panel):
    body = panel.table.value.partition("<tbody>")[2]
    return [re.sub(r"<[^>]+>", " ", row).split() for row in body.split("</tr>") if "<td" in row]


def ids(panel):
    return [row[1] for row in rows(panel)]


def press(panel, item, action):
    panel.order.press = {"n": panel.order.press.get("n", 0) + 1, "item": item, "action": action}


def test_panel_is_one_widget():
    panel = a_panel()

    assert isinstance(build(panel.state, Texts.load("fi")), ipywidgets.Widget)


def test_arrow_button_reorders_the_table():
    panel = a_panel()

    press(panel, "K3", "up")
    press(panel, "K3", "up")

    assert ids(panel) == ["H03", "H02", "H04", "H01"]
    assert [row["id"] for row in panel.order.rows] == ["K3", "K1", "K2"]


def test_budget_slider_changes_who_is_chosen():
    panel = a_panel()

    panel.budget.value = 10_000

    assert panel.table.value.count("✓") == 1
    assert "10 000,00 €" in panel.settings.value.replace("\N{NO-BREAK SPACE}", " ")


def test_budget_slider_tells_its_value_as_a_reader_writes_it():
    panel = a_panel("en")

    panel.budget.value = 20_000

    assert panel.budget.shown == "€20,000.00"


def test_maximum_slider_changes_who_is_chosen():
    panel = a_panel()

    panel.maximum.value = 1

    assert panel.table.value.count("✓") == 1


def test_weights_show_their_sliders_instead_of_the_order():
    panel = a_panel()

    panel.kind.value = "weights"

    assert panel.order.layout.display == "none"
    assert all(slider.layout.display is None for slider in panel.weights.values())


def test_weight_slider_changes_the_ranking():
    panel = a_panel()
    panel.kind.value = "weights"

    panel.weights["K3"].value = 100
    panel.weights["K1"].value = 0

    assert ids(panel)[0] == "H03"


def test_refused_weight_is_an_alert_and_the_slider_goes_back():
    panel = a_panel()
    panel.kind.value = "weights"
    panel.weights["K2"].value = 0
    panel.weights["K3"].value = 0

    panel.weights["K1"].value = 0

    assert panel.alert.text.startswith("Asetusta ei muutettu")
    assert panel.weights["K1"].value > 0


def test_alert_goes_away_when_the_next_change_is_fine():
    panel = a_panel()
    press(panel, "K1", "up")
    assert panel.alert.text

    press(panel, "K3", "up")

    assert panel.alert.text == ""


def test_error_in_a_callback_is_an_alert_and_not_a_frozen_page():
    panel = a_panel()

    press(panel, "K1", "no such button")

    assert "KeyError" in panel.alert.text


def test_question_is_answered_with_reasons():
    panel = a_panel()
    panel.maximum.value = 2

    panel.ask.value = "H04"

    assert "H04" in panel.reasons.value
    assert panel.reasons.value.count("<li>") >= 2


def test_answer_follows_the_settings():
    panel = a_panel()
    panel.maximum.value = 2
    panel.ask.value = "H03"
    before = panel.reasons.value

    panel.maximum.value = 4

    assert panel.reasons.value != before


def test_reset_puts_every_control_back():
    panel = a_panel()
    table = panel.table.value
    press(panel, "K3", "up")
    panel.budget.value = 10_000

    panel.reset.click()

    assert panel.table.value == table
    assert panel.budget.value == 50_000


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_control_has_a_name(language):
    panel = a_panel(language)

    sliders = [*panel.weights.values(), panel.budget, panel.maximum]

    assert all(slider.label and slider.shown for slider in sliders)
    assert panel.order.label and panel.kind.description and panel.ask.description
    assert panel.reset.description
    assert all(row[name] for row in panel.order.rows for name in ("up", "down", "join"))


def test_buttons_that_can_do_nothing_cannot_be_pressed():
    panel = a_panel()

    assert [row["can"] for row in panel.order.rows] == [
        ["down"],
        ["up", "down", "join"],
        ["up", "join"],
    ]


def test_status_is_a_polite_announcement_and_alert_is_not():
    panel = a_panel()

    assert (panel.status.kind, panel.alert.kind) == ("status", "alert")


def test_table_has_a_caption_and_headings_with_scope():
    table = a_panel().table.value

    assert "<caption>" in table
    assert table.count('scope="col"') == 7
    assert table.count('scope="row"') == 4


def test_change_is_told_in_words_and_not_by_colour_alone():
    panel = a_panel()
    panel.maximum.value = 2

    assert "jäi pois" in panel.table.value


def test_picture_has_a_name_and_its_ranks_are_in_the_table():
    panel = a_panel()

    assert 'role="img"' in panel.picture.value
    assert "<title" in panel.picture.value
    assert all(any("–" in cell or cell.isdigit() for cell in row) for row in rows(panel))


def test_markup_in_an_answer_is_shown_and_not_run():
    plugins = core_plugins()
    decision = a_decision(FIELD, plugins=plugins)
    first = decision.applications[0]
    hostile = attrs.evolve(first, answers={**first.answers, "applicant": "<img src=x onerror=y>"})
    decision = attrs.evolve(decision, applications=(hostile, *decision.applications[1:]))

    panel = PortfolioPanel(PortfolioState(decision, plugins), Texts.load("fi"))
    panel.ask.value = "H01"

    assert "<img" not in panel.table.value + panel.picture.value + panel.reasons.value


def test_call_without_budget_has_no_budget_slider():
    budget = attrs.evolve(a_call().budget, total=missing())

    panel = a_panel(budget=budget)

    assert panel.budget is None
    assert "ei ole ilmoitettu määrärahaa" in panel.settings.value


def test_budget_with_cents_stays_exact_until_the_slider_moves():
    call = a_call()
    budget = attrs.evolve(
        call.budget, total=attrs.evolve(call.budget.total, value=Money.of("25000.55"))
    )

    panel = a_panel(budget=budget)
    panel.maximum.value = 4

    assert panel.state.settings.budget == Money.of("25000.55")
