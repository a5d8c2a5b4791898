"""The portfolio panel: controls over `PortfolioState`, and what follows from them."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from html import escape
from typing import Any

import ipywidgets

from innokumppanuus.domain.criteria import WeightingKind
from innokumppanuus.domain.money import Money
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.controls import (
    Announcement,
    OrderControl,
    RangeControl,
    style,
)
from innokumppanuus.faces.widgets.guard import guarded
from innokumppanuus.faces.widgets.panels.sections import SectionsPanel
from innokumppanuus.faces.widgets.states.portfolio import PortfolioState
from innokumppanuus.faces.widgets.states.settings import POINTS
from innokumppanuus.faces.widgets.twins import portfolio as twin

_KEY = "panel.portfolio"
_CENTS = 100
_LEAST_STEPS = 50
_NOTHING = Fraction(0)
_KINDS = (WeightingKind.ORDER, WeightingKind.WEIGHTS)


def build(state: PortfolioState, texts: Texts) -> ipywidgets.Widget:
    """Return the panel as one widget."""
    return PortfolioPanel(state, texts).root


class PortfolioPanel:
    """
    The widgets of the panel, by name (salkkupaneeli).

    Attributes:
        root: All of them in one.
        alert: What a person must know at once; hidden when empty.
        status: What is chosen and what has changed, in a few sentences.
        settings: How the controls stand, in sentences.
        kind: Order only, or weights.
        order: The order of importance.
        weights: Sliders by item.
        budget: None when the call states no budget.
        maximum: Slider of how many may be chosen at most.
        reset: Back to the settings of the call.
        table: The ranking.
        picture: The rank ranges.
        ask: Which application is asked about.
        reasons: Why it fares as it does.
        sections: What plugins reckon of the choice.
    """

    def __init__(self, state: PortfolioState, texts: Texts) -> None:
        self.state = state
        self._texts = texts
        self._showing = False
        self.sections = SectionsPanel(state.sections, texts)
        self._make_words()
        self._make_controls()
        self._watch()
        self.root = self._laid_out()
        self.show()

    def show(self) -> None:
        """Show again everything that follows from the state."""
        self._showing = True
        try:
            self._show_controls()
        finally:
            self._showing = False
        self.settings.value = f"<p>{escape(twin.settings_text(self.state, self._texts))}</p>"
        self.status.text = twin.status_text(self.state, self._texts)
        self.table.value = twin.table_html(self.state, self._texts)
        self.picture.value = twin.picture_html(self.state, self._texts)
        self.reasons.value = twin.reasons_html(self.state, self._texts)
        self.state.follow()
        self.sections.show()

    def _make_words(self) -> None:
        self.alert = Announcement(kind="alert")
        self.status = Announcement(kind="status")
        self.settings, self.table = ipywidgets.HTML(), ipywidgets.HTML()
        self.picture, self.reasons = ipywidgets.HTML(), ipywidgets.HTML()

    def _make_controls(self) -> None:
        state, names = self.state, self.state.items
        self.kind = ipywidgets.RadioButtons(
            description=self._say("kind"),
            options=[(self._say(f"kind.{one.value}"), one.value) for one in _KINDS],
        )
        self.order = OrderControl(label=self._say("order"))
        self.weights = {
            item: RangeControl(label=f"{item} {self._texts.show(name)}", most=POINTS)
            for item, name in names.items()
        }
        self.budget = self._budget_control()
        self.maximum = RangeControl(
            label=self._say("maximum"),
            least=1,
            most=max(1, len(state.rows), state.settings.maximum or 1),
        )
        self.reset = ipywidgets.Button(description=self._say("reset"))
        self.ask = ipywidgets.Dropdown(
            description=self._say("ask"),
            options=[
                (self._say("ask.nothing"), ""),
                *((twin.application_text(state, one.id), one.id) for one in state.applications),
            ],
        )

    def _budget_control(self) -> RangeControl | None:
        top = self.state.budget_top
        if top is None:
            return None
        step = _step(top.cents // _CENTS)
        most = -(-top.cents // (_CENTS * step)) * step
        return RangeControl(label=self._say("budget"), most=most, step=step)

    def _watch(self) -> None:
        self._on(self.kind, "value", self._set_kind)
        self._on(self.order, "press", self._press)
        for item, slider in self.weights.items():
            self._on(slider, "value", partial(self.state.set_weight, item))
        if self.budget is not None:
            self._on(self.budget, "value", self._set_budget)
        self._on(self.maximum, "value", self.state.set_maximum)
        self._on(self.ask, "value", self.state.ask)
        self.reset.on_click(self._guarded(lambda _: self.state.reset()))

    def _on(self, widget: Any, trait: str, change: Callable[[Any], object]) -> None:
        safe = self._guarded(lambda event: change(event["new"]))

        def heard(event: Any) -> None:
            # Values that show() itself sets are no wish of the person's.
            if not self._showing:
                safe(event)

        widget.observe(heard, trait)

    def _guarded(self, change: Callable[[Any], object]) -> Callable[..., None]:
        def changed(event: Any) -> None:
            change(event)
            self.show()

        return guarded(changed, self.alert, self._texts, self.show)

    def _set_kind(self, kind: str) -> None:
        if kind == WeightingKind.ORDER.value:
            self.state.use_order()
        else:
            self.state.use_weights()

    def _press(self, press: dict[str, Any]) -> None:
        moves = {"up": self.state.up, "down": self.state.down, "join": self.state.join}
        moves[press["action"]](press["item"])

    def _set_budget(self, whole: int) -> None:
        stated = self.state.settings.budget
        if stated is not None:
            self.state.set_budget(Money(whole * _CENTS, stated.currency))

    def _show_controls(self) -> None:
        settings = self.state.settings
        by_order = settings.kind is WeightingKind.ORDER
        self.kind.value = settings.kind.value
        self.order.rows = self._order_rows()
        self.order.layout.display = None if by_order else "none"
        for item, points in settings.points:
            slider = self.weights[item]
            slider.value = points
            share = twin.percent_text(self.state.weights.get(item, _NOTHING), self._texts)
            slider.shown = self._say("weight.shown", points=points, percent=share)
            slider.layout.display = "none" if by_order else None
        if self.budget is not None and settings.budget is not None:
            self.budget.value = settings.budget.cents // _CENTS
            self.budget.shown = self._texts.show(settings.budget)
        maximum = self.maximum.most if settings.maximum is None else settings.maximum
        self.maximum.value = maximum
        self.maximum.shown = self._texts.plural(f"{_KEY}.maximum.shown", maximum)

    def _order_rows(self) -> list[dict[str, Any]]:
        order, names = self.state.settings.order, self.state.items
        return [
            self._order_row(item, f"{item} {self._texts.show(names[item])}", place, group)
            for place, group in enumerate(order, start=1)
            for item in group
        ]

    def _order_row(
        self, item: str, name: str, place: int, group: tuple[str, ...]
    ) -> dict[str, Any]:
        alone = len(group) == 1
        can = {
            "up": place > 1 or not alone,
            "down": place < len(self.state.settings.order) or not alone,
            "join": place > 1,
        }
        return {
            "id": item,
            "place": f"{place}.",
            "name": name,
            **{action: self._say(f"order.{action}", item=item) for action in can},
            "join_text": self._say("order.join.short"),
            "can": [action for action, is_possible in can.items() if is_possible],
        }

    def _laid_out(self) -> ipywidgets.Widget:
        controls = _box(
            "inno-controls",
            ipywidgets.HTML(f"<h3>{escape(self._say('controls'))}</h3>"),
            self.kind,
            self.order,
            *self.weights.values(),
            *([self.budget] if self.budget is not None else []),
            self.maximum,
            self.reset,
        )
        controls.layout = ipywidgets.Layout(flex="1 1 280px", min_width="0")
        results = _box(
            "inno-results",
            ipywidgets.HTML(f"<h3>{escape(self._say('results'))}</h3>"),
            self.alert,
            self.status,
            self.settings,
            self.table,
            self.picture,
            self.ask,
            self.reasons,
            self.sections.root,
        )
        results.layout = ipywidgets.Layout(flex="3 1 560px", min_width="0")
        columns = ipywidgets.HBox(
            [controls, results], layout=ipywidgets.Layout(flex_flow="row wrap")
        )
        columns.add_class("inno-columns")
        return _box("inno-panel", ipywidgets.HTML(f"<style>{style()}</style>"), columns)

    def _say(self, key: str, **values: object) -> str:
        return self._texts.say(f"{_KEY}.{key}", **values)


def _box(name: str, *children: ipywidgets.Widget) -> ipywidgets.Widget:
    box = ipywidgets.VBox(list(children))
    box.add_class(name)
    return box


def _step(whole: int) -> int:
    """Return the largest power of ten that gives the slider steps enough."""
    step = 1
    while step * 10 * _LEAST_STEPS <= whole:
        step *= 10
    return step
