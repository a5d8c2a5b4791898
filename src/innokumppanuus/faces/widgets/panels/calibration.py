"""The panel of the calibration: controls over its state, and what follows from them."""

from fractions import Fraction
from html import escape
from typing import Any

import ipywidgets

from innokumppanuus.domain.criteria import Scale
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.controls import Announcement, style
from innokumppanuus.faces.widgets.guard import guarded
from innokumppanuus.faces.widgets.states.calibration import MOST_MEMBERS, CalibrationState
from innokumppanuus.faces.widgets.twins import calibration as twin

_KEY = "panel.calibration"


def build(state: CalibrationState, texts: Texts) -> ipywidgets.Widget:
    """Return the panel as one widget."""
    return CalibrationPanel(state, texts).root


class CalibrationPanel:
    """
    The widgets of the panel, by name (kalibroinnin paneeli).

    Attributes:
        root: All of them in one.
        alert: What a person must know at once; hidden when empty.
        status: What is widest apart, and how far the group agrees.
        application: What is scored.
        members: How many score.
        who: Whose scores are given.
        scores: A choice of scores for each column.
        column: What the group agrees on.
        value: The common score.
        reason: Why.
        write: Writes the common score down.
        compare: Shows or hides the reference.
        reset: Begins again.
        spread: Scores, spread and log.
        reference: Members beside the scores of the decision.
    """

    def __init__(self, state: CalibrationState, texts: Texts) -> None:
        self.state = state
        self._texts = texts
        self._showing = False
        wide = {"style": {"description_width": "30em"}, "layout": ipywidgets.Layout(width="auto")}
        self.alert, self.status = Announcement(kind="alert"), Announcement(kind="status")
        self.spread, self.reference = ipywidgets.HTML(), ipywidgets.HTML()
        self.application = ipywidgets.Dropdown(
            description=self._say("application"),
            options=[(f"{one} {name}", one) for one, name in state.applications.items()],
            value=state.application,
            **wide,
        )
        self.members = ipywidgets.BoundedIntText(
            description=texts.say("panel.weights.members"),
            min=2,
            max=MOST_MEMBERS,
            value=len(state.members),
            **wide,
        )
        self.who = ipywidgets.Dropdown(description=self._say("who"), **wide)
        self.scores = {
            column: ipywidgets.Dropdown(
                description=f"{column} {texts.show(name)}",
                options=[
                    (self._say("open"), None),
                    *((texts.show(one), one) for one in _steps(state.scale_of(column))),
                ],
                **wide,
            )
            for column, name in state.columns.items()
        }
        self.column = ipywidgets.Dropdown(
            description=self._say("column"),
            options=[(f"{one} {texts.show(name)}", one) for one, name in state.columns.items()],
            **wide,
        )
        self.value = ipywidgets.Dropdown(description=self._say("value"), **wide)
        self.reason = ipywidgets.Text(description=self._say("reason"), **wide)
        self.write = ipywidgets.Button(
            description=self._say("write"), layout=ipywidgets.Layout(width="auto")
        )
        self.compare = ipywidgets.Checkbox(description=self._say("show"), value=False, indent=False)
        self.reset = ipywidgets.Button(description=texts.say("panel.weights.reset"))
        self._watch()
        self.root = self._laid_out()
        self._show_members()
        self._show_values()
        self.show()

    def show(self) -> None:
        """Show again everything that follows from the state."""
        state, texts = self.state, self._texts
        self._showing = True
        try:
            for column, one in self.scores.items():
                one.value = state.score_of(self.who.value, column)
        finally:
            self._showing = False
        self.status.text = twin.status_text(state, texts)
        self.spread.value = twin.spread_html(state, texts)
        self.reference.value = twin.reference_html(state, texts) if self.compare.value else ""

    def _show_members(self) -> None:
        say = self._texts.say
        self.who.options = [
            (say("panel.weights.member", member=one), one) for one in self.state.members
        ]
        self.who.value = self.state.members[0]

    def _show_values(self) -> None:
        steps = _steps(self.state.scale_of(self.column.value))
        self.value.options = [(self._texts.show(one), one) for one in steps]
        self.value.value = steps[0]

    def _watch(self) -> None:
        def safe(callback: Any) -> Any:
            return guarded(callback, self.alert, self._texts, self.show)

        self.application.observe(safe(self._choose), "value")
        self.members.observe(safe(self._set_members), "value")
        self.who.observe(safe(lambda _: self.show()), "value")
        self.compare.observe(safe(lambda _: self.show()), "value")
        self.column.observe(safe(lambda _: self._show_values()), "value")
        for column, one in self.scores.items():
            one.observe(safe(self._scored(column)), "value")
        self.write.on_click(safe(self._agree))
        self.reset.on_click(safe(self._reset))

    def _scored(self, column: str) -> Any:
        def changed(event: Any) -> None:
            if not self._showing:
                self.state.score(self.who.value, column, event["new"])
                self.show()

        return changed

    def _choose(self, event: Any) -> None:
        self.state.choose(event["new"])
        self.show()

    def _set_members(self, event: Any) -> None:
        self.state.set_members(event["new"])
        self._show_members()
        self.show()

    def _agree(self, _: Any) -> None:
        self.state.agree(self.column.value, self.value.value, self.reason.value)
        self.reason.value = ""
        self.show()

    def _reset(self, _: Any) -> None:
        self.state.reset()
        self.show()

    def _laid_out(self) -> ipywidgets.Widget:
        notice = twin.notice_html(self.state, self._texts)
        heading = ipywidgets.HTML(f"<h3>{escape(self._say('heading'))}</h3>{notice}")
        box = ipywidgets.VBox(
            [
                ipywidgets.HTML(f"<style>{style()}</style>"),
                heading,
                self.application,
                self.members,
                self.who,
                *self.scores.values(),
                self.alert,
                self.status,
                self.spread,
                self.column,
                self.value,
                self.reason,
                ipywidgets.HBox([self.write, self.reset]),
                self.compare,
                self.reference,
            ]
        )
        box.add_class("inno-panel")
        return box

    def _say(self, key: str) -> str:
        return self._texts.say(f"{_KEY}.{key}")


def _steps(scale: Scale) -> tuple[Fraction, ...]:
    """Return every score of the scale, rising."""
    count = int((scale.top - scale.bottom) / scale.step)
    return tuple(scale.bottom + place * scale.step for place in range(count + 1))
