"""The panel of the canvas: fields over `CanvasState`, and what they lack."""

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.domain.canvas import ROLE_NAMES, CanvasPart, ParticipantRole
from innokumppanuus_parasta_itaa.faces import canvas_twin as twin
from innokumppanuus_parasta_itaa.faces.canvas_state import BLANK, NUMBERS, CanvasState


def build_canvas(state: CanvasState, texts: Texts) -> Any:
    """Return the widget over *state*."""
    # Only who opens a notebook needs widgets, so nobody else pays for loading them.
    import ipywidgets

    from innokumppanuus.faces.widgets.controls import Announcement, style
    from innokumppanuus.faces.widgets.guard import guarded

    layout = ipywidgets.Layout(width="100%", max_width="46em")
    wide = {"description_width": "initial"}
    alert, status = Announcement(kind="alert"), Announcement(kind="status")
    shown, kept = ipywidgets.HTML(), ipywidgets.HTML()
    example = ipywidgets.Dropdown(
        description=texts.say("consortium.canvas.begin"),
        options=[
            (texts.say("consortium.canvas.blank"), BLANK),
            *((texts.show(one.name), one.id) for one in state.examples),
        ],
        value=state.example,
        style=wide,
    )

    def field(words: str, lines: int = 0) -> Any:
        kind = ipywidgets.Textarea if lines else ipywidgets.Text
        more = {"rows": lines} if lines else {}
        return kind(description=words, continuous_update=False, layout=layout, style=wide, **more)

    parts = {part: field(texts.say(f"consortium.part.{part.value}")) for part in CanvasPart}
    seats = {role: field(texts.show(ROLE_NAMES[role]), 2) for role in ParticipantRole}
    numbers = {name: field(texts.say(f"consortium.number.{name}")) for name in NUMBERS}

    def show() -> None:
        status.text = twin.status_text(state, texts)
        shown.value = twin.review_html(state, texts)
        kept.value = twin.file_html(state, texts)

    def fill() -> None:
        """Put what the state holds into every field."""
        canvas = state.canvas
        for part, one in parts.items():
            held = getattr(canvas, part.value)
            words = getattr(held, "name", held)
            one.value = texts.show(words) if words else ""
        for role, one in seats.items():
            one.value = "\n".join(texts.show(who) for who in canvas.who(role))
        for name, one in numbers.items():
            value = getattr(canvas.measure, name, None)
            one.value = "" if value is None else str(value)
            one.disabled = canvas.measure is None
        show()

    filling = [False]

    def refill() -> None:
        # Filling the fields is not writing: what it changes must not come back as written.
        filling[0] = True
        try:
            fill()
        finally:
            filling[0] = False

    def on(widget: Any, change: Callable[[str], None]) -> None:
        def changed(event: Any) -> None:
            if not filling[0]:
                change(event["new"])
                refill()

        widget.observe(guarded(changed, alert, texts, show), "value")

    on(example, state.begin)
    for part, one in parts.items():
        on(one, partial(state.write, part))
    for role, one in seats.items():
        on(one, partial(state.seat, role))
    for name, one in numbers.items():
        on(one, partial(state.number, name))
    refill()
    before = [parts[CanvasPart.PHENOMENON], parts[CanvasPart.TARGET_GROUP]]
    after = [parts[CanvasPart.GOAL], parts[CanvasPart.EXPERIMENT], parts[CanvasPart.MEASURE]]
    title = escape(texts.say("consortium.canvas.title"))
    heading = ipywidgets.HTML(f"<h3>{title}</h3>{twin.notice_html(state, texts)}")
    hint = ipywidgets.HTML(f"<p>{escape(texts.say('consortium.canvas.hint'))}</p>")
    controls = [example, *before, hint, *seats.values(), *after, *numbers.values()]
    box = ipywidgets.VBox(
        [ipywidgets.HTML(f"<style>{style()}</style>"), heading, *controls, alert, status]
        + [shown, kept]
    )
    box.add_class("inno-panel")
    return box
