"""What the panel of good practices shows, in words and tables; it needs no widgets."""

from html import escape

from innokumppanuus.faces.reports.pieces import paragraphs_html, table_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus_edellakavijat.faces import tables
from innokumppanuus_edellakavijat.faces.state import PracticesState

_KEY = "edellakavijat"


def notice_html(state: PracticesState, texts: Texts) -> str:
    """Return the words that say that the network is made up; nothing for a real one."""
    if not state.is_fictional:
        return ""
    return f"<p><strong>{escape(texts.say('programme.report.fictional'))}</strong></p>"


def status_text(state: PracticesState, texts: Texts) -> str:
    """Return in a sentence what the search found and what was adopted."""
    found = texts.plural(f"{_KEY}.panel.found", len(state.hits))
    if not state.added:
        return found
    latest = state.added[-1]
    practice = state.noun.practice(latest.practice)
    name = practice.name if practice is not None else latest.practice
    told = texts.say(
        f"{_KEY}.panel.adopted",
        city=state.noun.name_of(latest.city),
        practice=name,
        on=latest.on,
        state=texts.say(f"{_KEY}.adoption.{latest.state.value}"),
    )
    return f"{told} {found}"


def hits_html(state: PracticesState, texts: Texts) -> str:
    """Return what the search found, with what each practice takes."""
    if not state.hits:
        return paragraphs_html([texts.say(f"{_KEY}.practices.nothing")])
    say = texts.say
    columns = [say(f"{_KEY}.practices.{one}") for one in ("name", "from", "what", "needs")]
    rows = [
        (
            texts.show(hit.practice.name),
            texts.show(state.noun.name_of(hit.practice.city)),
            texts.show(hit.practice.what),
            "; ".join(texts.show(one) for one in hit.practice.needs) or "–",
        )
        for hit in state.hits
    ]
    return _section(table_html(say(f"{_KEY}.panel.hits"), columns, rows))


def map_html(state: PracticesState, texts: Texts) -> str:
    """Return who uses what, as the city may see it."""
    return _section(tables.practices_html(state.standings, state.noun, texts))


def lessons_html(state: PracticesState, texts: Texts) -> str:
    """Return what failures taught, as the city may see it."""
    if not state.learned:
        return paragraphs_html([texts.say(f"{_KEY}.lessons.nothing")])
    return _section(tables.lessons_html(state.learned, state.noun, texts))


def practices_panel_html(state: PracticesState, texts: Texts) -> str:
    """Return all that the panel shows, without controls."""
    parts = (
        notice_html(state, texts),
        paragraphs_html([status_text(state, texts)]),
        hits_html(state, texts),
        map_html(state, texts),
        lessons_html(state, texts),
    )
    return f'<div class="inno-panel">{"".join(parts)}</div>'


def _section(html: str) -> str:
    return f'<div class="inno-section">{html}</div>'
