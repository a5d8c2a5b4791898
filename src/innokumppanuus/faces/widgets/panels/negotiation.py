"""The panel of the weights negotiation: controls over its state, and what follows from them."""

from html import escape
from typing import Any

import ipywidgets

from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.controls import Announcement, style
from innokumppanuus.faces.widgets.guard import guarded
from innokumppanuus.faces.widgets.states.negotiation import (
    AGREED,
    MOST_MEMBERS,
    POINTS,
    NegotiationState,
    TalkRound,
)
from innokumppanuus.faces.widgets.twins import negotiation as twin

_KEY = "panel.weights"


def build(state: NegotiationState, texts: Texts) -> ipywidgets.Widget:
    """Return the panel as one widget."""
    return NegotiationPanel(state, texts).root


class NegotiationPanel:
    """
    The widgets of the panel, by name (painotusneuvottelun paneeli).

    Attributes:
        root: All of them in one.
        alert: What a person must know at once; hidden when empty.
        status: Who has split, how far they agree, what hangs on it.
        members: How many split.
        who: Whose points are set; the group's last.
        points: A number of points for each item.
        left: How many points are left to split.
        keep: Keeps the split.
        talk: Goes to the second round.
        reset: Begins again.
        splits: Everybody's points.
        ranks: What follows from them.
    """

    def __init__(self, state: NegotiationState, texts: Texts) -> None:
        self.state = state
        self._texts = texts
        wide = {"style": {"description_width": "30em"}, "layout": ipywidgets.Layout(width="auto")}
        self.alert, self.status = Announcement(kind="alert"), Announcement(kind="status")
        self.left = Announcement(kind="status")
        self.splits, self.ranks = ipywidgets.HTML(), ipywidgets.HTML()
        self.members = ipywidgets.BoundedIntText(
            description=self._say("members"),
            min=2,
            max=MOST_MEMBERS,
            value=len(state.members),
            **wide,
        )
        self.who = ipywidgets.Dropdown(description=self._say("who"), **wide)
        self.points = {
            item: ipywidgets.BoundedIntText(
                description=f"{item} {texts.show(name)}", min=0, max=POINTS, **wide
            )
            for item, name in state.items.items()
        }
        self.keep = ipywidgets.Button(description=self._say("keep"))
        self.talk = ipywidgets.Button(
            description=self._say("go_on"), layout=ipywidgets.Layout(width="auto")
        )
        self.reset = ipywidgets.Button(description=self._say("reset"))
        self._watch()
        self.root = self._laid_out()
        self._show_members()
        self.show()

    def show(self) -> None:
        """Show again everything that follows from the state."""
        state, texts = self.state, self._texts
        self.talk.disabled = state.round is TalkRound.AFTER
        self.status.text = twin.status_text(state, texts)
        self.splits.value = twin.splits_html(state, texts)
        self.ranks.value = twin.ranks_html(state, texts)

    def _show_members(self) -> None:
        say = self._texts.say
        options = [(say(f"{_KEY}.member", member=one), one) for one in self.state.members]
        self.who.options = [*options, (self._say("group"), AGREED)]
        self.who.value = self.state.members[0]
        self._show_points()

    def _show_points(self) -> None:
        mine = self.state.agreed if self.who.value == AGREED else None
        if self.who.value != AGREED:
            mine = self.state.split_of(self.who.value)
        for item, given in (mine or self.state.even()).items():
            self.points[item].value = given
        self._count()

    def _count(self) -> None:
        left = POINTS - sum(one.value for one in self.points.values())
        self.left.text = self._texts.say(f"{_KEY}.left", left=left)

    def _watch(self) -> None:
        def safe(callback: Any) -> Any:
            return guarded(callback, self.alert, self._texts, self.show)

        self.members.observe(safe(self._set_members), "value")
        self.who.observe(safe(lambda _: self._show_points()), "value")
        for one in self.points.values():
            one.observe(safe(lambda _: self._count()), "value")
        self.keep.on_click(safe(self._keep))
        self.talk.on_click(safe(self._talk))
        self.reset.on_click(safe(self._reset))

    def _set_members(self, event: Any) -> None:
        self.state.set_members(event["new"])
        self._show_members()
        self.show()

    def _keep(self, _: Any) -> None:
        given = {item: one.value for item, one in self.points.items()}
        if self.who.value == AGREED:
            self.state.agree(given)
        else:
            self.state.split(self.who.value, given)
        self.show()

    def _talk(self, _: Any) -> None:
        self.state.talk()
        self._show_points()
        self.show()

    def _reset(self, _: Any) -> None:
        self.state.reset()
        self._show_points()
        self.show()

    def _laid_out(self) -> ipywidgets.Widget:
        notice = twin.notice_html(self.state, self._texts)
        heading = ipywidgets.HTML(f"<h3>{escape(self._say('heading'))}</h3>{notice}")
        buttons = ipywidgets.HBox(
            [self.keep, self.talk, self.reset], layout=ipywidgets.Layout(flex_flow="row wrap")
        )
        box = ipywidgets.VBox(
            [
                ipywidgets.HTML(f"<style>{style()}</style>"),
                heading,
                self.members,
                self.who,
                *self.points.values(),
                self.left,
                buttons,
                self.alert,
                self.status,
                self.splits,
                self.ranks,
            ]
        )
        box.add_class("inno-panel")
        return box

    def _say(self, key: str) -> str:
        return self._texts.say(f"{_KEY}.{key}")
