"""Our own controls carry what screen readers need."""

import pytest
import traitlets

from innokumppanuus.faces.widgets.controls import Announcement, OrderControl, RangeControl, style


def test_browser_value_reaches_the_slider():
    slider, seen = RangeControl(label="Määräraha"), []
    slider.observe(lambda event: seen.append(event["new"]), "value")

    slider.set_state({"value": 7})

    assert seen == [7]


def test_press_of_the_browser_reaches_the_list():
    order, seen = OrderControl(label="Järjestys"), []
    order.observe(lambda event: seen.append(event["new"]["item"]), "press")

    order.set_state({"press": {"n": 1, "item": "K2", "action": "up"}})

    assert seen == ["K2"]


def test_announcement_has_a_known_role_only():
    with pytest.raises(traitlets.TraitError):
        Announcement(kind="marquee")


@pytest.mark.parametrize("control", [Announcement, OrderControl, RangeControl])
def test_nothing_is_fetched_from_other_servers(control):
    assert "://" not in str(control._esm)


def test_style_fetches_nothing_from_other_servers():
    assert "://" not in style() and "@import" not in style()
