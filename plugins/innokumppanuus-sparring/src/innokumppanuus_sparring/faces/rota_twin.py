"""What the panel of the rota shows, in words and tables; it needs no widgets."""

from html import escape

from innokumppanuus.faces.reports.pieces import paragraphs_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus_sparring.faces import sentences, tables
from innokumppanuus_sparring.faces.pictures import rota_svg
from innokumppanuus_sparring.faces.rota_state import RotaState


def status_text(state: RotaState, texts: Texts) -> str:
    """Return in a few sentences how good the rota is."""
    return " ".join(
        (
            *sentences.of_rota(state.rota, state.sparring, texts),
            *sentences.of_turns(state.turns, state.sparring, texts),
        )
    )


def notice_html(state: RotaState, texts: Texts) -> str:
    """Return the words that say that the programme is made up; nothing for a real one."""
    if not state.stated.programme.is_fictional:
        return ""
    return f"<p><strong>{escape(texts.say('programme.report.fictional'))}</strong></p>"


def results_html(state: RotaState, texts: Texts) -> str:
    """Return the rota as picture and tables."""
    made, sparring = state.rota, state.sparring
    parts = [
        tables.rota_table(made, sparring, texts).html(texts),
        f"<figure>{rota_svg(made, sparring, texts, 'rota-panel')}</figure>",
        tables.partners_table(made, sparring, texts).html(texts),
    ]
    if sparring.experts:
        parts.append(tables.turns_table(state.turns, sparring, texts).html(texts))
    return "\n".join(('<div class="inno-section">', *parts, "</div>"))


def rota_html(state: RotaState, texts: Texts) -> str:
    """Return all that the panel shows, without controls."""
    told = paragraphs_html([status_text(state, texts)])
    return (
        f'<div class="inno-panel">{notice_html(state, texts)}{told}'
        f"{results_html(state, texts)}</div>"
    )
