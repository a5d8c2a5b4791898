"""
Keeps a panel from freezing silently: what a callback raises is shown in the panel as an alert.

Without it an error in a callback ends up in the server's log, and the person sees nothing happen.
"""

import logging
from collections.abc import Callable
from typing import Any, Protocol

from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.texts import Texts

_log = logging.getLogger(__name__)


class Alert(Protocol):
    """Where the words go."""

    text: Any


def guarded(
    callback: Callable[..., None], alert: Alert, texts: Texts, after: Callable[[], None]
) -> Callable[..., None]:
    """
    Return *callback* made safe for a widget.

    Args:
        callback: What is to happen.
        alert: Emptied when all goes well.
        texts: Language of the alert.
        after: Called when the callback raised, to show again what still holds.
    """

    def safe(*arguments: object) -> None:
        try:
            callback(*arguments)
        except InvalidValue as refused:
            message = texts.say(f"problem.{refused.key}", **refused.values)
            alert.text = texts.say("panel.refused", message=message)
            after()
        except Exception as error:
            # The person must see that something is wrong, whatever it is; the log has the rest.
            _log.exception("A callback of a panel failed.")
            kind = type(error).__name__
            alert.text = texts.say("panel.broken", kind=kind, message=str(error))
        else:
            alert.text = ""

    return safe
