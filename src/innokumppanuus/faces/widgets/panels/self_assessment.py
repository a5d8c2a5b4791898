"""The panel of the 3P self-assessment: controls over its state, and the profile that follows."""

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets

from innokumppanuus.domain.sources import Status
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.controls import Announcement, style
from innokumppanuus.faces.widgets.guard import guarded
from innokumppanuus.faces.widgets.states.self_assessment import SelfAssessmentState
from innokumppanuus.faces.widgets.twins import self_assessment as twin

_KEY = "panel.profile"
_STATUSES = (Status.STATED, Status.INFERRED, Status.DISPUTED, Status.MISSING)


def build(state: SelfAssessmentState, texts: Texts) -> ipywidgets.Widget:
    """Return the panel as one widget."""
    return SelfAssessmentPanel(state, texts).root


class SelfAssessmentPanel:
    """
    The widgets of the panel, by name (3P-itsearvion paneeli).

    Attributes:
        root: All of them in one.
        alert: What a person must know at once; hidden when empty.
        status: How far the assessment is, in a few sentences.
        indicator: Which indicator is looked at.
        level: Its level.
        words: New evidence.
        said_by: Who says so.
        known: How it is known.
        show_it: Adds the evidence.
        drop: Takes the last evidence back.
        reset: Starts again.
        evidence: The evidence of the indicator.
        profile: Picture and table.
        change: What moved since the earlier assessment.
        compared: The city beside others.
        keep: The assessment as it is written into a file.
    """

    def __init__(self, state: SelfAssessmentState, texts: Texts) -> None:
        self.state = state
        self._texts = texts
        self._showing = False
        self._make_words()
        self._make_controls()
        self._watch()
        self.root = self._laid_out()
        self.show()

    def show(self) -> None:
        """Show again everything that follows from the state."""
        state, texts = self.state, self._texts
        self._showing = True
        try:
            self.indicator.value = state.asked
            self.level.options = twin.level_options(state, texts)
            self.level.value = state.rating.level
        finally:
            self._showing = False
        self.drop.disabled = not state.rating.evidence
        self.status.text = twin.status_text(state, texts)
        self.evidence.value = twin.evidence_html(state, texts)
        self.profile.value = twin.profile_html(state, texts)
        self.change.value = twin.change_html(state, texts)
        self.compared.value = twin.compared_html(state, texts)
        self.keep.value = twin.keep_html(state, texts)

    def _make_words(self) -> None:
        self.alert = Announcement(kind="alert")
        self.status = Announcement(kind="status")
        self.evidence, self.profile = ipywidgets.HTML(), ipywidgets.HTML()
        self.change, self.compared = ipywidgets.HTML(), ipywidgets.HTML()
        self.keep = ipywidgets.HTML()

    def _make_controls(self) -> None:
        state, texts = self.state, self._texts
        self.indicator = ipywidgets.Dropdown(
            description=self._say("indicator"),
            options=[(twin.indicator_text(state, key, texts), key) for key in state.rated],
        )
        self.level = ipywidgets.RadioButtons(
            description=self._say("level"), options=twin.level_options(state, texts)
        )
        self.words = ipywidgets.Textarea(description=self._say("words"), rows=3)
        self.said_by = ipywidgets.Text(description=self._say("said_by"))
        self.known = ipywidgets.Dropdown(
            description=self._say("status"),
            options=[(texts.say(f"status.{one.value}"), one.value) for one in _STATUSES],
        )
        self.show_it = ipywidgets.Button(description=self._say("show"))
        self.drop = ipywidgets.Button(description=self._say("drop"))
        self.reset = ipywidgets.Button(description=self._say("reset"))

    def _watch(self) -> None:
        self._on(self.indicator, self.state.look)
        self._on(self.level, self.state.rate)
        self.show_it.on_click(self._guarded(lambda _: self._add()))
        self.drop.on_click(
            self._guarded(lambda _: self.state.drop(len(self.state.rating.evidence)))
        )
        self.reset.on_click(self._guarded(lambda _: self.state.reset()))

    def _add(self) -> None:
        self.state.show(self.words.value, self.said_by.value, Status(self.known.value))
        self.words.value = ""

    def _on(self, widget: Any, change: Callable[[Any], object]) -> None:
        safe = self._guarded(lambda event: change(event["new"]))

        def heard(event: Any) -> None:
            # Values that show() itself sets are no wish of the person's.
            if not self._showing:
                safe(event)

        widget.observe(heard, "value")

    def _guarded(self, change: Callable[[Any], object]) -> Callable[..., None]:
        def changed(event: Any) -> None:
            change(event)
            self.show()

        return guarded(changed, self.alert, self._texts, self.show)

    def _laid_out(self) -> ipywidgets.Widget:
        controls = _box(
            "inno-controls",
            ipywidgets.HTML(f"<h3>{escape(self._say('controls'))}</h3>"),
            self.indicator,
            self.level,
            self.words,
            self.said_by,
            self.known,
            self.show_it,
            self.evidence,
            self.drop,
            self.reset,
        )
        controls.layout = ipywidgets.Layout(flex="1 1 320px", min_width="0")
        results = _box(
            "inno-results",
            ipywidgets.HTML(f"<h3>{escape(self._say('results'))}</h3>"),
            self.alert,
            self.status,
            self.profile,
            self.change,
            self.compared,
            self.keep,
        )
        results.layout = ipywidgets.Layout(flex="3 1 560px", min_width="0")
        columns = ipywidgets.HBox(
            [controls, results], layout=ipywidgets.Layout(flex_flow="row wrap")
        )
        columns.add_class("inno-columns")
        return _box("inno-panel", ipywidgets.HTML(f"<style>{style()}</style>"), columns)

    def _say(self, key: str) -> str:
        return self._texts.say(f"{_KEY}.{key}")


def _box(name: str, *children: ipywidgets.Widget) -> ipywidgets.Widget:
    box = ipywidgets.VBox(list(children))
    box.add_class(name)
    return box
