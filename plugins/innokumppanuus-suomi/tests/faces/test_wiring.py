"""Controls change the state when a person moves them, and never when they follow it."""

from types import SimpleNamespace
from typing import Any

import ipywidgets

from innokumppanuus.faces.texts import Texts
from innokumppanuus_suomi.faces.wiring import Wiring


def a_wiring(shown: list[str]) -> tuple[Any, Wiring]:
    alert = SimpleNamespace(text="")
    return alert, Wiring(alert, Texts.load("en"), lambda: shown.append("shown"))


def test_what_a_person_gives_is_told_and_shown() -> None:
    shown, told, box = [], [], ipywidgets.IntText(value=1)
    _, wiring = a_wiring(shown)
    wiring.on(box, told.append)

    box.value = 2

    assert (told, shown) == ([2], ["shown"])


def test_a_control_that_follows_the_state_tells_nothing() -> None:
    shown, told, box = [], [], ipywidgets.IntText(value=1)
    _, wiring = a_wiring(shown)
    wiring.on(box, told.append)

    with wiring.following():
        box.value = 2
    box.value = 3

    assert (told, shown) == ([3], ["shown"])


def test_what_a_button_raises_is_shown_as_an_alert() -> None:
    shown: list[str] = []
    alert, wiring = a_wiring(shown)

    def act() -> None:
        raise RuntimeError("no such card")

    wiring.pressed(act)(None)

    assert "no such card" in alert.text
