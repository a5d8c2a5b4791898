"""The panel of the rota: who is away from which meeting, over `RotaState`."""

from collections.abc import Callable
from html import escape
from typing import Any

from innokumppanuus.faces.texts import Texts
from innokumppanuus_sparring.faces import rota_twin
from innokumppanuus_sparring.faces.rota_state import RotaState
from innokumppanuus_sparring.faces.tables import session_name


def build_rota(state: RotaState, texts: Texts) -> Any:
    """Return the widget over *state*."""
    # Only who opens a notebook needs widgets, so nobody else pays for loading them.
    import ipywidgets

    from innokumppanuus.faces.widgets.controls import Announcement, RangeControl, style
    from innokumppanuus.faces.widgets.guard import guarded

    alert, status = Announcement(kind="alert"), Announcement(kind="status")
    results = ipywidgets.HTML()
    say, sparring = texts.say, state.stated
    most = len(state.sessions)
    meetings = RangeControl(
        label=say("sparring.panel.meetings"),
        least=1,
        most=most,
        value=len(state.sparring.meetings),
        shown=texts.show(len(state.sparring.meetings)),
    )
    member = ipywidgets.Dropdown(
        description=say("sparring.panel.member"),
        options=[(texts.show(sparring.name_of(one)), one) for one in state.members],
    )
    boxes = {
        one: ipywidgets.Checkbox(
            description=session_name(sparring.session(one), one, texts), indent=False
        )
        for one in state.sessions
    }
    reset = ipywidgets.Button(description=say("sparring.panel.reset"))
    is_showing = [False]

    def show() -> None:
        is_showing[0] = True
        try:
            away = state.away(member.value)
            for one, box in boxes.items():
                box.value = one in away
            held = len(state.sparring.meetings)
            meetings.value, meetings.shown = held, texts.show(held)
            reset.disabled = not state.is_changed
            status.text = rota_twin.status_text(state, texts)
            results.value = rota_twin.results_html(state, texts)
        finally:
            is_showing[0] = False

    def on(widget: Any, change: Callable[[], None]) -> None:
        def changed(event: Any) -> None:
            change()
            show()

        safe = guarded(changed, alert, texts, show)

        def heard(event: Any) -> None:
            if not is_showing[0]:  # else it is the panel itself that changes the widget
                safe(event)

        widget.observe(heard, "value")

    def set_away() -> None:
        state.set_away(member.value, [one for one, box in boxes.items() if box.value])

    on(meetings, lambda: state.set_meetings(meetings.value))
    on(member, lambda: None)
    for box in boxes.values():
        on(box, set_away)

    def pressed(event: Any) -> None:
        state.reset()
        show()

    reset.on_click(guarded(pressed, alert, texts, show))
    show()
    title = escape(say("sparring.panel.heading"))
    away_heading = escape(say("sparring.panel.away"))
    controls = ipywidgets.VBox(
        [
            meetings,
            member,
            ipywidgets.HTML(f'<p class="inno-heading">{away_heading}</p>'),
            *boxes.values(),
            reset,
        ]
    )
    controls.add_class("inno-controls")
    box = ipywidgets.VBox(
        [
            ipywidgets.HTML(f"<style>{style()}</style>"),
            ipywidgets.HTML(f"<h3>{title}</h3>{rota_twin.notice_html(state, texts)}"),
            controls,
            alert,
            status,
            results,
        ]
    )
    box.add_class("inno-panel")
    return box
