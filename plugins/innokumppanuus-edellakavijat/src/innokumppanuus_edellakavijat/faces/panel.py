"""The panel of good practices: search and adoption over `PracticesState`."""

from html import escape
from typing import Any

from innokumppanuus.domain.principles import Principle
from innokumppanuus.faces.texts import Texts
from innokumppanuus_edellakavijat.domain import AdoptionState
from innokumppanuus_edellakavijat.faces import twin
from innokumppanuus_edellakavijat.faces.state import PracticesState

_KEY = "edellakavijat"


def build_practices(state: PracticesState, texts: Texts) -> Any:
    """Return the widget over *state*."""
    # Only who opens a notebook needs widgets, so nobody else pays for loading them.
    import ipywidgets

    from innokumppanuus.faces.widgets.controls import Announcement, style
    from innokumppanuus.faces.widgets.guard import guarded

    say = texts.say
    alert, status = Announcement(kind="alert"), Announcement(kind="status")
    hits, whole, lessons = ipywidgets.HTML(), ipywidgets.HTML(), ipywidgets.HTML()
    wide = {"style": {"description_width": "30em"}, "layout": ipywidgets.Layout(width="auto")}
    city = ipywidgets.Dropdown(
        description=say(f"{_KEY}.panel.city"),
        options=[(texts.show(one.name), one.id) for one in state.noun.cities],
        value=state.viewer,
        **wide,
    )
    words = ipywidgets.Text(description=say(f"{_KEY}.panel.words"), value=state.words, **wide)
    principle = ipywidgets.Dropdown(
        description=say("column.principle"),
        options=[
            (say(f"{_KEY}.panel.all"), ""),
            *((say(f"principle.{one.value}"), one.value) for one in Principle),
        ],
        value="",
        **wide,
    )
    practice = ipywidgets.Dropdown(description=say(f"{_KEY}.panel.practice"), options=[], **wide)
    day = ipywidgets.Text(
        description=say(f"{_KEY}.panel.day"), placeholder=say(f"{_KEY}.panel.day_form"), **wide
    )
    stand = ipywidgets.Dropdown(
        description=say(f"{_KEY}.panel.state"),
        options=[(say(f"{_KEY}.adoption.{one.value}"), one.value) for one in AdoptionState],
        **wide,
    )
    changed = ipywidgets.Textarea(description=say(f"{_KEY}.panel.changed"), **wide)
    learned = ipywidgets.Textarea(description=say(f"{_KEY}.panel.learned"), **wide)
    button = ipywidgets.Button(description=say(f"{_KEY}.panel.adopt"))

    def show() -> None:
        city.value, words.value = state.viewer, state.words
        status.text = twin.status_text(state, texts)
        hits.value = twin.hits_html(state, texts)
        whole.value = twin.map_html(state, texts)
        lessons.value = twin.lessons_html(state, texts)
        options = [(texts.show(one.name), one.id) for one in state.adoptable]
        if tuple(options) != tuple(practice.options):
            practice.options = options
            practice.value = options[0][1] if options else None

    def look(_: Any) -> None:
        state.look_as(city.value)
        state.look_for(words.value, Principle(principle.value) if principle.value else None)
        show()

    def take(_: Any) -> None:
        state.adopt(
            practice.value or "",
            day.value.strip(),
            AdoptionState(stand.value),
            changed.value,
            learned.value,
        )
        show()

    for control in (city, words, principle):
        control.observe(guarded(look, alert, texts, show), "value")
    button.on_click(guarded(take, alert, texts, show))
    show()
    heading = escape(say(f"{_KEY}.panel.heading"))
    box = ipywidgets.VBox(
        [
            ipywidgets.HTML(f"<style>{style()}</style>"),
            ipywidgets.HTML(f"<h3>{heading}</h3>{twin.notice_html(state, texts)}"),
            city,
            words,
            principle,
            alert,
            status,
            hits,
            practice,
            day,
            stand,
            changed,
            learned,
            button,
            whole,
            lessons,
        ]
    )
    box.add_class("inno-panel")
    return box
