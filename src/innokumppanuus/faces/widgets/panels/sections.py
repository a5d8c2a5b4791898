"""The panel of sections: which one is looked at, how far it is, and what it came to."""

import asyncio
from collections.abc import Callable

import ipywidgets

from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.controls import Announcement
from innokumppanuus.faces.widgets.guard import guarded
from innokumppanuus.faces.widgets.states.sections import SectionsState, Stage
from innokumppanuus.faces.widgets.twins import sections as twin

_KEY = "panel.sections"
_STARTABLE = (Stage.UNASKED, Stage.STOPPED, Stage.FAILED)


class SectionsPanel:
    """
    The widgets of the panel, by name (osiopaneeli).

    Attributes:
        root: All of them in one.
        alert: What a person must know at once; hidden when empty.
        status: How the section stands, in a sentence.
        choice: Which section is looked at.
        start: Reckons what is not reckoned by itself.
        stop: Stops what is under way.
        progress: How far it is.
        told: What the section came to.
    """

    def __init__(self, state: SectionsState, texts: Texts) -> None:
        self.state = state
        self._texts = texts
        self._soon = _soon()
        self.alert = Announcement(kind="alert")
        self.status = Announcement(kind="status")
        self.progress, self.told = ipywidgets.HTML(), ipywidgets.HTML()
        self.choice = ipywidgets.Dropdown(
            description=self._say("choice"),
            options=[
                (self._say("choice.nothing"), ""),
                *((texts.show(name), key) for key, name in state.names.items()),
            ],
        )
        self.start = ipywidgets.Button(description=self._say("start"))
        self.stop = ipywidgets.Button(description=self._say("stop"))
        self._watch()
        self.root = ipywidgets.VBox(
            [self.choice, self.alert, self.status, self.start, self.stop, self.progress, self.told]
        )
        self.root.add_class("inno-sections")
        self.root.layout.display = None if state.names else "none"
        self.show()

    def show(self) -> None:
        """Show again everything that follows from the state."""
        stage = self.state.stage
        self.start.layout.display = None if stage in _STARTABLE else "none"
        self.stop.layout.display = None if stage is Stage.RUNNING else "none"
        self.progress.value = twin.progress_html(self.state, self._texts)
        words = twin.status_text(self.state, self._texts)
        self.status.text = "" if stage is Stage.FAILED else words
        if stage is Stage.FAILED:
            self.alert.text = words
        self.told.value = twin.section_html(self.state, self._texts)

    def _watch(self) -> None:
        self.choice.observe(self._guarded(lambda event: self.state.look(event["new"])), "value")
        self.start.on_click(self._guarded(lambda _: self.state.start()))
        self.stop.on_click(self._guarded(lambda _: self.state.stop()))
        heard = self._guarded(lambda: None)
        self.state.listen(lambda: self._soon(heard))

    def _guarded(self, change: Callable[..., object]) -> Callable[..., None]:
        def changed(*event: object) -> None:
            change(*event)
            self.alert.text = ""
            self.show()

        def failed() -> None:
            self.told.value = ""

        # What a section failed with stays in the alert, which the guard would empty.
        return guarded(changed, _Kept(self.alert), self._texts, failed)

    def _say(self, key: str) -> str:
        return self._texts.say(f"{_KEY}.{key}")


class _Kept:
    """The alert as the guard sees it: words are put there, and emptying is left to the panel."""

    def __init__(self, alert: Announcement) -> None:
        self._alert = alert

    @property
    def text(self) -> str:
        return str(self._alert.text)

    @text.setter
    def text(self, words: str) -> None:
        if words:
            self._alert.text = words


def _soon() -> Callable[[Callable[[], None]], None]:
    """Return what calls something in the thread of the page, where there is one."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return lambda callback: callback()

    def call(callback: Callable[[], None]) -> None:
        loop.call_soon_threadsafe(callback)

    return call
