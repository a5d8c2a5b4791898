"""What the panel of the canvas shows, in words and tables; it needs no widgets."""

from html import escape

from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.faces import pictures
from innokumppanuus_parasta_itaa.faces.canvas_state import CanvasState
from innokumppanuus_parasta_itaa.faces.grids import canvas_grid
from innokumppanuus_parasta_itaa.faces.sentences import canvas_sentences
from innokumppanuus_parasta_itaa.reading import canvas_yaml


def status_text(state: CanvasState, texts: Texts) -> str:
    """Return in a sentence how many roles are covered and how much is missing."""
    found = state.review
    covered, lacking = len(found.covered), len(found.missing) + len(found.empty)
    roles = covered + len(found.missing)
    first = texts.say("consortium.canvas.covered", covered=covered, of=roles)
    if found.is_whole:
        return f"{first} {texts.say('consortium.canvas.whole')}"
    return f"{first} {texts.plural('consortium.canvas.lacking', lacking)}"


def review_html(state: CanvasState, texts: Texts) -> str:
    """Return the picture of the roles, the warnings and the canvas as a table."""
    name = texts.say("consortium.canvas.title")
    row = pictures.RoleRow(name=name, covered=state.review.covered)
    picture = pictures.roles_svg([row], texts, "consortium-canvas")
    _, *warnings = canvas_sentences(state.review, texts)
    listed = "".join(f"<li>{escape(one)}</li>" for one in warnings)
    told = f"<ul>{listed}</ul>" if listed else ""
    table = canvas_grid(state.canvas, texts).html(texts)
    return f'<div class="inno-section"><figure>{picture}</figure>{told}{table}</div>'


def file_html(state: CanvasState, texts: Texts) -> str:
    """Return the canvas as a file that can be kept, behind a summary."""
    words = escape(texts.say("consortium.canvas.file"))
    return (
        f"<details><summary>{words}</summary><pre>{escape(canvas_yaml(state.canvas))}</pre>"
        "</details>"
    )


def notice_html(state: CanvasState, texts: Texts) -> str:
    """Return the words that say that the examples are made up; nothing for real ones."""
    if not state.is_fictional:
        return ""
    return f"<p><strong>{escape(texts.say('consortium.fictional'))}</strong></p>"


def canvas_html(state: CanvasState, texts: Texts) -> str:
    """Return all that the panel shows, without controls."""
    status = escape(status_text(state, texts))
    parts = (notice_html(state, texts), f"<p>{status}</p>", review_html(state, texts))
    return f'<div class="inno-panel">{"".join(parts)}{file_html(state, texts)}</div>'
