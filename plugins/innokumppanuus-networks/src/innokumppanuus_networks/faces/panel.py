"""The panel of the exercise on service networks: controls over `NetworkState`."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

import ipywidgets

from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.controls import Announcement, style
from innokumppanuus.faces.widgets.guard import guarded
from innokumppanuus_networks.domain import KIND_NAMES, ROLE_NAMES, TIE_NAMES
from innokumppanuus_networks.engine.groups import needs_of
from innokumppanuus_networks.faces import twin
from innokumppanuus_networks.faces.state import ALL, NetworkState
from innokumppanuus_networks.faces.wording import Wording
from innokumppanuus_networks.intake.lists import services_csv

_KEY = "network.panel"


class NetworkPanel:
    """
    The widgets of the panel, by name (palveluverkostopaneeli).

    Attributes:
        root: All of them in one.
        alert: What a person must know at once; hidden when empty.
        status: How it stands, in a sentence or two.
        group: Which group is shown.
        gap_group: Group of the gap that is named.
        gap_need: Need of the gap that is named.
        guess: Names the gap, or takes it back.
        reveal: Shows the list of gaps.
        name: Name of an actor to add.
        kind: Its kind.
        need: Which need it answers.
        role: As what.
        serves: Which group it serves.
        add: Adds it.
        first: One end of a tie to add.
        second: The other end.
        tie: Its kind.
        join: Adds the tie.
        additions: A box for each addition of the programme.
        clear: Takes out what was added.
        shown: Map, guesses, findings, change and the list for saving.
    """

    def __init__(self, state: NetworkState, texts: Texts) -> None:
        self.state, self._texts = state, texts
        self.alert, self.status = Announcement(kind="alert"), Announcement(kind="status")
        networks, wording = state.before, Wording(state.before, texts)
        groups = [(wording.group(one.id), one.id) for one in networks.groups]
        needs = [(wording.need(one.id), one.id) for one in networks.needs]
        self.group = self._choice("group", [(self._say("all"), ALL), *groups])
        self.gap_group = self._choice("gap_group", groups)
        self.gap_need = self._choice("gap_need", [])
        self.guess, self.reveal = self._button("guess"), self._button("reveal")
        self._offer_needs()
        self.name = ipywidgets.Text(description=self._say("name"), continuous_update=False)
        self.kind = self._choice("kind", _named(KIND_NAMES, texts))
        self.need = self._choice("need", [(self._say("no_need"), ""), *needs])
        self.role = self._choice("role", _named(ROLE_NAMES, texts))
        self.serves = self._choice("serves", groups)
        self.add = self._button("add")
        self.first, self.second = self._choice("first", []), self._choice("second", [])
        self.tie = self._choice("tie", _named(TIE_NAMES, texts))
        self.join, self.clear = self._button("join"), self._button("clear")
        self.additions = {
            one.id: ipywidgets.Checkbox(description=texts.show(one.name), indent=False)
            for one in networks.additions
        }
        names = ("map", "guesses", "findings", "change", "saving")
        self.shown = {name: ipywidgets.HTML() for name in names}
        self._watch()
        self.root = ipywidgets.VBox(
            [
                ipywidgets.HTML(f"<style>{style()}</style>{twin.notice_html(state, texts)}"),
                self.group,
                self.alert,
                self.status,
                self.shown["map"],
                *self._part("gaps", self.gap_group, self.gap_need, self.guess, self.reveal),
                self.shown["guesses"],
                self.shown["findings"],
                *self._part(
                    "adding", self.name, self.kind, self.serves, self.need, self.role, self.add
                ),
                *self._part("joining", self.first, self.second, self.tie, self.join),
                *(self._part("additions", *self.additions.values()) if self.additions else ()),
                self.clear,
                self.shown["change"],
                self.shown["saving"],
            ]
        )
        self.root.add_class("inno-panel")
        self.root.add_class("inno-results")
        self.show()

    def show(self) -> None:
        """Show again everything that follows from the state."""
        state, texts = self.state, self._texts
        wording = Wording(state.after, texts)
        actors = [(wording.actor(one.id), one.id) for one in state.after.actors]
        for choice in (self.first, self.second):
            if list(choice.options) != actors:
                kept = choice.value
                choice.options = actors
                choice.value = kept if kept in [one for _, one in actors] else _first(actors)
        for addition, box in self.additions.items():
            box.value = addition in state.adopted
        self.reveal.disabled = state.is_revealed
        self.status.text = twin.status_text(state, texts)
        self.shown["map"].value = twin.map_html(state, texts)
        self.shown["guesses"].value = twin.guesses_html(state, texts)
        self.shown["findings"].value = twin.findings_html(state, texts)
        self.shown["change"].value = twin.change_html(state, texts)
        self.shown["saving"].value = self._saving()

    def _watch(self) -> None:
        state = self.state
        self._on_value(self.group, lambda: state.show_group(self.group.value))
        self._on_value(self.gap_group, self._offer_needs)
        self._on_click(self.guess, lambda: state.guess(self.gap_group.value, self.gap_need.value))
        self._on_click(self.reveal, state.reveal)
        self._on_click(self.add, self._add)
        self._on_click(
            self.join, lambda: state.join(self.first.value, self.second.value, self.tie.value)
        )
        self._on_click(self.clear, state.clear)
        for addition, box in self.additions.items():
            self._on_value(box, self._adopting(addition, box))

    def _offer_needs(self) -> None:
        """Offer the needs that are looked for in the group of the gap, and no others."""
        wording = Wording(self.state.before, self._texts)
        looked_for = needs_of(self.state.before, self.gap_group.value)
        offered = [(wording.need(one.id), one.id) for one in looked_for]
        self.gap_need.options = offered
        self.gap_need.value = _first(offered)
        self.guess.disabled = not offered

    def _adopting(self, addition: str, box: Any) -> Callable[[], None]:
        return lambda: self.state.adopt(addition, box.value)

    def _add(self) -> None:
        self.state.add(
            self.name.value, self.kind.value, self.serves.value, self.need.value, self.role.value
        )
        self.name.value = ""

    def _on_click(self, button: Any, change: Callable[[], None]) -> None:
        button.on_click(self._guarded(change))

    def _on_value(self, widget: Any, change: Callable[[], None]) -> None:
        widget.observe(self._guarded(change), "value")

    def _guarded(self, change: Callable[[], None]) -> Callable[..., None]:
        def changed(_: Any) -> None:
            change()
            self.show()

        return guarded(changed, self.alert, self._texts, self.show)

    def _saving(self) -> str:
        """Return a link that saves the list of services; the page itself holds the file."""
        raw = b64encode(services_csv(self.state.after, self._texts.language)).decode()
        words = escape(self._say("save"))
        file = f"{self.state.before.programme.id}.csv"
        look = 'style="text-decoration: underline"'
        link = f'download="{escape(file)}" href="data:text/csv;base64,{raw}"'
        return f"<a {link} {look}>{words}</a>"

    def _part(self, name: str, *widgets: Any) -> tuple[Any, ...]:
        heading = ipywidgets.HTML(f"<h3>{escape(self._say(f'part.{name}'))}</h3>")
        row = ipywidgets.HBox(
            list(widgets), layout=ipywidgets.Layout(flex_flow="row wrap", grid_gap="12px")
        )
        return heading, row

    def _choice(self, name: str, options: Iterable[tuple[str, Any]]) -> Any:
        return ipywidgets.Dropdown(description=self._say(name), options=list(options))

    def _button(self, name: str) -> Any:
        return ipywidgets.Button(description=self._say(name))

    def _say(self, name: str) -> str:
        return self._texts.say(f"{_KEY}.{name}")


def _named(names: Any, texts: Texts) -> list[tuple[str, Any]]:
    return [(texts.show(words), one) for one, words in names.items()]


def _first(actors: list[tuple[str, str]]) -> str | None:
    return actors[0][1] if actors else None
