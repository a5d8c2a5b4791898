"""The panel of the call: two filters over `CallsState`, and what they leave."""

from collections.abc import Callable
from html import escape
from typing import Any

from innokumppanuus.faces.texts import Texts
from innokumppanuus_jyvaskyla.faces import twin
from innokumppanuus_jyvaskyla.faces.calls import ALL, CallsState


def build_calls(state: CallsState, texts: Texts) -> Any:
    """Return the widget over *state*."""
    # Only who opens a notebook needs widgets, so nobody else pays for loading them.
    import ipywidgets

    from innokumppanuus.faces.widgets.controls import Announcement, style
    from innokumppanuus.faces.widgets.guard import guarded

    alert, status = Announcement(kind="alert"), Announcement(kind="status")
    counts, rows = ipywidgets.HTML(), ipywidgets.HTML()
    everything = texts.say("jyvaskyla.calls.all")
    sector = ipywidgets.Dropdown(
        description=texts.say("jyvaskyla.calls.sector"),
        options=[
            (everything, ALL),
            *((twin.sector_text(state, one, texts), one) for one in state.sectors if one != ALL),
        ],
        value=state.sector,
    )
    outcome = ipywidgets.Dropdown(
        description=texts.say("jyvaskyla.calls.outcome"),
        options=[
            (everything, ALL),
            *((texts.say(f"outcome.{one.value}"), one.value) for one in state.outcomes),
        ],
        value=state.outcome,
    )

    def show() -> None:
        sector.value, outcome.value = state.sector, state.outcome
        status.text = twin.status_text(state, texts)
        counts.value = twin.counts_html(state, texts)
        rows.value = twin.rows_html(state, texts)

    def on(widget: Any, change: Callable[[str], None]) -> None:
        def changed(event: Any) -> None:
            change(event["new"])
            show()

        widget.observe(guarded(changed, alert, texts, show), "value")

    on(sector, state.show_sector)
    on(outcome, state.show_outcome)
    show()
    title = escape(texts.say("jyvaskyla.calls.heading"))
    heading = ipywidgets.HTML(f"<h3>{title}</h3>{twin.notice_html(state, texts)}")
    box = ipywidgets.VBox(
        [
            ipywidgets.HTML(f"<style>{style()}</style>"),
            heading,
            ipywidgets.HBox([sector, outcome], layout=ipywidgets.Layout(flex_flow="row wrap")),
            alert,
            status,
            counts,
            rows,
        ]
    )
    box.add_class("inno-panel")
    return box
