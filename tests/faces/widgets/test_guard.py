"""A callback that raises is seen by the person."""

import logging
from types import SimpleNamespace

from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.guard import guarded

TEXTS = Texts.load("en")


def raising(error):
    def callback(*_):
        raise error

    return callback


def test_refused_value_is_told_in_the_language_of_the_panel():
    alert, shown = SimpleNamespace(text=""), []
    refused = InvalidValue("maximum-least", got=0)

    guarded(raising(refused), alert, Texts.load("sv"), lambda: shown.append(1))()

    assert alert.text.startswith("Inställningen ändrades inte: ")
    assert shown == [1]


def test_any_other_error_is_told_and_logged(caplog):
    alert = SimpleNamespace(text="")

    with caplog.at_level(logging.ERROR):
        guarded(raising(RuntimeError("broken pipe")), alert, TEXTS, lambda: None)()

    assert "RuntimeError: broken pipe" in alert.text
    assert caplog.records[0].exc_info


def test_success_empties_the_alert():
    alert = SimpleNamespace(text="something")

    guarded(lambda *_: None, alert, TEXTS, lambda: None)("event")

    assert alert.text == ""
