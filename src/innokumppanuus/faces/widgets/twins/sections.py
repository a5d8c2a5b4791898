"""What the panel of sections shows, in words: the text twin of its controls and progress."""

from html import escape

from innokumppanuus.errors import InnokumppanuusError
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.states.sections import SectionsState, Stage

_KEY = "panel.sections"
_PERCENT = 100


def status_text(state: SectionsState, texts: Texts) -> str:
    """Return how the section that is looked at stands; it does not change with every step."""
    section, stage = state.section, state.stage
    if section is None:
        return texts.say(f"{_KEY}.stage.closed")
    error = state.error
    if stage is Stage.FAILED and error is not None:
        message = str(error) if isinstance(error, InnokumppanuusError) else repr(error)
        return texts.say(f"{_KEY}.stage.failed", section=section.name, message=message)
    return texts.say(f"{_KEY}.stage.{stage.value}", section=section.name)


def progress_html(state: SectionsState, texts: Texts) -> str:
    """Return how far the reckoning is as a bar with its number; nothing when none is under way."""
    if state.stage is not Stage.RUNNING:
        return ""
    done, of = state.progress
    name = escape(texts.say(f"{_KEY}.progress"))
    if not of:
        return f'<progress aria-label="{name}"></progress>'
    percent = _PERCENT * done // of
    words = escape(texts.say(f"{_KEY}.progress.shown", percent=percent))
    return (
        f'<progress aria-label="{name}" max="{_PERCENT}" value="{percent}"></progress> '
        f"<span>{words}</span>"
    )


def section_html(state: SectionsState, texts: Texts) -> str:
    """Return what the section came to, with its heading; nothing until it is ready."""
    section = state.section
    if section is None or state.stage is not Stage.READY:
        return ""
    told = section.html(state.result, state.decision, texts)
    return f'<div class="inno-section"><h3>{escape(texts.show(section.name))}</h3>{told}</div>'
