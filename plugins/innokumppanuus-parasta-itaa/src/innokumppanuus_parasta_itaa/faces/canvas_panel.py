"""The panel of the canvas: fields over `CanvasState`, and what they lack."""

from collections.abc import Callable, Iterable
from functools import partial
from html import escape
from typing import Any

from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.domain.canvas import ROLE_NAMES, CanvasPart, ParticipantRole
from innokumppanuus_parasta_itaa.faces import canvas_twin as twin
from innokumppanuus_parasta_itaa.faces.canvas_state import BLANK, NUMBERS, CanvasState

_LINES = 2
"""Lines that are seen of a part or a role at once."""


def build_canvas(state: CanvasState, texts: Texts) -> Any:
    """Return the widget over *state*."""
    # Only who opens a notebook needs widgets, so nobody else pays for loading them.
    from innokumppanuus.faces.widgets.controls import Announcement
    from innokumppanuus.faces.widgets.guard import guarded

    fields = _Fields(state, texts)
    alert, status = Announcement(kind="alert"), Announcement(kind="status")
    shown, kept = _html(""), _html("")

    def show() -> None:
        status.text = twin.status_text(state, texts)
        shown.value = twin.review_html(state, texts)
        kept.value = twin.file_html(state, texts)

    def on(widget: Any, change: Callable[[str], None]) -> None:
        def changed(event: Any) -> None:
            if not fields.are_filled:
                change(event["new"])
                fields.fill()
                show()

        widget.observe(guarded(changed, alert, texts, show), "value")

    on(fields.example, state.begin)
    for part, one in fields.parts.items():
        on(one, partial(state.write, part))
    for role, one in fields.seats.items():
        on(one, partial(state.seat, role))
    for name, one in fields.numbers.items():
        on(one, partial(state.number, name))
    fields.fill()
    show()
    return _laid_out(state, texts, fields, [alert, status, shown, kept])


class _Fields:
    """The controls of the panel; `are_filled` is true while they are set to what is written."""

    def __init__(self, state: CanvasState, texts: Texts) -> None:
        import ipywidgets

        self.state, self.texts, self.are_filled = state, texts, False
        self._widgets = ipywidgets
        self.example = ipywidgets.Dropdown(
            description=texts.say("consortium.canvas.begin"),
            options=[
                (texts.say("consortium.canvas.blank"), BLANK),
                *((texts.show(one.name), one.id) for one in state.examples),
            ],
            value=state.example,
        )
        self.parts = {
            part: self._field(texts.say(f"consortium.part.{part.value}"), _LINES)
            for part in CanvasPart
        }
        self.seats = {
            role: self._field(texts.show(ROLE_NAMES[role]), _LINES) for role in ParticipantRole
        }
        self.numbers = {
            name: self._field(texts.say(f"consortium.number.{name}")) for name in NUMBERS
        }

    def in_order(self, hint: Any) -> list[Any]:
        """Return the controls as a canvas is filled in, the hint before the roles."""
        one = self.parts
        first = [self.example, one[CanvasPart.PHENOMENON], one[CanvasPart.TARGET_GROUP], hint]
        last = [one[CanvasPart.GOAL], one[CanvasPart.EXPERIMENT], one[CanvasPart.MEASURE]]
        return [*first, *self.seats.values(), *last, *self.numbers.values()]

    def fill(self) -> None:
        """Set every control to what is written; that is not writing, and must not come back."""
        self.are_filled = True
        try:
            self._set()
        finally:
            self.are_filled = False

    def _set(self) -> None:
        canvas, show = self.state.canvas, self.texts.show
        for part, one in self.parts.items():
            held = getattr(canvas, part.value)
            words = getattr(held, "name", held)
            one.value = show(words) if words else ""
        for role, one in self.seats.items():
            one.value = "\n".join(show(who) for who in canvas.who(role))
        for name, one in self.numbers.items():
            value = getattr(canvas.measure, name, None)
            one.value = "" if value is None else str(value)
            one.disabled = canvas.measure is None

    def _field(self, words: str, lines: int = 0) -> Any:
        kind = self._widgets.Textarea if lines else self._widgets.Text
        more = {"rows": lines} if lines else {}
        return kind(
            description=words,
            continuous_update=False,
            layout=self._widgets.Layout(
                width="100%", height="auto", flex_flow="column", align_items="flex-start"
            ),
            style={"description_width": "initial"},
            **more,
        )


def _laid_out(state: CanvasState, texts: Texts, fields: _Fields, shown: Iterable[Any]) -> Any:
    """Return the controls beside what they come to, under a heading."""
    import ipywidgets

    from innokumppanuus.faces.widgets.controls import style

    title = escape(texts.say("consortium.canvas.title"))
    hint = _html(f"<p>{escape(texts.say('consortium.canvas.hint'))}</p>")
    controls = ipywidgets.VBox(
        fields.in_order(hint), layout=ipywidgets.Layout(flex="2 1 400px", min_width="0")
    )
    controls.add_class("inno-controls")
    results = ipywidgets.VBox(
        list(shown), layout=ipywidgets.Layout(flex="3 1 520px", min_width="0")
    )
    results.add_class("inno-results")
    columns = ipywidgets.HBox([controls, results], layout=ipywidgets.Layout(flex_flow="row wrap"))
    columns.add_class("inno-columns")
    heading = _html(f"<h3>{title}</h3>{twin.notice_html(state, texts)}")
    box = ipywidgets.VBox([_html(f"<style>{style()}</style>"), heading, columns])
    box.add_class("inno-panel")
    return box


def _html(words: str) -> Any:
    import ipywidgets

    return ipywidgets.HTML(words)
