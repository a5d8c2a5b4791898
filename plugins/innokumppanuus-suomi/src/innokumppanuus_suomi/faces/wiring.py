"""What runs between the controls of a panel and its state. It knows neither."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.guard import Alert, guarded


class Wiring:
    """
    Lets controls change a state and show it again; what they raise is shown as an alert.

    Args:
        alert: Where it is shown.
        texts: Language of the alert.
        show: Shows again everything that follows from the state.
    """

    def __init__(self, alert: Alert, texts: Texts, show: Callable[[], None]) -> None:
        self._alert, self._texts, self._show = alert, texts, show
        self._is_following = False

    @contextmanager
    def following(self) -> Iterator[None]:
        """Let controls follow the state meanwhile: they have nothing to tell it."""
        self._is_following = True
        try:
            yield
        finally:
            self._is_following = False

    def pressed(self, act: Callable[[], object]) -> Callable[..., None]:
        """Return what a button does when it is pressed."""

        def press(_: Any) -> None:
            act()
            self._show()

        return guarded(press, self._alert, self._texts, self._show)

    def on(self, widget: Any, change: Callable[[Any], object]) -> None:
        """Tell *change* each new value that a person gives the control."""

        def changed(event: Any) -> None:
            change(event["new"])
            self._show()

        safe = guarded(changed, self._alert, self._texts, self._show)

        def heard(event: Any) -> None:
            if not self._is_following:
                safe(event)

        widget.observe(heard, "value")
